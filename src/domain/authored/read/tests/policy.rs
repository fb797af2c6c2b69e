//! Faults in a policy.

use super::*;

const SHIPPED: &str = include_str!("../../../../../dialogs/vertebral-augmentation/policy.toml");

/// The shipped policy with parts of its text replaced, each of which must be there.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SHIPPED.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old} is not in the policy");
        text.replacen(old, new, 1)
    })
}

fn changed(changes: &[(&str, &str)], expected: &Expect) {
    check::<PolicyFile>(&with(changes), expected);
}

#[test]
fn the_shipped_policy_has_no_fault() {
    check::<PolicyFile>(SHIPPED, &expect![""]);
}

const TWELVE_FAULTS: [(&str, &str); 12] = [
    ("format = 1", "format = \"1\""),
    ("text_through = \"Update 2022\"\n", ""),
    ("kind = \"choice\"", "kind = \"choise\""),
    ("\nstated_by = \"request\"", "\nstatd_by = \"request\""),
    ("at_least_days = 42", "at_least_days = -42"),
    (
        "{ fact = \"lesion\", is = \"osteolytic_plasmacytoma\" }",
        "{ fact = \"lesion\" }",
    ),
    (
        "{ fact = \"mri\", is = \"edema\" }",
        "{ all = [], fact = \"mri\" }",
    ),
    ("number = 3", "number = 300"),
    ("shows = [\"lesion\"]", "shows = \"lesion\""),
    ("place = \"above\"", "place = \"above\"\nplace = \"above\""),
    ("\noutside = true", "\noutside = yes"),
    (
        "changes = [\"sacroplasty\"]",
        "changes = [\"sacroplasty\", 2]",
    ),
];

#[test]
fn twelve_faults_are_told_at_once() {
    changed(
        &TWELVE_FAULTS,
        &expect![[r#"
            4: "\"1\""
              expected a whole number, found a string
                write 1 without quotes
            6: "[policy]"
              missing key `text_through`
                add `text_through`: the last update the text contains
            23: "\"choise\""
              unknown value `choise`
                did you mean `choice`; known: `choice`, `flag`, `date`, `period`, `number`
            25: "statd_by"
              unknown key `statd_by`
                did you mean `stated_by`; known: `id`, `kind`, `open`, `range`, `stated_by`, `values`
            187: "-42"
              `-42` is too small
                at least 0
            223: "{ fact = \"lesion\" }"
              missing key: one of `at_least`, `at_least_days`, `is`, `is_any`, `less_than`, `less_than_days`
                forms: `{ fact = "..", is = true }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`
            237: "fact"
              `fact` does not go with `all`
                form: `{ all = [..] }`
            343: "300"
              `300` is too large
                at most 255
            374: "\"lesion\""
              expected a list, found a string
                put it in brackets
            405: "place"
              duplicate key
                a table has each key once: remove or rename one of them
            467: "yes"
              string values must be quoted, expected literal string
            488: "2"
              expected a string, found a whole number
                put it in quotes
        "#]],
    );
}

#[test]
fn an_empty_file_lacks_everything() {
    check::<PolicyFile>(
        "",
        &expect![[r#"
        the file
          missing keys `format`, `policy`, `subject`, `fact`, `criterion`, `rule`
            add `format`: the version of this form; 1; add `policy`: which policy this is; add `subject`: what is requested; add `fact`: the facts the policy turns on; add `criterion`: the criteria, in the payer's order; add `rule`: which procedures, what every path requires, and the paths
    "#]],
    );
}

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
                forms: `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`
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
            473: "yes"
              not a value
                a string stands in quotes
            493: "2"
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

#[test]
fn an_open_bracket_ends_with_its_section() {
    changed(
        &[
            (
                "    \"osteoporotic_fracture\",\n    { fact = \"conservative_treatment\", at_least_days = 42 },",
                "    \"osteoporotic_fracture\",\n    { fact = \"conservative_treatment\", at_least_days = 42,",
            ),
            (
                "values = [\"all_pathways\", \"osteolytic_only\"]",
                "values = [\"all_pathways\", \"osteolytic_only\"",
            ),
            ("number = 3", "number = true"),
            ("number = 4\n", "number = 4]\n"),
        ],
        &expect![[r#"
            133: "["
              this bracket is not closed
            188: "{"
              this bracket is not closed
            344: "true"
              expected a whole number, found true or false
            348: "]"
              this bracket closes nothing
        "#]],
    );
}

#[test]
fn a_quote_that_is_missing_is_told_where_it_belongs() {
    changed(
        &[
            ("is = \"unable\" }", "is = \"unable }"),
            ("is = \"failed\" }", "is = failed\" }"),
            ("at_least_days = 42", "at_least_days = \"6 weeks\""),
            (
                "text_through = \"Update 2022\"",
                "text_through = \"Update 2022",
            ),
        ],
        &expect![[r#"
            8: ""
              this string is not closed
                write a quote where it ends
            188: "\"6 weeks\""
              expected a whole number, found a string
                days are what is counted: write 42
            190: "failed\""
              not a value
                a string stands in quotes
            296: "\"unable },"
              this string is not closed
                write a quote where it ends
        "#]],
    );
}

#[test]
fn broken_syntax_does_not_hide_what_else_is_wrong() {
    changed(
        &[
            ("id = \"line_of_business\"", "id = line_of_business"),
            ("text_through = \"Update 2022\"", "text_through ="),
            (
                "[[fact]]\nid = \"spinal_region\"",
                "[[fact]\nid = \"spinal_region\"",
            ),
            ("id = \"tail\"", "id = \"tail"),
            ("[[update]]\nid = \"2012\"", "[[update]]\nid == \"2012\""),
            (
                "changes = [\"intent\"]",
                "changes = [\"intent\"]\nchange = 1",
            ),
        ],
        &expect![[r#"
            8: ""
              a value is missing
            29: "line_of_business"
              not a value
                a string stands in quotes
            34: "["
              this bracket is not closed
            132: ""
              this string is not closed
                write a quote where it ends
            491: "="
              extra `=`, expected nothing
            499: "change"
              unknown key `change`
                known: `changes`, `cite`, `id`
        "#]],
    );
}

#[test]
fn a_table_twice_is_told_where_it_stands_again() {
    changed(
        &[("[[fact]]", "[policy]\n\n[[fact]]"), ("[[note]]", "[note]")],
        &expect![[r#"
            22: "policy"
              duplicate key
                a table has each key once: remove or rename one of them
            402: "[note]"
              expected a list, found a table
                put it in brackets, or give its header double brackets
            409: "note"
              duplicate key
                a table has each key once: remove or rename one of them
        "#]],
    );
}

const EXPRESSIONS: [&str; 14] = [
    "{ all = [\"T1\"], any = [\"T2\"] }",
    "{ reading = \"tail\", less_than_days = 3 }",
    "{ fact = \"mri\", iss = \"edema\" }",
    "{ n = 2 }",
    "{ is = true }",
    "{}",
    "{ foo = 1 }",
    "7",
    "[\"T1\"]",
    "{ not = { any = [3, { fact = \"mri\", is = 4 }] } }",
    "{ fact = \"mri\", is_any = \"edema\" }",
    "{ fact = \"age\", at_least = 99999999999999999999 }",
    "{ fact = \"age\", at_least_days = 4294967296 }",
    "{ fact = \"age\", at_least_days = 1.5 }",
];

#[test]
#[expect(clippy::too_many_lines, reason = "every form and what is said of it")]
fn forms_of_expressions() {
    let met = |expression: &str| {
        let text = with(&[(
            "met = { all = [\"T1\", \"T2\", \"T3\"] }",
            &format!("met = {expression}"),
        )]);
        let (_, faults) = read::<PolicyFile>("policy.toml", &text);
        format!("{expression}\n{}\n", shown(&text, &faults))
    };
    let found = EXPRESSIONS.map(met).concat();
    expect![[r#"
        { all = ["T1"], any = ["T2"] }
        305: "any"
          `any` does not go with `all`
            form: `{ all = [..] }`

        { reading = "tail", less_than_days = 3 }
        305: "less_than_days"
          `less_than_days` does not go with `reading`
            form: `{ reading = "..", is = ".." }`

        { fact = "mri", iss = "edema" }
        305: "iss"
          unknown key `iss`
            did you mean `is`; known: `at_least`, `at_least_days`, `fact`, `is`, `is_any`, `less_than`, `less_than_days`

        { n = 2 }
        305: "{ n = 2 }"
          missing key `of`
            add `of`: of which

        { is = true }
        305: "{ is = true }"
          missing key: one of `fact`, `reading`
            forms: `{ fact = "..", is = ".." }`, `{ reading = "..", is = ".." }`

        {}
        305: "{}"
          this table has none of the forms it can have
            forms: `{ all = [..] }`, `{ any = [..] }`, `{ not = ".." }`, `{ n = 1, of = [..] }`, `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`, `{ reading = "..", is = ".." }`

        { foo = 1 }
        305: "foo"
          unknown key `foo`
            forms: `{ all = [..] }`, `{ any = [..] }`, `{ not = ".." }`, `{ n = 1, of = [..] }`, `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`, `{ reading = "..", is = ".." }`

        7
        305: "7"
          expected a string or a table, found a whole number
            forms: `{ all = [..] }`, `{ any = [..] }`, `{ not = ".." }`, `{ n = 1, of = [..] }`, `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`, `{ reading = "..", is = ".." }`

        ["T1"]
        305: "[\"T1\"]"
          expected a string or a table, found a list
            forms: `{ all = [..] }`, `{ any = [..] }`, `{ not = ".." }`, `{ n = 1, of = [..] }`, `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`, `{ reading = "..", is = ".." }`

        { not = { any = [3, { fact = "mri", is = 4 }] } }
        305: "3"
          expected a string or a table, found a whole number
            forms: `{ all = [..] }`, `{ any = [..] }`, `{ not = ".." }`, `{ n = 1, of = [..] }`, `{ fact = "..", is = ".." }`, `{ fact = "..", is_any = [..] }`, `{ fact = "..", at_least_days = 1 }`, `{ fact = "..", less_than_days = 1 }`, `{ fact = "..", at_least = 1 }`, `{ fact = "..", less_than = 1 }`, `{ reading = "..", is = ".." }`
        305: "4"
          expected true or false, or a string, found a whole number

        { fact = "mri", is_any = "edema" }
        305: "\"edema\""
          expected a list, found a string
            put it in brackets

        { fact = "age", at_least = 99999999999999999999 }
        305: "99999999999999999999"
          `99999999999999999999` is too large
            at most 9223372036854775807

        { fact = "age", at_least_days = 4294967296 }
        305: "4294967296"
          `4294967296` is too large
            at most 4294967295

        { fact = "age", at_least_days = 1.5 }
        305: "1.5"
          expected a whole number, found a number with a decimal point

    "#]].assert_eq(&found);
}

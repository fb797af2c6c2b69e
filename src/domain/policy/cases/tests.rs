use super::*;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::policy::{Policy, parse};
use expect_test::{Expect, expect};

const POLICY: &str = include_str!("../../../../dialogs/vertebral-augmentation/policy.toml");
const CASES: &str = include_str!("../../../../dialogs/vertebral-augmentation/cases.toml");
const HEAD: &str = "format = 1\nas_of = \"2026-11-22\"\n";

/// Path A as written, and nothing else known.
const PATH_A: &str = r#"
[[case]]
id = "a"
why = "path A"
facts = { procedure = "vertebroplasty", spinal_region = "lumbar", fracture = "compression", fracture_cause = "osteoporotic", symptomatic = true, fracture_onset = "60 days", conservative_treatment = "42 days", conservative_response = "failed", lesion = "none", intent = "this_fracture_or_lesion" }
expect = { disposition = "submit_with_note" }
"#;

fn policy() -> Policy {
    parse("policy.toml", POLICY).0.unwrap()
}

/// What is underlined, the message and the help; of a file as a whole nothing is underlined.
fn shown(text: &str, faults: &[Diagnostic]) -> String {
    let line = |fault: &Diagnostic| {
        let span = fault.span.clone().map_or("", |span| &text[span]);
        let help = fault.help.as_deref().unwrap_or("-");
        format!("{span} | {} | {help}\n", fault.message)
    };
    faults.iter().map(line).collect()
}

/// Faults of reading, or, of cases that can be read, those of checking but for thresholds.
fn check(cases: &str, expected: &Expect) {
    let text = format!("{HEAD}{cases}");
    let policy = policy();
    let (read, faults) = parse_cases(&policy, "cases.toml", &text);
    let faults = match &read {
        Some(cases) => check_cases(&policy, cases),
        None => faults,
    };
    let placed: Vec<Diagnostic> = faults
        .into_iter()
        .filter(|fault| fault.span.is_some())
        .collect();
    expected.assert_eq(&shown(&text, &placed));
}

#[test]
fn every_case_that_ships_gets_what_it_must() {
    let policy = policy();
    let (cases, faults) = parse_cases(&policy, "cases.toml", CASES);
    assert_eq!(shown(CASES, &faults), "");
    let cases = cases.unwrap();
    assert!(cases.list().len() > 100);
    assert_eq!(shown(CASES, &check_cases(&policy, &cases)), "");
}

#[test]
fn what_differs_is_told_beside_what_was_expected() {
    check(PATH_A, &expect![""]);
    let case = r#"
[[case]]
id = "b"
like = "a"
why = "one day too few, and no reading of failure helps"
facts = { conservative_treatment = "41 days" }
expect = { disposition = "submit", needs = ["mri"], paths_met = ["A", "B"], met = ["A"], open = ["T2"], missing_documents = [["mri_report"]], changes_on = "never" }
"#;
    check(&format!("{PATH_A}{case}"), &expect![""]);
}

#[test]
fn what_a_case_is_like_lies_above_it() {
    let case = |id: &str, like: &str| {
        format!(
            "[[case]]\nid = \"{id}\"\nlike = \"{like}\"\nwhy = \"w\"\nexpect = {{ disposition = \"submit\" }}\n"
        )
    };
    check(&case("x", "x"), &expect![""]);
    check(
        &format!("{}{}", case("x", "y"), case("y", "x")),
        &expect![""],
    );
}

#[test]
fn names_are_defined_once_and_used_as_defined() {
    let twice = PATH_A.replace("id = \"a\"", "id = \"a\"");
    check(&format!("{PATH_A}{twice}"), &expect![""]);
    check(
        r#"
[[case]]
id = "x"
why = ""
facts = { fractur = "none", mri = "blurred" }
documents = ["mri"]
settled = { tial = "all_pathways", tail = "all" }
expect = { disposition = "submit", needs = ["mry"], readings = ["combinatoin"], paths_met = ["D"], met = ["T4"], missing_documents = [["mri_reprot"]], changes_on = "soon" }
"#,
        &expect![""],
    );
    let unknown =
        "[[case]]\nid = \"x\"\nwhy = \"w\"\nexpect = { disposition = \"approved\", neds = [] }\n";
    check(unknown, &expect![""]);
}

#[test]
fn values_are_those_the_fact_takes() {
    let case = |facts: &str| {
        format!(
            "[[case]]\nid = \"x\"\nwhy = \"w\"\nfacts = {{ {facts} }}\nexpect = {{ disposition = \"documentation_needed\" }}\n"
        )
    };
    for good in [
        "fracture_onset = \"1 day\"",
        "fracture_onset = [\"42 days\", \"2026-10-20\"]",
        "conservative_treatment = [\"42 days\", \"41 days\"]",
        "conservative_treatment = { start = \"42 days\", end = [\"3 days\", \"2 days\"] }",
        "symptomatic = \"unknown\"",
    ] {
        check(&case(good), &expect![""]);
    }
    check(&case("symptomatic = \"yes\""), &expect![""]);
    check(&case("fracture_onset = \"42 weeks\""), &expect![""]);
    check(
        &case("fracture_onset = [\"41 days\", \"42 days\"]"),
        &expect![""],
    );
    check(
        &case("conservative_treatment = { end = \"3 days\" }"),
        &expect![""],
    );
    check(&case("fracture_onset = \"2026-11-23\""), &expect![""]);
}

#[test]
fn a_threshold_has_a_case_at_one_below_and_one_above() {
    let policy = policy();
    let text = format!("{HEAD}{PATH_A}");
    let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
    expect![""].assert_eq(&shown(&text, &check_cases(&policy, &cases)));
}

#[test]
fn a_range_is_no_case_at_a_threshold() {
    let policy = policy();
    let text = CASES.replace("= \"43 days\"", "= [\"43 days\", \"43 days\"]");
    let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
    assert_eq!(check_cases(&policy, &cases), []);
    let text = CASES.replace("= \"41 days\"", "= [\"41 days\", \"40 days\"]");
    let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
    let faults = check_cases(&policy, &cases);
    let at_41 = |fault: &&Diagnostic| fault.message.contains("at 41 days, one below");
    assert_eq!(faults.iter().filter(at_41).count(), 1, "{faults:?}");
}

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
        let span = fault
            .span
            .clone()
            .map_or("", |span| text.get(span).unwrap());
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
why = "one day too few"
facts = { conservative_treatment = "41 days" }
expect = { disposition = "submit", needs = ["mri"], paths_met = ["A", "B"], met = ["A"], open = ["T2"], missing_documents = [["mri_report"]], changes_on = "never" }
"#;
    check(
        &format!("{PATH_A}{case}"),
        &expect![[r#"
        "submit" | the case `b` gets another disposition | expected submit; got payer_review
        ["mri"] | the case `b` gets another needs | expected mri; got nothing
        ["A", "B"] | the case `b` gets another paths_met | expected A, B; got nothing
        "A" | the case `b` gets another status of `A` | expected met; got not_met
        [["mri_report"]] | the case `b` gets another missing_documents | expected mri_report; got nothing
        "never" | the case `b` gets another changes_on | expected never; got 2026-11-23
    "#]],
    );
}

#[test]
fn what_a_case_is_like_lies_above_it() {
    let case = |id: &str, like: &str| {
        format!(
            "[[case]]\nid = \"{id}\"\nlike = \"{like}\"\nwhy = \"w\"\nexpect = {{ disposition = \"submit\" }}\n"
        )
    };
    check(
        &case("x", "x"),
        &expect![[r#"
            "x" | `x` is not above `x` | a case is like one above it; move one of the two
        "#]],
    );
    check(
        &format!("{}{}", case("x", "y"), case("y", "x")),
        &expect![[r#"
            "y" | `y` is not above `x` | a case is like one above it; move one of the two
        "#]],
    );
}

#[test]
fn names_are_defined_once_and_used_as_defined() {
    check(
        &format!("{PATH_A}{PATH_A}"),
        &expect![[r#"
        "a" | the case `a` is defined twice | give one of them another name, or remove it
    "#]],
    );
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
        &expect![[r#"
            "" | no reason is given | say in one sentence what the case shows
            fractur | no fact is named `fractur` | did you mean `fracture`
            "blurred" | no value of `mri` is named `blurred` | there are edema, no_edema, not_done, unavailable
            "mri" | no document is named `mri` | there are clinical_note, bone_health_record, treatment_record, hospital_record, oncology_record, mri_report, bone_scan_report, spect_ct_report, ct_report, xray_report
            tial | no reading is named `tial` | did you mean `tail`
            "all" | no value of the reading `tail` is named `all` | there are all_pathways, osteolytic_only
            "mry" | no fact is named `mry` | did you mean `mri`
            "combinatoin" | no reading is named `combinatoin` | did you mean `combination`
            "D" | no path is named `D` | did you mean `A`
            "T4" | no criterion is named `T4` | did you mean `T1`
            "mri_reprot" | no document is named `mri_reprot` | did you mean `mri_report`
            "soon" | `soon` is not a calendar date in the form YYYY-MM-DD | -
        "#]],
    );
    let unknown =
        "[[case]]\nid = \"x\"\nwhy = \"w\"\nexpect = { disposition = \"approved\", neds = [] }\n";
    check(
        unknown,
        &expect![[r#"
        "approved" | unknown value `approved` | known: `inconsistent`, `not_addressed`, `submit`, `submit_with_note`, `payer_review`, `documentation_needed`, `investigational`
        neds | unknown key `neds` | did you mean `needs`; known: `also`, `changes_on`, `disposition`, `met`, `missing_documents`, `needs`, `not_met`, `open`, `paths_met`, `readings`
    "#]],
    );
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
    check(
        &case("symptomatic = \"yes\""),
        &expect![[r#"
        "yes" | this is no value of `symptomatic` | it takes true, false or "unknown"
    "#]],
    );
    check(
        &case("fracture_onset = \"42 weeks\""),
        &expect![[r#"
            "42 weeks" | this is no value of `fracture_onset` | write "294 days": days are what is counted
        "#]],
    );
    check(
        &case("fracture_onset = [\"41 days\", \"42 days\"]"),
        &expect![[r#"
            ["41 days", "42 days"] | this is no value of `fracture_onset` | it takes a day such as "2026-10-11" or "42 days", a pair of days, the earlier one first, or "unknown"
        "#]],
    );
    check(
        &case("conservative_treatment = { end = \"3 days\" }"),
        &expect![[r#"
            { end = "3 days" } | missing key `start` | add `start`: when it began
        "#]],
    );
    check(
        &case("fracture_onset = \"2026-11-23\""),
        &expect![[r#"
        "x" | `fracture_onset` has the day 2026-11-23, which is later than the day of evaluation | -
    "#]],
    );
}

#[test]
fn a_threshold_has_a_case_at_one_below_and_one_above() {
    let policy = policy();
    let text = format!("{HEAD}{PATH_A}");
    let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
    let shown = shown(&text, &check_cases(&policy, &cases));
    let lines: String = shown
        .lines()
        .map(|line| format!("{}\n", line.trim_start()))
        .collect();
    expect![[r#"
        | no case has `fracture_onset` at 41 days, one below the threshold of 42 days, with a result that looks at it | add a case: id = "fracture_onset_41", facts = { fracture_onset = "41 days" }, expect = { disposition = ".." }, with `why` and the disposition that the policy's text asks for
        | no case has `fracture_onset` at 42 days, at the threshold of 42 days, with a result that looks at it | add a case: id = "fracture_onset_42", facts = { fracture_onset = "42 days" }, expect = { disposition = ".." }, with `why` and the disposition that the policy's text asks for
        | no case has `fracture_onset` at 43 days, one above the threshold of 42 days, with a result that looks at it | add a case: id = "fracture_onset_43", facts = { fracture_onset = "43 days" }, expect = { disposition = ".." }, with `why` and the disposition that the policy's text asks for
        | no case has `conservative_treatment` at 41 days, one below the threshold of 42 days, with a result that looks at it | add a case: id = "conservative_treatment_41", like = "a", facts = { conservative_treatment = "41 days" }, expect = { disposition = "payer_review" }, with `why` and the disposition that the policy's text asks for
        | no case has `conservative_treatment` at 43 days, one above the threshold of 42 days, with a result that looks at it | add a case: id = "conservative_treatment_43", like = "a", facts = { conservative_treatment = "43 days" }, expect = { disposition = "submit_with_note" }, with `why` and the disposition that the policy's text asks for
    "#]]
    .assert_eq(&lines);
}

#[test]
fn a_range_is_no_case_at_a_threshold() {
    let policy = policy();
    let untested = |case: &str| {
        let text = format!("{HEAD}{case}");
        let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
        let faults = check_cases(&policy, &cases);
        let of_treatment = |fault: &&Diagnostic| fault.message.contains("`conservative_treatment`");
        faults.iter().filter(of_treatment).count()
    };
    assert_eq!(untested(PATH_A), 2);
    let range = "conservative_treatment = [\"43 days\", \"42 days\"]";
    assert_eq!(
        untested(&PATH_A.replace("conservative_treatment = \"42 days\"", range)),
        3
    );
    let ended = "conservative_treatment = { start = \"50 days\", end = \"9 days\" }";
    assert_eq!(
        untested(&PATH_A.replace("conservative_treatment = \"42 days\"", ended)),
        2
    );
}

#[test]
fn a_case_whose_result_does_not_look_at_the_threshold_is_no_case_of_it() {
    let policy = policy();
    let of_onset = |more: &str| {
        let text = format!("{HEAD}{PATH_A}{more}");
        let cases = parse_cases(&policy, "cases.toml", &text).0.unwrap();
        let faults = check_cases(&policy, &cases).into_iter();
        let of_onset = faults.filter(|fault| fault.message.contains("`fracture_onset`"));
        of_onset.count()
    };
    let case = |facts: &str| {
        format!(
            "[[case]]\nid = \"c\"\nwhy = \"w\"\nfacts = {{ {facts} }}\nexpect = {{ disposition = \"investigational\" }}\n"
        )
    };
    let none = of_onset("");
    let sacral = case("procedure = \"sacroplasty\", fracture_onset = \"42 days\"");
    assert_eq!(of_onset(&sacral), none);
    let contradicted = "procedure = \"vertebroplasty\", fracture_onset = \"41 days\", conservative_treatment = \"50 days\"";
    assert_eq!(of_onset(&case(contradicted)), none);
    let looked_at = "procedure = \"vertebroplasty\", fracture_onset = \"42 days\", ambulation = \"unable\", fracture = \"compression\", fracture_cause = \"osteoporotic\", symptomatic = true";
    assert_eq!(of_onset(&case(looked_at)), none - 1);
}

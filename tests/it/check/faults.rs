//! Every fault is told at once, each in the file where it is.

use std::fs;

use serde_json::Value;

use super::{POLICY, Place, SHELL};
use crate::command::Ran;

/// The messages of a check.
fn messages(ran: &Ran) -> Vec<String> {
    let faults = ran.out.lines().map(|line| {
        let fault: Value = serde_json::from_str(line).unwrap();
        fault["message"].as_str().unwrap().to_owned()
    });
    faults.collect()
}

const DIALOG: &str = "dialogs/vertebral-augmentation/dialog.toml";
const CASES: &str = "dialogs/vertebral-augmentation/cases.toml";
const WORDS: &str = "locales/es-US/vertebral-augmentation.ftl";

#[test]
fn a_refused_policy_hides_no_form_of_other_files_and_is_told_once() {
    let place = Place::new();
    place.change(POLICY, "at_least_days = 42", "at_least_days = -1");
    place.change(DIALOG, "supplied_by =", "suplied_by =");
    place.change(CASES, "why =", "wy =");
    place.change(SHELL, "disclaimer =", "disclaimer");
    let ran = place.check(&["--json"]);
    let told = messages(&ran);
    for part in ["`suplied_by`", "`wy`"] {
        assert!(
            told.iter().any(|one| one.contains(part)),
            "{part} {told:#?}"
        );
    }
    assert!(ran.out.contains("es-US/shell.ftl"), "{}", ran.out);
    assert!(!ran.out.contains("is refused"), "{}", ran.out);
    let cases = fs::read_to_string(place.file(CASES)).unwrap();
    let cases = format!("({} not run)", cases.matches("[[case]]").count());
    assert!(ran.err.contains(&cases), "{}", ran.err);
    assert!(ran.err.contains(" not played), "), "{}", ran.err);
}

#[test]
fn a_fault_of_a_dialog_hides_no_missing_message() {
    let place = Place::new();
    place.change(DIALOG, "supplied_by = \"", "colour = 1\nsupplied_by = \"");
    for tag in ["en-US", "es-US"] {
        let path = format!("locales/{tag}/vertebral-augmentation.ftl");
        place.change(&path, "fact-mri =", "fact-mmri =");
    }
    let told = messages(&place.check(&["--json"]));
    for part in ["`colour`", "`fact-mri` is missing in every language"] {
        assert!(
            told.iter().any(|one| one.contains(part)),
            "{part} {told:#?}"
        );
    }
    assert!(
        !told.iter().any(|one| one.contains("never said")),
        "{told:#?}"
    );
}

#[test]
fn a_criterion_that_a_list_names_twice_is_a_fault() {
    let place = Place::new();
    place.change(
        POLICY,
        "[\"A\", \"tail_where",
        "[\"A\", \"A\", \"tail_where",
    );
    place.change(
        POLICY,
        "\"T1\", \"T2\", \"T3\"",
        "\"T1\", \"T2\", \"T3\", \"T1\"",
    );
    let told = messages(&place.check(&["--json"]));
    for name in ["A", "T1"] {
        let fault = format!("`{name}` is named twice in this list");
        assert!(told.contains(&fault), "{told:#?}");
    }
}

#[test]
fn a_misspelt_default_is_one_fault() {
    let place = Place::new();
    place.change(
        POLICY,
        "default = \"osteolytic_only\"",
        "default = \"osteolitic_only\"",
    );
    let told = messages(&place.check(&["--json"]));
    assert_eq!(told.len(), 1, "{told:#?}");
}

#[test]
fn a_message_that_a_language_lacks_is_told_at_its_file() {
    let place = Place::new();
    let text = fs::read_to_string(place.file(WORDS)).unwrap();
    let kept = text.lines().filter(|line| !line.starts_with("fact-mri ="));
    fs::write(
        place.file(WORDS),
        kept.collect::<Vec<_>>().join("\n") + "\n",
    )
    .unwrap();
    let ran = place.check(&["--json"]);
    let fault: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    assert_eq!(fault["message"], "`fact-mri` is missing in es-US");
    assert_eq!(fault["file"], place.file(WORDS).to_str().unwrap());
    let help = fault["help"].as_str().unwrap();
    assert!(
        help.contains(place.file("locales/en-US").to_str().unwrap()),
        "{help}"
    );
}

#[test]
fn a_faulty_case_hides_no_other() {
    let place = Place::new();
    let text = fs::read_to_string(place.file(CASES)).unwrap();
    let more = "\n[[case]]\nid = \"odd\"\nlike = \"nobody\"\nwhy = \"w\"\nexpect = { disposition = \"submit\" }\n\
        [[case]]\nid = \"odder\"\nlike = \"odd\"\nwhy = \"w\"\nexpect = { disposition = \"submit\" }\n\
        [[case]]\nid = \"wrong\"\nwhy = \"w\"\nfacts = { procedure = \"sacroplasty\" }\nexpect = { disposition = \"submit\" }\n";
    fs::write(place.file(CASES), text + more).unwrap();
    fs::remove_dir_all(place.file("tests")).unwrap();
    let ran = place.check(&["--json"]);
    let told = messages(&ran);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].contains("`nobody`"), "{told:#?}");
    assert_eq!(told[1], "the case `wrong` gets another disposition");
    assert!(ran.err.contains("cases (2 not run)"), "{}", ran.err);
}

#[test]
fn no_handbook_is_written_of_a_policy_whose_cases_do_not_hold() {
    let place = Place::new();
    place.change(POLICY, "at_least_days = 42", "at_least_days = 6");
    let ran = place.inside(&["guide", "--library", "."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("gets another disposition"), "{}", ran.err);
    assert!(
        ran.err
            .ends_with("no handbook is written of a policy whose cases do not hold\n"),
        "{}",
        ran.err
    );
}

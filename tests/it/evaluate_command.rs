//! `preauth evaluate`: lines in, lines out.

mod errors;
mod stream;

use serde_json::Value;

use crate::command::{Ran, run};

/// The example of the documentation.
const EXAMPLE: &str = r#"{"id":"c1","as_of":"2026-11-22","facts":{"procedure":"kyphoplasty","spinal_region":"lumbar","fracture_onset":["2026-10-01","2026-10-05"],"conservative_treatment":{"start":"2026-10-11","end":null},"symptomatic":true,"mri":"edema"},"documents":["mri_report"]}"#;

/// Path A in every point, clean under every reading; `extra` goes after the facts.
fn path_a(facts: &str, extra: &str) -> String {
    format!(
        r#"{{"id":"a","as_of":"2026-11-22","facts":{{"procedure":"vertebroplasty","spinal_region":"lumbar","fracture":"compression","fracture_cause":"osteoporotic","symptomatic":true,"fracture_onset":"2026-09-20","conservative_treatment":{{"start":"2026-09-21"}},"conservative_response":"failed","intent":"this_fracture_or_lesion"{facts}}}{extra}}}"#
    )
}

const TAIL: &str = r#","mri":"edema","osteomyelitis":"none","unstable_fracture":"none""#;

fn answers(ran: &Ran) -> Vec<Value> {
    let lines = ran.out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The one answer to one line that has no fault.
fn answer(args: &[&str], line: &str) -> Value {
    let ran = run(&[&["evaluate"], args].concat(), line.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    answers(&ran).remove(0)
}

#[test]
fn an_answer_has_its_keys_in_the_documented_order() {
    let ran = run(&["evaluate"], EXAMPLE.as_bytes());
    let keys = [
        "id",
        "disposition",
        "needs",
        "also",
        "readings",
        "paths_met",
        "criteria",
        "missing_documents",
        "changes_on",
        "notes",
    ];
    let places: Vec<Option<usize>> = keys
        .iter()
        .map(|key| ran.out.find(&format!("\"{key}\":")))
        .collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    // The id of the first criterion comes later than the answer's own.
    assert!(places.is_sorted(), "{places:?} in {}", ran.out);
    assert!(
        ran.out
            .starts_with(r#"{"id":"c1","disposition":"documentation_needed","needs":["#)
    );
}

#[test]
fn every_part_of_an_answer_is_by_name() {
    let answer = answer(&[], &path_a(TAIL, r#","documents":[]"#));
    assert_eq!(answer["disposition"], "documentation_needed");
    assert_eq!(answer["paths_met"], serde_json::json!(["A"]));
    let first = &answer["criteria"][0];
    assert_eq!(first["id"], "A");
    assert_eq!(first["status"], "met");
    assert_eq!(first["cite"], "Policy, vertebroplasty, bullet 1");
    let facts = first["facts"].as_array().unwrap();
    assert!(facts.contains(&"conservative_treatment".into()));
    let wanted = serde_json::json!(["clinical_note", "treatment_record", "mri_report"]);
    let sets = answer["missing_documents"].as_array().unwrap();
    assert!(sets.contains(&wanted), "{sets:?}");
    assert_eq!(answer["policy"]["text_through"], "Update 2022");
    assert_eq!(answer["policy"]["digest"].as_str().map(str::len), Some(64));
}

#[test]
fn without_documents_nothing_is_said_to_be_missing() {
    let answer = answer(&[], &path_a(TAIL, ""));
    assert_eq!(answer["disposition"], "submit");
    assert_eq!(answer["missing_documents"], serde_json::json!([]));
}

#[test]
fn null_is_unknown() {
    let absent = answer(&[], &path_a("", ""));
    let null = r#","mri":null,"osteomyelitis":null,"unstable_fracture":null"#;
    let null = answer(&[], &path_a(null, r#","documents":null"#));
    assert_eq!(absent, null);
    assert_eq!(absent["disposition"], "submit_with_note");
}

#[test]
fn the_day_of_the_next_change_and_what_it_brings_are_named() {
    let late = path_a(r#","lesion":"none","ambulation":"independent""#, "")
        .replace("2026-09-21", "2026-10-12");
    let answer = answer(&[], &late);
    assert_eq!(answer["disposition"], "investigational");
    assert_eq!(answer["changes_on"], "2026-11-23");
    assert_eq!(answer["changes_to"]["paths_met"], serde_json::json!(["A"]));
}

#[test]
fn a_contradiction_names_its_constraint() {
    let answer = answer(&[], &path_a("", "").replace("2026-09-21", "2026-09-19"));
    assert_eq!(answer["disposition"], "inconsistent");
    let named = serde_json::json!(["treatment_after_fracture"]);
    assert_eq!(answer["contradictions"], named);
}

#[test]
fn a_hanging_result_names_its_readings() {
    let site = r#","mri":"edema","osteomyelitis":"surgical_site","unstable_fracture":"none""#;
    let open = answer(&[], &path_a(site, ""));
    assert_eq!(open["disposition"], "payer_review");
    assert_eq!(open["readings"], serde_json::json!(["tail"]));
    let settled = answer(&["--settle", "tail=all_pathways"], &path_a(site, ""));
    assert_eq!(settled["disposition"], "investigational");
    assert_eq!(
        settled["policy"]["settled"],
        serde_json::json!(["tail=all_pathways"])
    );
}

#[test]
fn a_policy_is_named_or_given_by_path() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/dialogs/vertebral-augmentation"
    );
    let named = answer(&["--policy", "vertebral-augmentation"], EXAMPLE);
    assert_eq!(answer(&["--policy", folder], EXAMPLE), named);
    let file = format!("{folder}/policy.toml");
    assert_eq!(answer(&["--policy", &file], EXAMPLE), named);
}

#[test]
fn a_file_is_as_good_as_standard_input() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), EXAMPLE).unwrap();
    let read = run(&["evaluate", file.path().to_str().unwrap()], b"");
    assert_eq!(read.out, run(&["evaluate", "-"], EXAMPLE.as_bytes()).out);
    assert_eq!(answers(&read).len(), 1);
}

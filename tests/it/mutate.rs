//! `preauth mutate`: each fault is one edit, and what becomes of it is told.

use std::fs;

use preauth::domain::mutant::{Mutant, of_dialog, of_policy};
use serde_json::Value;

use crate::command::{Ran, run};
use crate::product::TEXT;
use crate::prove::{DIALOG, POLICY, Place};

fn edits(text: &str, mutants: &[Mutant], fault: &str) -> Vec<(String, String)> {
    let own = mutants.iter().filter(|one| one.fault == fault);
    own.map(|one| (one.before(text).to_owned(), one.after.clone()))
        .collect()
}

#[test]
fn every_fault_is_one_edit_of_the_text() {
    let mutants = of_policy(TEXT);
    assert!(mutants.len() > 300, "{}", mutants.len());
    for one in &mutants {
        let (changed, before) = (one.applied(TEXT), one.before(TEXT));
        assert_ne!(changed, TEXT, "{one:?}");
        let length = TEXT.len() - before.len() + one.after.len();
        assert_eq!(changed.len(), length, "{one:?}");
        assert!(
            toml::from_str::<toml::Table>(&changed).is_ok(),
            "{one:?}\n{before}"
        );
    }
}

#[test]
fn thresholds_move_by_one_and_turn_round() {
    let mutants = of_policy(POLICY);
    let moved = edits(POLICY, &mutants, "another threshold");
    let turned = edits(POLICY, &mutants, "the other side of a threshold");
    assert_eq!(moved.len(), 2 * turned.len());
    for (before, after) in moved {
        let [before, after] = [before, after].map(|one| one.parse::<i64>().unwrap());
        assert_eq!((before - after).abs(), 1);
    }
    assert!(!turned.is_empty());
}

#[test]
fn steps_keep_their_lines_when_they_are_exchanged() {
    let mutants = of_dialog(DIALOG, POLICY);
    let steps = DIALOG.matches("[[step]]").count();
    let exchanged = mutants
        .iter()
        .filter(|one| one.fault == "two steps are exchanged");
    let dropped = edits(DIALOG, &mutants, "a step is dropped");
    assert_eq!(
        (exchanged.clone().count(), dropped.len()),
        (steps - 1, steps)
    );
    for one in exchanged {
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&one.applied(DIALOG)), sorted(DIALOG));
    }
}

fn judged(place: &Place, args: &[&str]) -> (Ran, Value) {
    let library = place.file("");
    let library = library.to_str().unwrap();
    let all = ["mutate", "small-policy", "--library", library, "--json"];
    let ran = run(&[&all, args].concat(), b"");
    let value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    (ran, value)
}

#[test]
fn without_cases_and_transcripts_faults_survive_with_what_would_notice_them() {
    let place = Place::new(DIALOG);
    let (ran, value) = judged(&place, &["--only", "policy"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let mutants = value["mutants"].as_array().unwrap();
    let survivors = mutants.iter().filter(|one| one["fate"] == "survives");
    let with = survivors
        .clone()
        .filter(|one| one["transcript"].is_string());
    assert!(with.clone().count() * 2 > survivors.count());
    // Saved beside the policy, each of them notices its fault.
    let folder = place.file("tests/transcripts/small-policy");
    fs::create_dir_all(&folder).unwrap();
    for (number, one) in with.clone().enumerate() {
        let text = one["transcript"].as_str().unwrap();
        fs::write(folder.join(format!("{number}.txt")), text).unwrap();
    }
    let (again, after) = judged(&place, &["--only", "policy"]);
    assert!(!again.err.contains("left out"), "{}", again.err);
    let after = after["mutants"].as_array().unwrap();
    for one in with {
        let same = |other: &&Value| {
            ["line", "start", "after", "fault"]
                .iter()
                .all(|key| other[*key] == one[*key])
        };
        let own = after.iter().find(same).unwrap();
        assert_eq!(own["fate"], "noticed", "{own}");
    }
}

#[test]
fn a_fault_in_the_files_as_they_are_is_told_and_nothing_is_judged() {
    let place = Place::new(&DIALOG.replacen("kind = \"", "kind = \"un", 1));
    let library = place.file("");
    let args = [
        "mutate",
        "small-policy",
        "--library",
        library.to_str().unwrap(),
    ];
    let ran = run(&args, b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("kind"), "{}", ran.err);
}

//! The command: where its sides come from, what it shows, what it writes, and its exit codes.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ran, finish, preauth};

const DIALOG: &str = include_str!("../../../dialogs/vertebral-augmentation/dialog.toml");

/// A repository whose first commit has the shipped policy.
fn repository() -> TempDir {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folder = place.path().join("dialogs/vertebral-augmentation");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("policy.toml"), super::TEXT).unwrap();
    fs::write(folder.join("dialog.toml"), DIALOG).unwrap();
    for args in [
        &["init", "-q"][..],
        &["add", "."],
        &[
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "commit",
            "-qm",
            "first",
        ],
    ] {
        let git = Command::new("git").current_dir(&place).args(args).status();
        assert!(git.unwrap().success(), "{args:?}");
    }
    place
}

fn run(place: &Path, args: &[&str]) -> Ran {
    let mut command = preauth(&[&["diff"], args].concat());
    command.current_dir(place);
    finish(command, b"")
}

fn change(place: &Path, file: &str, from: &str, to: &str) {
    let path = place.join("dialogs/vertebral-augmentation").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_change_since_a_revision_is_told_with_its_line_and_its_conversations() {
    let place = repository();
    let same = run(place.path(), &["HEAD"]);
    assert_eq!(
        (same.code, same.err.as_str()),
        (Some(0), ""),
        "{}",
        same.out
    );
    assert!(same.out.contains("Nothing changes."), "{}", same.out);
    change(
        place.path(),
        "policy.toml",
        "at_least_days = 42",
        "at_least_days = 45",
    );
    let ran = run(place.path(), &["HEAD", ".", "--witnesses", "found"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(
        ran.out.contains("because of the criterion `A`"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains(
            "policy.toml:188: { fact = \"conservative_treatment\", at_least_days = 45 },"
        )
    );
    let written = fs::read_dir(place.path().join("found")).unwrap().count();
    assert!(written > 3, "{written}");
    let json = run(
        place.path(),
        &["--git", "HEAD", "dialogs/vertebral-augmentation", "--json"],
    );
    let value: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(value["touches"], "dispositions");
    assert!(value["changed"].as_str().unwrap().parse::<u128>().unwrap() > 0);
}

#[test]
fn the_conversations_come_to_what_they_say() {
    let place = repository();
    change(
        place.path(),
        "policy.toml",
        "less_than_days = 42",
        "less_than_days = 30",
    );
    let ran = run(
        place.path(),
        &["HEAD", ".", "--witnesses", "found", "--json"],
    );
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    // The dialog does not ask for the facts of every case.
    let moves = value["moves"].as_array().unwrap().iter();
    let shown = moves.filter(|one| one["transcript"].is_string());
    assert!(shown.clone().count() > 2);
    for one in shown {
        let text = one["transcript"].as_str().unwrap();
        let says = |side: &str| format!("= disposition: {}", one[side].as_str().unwrap());
        let mut libraries = [Path::new(env!("CARGO_MANIFEST_DIR")), place.path()];
        if text.ends_with(&format!("{}\n", says("to"))) {
            libraries.reverse();
        } else {
            assert!(text.ends_with(&format!("{}\n", says("from"))), "{text}");
        }
        let file = place.path().join("one.txt");
        fs::write(&file, text).unwrap();
        // As it says under the one, and not under the other.
        for (library, code) in libraries.into_iter().zip([0, 1]) {
            let (file, library) = (file.to_str().unwrap(), library.to_str().unwrap());
            let played = crate::command::run(&["replay", file, "--library", library], b"");
            assert_eq!(played.code, Some(code), "{text}\n{}", played.out);
        }
    }
}

#[test]
fn a_change_of_the_dialog_alone_is_told_apart() {
    let place = repository();
    let from = "supplied_by = \"hospital\"";
    change(
        place.path(),
        "dialog.toml",
        from,
        "supplied_by = \"clinician\"",
    );
    let ran = run(place.path(), &["HEAD"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.contains("The dialog changes"), "{}", ran.out);
    assert!(ran.out.contains("step `hospital`: changed"), "{}", ran.out);
    assert!(
        ran.out
            .contains("+ Who can usually tell: the clinician's note."),
        "{}",
        ran.out
    );
}

#[test]
fn a_remark_changes_only_the_text() {
    let place = repository();
    change(
        place.path(),
        "policy.toml",
        "# --- Readings",
        "# --- All readings",
    );
    let ran = run(place.path(), &["HEAD"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("Only the text changes"), "{}", ran.out);
}

#[test]
fn what_stands_in_the_way_is_said() {
    let place = repository();
    let unknown = run(place.path(), &["nowhere"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown
            .err
            .contains("`nowhere` is no place, no policy, and no revision"),
        "{}",
        unknown.err
    );
    let path = run(place.path(), &["HEAD:dialogs/other", "."]);
    assert_eq!(path.code, Some(2));
    assert!(
        path.err
            .contains("revision `HEAD` has no `dialogs/other/policy.toml`"),
        "{}",
        path.err
    );
    let mut gitless = preauth(&["diff", "HEAD"]);
    gitless.current_dir(place.path()).env("PATH", "");
    let gitless = finish(gitless, b"");
    assert_eq!(gitless.code, Some(2));
    assert!(
        gitless.err.contains("`git` is not installed"),
        "{}",
        gitless.err
    );
    change(
        place.path(),
        "policy.toml",
        "at_least_days = 42",
        "at_least_days = \"many\"",
    );
    let faulty = run(place.path(), &["HEAD"]);
    assert_eq!(faulty.code, Some(2), "{}", faulty.out);
}

/// A path of the policy met 42 days after the treatment began.
const MET: &str = "Vertebroplasty\nOsteoporotic compression fracture\n2026-10-11\nYes\nsince 2026-10-11\nYes\n\
    Did not respond\nYes\nT1\nBone marrow edema\nNo osteomyelitis\nNo unstable fracture\n\
    Clinical note, Treatment record, MRI report\nShow the result\n";

#[test]
fn stored_sessions_that_a_change_touches_are_told_with_what_they_will_be_asked() {
    let place = repository();
    let data = place.path().join("data");
    let data = data.to_str().unwrap();
    let chat = preauth(&["chat", "--data", data, "--today", "2026-11-22"]);
    let met = finish(chat, MET.as_bytes());
    assert!(met.out.contains("\nSubmit: "), "{}", met.out);
    let told = |today: &str| {
        let ran = run(
            place.path(),
            &["HEAD", ".", "--data", data, "--today", today, "--json"],
        );
        let all: Value = serde_json::from_str(&ran.out).unwrap();
        all.get("sessions").unwrap().clone()
    };
    assert_eq!(told("2026-11-22"), serde_json::json!([]));
    change(
        place.path(),
        "policy.toml",
        "at_least_days = 42",
        "at_least_days = 45",
    );
    let touched = told("2026-11-22");
    let one = touched.get(0).unwrap();
    let of = |key: &str| one.get(key).unwrap().to_string();
    assert_eq!(of("from"), "[\"submit\"]", "{touched}");
    assert_eq!(of("to"), "[\"payer_review\"]", "{touched}");
    assert_eq!(of("asked"), "[\"ambulation\"]", "{touched}");
    // On a later day both policies say the same of it.
    assert_eq!(told("2026-11-25"), serde_json::json!([]));
}

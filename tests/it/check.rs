//! `preauth check` on the files that ship, and on copies with faults.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ran, finish, preauth, run};
use crate::store_support::copy;

mod faults;

/// A copy of everything that is authored.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["dialogs", "locales", "tests/fixtures", "tests/transcripts"] {
            copy(&root.join(folder), &place.path().join(folder));
        }
        Self(place)
    }

    fn file(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn change(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.file(path)).unwrap();
        assert!(text.contains(from), "{path} has no `{from}`");
        fs::write(self.file(path), text.replacen(from, to, 1)).unwrap();
    }

    /// A run in the folder itself.
    fn inside(&self, args: &[&str]) -> Ran {
        let mut command = preauth(args);
        command.current_dir(self.0.path());
        finish(command, b"")
    }

    fn check(&self, more: &[&str]) -> Ran {
        let library = self.0.path().to_str().unwrap();
        run(&[&["check", "--library", library], more].concat(), b"")
    }
}

const POLICY: &str = "dialogs/vertebral-augmentation/policy.toml";
const SHELL: &str = "locales/es-US/shell.ftl";

#[test]
fn what_ships_has_no_faults() {
    let ran = Place::new().check(&["--deny-warnings"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(
        ran.out.contains("\nchecked 2 policies with "),
        "{}",
        ran.out
    );
    assert!(
        ran.out.ends_with("texts in 2 languages: no faults\n"),
        "{}",
        ran.out
    );
}

#[test]
fn faults_of_every_kind_of_file_are_told_at_once() {
    let place = Place::new();
    place.change(POLICY, "at_least_days = 42", "at_least_days = 43");
    let transcript = "tests/transcripts/vertebral-augmentation/23-sacroplasty-one-answer.txt";
    place.change(transcript, "> sacroplasty", "> vertebroplasty");
    let ran = place.check(&[]);
    assert_eq!(ran.code, Some(1));
    for part in ["cases.toml:", "23-sacroplasty-one-answer.txt"] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
}

#[test]
fn a_key_that_a_dialog_does_not_have_is_underlined() {
    let place = Place::new();
    let dialog = "dialogs/vertebral-augmentation/dialog.toml";
    let key = "supplied_by = \"scheduling\"";
    place.change(dialog, key, &format!("{key}\ncolour = 1"));
    let ran = place.check(&[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("dialog.toml:"), "{}", ran.out);
    assert!(ran.out.contains("`colour`"), "{}", ran.out);
}

#[test]
fn a_fault_as_json_has_its_place() {
    let place = Place::new();
    place.change(SHELL, "disclaimer =", "disclaimr =");
    let ran = place.check(&["--json", "--policy", "vertebral-augmentation"]);
    assert_eq!(ran.code, Some(1));
    let faults: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let misspelt = faults
        .iter()
        .find(|fault| fault["message"].as_str().unwrap().contains("`disclaimr`"));
    let misspelt = misspelt.unwrap_or_else(|| panic!("{}", ran.out));
    assert_eq!(
        misspelt["file"],
        place.file(SHELL).to_str().unwrap(),
        "{}",
        ran.out
    );
    let text = fs::read_to_string(place.file(SHELL)).unwrap();
    let line = text
        .lines()
        .position(|line| line.starts_with("disclaimr"))
        .unwrap()
        + 1;
    assert_eq!(misspelt["line"], line);
}

#[test]
fn warnings_are_shown_and_are_errors_only_when_denied() {
    let place = Place::new();
    fs::remove_dir_all(place.file("tests")).unwrap();
    for tag in ["en-US", "es-US"] {
        let path = format!("locales/{tag}/shell.ftl");
        let text = fs::read_to_string(place.file(&path)).unwrap();
        fs::write(place.file(&path), format!("{text}\nnever-said = {tag}.\n")).unwrap();
    }
    let shown = place.check(&[]);
    assert_eq!(shown.code, Some(0), "{}", shown.out);
    assert!(
        shown.out.contains("warning: `never-said` is never said"),
        "{}",
        shown.out
    );
    let denied = place.check(&["--deny-warnings"]);
    assert_eq!(denied.code, Some(1));
    assert!(
        denied.out.contains("error: `never-said` is never said"),
        "{}",
        denied.out
    );
}

#[test]
fn a_policy_alone_is_checked_by_its_path() {
    let place = Place::new();
    let path = place.file(POLICY);
    let good = place.check(&["--policy", path.to_str().unwrap()]);
    assert_eq!(good.code, Some(0), "{}", good.out);
    assert!(good.out.contains("checked 1 policy"), "{}", good.out);
    place.change(POLICY, "format = 1", "format = 9");
    assert_eq!(
        place.check(&["--policy", path.to_str().unwrap()]).code,
        Some(1)
    );
}

#[test]
fn in_a_folder_that_is_a_library_its_files_are_checked() {
    let place = Place::new();
    let good = place.inside(&["check"]);
    assert_eq!(
        (good.code, good.err.as_str()),
        (Some(0), ""),
        "{}",
        good.out
    );
    assert!(
        good.out.starts_with("read: `dialogs` and `locales`\n"),
        "{}",
        good.out
    );
    place.change(POLICY, "format = 1", "format = 9");
    let bad = place.inside(&["check"]);
    assert_eq!(bad.code, Some(1), "{}", bad.out);
    assert!(
        bad.out
            .contains("--> dialogs/vertebral-augmentation/policy.toml:")
    );
    let json = place.inside(&["check", "--json"]);
    assert!(
        json.err
            .starts_with("read: `dialogs` and `locales`\nchecked 2 policies"),
        "{}",
        json.err
    );
    assert!(json.out.lines().all(|line| line.starts_with('{')));
}

#[test]
fn away_from_any_library_the_carried_files_are_checked() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut command = preauth(&["check"]);
    command.current_dir(place.path());
    let ran = finish(command, b"");
    assert!(
        ran.out.starts_with("read: the files the program carries\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_policy_named_by_its_path_has_the_texts_and_transcripts_around_it() {
    let place = Place::new();
    let named = ["check", "--policy", "dialogs/vertebral-augmentation"];
    let good = place.inside(&named);
    assert_eq!(good.code, Some(0), "{}", good.out);
    let read = "read: `dialogs/vertebral-augmentation` and `locales`\n";
    assert!(good.out.starts_with(read), "{}", good.out);
    assert!(!good.out.contains(" 0 transcripts"), "{}", good.out);
    place.change(SHELL, "disclaimer =", "disclaimr =");
    let bad = place.inside(&named);
    assert_eq!(bad.code, Some(1), "{}", bad.out);
    assert!(
        bad.out.contains("--> locales/es-US/shell.ftl:"),
        "{}",
        bad.out
    );
    let handbook = place.inside(&["guide", "dialogs/vertebral-augmentation"]);
    assert_eq!((handbook.code, handbook.out.as_str()), (Some(2), ""));
    assert!(handbook.err.contains("`disclaimr`"), "{}", handbook.err);
}

#[test]
fn a_copy_that_lies_in_no_library_has_the_carried_texts() {
    let place = Place::new();
    let alone = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    copy(&place.file("dialogs/vertebral-augmentation"), alone.path());
    let path = alone.path().to_str().unwrap();
    let ran = run(&["check", "--policy", path], b"");
    let read = format!("read: `{path}`, and the texts the program carries\n");
    assert!(ran.out.starts_with(&read), "{}", ran.out);
    assert!(ran.out.contains(" 0 transcripts"), "{}", ran.out);
}

#[test]
fn what_lies_here_and_is_not_read_is_said() {
    let place = Place::new();
    let here = "help: `dialogs/` and `locales/` of this folder were not read";
    for command in ["guide", "graph"] {
        let carried = place.inside(&[command]);
        assert!(
            carried
                .err
                .starts_with("read: the files the program carries\n")
        );
        assert!(carried.err.contains(here), "{}", carried.err);
        let own = place.inside(&[command, "--library", "."]);
        assert_eq!(own.err, "read: `./dialogs` and `./locales`\n");
    }
}

#[test]
fn a_folder_without_a_library_cannot_be_checked() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let ran = run(&["check", "--library", place.path().to_str().unwrap()], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("has neither `dialogs/` nor `locales/`"),
        "{}",
        ran.err
    );
}

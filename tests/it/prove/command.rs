//! The command: what it shows, its exit codes, and the certificate that others demand.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::{DIALOG, POLICY, Small};
use crate::command::{Ran, run};

/// A library with the small policy alone.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new(dialog: &str) -> Self {
        let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let small = Small::new(POLICY, DIALOG);
        let policy = place.path().join("dialogs/small-policy");
        fs::create_dir_all(&policy).unwrap();
        fs::write(policy.join("policy.toml"), POLICY).unwrap();
        fs::write(policy.join("dialog.toml"), dialog).unwrap();
        for file in &small.library.locales {
            let folder = place.path().join("locales").join(&file.tag);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(&file.name), &file.file.text).unwrap();
        }
        Self(place)
    }

    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn run(&self, args: &[&str]) -> Ran {
        let library = self.0.path().to_str().unwrap();
        let policy = ["--policy", "small-policy", "--library", library];
        run(&[args, &policy].concat(), b"")
    }
}

const CERTIFICATE: &str = "dialogs/small-policy/certificate.json";

#[test]
fn what_is_proved_is_certified_and_demanded() {
    let place = Place::new(DIALOG);
    let before = place.run(&["check", "--certified"]);
    assert_eq!(before.code, Some(1), "{}", before.out);
    assert!(
        before
            .out
            .contains("there is no `certificate.json` beside this policy"),
        "{}",
        before.out
    );
    let proved = place.run(&["prove", "--write"]);
    assert_eq!(
        (proved.code, proved.err.as_str()),
        (Some(0), ""),
        "{}",
        proved.out
    );
    assert!(proved.out.contains("needed   holds"), "{}", proved.out);
    assert!(Path::new(&place.file(CERTIFICATE)).is_file());
    let after = place.run(&["check", "--certified"]);
    assert!(!after.out.contains("certificate"), "{}", after.out);
    let text = place.file("locales/es-US/small-policy.ftl");
    fs::write(&text, format!("{}\n", fs::read_to_string(&text).unwrap())).unwrap();
    let changed = place.run(&["check", "--certified"]);
    let why = "`es-US/small-policy.ftl` is not the one that was proved";
    assert!(changed.out.contains(why), "{}", changed.out);
    assert!(
        changed.out.contains("preauth prove --policy ") && changed.out.contains(" --write`"),
        "{}",
        changed.out
    );
    let served = place.run(&["telegram", "--certified"]);
    assert_eq!(served.code, Some(2));
}

#[test]
fn what_came_out_as_json() {
    let place = Place::new(DIALOG);
    let ran = place.run(&["prove", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["broken"], serde_json::json!([]));
    assert_eq!(value["certificate"]["counts"]["longest"], 7);
    assert!(
        value["properties"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["holds"] == true)
    );
}

#[test]
fn faults_of_the_files_are_told_first() {
    let place = Place::new("format = 1\n");
    let ran = place.run(&["prove"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("dialog.toml"), "{}", ran.err);
}

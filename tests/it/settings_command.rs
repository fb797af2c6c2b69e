//! Settings, schemas and faults of authored files, as the command line takes and tells them.

use std::path::Path;

use expect_test::expect;
use serde_json::Value;

use crate::command::{Ran, finish, preauth, run};

/// Path A with an infection at the site: it hangs on the reading `tail`.
const HANGS_ON_TAIL: &str = r#"{"id":"a","as_of":"2026-11-22","facts":{"procedure":"vertebroplasty","spinal_region":"lumbar","fracture":"compression","fracture_cause":"osteoporotic","symptomatic":true,"conservative_treatment":{"start":"2026-09-21"},"conservative_response":"failed","intent":"this_fracture_or_lesion","mri":"edema","osteomyelitis":"surgical_site","unstable_fracture":"none"}}"#;

const SETTLED: &str = r#"
[[settled]]
policy = "vertebral-augmentation"
reading = "tail"
value = "all_pathways"
reason = "minutes of March 1"
date = "2026-03-01"
"#;

fn disposition(ran: &Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    answer["disposition"].as_str().unwrap().to_owned()
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn shown(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_reading_settled_in_the_settings_is_the_axis_fixed() {
    let file = file(SETTLED);
    let path = shown(file.path());
    let by_file = run(&["evaluate", "--config", &path], HANGS_ON_TAIL.as_bytes());
    let by_argument = run(
        &["evaluate", "--settle", "tail=all_pathways"],
        HANGS_ON_TAIL.as_bytes(),
    );
    assert_eq!(disposition(&by_file), "investigational");
    assert_eq!(by_file.out, by_argument.out);
    let open = run(&["evaluate"], HANGS_ON_TAIL.as_bytes());
    assert_eq!(disposition(&open), "payer_review");
}

#[test]
fn a_variable_names_the_settings_file_and_an_argument_comes_first() {
    let (settled, empty) = (file(SETTLED), file(""));
    let mut command = preauth(&["evaluate"]);
    command.env("PREAUTH_CONFIG", settled.path());
    let named = finish(command, HANGS_ON_TAIL.as_bytes());
    assert_eq!(disposition(&named), "investigational");
    let path = shown(empty.path());
    let mut command = preauth(&["evaluate", "--config", &path]);
    command.env("PREAUTH_CONFIG", settled.path());
    let argument = finish(command, HANGS_ON_TAIL.as_bytes());
    assert_eq!(disposition(&argument), "payer_review");
}

#[test]
fn faults_of_settings_are_told_with_their_place() {
    let file = file("[store]\ndat = \"x\"\n");
    let path = shown(file.path());
    let ran = run(&["evaluate", "--config", &path], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    let said = ran.err.replace(&path, "FILE");
    expect![[r#"
        error: unknown key `dat`
         --> FILE:2:1
          |
        2 | dat = "x"
          | ^^^
          |
          = help: did you mean `data`; known: `data`, `nudge_hours`, `retention_days`, `session_expiry_days`

        1 error in 1 file
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_setting_of_the_environment_that_does_not_exist_is_refused() {
    let mut command = preauth(&["evaluate"]);
    command.env("PREAUTH__STORE__DAT", "x");
    let ran = finish(command, b"");
    assert_eq!(ran.code, Some(1));
    expect![[r#"
        error: unknown key `dat`
        --> PREAUTH__STORE__DAT
         = help: did you mean `data`; known: `data`, `nudge_hours`, `retention_days`, `session_expiry_days`

        1 error in 1 file
    "#]]
    .assert_eq(&ran.err);
}

#[test]
fn a_settings_file_that_is_not_there_is_named() {
    let ran = run(&["evaluate", "--config", "no/such.toml"], b"");
    assert_eq!(ran.code, Some(1));
    let said = "error: cannot read `no/such.toml`: there is no such file or folder\n";
    assert_eq!(ran.err, said);
}

#[test]
fn a_library_folder_takes_the_place_of_what_the_program_carries() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = run(&["evaluate"], HANGS_ON_TAIL.as_bytes());
    let folder = shown(shipped);
    let same = run(
        &["evaluate", "--library", &folder],
        HANGS_ON_TAIL.as_bytes(),
    );
    assert_eq!(own.out, same.out);
    let empty = tempfile::tempdir().unwrap();
    let ran = run(
        &["evaluate", "--library", empty.path().to_str().unwrap()],
        b"",
    );
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.ends_with("has neither `dialogs/` nor `locales/`\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_changed_policy_has_another_digest_and_a_broken_one_is_told_with_its_place() {
    let text = include_str!("../../dialogs/vertebral-augmentation/policy.toml");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.toml");
    std::fs::write(&path, format!("{text}\n# one line more\n")).unwrap();
    let digest = |ran: &Ran| {
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        answer["policy"]["digest"].to_string()
    };
    let own = run(&["evaluate"], HANGS_ON_TAIL.as_bytes());
    let other = run(
        &["evaluate", "--policy", &shown(&path)],
        HANGS_ON_TAIL.as_bytes(),
    );
    assert_ne!(digest(&own), digest(&other));
    std::fs::write(&path, text.replace("id = \"tail\"", "id = \"tale\"")).unwrap();
    let broken = run(
        &["evaluate", "--policy", &shown(&path)],
        HANGS_ON_TAIL.as_bytes(),
    );
    assert_eq!((broken.code, broken.out.as_str()), (Some(1), ""));
    assert!(broken.err.contains("policy.toml:"), "{}", broken.err);
    assert!(
        broken.err.contains("no reading is named `tail`"),
        "{}",
        broken.err
    );
}

#[test]
fn every_authored_file_has_a_schema() {
    for (name, key) in [
        ("policy", "criterion"),
        ("dialog", "step"),
        ("cases", "case"),
        ("config", "settled"),
    ] {
        let ran = run(&["schema", name], b"");
        let schema: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(ran.code, Some(0));
        assert!(
            schema["properties"][key].is_object(),
            "{name}: {}",
            schema["properties"]
        );
    }
    let ran = run(&["schema", "polcy"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("policy"), "{}", ran.err);
}

#[test]
fn a_settled_reading_that_is_none_is_told_in_the_settings_file() {
    let told = |text: String| {
        let file = file(&text);
        let path = shown(file.path());
        let ran = run(&["check", "--config", &path], b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(ran.err.contains(&format!("--> {path}:")), "{}", ran.err);
        ran.err
    };
    for (from, to, said) in [
        ("\"tail\"", "\"tial\"", "did you mean `tail`"),
        (
            "\"all_pathways\"",
            "\"all_pathway\"",
            "did you mean `all_pathways`",
        ),
        (
            "\"all_pathways\"",
            "\"nothing\"",
            "there are all_pathways, osteolytic_only",
        ),
        ("2026-", "2999-", "has not come yet"),
    ] {
        assert!(SETTLED.contains(from), "{from}");
        let err = told(SETTLED.replace(from, to));
        assert!(err.contains(said), "{said} in {err}");
    }
}

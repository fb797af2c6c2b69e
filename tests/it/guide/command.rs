//! `preauth guide` on the command line.

use std::fs;

use crate::command::run;

#[test]
fn a_handbook_is_written_to_a_file_or_to_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("handbook.html");
    let policy = "vertebral-augmentation";
    let same = run(&["guide", "--policy", policy], b"").out;
    let ran = run(&["guide", policy, "--output", file.to_str().unwrap()], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let out = run(&["guide", policy], b"").out;
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        out,
        "the same each time"
    );
    assert_eq!(same, out, "named in another way");
    assert!(out.starts_with("<!DOCTYPE html>\n"));
    let text = run(
        &["guide", policy, "--locale", "es", "--format", "markdown"],
        b"",
    )
    .out;
    assert!(text.starts_with("# Manual: "), "{text}");
}

#[test]
fn digests_are_those_of_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let from = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/dialogs/vertebral-augmentation/"
    );
    for file in ["policy.toml", "dialog.toml", "cases.toml"] {
        fs::copy(format!("{from}{file}"), folder.path().join(file)).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let seal = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.contains("one digest of all files"));
        line.unwrap().to_owned()
    };
    let before = run(&["guide", path, "--format", "markdown"], b"").out;
    let policy = folder.path().join("policy.toml");
    let text = fs::read_to_string(&policy).unwrap();
    fs::write(&policy, format!("{text}\n# a remark\n")).unwrap();
    let after = run(&["guide", path, "--format", "markdown"], b"").out;
    assert_ne!(seal(&before), seal(&after));
    let changed: Vec<&str> = before
        .lines()
        .filter(|line| !after.contains(line))
        .collect();
    assert!(
        changed
            .iter()
            .all(|line| line.contains("policy.toml") || line.contains("eal")),
        "{changed:?}"
    );
}

#[test]
fn what_stands_in_the_way_is_said() {
    let ran = run(&["guide", "--locale", "fr"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("there are no texts in `fr`") && ran.err.contains("`es-US`"),
        "{}",
        ran.err
    );
    let ran = run(&["guide", "no-such-policy"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("no-such-policy"), "{}", ran.err);
    let ran = run(
        &[
            "guide",
            "vertebral-augmentation",
            "--output",
            "no/such/folder/a.html",
        ],
        b"",
    );
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("cannot write `no/such/folder/a.html`"),
        "{}",
        ran.err
    );
}

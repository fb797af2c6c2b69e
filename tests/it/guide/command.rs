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
        changed.iter().all(|line| ["policy.toml", "eal", "Version"]
            .iter()
            .any(|part| line.contains(part))),
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

#[test]
fn the_version_is_that_of_the_results_also_where_a_reading_is_settled() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("site.toml");
    let settled = "[[settled]]\npolicy = \"vertebral-augmentation\"\nreading = \"hospital\"\n\
        value = \"observation_counts\"\nreason = \"so decided\"\ndate = \"2026-03-01\"\n";
    fs::write(&config, settled).unwrap();
    let config = config.to_str().unwrap();
    let data = folder.path().join("data");
    let chat = [
        "chat",
        "--config",
        config,
        "--today",
        "2026-11-22",
        "--data",
    ];
    let said = run(
        &[&chat[..], &[data.to_str().unwrap()]].concat(),
        b"sacroplasty\nyes\nyes\n",
    );
    let version = said.out.split("version ").nth(1).unwrap();
    let version: String = version.chars().take(12).collect();
    let guide = ["guide", "--config", config, "--format", "markdown"];
    let text = run(&guide, b"").out;
    let told = text.lines().filter(|line| line.contains(&version));
    assert_eq!(told.count(), 2, "{version} in {text}");
    assert!(text.contains("Emergency or observation care counts too."));
}

#[test]
fn each_record_stands_with_the_facts_it_shows() {
    let guide = ["guide", "vertebral-augmentation", "--format", "markdown"];
    let text = run(&guide, b"").out;
    let imaging = text.split("<a id=\"c-T1\"></a>").nth(1).unwrap();
    let imaging = imaging.split("<a id=").next().unwrap();
    assert!(
        imaging.contains("- X-ray report: Kind of fracture\n"),
        "{imaging}"
    );
    assert!(
        imaging.contains("- MRI report: Kind of fracture and MRI\n"),
        "{imaging}"
    );
    assert!(text.contains("Each of them gets the result that it must."));
}

#[test]
fn readings_are_told_apart_by_what_they_are_about() {
    let guide = ["guide", "vertebral-augmentation", "--format", "markdown"];
    let text = run(&guide, b"").out;
    let titles = text
        .lines()
        .filter(|line| line.starts_with("### Question "));
    let mut about: Vec<&str> = titles
        .map(|line| line.split_once(": ").unwrap().1)
        .collect();
    about.dedup();
    assert_eq!(about.len(), 8, "{about:#?}");
    assert!(
        about
            .iter()
            .any(|one| one.starts_with("Hospital care for pain")),
        "{about:#?}"
    );
}

#[test]
fn a_reading_comes_with_what_settles_it_and_citations_are_english() {
    let text = run(&["guide", "vertebral-augmentation", "--locale", "es"], b"").out;
    let all = crate::markup::read(&text);
    let code = |own: &str| all.iter().any(|one| one.name == "code" && one.text == own);
    assert!(
        code("[[settled]]") && code("reading = \"hospital\""),
        "{text}"
    );
    let cite = |one: &&crate::markup::Element| one.text == "Policy, vertebroplasty, bullet 1";
    let cites: Vec<_> = all.iter().filter(cite).collect();
    assert!(!cites.is_empty());
    assert!(cites.iter().any(|one| one.get("lang") == Some("en")));
}

#[test]
fn an_answer_that_breaks_the_condition_beside_it_is_not_among_those_that_count() {
    let guide = [
        "guide",
        "medicare-vertebral-augmentation",
        "--format",
        "markdown",
    ];
    let text = run(&guide, b"").out;
    let criterion = text.split("<a id=\"c-osteoporotic\"></a>").nth(1).unwrap();
    let criterion = criterion.split("<a id=").next().unwrap();
    assert!(
        criterion.contains("Acute or subacute osteoporotic fracture"),
        "{criterion}"
    );
    assert!(!criterion.contains("Old (chronic)"), "{criterion}");
}

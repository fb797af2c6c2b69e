//! What is printed.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::domain::authored::Faults;

const POLICY: &str = "# ñandú\nformat = 1\n[[fact]]\nid = \"fracture\"\nkind = \"chóise\"\nmet = { all = [\n    \"A\",\n] }\n";

fn sources() -> Sources {
    [
        ("b/policy.toml", POLICY),
        ("a/dialog.toml", "\u{feff}stpe = 1\r\nid = 2\r\n"),
    ]
    .map(|(file, text)| (file.to_owned(), text.to_owned()))
    .into()
}

fn span(text: &str, part: &str) -> Range<usize> {
    let start = text.find(part).expect("a part of the text");
    start..start + part.len()
}

fn some() -> Vec<Diagnostic> {
    let mut policy = Faults::new("b/policy.toml");
    policy
        .error(span(POLICY, "\"chóise\""), "unknown value `chóise`")
        .help("did you mean `choice`");
    policy.warning(
        span(POLICY, "{ all = [\n    \"A\",\n] }"),
        "only one of all",
    );
    policy
        .error_of_file("missing key `rule`")
        .help("add `rule`");
    let mut dialog = Faults::new("a/dialog.toml");
    dialog.error(3..7, "unknown key `stpe`");
    let mut other = Faults::new("c/cases.toml");
    other.error(3..7, "a file that is not at hand");
    [policy.finish(), dialog.finish(), other.finish()].concat()
}

#[test]
fn lines_for_people() {
    expect![[r#"
        error: unknown key `stpe`
         --> a/dialog.toml:1:1
          |
        1 | stpe = 1
          | ^^^^

        error: missing key `rule`
        --> b/policy.toml
         = help: add `rule`

        error: unknown value `chóise`
         --> b/policy.toml:5:8
          |
        5 | kind = "chóise"
          |        ^^^^^^^^
          |
          = help: did you mean `choice`

        warning: only one of all
         --> b/policy.toml:6:7
          |
        6 | met = { all = [
          |       ^^^^^^^^^

        error: a file that is not at hand
        --> c/cases.toml

        4 errors and 1 warning in 3 files
    "#]]
    .assert_eq(&people(&some(), &sources(), false));
}

#[test]
fn lines_for_editors() {
    expect![[r#"
        {"severity":"error","file":"a/dialog.toml","line":1,"column":1,"end_line":1,"end_column":5,"message":"unknown key `stpe`","help":null}
        {"severity":"error","file":"b/policy.toml","line":null,"column":null,"end_line":null,"end_column":null,"message":"missing key `rule`","help":"add `rule`"}
        {"severity":"error","file":"b/policy.toml","line":5,"column":8,"end_line":5,"end_column":16,"message":"unknown value `chóise`","help":"did you mean `choice`"}
        {"severity":"warning","file":"b/policy.toml","line":6,"column":7,"end_line":8,"end_column":4,"message":"only one of all","help":null}
        {"severity":"error","file":"c/cases.toml","line":null,"column":null,"end_line":null,"end_column":null,"message":"a file that is not at hand","help":null}
    "#]].assert_eq(&json(&some(), &sources()));
}

#[test]
fn colors_only_when_asked_for() {
    assert!(people(&some(), &sources(), true).contains('\u{1b}'));
    assert!(!people(&some(), &sources(), false).contains('\u{1b}'));
}

#[test]
fn nothing_to_say() {
    assert_eq!(people(&[], &sources(), true), "");
    assert_eq!(json(&[], &sources()), "");
}

#[test]
fn counts() {
    let error = Diagnostic::error("a", 0..1, "x");
    let warning = Diagnostic {
        severity: Severity::Warning,
        file: "b".into(),
        ..error.clone()
    };
    assert_eq!(summary(std::slice::from_ref(&error)), "1 error in 1 file");
    assert_eq!(
        summary(&[warning.clone(), warning.clone()]),
        "2 warnings in 1 file"
    );
    assert_eq!(
        summary(&[error.clone(), error, warning]),
        "2 errors and 1 warning in 2 files"
    );
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    let place = |byte| {
        let place = Place::of("\u{feff}é = 1\r\nb", byte);
        (place.line, place.column)
    };
    assert_eq!([place(3), place(5), place(11)], [(1, 1), (1, 2), (2, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_span_of_any_text_can_be_shown(text in "(?s)[a\n\r\té日\u{feff}\u{0}]{0,40}", start in 0..60_usize, length in 0..20_usize) {
        let found = Diagnostic::error("file.toml", start..start + length, "x").help("y");
        let sources = Sources::from([("file.toml".to_owned(), text)]);
        prop_assert!(people(std::slice::from_ref(&found), &sources, false).ends_with("1 error in 1 file\n"));
        prop_assert_eq!(json(&[found], &sources).lines().count(), 1);
    }
}

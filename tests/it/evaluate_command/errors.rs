//! What cannot be answered is said in its place, and nothing is passed over in silence.

use expect_test::{Expect, expect};

use super::{EXAMPLE, answers};
use crate::command::run;

fn check(line: &str, error: &Expect) {
    let ran = run(&["evaluate"], line.as_bytes());
    assert_eq!(ran.code, Some(2), "{}", ran.out);
    let answers = answers(&ran);
    assert_eq!((answers.len(), &answers[0]["line"]), (1, &1.into()));
    error.assert_eq(answers[0]["error"].as_str().unwrap());
}

fn facts(facts: &str, error: &Expect) {
    check(
        &format!(r#"{{"id":1,"as_of":"2026-11-22","facts":{{{facts}}}}}"#),
        error,
    );
}

#[test]
fn lines_are_answered_in_order_and_errors_stand_in_their_place() {
    let bad = r#"{"id":"bad","as_of":"2026-11-22","facts":{"mri":"blurred"}}"#;
    let good = |id: &str| EXAMPLE.replace("c1", id);
    let input = format!(
        "{}\n{bad}\n\n   \n{}\r\nnonsense\n{}",
        good("x"),
        good("y"),
        good("z")
    );
    let ran = run(&["evaluate"], input.as_bytes());
    let answers = answers(&ran);
    let ids: Vec<String> = answers.iter().map(|one| one["id"].to_string()).collect();
    assert_eq!(ids, [r#""x""#, r#""bad""#, r#""y""#, "null", r#""z""#]);
    let errors: Vec<String> = answers.iter().map(|one| one["line"].to_string()).collect();
    assert_eq!(errors, ["null", "2", "null", "6", "null"]);
    assert!(
        ran.out
            .lines()
            .nth(1)
            .unwrap()
            .starts_with(r#"{"line":2,"id":"bad","error":""#)
    );
    assert_eq!(ran.code, Some(2));
    let summary = "2 lines could not be answered, the first is line 2; 3 answered\n";
    assert_eq!(ran.err, summary);
}

#[test]
fn names_that_nothing_has_are_refused_with_the_one_that_was_meant() {
    facts(
        r#""procdure":"kyphoplasty""#,
        &expect!["unknown fact `procdure` (did you mean `procedure`?)"],
    );
    facts(
        r#""procedure":"kyphoplasti""#,
        &expect![
            "`kyphoplasti` is no value of `procedure`, which takes one of `vertebroplasty`, `kyphoplasty`, `sacroplasty`, `other_augmentation` (did you mean `kyphoplasty`?)"
        ],
    );
    check(
        r#"{"as_of":"2026-11-22","fact":{}}"#,
        &expect!["unknown key `fact` (did you mean `facts`?)"],
    );
    check(
        r#"{"as_of":"2026-11-22","documents":["mri"]}"#,
        &expect!["unknown document `mri`"],
    );
    let period = r#""conservative_treatment":{"start":"2026-10-11","stop":null}"#;
    facts(
        period,
        &expect![[
            r#"unknown key `stop`; `conservative_treatment` takes {"start": date, "end": date or null}"#
        ]],
    );
}

#[test]
fn values_of_another_kind_are_refused() {
    facts(
        r#""symptomatic":"yes""#,
        &expect!["`symptomatic` takes true or false"],
    );
    facts(
        r#""symptomatic":1"#,
        &expect!["`symptomatic` takes true or false"],
    );
    facts(
        r#""fracture_onset":"6 weeks ago""#,
        &expect!["`fracture_onset` has a day that is not a calendar date in the form YYYY-MM-DD"],
    );
    facts(
        r#""fracture_onset":"2026-02-31""#,
        &expect!["`fracture_onset` has a day that is not a calendar date in the form YYYY-MM-DD"],
    );
    facts(
        r#""fracture_onset":["2026-10-05","2026-10-01"]"#,
        &expect!["`fracture_onset` has a range whose first day is after its last"],
    );
    facts(
        r#""fracture_onset":["2026-10-05"]"#,
        &expect![[
            r#"`fracture_onset` takes a date such as "2026-03-01", or two dates [first, last]"#
        ]],
    );
    facts(
        r#""conservative_treatment":"2026-10-11""#,
        &expect![[r#"`conservative_treatment` takes {"start": date, "end": date or null}"#]],
    );
    facts(
        r#""conservative_treatment":{"end":"2026-10-11"}"#,
        &expect![[r#"`conservative_treatment` takes {"start": date, "end": date or null}"#]],
    );
    check(
        r#"{"id":[],"as_of":"2026-11-22"}"#,
        &expect!["`id` takes a text or a number"],
    );
    check(
        r#"{"as_of":"2026-11-22","facts":[]}"#,
        &expect!["`facts` takes an object of facts by name"],
    );
    check(
        r#"{"as_of":"2026-11-22","documents":"mri_report"}"#,
        &expect!["`documents` takes a list of document names"],
    );
}

#[test]
fn days_that_cannot_be_are_refused() {
    facts(
        r#""fracture_onset":"2026-11-23""#,
        &expect!["`fracture_onset` has the day 2026-11-23, which is after `as_of`"],
    );
    facts(
        r#""fracture_onset":["2026-11-20","2026-11-23"]"#,
        &expect!["`fracture_onset` has the day 2026-11-23, which is after `as_of`"],
    );
    let period = r#""conservative_treatment":{"start":"2026-10-11","end":"2026-10-10"}"#;
    facts(
        period,
        &expect!["`conservative_treatment` ends before it starts"],
    );
    check(r#"{"facts":{}}"#, &expect!["`as_of` is missing"]);
    check(
        r#"{"as_of":"22.11.2026"}"#,
        &expect!["`as_of` takes the day of evaluation, a calendar date in the form YYYY-MM-DD"],
    );
}

#[test]
fn a_key_that_is_there_twice_is_refused_even_when_one_is_null() {
    facts(
        r#""mri":null,"mri":"edema""#,
        &expect!["`mri` is there twice"],
    );
    check(
        r#"{"as_of":"2026-11-22","as_of":"2026-11-22"}"#,
        &expect!["`as_of` is there twice"],
    );
    let period = r#""conservative_treatment":{"start":"2026-10-11","start":"2026-10-12"}"#;
    facts(
        period,
        &expect![[
            r#"`start` is there twice; `conservative_treatment` takes {"start": date, "end": date or null}"#
        ]],
    );
}

#[test]
fn every_fault_of_a_line_is_named_at_once() {
    let line = r#"{"as_of":"2026-11-22","facts":{"mri":3,"fractur":"none"},"dokuments":[]}"#;
    check(
        line,
        &expect![
            "unknown key `dokuments` (did you mean `documents`?); `mri` takes one of `edema`, `no_edema`, `not_done`, `unavailable`; unknown fact `fractur` (did you mean `fracture`?)"
        ],
    );
}

#[test]
fn what_is_no_json_object_is_refused() {
    check(
        r#"{"id":"c1""#,
        &expect!["not JSON: EOF while parsing an object at column 10"],
    );
    check(
        r#"{"id":"c1"} {}"#,
        &expect!["not JSON: trailing characters at column 13"],
    );
    check(
        "[1]",
        &expect![[
            r#"a line is one JSON object such as {"id":"c1","as_of":"2026-11-22","facts":{}}"#
        ]],
    );
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut input = b"{\"id\":\"\xff\"}\n".to_vec();
    input.extend_from_slice(EXAMPLE.as_bytes());
    let ran = run(&["evaluate"], &input);
    let answers = answers(&ran);
    assert_eq!(answers[0]["error"], "not UTF-8 from byte 8");
    assert_eq!(answers[1]["id"], "c1");
}

#[test]
fn a_very_long_line_is_refused_and_the_next_is_answered() {
    let mut input = vec![b' '; 1024 * 1024];
    input.extend_from_slice(b" {}\n");
    input.extend_from_slice(EXAMPLE.as_bytes());
    let answers = answers(&run(&["evaluate"], &input));
    assert_eq!(answers[0]["error"], "the line is longer than 1048576 bytes");
    assert_eq!(answers[1]["id"], "c1");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let ran = run(&["evaluate", "no/such/file.jsonl"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    let said = "error: cannot read `no/such/file.jsonl`: there is no such file or folder\n";
    assert_eq!(ran.err, said);
}

#[test]
fn arguments_that_mean_nothing_are_explained() {
    let cases: [(&[&str], &Expect); 4] = [
        (
            &["--policy", "vertebral-augmentatoin"],
            &expect![[r#"
            error: no policy is named `vertebral-augmentatoin`; did you mean `vertebral-augmentation`?
        "#]],
        ),
        (
            &["--settle", "tial=all_pathways"],
            &expect![[r#"
                error: no reading is named `tial`; did you mean `tail`?
            "#]],
        ),
        (
            &["--settle", "tail=all"],
            &expect![[r#"
                error: the reading `tail` has no value `all`; it is one of `all_pathways`, `osteolytic_only`
            "#]],
        ),
        (
            &["--policy", "./nowhere"],
            &expect![[r#"
            error: cannot read `./nowhere`: there is no such file or folder
        "#]],
        ),
    ];
    for (args, said) in cases {
        let ran = run(&[&["evaluate"], args].concat(), b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        said.assert_eq(&ran.err);
    }
}

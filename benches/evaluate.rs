//! The evaluator: a full assessment with exact needs under the default, the strictest and the most lenient readings;
//! loading a policy; and a file of items from its first byte to its last answer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot be set up has nothing to measure"
)]

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};

use divan::Bencher;
use preauth::domain::policy::json::{Answer, Pin, read_question};
use preauth::domain::policy::{self, Policy, evaluate};

const POLICY: &str = include_str!("../dialogs/vertebral-augmentation/policy.toml");

/// States of an item: a name and the facts of its line, with what follows them.
const STATES: [(&str, &str); 6] = [
    ("nothing_known", "{}"),
    (
        "half_known",
        r#"{"procedure":"kyphoplasty","spinal_region":"lumbar","fracture":"compression","fracture_cause":"osteoporotic","symptomatic":true,"conservative_treatment":{"start":"2026-10-11","end":null},"conservative_response":"failed","mri":"edema"}"#,
    ),
    (
        "half_known_with_ranges",
        r#"{"procedure":"kyphoplasty","spinal_region":"lumbar","fracture_onset":["2026-10-01","2026-10-15"],"conservative_treatment":{"start":["2026-10-05","2026-10-14"],"end":null},"symptomatic":true,"mri":"edema","hospitalized_for_pain":"no"}"#,
    ),
    ("all_known", ALL),
    (
        "all_known_not_yet",
        r#"{"procedure":"vertebroplasty","line_of_business":"commercial","spinal_region":"lumbar","fracture":"compression","fracture_cause":"osteoporotic","symptomatic":true,"fracture_onset":"2026-10-20","conservative_treatment":{"start":"2026-10-21"},"conservative_response":"partial","hospitalized_for_pain":"ed_or_observation","ambulation":"with_aid","lesion":"none","severe_lesion_pain":false,"mri":"edema","bone_scan":"unavailable","spect_ct":"unavailable","osteomyelitis":"none","unstable_fracture":"none","intent":"this_fracture_or_lesion"}"#,
    ),
    ("one_answer", r#"{"procedure":"sacroplasty"}"#),
];

const ALL: &str = r#"{"procedure":"vertebroplasty","line_of_business":"commercial","spinal_region":"lumbar","fracture":"compression","fracture_cause":"osteoporotic","symptomatic":true,"fracture_onset":"2026-09-20","conservative_treatment":{"start":"2026-09-20"},"conservative_response":"failed","hospitalized_for_pain":"no","ambulation":"independent","lesion":"none","severe_lesion_pain":false,"mri":"edema","bone_scan":"unavailable","spect_ct":"unavailable","osteomyelitis":"none","unstable_fracture":"none","intent":"this_fracture_or_lesion"}"#;

/// Lines of the file.
const LINES: usize = 100_000;

fn main() {
    divan::main();
}

fn policy() -> Policy {
    let (policy, _) = policy::parse("policy.toml", POLICY);
    policy.unwrap()
}

fn line(state: &str, documents: &str) -> String {
    let (_, facts) = STATES.iter().find(|(name, _)| *name == state).unwrap();
    format!(r#"{{"id":"c1","as_of":"2026-11-22","facts":{facts}{documents}}}"#)
}

fn states() -> impl Iterator<Item = &'static str> {
    STATES.iter().map(|(name, _)| *name)
}

#[divan::bench(args = states())]
fn assessment(bencher: Bencher, state: &str) {
    let policy = policy();
    let question = read_question(&policy, &line(state, "")).unwrap();
    bencher.bench_local(|| evaluate(&policy, black_box(&question.facts), question.as_of));
}

#[divan::bench]
fn assessment_with_documents_missing(bencher: Bencher) {
    let policy = policy();
    let line = line("all_known", r#","documents":["clinical_note"]"#);
    let question = read_question(&policy, &line).unwrap();
    bencher.bench_local(|| evaluate(&policy, black_box(&question.facts), question.as_of));
}

#[divan::bench(args = states())]
fn line_of_json(bencher: Bencher, state: &str) {
    let policy = policy();
    let pin = Pin {
        id: policy.name().to_string(),
        digest: "0".repeat(64),
        text_through: policy.text_through().into(),
        example: false,
        settled: Vec::new(),
    };
    let line = line(state, "");
    let mut out = Vec::new();
    bencher.bench_local(|| {
        let question = read_question(&policy, black_box(&line)).unwrap();
        let assessment = evaluate(&policy, &question.facts, question.as_of);
        let asked = (&question.id, &question.facts);
        out.clear();
        let answer = Answer::new((&policy, &pin), asked, &assessment);
        serde_json::to_writer(&mut out, &answer).unwrap();
        out.len()
    });
}

#[divan::bench]
fn load_policy() -> Policy {
    policy()
}

/// The whole command over a file of 100,000 lines, start and end of the process included.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn file_of_100_000_lines(bencher: Bencher) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    for number in 0..LINES {
        let (state, _) = STATES[number % STATES.len()];
        writeln!(file, "{}", line(state, "")).unwrap();
    }
    file.flush().unwrap();
    let counter = divan::counter::ItemsCount::new(LINES);
    bencher.counter(counter).bench_local(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preauth"));
        let command = command.arg("evaluate").arg(file.path());
        let status = command.stdout(Stdio::null()).status().unwrap();
        assert!(status.success());
    });
}

//! Conversations as text: the shipped ones are as written, and whatever differs is told.

use std::fs;
use std::path::{Path, PathBuf};

use preauth::domain::transcript::{Difference, Subject};
use preauth::library::Library;
use preauth::replay::{Mode, Options, Played, Ran, Replayer, Script, scripts};

use crate::command::run;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");

fn shipped() -> Vec<Script> {
    scripts(&[PathBuf::from(SHIPPED)]).unwrap()
}

fn replayer(modes: &[Mode]) -> Replayer {
    let options = Options {
        modes: modes.to_vec(),
        ..Options::default()
    };
    Replayer::new(Library::embedded().unwrap(), options)
}

fn all_told(replayer: &Replayer) -> String {
    let played: Vec<Played> = shipped()
        .iter()
        .map(|script| replayer.play(script))
        .collect();
    assert!(played.len() >= 4);
    told(&played)
}

/// Plays a text that lies in this folder.
fn play_in(folder: &Path, text: &str, modes: &[Mode]) -> Played {
    let path = folder.join("t.txt");
    replayer(modes).play(&Script {
        file: "t.txt".into(),
        path,
        text: text.into(),
    })
}

fn ran(text: &str) -> Ran {
    play_in(Path::new("."), text, &[]).result.unwrap()
}

/// What differs as written and in every mode.
fn everywhere(text: &str) -> String {
    told(&[play_in(Path::new("."), text, &Mode::ALL)])
}

fn differences(text: &str) -> Vec<Difference> {
    ran(text).differences
}

/// What differs, a line each, so that a change of many words can still be read.
fn told(played: &[Played]) -> String {
    let of_one = |one: &Played| match &one.result {
        Ok(ran) => ran
            .differences
            .iter()
            .chain(ran.under.iter().flat_map(|under| &under.differences))
            .map(|it| {
                format!(
                    "{}:{}: {:?} | {:?}\n",
                    one.file, it.line, it.expected, it.got
                )
            })
            .collect(),
        Err(faults) => format!("{}: {faults:?}\n", one.file),
    };
    played.iter().map(of_one).collect()
}

#[test]
fn every_shipped_conversation_is_as_written() {
    assert_eq!(all_told(&replayer(&[])), "");
}

#[test]
fn blessing_what_is_as_written_changes_nothing() {
    let replayer = replayer(&[]);
    for script in shipped() {
        assert_eq!(
            replayer.play(&script).result.unwrap().blessed,
            script.text,
            "{}",
            script.file
        );
    }
}

/// A conversation as it goes today, with one change.
fn changed(from: &str, to: &str) -> Vec<Difference> {
    let text = ran(&format!(
        "{HEADER}< .\n> sacroplasty\n= disposition: investigational\n= questions: 1\n"
    ))
    .blessed;
    assert!(text.contains(from));
    differences(&text.replacen(from, to, 1))
}

#[test]
fn one_word_one_choice_or_one_assertion_that_differs_is_told_with_its_line() {
    let found = changed("< Which procedure or procedures", "< Which procedures");
    let [one] = found.as_slice() else {
        panic!("{found:#?}")
    };
    assert_eq!((one.line, &one.subject), (7, &Subject::Said));
    let expected = one.expected.as_deref().unwrap();
    let got = one.got.as_deref().unwrap();
    assert!(expected.starts_with("Which procedures") && got.starts_with("Which procedure or"));
    assert_eq!(changed("[Kyphoplasty] ", "").len(), 1);
    assert_eq!(changed("= questions: 1", "= questions: 2").len(), 1);
    assert_eq!(
        changed("disposition: investigational", "disposition: submit").len(),
        1
    );
    assert_eq!(
        changed("> sacroplasty\n", "> sacroplasty\n< More.\n").len(),
        1
    );
}

const HEADER: &str = "today: 2026-11-22\npolicy: vertebral-augmentation\n";

#[test]
fn nothing_may_be_said_that_is_not_expected() {
    let found = differences(&format!("{HEADER}> sacroplasty\n"));
    assert!(found.len() > 5);
    assert_eq!(differences(&format!("{HEADER}> sacroplasty\n< ...\n")), []);
}

#[test]
fn blessing_a_bare_conversation_makes_it_pass() {
    let blessed = ran(&format!(
        "{HEADER}# Begin.\n> sacroplasty\n= disposition: submit\n"
    ))
    .blessed;
    assert!(blessed.contains("# Begin.\n> sacroplasty\n< Result for Sacroplasty\n"));
    assert!(blessed.ends_with("= disposition: investigational\n"));
    assert_eq!(differences(&blessed), []);
}

#[test]
fn a_killed_process_says_the_same_again_and_a_started_one_welcomes_back() {
    let text = format!(
        "{HEADER}> kyphoplasty\n< ...\n! kill\n! restart\n< @resume-greeting\n< ...\n= procedure: kyphoplasty\n"
    );
    assert_eq!(everywhere(&text), "");
}

#[test]
fn an_input_that_comes_again_is_answered_again_and_counts_once() {
    let begin = format!("{HEADER}> kyphoplasty\n< ...\n> 1\n< ...\n");
    assert_eq!(
        differences(&format!(
            "{begin}! duplicate\n! stale 1\n= fracture: compression\n"
        )),
        []
    );
    let other = differences(&format!("{begin}! duplicate\n< Something else.\n"));
    assert!(other.iter().all(|one| one.subject != Subject::TakenTwice));
    assert!(!other.is_empty());
}

#[test]
fn a_case_goes_on_at_another_channel() {
    let text = format!(
        "{HEADER}> kyphoplasty\n< ...\n! hand-over console\n< @resume-greeting\n< ...\n> 1\n< ...\n= fracture: compression\n= procedure: kyphoplasty\n"
    );
    assert_eq!(everywhere(&text), "");
}

#[test]
fn days_go_by_and_a_date_typed_before_stays_the_same_day() {
    let text = format!(
        "{HEADER}> kyphoplasty\n< ...\n> 1\n< ...\n> 3 weeks ago\n< ...\n> yes\n< ...\n! advance 2 weeks\n! restart\n< @resume-greeting\n< @resume-day\n< ...\n= fracture_onset: 2026-11-01\n"
    );
    assert_eq!(differences(&text), []);
}

#[test]
fn another_version_of_the_policy_is_told_and_the_answers_stay() {
    let folder = tempfile::tempdir().unwrap();
    let policy = include_str!("../../dialogs/vertebral-augmentation/policy.toml");
    fs::create_dir(folder.path().join("next")).unwrap();
    fs::write(
        folder.path().join("next/policy.toml"),
        format!("{policy}\n# Another version.\n"),
    )
    .unwrap();
    let text = format!(
        "{HEADER}> kyphoplasty\n< ...\n! policy next\n> 1\n< @unseen\n< @repinned\n< ...\n= procedure: kyphoplasty\n"
    );
    assert_eq!(
        play_in(folder.path(), &text, &[])
            .result
            .unwrap()
            .differences,
        []
    );
    let text = text.replace("policy next", "policy nowhere");
    let faults = play_in(folder.path(), &text, &[]).result.unwrap_err();
    assert_eq!(
        text.get(faults[0].span.clone().unwrap()),
        Some("! policy nowhere")
    );
}

#[test]
fn a_language_is_chosen_by_its_tag() {
    let text = format!(
        "{HEADER}> kyphoplasty\n< ...\n! locale es-US\n< Ahora el idioma es español.\n< ...\n"
    );
    assert_eq!(differences(&text), []);
    let spanish = format!(
        "locale: es-US\n{HEADER}< @greeting\n< ...\n> cifoplastia\n< ...\n= procedure: kyphoplasty\n"
    );
    assert_eq!(differences(&spanish), []);
}

#[test]
fn what_cannot_be_played_is_refused() {
    for (text, message) in [
        ("locale: xx-XX\n> x\n", "there are no texts in `xx-XX`"),
        (
            "> x\n< ...\n= mry: edema\n",
            "`mry` is neither a fact of the policy nor another key",
        ),
        ("! hand-over console\n", "there is no case yet to hand over"),
        ("! duplicate\n", "nothing was typed so long ago"),
        ("channel: fax\n> x\n", "there is no channel `fax`"),
        (
            "> x\n< ...\n= disposition: approve\n",
            "there is no disposition `approve`",
        ),
    ] {
        let played = play_in(Path::new("."), &format!("today: 2026-11-22\n{text}"), &[]);
        assert_eq!(played.result.unwrap_err()[0].message, message);
    }
    let other = play_in(
        Path::new("."),
        "today: 2026-11-22\npolicy: none-such\n> x\n",
        &[],
    );
    assert!(
        other.result.unwrap_err()[0]
            .message
            .contains("no policy is named `none-such`")
    );
}

#[test]
fn the_command_plays_tells_and_rewrites() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.txt");
    let path = file.to_str().unwrap();
    fs::write(&file, format!("{HEADER}> sacroplasty\n< Hello.\n")).unwrap();
    let differing = run(&["replay", path], b"");
    assert_eq!(differing.code, Some(1));
    assert!(
        differing.out.contains("one.txt:4: said"),
        "{}",
        differing.out
    );
    assert!(
        differing
            .out
            .ends_with("1 transcript, 1 turn: 1 with differences\n"),
        "{}",
        differing.out
    );
    let rewritten = run(&["replay", "--bless", path], b"");
    assert_eq!(
        (rewritten.code, rewritten.out.contains("1 rewritten")),
        (Some(0), true)
    );
    let passing = run(
        &[
            "replay",
            "--json",
            "--all-modes",
            folder.path().to_str().unwrap(),
        ],
        b"",
    );
    assert_eq!(passing.code, Some(0));
    let row: serde_json::Value = serde_json::from_str(&passing.out).unwrap();
    assert_eq!(
        (&row["turns"], &row["differences"]),
        (&1.into(), &serde_json::json!([]))
    );
    fs::write(&file, "tody: 2026-11-22\n> sacroplasty\n").unwrap();
    let faulty = run(&["replay", path], b"");
    assert_eq!(faulty.code, Some(2));
    assert!(
        faulty.err.contains("unknown header `tody`") && faulty.err.contains("did you mean `today`"),
        "{}",
        faulty.err
    );
    assert_eq!(run(&["replay", "no-such-folder"], b"").code, Some(2));
}

//! `preauth chat` through a pipe.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};

use tempfile::TempDir;

use crate::command::{Ran, finish, preauth, run};

/// A folder of sessions that is gone at the end.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    fn data(&self) -> String {
        self.0.path().join("sessions").display().to_string()
    }

    /// A conversation on a day of November 2026, with more arguments.
    fn chat(&self, day: u8, more: &[&str], typed: &str) -> Ran {
        let (data, today) = (self.data(), format!("2026-11-{day}"));
        let mut args = vec!["chat", "--data", &data, "--today", &today];
        args.extend(more);
        run(&args, typed.as_bytes())
    }
}

pub(crate) fn case_of(said: &str) -> String {
    let (_, rest) = said.split_once("Case reference: ").unwrap();
    rest.chars().take(9).collect()
}

#[test]
fn one_answer_about_sacroplasty_ends_in_its_result() {
    let ran = Place::new().chat(22, &[], "sacroplasty\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let order = [
        "Question 1, about",
        "Which procedure or procedures are you requesting?\n",
        "1) Vertebroplasty\n2) Kyphoplasty\n3) Sacroplasty\n4) Another augmentation procedure\n",
        "Result for Sacroplasty\nInvestigational under the policy: ",
        "Case reference: ",
        "This is not an approval, a denial or a guarantee.",
        "Computed for November 22, 2026.\n",
        "run \"preauth chat\" again.\n",
    ];
    let mut rest = ran.out.as_str();
    for part in order {
        rest = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("{part} in {}", ran.out))
            .1;
    }
    assert!(!ran.out.contains('\u{1b}'), "no escape sequences in a pipe");
}

#[test]
fn a_number_a_letter_case_and_a_word_choose_the_same() {
    for typed in [
        "3\n",
        "SACROPLASTY\n",
        "Sacroplasty",
        "sacroplasty\r\n",
        "\n \nsacroplasty\n",
    ] {
        let ran = Place::new().chat(22, &[], typed);
        assert!(
            ran.out.contains("Result for Sacroplasty"),
            "{typed:?}: {}",
            ran.out
        );
    }
}

#[test]
fn a_second_start_goes_on_and_a_new_one_begins_anew() {
    let place = Place::new();
    let first = place.chat(22, &[], "kyphoplasty\n1\n");
    let question = "When did the fracture at this level start?";
    let asked = |ran: &Ran| {
        ran.out
            .lines()
            .rfind(|line| line.ends_with('?'))
            .map(str::to_owned)
    };
    assert_eq!(asked(&first).as_deref(), Some(question), "{}", first.out);

    let second = place.chat(22, &[], "");
    assert_eq!(asked(&second).as_deref(), Some(question), "{}", second.out);
    assert!(!second.out.contains("Which procedure"), "{}", second.out);

    let anew = place.chat(22, &["--new"], "sacroplasty\n");
    let case = case_of(&first.out);
    assert_ne!(case_of(&anew.out), case);
    for typed in [case.clone(), case.to_lowercase().replace('-', "")] {
        let back = place.chat(22, &["--case", &typed], "");
        assert_eq!(asked(&back).as_deref(), Some(question), "{}", back.out);
    }
}

#[test]
fn pausing_keeps_the_answers_and_says_how_to_come_back() {
    let place = Place::new();
    let paused = place.chat(22, &[], "kyphoplasty\npause\nsacroplasty\n");
    let case = case_of(&paused.out);
    assert_eq!(paused.code, Some(0));
    let last = paused.out.trim_end().lines().last().unwrap();
    assert!(
        last.starts_with("The case is paused.") && last.contains(&case),
        "{last}"
    );

    let later = place.chat(30, &[], "");
    let said = format!(
        "Welcome back to case {case}.\n\nYou last answered on November 22, 2026. Today is November 30, 2026"
    );
    assert!(later.out.starts_with(&said), "{}", later.out);
}

#[test]
fn the_end_of_the_input_before_any_answer_opens_no_case() {
    let place = Place::new();
    let ran = place.chat(22, &[], "help\n");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("What you can type now:"), "{}", ran.out);
    assert!(
        ran.out
            .ends_with("No case was opened, because no question was answered.\n\n"),
        "{}",
        ran.out
    );
    let listed = run(&["sessions", "list", "--data", &place.data()], b"");
    assert_eq!(listed.out, "no sessions\n");
}

#[test]
fn it_speaks_spanish() {
    let place = Place::new();
    let ran = place.chat(22, &["--locale", "es-US"], "sacroplastia\n");
    assert!(
        ran.out
            .contains("¿Qué procedimiento o procedimientos solicita?\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("En investigación según la política: "),
        "{}",
        ran.out
    );
    let again = place.chat(22, &["--locale", "en-US"], "");
    assert!(
        again.out.contains("Resultado para"),
        "a case keeps its language: {}",
        again.out
    );
}

#[test]
fn what_is_typed_is_never_stored() {
    let place = Place::new();
    let secret = "Persephone Quillfeather";
    place.chat(
        22,
        &[],
        &format!("kyphoplasty for {secret}\n{secret}\nkyphoplasty\n{secret} walks\n"),
    );
    let files = walk(place.0.path());
    assert!(files.len() > 2, "{files:?}");
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("Persephone") && !text.contains("Quillfeather"),
            "{file:?}"
        );
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// A conversation that has said its first question and goes on waiting.
fn waiting(data: &str) -> Child {
    let mut child = preauth(&["chat", "--data", data])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.as_mut().unwrap());
    assert!(
        out.lines()
            .map_while(Result::ok)
            .any(|line| line.ends_with('?'))
    );
    child
}

#[test]
fn a_second_process_on_the_same_sessions_is_told_so() {
    let place = Place::new();
    let mut first = waiting(&place.data());
    let second = place.chat(22, &[], "sacroplasty\n");
    first
        .stdin
        .as_mut()
        .unwrap()
        .write_all(b"sacroplasty\n")
        .unwrap();
    assert!(first.wait_with_output().unwrap().status.success());
    assert_eq!((second.code, second.out.as_str()), (Some(1), ""));
    let told = format!("error: another preauth has `{}` open\nhelp: ", place.data());
    assert!(second.err.starts_with(&told), "{}", second.err);
}

#[test]
fn a_kill_between_turns_loses_nothing() {
    let place = Place::new();
    let mut first = waiting(&place.data());
    first
        .stdin
        .as_mut()
        .unwrap()
        .write_all(b"sacroplasty\n")
        .unwrap();
    let out = BufReader::new(first.stdout.as_mut().unwrap());
    assert!(
        out.lines()
            .map_while(Result::ok)
            .any(|line| line.contains("Investigational"))
    );
    first.kill().unwrap();
    first.wait().unwrap();
    let again = place.chat(22, &[], "");
    assert!(
        again.out.contains("Result for Sacroplasty"),
        "{}",
        again.out
    );
}

#[test]
fn a_closed_input_and_a_reader_who_leaves_are_no_errors() {
    let place = Place::new();
    let mut command = preauth(&["chat", "--data", &place.data()]);
    command.stdin(Stdio::null());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");

    let mut child = preauth(&["chat", "--data", &place.data()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
}

#[test]
fn arguments_that_mean_nothing_are_refused() {
    let cases: [(&[&str], &str); 5] = [
        (&["--colour"], "unexpected argument '--colour'"),
        (
            &["--today", "2026-02-31"],
            "not a calendar date in the form YYYY-MM-DD",
        ),
        (
            &["--case", "ABCD-EFG0"],
            "`0` is never part of a case reference",
        ),
        (&["--settle", "tail"], "must be READING=VALUE"),
        (&["--policy", "vertebral"], "no policy is named `vertebral`"),
    ];
    for (args, why) in cases {
        let data = Place::new().data();
        let ran = run(&[&["chat", "--data", &data], args].concat(), b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(why), "{}", ran.err);
    }
}

#[test]
fn a_case_that_is_not_there_is_named() {
    let place = Place::new();
    let case = preauth::domain::dialog::CaseReference::from_seed(7).to_string();
    let ran = place.chat(22, &["--case", &case], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        format!(
            "error: there is no case `{case}`\nhelp: `preauth sessions list` shows those there are\n"
        )
    );
}

#[test]
fn styles_come_only_when_they_are_wanted() {
    let place = Place::new();
    let bold = place.chat(22, &["--color", "always"], "");
    assert!(
        bold.out
            .contains("\u{1b}[1mWhich procedure or procedures are you requesting?\u{1b}[0m\n"),
        "{}",
        bold.out
    );
    let mut command = preauth(&["chat", "--data", &place.data(), "--color", "auto"]);
    command.env("NO_COLOR", "1");
    assert!(!finish(command, b"").out.contains('\u{1b}'));
}

#[test]
fn authored_files_with_errors_start_no_conversation() {
    let place = Place::new();
    let folder = place.0.path().join("mine");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("policy.toml"), "format = 1\n[policy\n").unwrap();
    let ran = place.chat(22, &["--policy", folder.to_str().unwrap()], "sacroplasty\n");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("policy.toml:2:"), "{}", ran.err);
}

#[test]
fn a_birth_date_typed_at_a_date_question_is_neither_kept_nor_repeated() {
    for typed in [
        "03/14/1951",
        "b. 03/14/1951",
        "nac. 14-03-1951",
        "birth 03/14/1951",
        "3/14/1951 Wanda",
    ] {
        let place = Place::new();
        let ran = place.chat(22, &[], &format!("kyphoplasty\n1\n{typed}\n"));
        assert_eq!(ran.code, Some(0), "{typed}");
        assert!(!ran.out.contains("1951"), "{typed}: {}", ran.out);
        for entry in std::fs::read_dir(place.data()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let bytes = std::fs::read(&path).unwrap();
                assert!(
                    !bytes.windows(4).any(|four| four == b"1951"),
                    "{typed}: {}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn a_long_number_is_not_repeated() {
    let ran = Place::new().chat(22, &[], "kyphoplasty\n44332211\n");
    assert!(!ran.out.contains("44332211"), "{}", ran.out);
}

#[test]
fn a_cancelled_case_has_no_result() {
    let place = Place::new();
    let ran = place.chat(22, &[], "kyphoplasty\ncancel\nyes\n");
    let reference = case_of(&ran.out);
    let shown = run(
        &["sessions", "show", &reference, "--data", &place.data()],
        b"",
    );
    assert!(
        shown.out.contains("cancelled") && !shown.out.contains("Result for"),
        "{}",
        shown.out
    );
    let back = place.chat(22, &["--case", &reference], "");
    assert!(back.out.contains("being treated"), "{}", back.out);
}

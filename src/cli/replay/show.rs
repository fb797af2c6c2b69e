//! What came of transcripts, as text: expected beside got, with file and line.

use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::report::Place;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::{Difference, Subject};
use crate::replay::{Mode, Played, Ran, Script, Under};

/// How many transcripts there are of each outcome.
pub(super) struct Tally {
    /// All of them.
    pub(super) all: usize,
    /// Turns played.
    pub(super) turns: usize,
    /// Transcripts with differences.
    pub(super) differ: usize,
    /// Transcripts that could not be played.
    pub(super) refused: usize,
    /// Transcripts that were rewritten.
    pub(super) blessed: usize,
}

impl Tally {
    pub(super) fn of(played: &[Played], blessed: usize) -> Self {
        let differs = |one: &&Played| one.result.as_ref().is_ok_and(|ran| !ran.is_as_written());
        Self {
            all: played.len(),
            turns: played.iter().map(|one| one.turns).sum(),
            differ: played.iter().filter(differs).count(),
            refused: played.iter().filter(|one| one.result.is_err()).count(),
            blessed,
        }
    }

    /// "42 transcripts, 311 turns: all as written".
    fn line(&self) -> String {
        let mut line = format!(
            "{}, {}",
            counted(self.all, "transcript"),
            counted(self.turns, "turn")
        );
        line.push_str(if self.differ == 0 && self.refused == 0 {
            ": all as written"
        } else {
            ":"
        });
        let mut parts = Vec::new();
        let mut add = |count: usize, what: &str| {
            if count > 0 {
                parts.push(format!(" {count} {what}"));
            }
        };
        add(self.differ, "with differences");
        add(self.refused, "refused");
        line.push_str(&parts.join(","));
        if self.blessed > 0 {
            let _infallible = write!(line, "; {} rewritten", self.blessed);
        }
        line
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// Every difference, a line that counts, and one for each mode.
pub(super) fn people(played: &[Played], tally: &Tally) -> String {
    let mut text = String::new();
    for (file, ran) in ran(played) {
        let own = ran.differences.iter().map(|one| block(file, one, ""));
        own.for_each(|block| text.push_str(&block));
        for under in &ran.under {
            let mode = format!(" (--{})", named(under));
            let blocks = under.differences.iter().map(|one| block(file, one, &mode));
            blocks.for_each(|block| text.push_str(&block));
        }
    }
    text.push_str(&tally.line());
    text.push('\n');
    text.push_str(&modes(played));
    text
}

fn ran(played: &[Played]) -> impl Iterator<Item = (&str, &Ran)> {
    let all = played.iter();
    all.filter_map(|one| Some((one.file.as_str(), one.result.as_ref().ok()?)))
}

/// `all-locales es-US`.
fn named(under: &Under) -> String {
    let which = under.which.iter().map(|which| format!(" {which}"));
    std::iter::once(under.mode.as_str().to_owned())
        .chain(which)
        .collect()
}

/// How many inputs had words in the other language, and where those are that had none.
fn in_words(played: &[Played], inputs: usize) -> String {
    let lines = ran(played).flat_map(|(file, ran)| {
        let lines = ran.under.iter().flat_map(|under| &under.as_read);
        lines.map(move |line| format!("{file}:{line}"))
    });
    let lines: Vec<String> = lines.collect();
    let mut text = format!(
        "; {} of {inputs} inputs in words of that language",
        inputs.saturating_sub(lines.len())
    );
    if !lines.is_empty() {
        text.push_str(", the rest as they were read in their own:");
    }
    for line in lines.iter().take(LINES) {
        let _infallible = write!(text, "\n      {line}");
    }
    if let Some(more) = lines.len().checked_sub(LINES).filter(|more| *more > 0) {
        let _infallible = write!(text, "\n      and {more} more");
    }
    text
}

/// Places that are listed at most.
const LINES: usize = 20;

/// A line for each mode in which transcripts were played.
fn modes(played: &[Played]) -> String {
    let all: Vec<&Under> = ran(played).flat_map(|(_, ran)| &ran.under).collect();
    let mut text = String::new();
    for mode in Mode::ALL {
        let own = all.iter().filter(|under| under.mode == mode);
        let runs = own.clone().count();
        if runs == 0 {
            continue;
        }
        let differ = own
            .clone()
            .filter(|under| !under.differences.is_empty())
            .count();
        let came = match differ {
            0 => "all as written".to_owned(),
            differ => format!("{differ} with differences"),
        };
        let _infallible = write!(
            text,
            "  --{}: {}: {came}",
            mode.as_str(),
            counted(runs, "run")
        );
        let inputs: usize = own.map(|one| one.inputs).sum();
        if inputs > 0 {
            text.push_str(&in_words(played, inputs));
        }
        text.push('\n');
    }
    text
}

/// Characters of a column.
const COLUMN: usize = 56;

fn block(file: &str, difference: &Difference, mode: &str) -> String {
    let subject = subject(&difference.subject).1;
    let mut text = format!("{file}:{}: {subject}{mode}\n", difference.line);
    let expected = column("expected", difference.expected.as_deref());
    let got = column("got", difference.got.as_deref());
    for row in 0..expected.len().max(got.len()) {
        let left = expected.get(row).map_or("", String::as_str);
        let right = got.get(row).map_or("", String::as_str);
        let line = format!("    {left:COLUMN$} | {right}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push('\n');
    text
}

/// What a difference is about: for programs, and for people.
fn subject(subject: &Subject) -> (String, String) {
    let (name, text) = match subject {
        Subject::Said => ("said", "said"),
        Subject::Choices => ("choices", "choices"),
        Subject::Holds(key) => return (key.to_string(), key.to_string()),
        Subject::Repeated => ("repeated", "the reply should be the one given before"),
        Subject::TakenTwice => ("taken_twice", "an input was taken twice"),
        Subject::SaidElsewhere => (
            "said_elsewhere",
            "something else is said in another language",
        ),
        Subject::NotShown => ("not_shown", "the channel does not show what is said"),
        Subject::Reordered => (
            "reordered",
            "the assessment depends on the order of the answers",
        ),
        Subject::Recorded => (
            "recorded",
            "what is recorded of the session does not come to the same",
        ),
        Subject::Failed => ("failed", "the turn failed"),
    };
    (name.into(), text.into())
}

fn column(heading: &str, text: Option<&str>) -> Vec<String> {
    let mut lines = vec![heading.to_owned(), String::new()];
    for word in text.unwrap_or("(nothing)").split(' ') {
        let length = word.chars().count().saturating_add(1);
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count().saturating_add(length) <= COLUMN => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[derive(Serialize)]
struct File<'p> {
    file: &'p str,
    turns: usize,
    differences: Vec<Row<'p>>,
    modes: Vec<Moded<'p>>,
    faults: Vec<Fault<'p>>,
}

#[derive(Serialize)]
struct Moded<'p> {
    mode: &'static str,
    which: Option<&'p str>,
    inputs: usize,
    as_read: &'p [usize],
    differences: Vec<Row<'p>>,
}

#[derive(Serialize)]
struct Row<'p> {
    line: usize,
    subject: String,
    expected: Option<&'p str>,
    got: Option<&'p str>,
}

#[derive(Serialize)]
struct Fault<'p> {
    /// From 1, columns in characters; nothing where the file as a whole is meant.
    line: Option<usize>,
    column: Option<usize>,
    message: &'p str,
    help: Option<&'p str>,
}

/// JSON Lines: an object for each transcript.
pub(super) fn json(played: &[Played], scripts: &[Script]) -> String {
    let both = played.iter().zip(scripts);
    let lines = both.filter_map(|(one, script)| serde_json::to_string(&file(one, script)).ok());
    lines.map(|line| line + "\n").collect()
}

fn file<'p>(played: &'p Played, script: &Script) -> File<'p> {
    let ran = played.result.as_ref();
    let under = ran.map_or(&[][..], |ran| &ran.under);
    File {
        file: &played.file,
        turns: played.turns,
        differences: ran.map_or_else(
            |_| Vec::new(),
            |ran| ran.differences.iter().map(row).collect(),
        ),
        modes: under.iter().map(moded).collect(),
        faults: {
            let faults = ran.err().into_iter().flatten();
            faults.map(|one| fault(one, &script.text)).collect()
        },
    }
}

fn moded(under: &Under) -> Moded<'_> {
    Moded {
        mode: under.mode.as_str(),
        which: under.which.as_deref(),
        inputs: under.inputs,
        as_read: &under.as_read,
        differences: under.differences.iter().map(row).collect(),
    }
}

fn fault<'p>(fault: &'p Diagnostic, text: &str) -> Fault<'p> {
    let place = fault.span.as_ref().map(|span| Place::of(text, span.start));
    Fault {
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        message: &fault.message,
        help: fault.help.as_deref(),
    }
}

fn row(difference: &Difference) -> Row<'_> {
    Row {
        line: difference.line,
        subject: subject(&difference.subject).0,
        expected: difference.expected.as_deref(),
        got: difference.got.as_deref(),
    }
}

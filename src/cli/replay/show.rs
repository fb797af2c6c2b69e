//! What came of transcripts, as text: expected beside got, with file and line.

use std::fmt::Write as _;

use serde::Serialize;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::{Difference, Subject};
use crate::replay::Played;

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
        let differs = |one: &&Played| {
            one.result
                .as_ref()
                .is_ok_and(|ran| !ran.differences.is_empty())
        };
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

/// Every difference, and a last line that counts.
pub(super) fn people(played: &[Played], tally: &Tally) -> String {
    let mut text = String::new();
    for one in played {
        let differences = one.result.as_ref().map_or(&[][..], |ran| &ran.differences);
        differences
            .iter()
            .for_each(|difference| text.push_str(&block(&one.file, difference)));
    }
    text.push_str(&tally.line());
    text.push('\n');
    text
}

/// Characters of a column.
const COLUMN: usize = 56;

fn block(file: &str, difference: &Difference) -> String {
    let mut text = format!(
        "{file}:{}: {}\n",
        difference.line,
        subject(&difference.subject)
    );
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

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Said => "said".into(),
        Subject::Choices => "choices".into(),
        Subject::Holds(key) => key.to_string(),
        Subject::Repeated => "the reply should be the one given before".into(),
        Subject::TakenTwice => "an input was taken twice".into(),
        Subject::Failed => "the turn failed".into(),
    }
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
    faults: Vec<Fault<'p>>,
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
    message: &'p str,
    help: Option<&'p str>,
}

/// JSON Lines: an object for each transcript.
pub(super) fn json(played: &[Played]) -> String {
    let lines = played
        .iter()
        .filter_map(|one| serde_json::to_string(&file(one)).ok());
    lines.map(|line| line + "\n").collect()
}

fn file(played: &Played) -> File<'_> {
    let (differences, faults) = match &played.result {
        Ok(ran) => (ran.differences.iter().map(row).collect(), Vec::new()),
        Err(faults) => (Vec::new(), faults.iter().map(fault).collect()),
    };
    File {
        file: &played.file,
        turns: played.turns,
        differences,
        faults,
    }
}

fn fault(fault: &Diagnostic) -> Fault<'_> {
    Fault {
        message: &fault.message,
        help: fault.help.as_deref(),
    }
}

fn row(difference: &Difference) -> Row<'_> {
    Row {
        line: difference.line,
        subject: match &difference.subject {
            Subject::Said => "said".into(),
            Subject::Choices => "choices".into(),
            Subject::Holds(key) => key.to_string(),
            Subject::Repeated => "repeated".into(),
            Subject::TakenTwice => "taken_twice".into(),
            Subject::Failed => "failed".into(),
        },
        expected: difference.expected.as_deref(),
        got: difference.got.as_deref(),
    }
}

//! One line in, one line out.

use std::io::{self, BufReader, Read, Write};

use serde::Serialize;
use serde_json::Value;

use crate::cli::evaluate::lines::{self, LONGEST, Line};
use crate::cli::load::Loaded;
use crate::domain::policy::evaluate;
use crate::domain::policy::json::{Answer, Question, read_question};

/// What some editors put before the first line of a file.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How many lines there were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Lines that got an assessment.
    pub(super) answered: u64,
    /// Lines that got an error.
    pub(super) refused: u64,
    /// The number of the first of these; nought while there is none.
    pub(super) first: u64,
}

/// Why the stream stopped before its end.
#[derive(Debug)]
pub(super) enum Stopped {
    /// Nobody reads the answers any more.
    NobodyReads,
    /// The input or the output failed: what could not be done, and why.
    Failed(&'static str, io::Error),
}

impl Stopped {
    pub(super) fn unread(fault: io::Error) -> Self {
        Self::Failed("read the input", fault)
    }

    pub(super) fn unwritten(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::Failed("write the answers", fault),
        }
    }
}

/// A line that cannot be answered.
#[derive(Debug, Serialize)]
struct Refusal {
    line: u64,
    id: Value,
    error: String,
}

/// Answers line by line, in order.
pub(super) fn answer(
    loaded: &Loaded,
    mut input: BufReader<impl Read>,
    mut output: impl Write,
) -> Result<Tally, Stopped> {
    let mut tally = Tally::default();
    let mut line = Vec::new();
    for number in 1_u64.. {
        let found = lines::next(&mut input, &mut line, &mut output)?;
        if found == Line::End {
            break;
        }
        let content = content(&line, number);
        if found == Line::Whole && content.is_empty() {
            continue;
        }
        let question = question(loaded, content, found);
        tally.count(number, question.is_ok());
        match question {
            Ok(question) => reply(loaded, &question, &mut output),
            Err((id, error)) => write(
                &Refusal {
                    line: number,
                    id,
                    error,
                },
                &mut output,
            ),
        }?;
    }
    output.flush().map_err(Stopped::unwritten)?;
    Ok(tally)
}

/// The line without the blanks around it and, at the very beginning, without a byte order mark.
fn content(line: &[u8], number: u64) -> &[u8] {
    let marked = line.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1);
    marked.unwrap_or(line).trim_ascii()
}

/// What a line asks; or its id, where that can be read, and what is wrong with it.
fn question(loaded: &Loaded, line: &[u8], found: Line) -> Result<Question, (Value, String)> {
    if found == Line::TooLong {
        return Err((
            Value::Null,
            format!("the line is longer than {LONGEST} bytes"),
        ));
    }
    let text = std::str::from_utf8(line).map_err(|fault| {
        let at = fault.valid_up_to().saturating_add(1);
        (Value::Null, format!("not UTF-8 from byte {at}"))
    })?;
    read_question(&loaded.policy, text).map_err(|refused| {
        let faults: Vec<String> = refused.faults.iter().map(ToString::to_string).collect();
        (refused.id, faults.join("; "))
    })
}

fn reply(loaded: &Loaded, question: &Question, output: &mut impl Write) -> Result<(), Stopped> {
    let (policy, pin) = (&loaded.policy, &loaded.pin);
    let assessment = evaluate(policy, &question.facts, question.as_of);
    let asked = (&question.id, &question.facts);
    write(&Answer::new((policy, pin), asked, &assessment), output)
}

fn write(value: &impl Serialize, output: &mut impl Write) -> Result<(), Stopped> {
    let written = serde_json::to_writer(&mut *output, value).map_err(io::Error::from);
    written
        .and_then(|()| output.write_all(b"\n"))
        .map_err(Stopped::unwritten)
}

impl Tally {
    fn count(&mut self, number: u64, answered: bool) {
        let counter = if answered {
            &mut self.answered
        } else {
            &mut self.refused
        };
        *counter = counter.saturating_add(1);
        if !answered && self.first == 0 {
            self.first = number;
        }
    }
}

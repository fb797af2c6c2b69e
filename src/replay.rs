//! Replays transcripts: plays each against a store of its own, through the same turns as every channel, and collects
//! what differs from what is written.

mod files;
mod keeper;
mod shelf;
mod stage;

use std::path::PathBuf;

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::transcript::{
    self, Deed, Difference, Heard, Subject, Transcript, Words, bless, compare, got,
};
use crate::library::Library;
use shelf::Shelf;
use stage::{Halt, Stage};

pub use files::{Script, Unfound, scripts};
pub use keeper::Keeping;

/// How transcripts are replayed.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where sessions are kept while a transcript plays.
    pub keeping: Keeping,
    /// A language in place of the one a transcript names. Words are not compared then.
    pub locale: Option<String>,
}

/// Replays transcripts on one library.
#[derive(Debug)]
pub struct Replayer {
    shelf: Shelf,
    options: Options,
}

/// What came of one transcript.
#[derive(Debug, Clone)]
pub struct Played {
    /// The transcript as its author knows it.
    pub file: String,
    /// How many turns were played.
    pub turns: usize,
    /// Every difference, or why it could not be played.
    pub result: Result<Ran, Vec<Diagnostic>>,
}

/// A transcript that was played.
#[derive(Debug, Clone)]
pub struct Ran {
    /// What differs, from the first line to the last.
    pub differences: Vec<Difference>,
    /// The transcript with what was heard in place of what was expected.
    pub blessed: String,
}

impl Replayer {
    /// A replayer of this library.
    #[must_use]
    pub fn new(library: Library, options: Options) -> Self {
        Self {
            shelf: Shelf::new(library),
            options,
        }
    }

    /// Plays a transcript from its first line to its last, or to where it cannot go on.
    #[must_use]
    pub fn play(&self, script: &Script) -> Played {
        let (transcript, mut faults) = transcript::parse(&script.file, &script.text);
        let Some(transcript) = transcript else {
            return refused(script, faults);
        };
        let stage = self
            .stage(script, &transcript)
            .map_err(|fault| faults.push(fault));
        if let Ok(stage) = &stage {
            faults.extend(transcript.check(&script.file, stage.policy()));
        }
        match stage {
            Ok(stage) if !faults.iter().any(|fault| fault.severity == Severity::Error) => {
                self.perform(script, &transcript, stage)
            }
            _ => refused(script, faults),
        }
    }

    fn stage(&self, script: &Script, transcript: &Transcript) -> Result<Stage<'_>, Diagnostic> {
        let header = &transcript.header;
        let whole = |why: String| Diagnostic {
            span: None,
            ..Diagnostic::error(&script.file, 0..0, why)
        };
        let offering = self.shelf.named(header.policy.as_ref()).map_err(whole)?;
        let locale = self.options.locale.as_ref().unwrap_or(&header.locale);
        if offering.locales.get(locale).is_none() {
            let known: Vec<String> = offering
                .locales
                .tags()
                .map(|tag| format!("`{tag}`"))
                .collect();
            let fault = whole(format!("there are no texts in `{locale}`"));
            return Err(fault.help(format!("there are {}", known.join(", "))));
        }
        Stage::set(&self.shelf, offering, header, locale, self.options.keeping)
            .map_err(|halt| whole(halt.to_string()))
    }

    fn perform(&self, script: &Script, transcript: &Transcript, mut stage: Stage<'_>) -> Played {
        let words = match &self.options.locale {
            Some(other) if *other != transcript.header.locale => Words::Ignored,
            _ => Words::Compared,
        };
        let mut heard = Vec::new();
        let mut differences = Vec::new();
        for (index, turn) in transcript.turns.iter().enumerate() {
            let next = transcript
                .turns
                .get(index.saturating_add(1))
                .map(|turn| &turn.deed);
            let done = match stage.perform(&turn.deed, folder(script), next == Some(&Deed::Kill)) {
                Ok(done) => done,
                Err(Halt::Impossible(why)) => {
                    return refused(script, vec![at_line(script, turn.line, why)]);
                }
                Err(halt) => {
                    differences.push(difference(
                        turn.line,
                        Subject::Failed,
                        None,
                        halt.to_string(),
                    ));
                    break;
                }
            };
            let holds = turn
                .assertions
                .iter()
                .map(|one| got(one, &stage.seen()))
                .collect();
            let now = Heard {
                holds,
                ..done.heard
            };
            differences.extend(compare(turn, &now, words));
            let unwritten = turn.said.is_empty() && turn.offers.is_empty();
            differences.extend(
                done.repeats
                    .filter(|(subject, _)| unwritten || *subject == Subject::TakenTwice)
                    .map(|(subject, expected)| {
                        difference(turn.line, subject, Some(expected), stage::in_one_line(&now))
                    }),
            );
            heard.push(now);
        }
        let blessed = bless(&script.text, transcript, &heard);
        Played {
            file: script.file.clone(),
            turns: heard.len(),
            result: Ok(Ran {
                differences,
                blessed,
            }),
        }
    }
}

fn folder(script: &Script) -> PathBuf {
    script.path.parent().map(PathBuf::from).unwrap_or_default()
}

fn refused(script: &Script, faults: Vec<Diagnostic>) -> Played {
    Played {
        file: script.file.clone(),
        turns: 0,
        result: Err(faults),
    }
}

fn difference(line: usize, subject: Subject, expected: Option<String>, got: String) -> Difference {
    Difference {
        line,
        subject,
        expected,
        got: Some(got),
    }
}

/// A fault of a whole line, from 1.
fn at_line(script: &Script, line: usize, why: String) -> Diagnostic {
    let lines = script.text.split_inclusive('\n');
    let start = lines
        .clone()
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let length = lines
        .skip(line.saturating_sub(1))
        .map(|line| line.trim_end().len())
        .next()
        .unwrap_or(0);
    Diagnostic::error(&script.file, start..start.saturating_add(length), why)
}

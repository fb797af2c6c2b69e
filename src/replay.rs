//! Replays transcripts: plays each against a store of its own, through the same turns as every channel, and collects
//! what differs from what is written.

mod files;
mod keeper;
mod shelf;
mod stage;

use std::path::Path;

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::transcript::{
    self, Deed, Difference, Heard, Subject, Transcript, Turn, Words, bless, compare, got,
};
use crate::library::Library;
use shelf::Shelf;
use stage::{Halt, Stage, in_one_line};

pub use files::{Script, Unfound, scripts};
pub use keeper::Keeping;

/// How transcripts are replayed.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where sessions are kept while a transcript plays.
    pub keeping: Keeping,
    /// A language in place of the one a transcript names. Words are not compared then.
    pub locale: Option<String>,
    /// What happens besides after every input that was taken.
    pub strain: Option<Strain>,
}

/// What happens besides after every input that was taken: the reply must be the same again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strain {
    /// The process dies before the reply is sent, and starts again.
    Kill,
    /// The input is delivered once more.
    Duplicate,
}

impl Strain {
    fn deed(self) -> Deed {
        match self {
            Self::Kill => Deed::Kill,
            Self::Duplicate => Deed::Duplicate,
        }
    }
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

    fn perform(&self, script: &Script, transcript: &Transcript, stage: Stage<'_>) -> Played {
        let mut course = Course {
            script,
            stage,
            words: self.words(transcript),
            strain: self.options.strain,
            heard: Vec::new(),
            differences: Vec::new(),
        };
        let nexts = transcript.turns.iter().skip(1).map(|turn| Some(&turn.deed));
        for (turn, next) in transcript.turns.iter().zip(nexts.chain([None])) {
            match course.turn(turn, next == Some(&Deed::Kill)) {
                Ok(()) => {}
                Err(Halt::Impossible(why)) => {
                    return refused(script, vec![at_line(script, turn.line, why)]);
                }
                Err(halt @ Halt::Failed(_)) => {
                    course.differ(turn, Subject::Failed, None, halt.to_string());
                    break;
                }
            }
        }
        let blessed = bless(&script.text, transcript, &course.heard);
        Played {
            file: script.file.clone(),
            turns: course.heard.len(),
            result: Ok(Ran {
                differences: course.differences,
                blessed,
            }),
        }
    }

    fn words(&self, transcript: &Transcript) -> Words {
        match &self.options.locale {
            Some(other) if *other != transcript.header.locale => Words::Ignored,
            _ => Words::Compared,
        }
    }
}

/// A transcript that is being played, and what came of it so far.
struct Course<'r> {
    script: &'r Script,
    stage: Stage<'r>,
    words: Words,
    strain: Option<Strain>,
    heard: Vec<Heard>,
    differences: Vec<Difference>,
}

impl Course<'_> {
    /// Plays a turn. `lost` says that its reply is never delivered.
    fn turn(&mut self, turn: &Turn, lost: bool) -> Result<(), Halt> {
        let folder = self.script.path.parent().unwrap_or(Path::new(""));
        let strain = self
            .strain
            .filter(|_| !lost && matches!(turn.deed, Deed::Type(_)));
        let lost = lost || strain == Some(Strain::Kill);
        let before = self.stage.version();
        let done = self.stage.perform(&turn.deed, folder, lost)?;
        let holds = turn
            .assertions
            .iter()
            .map(|one| got(one, &self.stage.seen()))
            .collect();
        let now = Heard {
            holds,
            ..done.heard
        };
        self.differences.extend(compare(turn, &now, self.words));
        let unwritten = turn.said.is_empty() && turn.offers.is_empty();
        if let Some((subject, expected)) = done.repeats
            && (unwritten || subject == Subject::TakenTwice)
        {
            self.differ(turn, subject, Some(expected), in_one_line(&now));
        }
        self.heard.push(now);
        let taken = before != self.stage.version();
        match strain.filter(|strain| taken && !self.stage.has_left(*strain == Strain::Kill)) {
            Some(strain) => self.strained(turn, strain),
            None => Ok(()),
        }
    }

    fn strained(&mut self, turn: &Turn, strain: Strain) -> Result<(), Halt> {
        let done = self.stage.perform(&strain.deed(), Path::new(""), false)?;
        if let Some((subject, expected)) = done.repeats {
            self.differ(turn, subject, Some(expected), in_one_line(&done.heard));
        }
        Ok(())
    }

    fn differ(&mut self, turn: &Turn, subject: Subject, expected: Option<String>, got: String) {
        self.differences.push(Difference {
            line: turn.line,
            subject,
            expected,
            got: Some(got),
        });
    }
}

fn refused(script: &Script, faults: Vec<Diagnostic>) -> Played {
    Played {
        file: script.file.clone(),
        turns: 0,
        result: Err(faults),
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

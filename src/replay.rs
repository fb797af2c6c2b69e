//! Replays transcripts: plays each against a store of its own, through the same turns as every channel, and collects
//! what differs from what is written; then, where that is asked for, in every mode of [`Mode`].

mod course;
mod files;
mod keeper;
mod mode;
mod order;
pub mod record;
mod recorded;
mod shelf;
mod stage;
mod tongues;
mod watch;

use std::sync::Arc;

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::name::PolicyName;
use crate::domain::transcript::{self, Difference, Transcript};
use crate::lab::tally::Tally;
use crate::library::Library;
use crate::turn::Offering;
use course::Course;
use keeper::Keeper;
use shelf::Shelf;
use stage::{Halt, Over, Setting, Stage};
use watch::Watch;

pub use files::{Script, Unfound, scripts};
pub use mode::Mode;

/// How transcripts are replayed.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The modes in which a transcript is played, one after the other, once it is as written.
    pub modes: Vec<Mode>,
    /// What the orders of [`Mode::Shuffle`] are drawn from.
    pub seed: u64,
    /// Whether what transcripts touch is tallied.
    pub tally: bool,
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
    /// What came of it in each mode; nothing while it is not as written.
    pub under: Vec<Under>,
    /// The policy it is about and what it touches, where that is tallied.
    pub touched: Option<(PolicyName, Tally)>,
}

/// What came of a transcript in a mode.
#[derive(Debug, Clone)]
pub struct Under {
    /// The mode.
    pub mode: Mode,
    /// Which of several runs it was: a language, a channel, or the seed of an order.
    pub which: Option<String>,
    /// What differs, from the first line to the last.
    pub differences: Vec<Difference>,
    /// How many inputs were typed.
    pub inputs: usize,
    /// The lines of those that could not be said in the other language, and were taken as what they were read as in their
    /// own.
    pub as_read: Vec<usize>,
}

impl Ran {
    /// Whether everything is as written, in every mode.
    #[must_use]
    pub fn is_as_written(&self) -> bool {
        let under = self.under.iter().all(|one| one.differences.is_empty());
        self.differences.is_empty() && under
    }
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

    /// Plays a transcript from its first line to its last, or to where it cannot go on; then in every mode.
    #[must_use]
    pub fn play(&self, script: &Script) -> Played {
        let (transcript, mut faults) = transcript::parse(&script.file, &script.text);
        let Some(transcript) = transcript else {
            return refused(script, faults);
        };
        let piece = self
            .piece(script, &transcript)
            .map_err(|fault| faults.push(fault));
        if let Ok(piece) = &piece {
            faults.extend(transcript.check(&script.file, &piece.offering.policy));
        }
        match piece {
            Ok(piece) if !faults.iter().any(|fault| fault.severity == Severity::Error) => {
                let played = piece.as_written(self.options.tally);
                let played = played.and_then(|(turns, ran)| Ok((turns, self.moded(&piece, ran)?)));
                match played {
                    Ok((turns, ran)) => Played {
                        file: script.file.clone(),
                        turns,
                        result: Ok(ran),
                    },
                    Err(fault) => refused(script, vec![fault]),
                }
            }
            _ => refused(script, faults),
        }
    }

    fn piece<'p>(
        &'p self,
        script: &'p Script,
        transcript: &'p Transcript,
    ) -> Result<Piece<'p>, Diagnostic> {
        let header = &transcript.header;
        let whole = |why: String| Diagnostic {
            span: None,
            ..Diagnostic::error(&script.file, 0..0, why)
        };
        let offering = self.shelf.named(header.policy.as_ref()).map_err(whole)?;
        if offering.locales.get(&header.locale).is_none() {
            let known = offering.locales.tags().map(|tag| format!("`{tag}`"));
            let known: Vec<String> = known.collect();
            let fault = whole(format!("there are no texts in `{}`", header.locale));
            return Err(fault.help(format!("there are {}", known.join(", "))));
        }
        Ok(Piece {
            shelf: &self.shelf,
            script,
            transcript,
            offering,
        })
    }

    fn moded(&self, piece: &Piece<'_>, mut ran: Ran) -> Result<Ran, Diagnostic> {
        if ran.differences.is_empty() {
            for mode in &self.options.modes {
                ran.under.extend(piece.under(*mode, self.options.seed)?);
            }
        }
        Ok(ran)
    }
}

/// A transcript with what it is about.
struct Piece<'p> {
    shelf: &'p Shelf,
    script: &'p Script,
    transcript: &'p Transcript,
    offering: Arc<Offering>,
}

impl<'p> Piece<'p> {
    fn stage(&self, locale: &str, keeper: Keeper, over: Over) -> Result<Stage<'p>, Halt> {
        let setting = Setting {
            header: &self.transcript.header,
            locale,
            keeper,
            over,
        };
        Stage::set(self.shelf, Arc::clone(&self.offering), setting)
    }

    fn own_locale(&self) -> &str {
        &self.transcript.header.locale
    }

    fn as_written(&self, tallied: bool) -> Result<(usize, Ran), Diagnostic> {
        let stage = self.stage(self.own_locale(), Keeper::memory(), Over::Named);
        let mut course = Course::new(self, stage, None)?;
        course.tally = tallied.then(|| Watch::new(self.shelf.gauge(&self.offering)));
        let course = course.play()?;
        Ok((course.heard.len(), self.ran(course)))
    }

    fn ran(&self, course: Course<'_>) -> Ran {
        Ran {
            blessed: transcript::bless(&self.script.text, self.transcript, &course.heard),
            differences: course.differences,
            under: Vec::new(),
            touched: course
                .tally
                .map(|watch| (self.offering.policy.name().clone(), watch.tally)),
        }
    }

    fn under(&self, mode: Mode, seed: u64) -> Result<Vec<Under>, Diagnostic> {
        match mode {
            Mode::Twice | Mode::Stale => self.strained(mode, Keeper::memory()),
            Mode::Crash | Mode::Reopen => {
                let keeper = Keeper::folder().map_err(|halt| self.whole(&halt))?;
                self.strained(mode, keeper)
            }
            Mode::Locales => self.in_other_tongues(),
            Mode::Channels => self.over_every_channel(),
            Mode::Shuffle => self.in_other_orders(seed),
            Mode::Recorded => self.recorded(),
        }
    }

    fn strained(&self, mode: Mode, keeper: Keeper) -> Result<Vec<Under>, Diagnostic> {
        let stage = self.stage(self.own_locale(), keeper, Over::Named);
        let course = Course::new(self, stage, Some(mode))?.play()?;
        Ok(vec![Under::of(mode, None, course.differences)])
    }

    fn over_every_channel(&self) -> Result<Vec<Under>, Diagnostic> {
        let every = Over::every().into_iter().map(|(name, over)| {
            let stage = self.stage(self.own_locale(), Keeper::memory(), over);
            let course = Course::new(self, stage, Some(Mode::Channels))?.play()?;
            Ok(Under::of(
                Mode::Channels,
                Some(name.into()),
                course.differences,
            ))
        });
        every.collect()
    }

    fn whole(&self, halt: &Halt) -> Diagnostic {
        let fault = Diagnostic::error(&self.script.file, 0..0, halt.to_string());
        Diagnostic {
            span: None,
            ..fault
        }
    }
}

impl Under {
    fn of(mode: Mode, which: Option<String>, differences: Vec<Difference>) -> Self {
        Self {
            mode,
            which,
            differences,
            inputs: 0,
            as_read: Vec::new(),
        }
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

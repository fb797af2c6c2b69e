//! A transcript that is being played, turn by turn, with what a mode does besides.

use std::path::Path;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::{Deed, Difference, Heard, Subject, Turn, compare, got};
use crate::replay::stage::{Differs, Halt, Stage, in_one_line};
use crate::replay::watch::Watch;
use crate::replay::{Mode, Piece, at_line};

/// A transcript that is being played, and what came of it so far.
pub(super) struct Course<'p> {
    piece: &'p Piece<'p>,
    pub(super) stage: Stage<'p>,
    strain: Option<Mode>,
    pub(super) tally: Option<Watch>,
    pub(super) heard: Vec<Heard>,
    pub(super) differences: Vec<Difference>,
}

impl<'p> Course<'p> {
    pub(super) fn new(
        piece: &'p Piece<'p>,
        stage: Result<Stage<'p>, Halt>,
        strain: Option<Mode>,
    ) -> Result<Self, Diagnostic> {
        Ok(Self {
            stage: stage.map_err(|halt| piece.whole(&halt))?,
            piece,
            strain,
            tally: None,
            heard: Vec::new(),
            differences: Vec::new(),
        })
    }

    /// Plays it from its first line to its last, or to where it cannot go on.
    pub(super) fn play(mut self) -> Result<Self, Diagnostic> {
        for (turn, lost) in self.piece.turns() {
            match self.turn(turn, lost) {
                Ok(()) => {}
                Err(Halt::Impossible(why)) => {
                    return Err(at_line(self.piece.script, turn.line, why));
                }
                Err(halt @ Halt::Failed(_)) => {
                    self.differ(turn, Subject::Failed, None, halt.to_string());
                    break;
                }
            }
        }
        Ok(self)
    }

    /// Plays a turn. `lost` says that its reply is never delivered.
    fn turn(&mut self, turn: &Turn, lost: bool) -> Result<(), Halt> {
        let strain = self.strain.filter(|_| !lost && turn.deed.is_answered());
        let before = strain.map(|_| self.stage.turns()).transpose()?;
        let unsent = lost || strain == Some(Mode::Crash);
        let watched = self.tally.as_mut();
        let watched = watched.map(|watch| watch.before(&self.stage, &turn.deed));
        let watched = watched.transpose()?;
        let done = self
            .stage
            .perform(&turn.deed, self.piece.folder(), unsent)?;
        if let Some((watch, turns)) = self.tally.as_mut().zip(watched) {
            watch.after(&self.stage, turns)?;
        }
        let now = Heard {
            holds: held(turn, &self.stage),
            ..done.heard
        };
        self.differences.extend(compare(turn, &now));
        let unwritten = turn.said.is_empty() && turn.offers.is_empty();
        if let Some((subject, expected)) = done.repeats
            && (unwritten || subject == Subject::TakenTwice)
        {
            self.differ(turn, subject, Some(expected), in_one_line(&now));
        }
        self.heard.push(now);
        match strain.zip(before) {
            Some((strain, before)) => {
                let taken = self.stage.turns()? != before;
                let differs = self.stage.strain(strain, &turn.deed, taken)?;
                self.strained(turn, differs);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn strained(&mut self, turn: &Turn, differs: Option<(Differs, String)>) {
        if let Some(((subject, expected), got)) = differs {
            self.differ(turn, subject, Some(expected), got);
        }
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

/// What holds where the assertions of a turn say that something does.
pub(super) fn held(turn: &Turn, stage: &Stage<'_>) -> Vec<String> {
    let assertions = turn.assertions.iter();
    assertions.map(|one| got(one, &stage.seen())).collect()
}

impl<'p> Piece<'p> {
    /// The turns, each with whether its reply is never delivered because the process dies after it.
    pub(super) fn turns(&self) -> impl Iterator<Item = (&'p Turn, bool)> + use<'p> {
        let turns = &self.transcript.turns;
        let nexts = turns.iter().skip(1).map(|turn| Some(&turn.deed));
        let lost = nexts.chain([None]).map(|next| next == Some(&Deed::Kill));
        turns.iter().zip(lost)
    }

    /// The folder beside which versions of the policy lie.
    pub(super) fn folder(&self) -> &'p Path {
        self.script.path.parent().unwrap_or(Path::new(""))
    }
}

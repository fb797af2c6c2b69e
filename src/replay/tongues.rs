//! A conversation held in every other language beside the one in which it is written: what is typed is said in words of
//! that language, and the same messages must come, with the same values, and the same must hold.

use crate::domain::diagnostic::Diagnostic;
use crate::domain::dialog::reply::Reply;
use crate::domain::transcript::{Deed, Difference, Heard, Subject, Turn, compare_what_holds};
use crate::replay::course::held;
use crate::replay::keeper::Keeper;
use crate::replay::stage::{Done, Halt, Over, Said, Stage};
use crate::replay::{Mode, Piece, Under, at_line};

impl Piece<'_> {
    pub(super) fn in_other_tongues(&self) -> Result<Vec<Under>, Diagnostic> {
        let tags = self.offering.locales.tags().map(str::to_owned);
        let others = tags.filter(|tag| tag != self.own_locale());
        others.map(|tag| self.in_tongue(tag)).collect()
    }

    fn in_tongue(&self, tag: String) -> Result<Under, Diagnostic> {
        let stage = |tag: &str| {
            let stage = self.stage(tag, Keeper::memory(), Over::Named);
            stage.map_err(|halt| self.whole(&halt))
        };
        let mut pair = Pair {
            piece: self,
            own: stage(self.own_locale())?,
            other: stage(&tag)?,
            under: Under::of(Mode::Locales, Some(tag), Vec::new()),
        };
        for (turn, lost) in self.turns() {
            match pair.turn(turn, lost) {
                Ok(()) => {}
                Err(Halt::Impossible(why)) => return Err(at_line(self.script, turn.line, why)),
                Err(halt @ Halt::Failed(_)) => {
                    pair.differ(turn, Subject::Failed, None, halt.to_string());
                    break;
                }
            }
        }
        Ok(pair.under)
    }
}

/// The conversation as it is written, and the same in another language.
struct Pair<'p> {
    piece: &'p Piece<'p>,
    own: Stage<'p>,
    other: Stage<'p>,
    under: Under,
}

impl Pair<'_> {
    fn turn(&mut self, turn: &Turn, lost: bool) -> Result<(), Halt> {
        let said = match &turn.deed {
            Deed::Type(text) => Some(self.said(turn, text)?),
            _ => None,
        };
        let folder = self.piece.folder();
        self.own.perform(&turn.deed, folder, lost)?;
        let done = match said {
            Some(said) => self.other.type_in(said, lost),
            None => self.other.perform(&turn.deed, folder, lost),
        }?;
        self.compare(turn, done);
        Ok(())
    }

    /// What is said in the other language. A choice that is offered has words of its own in every language.
    fn said(&mut self, turn: &Turn, text: &str) -> Result<Said, Halt> {
        let read = self.own.read(text)?;
        let said = self.other.translated(text, &read)?;
        self.under.inputs = self.under.inputs.saturating_add(1);
        if matches!(said, Said::Read(_)) {
            self.under.as_read.push(turn.line);
            if self.own.offers(text) {
                let got = "(no words of this language choose it)".into();
                self.differ(turn, Subject::SaidElsewhere, Some(format!("[{text}]")), got);
            }
        }
        Ok(said)
    }

    fn compare(&mut self, turn: &Turn, done: Done) {
        let heard = Heard {
            holds: held(turn, &self.other),
            ..done.heard
        };
        let own = self.own.last().map(|last| &last.reply);
        let other = self.other.last().map(|last| &last.reply);
        if own != other {
            let (expected, got) = (own.map(ids), other.map(ids).unwrap_or_default());
            self.differ(turn, Subject::SaidElsewhere, expected, got);
        }
        let held = compare_what_holds(turn, &heard);
        self.under.differences.extend(held);
    }

    fn differ(&mut self, turn: &Turn, subject: Subject, expected: Option<String>, got: String) {
        self.under.differences.push(Difference {
            line: turn.line,
            subject,
            expected,
            got: Some(got),
        });
    }
}

/// The ids of everything that is said and offered.
fn ids(reply: &Reply) -> String {
    let lines = reply.lines.iter().map(|line| &line.message);
    let prompt = reply.prompt.iter();
    let asked = prompt.flat_map(|prompt| {
        let choices = prompt.choices.iter().map(|offer| &offer.text);
        std::iter::once(&prompt.question).chain(choices)
    });
    let ids = lines.chain(asked).map(|message| format!("@{}", message.id));
    ids.collect::<Vec<_>>().join(" ")
}

//! What the words around a time claim it for, whatever is asked.

use crate::domain::dialog::event::Entry;
use crate::domain::dialog::interpret::findings::is_time;
use crate::domain::dialog::interpret::free::manner;
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::model::Step;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::vocabulary::Cue;

impl Context<'_> {
    /// Whether the words of an answer claim every time in it for something else than the step asked.
    pub(super) fn is_claimed_elsewhere(&self, step: &Step, text: &str) -> bool {
        let found = self.spotted(text);
        let mut steps = self.view.dialog.steps.iter();
        let own = steps.position(|one| one.name == step.name).map(Cue::Time);
        let is_own = |cue: &Cue| Some(*cue) == own;
        let times = found.times.iter().map(|(cue, _)| cue);
        let mut claims = times.chain(found.periods.iter().map(|(cue, _)| cue));
        if !found.unclaimed.is_empty() || claims.clone().any(is_own) {
            return false;
        }
        let by_nothing_asked = found.elsewhere && !found.mentioned.iter().any(is_own);
        claims.next().is_some() || by_nothing_asked
    }

    fn is_of_time(&self, entry: &Entry) -> bool {
        self.view.dialog.step(&entry.step).is_some_and(is_time)
    }

    /// An answer to the step asked, with what the same words say besides. A choice alone is not read back.
    pub(super) fn with_all_said(&self, entry: Entry, text: &str) -> Result<Move, Rejection> {
        let (besides, left) = self.found_in(text)?;
        let mut entries = vec![entry];
        for other in besides {
            if !entries.iter().any(|one| one.step == other.step) {
                entries.push(other);
            }
        }
        let alone = entries.len() == 1 && left.is_empty();
        let manner = match entries.first() {
            Some(only) if alone && !self.is_of_time(only) => Manner::Plain,
            _ => manner(left),
        };
        Ok(Move::Answer(entries, manner))
    }
}

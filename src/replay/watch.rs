//! What a conversation touches while it is played.

use std::sync::Arc;

use crate::domain::dialog::Move;
use crate::domain::transcript::Deed;
use crate::lab::tally::{Gauge, Tally};
use crate::replay::stage::{Halt, Stage};

/// What a conversation touched so far.
pub(super) struct Watch {
    gauge: Arc<Gauge>,
    pub(super) tally: Tally,
}

impl Watch {
    pub(super) fn new(gauge: Arc<Gauge>) -> Self {
        Self {
            gauge,
            tally: Tally::default(),
        }
    }

    /// Looks at what is about to be done.
    pub(super) fn before(&mut self, stage: &Stage<'_>, deed: &Deed) -> Result<u64, Halt> {
        if let Deed::Type(text) = deed
            && let Ok(Move::Verb(verb)) = stage.read(text)?
        {
            self.tally.verb(&stage.spoken(), verb);
        }
        stage.turns()
    }

    /// Looks at what came of it; `turns` is how many turns there were before. Under another version of the policy only
    /// words are looked at.
    pub(super) fn after(&mut self, stage: &Stage<'_>, turns: u64) -> Result<(), Halt> {
        let Some(last) = stage.last() else {
            return Ok(());
        };
        self.tally.reply(&last.locale, &last.reply);
        if stage.is_of_another_version() {
            return Ok(());
        }
        if stage.turns()? != turns {
            self.tally.events(stage.dialog(), &last.session.last_turn);
        }
        let stands = (last.states.as_slice(), &last.position);
        self.tally.stands(stage.policy(), &self.gauge, stands);
        Ok(())
    }
}

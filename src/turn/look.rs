//! Looking at a case from outside the conversation: nothing happens and nothing is written.

use crate::domain::day::Day;
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::{CaseReference, Session};
use crate::turn::{App, Outgoing, TurnError, key_of};

impl App {
    /// A case as it stands on that day under the policy on offer, with its answers and its assessment as the reply.
    ///
    /// # Errors
    /// When the store fails or there is no such case.
    pub fn look(&self, case: CaseReference, today: Day) -> Result<Outgoing, TurnError> {
        let log = self.store.load(&key_of(case)?)?;
        let log = log.ok_or(TurnError::NoSuchCase)?;
        let turns = log.turns.iter().map(|turn| turn.events.as_slice());
        let mut session = Session::replay("", turns);
        let changed = self.view(&session, today).repinned(self.offering.pins());
        session.turn(changed.as_slice());
        let view = self.view(&session, today);
        let states = view.states();
        let position = view.position(&states);
        let scene = Scene {
            view,
            states: &states,
            position: &position,
            case: Some(case),
        };
        Ok(Outgoing {
            case: Some(case),
            version: log.version,
            locale: session.locale.clone(),
            reply: scene.overview(),
            states,
            position,
            session,
            rejected: None,
            again: false,
        })
    }
}

//! What happens to a case that nobody is talking to.

use crate::domain::day::Day;
use crate::domain::dialog::event::Event;
use crate::domain::dialog::{CaseReference, Session, Wake};
use crate::store::{Log, Turn, UnixSeconds, Write};
use crate::turn::{App, Loaded, Outgoing, TurnError, error, key_of};

impl App {
    /// Looks at a case though nobody said anything; nothing when there is nothing to do.
    ///
    /// # Errors
    /// When the store fails, there is no such case, or somebody writes to it at the same time.
    pub fn wake(
        &self,
        case: CaseReference,
        wake: Wake,
        today: Day,
        at: UnixSeconds,
    ) -> Result<Option<Outgoing>, TurnError> {
        let key = key_of(case)?;
        let log = self.store.load(&key)?.ok_or(TurnError::NoSuchCase)?;
        let (session, events) = self.woken(&log, wake, today);
        if events.is_empty() {
            return Ok(None);
        }
        let write = Write {
            key,
            expected_version: log.version,
            turn: Turn {
                input: None,
                events,
                at,
            },
            reply_owed: true,
            binding: None,
        };
        if !error::committed(self.store.commit(vec![write]))? {
            return Err(TurnError::Busy);
        }
        let loaded = Loaded {
            case: Some(case),
            version: log.version.saturating_add(1),
            owed: true,
            seen: false,
            enters: false,
            session,
        };
        Ok(Some(self.outgoing(loaded, today, None, None)))
    }

    /// The session as it is left, and what happened; a change of policy counts first.
    fn woken(&self, log: &Log, wake: Wake, today: Day) -> (Session, Vec<Event>) {
        let turns = log.turns.iter().map(|turn| turn.events.as_slice());
        let mut session = Session::replay("", turns);
        let changed = self.view(&session, today).repinned(self.offering.pins());
        session.turn(changed.as_slice());
        let woken = self.view(&session, today).woken(wake).events;
        if woken.is_empty() {
            return (session, woken);
        }
        session.turn(&woken);
        let events: Vec<Event> = changed.into_iter().chain(woken).collect();
        session.last_turn.clone_from(&events);
        (session, events)
    }
}

//! What happens to a case that nobody is talking to.

use crate::domain::day::Day;
use crate::domain::dialog::event::Event;
use crate::domain::dialog::{CaseReference, Session, Wake};
use crate::store::{Binding, ChannelKey, CommitError, Turn, UnixSeconds, Write};
use crate::turn::cache::Kept;
use crate::turn::{App, Outgoing, Told, TurnError, key_of};

impl App {
    /// Looks at a case though nobody said anything; nothing when there is nothing to do. The channels are those that are
    /// told; the last of them leaves a case that is closed.
    ///
    /// # Errors
    /// When the store fails, there is no such case, or somebody writes to it at the same time.
    pub fn wake(
        &self,
        (case, channels): (CaseReference, &[ChannelKey]),
        wake: Wake,
        today: Day,
        at: UnixSeconds,
    ) -> Result<Option<Outgoing>, TurnError> {
        let key = key_of(case)?;
        let kept = self.kept(&key, "")?.ok_or(TurnError::NoSuchCase)?;
        let (session, events) = self.woken(kept.session, wake, today);
        if events.is_empty() {
            return Ok(None);
        }
        let kept = Kept {
            version: kept.version.saturating_add(1),
            owed: true,
            session,
            seen: channels.to_vec(),
        };
        let told = Told {
            owed: true,
            ..Told::default()
        };
        let outgoing = self.outgoing(Some(case), &kept, today, told);
        let over = events.iter().any(Event::is_end);
        let leaves = channels.last().filter(|_| over).cloned();
        let write = Write {
            key: key.clone(),
            expected_version: kept.version.saturating_sub(1),
            turn: Turn {
                input: None,
                events,
                at,
            },
            channel: None,
            reply_owed: true,
            binding: leaves.map(Binding::Leave),
            agenda: self.agenda(&outgoing, today),
        };
        match self.store.commit(vec![write]) {
            Ok(()) => {
                self.cache.put(key, kept);
                Ok(Some(outgoing))
            }
            Err(CommitError::Store(fault)) => Err(fault.into()),
            Err(CommitError::Refused(_)) => {
                self.cache.forget(&key);
                Err(TurnError::Busy)
            }
        }
    }

    /// The session as it is left, and what happened; a change of policy counts first.
    fn woken(&self, mut session: Session, wake: Wake, today: Day) -> (Session, Vec<Event>) {
        let changed = self.view(&session, today).repinned(self.offering.pins());
        if changed.is_some() {
            session.turn(changed.as_slice());
        }
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

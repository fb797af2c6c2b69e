//! What happens to a session that nobody is talking to: a reminder falls due, it waits too long.

use crate::domain::day::Day;
use crate::domain::dialog::decide::Decision;
use crate::domain::dialog::event::Event;
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::rejection::Rejection;

/// Why a session is looked at though nobody said anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wake {
    /// A reminder may be due.
    Remind,
    /// A question has waited for long.
    Nudge,
    /// A question has waited for so long that the case is closed.
    Expire,
}

/// What a session waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agenda {
    /// Whether it waits for an answer.
    pub waits: bool,
    /// Whether the office was told so, and has not gone on since.
    pub nudged: bool,
    /// The day on which the office asked to be reminded.
    pub remind: Option<Day>,
}

impl View<'_> {
    /// What the session waits for, given its items and where it stands.
    #[must_use]
    pub fn agenda(&self, position: &Position) -> Agenda {
        let session = self.session;
        Agenda {
            waits: self.waits(position),
            nudged: session.nudged,
            remind: session.reminder.filter(|_| !session.is_over()),
        }
    }

    /// A question about the session itself does not count where the result was given already.
    fn waits(&self, position: &Position) -> bool {
        let session = self.session;
        let of_result = match position {
            Position::Assessed | Position::Cancelled => true,
            Position::Menu(_) => session.confirmed.is_some(),
            _ => false,
        };
        !session.is_new() && !session.is_over() && !of_result
    }

    /// What it leads to that a session is looked at; nothing where there is nothing to do.
    #[must_use]
    pub fn woken(&self, wake: Wake) -> Decision {
        let on = self.today;
        let session = self.session;
        let waits = || self.waits(&self.position(&self.states()));
        let event = match wake {
            Wake::Remind => {
                let due = session.reminder.is_some_and(|day| day <= on) && !session.is_over();
                due.then_some(Event::Reminded { on })
            }
            Wake::Nudge => (!session.nudged && waits()).then_some(Event::Nudged { on }),
            Wake::Expire => waits().then_some(Event::Expired { on }),
        };
        Decision {
            events: event.into_iter().collect(),
            tell: None,
        }
    }

    /// The first day on which the calendar alone changes the result.
    pub(super) fn reminder(
        &self,
        states: &[ItemState],
        position: &Position,
    ) -> Result<Day, Rejection> {
        if *position != Position::Assessed {
            return Err(Rejection::NoResultYet);
        }
        let changes = states.iter();
        let changes = changes.filter_map(|state| state.next_change(self.policy));
        let first = changes.map(|change| change.on).min();
        first.ok_or(Rejection::NothingToRemind)
    }
}

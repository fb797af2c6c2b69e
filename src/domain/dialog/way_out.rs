//! Ways out of a question that is not to be answered after all: back, done, and the answer left as it is.

use crate::domain::dialog::decide::{Decision, happened};
use crate::domain::dialog::event::{Event, Menu};
use crate::domain::dialog::interpret::{Context, Move};
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::{Asked, Position};
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::session::Told;
use crate::domain::dialog::vocabulary::Verb;

impl Context<'_> {
    /// An answer named without the list of answers: the way back from it leads to the list all the same, but for two
    /// answers of which one is to be changed, which are a list of their own.
    pub(super) fn reopen(&self, revisited: Event) -> Decision {
        let listed = self.view.session.menu == Some(Menu::Edit)
            || matches!(self.position, Position::Contradiction { .. });
        let menu = (!listed).then_some(Event::MenuOpened { menu: Menu::Edit });
        Decision {
            events: menu.into_iter().chain([revisited]).collect(),
            tell: None,
        }
    }

    /// From a reopened question to the list it was chosen from, and from there to where the session stands. Else to the
    /// answer given before the one that is seen again, or to the last one. A read-back is taken back.
    pub(super) fn back(&self) -> Result<Event, Rejection> {
        let session = self.view.session;
        if session.pending.is_some() || session.menu.is_some() {
            return Ok(Event::Declined);
        }
        if session.listed {
            return Ok(Event::MenuOpened { menu: Menu::Edit });
        }
        let beneath = self.view.beneath(self.states);
        let two = matches!(
            beneath,
            Position::Contradiction { .. } | Position::Recheck(_)
        );
        match (self.answered_before(), &session.focus) {
            (Some(before), _) if !two || session.focus.is_none() => Ok(before),
            (_, Some(_)) => Ok(Event::Declined),
            (_, None) => Err(Rejection::NothingToUndo),
        }
    }

    /// The answer given before the one that is seen again, or the last one.
    fn answered_before(&self) -> Option<Event> {
        let session = self.view.session;
        let answers = session.in_order();
        let focus = session.focus.as_ref();
        let here = focus.and_then(|(scope, step)| {
            answers
                .iter()
                .position(|(own, name, _)| *own == scope && *name == step)
        });
        let before = answers.get(..here.unwrap_or(answers.len()))?;
        let mut asked = before.iter().rev();
        let (scope, step, _) = asked.find(|(_, step, _)| self.view.dialog.step(step).is_some())?;
        Some(Event::Revisited {
            scope: (*scope).clone(),
            step: (*step).clone(),
        })
    }

    /// A choice of several is complete; a paused case goes on; a change is left as it was.
    pub(super) fn done(&self) -> Result<Decision, Rejection> {
        match self.position {
            _ if self.view.session.paused => Ok(Decision::default()),
            Position::Summary => self.agree(),
            Position::Menu(_) => self.disagree(),
            _ => self.keep(),
        }
    }

    /// The answer that is seen again, or all answers, are left as they are.
    pub(super) fn keep(&self) -> Result<Decision, Rejection> {
        let session = self.view.session;
        match self.position {
            Position::Menu(_) => self.disagree(),
            Position::Ask(_) if session.focus.is_some() => Ok(happened(Event::Declined)),
            Position::ReadBack if session.focus.is_some() => Ok(Decision {
                events: vec![Event::Declined; 2],
                tell: None,
            }),
            _ => Err(Rejection::ExpectedChoice),
        }
    }

    /// The number of the choice that leaves a reopened question as it was answered.
    pub(super) fn keeps(&self, text: &str) -> Option<Move> {
        let number: usize = text.trim().parse().ok()?;
        let Position::Ask(asked) = self.position else {
            return None;
        };
        self.view.present(asked)?;
        let scene = Scene {
            view: self.view,
            states: self.states,
            position: self.position,
            case: None,
        };
        let step = self.view.dialog.step(&asked.step)?;
        let last = scene.step_choices(step).len().checked_add(1)?;
        (number == last).then_some(Move::Verb(Verb::Keep))
    }
}

impl<'a> View<'a> {
    /// The present answer to a question that is seen again.
    pub(crate) fn present(&self, asked: &Asked) -> Option<&'a Told> {
        self.session.focus.as_ref()?;
        self.session.told(&asked.scope, &asked.step)
    }

    /// Where the session stands apart from what was asked for in between: a question about the session itself, an
    /// answer that is seen again, a case that was given up.
    pub(crate) fn beneath(&self, states: &[ItemState]) -> Position {
        let session = self.session.undisturbed();
        let view = View {
            session: &session,
            ..*self
        };
        view.position(states)
    }
}

//! The dialog lab: what holds in every conversation about a policy, found by walking all of them through the real code.
//!
//! [`space`] says which answers the policy can tell apart, [`walk`] where each of them leads, [`verify`] what must hold
//! there, [`count`] and [`least`] how long it all takes. Nothing here knows a policy, and nothing reads or writes.

pub mod apart;
pub mod count;
pub mod difference;
pub mod example;
mod key;
pub mod least;
pub mod phrase;
pub mod space;
pub mod tally;
pub mod verify;
pub mod walk;
mod witness;

use crate::domain::day::Day;
use crate::domain::dialog::event::{Event, Pins};
use crate::domain::dialog::{
    Context, Decision, Dialog, ItemState, Move, Position, Rejection, Session, View, Vocabulary,
};
use crate::domain::message::Message;
use crate::domain::policy::{Chart, Disposition, Of, Outcomes, Policy};

/// Puts a message into words.
pub type Say<'a> = &'a (dyn Fn(&Message) -> String + Sync);

/// A policy with its dialog and the words of one language, on one day.
#[derive(Clone)]
pub struct Lab<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The conversation about it.
    pub dialog: &'a Dialog,
    /// What a session is pinned to.
    pub pins: &'a Pins,
    /// The words that people type.
    pub words: &'a Vocabulary,
    /// Puts messages into words of the same language.
    pub say: Say<'a>,
    /// The language's tag.
    pub tag: &'a str,
    /// The day on which everything is said.
    pub today: Day,
    /// What the policy says for every combination of answers.
    pub chart: Chart,
    /// Functions by which sessions are kept apart though nothing that follows depends on them.
    pub refined: Vec<Of>,
}

/// Where a session stands, with what is known of its items.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its items.
    pub states: Vec<ItemState>,
    /// Where it stands.
    pub position: Position,
}

impl Standing {
    /// What the items come to.
    #[must_use]
    pub fn comes(&self) -> Vec<(Disposition, Outcomes)> {
        let each = self.states.iter().map(|state| &state.assessment);
        each.map(|one| (one.disposition, one.outcomes)).collect()
    }
}

impl Lab<'_> {
    /// A session in which nobody has said anything.
    #[must_use]
    pub fn opened(&self) -> Session {
        let mut session = Session::new(self.tag);
        session.turn(&[Event::Opened {
            pins: self.pins.clone(),
            locale: self.tag.to_owned(),
            on: self.today,
        }]);
        session
    }

    /// A session and everything a decision looks at.
    #[must_use]
    pub fn view<'s>(&'s self, session: &'s Session) -> View<'s> {
        View {
            policy: self.policy,
            dialog: self.dialog,
            session,
            today: self.today,
        }
    }

    /// Where a session stands.
    #[must_use]
    pub fn standing(&self, session: &Session) -> Standing {
        let view = self.view(session);
        let states = view.states();
        let position = view.position(&states);
        Standing { states, position }
    }

    /// What a move leads to where a session stands; the session has taken it.
    ///
    /// # Errors
    /// Why it cannot be made there.
    pub fn take(
        &self,
        session: &mut Session,
        standing: &Standing,
        a_move: Move,
    ) -> Result<Decision, Rejection> {
        let decision = self.context(session, standing).decide(a_move, self.pins)?;
        if !decision.events.is_empty() {
            session.turn(&decision.events);
        }
        Ok(decision)
    }

    /// What a typed text means where a session stands.
    ///
    /// # Errors
    /// Why it was not understood.
    pub fn read(
        &self,
        session: &Session,
        standing: &Standing,
        text: &str,
    ) -> Result<Move, Rejection> {
        self.context(session, standing).interpret(text)
    }

    fn context<'s>(&'s self, session: &'s Session, standing: &'s Standing) -> Context<'s> {
        Context {
            view: self.view(session),
            states: &standing.states,
            position: &standing.position,
            words: self.words,
        }
    }
}

impl std::fmt::Debug for Lab<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lab({}, {})", self.policy.name(), self.today)
    }
}

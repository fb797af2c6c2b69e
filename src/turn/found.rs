//! A session as an input finds it, and what the input comes to there.

use crate::domain::dialog::event::Event;
use crate::domain::dialog::{
    CaseReference, Context, Decision, Move, Position, Rejection, Session, Tell,
};
use crate::turn::cache::Kept;
use crate::turn::{App, Incoming, Input, Mark, place};

/// A session as an input found it.
pub(super) struct Found {
    pub(super) case: Option<CaseReference>,
    /// Whether the channel is in another session, or in none.
    pub(super) enters: bool,
    /// Whether the channel leaves another session for it.
    pub(super) begins: bool,
    pub(super) kept: Kept,
}

/// What an input comes to.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) events: Vec<Event>,
    pub(super) tell: Option<Tell>,
    pub(super) rejected: Option<Rejection>,
    pub(super) unseen: bool,
}

impl Found {
    /// A session that has not begun; `begins` when the channel leaves another one for it.
    pub(super) fn unbegun(incoming: &Incoming<'_>, begins: bool) -> Self {
        Self {
            case: None,
            enters: false,
            begins,
            kept: Kept::unbegun(incoming.locale),
        }
    }

    /// What the input comes to, after a change of policy, which counts first.
    pub(super) fn heard(&self, app: &App, incoming: &Incoming<'_>) -> Heard {
        let pins = app.offering.pins();
        let before = app.view(&self.kept.session, incoming.today);
        let mut events: Vec<Event> = before.repinned(pins).into_iter().collect();
        let unseen = !events.is_empty() || self.is_unseen(app, incoming);
        let mut session = self.kept.session.clone();
        session.turn(&events);
        let view = app.view(&session, incoming.today);
        let decided = if self.is_stale(app, incoming) {
            Err(Rejection::Stale)
        } else if self.begins {
            Ok(view.begun(pins))
        } else {
            app.hear(incoming, &session)
        };
        let mut heard = Heard::default();
        match decided {
            Err(rejection @ (Rejection::Identifiers | Rejection::TooLong | Rejection::Stale)) => {
                heard.rejected = Some(rejection);
            }
            decided if unseen && incoming.input.is_typed() && !is_told(&decided) => {
                heard.unseen = true;
                events.extend(view.arrived().events);
            }
            Err(rejection) => heard.rejected = Some(rejection),
            Ok(decision) => {
                events.extend(decision.events);
                heard.tell = decision.tell;
            }
        }
        heard.events = events;
        heard
    }

    /// Whether what is typed may be meant for something else than what is asked now: another channel went on since this
    /// one was shown a question, or the day changed what is asked.
    fn is_unseen(&self, app: &App, incoming: &Incoming<'_>) -> bool {
        if self.case.is_none() {
            return false;
        }
        let session = &self.kept.session;
        let stood = |day| {
            let view = app.view(session, day);
            place(&view.position(&view.states()))
        };
        let another_day = session.last_day.filter(|day| *day != incoming.today);
        !self.kept.seen.contains(incoming.channel)
            || another_day.is_some_and(|day| stood(day) != stood(incoming.today))
    }

    /// Whether a button was pressed that belongs to another question than the one that waits.
    fn is_stale(&self, app: &App, incoming: &Incoming<'_>) -> bool {
        let Input::Press { mark, .. } = incoming.input else {
            return false;
        };
        mark != self.mark(app, incoming)
    }

    /// The mark of the question that waits.
    fn mark(&self, app: &App, incoming: &Incoming<'_>) -> Mark {
        let view = app.view(&self.kept.session, incoming.today);
        Mark {
            case: self.case,
            version: self.kept.version,
            place: place(&view.position(&view.states())),
        }
    }
}

/// Whether something was asked that changes nothing.
fn is_told(decided: &Result<Decision, Rejection>) -> bool {
    let changes =
        |decision: &Decision| !decision.events.is_empty() || decision.tell == Some(Tell::Erased);
    decided.as_ref().is_ok_and(|decision| !changes(decision))
}

impl App {
    fn hear(&self, incoming: &Incoming<'_>, session: &Session) -> Result<Decision, Rejection> {
        let view = self.view(session, incoming.today);
        if incoming.input == Input::Arrived {
            return Ok(view.arrived());
        }
        let states = view.states();
        let position: Position = view.position(&states);
        let words = self
            .offering
            .words(&session.locale)
            .ok_or(Rejection::NotUnderstood)?;
        let context = Context {
            view,
            states: &states,
            position: &position,
            words,
        };
        let text = incoming.input.said().unwrap_or_default();
        let mut a_move = match incoming.input {
            Input::Read(read) => read.clone()?,
            _ => context.interpret(text)?,
        };
        if let Input::Added { mark, ticked, .. } = incoming.input
            && mark.place == place(&position)
            && matches!(a_move, Move::Answer(..))
            && let Ok(more @ Move::Answer(..)) = context.interpret(&format!("{ticked}, {text}"))
        {
            a_move = more;
        }
        context.decide(a_move, self.offering.pins())
    }
}

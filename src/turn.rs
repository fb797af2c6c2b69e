//! The one use case: load, decide, commit, assess, reply. Chat, console, terminal and replay all come through here.
//! Nothing is said before it is durable.

mod error;
mod look;
mod offering;
mod rendered;
mod uses;
mod wake;

use std::sync::Arc;

use crate::domain::day::Day;
use crate::domain::dialog::event::{Event, Pins};
use crate::domain::dialog::reply::{Heard, Reply, Scene};
use crate::domain::dialog::{
    CaseReference, Context, Decision, ItemState, Position, Rejection, Session, Tell, View,
};
use crate::store::{
    Binding, ChannelKey, InputId, Log, SessionKey, Store, Turn, UnixSeconds, Write,
};

pub use error::TurnError;
pub use offering::{Offering, Settled};
pub use rendered::{Rendered, RenderedLine, RenderedOffer, RenderedPrompt};

/// How often a turn is decided again when another channel wrote to the same session in between.
const TRIES: usize = 5;

/// The policy on offer and the sessions about it.
#[derive(Clone)]
pub struct App {
    offering: Arc<Offering>,
    store: Arc<dyn Store>,
    seeds: Arc<dyn Fn() -> u64 + Send + Sync>,
}

/// Which session an input is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one the channel is in; a new one when it is in none.
    Current,
    /// A new one.
    New,
    /// The one of this reference; the channel enters it.
    Case(CaseReference),
}

/// What came in.
#[derive(Debug, Clone)]
pub struct Incoming<'a> {
    /// Where it came from, and from whom.
    pub channel: &'a ChannelKey,
    /// Its name, where the channel names its inputs.
    pub input: Option<InputId>,
    /// Which session it is for.
    pub which: Which,
    /// What was typed; nothing when the office came.
    pub text: Option<&'a str>,
    /// The language until one is chosen.
    pub locale: &'a str,
    /// Today.
    pub today: Day,
    /// Now.
    pub at: UnixSeconds,
}

/// What goes out.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The case, once it has begun.
    pub case: Option<CaseReference>,
    /// The version of the session that the reply is a view of.
    pub version: u64,
    /// The language's tag.
    pub locale: String,
    /// What is said.
    pub reply: Reply,
    /// The items as they stand.
    pub states: Vec<ItemState>,
    /// Where the session stands.
    pub position: Position,
    /// The session.
    pub session: Session,
    /// Why the input was not taken.
    pub rejected: Option<Rejection>,
}

/// A session as it was loaded.
struct Loaded {
    case: Option<CaseReference>,
    version: u64,
    owed: bool,
    /// Whether the input was taken before; the session is then as that input left it.
    seen: bool,
    /// Whether the channel is in another session, or in none.
    enters: bool,
    session: Session,
}

impl App {
    /// An application on a store. `seeds` gives the numbers from which case references are made.
    #[must_use]
    pub fn new(
        offering: Arc<Offering>,
        store: Arc<dyn Store>,
        seeds: impl Fn() -> u64 + Send + Sync + 'static,
    ) -> Self {
        Self {
            offering,
            store,
            seeds: Arc::new(seeds),
        }
    }

    /// What is offered.
    #[must_use]
    pub fn offering(&self) -> &Offering {
        &self.offering
    }

    /// Takes an input: decides it, makes it durable, and says what there is to say.
    ///
    /// # Errors
    /// When the store fails or there is no such case. Nothing of the input was kept then.
    pub fn turn(&self, incoming: &Incoming<'_>) -> Result<Outgoing, TurnError> {
        for _ in 0..TRIES {
            let loaded = self.load(incoming)?;
            if let Some(outgoing) = self.decided(incoming, loaded)? {
                return Ok(outgoing);
            }
        }
        Err(TurnError::Busy)
    }

    /// Notes that the reply was delivered.
    ///
    /// # Errors
    /// When the store is closed.
    pub fn delivered(&self, outgoing: &Outgoing) -> Result<(), TurnError> {
        if let Some(case) = outgoing.case {
            self.store
                .mark_delivered(&key_of(case)?, outgoing.version)?;
        }
        Ok(())
    }

    fn load(&self, incoming: &Incoming<'_>) -> Result<Loaded, TurnError> {
        let key = match incoming.which {
            Which::New => None,
            Which::Case(case) => Some(key_of(case)?),
            Which::Current => self.store.session_of(incoming.channel)?,
        };
        let log = key
            .as_ref()
            .map(|key| self.store.load(key))
            .transpose()?
            .flatten();
        match (key, log) {
            (Some(key), Some(log)) => {
                let current = self.store.session_of(incoming.channel)?;
                Ok(Loaded {
                    enters: current.as_ref() != Some(&key),
                    ..loaded(&key, &log, incoming)
                })
            }
            (_, None) if matches!(incoming.which, Which::Case(_)) => Err(TurnError::NoSuchCase),
            _ => Ok(Loaded {
                case: None,
                version: 0,
                owed: false,
                seen: false,
                enters: false,
                session: Session::new(incoming.locale),
            }),
        }
    }

    /// Decides and commits; nothing when another write came in between.
    fn decided(
        &self,
        incoming: &Incoming<'_>,
        mut loaded: Loaded,
    ) -> Result<Option<Outgoing>, TurnError> {
        if loaded.seen {
            return Ok(Some(self.outgoing(loaded, incoming.today, None, None)));
        }
        let pins = self.offering.pins();
        let mut events: Vec<Event> = self
            .view(&loaded.session, incoming.today)
            .repinned(pins)
            .into_iter()
            .collect();
        if !events.is_empty() {
            loaded.session.turn(&events);
        }
        let heard = self.hear(incoming, &loaded.session, pins);
        let (decision, rejection) = match heard {
            Ok(decision) => (decision, None),
            Err(rejection) => (Decision::default(), Some(rejection)),
        };
        events.extend(decision.events.iter().cloned());
        if !events.is_empty() || loaded.enters {
            let case = loaded
                .case
                .unwrap_or_else(|| CaseReference::from_seed((self.seeds)()));
            if !self.commit(incoming, case, loaded.version, &events)? {
                return Ok(None);
            }
            loaded.session.turn(&decision.events);
            loaded = Loaded {
                case: Some(case),
                version: loaded.version.saturating_add(1),
                owed: !events.is_empty(),
                ..loaded
            };
            loaded.session.last_turn = events;
        } else if incoming.text.is_some() {
            loaded.owed = false;
        }
        Ok(Some(self.outgoing(
            loaded,
            incoming.today,
            decision.tell,
            rejection,
        )))
    }

    fn view<'a>(&'a self, session: &'a Session, today: Day) -> View<'a> {
        View {
            policy: &self.offering.policy,
            dialog: &self.offering.dialog,
            session,
            today,
        }
    }

    fn hear(
        &self,
        incoming: &Incoming<'_>,
        session: &Session,
        pins: &Pins,
    ) -> Result<Decision, Rejection> {
        let view = self.view(session, incoming.today);
        let Some(text) = incoming.text else {
            return Ok(view.arrived());
        };
        let states = view.states();
        let position = view.position(&states);
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
        context.decide(context.interpret(text)?, pins)
    }

    fn commit(
        &self,
        incoming: &Incoming<'_>,
        case: CaseReference,
        version: u64,
        events: &[Event],
    ) -> Result<bool, TurnError> {
        let over = events.iter().any(Event::is_end);
        let channel = incoming.channel.clone();
        let write = Write {
            key: key_of(case)?,
            expected_version: version,
            turn: Turn {
                input: incoming.input.clone(),
                events: events.to_vec(),
                at: incoming.at,
            },
            reply_owed: !events.is_empty(),
            binding: Some(if over {
                Binding::Leave(channel)
            } else {
                Binding::Enter(channel)
            }),
        };
        error::committed(self.store.commit(vec![write]))
    }

    fn outgoing(
        &self,
        loaded: Loaded,
        today: Day,
        tell: Option<Tell>,
        rejected: Option<Rejection>,
    ) -> Outgoing {
        let Loaded {
            case,
            version,
            owed,
            session,
            ..
        } = loaded;
        let view = self.view(&session, today);
        let states = view.states();
        let position = view.position(&states);
        let heard = match (&rejected, tell) {
            (Some(rejection), _) => Heard::Rejected(rejection),
            (None, Some(tell)) => Heard::Told(tell),
            (None, None) if owed => Heard::Taken,
            (None, None) => Heard::Arrived,
        };
        let reply = Scene {
            view,
            states: &states,
            position: &position,
            case,
        }
        .reply(heard);
        let locale = session.locale.clone();
        Outgoing {
            case,
            version,
            locale,
            reply,
            states,
            position,
            session,
            rejected,
        }
    }
}

/// The session as it stood when the input was taken, if it was taken before; as it stands, if not.
fn loaded(key: &SessionKey, log: &Log, incoming: &Incoming<'_>) -> Loaded {
    let seen = incoming.input.as_ref().and_then(|input| {
        log.turns
            .iter()
            .position(|turn| turn.input.as_ref() == Some(input))
    });
    let turns = log
        .turns
        .get(..seen.map_or(log.turns.len(), |at| at.saturating_add(1)))
        .unwrap_or_default();
    let session = Session::replay(
        incoming.locale,
        turns.iter().map(|turn| turn.events.as_slice()),
    );
    let owed = log.owed.is_some() || seen.is_some();
    Loaded {
        case: CaseReference::parse(key.as_str()).ok(),
        version: log.version,
        owed,
        seen: seen.is_some(),
        enters: false,
        session,
    }
}

fn key_of(case: CaseReference) -> Result<SessionKey, TurnError> {
    SessionKey::parse(&case.to_string()).map_err(|_| TurnError::NoSuchCase)
}

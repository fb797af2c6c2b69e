//! The one use case: load, decide, commit, assess, reply. Chat, console, terminal and replay all come through here.
//! Nothing is said before it is durable.
//!
//! Inputs that wait are taken as one batch: decided in order, each on what those before it led to, and committed at once.

mod batch;
mod cache;
mod draft;
mod error;
mod found;
mod look;
mod offering;
mod rendered;
mod uses;
mod wake;

use std::sync::Arc;

use crate::domain::day::Day;
use crate::domain::dialog::reply::{Heard, Reply, Scene};
use crate::domain::dialog::{
    CaseReference, ItemState, Move, Position, Rejection, Session, Tell, View,
};
use crate::domain::message::Message;
use crate::store::{Agenda, ChannelKey, InputId, SessionKey, Store, UnixSeconds};
use crate::turn::cache::{Cache, Kept};

pub use error::TurnError;
pub use look::Holders;
pub use offering::{Offering, Settled, offered};
pub use rendered::{Rendered, RenderedLine, RenderedOffer, RenderedPrompt};
pub use uses::MESSENGER;

/// The policy on offer and the sessions about it.
#[derive(Clone)]
pub struct App {
    offering: Arc<Offering>,
    store: Arc<dyn Store>,
    seeds: Arc<dyn Fn() -> u64 + Send + Sync>,
    cache: Arc<Cache>,
}

/// Which session an input is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one the channel is in; a new one when it is in none.
    Current,
    /// A new one; the one the channel is in when nothing was answered there yet.
    New,
    /// A new one, whatever the channel is in.
    Apart,
    /// The one of this reference; the channel enters it.
    Case(CaseReference),
}

/// What an office did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input<'a> {
    /// It came, and said nothing.
    Arrived,
    /// It typed this.
    Text(&'a str),
    /// It typed this while choices were ticked that it had not sent yet.
    Added {
        /// The question whose choices were ticked.
        mark: Mark,
        /// The ticked choices as they can be typed.
        ticked: &'a str,
        /// What it typed.
        said: &'a str,
    },
    /// It pressed a button that stands for this text, under the question of this mark.
    Press {
        /// The question the button belongs to.
        mark: Mark,
        /// What could have been typed instead.
        said: &'a str,
    },
    /// It typed something that was read elsewhere, in another language than that of the case: what it was read as.
    Read(&'a Result<Move, Rejection>),
}

impl<'a> Input<'a> {
    /// Whether somebody typed it.
    fn is_typed(self) -> bool {
        matches!(self, Self::Text(_) | Self::Added { .. } | Self::Read(_))
    }

    /// What was said in words that are still to be read.
    fn said(self) -> Option<&'a str> {
        match self {
            Self::Arrived | Self::Read(_) => None,
            Self::Text(said) | Self::Press { said, .. } | Self::Added { said, .. } => Some(said),
        }
    }
}

/// Tells one question that was asked from every other: the case, how far it was, and what was asked. A button is taken
/// only while its own question is the one that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The case, once it has begun.
    pub case: Option<CaseReference>,
    /// The version of its session.
    pub version: u64,
    /// A digest of where it stood.
    pub place: u32,
}

/// What came in.
#[derive(Debug, Clone)]
pub struct Incoming<'a> {
    /// Where it came from, and from whom.
    pub channel: &'a ChannelKey,
    /// Its name, where the channel names its inputs.
    pub id: Option<InputId>,
    /// Which session it is for.
    pub which: Which,
    /// What the office did.
    pub input: Input<'a>,
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
    /// The answers that this turn brought, in words that belong to the locale.
    pub taken: Vec<Message>,
    /// Why the input was not taken.
    pub rejected: Option<Rejection>,
    /// Whether the details of the result were asked for.
    pub details: bool,
    /// Whether it answers an input that had been taken before.
    pub again: bool,
    /// Whether the case was erased.
    pub erased: bool,
    /// Other channels that were in a case that was erased: what waits there is gone.
    pub left: Vec<ChannelKey>,
}

impl Outgoing {
    /// The mark of the question that is asked.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark {
            case: self.case,
            version: self.version,
            place: place(&self.position),
        }
    }
}

/// A digest of a position. Two builds of the program may differ in it: buttons of the former build are stale then.
fn place(position: &Position) -> u32 {
    crc32fast::hash(format!("{position:?}").as_bytes())
}

/// How the reply to an input begins.
#[derive(Default)]
struct Told {
    tell: Option<Tell>,
    rejected: Option<Rejection>,
    owed: bool,
    again: bool,
    /// Whether the input answered something its channel was never shown.
    unseen: bool,
}

impl App {
    /// An application on a store. `seeds` gives the numbers from which case references are made. Nobody else may write to
    /// the store: sessions are kept folded between their turns.
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
            cache: Arc::new(Cache::new()),
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
        let outcome = self.turns(std::slice::from_ref(incoming)).pop();
        outcome.unwrap_or(Err(TurnError::Busy))
    }

    /// Notes that the reply was delivered.
    ///
    /// # Errors
    /// When the store is closed.
    pub fn delivered(&self, outgoing: &Outgoing) -> Result<(), TurnError> {
        if let Some(case) = outgoing.case {
            let key = key_of(case)?;
            self.store.mark_delivered(&key, outgoing.version)?;
            self.cache.delivered(&key, outgoing.version);
        }
        Ok(())
    }

    fn view<'a>(&'a self, session: &'a Session, today: Day) -> View<'a> {
        View {
            policy: &self.offering.policy,
            dialog: &self.offering.dialog,
            session,
            today,
        }
    }

    /// What the session of a reply waits for, as the store keeps it.
    fn agenda(&self, outgoing: &Outgoing, today: Day) -> Agenda {
        let agenda = self
            .view(&outgoing.session, today)
            .agenda(&outgoing.position);
        Agenda {
            waits: agenda.waits,
            nudged: agenda.nudged,
            remind: agenda.remind,
        }
    }

    fn outgoing(
        &self,
        case: Option<CaseReference>,
        kept: &Kept,
        today: Day,
        told: Told,
    ) -> Outgoing {
        let session = kept.session.clone();
        let view = self.view(&session, today);
        let states = view.states();
        let position = view.position(&states);
        let heard = match (&told.rejected, told.tell) {
            _ if told.unseen => Heard::Unseen { news: told.owed },
            (Some(rejection), _) => Heard::Rejected(rejection),
            (None, Some(tell)) => Heard::Told(tell),
            (None, None) if told.owed => Heard::Taken,
            (None, None) => Heard::Arrived,
        };
        let scene = Scene {
            view,
            states: &states,
            position: &position,
            case,
        };
        let taken = match heard {
            Heard::Taken => scene.taken(),
            _ => Vec::new(),
        };
        let reply = scene.reply(heard);
        Outgoing {
            case,
            version: kept.version,
            locale: session.locale.clone(),
            reply,
            states,
            position,
            taken,
            details: told.tell == Some(Tell::Details),
            rejected: told.rejected,
            again: told.again,
            erased: told.tell == Some(Tell::Erased),
            left: Vec::new(),
            session,
        }
    }
}

fn key_of(case: CaseReference) -> Result<SessionKey, TurnError> {
    SessionKey::parse(&case.to_string()).map_err(|_| TurnError::NoSuchCase)
}

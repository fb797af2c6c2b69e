//! Keeps sessions: one append-only log of events for each, written in atomic and durable commits.
//!
//! A commit holds the events of one or more turns, the inputs they answer and the mark that a reply is owed; it is
//! taken as a whole or not at all. Nothing here decides what an event means, asks the clock, or holds free text.
//! What is answered is sealed with a key for each session, so that it can be erased.
//! [`Memory`] is for tests and replays, [`Disk`] for everything else; one suite of tests holds for both.

mod derived;
mod disk;
mod engine;
mod error;
mod files;
mod key;
mod keys;
mod ledger;
mod memory;
mod opened;
mod pending;
mod quiet;
mod read;
mod record;
mod seal;
mod shared;
mod sled;
mod slot;
mod taken;
mod verify;
mod witness;
mod writer;

use crate::domain::day::Day;
use crate::domain::dialog::Event;

pub use disk::{Disk, Loss, accept_loss};
pub use error::{CommitError, Parked, Refusal, StoreError};
pub use key::{ChannelKey, InputId, NotAKey, SessionKey, UnixSeconds};
pub use memory::Memory;
pub use pending::Pending;

/// One step of a log: what one input led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The input, when it came over a channel that names its inputs.
    pub input: Option<InputId>,
    /// What happened, in order; nothing when the input changed nothing.
    pub events: Vec<Event>,
    /// When it was committed.
    pub at: UnixSeconds,
}

impl Turn {
    /// The turn as a line of JSON, in the form in which it is stored.
    ///
    /// # Errors
    /// When it has no such form; what is stored always has one.
    pub fn json(&self) -> Result<String, Parked> {
        let line = record::encode_turn(self)?;
        let text = String::from_utf8(line).map_err(|_| Parked::Content("turns"))?;
        Ok(text.trim_end().to_owned())
    }
}

/// The log of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// How many turns it has; the version the next write expects.
    pub version: u64,
    /// The turns, oldest first.
    pub turns: Vec<Turn>,
    /// The version whose reply has not been marked as delivered.
    pub owed: Option<u64>,
    /// The channels that were bound to it, the latest last.
    pub channels: Vec<ChannelKey>,
}

impl Log {
    /// The events of all turns, oldest first.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.turns.iter().flat_map(|turn| &turn.events)
    }
}

/// Which session a channel is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    /// The channel is in this session from now on.
    Enter(ChannelKey),
    /// The channel is in no session, when it was in this one. The session still knows that it was here.
    Leave(ChannelKey),
}

/// One turn to write. Without events there is no turn: the version stays, only the input and the binding are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The session; it begins with its first write.
    pub key: SessionKey,
    /// The version the turn was decided on; 0 for a session that begins. Turns of one session in the same commit
    /// count up.
    pub expected_version: u64,
    /// The turn.
    pub turn: Turn,
    /// Where its input came from: an input is named within its channel, and is remembered only with it.
    pub channel: Option<ChannelKey>,
    /// Whether a reply to this turn is owed: set until [`Store::mark_delivered`].
    pub reply_owed: bool,
    /// The channel that enters or leaves the session with this turn.
    pub binding: Option<Binding>,
    /// What the session waits for after this turn.
    pub agenda: Agenda,
}

/// What a session waits for: known without reading its turns, for whoever looks after many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agenda {
    /// Whether a question waits for an answer.
    pub waits: bool,
    /// Whether the office was asked once more since its last answer.
    pub nudged: bool,
    /// The day on which the office wants to be reminded.
    pub remind: Option<Day>,
}

/// What became of an input that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The session that took it. It may have been erased since.
    pub key: SessionKey,
    /// The version of the session after that turn.
    pub version: u64,
}

/// A reply that may not have been delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// The session.
    pub key: SessionKey,
    /// The version the reply is a view of.
    pub version: u64,
    /// The channels that were bound to the session, the latest last.
    pub channels: Vec<ChannelKey>,
}

/// One line of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The session.
    pub key: SessionKey,
    /// What is known of it, or why it is parked.
    pub state: Result<Overview, Parked>,
}

/// What a listing says of a session without reading its turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// How many turns its log has.
    pub version: u64,
    /// When its first turn was committed.
    pub began: UnixSeconds,
    /// When its last turn was committed.
    pub last: UnixSeconds,
    /// The version whose reply has not been marked as delivered.
    pub owed: Option<u64>,
    /// The channels that were bound to it, the latest last.
    pub channels: Vec<ChannelKey>,
    /// What it waits for.
    pub agenda: Agenda,
}

/// A record as it is stored, for a session that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRecord {
    /// The key of the record within the store.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Where logs are kept.
pub trait Store: Send + Sync {
    /// The log of a session; nothing when there is no such session. What is not durable yet is not returned: the
    /// call waits for it.
    ///
    /// # Errors
    /// [`StoreError::Parked`] when it cannot be read; any other when the store fails.
    fn load(&self, key: &SessionKey) -> Result<Option<Log>, StoreError>;

    /// The session a channel is in.
    ///
    /// # Errors
    /// When the store fails.
    fn session_of(&self, channel: &ChannelKey) -> Result<Option<SessionKey>, StoreError>;

    /// The turn that took an input of a channel, as long as that is remembered: until [`Store::sweep_taken`].
    ///
    /// # Errors
    /// When the store fails.
    fn taken(&self, channel: &ChannelKey, input: &InputId) -> Result<Option<Taken>, StoreError>;

    /// Forgets the inputs that were taken before this moment, a few at a time between other commits. Says how many.
    /// A channel may repeat an input for as long as a day, so what is younger than that stays.
    ///
    /// # Errors
    /// When the store fails; some may have been forgotten then.
    fn sweep_taken(&self, before: UnixSeconds) -> Result<u64, StoreError>;

    /// Hands a commit to the store. The result can be awaited or waited for; it comes once the commit is durable.
    fn submit(&self, writes: Vec<Write>) -> Pending<Result<(), CommitError>>;

    /// Commits: all writes or none, in order, durable on return.
    ///
    /// # Errors
    /// [`CommitError::Refused`] names each write that was not taken, [`CommitError::Store`] says that the store
    /// failed. Nothing was kept in either case.
    fn commit(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        self.submit(writes)
            .wait()
            .unwrap_or(Err(CommitError::Store(StoreError::Closed)))
    }

    /// The sessions with a reply that was not marked as delivered, in order of their keys.
    ///
    /// # Errors
    /// When the store fails. Parked sessions are left out.
    fn undelivered(&self) -> Result<Vec<Undelivered>, StoreError>;

    /// Notes that the reply to this version, and to all before it, was delivered. The note becomes durable with
    /// the next commit or soon after: a crash in between has the reply delivered once more, and never less than once.
    ///
    /// # Errors
    /// When the store is closed.
    fn mark_delivered(&self, key: &SessionKey, version: u64) -> Result<(), StoreError>;

    /// Sessions in order of their keys, parked ones among them: at most `limit`, from the first one after `after`.
    ///
    /// # Errors
    /// When the store fails.
    fn scan(&self, after: Option<&SessionKey>, limit: usize) -> Result<Vec<Listed>, StoreError>;

    /// Erases a session, parked or not, with its channel bindings; durable on return. Says whether there was one. Its key is
    /// overwritten, so that what the files still hold of its turns cannot be read.
    /// That it took an input stays known as long as for others, so that the same input is not taken once more.
    ///
    /// # Errors
    /// When the store fails.
    fn delete(&self, key: &SessionKey) -> Result<bool, StoreError>;

    /// The records of a session as they are stored, whether or not they can be read.
    ///
    /// # Errors
    /// When the store fails.
    fn raw(&self, key: &SessionKey) -> Result<Vec<RawRecord>, StoreError>;
}

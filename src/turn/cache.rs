//! Sessions as they stand, so that a turn need not read its session's whole log.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use crate::domain::dialog::Session;
use crate::store::{ChannelKey, Log, SessionKey};

/// How many sessions are kept; those that were not asked for longest go first.
const MOST: NonZeroUsize = NonZeroUsize::new(4096).unwrap();

/// A session as it stands.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// How many turns its log has.
    pub(super) version: u64,
    /// Whether the reply to the last of them may not have been delivered.
    pub(super) owed: bool,
    pub(super) session: Session,
    /// The channels that were shown where it stands now.
    pub(super) seen: Vec<ChannelKey>,
}

impl Kept {
    /// A session that has not begun.
    pub(super) fn unbegun(locale: &str) -> Self {
        Self {
            version: 0,
            owed: false,
            session: Session::new(locale),
            seen: Vec::new(),
        }
    }

    /// What a log comes to.
    pub(super) fn of(log: &Log, locale: &str) -> Self {
        let turns = log.turns.iter().map(|turn| turn.events.as_slice());
        Self {
            version: log.version,
            owed: log.owed.is_some(),
            session: Session::replay(locale, turns),
            seen: log.channels.last().into_iter().cloned().collect(),
        }
    }

    /// Notes that a channel is shown where the session stands.
    pub(super) fn shown(&mut self, channel: &ChannelKey) {
        if !self.seen.contains(channel) {
            self.seen.push(channel.clone());
        }
    }
}

/// The sessions that were asked for last. Each is as its last durable turn left it.
pub(super) struct Cache(Mutex<LruCache<SessionKey, Kept>>);

impl Cache {
    pub(super) fn new() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }

    pub(super) fn get(&self, key: &SessionKey) -> Option<Kept> {
        self.sessions().get(key).cloned()
    }

    pub(super) fn put(&self, key: SessionKey, kept: Kept) {
        let mut sessions = self.sessions();
        // The reply to a turn may be delivered before its batch gets here.
        let newer = sessions
            .peek(&key)
            .is_some_and(|held| held.version > kept.version);
        if !newer {
            sessions.put(key, kept);
        }
    }

    pub(super) fn forget(&self, key: &SessionKey) {
        self.sessions().pop(key);
    }

    pub(super) fn delivered(&self, key: &SessionKey, version: u64) {
        if let Some(kept) = self.sessions().peek_mut(key)
            && kept.version <= version
        {
            kept.owed = false;
        }
    }

    /// Notes that a channel was shown where a session stood at that version.
    pub(super) fn shown(&self, (key, version): (&SessionKey, u64), channel: &ChannelKey) {
        if let Some(kept) = self.sessions().peek_mut(key)
            && kept.version == version
        {
            kept.shown(channel);
        }
    }

    fn sessions(&self) -> MutexGuard<'_, LruCache<SessionKey, Kept>> {
        // What is kept is replaced as a whole, so a panic leaves nothing half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

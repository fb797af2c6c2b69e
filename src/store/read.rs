//! What can be read from a store, over anything that holds records by key.

use crate::store::error::{Parked, StoreError};
use crate::store::record::{Frame, Head, Kind, decode_turns, page_turns};
use crate::store::slot::Slot;
use crate::store::{ChannelKey, Listed, Log, Overview, RawRecord, SessionKey, Turn, Undelivered};

/// A record and its key.
pub(super) type Pair = (Vec<u8>, Vec<u8>);

/// Holds records by key.
pub(super) trait Reader {
    /// The record of a key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// The records whose keys begin with the prefix, in order: at most `limit`, from the first one after `after`.
    fn range(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Pair>, StoreError>;

    /// A slot for a key; nothing when it is damaged.
    fn slot(&self, number: u32) -> Result<Option<Slot>, StoreError>;

    /// The slot of a session whose head cannot be read.
    fn slot_of(&self, session: &SessionKey) -> Result<Option<u32>, StoreError>;
}

/// Where heads begin.
pub(super) const HEADS: &[u8] = b"h/";
/// Where the bindings of channels begin.
pub(super) const CHANNELS: &[u8] = b"c/";
/// How many records a walk takes at once.
pub(super) const STRIDE: usize = 256;

pub(super) fn head_key(key: &SessionKey) -> Vec<u8> {
    [HEADS, key.as_str().as_bytes()].concat()
}

pub(super) fn channel_key(channel: &ChannelKey) -> Vec<u8> {
    [CHANNELS, channel.as_str().as_bytes()].concat()
}

pub(super) fn pages_prefix(key: &SessionKey) -> Vec<u8> {
    [b"p/", key.as_str().as_bytes(), b"/"].concat()
}

pub(super) fn page_key(key: &SessionKey, number: u32) -> Vec<u8> {
    [pages_prefix(key), format!("{number:08}").into_bytes()].concat()
}

/// The head of a session, unsealed; nothing when the session is not there, or is being erased.
pub(super) fn head(
    reader: &impl Reader,
    key: &SessionKey,
) -> Result<Result<Option<Head>, Parked>, StoreError> {
    match reader.get(&head_key(key))? {
        Some(bytes) => opened(reader, key, &bytes),
        None => Ok(Ok(None)),
    }
}

/// The head in a record, unsealed; nothing when its session is being erased.
pub(super) fn opened(
    reader: &impl Reader,
    key: &SessionKey,
    bytes: &[u8],
) -> Result<Result<Option<Head>, Parked>, StoreError> {
    let mut head = match Head::decode(bytes) {
        Ok(head) => head,
        Err(reason) => return Ok(Err(reason)),
    };
    let Some(number) = head.slot() else {
        return Ok(Ok(Some(head)));
    };
    Ok(match reader.slot(number)? {
        Some(Slot::Held(owner, secret)) if owner.is(key) => {
            head.unseal(&head_key(key), secret).map(|()| Some(head))
        }
        Some(Slot::Erased(owner)) if owner.is(key) => Ok(None),
        _ => Err(Parked::Key),
    })
}

/// The log of a session.
pub(super) fn load(reader: &impl Reader, key: &SessionKey) -> Result<Option<Log>, StoreError> {
    let name = head_key(key);
    loop {
        let before = reader.get(&name)?;
        match whole(reader, key)? {
            Ok(log) => return Ok(log),
            // Somebody wrote while it was read, in several steps.
            Err(_) if reader.get(&name)? != before => {}
            Err(reason) => {
                let key = key.clone();
                return Err(StoreError::Parked { key, reason });
            }
        }
    }
}

fn whole(
    reader: &impl Reader,
    key: &SessionKey,
) -> Result<Result<Option<Log>, Parked>, StoreError> {
    let head = match head(reader, key)? {
        Ok(Some(head)) => head,
        Ok(None) => return Ok(Ok(None)),
        Err(reason) => return Ok(Err(reason)),
    };
    let mut lines = Vec::new();
    for number in 0..head.pages() {
        match page(reader, key, &head, number)? {
            Ok(turns) => lines.extend(turns),
            Err(reason) => return Ok(Err(reason)),
        }
    }
    lines.extend_from_slice(head.turns());
    let turns = decode_turns(&lines).and_then(|turns| check_count(&head, turns));
    Ok(turns.map(|turns| Some(log(&head, turns))))
}

/// The lines of a page.
pub(super) fn page(
    reader: &impl Reader,
    key: &SessionKey,
    head: &Head,
    number: u32,
) -> Result<Result<Vec<u8>, Parked>, StoreError> {
    let name = page_key(key, number);
    let bytes = reader.get(&name)?;
    let bytes = bytes.ok_or(Parked::PageGone(number));
    Ok(bytes.and_then(|bytes| page_turns(&name, &bytes, head.known_secret())))
}

fn check_count(head: &Head, turns: Vec<Turn>) -> Result<Vec<Turn>, Parked> {
    let counted = u64::try_from(turns.len()).ok();
    if counted == Some(head.version) {
        return Ok(turns);
    }
    Err(Parked::Content("number of turns"))
}

fn log(head: &Head, turns: Vec<Turn>) -> Log {
    Log {
        version: head.version,
        turns,
        owed: head.owed(),
        channels: head.channels(),
    }
}

/// The session a channel is in.
pub(super) fn session_of(
    reader: &impl Reader,
    channel: &ChannelKey,
) -> Result<Option<SessionKey>, StoreError> {
    let bytes = reader.get(&channel_key(channel))?;
    Ok(bytes.and_then(|bytes| bound(&bytes)))
}

/// The session a binding names. A binding that cannot be read is none: the office is asked for its case reference.
pub(super) fn bound(bytes: &[u8]) -> Option<SessionKey> {
    let (_, content) = Frame::unwrap(Kind::Channel, bytes).ok()?;
    SessionKey::parse(std::str::from_utf8(content).ok()?).ok()
}

/// A page of the listing.
pub(super) fn scan(
    reader: &impl Reader,
    after: Option<&SessionKey>,
    limit: usize,
) -> Result<Vec<Listed>, StoreError> {
    let after = after.map(head_key);
    let heads = reader.range(HEADS, after.as_deref(), limit)?;
    let listed = heads.into_iter().filter_map(|(name, bytes)| {
        Some(Listed {
            key: session_key(&name)?,
            state: Head::decode(&bytes).map(|head| overview(&head)),
        })
    });
    Ok(listed.collect())
}

/// The session whose head has this key.
pub(super) fn session_key(name: &[u8]) -> Option<SessionKey> {
    let text = std::str::from_utf8(name.strip_prefix(HEADS)?).ok()?;
    SessionKey::parse(text).ok()
}

fn overview(head: &Head) -> Overview {
    let (began, last) = head.times();
    Overview {
        version: head.version,
        began,
        last,
        owed: head.owed(),
        channels: head.channels(),
        agenda: head.agenda(),
    }
}

/// The sessions with a reply that was not marked as delivered.
pub(super) fn undelivered(reader: &impl Reader) -> Result<Vec<Undelivered>, StoreError> {
    let mut found = Vec::new();
    let mut after: Option<Vec<u8>> = None;
    loop {
        let heads = reader.range(HEADS, after.as_deref(), STRIDE)?;
        let Some((last, _)) = heads.last() else {
            return Ok(found);
        };
        after = Some(last.clone());
        found.extend(heads.iter().filter_map(|(name, bytes)| owed(name, bytes)));
    }
}

fn owed(name: &[u8], bytes: &[u8]) -> Option<Undelivered> {
    let (frame, _) = Frame::unwrap(Kind::Head, bytes).ok()?;
    let head = frame.owed.then(|| Head::decode(bytes).ok()).flatten()?;
    Some(Undelivered {
        key: session_key(name)?,
        version: head.owed()?,
        channels: head.channels(),
    })
}

/// The records of a session as they are.
pub(super) fn raw(reader: &impl Reader, key: &SessionKey) -> Result<Vec<RawRecord>, StoreError> {
    let name = head_key(key);
    let head = reader.get(&name)?.map(|bytes| (name, bytes));
    let pages = reader.range(&pages_prefix(key), None, usize::MAX)?;
    let records = head
        .into_iter()
        .chain(pages)
        .map(|(name, bytes)| RawRecord {
            name: String::from_utf8_lossy(&name).into_owned(),
            bytes,
        });
    Ok(records.collect())
}

//! What can be read from a store, over anything that holds records by key.

use crate::store::error::{Parked, StoreError};
use crate::store::record::{Frame, Head, Kind, decode_page, decode_turns};
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

/// The log of a session.
pub(super) fn load(reader: &impl Reader, key: &SessionKey) -> Result<Option<Log>, StoreError> {
    let Some(bytes) = reader.get(&head_key(key))? else {
        return Ok(None);
    };
    let parked = |reason| StoreError::Parked {
        key: key.clone(),
        reason,
    };
    let head = Head::decode(&bytes).map_err(parked)?;
    let mut turns = Vec::new();
    for number in 0..head.pages() {
        match reader.get(&page_key(key, number))? {
            Some(page) => turns.extend(decode_page(&page).map_err(parked)?),
            // Erased since the head was read, or lost.
            None if reader.get(&head_key(key))?.is_none() => return Ok(None),
            None => return Err(parked(Parked::PageGone(number))),
        }
    }
    turns.extend(decode_turns(head.turns()).map_err(parked)?);
    check_count(&head, &turns).map_err(parked)?;
    Ok(Some(log(&head, turns)))
}

fn check_count(head: &Head, turns: &[Turn]) -> Result<(), Parked> {
    let counted = u64::try_from(turns.len()).ok();
    (counted == Some(head.version))
        .then_some(())
        .ok_or(Parked::Content("number of turns"))
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

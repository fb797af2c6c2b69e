//! The inputs that were taken: one record each, written with the turn that took it and kept for its time.

use crate::store::error::StoreError;
use crate::store::read::{Pair, Reader, STRIDE};
use crate::store::record::{Frame, Kind};
use crate::store::{ChannelKey, InputId, SessionKey, Taken, UnixSeconds, Write};

/// Where the records begin.
const TAKEN: &[u8] = b"t/";

/// The key of the record of an input: a digest, so that it names neither the channel nor who is behind it.
pub(super) fn taken_key(channel: &ChannelKey, input: &InputId) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(channel.as_str().as_bytes());
    hasher.update(b"/");
    hasher.update(input.as_str().as_bytes());
    let digest = hasher.finalize();
    let half = digest.as_bytes().iter().take(16).copied();
    TAKEN.iter().copied().chain(half).collect()
}

/// The key of the record of the input that a write answers, when it has one that is to be remembered.
pub(super) fn key_of(write: &Write) -> Option<Vec<u8>> {
    let input = write.turn.input.as_ref()?;
    Some(taken_key(write.channel.as_ref()?, input))
}

/// The record: which session took the input, when, and its version after that.
pub(super) fn encode(write: &Write, version: u64, sequence: u64) -> Vec<u8> {
    let frame = Frame {
        version,
        ..Frame::new(Kind::Taken, sequence)
    };
    frame.wrap(format!("{} {}", write.turn.at.0, write.key).as_bytes())
}

/// Reads a record. One that cannot be read is none, for those who read and for the one who writes.
pub(super) fn decode(bytes: &[u8]) -> Option<(Taken, UnixSeconds)> {
    let (frame, content) = Frame::unwrap(Kind::Taken, bytes).ok()?;
    let (at, key) = std::str::from_utf8(content).ok()?.split_once(' ')?;
    let taken = Taken {
        key: SessionKey::parse(key).ok()?,
        version: frame.version,
    };
    Some((taken, UnixSeconds(at.parse().ok()?)))
}

/// Whether the input of a record was taken before this moment; a record that cannot be read is of no more use.
pub(super) fn is_before(bytes: &[u8], before: UnixSeconds) -> bool {
    decode(bytes).is_none_or(|(_, at)| at < before)
}

/// The turn that took an input.
pub(super) fn find(
    reader: &impl Reader,
    channel: &ChannelKey,
    input: &InputId,
) -> Result<Option<Taken>, StoreError> {
    let bytes = reader.get(&taken_key(channel, input))?;
    Ok(bytes
        .and_then(|bytes| decode(&bytes))
        .map(|(taken, _)| taken))
}

/// Finds the records of what was taken before this moment and has each handful of them forgotten. Says how many were.
pub(super) fn sweep(
    reader: impl Fn(Option<&[u8]>, usize) -> Result<Vec<Pair>, StoreError>,
    before: UnixSeconds,
    forget: impl Fn(Vec<Vec<u8>>) -> Result<u64, StoreError>,
) -> Result<u64, StoreError> {
    let mut after: Option<Vec<u8>> = None;
    let mut forgotten = 0;
    loop {
        let records = reader(after.as_deref(), STRIDE)?;
        let Some((last, _)) = records.last() else {
            return Ok(forgotten);
        };
        after = Some(last.clone());
        let old = records
            .into_iter()
            .filter(|(_, bytes)| is_before(bytes, before))
            .map(|(name, _)| name);
        let old: Vec<_> = old.collect();
        if !old.is_empty() {
            forgotten += forget(old)?;
        }
    }
}

/// A handful of records, from the first one after `after`.
pub(super) fn page(
    reader: &impl Reader,
    after: Option<&[u8]>,
    limit: usize,
) -> Result<Vec<Pair>, StoreError> {
    reader.range(TAKEN, after, limit)
}

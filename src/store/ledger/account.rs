//! The store's account of itself: how many commits it has taken, and marks that change when any record or slot does.

use crate::store::error::Parked;
use crate::store::record::{Frame, Kind, stamp};

/// The key of the account.
pub(crate) const ACCOUNT: &[u8] = b"account";

/// The account. Every group of commits replaces it in the same batch, so that a record that is gone, or stands as it
/// was before, is noticed when the store is opened, wherever in the files the damage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Account {
    /// How many commits were taken.
    pub(crate) sequence: u64,
    /// The marks of all records, combined; see [`stamp`].
    pub(crate) stamp: u128,
    /// The marks of all slots that hold a key, combined.
    pub(crate) keys: u128,
}

impl Account {
    /// Takes one record's change into account.
    pub(crate) fn replace(&mut self, key: &[u8], before: Option<&[u8]>, after: Option<&[u8]>) {
        let mark = |bytes: Option<&[u8]>| bytes.map_or(0, |bytes| stamp(key, bytes));
        self.stamp ^= mark(before) ^ mark(after);
    }

    /// Its record.
    pub(crate) fn encode(self) -> Vec<u8> {
        let content = [self.stamp.to_le_bytes(), self.keys.to_le_bytes()].concat();
        Frame::new(Kind::Account, self.sequence).wrap(&content)
    }

    /// Reads its record. Format 1 knew no keys.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Parked> {
        let (frame, content) = Frame::unwrap(Kind::Account, bytes)?;
        let unreadable = || Parked::Content("mark");
        let (stamp, keys) = content.split_first_chunk().ok_or_else(unreadable)?;
        let keys = match keys {
            [] => [0; 16],
            keys => keys.try_into().map_err(|_| unreadable())?,
        };
        Ok(Self {
            sequence: frame.sequence,
            stamp: u128::from_le_bytes(*stamp),
            keys: u128::from_le_bytes(keys),
        })
    }
}

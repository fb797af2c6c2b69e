//! The store's account of itself: how many commits it has taken, and a mark that changes when any record does.

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
}

impl Account {
    /// Takes one record's change into account.
    pub(crate) fn replace(&mut self, key: &[u8], before: Option<&[u8]>, after: Option<&[u8]>) {
        let mark = |bytes: Option<&[u8]>| bytes.map_or(0, |bytes| stamp(key, bytes));
        self.stamp ^= mark(before) ^ mark(after);
    }

    /// Its record.
    pub(crate) fn encode(self) -> Vec<u8> {
        Frame::new(Kind::Account, self.sequence).wrap(&self.stamp.to_le_bytes())
    }

    /// Reads its record.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Parked> {
        let (frame, content) = Frame::unwrap(Kind::Account, bytes)?;
        let stamp = content.try_into().map_err(|_| Parked::Content("mark"))?;
        Ok(Self {
            sequence: frame.sequence,
            stamp: u128::from_le_bytes(stamp),
        })
    }
}

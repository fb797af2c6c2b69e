//! The form in which logs are stored: a fixed header and lines of JSON, with a format version and a checksum.
//!
//! A session has one *head*, which every commit replaces: what the store needs to know of the session, then its latest
//! turns, one line each. When these grow, they move to a *page*, which is never changed again. So a commit costs
//! the same however long the log is, and a leaf of the tree stays within what is synced with the log.
//! Former formats are brought to the present one on reading; see [`upcast`].

pub(super) mod event;
mod frame;
mod head;
mod upcast;

pub(super) use frame::{Frame, Kind, Present, stamp};
pub(super) use head::{Head, decode_page, decode_turns, encode_turn};

/// The format this version writes.
pub(super) const FORMAT: u16 = 3;

#[cfg(test)]
mod tests;

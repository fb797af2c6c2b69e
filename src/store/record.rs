//! The form in which logs are stored: a fixed header and lines of JSON, with a format version and a checksum.
//!
//! A session has one *head*, which every commit replaces: what the store needs to know of the session, then its latest
//! turns, one line each, sealed with the session's key. When these grow, they move to a *page*, which is never changed again. So a commit costs
//! the same however long the log is, and a leaf of the tree stays within what is synced with the log.
//! Former formats are brought to the present one on reading; see [`upcast`].

pub(super) mod event;
mod frame;
mod head;
mod upcast;

pub(super) use frame::{Frame, Kind, Present, stamp};
pub(super) use head::{Head, decode_turns, encode_page, encode_turn, page_turns};

/// The format this version writes.
pub(super) const FORMAT: u16 = 4;

#[cfg(test)]
mod tests;

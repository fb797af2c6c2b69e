//! Transcripts: conversations as plain text that people read and write, and that are tests, documentation and reports
//! of faults at once.
//!
//! Header lines `key: value` come first, then what was typed (`>`), what is said in return (`<`), the choices offered
//! (`[..] [..]`), what then holds (`=`), what happens besides (`!`) and comments (`#`). Nothing is run here: a
//! transcript is read, compared with what was heard, and rewritten to it.

mod align;
mod assertion;
mod bless;
mod compare;
mod fact;
mod model;
mod parse;

pub use assertion::{Seen, got};
pub use bless::bless;
pub use compare::{Difference, Heard, Subject, Utterance, compare, compare_what_holds};
pub use model::{
    Assertion, Deed, Expectation, Expected, Header, Key, Of, Offer, Transcript, Turn, Wording,
};
pub use parse::parse;

#[cfg(test)]
mod tests;

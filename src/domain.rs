//! What decides: policies, dialogs and sessions as values. No I/O, clock, randomness, async or user-facing text
//! below this line.

pub mod authored;
pub mod day;
pub mod diagnostic;
pub mod dialog;
pub mod handbook;
pub mod message;
pub mod mutant;
pub mod name;
pub mod policy;
pub(crate) mod symbols;
pub mod transcript;

//! The conversation as data and as a state machine: steps, answers, events, the session they fold to. May name
//! `policy`.

pub mod event;
pub mod level;
mod raw;

pub use event::Event;

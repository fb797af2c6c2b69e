//! The conversation as data and as a state machine: steps, answers, events, the session they fold to. May name
//! `policy`.

pub mod case_reference;
pub mod event;
pub mod level;
pub mod typed;

pub use event::Event;

//! The conversation as data and as a state machine: steps, answers, events, the session they fold to. May name
//! `policy`.

pub mod case_reference;
pub mod event;
pub mod level;
mod raw;
pub mod typed;

pub use case_reference::CaseReference;
pub use event::Event;

//! The conversation as data and as a state machine: steps, answers, events, the session they fold to. May name
//! `policy`.

pub mod case_reference;
pub mod event;
mod item;
pub mod level;
mod model;
mod parse;
mod position;
pub(crate) mod raw;
mod session;
pub mod typed;

pub use case_reference::CaseReference;
pub use event::Event;
pub use item::{Item, ItemState, View};
pub use model::{Choice, Dialog, Given, Gives, Per, Step, StepKind};
pub use parse::{parse, schema};
pub use position::{Asked, Position};
pub use session::{Session, Told};

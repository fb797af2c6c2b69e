//! The conversation as data and as a state machine: steps, answers, events, the session they fold to. May name
//! `policy`.

pub mod case_reference;
mod decide;
pub mod event;
mod interpret;
mod item;
pub mod level;
mod model;
mod parse;
mod position;
pub(crate) mod raw;
mod rejection;
pub mod reply;
mod said;
mod session;
pub mod typed;
mod vocabulary;
mod wake;
mod way_out;
mod written;

pub use case_reference::CaseReference;
pub use decide::{Decision, Tell};
pub use event::Event;
pub use interpret::{Context, LeftOut, Manner, Move};
pub use item::{Item, ItemState, View};
pub use model::{Choice, Dialog, Given, Gives, Per, Step, StepKind, WhenAsked};
pub use parse::{draft, form, parse, schema};
pub use position::{Asked, Position};
pub use rejection::Rejection;
pub use said::SHELL;
pub use session::{Session, Told};
pub use vocabulary::{Faq, Verb, Vocabulary, Wording};
pub use wake::{Agenda, Wake};
pub use written::ORDER;

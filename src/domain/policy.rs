//! The payer's policy as data, and its evaluation. Names nothing else of ours but days, names, diagnostics and the
//! reading of authored files.

mod assessment;
mod calendar;
mod cases;
mod chart;
mod clocks;
mod compile;
mod diagram;
mod documents;
mod evaluate;
mod facts;
pub mod json;
mod model;
mod notes;
mod outline;
mod parse;
mod query;
mod raised;
pub(crate) mod raw;
mod restrict;
mod set;
pub mod value;
mod written;

pub use assessment::{Assessment, Change, Disposition, Hinges, Outcomes, Raised};
pub use cases::{Case, Cases, cases_schema, check_cases, parse_cases, sound_cases};
pub use chart::{
    Aspect, AspectKind, Axis, Cause, CauseKind, Chart, Class, Dimension, Fingerprint, Function,
    Group, Joint, Of, Residues, Rest, Says, Triple, fingerprint,
};
pub use evaluate::evaluate;
pub use facts::{FactFault, Facts, ValueMap};
pub use model::{
    Citation, Constraint, Document, Fact, Kind, ListKind, Note, NotePlace, Policy, Reading, Tec,
    Update,
};
pub use notes::ItemResult;
pub use outline::{Clause, Levels, Showing, Span};
pub(crate) use parse::names::find;
pub use parse::{parse, schema};
pub use restrict::Outcome;
pub use set::Set;
pub use value::Value;

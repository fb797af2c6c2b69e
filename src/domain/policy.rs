//! The payer's policy as data, and its evaluation. Names nothing else of ours but days, names and diagnostics.

mod raw;
pub mod value;

pub use value::Value;

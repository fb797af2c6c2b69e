//! Authored files (policies, dialogs, cases): reading them into typed values, with every fault reported at once.

mod at;
mod entry;
mod faults;
mod read;

pub use at::At;
pub use entry::{Change, Changed, Entry, changes, lines_of};
pub use faults::{Fault, Faults, suggest};
pub use read::{read, schema};

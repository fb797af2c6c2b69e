//! Authored files (policies, dialogs, cases): reading them into typed values, with every fault reported at once.

mod at;

pub use at::At;

//! The integration tests: one binary, a sentence per module.

/// What every store does, in memory and on disk.
mod store_contract;
/// What the tests of the store share.
mod store_support;

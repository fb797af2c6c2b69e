//! The integration tests: one binary, a sentence per module.

/// What every store does, in memory and on disk.
mod store_contract;
/// Damaged sectors of a store: intact or told, never silent.
mod store_damage;
/// What the tests of the store share.
mod store_support;

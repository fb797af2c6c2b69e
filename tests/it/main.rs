//! The integration tests: one binary, a sentence per module.

/// Running the real binary.
mod command;
/// `preauth evaluate` answers line by line, in order, with every fault said in its place.
mod evaluate_command;
/// What every store does, in memory and on disk.
mod store_contract;
/// Damaged sectors of a store: intact or told, never silent.
mod store_damage;
/// What the tests of the store share.
mod store_support;

//! The integration tests: one binary, a sentence per module.

/// What child processes of the store's tests do.
mod store_child;
/// What every store does, in memory and on disk.
mod store_contract;
/// Damaged sectors of a store: intact or told, never silent.
mod store_damage;
/// A process that commits is killed at random moments.
mod store_kill;
/// What the tests of the store share.
mod store_support;
/// A second process, a full disk, a place that cannot be used.
mod store_trouble;

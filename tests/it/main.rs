//! The integration tests: one binary, a sentence per module.

/// What every store does, in memory and on disk.
mod store_contract;
/// Damaged sectors of a store: intact or told, never silent.
mod store_damage;
/// What the tests of the store share.
mod store_support;

/// The definition of the answer for vertebral augmentation, without the product.
#[cfg(test)]
mod reference;

/// Facts and the assessment they must get: cases.toml.
#[cfg(test)]
mod cases;

/// The product, asked in the words of the reference.
#[cfg(test)]
mod product;

/// The product agrees with the reference, on every case and on random ones, and keeps its laws.
#[cfg(test)]
mod evaluator;

/// Faults put into the policy on purpose: the cases notice each.
#[cfg(test)]
mod mutants;

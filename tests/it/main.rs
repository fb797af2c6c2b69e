//! The integration tests: one binary, a sentence per module.

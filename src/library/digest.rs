//! What pins a file.

use std::fmt;

/// Hexadecimal digits that are shown to people.
const SHOWN: usize = 12;

/// The BLAKE3 digest of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(blake3::Hash);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// All of it, in 64 hexadecimal digits: what is stored.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0.to_hex().to_string()
    }

    /// Its first 12 hexadecimal digits: what people are shown.
    #[must_use]
    pub fn short(&self) -> String {
        self.0.to_hex().chars().take(SHOWN).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

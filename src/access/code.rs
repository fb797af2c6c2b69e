//! Invitation codes: secrets that are easy to type and to read aloud.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::access::id::Entropy;
use crate::domain::symbols;

/// Symbols before the check symbol, five bits each.
const DATA: usize = 19;
/// Symbols between dashes.
const GROUP: usize = 4;
/// What the hash of a code is a hash of, and of nothing else.
const CONTEXT: &str = "preauth 2026-11-22 access invitation code";

/// An invitation code: 95 bits that nobody can foresee, and a check symbol. It is never shown by accident, only by
/// [`Code::reveal`], and is itself a valid payload of a deep link.
pub struct Code(SecretString);

/// Why a text is not an invitation code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    /// It is some other text.
    #[error("this is not an invitation code")]
    Other,
    /// It is as long as a code, and a symbol of it was misread.
    #[error("a symbol of this invitation code was misread")]
    Misread,
}

/// What is kept of a code. The code cannot be found from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CodeHash([u8; 32]);

impl Code {
    /// The code of this entropy; equal entropy gives equal codes.
    #[must_use]
    pub fn from_entropy(entropy: &Entropy) -> Self {
        let values = entropy.code().map(|byte| byte % 32);
        let check = symbols::check_of(values.into_iter());
        let values = values.into_iter().chain([check]);
        Self::written(values.filter_map(symbols::symbol_of))
    }

    /// Reads a code as people type it: in either case, with spaces and dashes anywhere.
    ///
    /// # Errors
    /// Whether it is a code that was misread, or some other text.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let typed = || symbols::typed(text);
        if typed().count() != DATA + 1 || !typed().all(|symbol| symbol.is_ascii_alphanumeric()) {
            return Err(NotACode::Other);
        }
        let values: Option<Vec<u8>> = typed().map(symbols::value_of).collect();
        match values.as_deref() {
            Some([data @ .., check]) if symbols::check_of(data.iter().copied()) == *check => {
                Ok(Self::written(typed()))
            }
            _ => Err(NotACode::Misread),
        }
    }

    fn written(symbols: impl Iterator<Item = char>) -> Self {
        let mut text = String::with_capacity(DATA + DATA / GROUP + 1);
        for (at, symbol) in symbols.enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(symbol);
        }
        Self(text.into())
    }

    /// The code as it is read aloud, such as `K7QM-4T9X-ABCD-EFGH-2345`. Show it once, and log it never.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    pub(crate) fn hash(&self) -> CodeHash {
        CodeHash(blake3::derive_key(CONTEXT, self.reveal().as_bytes()))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

impl CodeHash {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let hash = blake3::Hash::from_hex(text).ok()?;
        Some(Self(*hash.as_bytes()))
    }
}

impl fmt::Display for CodeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(seed: u8) -> Code {
        Code::from_entropy(&Entropy::of([seed; Entropy::BYTES]))
    }

    #[test]
    fn a_code_is_read_as_it_is_shown_and_as_people_type_it() {
        let code = code(7);
        let shown = code.reveal();
        assert_eq!(shown.len(), 24);
        assert!(shown.split('-').all(|group| group.len() == GROUP));
        let loose = format!(" {} ", shown.to_lowercase().replace('-', " – "));
        for typed in [shown, &loose, &shown.replace('-', "")] {
            assert_eq!(Code::parse(typed).unwrap().hash(), code.hash(), "{typed}");
        }
    }

    #[test]
    fn a_code_is_a_payload_of_a_deep_link() {
        let is_payload = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        for seed in 0..=255 {
            let code = code(seed);
            assert!(code.reveal().len() <= 64 && code.reveal().bytes().all(is_payload));
        }
    }

    #[test]
    fn a_code_is_not_printed_by_accident() {
        let code = code(9);
        assert_eq!(format!("{code:?}"), "Code(..)");
        let hash = code.hash().to_string().to_uppercase();
        assert!(code.reveal().split('-').all(|group| !hash.contains(group)));
    }

    #[test]
    fn other_texts_are_no_codes_and_misread_ones_are_told_so() {
        for other in ["", "hello", "K7QM-4T9X", "¿cómo? ABCDEFGHJKLMNOP"] {
            assert_eq!(Code::parse(other).unwrap_err(), NotACode::Other, "{other}");
        }
        let looks = code(7).reveal().replacen(|_: char| true, "0", 1);
        assert_eq!(Code::parse(&looks).unwrap_err(), NotACode::Misread);
    }

    #[test]
    fn a_hash_is_read_as_it_is_written() {
        let hash = code(3).hash();
        assert_eq!(CodeHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(CodeHash::parse("3"), None);
        assert_ne!(code(3).hash(), code(4).hash());
    }

    proptest! {
        #[test]
        fn every_misread_symbol_is_noticed(bytes in any::<[u8; Entropy::BYTES]>(), at in 0..20_usize, by in 1..32_u8) {
            let code = Code::from_entropy(&Entropy::of(bytes));
            let mut symbols: Vec<char> = symbols::typed(code.reveal()).collect();
            let value = symbols::value_of(symbols[at]).unwrap();
            symbols[at] = symbols::symbol_of((value + by) % 32).unwrap();
            let misread: String = symbols.into_iter().collect();
            prop_assert_eq!(Code::parse(&misread).unwrap_err(), NotACode::Misread);
        }
    }
}

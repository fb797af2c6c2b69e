//! The short code by which people name a session, aloud or in writing.

use std::fmt;

use crate::domain::symbols;

/// Symbols before the check symbol.
const DATA: usize = 7;

/// Seven symbols and a check symbol. Any one symbol misread, and any two neighbours swapped, is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseReference([u8; DATA + 1]);

/// Why a text is not a case reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    /// It has another number of symbols than eight.
    #[error("a case reference has 8 symbols, this has {found}")]
    Length {
        /// How many there are, spaces and dashes aside.
        found: usize,
    },
    /// A symbol is none that references are made of, such as 0, O, 1 or I.
    #[error("`{symbol}` is never part of a case reference")]
    Symbol {
        /// The first such symbol.
        symbol: char,
    },
    /// The check symbol does not fit: something was misread.
    #[error("a symbol of this case reference was misread")]
    Check,
}

/// Spreads a seed over all its bits (the finalizer of SplitMix64, which maps no two seeds to one).
fn spread(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

impl CaseReference {
    /// The reference of a seed; equal seeds give equal references, and 2^35 references exist.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        let mut rest = spread(seed);
        let mut values = [0; DATA + 1];
        for value in values.iter_mut().take(DATA) {
            *value = u8::try_from(rest % 32).unwrap_or_default();
            rest >>= 5;
        }
        let [data @ .., check] = &mut values;
        *check = symbols::check_of(data.iter().copied());
        Self(values)
    }

    /// Reads a reference as people type it: in either case, with spaces and dashes anywhere.
    ///
    /// # Errors
    /// Which fault it has: its length, a symbol, or the check.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        let symbols: Vec<char> = symbols::typed(text).collect();
        let found = symbols.len();
        let values: Vec<u8> = symbols
            .into_iter()
            .map(value_or_fault)
            .collect::<Result<_, _>>()?;
        let values =
            <[u8; DATA + 1]>::try_from(values).map_err(|_| NotAReference::Length { found })?;
        let [data @ .., check] = values;
        if symbols::check_of(data.into_iter()) == check {
            Ok(Self(values))
        } else {
            Err(NotAReference::Check)
        }
    }

    fn symbols(self) -> impl Iterator<Item = char> {
        self.0.into_iter().filter_map(symbols::symbol_of)
    }
}

fn value_or_fault(symbol: char) -> Result<u8, NotAReference> {
    symbols::value_of(symbol).ok_or(NotAReference::Symbol { symbol })
}

impl fmt::Display for CaseReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, symbol) in self.symbols().enumerate() {
            let dash = if at == 4 { "-" } else { "" };
            write!(f, "{dash}{symbol}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

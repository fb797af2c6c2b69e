//! Symbols that people read aloud and type without mistaking one for another, and a check on them.

/// The symbols, each standing for its place: no 0, O, 1 or I, which are mistaken for each other.
pub(crate) const ALPHABET: [u8; 32] = *b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Doubles an element of the field of 32 (polynomial x^5 + x^2 + 1).
fn doubled(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

/// The check symbol's value, for at most 30 values. Value i counts 2^i times in the field of 32, the check symbol once.
/// The weights are not zero and all differ, so one wrong symbol or one swap of neighbours always changes the sum.
pub(crate) fn check_of(data: impl DoubleEndedIterator<Item = u8>) -> u8 {
    data.rev().fold(0, |sum, value| doubled(sum ^ value))
}

/// What a symbol stands for, in upper case.
pub(crate) fn value_of(symbol: char) -> Option<u8> {
    let position = ALPHABET
        .iter()
        .position(|&known| char::from(known) == symbol);
    position.and_then(|position| u8::try_from(position).ok())
}

/// The symbol of a value below 32.
pub(crate) fn symbol_of(value: u8) -> Option<char> {
    ALPHABET.get(usize::from(value)).copied().map(char::from)
}

/// What people put between groups of symbols.
pub(crate) fn is_dash(symbol: char) -> bool {
    matches!(symbol, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What was typed without spaces and dashes, in upper case.
pub(crate) fn typed(text: &str) -> impl Iterator<Item = char> {
    let symbols = text.chars();
    symbols
        .filter(|&symbol| !symbol.is_whitespace() && !is_dash(symbol))
        .map(|symbol| symbol.to_ascii_uppercase())
}

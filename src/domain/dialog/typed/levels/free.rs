//! Levels among other words, where a letter and a number may be something else: an MRI sequence, a tumor stage, a code.

use std::ops::Range;

use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::levels::NotLevels;
use crate::domain::dialog::typed::levels::read::{Cursor, between, end, number, single};
use crate::domain::dialog::typed::normalize::{Kind, Token};

/// Words that make `T1` or `T2` an MRI sequence when they follow it.
const SEQUENCES: &[&str] = &[
    "weighted",
    "signal",
    "hyperintensity",
    "hyperintense",
    "hypointense",
    "hypointensity",
    "image",
    "images",
    "imaging",
    "sequence",
    "sequences",
    "stir",
    "flair",
    "fat",
    "potenciada",
    "potenciado",
    "senal",
];

/// The greatest number with which somebody may have meant a level.
const GREATEST: u32 = 20;

/// Words before a level that is named only to say where another one is.
const BESIDE: &[&str] = &[
    "next to",
    "adjacent to",
    "beside",
    "near",
    "above",
    "below",
    "neighboring",
    "junto a",
    "al lado de",
    "adyacente a",
    "cerca de",
    "encima de",
    "debajo de",
    "vecina de",
];

/// How many words may stand between these and the level: "next to *a treated* L3".
const BETWEEN: usize = 2;

/// Whether the level that is named at that place is named only to say where another one is.
pub(super) fn is_beside(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default();
    (0..=BETWEEN).any(|between| {
        let end = before.len().saturating_sub(between);
        let before = before.get(..end).unwrap_or_default();
        BESIDE.iter().any(|phrase| ends_with(before, phrase))
    })
}

fn ends_with(tokens: &[Token], phrase: &str) -> bool {
    let mut words = phrase.rsplit(' ');
    let mut last = tokens.iter().rev();
    words.all(|word| last.next().is_some_and(|token| token.is(word)))
}

/// The levels in a free text, with the tokens that name them; none for those that are named only to say where another
/// one is. What names no level of a spine is left alone.
pub(super) fn in_free_text(
    tokens: &[Token],
    language: Language,
) -> Vec<(Range<usize>, Vec<Level>)> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(tokens, 0, ());
    while !cursor.is_at_end() {
        let from = cursor.at();
        match cursor.attempt(|ahead| group(ahead, tokens, language)) {
            Some(_) if is_beside(tokens, from) => found.push((from..cursor.at(), Vec::new())),
            Some(levels) => found.push((from..cursor.at(), levels)),
            None => cursor.skip(),
        }
    }
    found
}

fn group(cursor: &mut Cursor<'_>, tokens: &[Token], language: Language) -> Option<Vec<Level>> {
    let first = plain(cursor, tokens, language)?;
    let upward = |ahead: &mut Cursor<'_>| {
        let last = end(ahead, first).ok().flatten()?;
        is_closed(ahead).then_some(last)
    };
    if let Some(last) = cursor.attempt(upward) {
        return Some(between(first, last));
    }
    let beside = cursor.attempt(|ahead| {
        ahead.eat_glued("/").then_some(())?;
        let number = number(ahead).and_then(|number| u8::try_from(number).ok())?;
        is_closed(ahead).then_some(())?;
        Level::new(first.segment(), number)
    });
    Some(std::iter::once(first).chain(beside).collect())
}

/// A level written in one piece.
fn plain(cursor: &mut Cursor<'_>, tokens: &[Token], language: Language) -> Option<Level> {
    let from = cursor.at();
    let letter = cursor.peek()?;
    let level = single(cursor).ok().flatten()?;
    let dorsal = !letter.is("d") || language == Language::Spanish || level.number() >= 10;
    (dorsal && is_whole(cursor, from, tokens)).then_some(level)
}

/// A level that no spine has, written as levels are: `L6`. A greater number is a code of something else.
pub(super) fn impossible(tokens: &[Token]) -> Option<NotLevels> {
    (0..tokens.len()).find_map(|from| {
        let mut ahead = Cursor::new(tokens, from, ());
        let read = |ahead: &mut Cursor<'_>| match single(ahead) {
            Err(fault @ NotLevels::NoSuchLevel { number, .. }) if number <= GREATEST => Some(fault),
            _ => None,
        };
        let fault = ahead.attempt(read)?;
        is_whole(&ahead, from, tokens).then_some(fault)
    })
}

/// Whether what was read from that place on is written in one piece, and stands apart.
fn is_whole(cursor: &Cursor<'_>, from: usize, tokens: &[Token]) -> bool {
    let before = from.checked_sub(1).and_then(|at| tokens.get(at));
    let Some([letter, number @ ..]) = tokens.get(from..cursor.at()) else {
        return false;
    };
    let is_word = letter.text().len() > 2;
    let in_one_piece = is_word || number.iter().all(Token::is_glued);
    let stands_free = !letter.is_glued() || before.is_some_and(is_mark);
    in_one_piece && stands_free && is_closed(cursor)
}

fn is_mark(token: &Token) -> bool {
    token.kind() == Kind::Mark && !token.is(".")
}

/// Whether what follows leaves the level a level: no letters or decimals touch it, no MRI sequence is named.
fn is_closed(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let point = ahead.eat_glued(".") && ahead.glued_digits().is_some();
    let mut after = *cursor;
    after.eat(&["-"]);
    let sequence = after
        .peek()
        .is_some_and(|token| SEQUENCES.contains(&token.text()));
    let touching = cursor
        .peek()
        .is_some_and(|token| token.is_glued() && token.kind() == Kind::Word);
    !(point || sequence || touching)
}

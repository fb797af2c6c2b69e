//! Levels among other words, where a letter and a number may be something else: an MRI sequence, a tumor stage, a code.

use std::ops::Range;

use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::levels::NotLevels;
use crate::domain::dialog::typed::levels::read::{
    Cursor, between, end, has_fraction, number, single,
};
use crate::domain::dialog::typed::levels::stand::{Stands, stands};
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

/// Words after which a number that goes on with levels counts nothing.
const AFTER_LIST: &[&str] = &[
    "for",
    "due",
    "with",
    "from",
    "because",
    "osteoporotic",
    "por",
    "para",
    "con",
    "debido",
    "osteoporotica",
];

/// Words before which a number behind "and" counts something else.
const COUNTED: &[&str] = &[
    "of", "out", "de", "prior", "previous", "old", "other", "more", "nights", "falls", "visits",
    "otras", "otros", "mas", "previas", "noches", "caidas",
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

/// Levels that are named together, the tokens that name them, and whether they are meant.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) at: Range<usize>,
    /// None where they are named only to say where another one is.
    pub(crate) levels: Vec<Level>,
    pub(crate) stands: Stands,
}

/// The levels in a free text. What names no level of a spine is left alone.
pub(super) fn in_free_text(tokens: &[Token], language: Language) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut cursor = Cursor::new(tokens, 0, ());
    while !cursor.is_at_end() {
        let from = cursor.at();
        let Some(levels) = cursor.attempt(|ahead| group(ahead, tokens, language)) else {
            cursor.skip();
            continue;
        };
        let at = from..cursor.at();
        let before = found.last().map(|last| (last.at.end, last.stands));
        let beside = is_beside(tokens, from);
        found.push(Mention {
            stands: stands(tokens, &at, before),
            levels: if beside { Vec::new() } else { levels },
            at,
        });
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
    let mut all = vec![first];
    while let Some(next) = cursor.attempt(|ahead| listed(ahead, &all)) {
        all.push(next);
    }
    Some(all)
}

/// A number alone that goes on with the levels before it: "L1, 2 and 3", "L1/2". Behind a comma the first one may count
/// something else: "L1, 2 fractures".
fn listed(cursor: &mut Cursor<'_>, before: &[Level]) -> Option<Level> {
    let last = before.last()?;
    let glued = cursor.eat_glued("/");
    let comma = !glued && cursor.eat(&[","]);
    let and = !glued && cursor.eat(&["and", "y", "e", "&", "+"]);
    (glued || comma || and).then_some(())?;
    let number = number(cursor).and_then(|number| u8::try_from(number).ok())?;
    let ends = before.len() > 1 || ends_list(cursor) || and && !counts(cursor);
    let goes_on = number > last.number() && !has_more(cursor) && ends;
    (is_closed(cursor) && (glued || goes_on)).then_some(())?;
    Level::new(last.segment(), number)
}

/// Whether what follows makes a number the first part of a date, a score or a span.
fn has_more(cursor: &Cursor<'_>) -> bool {
    let next = cursor.peek().filter(|next| next.is_glued());
    next.is_some_and(|next| matches!(next.text(), "/" | "-" | "%" | ":"))
}

/// Whether the number counts something else: "L1 and 2 prior ones".
fn counts(cursor: &Cursor<'_>) -> bool {
    let next = cursor.peek();
    next.is_some_and(|next| COUNTED.contains(&next.text()))
}

fn ends_list(cursor: &Cursor<'_>) -> bool {
    let joins = |text: &str| matches!(text, "and" | "y" | "e");
    cursor.peek().is_none_or(|next| {
        next.kind() == Kind::Mark || joins(next.text()) || AFTER_LIST.contains(&next.text())
    })
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
    let point = has_fraction(cursor);
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

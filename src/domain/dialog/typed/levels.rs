//! Levels of the spine as people type them.

use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};

mod free;
mod read;
mod stand;

pub(crate) use free::Mention;
pub(crate) use stand::Stands;

/// The most levels one answer names.
pub const MOST_LEVELS: usize = 12;

/// Why a text names no levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotLevels {
    /// A level no spine has.
    #[error("there is no level `{letter}{number}`")]
    NoSuchLevel {
        /// The letter of the segment.
        letter: char,
        /// The number that was typed.
        number: u32,
        /// How many levels the segment has.
        count: u8,
    },
    /// More levels than one answer may name.
    #[error("more than {most} levels")]
    TooMany {
        /// The most it may name.
        most: usize,
    },
    /// Anything else.
    #[error("no level of the spine")]
    NotUnderstood,
}

/// Words that leave open which levels are meant, or that they are meant at all.
const DOUBTFUL: &[&str] = &[
    "or", "o", "u", "not", "no", "without", "sin", "except", "excepto", "maybe", "?",
];

/// Reads the levels an answer names, from the neck down, each once. Other words around them do not matter; other
/// numbers do.
///
/// # Errors
/// Why the text names no levels.
pub fn levels(text: &str) -> Result<Vec<Level>, NotLevels> {
    let tokens = tokens(text);
    let mut cursor = read::Cursor::new(&tokens, 0, ());
    let mut found = Vec::new();
    let mut segment = None;
    while let Some(token) = cursor.peek() {
        let from = cursor.at();
        if let Some(group) = cursor.try_to(|ahead| read::group(ahead, segment))? {
            if read::has_fraction(&cursor) {
                return Err(NotLevels::NotUnderstood);
            }
            segment = group.last().map(|level| level.segment());
            found.extend(
                group
                    .into_iter()
                    .filter(|_| !free::is_beside(&tokens, from)),
            );
        } else if token.kind() == Kind::Number || DOUBTFUL.contains(&token.text()) {
            return Err(NotLevels::NotUnderstood);
        } else {
            cursor.skip();
        }
    }
    settled(found)
}

/// The levels from the neck down, each once, when there are some and not too many.
fn settled(mut levels: Vec<Level>) -> Result<Vec<Level>, NotLevels> {
    levels.sort_unstable();
    levels.dedup();
    match levels.len() {
        0 => Err(NotLevels::NotUnderstood),
        count if count > MOST_LEVELS => Err(NotLevels::TooMany { most: MOST_LEVELS }),
        _ => Ok(levels),
    }
}

/// The levels in a free text, each group with the tokens that name it.
pub(crate) fn in_free_text(tokens: &[Token], language: Language) -> Vec<Mention> {
    free::in_free_text(tokens, language)
}

/// The levels that are meant, from the neck down, each once.
pub(crate) fn meant(mentions: &[Mention]) -> Vec<Level> {
    let of = |stands: Stands| {
        let own = mentions.iter().filter(move |one| one.stands == stands);
        own.flat_map(|one| one.levels.iter().copied())
    };
    let denied: Vec<Level> = of(Stands::Denied).collect();
    let mut levels: Vec<Level> = of(Stands::Told)
        .filter(|level| !denied.contains(level))
        .collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// The levels in a free text, each group with the bytes that name it.
pub(crate) fn mentions(text: &str, language: Language) -> Vec<Mention> {
    let tokens = tokens(text);
    let bytes = |mention: Mention| {
        let named = tokens.get(mention.at.clone())?;
        let at = named.first()?.span().start..named.last()?.span().end;
        Some(Mention { at, ..mention })
    };
    let named = free::in_free_text(&tokens, language).into_iter();
    named
        .filter(|mention| !mention.levels.is_empty())
        .filter_map(bytes)
        .collect()
}

/// A level in a free text that no spine has, where one is named.
pub(crate) fn impossible(text: &str) -> Option<NotLevels> {
    free::impossible(&tokens(text))
}

#[cfg(test)]
mod tests;

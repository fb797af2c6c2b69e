//! Whether a level that is named is meant or denied: "L2, not L1", "T12 is not part of it".

use std::ops::Range;

use crate::domain::dialog::typed::normalize::{Kind, Token};

/// How a level stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// It is meant.
    Told,
    /// A negator stands before it that may belong to what follows: "no L1 edema".
    Doubtful,
    /// It is denied.
    Denied,
}

/// What denies the level behind it.
const NOT: &[&str] = &[
    "not",
    "except",
    "excluding",
    "excepto",
    "salvo",
    "excluyendo",
    "remove",
    "drop",
    "delete",
    "omit",
    "minus",
    "quite",
    "quitar",
    "elimine",
    "eliminar",
    "borre",
    "saque",
    "wrong",
];

/// The same in two words.
const INSTEAD: &[[&str; 2]] = &[
    ["instead", "of"],
    ["rather", "than"],
    ["vez", "de"],
    ["lugar", "de"],
    ["leave", "out"],
    ["take", "out"],
];

/// What denies the level behind it, or what is said of it.
const NO: &[&str] = &[
    "no", "without", "sin", "ni", "nor", "tampoco", "never", "nunca",
];

/// What may stand between one of these and the level.
const BETWEEN: &[&str] = &[
    "at", "for", "in", "the", "level", "levels", "nivel", "en", "de", "el", "la", "a", "para",
    "es", "era", "is", "it", "on",
];

/// The longest row of such words.
const MOST_BETWEEN: usize = 3;

/// What joins levels that are denied together.
const JOINS: &[&str] = &["or", "nor", "and", "o", "u", "ni", "y", "e", "/", "&"];

const COPULAS: &[&str] = &[
    "is", "was", "are", "es", "era", "esta", "should", "will", "be",
];

/// What a level is not, when it is not meant: "not part of it".
const PART: &[&str] = &[
    "part",
    "included",
    "needed",
    "planned",
    "requested",
    "involved",
    "it",
    "one",
    "correct",
    "right",
    "parte",
    "incluido",
    "incluida",
    "va",
    "incluye",
    "corresponde",
    "necesario",
    "correcto",
];

const WRONG: &[&str] = &[
    "wrong",
    "incorrect",
    "excluded",
    "incorrecto",
    "equivocado",
    "excluido",
];

/// What stands behind a level and is not said of it.
const NOTHING_SAID: &[&str] = &[
    "but", "pero", "sino", "and", "y", "or", "o", "nor", "ni", "is", "it", "please", "por", "only",
];

fn is_not(token: &Token) -> bool {
    NOT.contains(&token.text()) || token.text() == "isnt" || token.text() == "wasnt"
}

/// How the level at these tokens stands. `before` is where the one named before it ends, and how that stands.
pub(super) fn stands(
    tokens: &[Token],
    at: &Range<usize>,
    before: Option<(usize, Stands)>,
) -> Stands {
    if is_denied_behind(tokens, at.end) {
        return Stands::Denied;
    }
    let Some(negator) = negator(tokens, at.start) else {
        return joined(tokens, at, before);
    };
    let next = tokens.get(at.end);
    let said = |token: &Token| token.kind() == Kind::Word && !NOTHING_SAID.contains(&token.text());
    if NO.contains(&negator.text()) && next.is_some_and(said) {
        Stands::Doubtful
    } else {
        Stands::Denied
    }
}

/// The word right before a level that denies it.
fn negator(tokens: &[Token], start: usize) -> Option<&Token> {
    let before = tokens.get(..start)?;
    let filled = before.iter().rev().take(MOST_BETWEEN);
    let fillers = filled.take_while(|token| BETWEEN.contains(&token.text()));
    let before = before.get(..start.saturating_sub(fillers.count()))?;
    let instead = |end: usize| {
        let pair = tokens.get(end.checked_sub(2)?..end)?;
        INSTEAD
            .iter()
            .any(|words| pair.iter().zip(words).all(|(token, word)| token.is(word)))
            .then_some(pair.last())?
    };
    let last = before
        .last()
        .filter(|last| is_not(last) || NO.contains(&last.text()));
    // "Of" may be taken for one of the words between.
    last.or_else(|| instead(before.len()))
        .or_else(|| instead(before.len().saturating_add(1)))
}

/// Whether the level goes with the denied one before it.
fn joined(tokens: &[Token], at: &Range<usize>, before: Option<(usize, Stands)>) -> Stands {
    let Some((end, Stands::Denied)) = before else {
        return Stands::Told;
    };
    let between = tokens.get(end..at.start).unwrap_or_default();
    let joins = |token: &Token| JOINS.contains(&token.text()) || BETWEEN.contains(&token.text());
    if !between.is_empty() && between.iter().all(joins) {
        Stands::Denied
    } else {
        Stands::Told
    }
}

/// "T12 is not part of it", "T12 no".
fn is_denied_behind(tokens: &[Token], end: usize) -> bool {
    let rest = tokens.get(end..).unwrap_or_default();
    let copulas = rest.iter().take(2);
    let copulas = copulas.take_while(|token| COPULAS.contains(&token.text()));
    let mut rest = rest.iter().skip(copulas.count());
    let Some(first) = rest.next() else {
        return false;
    };
    if WRONG.contains(&first.text()) {
        return true;
    }
    let negates = ["not", "no", "isnt", "wasnt"].contains(&first.text());
    negates
        && rest
            .next()
            .is_none_or(|next| next.kind() == Kind::Mark || PART.contains(&next.text()))
}

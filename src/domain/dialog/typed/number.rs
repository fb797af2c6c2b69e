//! Whole numbers as people give them: a score with its greatest value, a share in percent, two that it lies between.

use std::ops::Range;

use crate::domain::dialog::typed::cursor::Cursor as Of;
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};
use crate::domain::dialog::typed::when::{is_unit, number_word};

mod bound;

type Cursor<'t> = Of<'t, ()>;

/// From the first to the last, both included.
pub type Span = (i64, i64);

/// Why a text gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNumber {
    /// It gives one only roughly: "about 40".
    Rough,
    /// There is none, there are several, or it is not whole.
    NotUnderstood,
}

/// Words and marks that make a number a guess.
const ROUGHLY: &[&str] = &[
    "about",
    "around",
    "approximately",
    "approx",
    "roughly",
    "almost",
    "nearly",
    "close",
    "cerca",
    "aproximadamente",
    "aprox",
    "alrededor",
    "casi",
    "como",
    "unos",
    "unas",
    "~",
];

/// Words and marks of a bound that is not understood; of a guess beside an "or": "more or less".
const BOUNDS: &[&str] = &[
    "more", "less", "than", "greater", "mas", "menos", "mayor", "menor", "<", ">", "+",
];

const NOT: &[&str] = &["not", "no", "sin"];

/// What may stand between a word that says whose a number is and the number.
const BETWEEN: &[&str] = &[
    "score",
    "scale",
    "level",
    "rating",
    "is",
    "was",
    "of",
    "at",
    "now",
    "rated",
    "puntaje",
    "puntuacion",
    "nivel",
    "escala",
    "es",
    "de",
    "en",
    "fue",
    "=",
    ":",
    "(",
];

/// The longest row of such words.
const MOST_BETWEEN: usize = 3;

/// The number in an answer to a question for one from the least to the greatest, or those that a bound leaves: "at least
/// 7". The greatest may stand with it, as in "7/10".
///
/// # Errors
/// Where there is none, several, or one that is not exact.
pub fn number(text: &str, range: Span) -> Result<Span, NotNumber> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens, 0, ());
    let (mut found, mut rough) = (None, false);
    while let Some(token) = cursor.peek() {
        let from = cursor.at();
        if is_minus(&tokens, from) || is_denied(&tokens, from) {
            return Err(NotNumber::NotUnderstood);
        }
        if names_something(&tokens, from) {
            cursor.skip();
            continue;
        }
        match cursor.attempt(|ahead| bound::bounded(ahead, range)) {
            Some(_) if found.is_some() => return Err(NotNumber::NotUnderstood),
            Some((span, _)) => found = Some(span),
            None if token.kind() == Kind::Number || is_bound(&tokens, from) => {
                return Err(NotNumber::NotUnderstood);
            }
            None => {
                rough |= BOUNDS.contains(&token.text()) || ROUGHLY.contains(&token.text());
                cursor.skip();
            }
        }
    }
    let found = found.ok_or(NotNumber::NotUnderstood)?;
    if rough {
        Err(NotNumber::Rough)
    } else {
        Ok(found)
    }
}

/// Whether a word of a bound stands there, and not "more or less".
fn is_bound(tokens: &[Token], at: usize) -> bool {
    let or = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at));
        token.is_some_and(|token| ["or", "o"].contains(&token.text()))
    };
    let beside_or = or(at.checked_sub(1)) || or(at.checked_add(1));
    tokens
        .get(at)
        .is_some_and(|token| BOUNDS.contains(&token.text()))
        && !beside_or
}

/// Whether a word that denies stands there, at most one other before a number.
fn is_denied(tokens: &[Token], at: usize) -> bool {
    let next = tokens.iter().skip(at.saturating_add(1)).take(2);
    let mut next = next.map(Token::kind);
    let denies = tokens
        .get(at)
        .is_some_and(|token| NOT.contains(&token.text()));
    denies && !bound::begins(tokens, at) && next.any(|kind| kind == Kind::Number)
}

/// The number that belongs to a phrase: right behind it, or with its greatest value right before it; and where it stands.
pub(super) fn beside(
    tokens: &[Token],
    phrase: &Range<usize>,
    range: Span,
) -> Option<(Range<usize>, Span)> {
    behind(tokens, phrase.end, range).or_else(|| before(tokens, phrase.start, range.1))
}

/// The number right behind a word for the present, or right before it; and where it stands.
pub(super) fn beside_now(
    tokens: &[Token],
    now: usize,
    range: Span,
) -> Option<(Range<usize>, Span)> {
    let before = || {
        let from = now.checked_sub(1)?;
        let mut cursor = Cursor::new(tokens, from, ());
        let value = value(&mut cursor).filter(|value| *value <= range.1)?;
        Some((from..now, (value, value)))
    };
    behind(tokens, now.saturating_add(1), range).or_else(before)
}

fn behind(tokens: &[Token], at: usize, range: Span) -> Option<(Range<usize>, Span)> {
    let mut cursor = Cursor::new(tokens, at, ());
    for _ in 0..MOST_BETWEEN {
        if bound::begins(tokens, cursor.at()) || !cursor.eat(BETWEEN) {
            break;
        }
    }
    let from = cursor.at();
    let (span, _) = bound::bounded(&mut cursor, range)?;
    Some((from..cursor.at(), span))
}

fn before(tokens: &[Token], end: usize, greatest: i64) -> Option<(Range<usize>, Span)> {
    /// As many as "7 out of 10" and "7/10 - 8/10" have.
    const LONGEST: usize = 7;
    (end.saturating_sub(LONGEST)..end).find_map(|from| {
        let mut cursor = Cursor::new(tokens, from, ());
        let (span, with_greatest) = span(&mut cursor, greatest)?;
        (with_greatest && cursor.at() == end).then_some((from..end, span))
    })
}

/// A number or two between which it lies, and whether the greatest value stands with it.
fn span(cursor: &mut Cursor<'_>, greatest: i64) -> Option<(Span, bool)> {
    let low = value(cursor)?;
    let with_greatest = of_greatest(cursor, greatest);
    let second = cursor.attempt(|ahead| {
        ahead
            .eat(&["-", "to", "a", "or", "o", "and", "y"])
            .then_some(())?;
        let high = value(ahead).filter(|high| low <= *high)?;
        Some((high, of_greatest(ahead, greatest)))
    });
    let (high, again) = second.unwrap_or((low, false));
    cursor.eat(&["por ciento", "per cent"]);
    is_closed(cursor).then_some(((low, high), with_greatest || again))
}

/// Digits that stand by themselves, or a word for a number.
fn value(cursor: &mut Cursor<'_>) -> Option<i64> {
    cursor.take(|token| match token.kind() {
        Kind::Number => token.text().parse().ok(),
        Kind::Word if !["un", "una"].contains(&token.text()) => {
            number_word(token.text()).map(i64::from)
        }
        Kind::Word | Kind::Mark => None,
    })
}

fn of_greatest(cursor: &mut Cursor<'_>, greatest: i64) -> bool {
    let with = cursor.attempt(|ahead| {
        ahead
            .eat(&["/", "out of", "of", "sobre", "de"])
            .then_some(())?;
        value(ahead).filter(|value| *value == greatest)
    });
    with.is_some()
}

/// Whether what follows leaves it a whole number: no fraction or letters touch it, and it counts no days.
fn is_closed(cursor: &Cursor<'_>) -> bool {
    let Some(next) = cursor.peek() else {
        return true;
    };
    let mut after = *cursor;
    after.skip();
    let goes_on = after
        .peek()
        .is_some_and(|token| token.is_glued() && token.kind() == Kind::Number);
    let touches = next.is_glued() && (next.kind() == Kind::Word || goes_on);
    let fraction = next.kind() == Kind::Mark && next.is_glued() && next.is("/");
    let counts = next.text().len() > 1 && is_unit(next.text());
    !(touches || fraction || counts)
}

/// Whether a dash stands there that touches the number behind it.
fn is_minus(tokens: &[Token], at: usize) -> bool {
    let behind = at.checked_add(1).and_then(|behind| tokens.get(behind));
    tokens.get(at).is_some_and(|token| token.is("-"))
        && behind.is_some_and(|one| one.is_glued() && one.kind() == Kind::Number)
}

/// Whether a number is part of a name, such as a level: one or two letters touch it.
fn names_something(tokens: &[Token], at: usize) -> bool {
    let touches = tokens
        .get(at)
        .is_some_and(|one| one.is_glued() && one.kind() == Kind::Number);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    touches && before.is_some_and(|one| one.kind() == Kind::Word && one.text().len() <= 2)
}

#[cfg(test)]
mod tests;

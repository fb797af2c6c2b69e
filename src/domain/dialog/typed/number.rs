//! Whole numbers as people give them: a score with its greatest value, a share in percent, two that it lies between.

use std::ops::Range;

use crate::domain::dialog::typed::cursor::Cursor as Of;
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};
use crate::domain::dialog::typed::when::{is_unit, number_word};

type Cursor<'t> = Of<'t, ()>;

/// From the first to the last, both included.
pub type Span = (i64, i64);

/// Words and marks beside which a number is a bound or a guess.
const NOT_EXACT: &[&str] = &[
    "over",
    "above",
    "under",
    "below",
    "least",
    "most",
    "more",
    "less",
    "than",
    "greater",
    "up",
    "about",
    "around",
    "approximately",
    "approx",
    "almost",
    "nearly",
    "not",
    "no",
    "mas",
    "menos",
    "mayor",
    "menor",
    "minimo",
    "maximo",
    "cerca",
    "aproximadamente",
    "aprox",
    "casi",
    "como",
    "sin",
    "<",
    ">",
    "~",
    "+",
];

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

/// The number in an answer to a question for one. The greatest it can be may stand with it, as in "7/10". Nothing where
/// there is none, several, or one that is not exact.
#[must_use]
pub fn number(text: &str, greatest: i64) -> Option<Span> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens, 0, ());
    let mut found = None;
    while let Some(token) = cursor.peek() {
        let from = cursor.at();
        if NOT_EXACT.contains(&token.text()) || is_minus(&tokens, from) {
            return None;
        }
        if names_something(&tokens, from) {
            cursor.skip();
            continue;
        }
        match cursor.attempt(|ahead| span(ahead, greatest)) {
            Some(_) if found.is_some() => return None,
            Some((span, _)) => found = Some(span),
            None if token.kind() == Kind::Number => return None,
            None => cursor.skip(),
        }
    }
    found
}

/// The number that belongs to a phrase: right behind it, or with its greatest value right before it; and where it stands.
pub(super) fn beside(
    tokens: &[Token],
    phrase: &Range<usize>,
    greatest: i64,
) -> Option<(Range<usize>, Span)> {
    behind(tokens, phrase.end, greatest).or_else(|| before(tokens, phrase.start, greatest))
}

fn behind(tokens: &[Token], at: usize, greatest: i64) -> Option<(Range<usize>, Span)> {
    let mut cursor = Cursor::new(tokens, at, ());
    for _ in 0..MOST_BETWEEN {
        cursor.eat(BETWEEN);
    }
    let from = cursor.at();
    let (span, _) = span(&mut cursor, greatest)?;
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
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_give_it() {
        for text in [
            "7",
            " 7 ",
            "7/10",
            "7 / 10",
            "7 out of 10",
            "7 of 10",
            "7 de 10",
            "7 sobre 10",
            "pain 7/10",
            "it is a 7",
            "seven",
            "siete",
            "NRS: 7",
            "NRS=7",
            "dolor 7/10",
            "a seven",
            "un 7",
            "T12 pain 7",
            "7 points",
        ] {
            assert_eq!(number(text, 10), Some((7, 7)), "{text}");
        }
        assert_eq!(number("RMDQ 18", 24), Some((18, 18)));
        assert_eq!(number("RMDQ18/24", 24), Some((18, 18)));
        assert_eq!(number("30%", 100), Some((30, 30)));
        assert_eq!(number("30 percent", 100), Some((30, 30)));
        assert_eq!(number("30 por ciento", 100), Some((30, 30)));
    }

    #[test]
    fn two_numbers_are_taken_as_what_it_lies_between() {
        for text in [
            "7-8",
            "7 - 8/10",
            "7 to 8",
            "7 or 8",
            "between 7 and 8",
            "entre 7 y 8",
            "7 a 8",
            "7/10 to 8/10",
        ] {
            assert_eq!(number(text, 10), Some((7, 8)), "{text}");
        }
        assert_eq!(number("8-7", 10), None);
    }

    #[test]
    fn what_is_not_one_exact_whole_number_is_none() {
        for text in [
            "",
            "bad",
            "7.5",
            "7,5",
            "-7",
            "over 7",
            "at least 7",
            "about 7",
            "> 7",
            "7+",
            "7 5",
            "7/24",
            "3 weeks",
            "7 3 weeks ago",
            "7mm",
            "not 7",
            "mas de 7",
            "10/12",
            "82 yo 7",
        ] {
            assert_eq!(number(text, 10), None, "{text}");
        }
    }

    #[test]
    fn a_level_is_no_number() {
        assert_eq!(number("L1", 10), None);
        assert_eq!(number("T12 and L1", 24), None);
    }
}

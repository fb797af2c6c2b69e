//! Numbers of which only a bound is told: "more than 25", "30 or more".

use crate::domain::dialog::typed::normalize::Token;
use crate::domain::dialog::typed::number::{Cursor, Span, span};

#[derive(Debug, Clone, Copy)]
enum Bound {
    Over,
    AtLeast,
    Under,
    AtMost,
}

/// What stands before a number, the longer before what begins alike.
const BEFORE: &[(Bound, &[&str])] = &[
    (
        Bound::AtLeast,
        &[
            "at least",
            "no less than",
            "not less than",
            "minimum of",
            "minimum",
            "> =",
            "≥",
            "al menos",
            "por lo menos",
            "no menos de",
            "como minimo",
            "minimo de",
            "minimo",
        ],
    ),
    (
        Bound::AtMost,
        &[
            "at most",
            "no more than",
            "not more than",
            "up to",
            "maximum of",
            "maximum",
            "< =",
            "≤",
            "a lo mas",
            "a lo sumo",
            "no mas de",
            "no mas del",
            "como maximo",
            "maximo de",
            "maximo",
            "hasta",
        ],
    ),
    (
        Bound::Over,
        &[
            "more than",
            "greater than",
            "higher than",
            "over",
            "above",
            ">",
            "mas del",
            "mas de",
            "mayor del",
            "mayor de",
            "mayor que",
            "mayor a",
            "superior al",
            "superior a",
            "por encima de",
        ],
    ),
    (
        Bound::Under,
        &[
            "less than",
            "lower than",
            "fewer than",
            "under",
            "below",
            "<",
            "menos del",
            "menos de",
            "menor del",
            "menor de",
            "menor que",
            "menor a",
            "inferior al",
            "inferior a",
            "por debajo de",
        ],
    ),
];

/// What stands behind a number.
const BEHIND: &[(Bound, &[&str])] = &[
    (
        Bound::AtLeast,
        &[
            "+",
            "or more",
            "or higher",
            "or greater",
            "or above",
            "or over",
            "and up",
            "and above",
            "o mas",
            "y mas",
            "o mayor",
        ],
    ),
    (
        Bound::AtMost,
        &[
            "or less", "or lower", "or under", "or below", "o menos", "o menor",
        ],
    ),
];

fn eaten(cursor: &mut Cursor<'_>, bounds: &[(Bound, &[&str])]) -> Option<Bound> {
    let mut bounds = bounds.iter();
    bounds.find_map(|(bound, phrases)| cursor.eat(phrases).then_some(*bound))
}

/// Whether a bound begins there.
pub(super) fn begins(tokens: &[Token], at: usize) -> bool {
    eaten(&mut Cursor::new(tokens, at, ()), BEFORE).is_some()
}

/// A number, two between which it lies, or those that a bound leaves; and whether the greatest stands with it.
pub(super) fn bounded(cursor: &mut Cursor<'_>, range: Span) -> Option<(Span, bool)> {
    let before = eaten(cursor, BEFORE);
    let (found, with_greatest) = span(cursor, range.1)?;
    let behind = cursor.attempt(|ahead| {
        ahead.eat(&["%"]);
        eaten(ahead, BEHIND)
    });
    let bound = match (before, behind) {
        (None, None) => return Some((found, with_greatest)),
        (Some(_), Some(_)) => return None,
        (before, behind) => before.or(behind)?,
    };
    let (number, high) = found;
    let (least, greatest) = range;
    let left = match bound {
        Bound::Over => (number.saturating_add(1), greatest),
        Bound::AtLeast => (number, greatest),
        Bound::Under => (least, number.saturating_sub(1)),
        Bound::AtMost => (least, number),
    };
    (number == high && left.0 <= left.1).then_some((left, with_greatest))
}

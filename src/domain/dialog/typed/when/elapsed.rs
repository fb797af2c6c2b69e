//! Durations: `9 weeks`, `5w6d`, `5-7 weeks`, `a month`, `semana y media`.

use crate::domain::dialog::typed::when::cursor::{Cursor, Reading};
use crate::domain::dialog::typed::when::quantity::{Amount, Quantity, amount, and_a_half, number};
use crate::domain::dialog::typed::when::words;
use crate::domain::dialog::typed::when::{NotWhen, Unit};

/// The longest time that is believed: a hundred years, in days.
const LONGEST: u64 = 36_525;

/// A time elapsed: from the least to the most days it can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) least: i32,
    pub(super) most: i32,
    /// The unit it was told in, the first when there were two.
    pub(super) unit: Unit,
    pub(super) about: bool,
    pub(super) or_more: bool,
}

/// How many hours a unit has, at least and at most.
fn hours_of(unit: Unit) -> (u64, u64) {
    match unit {
        Unit::Hour => (1, 1),
        Unit::Day => (24, 24),
        Unit::Week => (7 * 24, 7 * 24),
        Unit::Month => (28 * 24, 31 * 24),
        Unit::Year => (365 * 24, 366 * 24),
    }
}

/// How many hundredths of an hour a day has.
const DAY: u64 = 2400;

/// So much of a unit in days, down to whole days for the least and up for the most.
fn span(amount: Amount, unit: Unit) -> Result<Span, NotWhen> {
    let (least, most) = hours_of(unit);
    let hundredths = amount.quantity.hundredths();
    let least = hundredths.saturating_mul(least) / DAY;
    let most = hundredths.saturating_mul(most).div_ceil(DAY);
    if most > LONGEST {
        return Err(NotWhen::TooLong);
    }
    Ok(Span {
        least: days(least),
        most: days(most),
        unit,
        about: amount.about,
        or_more: amount.or_more,
    })
}

fn days(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Reads a unit. A hyphen may stand before it (`6-week`); in a free text a single letter must touch its number.
pub(super) fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    cursor.attempt(|ahead| {
        let alone = !ahead.setting.strict;
        let hyphen = ahead.eat_glued("-");
        let unit = ahead.take(|token| {
            let touches = token.is_glued() && !hyphen;
            let reads =
                token.text().len() > 1 || touches || (alone && matches!(token.text(), "d" | "w"));
            words::unit(token.text()).filter(|_| reads)
        })?;
        let is_abbreviation = ahead.peek().is_some_and(|token| token.is("."));
        if is_abbreviation {
            abbreviation_point(ahead);
        }
        Some(unit)
    })
}

/// Takes the point of an abbreviation, unless it may end the clause.
fn abbreviation_point(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.eat_glued(".") && ahead.eat(&["ago", "old", "atras", "of"]) {
        cursor.eat_glued(".");
    }
}

/// Whether what follows is a unit, so that the number before it is no day of a month.
pub(super) fn is_before_unit(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    unit(&mut ahead).is_some()
}

/// Reads a duration, or a range of two.
pub(super) fn elapsed(cursor: &mut Cursor<'_>) -> Reading<Span> {
    match cursor.try_to(range)? {
        Some(span) => Ok(Some(span)),
        None => cursor.try_to(sum),
    }
}

/// `5 weeks and 6 days`, `5w6d`: units that grow smaller.
fn sum(cursor: &mut Cursor<'_>) -> Reading<Span> {
    let Some(mut total) = one(cursor)? else {
        return Ok(None);
    };
    let mut smallest = total.unit;
    while let Some(more) = cursor.try_to(|ahead| next(ahead, smallest))? {
        smallest = more.unit;
        total.least = total.least.saturating_add(more.least);
        total.most = total.most.saturating_add(more.most);
    }
    Ok(Some(total))
}

fn next(cursor: &mut Cursor<'_>, larger: Unit) -> Reading<Span> {
    let _ = cursor.eat(&["and", "y", "con"]) || (!cursor.setting.strict && cursor.eat(&[","]));
    let Some(quantity) = number(cursor) else {
        return Ok(None);
    };
    let unit = unit(cursor).filter(|&unit| unit < larger);
    unit.map(|unit| span(Amount::just(quantity), unit))
        .transpose()
}

/// Reads a unit alone, as one of it: "the last *month*".
pub(super) fn single(cursor: &mut Cursor<'_>) -> Reading<Span> {
    let unit = unit(cursor);
    unit.map(|unit| span(Amount::just(Quantity::whole(1)), unit))
        .transpose()
}

fn one(cursor: &mut Cursor<'_>) -> Reading<Span> {
    let Some((amount, unit)) = cursor.attempt(counted) else {
        return Ok(None);
    };
    span(amount, unit).map(Some)
}

/// A quantity and its unit; "and a half" may follow the unit.
fn counted(cursor: &mut Cursor<'_>) -> Option<(Amount, Unit)> {
    if let Some(quantity) = cursor
        .eat(&["fortnight", "a fortnight"])
        .then_some(Quantity::whole(2))
    {
        return Some((Amount::just(quantity), Unit::Week));
    }
    let implied = cursor.attempt(|ahead| {
        let unit = unit(ahead)?;
        let half = and_a_half(ahead)?;
        Some((half, unit))
    });
    let (amount, unit, half) = match implied {
        Some((half, unit)) => (Amount::just(Quantity::whole(1)), unit, Some(half)),
        None => {
            let amount = amount(cursor)?;
            cursor.eat(&["more", "full", "whole"]);
            (amount, unit(cursor)?, and_a_half(cursor))
        }
    };
    let quantity = half.map_or(amount.quantity, |half| amount.quantity.plus(half));
    Some((Amount { quantity, ..amount }, unit))
}

/// The ends of a range as they were typed.
struct Ends {
    first: (Amount, Option<Unit>),
    second: (Amount, Option<Unit>),
}

/// `5-7 weeks`, `between 5 and 7 weeks`, `a week or two`, `6 weeks to 2 months`.
fn range(cursor: &mut Cursor<'_>) -> Reading<Span> {
    let Some(ends) = cursor.attempt(ends) else {
        return Ok(None);
    };
    let Some(unit) = ends.second.1.or(ends.first.1) else {
        return Ok(None);
    };
    let first = span(ends.first.0, ends.first.1.unwrap_or(unit))?;
    let second = span(ends.second.0, unit)?;
    Ok(Some(Span {
        least: first.least.min(second.least),
        most: first.most.max(second.most),
        unit,
        about: false,
        or_more: false,
    }))
}

fn ends(cursor: &mut Cursor<'_>) -> Option<Ends> {
    let between = cursor.eat(&["between", "entre"]);
    cursor.eat(&["from", "de"]);
    let first = amount(cursor)?;
    let first_unit = unit(cursor);
    let joined = cursor.eat(&["-", "to", "or", "a", "o"]) || (between && cursor.eat(&["and", "y"]));
    let quantity = number(cursor).filter(|_| joined)?;
    let second = (Amount::just(quantity), unit(cursor));
    Some(Ends {
        first: (first, first_unit),
        second,
    })
}

/// Reads a number, or two, where no unit follows.
pub(super) fn without_unit(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let first = number(cursor)?;
    if cursor.eat(&["-", "to", "or", "a", "o"]) {
        number(cursor)?;
    }
    Some(first)
}

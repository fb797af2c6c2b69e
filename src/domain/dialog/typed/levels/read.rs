//! One level or a range of levels: `T12`, `l-1`, `L1-3`, `T11 to L2`, `lumbar 2`.

use crate::domain::dialog::level::{Level, Segment};
use crate::domain::dialog::typed::cursor;
use crate::domain::dialog::typed::levels::NotLevels;
use crate::domain::dialog::typed::when::is_unit;

/// A place in the tokens of levels.
pub(super) type Cursor<'t> = cursor::Cursor<'t, ()>;

type Reading<T> = Result<Option<T>, NotLevels>;

const TO: &[&str] = &["-", "to", "through", "thru", "a", "al", "hasta"];
const FILLERS: &[&str] = &[
    "vertebra",
    "vertebral body",
    "level",
    "nivel",
    "number",
    "numero",
];

fn segment_of(word: &str) -> Option<Segment> {
    match word {
        "c" | "cervical" | "cervicales" => Some(Segment::Cervical),
        "t" | "th" | "d" | "thoracic" | "dorsal" | "dorsales" | "toracica" | "toracico"
        | "toracicas" => Some(Segment::Thoracic),
        "l" | "lumbar" | "lumbares" => Some(Segment::Lumbar),
        "s" | "sacral" | "sacra" | "sacro" | "sacrum" => Some(Segment::Sacral),
        _ => None,
    }
}

fn level(segment: Segment, number: u32) -> Result<Level, NotLevels> {
    let (letter, count) = segment.letter_and_count();
    let level = u8::try_from(number)
        .ok()
        .and_then(|number| Level::new(segment, number));
    level.ok_or(NotLevels::NoSuchLevel {
        letter,
        number,
        count,
    })
}

/// A number that counts no days or weeks.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.attempt(|ahead| {
        let digits = ahead.digits()?;
        let counts_time = ahead
            .peek()
            .is_some_and(|token| token.text().len() > 1 && is_unit(token.text()));
        (!counts_time).then_some(digits.value)
    })
}

/// Whether a point and digits touch what was read: `T12.5` is no level.
pub(super) fn has_fraction(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.eat_glued(".") && ahead.glued_digits().is_some()
}

/// Reads one level with its segment.
pub(super) fn single(cursor: &mut Cursor<'_>) -> Reading<Level> {
    let read = cursor.attempt(|ahead| {
        let segment = ahead.take(|token| segment_of(token.text()))?;
        ahead.eat(FILLERS);
        ahead.eat(&["-", ".", "#"]);
        Some((segment, ahead.digits()?.value))
    });
    read.map(|(segment, number)| level(segment, number))
        .transpose()
}

/// Reads a level or a range. A number alone is a level of the segment named last.
pub(super) fn group(cursor: &mut Cursor<'_>, segment: Option<Segment>) -> Reading<Vec<Level>> {
    let Some(first) = start(cursor, segment)? else {
        return Ok(None);
    };
    let last = cursor.try_to(|ahead| end(ahead, first))?;
    Ok(Some(
        last.map_or_else(|| vec![first], |last| between(first, last)),
    ))
}

fn start(cursor: &mut Cursor<'_>, segment: Option<Segment>) -> Reading<Level> {
    if let Some(level) = cursor.try_to(single)? {
        return Ok(Some(level));
    }
    let Some(segment) = segment else {
        return Ok(None);
    };
    number(cursor)
        .map(|number| level(segment, number))
        .transpose()
}

/// The end of a range. `T12-1` may mean T12 to L1 or T1 to T12: a number alone only counts upward.
pub(super) fn end(cursor: &mut Cursor<'_>, first: Level) -> Reading<Level> {
    if !cursor.eat(TO) {
        return Ok(None);
    }
    if let Some(last) = cursor.try_to(single)? {
        return Ok(Some(last));
    }
    let Some(number) = number(cursor) else {
        return Ok(None);
    };
    if number < u32::from(first.number()) {
        return Err(NotLevels::NotUnderstood);
    }
    level(first.segment(), number).map(Some)
}

/// The levels from one to another, in whichever order they were named.
pub(super) fn between(one: Level, other: Level) -> Vec<Level> {
    let range = one.min(other)..=one.max(other);
    Level::all().filter(|level| range.contains(level)).collect()
}

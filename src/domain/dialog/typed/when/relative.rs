//! Days named from today: `yesterday`, `last Tuesday`, `la semana pasada`.

use crate::domain::day::DayRange;
use crate::domain::dialog::typed::when::calendar::{Told, clipped};
use crate::domain::dialog::typed::when::cursor::{Cursor, Reading};
use crate::domain::dialog::typed::when::words;
use crate::domain::dialog::typed::when::{NotWhen, Unit};

const TODAY: &[&str] = &[
    "today",
    "hoy",
    "this morning",
    "this afternoon",
    "tonight",
    "esta manana",
    "esta tarde",
    "esta noche",
];
const YESTERDAY: &[&str] = &["yesterday", "ayer", "last night", "anoche"];
const DAY_BEFORE: &[&str] = &[
    "the day before yesterday",
    "day before yesterday",
    "anteayer",
    "antier",
    "antes de ayer",
    "antes de anoche",
];
const TOMORROW: &[&str] = &["tomorrow", "manana", "pasado manana"];
const NEXT: &[&str] = &[
    "next",
    "this coming",
    "coming",
    "the next",
    "el proximo",
    "la proxima",
    "proximo",
    "proxima",
];
const NEXT_AFTER: &[&str] = &["que viene", "proximo", "proxima"];
const LAST: &[&str] = &[
    "this past",
    "the past",
    "past",
    "the last",
    "last",
    "el pasado",
    "la pasada",
    "pasado",
    "pasada",
];
const LAST_AFTER: &[&str] = &["pasado", "pasada"];
const THIS: &[&str] = &["earlier this", "this", "este", "esta"];

/// Reads a day named from today. `lead` says that a word such as "since" stands before it.
pub(super) fn relative(cursor: &mut Cursor<'_>, lead: bool) -> Reading<Told> {
    let alone_allowed = lead || !cursor.setting.strict;
    if cursor.eat(DAY_BEFORE) {
        return Ok(Some(days_ago(cursor, 2)));
    }
    if cursor.eat(YESTERDAY) {
        return Ok(Some(days_ago(cursor, 1)));
    }
    if alone_allowed && cursor.eat(TODAY) {
        return Ok(Some(days_ago(cursor, 0)));
    }
    if alone_allowed && cursor.eat(TOMORROW) {
        return Err(NotWhen::Future);
    }
    match cursor.try_to(|ahead| weekday(ahead, alone_allowed))? {
        Some(told) => Ok(Some(told)),
        None => cursor.try_to(calendar_unit),
    }
}

fn days_ago(cursor: &Cursor<'_>, days: i32) -> Told {
    let day = cursor.setting.today.plus(days.saturating_neg());
    Told {
        days: DayRange::exactly(day),
        unit: Unit::Day,
    }
}

/// `Tuesday`: the latest one before today.
fn weekday(cursor: &mut Cursor<'_>, alone_allowed: bool) -> Reading<Told> {
    let next = cursor.eat(NEXT);
    let last = cursor.eat(LAST) || cursor.eat(&["el", "this", "este"]);
    let Some(weekday) = cursor.take(|token| words::weekday(token.text())) else {
        return Ok(None);
    };
    if next || cursor.eat(NEXT_AFTER) {
        return Err(NotWhen::Future);
    }
    if !(cursor.eat(LAST_AFTER) || last || alone_allowed) {
        return Ok(None);
    }
    let today = cursor.setting.today.date().weekday().to_monday_one_offset();
    let back = today.saturating_sub(weekday).rem_euclid(7);
    let back = if back == 0 { 7 } else { back };
    Ok(Some(days_ago(cursor, i32::from(back))))
}

/// Which week, month or year.
#[derive(Clone, Copy)]
enum Which {
    Last,
    This,
    Next,
}

fn before_unit(cursor: &mut Cursor<'_>) -> Option<Which> {
    if cursor.eat(NEXT) {
        Some(Which::Next)
    } else if cursor.eat(&["last"]) {
        Some(Which::Last)
    } else if cursor.eat(THIS) {
        Some(Which::This)
    } else {
        None
    }
}

fn after_unit(cursor: &mut Cursor<'_>) -> Option<Which> {
    if cursor.eat(NEXT_AFTER) {
        Some(Which::Next)
    } else if cursor.eat(LAST_AFTER) {
        Some(Which::Last)
    } else {
        None
    }
}

/// `last week`, `this month`, `el ano pasado`.
fn calendar_unit(cursor: &mut Cursor<'_>) -> Reading<Told> {
    let before = before_unit(cursor);
    if before.is_none() {
        cursor.eat(&["el", "la"]);
    }
    let Some(unit) =
        cursor.take(|token| words::unit(token.text()).filter(|_| token.text().len() > 2))
    else {
        return Ok(None);
    };
    match before.or_else(|| after_unit(cursor)) {
        Some(Which::Next) => Err(NotWhen::Future),
        Some(which) => unit_around(cursor, unit, matches!(which, Which::Last)),
        None => Ok(None),
    }
}

/// The days of this week, month or year, or of the one before. A week may be meant from Sunday or from Monday.
fn unit_around(cursor: &Cursor<'_>, unit: Unit, before: bool) -> Reading<Told> {
    let today = cursor.setting.today.date();
    let (first, last) = match (unit, before) {
        (Unit::Month, false) => (today.first_of_month(), today),
        (Unit::Year, false) => (today.first_of_year(), today),
        (Unit::Month, true) => {
            let last = today
                .first_of_month()
                .saturating_sub(jiff::Span::new().days(1));
            (last.first_of_month(), last)
        }
        (Unit::Year, true) => {
            let last = today
                .first_of_year()
                .saturating_sub(jiff::Span::new().days(1));
            (last.first_of_year(), last)
        }
        (Unit::Week, _) => return Ok(Some(week(cursor, before))),
        (Unit::Day | Unit::Hour, _) => return Ok(None),
    };
    clipped(cursor, first, last, unit).map(Some)
}

/// A week may be meant from Sunday or from Monday: the days of both.
fn week(cursor: &Cursor<'_>, before: bool) -> Told {
    let today = cursor.setting.today;
    let weekday = today.date().weekday();
    let sunday = today.plus(i32::from(weekday.to_sunday_zero_offset()).saturating_neg());
    let monday = today.plus(i32::from(weekday.to_monday_zero_offset()).saturating_neg());
    let first = sunday.min(monday);
    let days = if before {
        DayRange::new(first.plus(-7), sunday.max(monday).plus(-1))
    } else {
        DayRange::new(first, today)
    };
    Told {
        days: days.unwrap_or(DayRange::exactly(today)),
        unit: Unit::Week,
    }
}

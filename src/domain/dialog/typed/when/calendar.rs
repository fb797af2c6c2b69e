//! Dates: `March 3rd`, `10/11/26`, `11 de octubre`, `mid-March`, `2025`.

use jiff::civil::Date;

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::Token;
use crate::domain::dialog::typed::when::cursor::{Cursor, Digits, Reading};
use crate::domain::dialog::typed::when::elapsed::is_before_unit;
use crate::domain::dialog::typed::when::words;
use crate::domain::dialog::typed::when::{NotWhen, Unit};

/// A date as far as it was told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) days: DayRange,
    pub(super) unit: Unit,
}

/// How far back from today a day without a year is looked for: any day of the calendar comes within eight years.
const YEARS_BACK: i16 = 8;

/// Reads a date. `lead` says that a word such as "since" stands before it.
pub(super) fn calendar(cursor: &mut Cursor<'_>, lead: bool) -> Reading<Told> {
    let vague_allowed = lead || !cursor.setting.strict;
    if let Some(told) = cursor.try_to(iso)? {
        return Ok(Some(told));
    }
    if let Some(told) = cursor.try_to(|ahead| slashed(ahead, vague_allowed))? {
        return Ok(Some(told));
    }
    if let Some(told) = cursor.try_to(named_day)? {
        return Ok(Some(told));
    }
    if let Some(told) = cursor.try_to(|ahead| month(ahead, vague_allowed))? {
        return Ok(Some(told));
    }
    if vague_allowed {
        cursor.try_to(year_alone)
    } else {
        Ok(None)
    }
}

fn year_digits(digits: Digits) -> Option<i16> {
    let value = i16::try_from(digits.value).ok()?;
    match digits.count {
        4 if value >= 1000 => Some(value),
        2 => value.checked_add(2000),
        _ => None,
    }
}

fn four_digit_year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let is_year = |year: &i16| (1000..=2999).contains(year);
    cursor
        .attempt(|ahead| {
            ahead
                .digits()
                .filter(|digits| digits.count == 4)
                .and_then(year_digits)
        })
        .filter(is_year)
}

fn separator(cursor: &mut Cursor<'_>, separators: &[&'static str]) -> Option<&'static str> {
    separators.iter().copied().find(|mark| cursor.eat(&[mark]))
}

/// `2026-10-11`, with dashes, slashes or points.
fn iso(cursor: &mut Cursor<'_>) -> Reading<Told> {
    let read = cursor.attempt(|ahead| {
        let year = four_digit_year(ahead)?;
        let mark = separator(ahead, &["-", "/", "."])?;
        let month = ahead.digits()?.value;
        ahead.eat(&[mark]).then_some(())?;
        Some((year, month, ahead.digits()?.value))
    });
    read.map(|(year, month, day)| exact_day(cursor, year, month, day))
        .transpose()
}

/// `10/11/2026`, `10/11/26`, `10/11`, `10/2026`. Month first, unless only day first makes a date.
fn slashed(cursor: &mut Cursor<'_>, vague_allowed: bool) -> Reading<Told> {
    let Some(first) = cursor.digits().filter(|digits| digits.count <= 2) else {
        return Ok(None);
    };
    let Some(mark) = separator(cursor, &["/", "-", "."]) else {
        return Ok(None);
    };
    let Some(second) = cursor.digits() else {
        return Ok(None);
    };
    let year = cursor.attempt(|ahead| {
        ahead.eat(&[mark]).then_some(())?;
        ahead.digits().and_then(year_digits)
    });
    let (month, day) = month_and_day(first.value, second.value);
    match year {
        Some(year) => exact_day(cursor, year, month, day).map(Some),
        None if mark != "/" => Ok(None),
        None if second.count == 4 => month_of_year(cursor, first.value, second),
        None if vague_allowed && second.count <= 2 => latest_day(cursor, month, day).map(Some),
        None => Ok(None),
    }
}

fn month_and_day(first: u32, second: u32) -> (u32, u32) {
    if first > 12 && second <= 12 {
        (second, first)
    } else {
        (first, second)
    }
}

fn month_of_year(cursor: &Cursor<'_>, month: u32, year: Digits) -> Reading<Told> {
    let month = i8::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month));
    match (month, year_digits(year)) {
        (Some(month), Some(year)) => whole_month(cursor, year, month).map(Some),
        _ => Err(NotWhen::NoSuchDay),
    }
}

/// The day of a month: `3`, `3rd`, `third`, `1ro`; no number that counts weeks.
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.attempt(|ahead| {
        let day = match ahead.digits() {
            Some(digits) if digits.count > 2 => return None,
            Some(digits) => digits.value,
            None => ordinal(ahead)?,
        };
        let suffix = ahead.peek().is_some_and(Token::is_glued);
        if suffix {
            ahead.eat(&[
                "°", "st", "nd", "rd", "th", "ro", "ero", "er", "o", "do", "to",
            ]);
        }
        (!is_before_unit(ahead)).then_some(day)
    })
}

fn ordinal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let tens = cursor.attempt(|ahead| {
        let tens = ahead
            .take(|token| words::number(token.text()))
            .filter(|&tens| tens == 20 || tens == 30)?;
        ahead.eat(&["-"]);
        let ones = ahead
            .take(|token| words::ordinal(token.text()))
            .filter(|&ones| ones < 10)?;
        Some(tens.saturating_add(ones))
    });
    tens.or_else(|| cursor.take(|token| words::ordinal(token.text())))
}

/// The name of a month; `ago` is August only in Spanish, and only beside its day.
fn month_name(cursor: &mut Cursor<'_>, beside_day: bool) -> Option<i8> {
    let spanish = cursor.setting.language == Language::Spanish;
    let month = cursor.take(|token| {
        let august = beside_day && spanish && token.is("ago");
        words::month(token.text()).or(august.then_some(8))
    })?;
    cursor.eat_glued(".");
    Some(month)
}

/// `March 3rd, 2026`, `3 March`, `el 3 de marzo de 2026`.
fn named_day(cursor: &mut Cursor<'_>) -> Reading<Told> {
    cursor.eat(&["the", "el", "dia", "el dia"]);
    let read = cursor
        .attempt(month_then_day)
        .or_else(|| cursor.attempt(day_then_month));
    let Some((month, day)) = read else {
        return Ok(None);
    };
    let month = u32::try_from(month).unwrap_or_default();
    match year_after(cursor) {
        Some(year) => exact_day(cursor, year, month, day).map(Some),
        None => latest_day(cursor, month, day).map(Some),
    }
}

fn month_then_day(cursor: &mut Cursor<'_>) -> Option<(i8, u32)> {
    let month = month_name(cursor, true)?;
    cursor.eat(&["the", "el", "-"]);
    Some((month, day_number(cursor)?))
}

fn day_then_month(cursor: &mut Cursor<'_>) -> Option<(i8, u32)> {
    let day = day_number(cursor).or_else(|| spelled_day(cursor))?;
    cursor.eat(&["of", "de", "-"]);
    Some((month_name(cursor, true)?, day))
}

/// `tres de marzo`.
fn spelled_day(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor
        .take(|token| words::number(token.text()))
        .filter(|day| (1..=31).contains(day))
}

fn year_after(cursor: &mut Cursor<'_>) -> Option<i16> {
    cursor.attempt(|ahead| {
        ahead.eat(&[",", "of", "de", "del", "-", "in"]);
        let short = ahead.eat(&["'"]);
        let year = if short {
            ahead.digits().and_then(year_digits)
        } else {
            four_digit_year(ahead)
        };
        year.filter(|_| !is_before_unit(ahead))
    })
}

/// A part of a month, as days from and to.
fn part_of_month(cursor: &mut Cursor<'_>) -> (i8, i8) {
    let early = [
        "early",
        "beginning of",
        "the beginning of",
        "start of",
        "the start of",
        "principios de",
        "inicios de",
    ];
    let middle = ["mid", "middle of", "the middle of", "mediados de"];
    let late = ["late", "end of", "the end of", "finales de", "fines de"];
    cursor.eat(&["a"]);
    let part = if cursor.eat(&early) {
        (1, 10)
    } else if cursor.eat(&middle) {
        (11, 20)
    } else if cursor.eat(&late) {
        (21, 31)
    } else {
        (1, 31)
    };
    cursor.eat(&["-"]);
    part
}

/// `March`, `early March`, `marzo de 2026`.
fn month(cursor: &mut Cursor<'_>, vague_allowed: bool) -> Reading<Told> {
    let (from, to) = part_of_month(cursor);
    let Some(month) = month_name(cursor, false) else {
        return Ok(None);
    };
    let today = cursor.setting.today.date();
    let whole = match year_after(cursor) {
        Some(year) => whole_month(cursor, year, month)?,
        None if !vague_allowed && (from, to) == (1, 31) => return Ok(None),
        None if month > today.month() => {
            whole_month(cursor, today.year().saturating_sub(1), month)?
        }
        None => whole_month(cursor, today.year(), month)?,
    };
    let first = whole.days.first();
    let begin = first.plus(i32::from(from.saturating_sub(1)));
    let end = first
        .plus(i32::from(to.saturating_sub(1)))
        .min(whole.days.last());
    let days = DayRange::new(begin, end).ok_or(NotWhen::Future)?;
    Ok(Some(Told {
        days,
        unit: Unit::Month,
    }))
}

fn whole_month(cursor: &Cursor<'_>, year: i16, month: i8) -> Result<Told, NotWhen> {
    let first = Date::new(year, month, 1).map_err(|_| NotWhen::NoSuchDay)?;
    clipped(cursor, first, first.last_of_month(), Unit::Month)
}

fn year_alone(cursor: &mut Cursor<'_>) -> Reading<Told> {
    let Some(year) = four_digit_year(cursor).filter(|year| (1900..=2199).contains(year)) else {
        return Ok(None);
    };
    if is_before_unit(cursor) {
        return Ok(None);
    }
    let first = Date::new(year, 1, 1).map_err(|_| NotWhen::NoSuchDay)?;
    clipped(cursor, first, first.last_of_year(), Unit::Year).map(Some)
}

/// The days from one to another, as far as they are not after today.
pub(super) fn clipped(
    cursor: &Cursor<'_>,
    first: Date,
    last: Date,
    unit: Unit,
) -> Result<Told, NotWhen> {
    let today = cursor.setting.today;
    let first = Day::of(first);
    let days = DayRange::new(first, Day::of(last).min(today)).ok_or(NotWhen::Future)?;
    Ok(Told { days, unit })
}

fn civil(year: i16, month: u32, day: u32) -> Result<Date, NotWhen> {
    let month = i8::try_from(month).map_err(|_| NotWhen::NoSuchDay)?;
    let day = i8::try_from(day).map_err(|_| NotWhen::NoSuchDay)?;
    Date::new(year, month, day).map_err(|_| NotWhen::NoSuchDay)
}

fn exact_day(cursor: &Cursor<'_>, year: i16, month: u32, day: u32) -> Result<Told, NotWhen> {
    let date = civil(year, month, day)?;
    clipped(cursor, date, date, Unit::Day)
}

/// The latest such day that is not in the future.
fn latest_day(cursor: &Cursor<'_>, month: u32, day: u32) -> Result<Told, NotWhen> {
    let today = cursor.setting.today;
    let year = today.date().year();
    let days =
        (0..=YEARS_BACK).filter_map(|back| civil(year.saturating_sub(back), month, day).ok());
    let date = days
        .into_iter()
        .find(|&date| Day::of(date) <= today)
        .ok_or(NotWhen::NoSuchDay)?;
    clipped(cursor, date, date, Unit::Day)
}

//! Periods: `from Oct 11 to Nov 2`, `6 weeks until Nov 2`, `desde marzo hasta hoy`.

use jiff::civil::Date;

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::typed::when::cursor::{Cursor, Reading};
use crate::domain::dialog::typed::when::elapsed::elapsed;
use crate::domain::dialog::typed::when::expression::{Expressed, Found, expression};
use crate::domain::dialog::typed::when::{NotWhen, Period, Told, Unit, When};

const OPENERS: &[&str] = &["from", "between", "entre", "desde", "del", "de"];
const SEPARATORS: &[&str] = &[
    "and ended",
    "and stopped",
    "y termino",
    "y se suspendio",
    "until",
    "till",
    "til",
    "through",
    "thru",
    "to",
    "-",
    "ended",
    "ending",
    "stopped",
    "hasta",
    "termino",
    "se suspendio",
    "al",
    "a",
];
const BETWEEN: &[&str] = &["and", "y"];
const LASTING: &[&str] = &["for", "x", "por", "durante"];
const ONGOING: &[&str] = &[
    "ongoing",
    "still ongoing",
    "still going",
    "still",
    "continuing",
    "continues",
    "present",
    "the present",
    "now",
    "today",
    "current",
    "currently",
    "date",
    "en curso",
    "sigue",
    "continua",
    "todavia",
    "ahora",
    "hoy",
    "la fecha",
    "la actualidad",
    "el presente",
    "el momento",
    "not stopped",
    "has not stopped",
    "no ha terminado",
    "no ha parado",
];

/// Whether words here say that it goes on; takes them.
pub(super) fn ongoing(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.eat(SEPARATORS);
    let goes_on = ahead.eat(ONGOING);
    if goes_on {
        *cursor = ahead;
    }
    goes_on
}

/// Takes a word after which only an end follows.
pub(super) fn ender(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat(SEPARATORS)
}

fn time(cursor: &mut Cursor<'_>) -> Reading<Expressed> {
    Ok(match cursor.try_to(expression)? {
        Some(Found::Time(time)) => Some(time),
        _ => None,
    })
}

/// Reads a start with what says how it ends.
pub(crate) fn bounded(cursor: &mut Cursor<'_>) -> Reading<Period> {
    cursor.try_to(|ahead| {
        let between = ahead.eat(&["between", "entre"]);
        if !between {
            ahead.eat(OPENERS);
        }
        let Some(start) = time(ahead)? else {
            return Ok(None);
        };
        let comma = ahead.eat(&[","]);
        if let Some(period) = ahead.try_to(|ahead| lasting(ahead, start.when))? {
            return Ok(Some(period));
        }
        let separated = (between && ahead.eat(BETWEEN)) || ahead.eat(SEPARATORS);
        if (separated || comma) && ahead.eat(ONGOING) {
            return Ok(Some(Period {
                start: start.when,
                end: None,
            }));
        }
        if separated {
            until(ahead, start)
        } else {
            Ok(None)
        }
    })
}

/// The end, and with it the period.
fn until(cursor: &mut Cursor<'_>, start: Expressed) -> Reading<Period> {
    let end = match cursor.try_to(|ahead| same_month(ahead, start.when))? {
        Some(end) => Some(end),
        None => time(cursor)?.map(|time| time.when),
    };
    let Some(end) = end else {
        return Ok(None);
    };
    let start = shifted(start, end)?;
    if end.days.last() < start.days.first() {
        return Err(NotWhen::Backwards);
    }
    Ok(Some(Period {
        start,
        end: Some(end),
    }))
}

/// "Six weeks until November 2" began six weeks before that day.
fn shifted(start: Expressed, end: When) -> Result<When, NotWhen> {
    let Some(length) = start.length else {
        return Ok(start.when);
    };
    let first = end.days.first().plus(length.most.saturating_neg());
    let last = end.days.last().plus(length.least.saturating_neg());
    let days = DayRange::new(first, last).ok_or(NotWhen::NotUnderstood)?;
    Ok(When { days, ..start.when })
}

/// `Oct 1-5`: the second number is a day of the month of the first.
fn same_month(cursor: &mut Cursor<'_>, start: When) -> Reading<When> {
    let is_day = start.told == Told::Date(Unit::Day) && start.days.is_exact();
    let mut after = *cursor;
    let Some(digits) = cursor.digits().filter(|digits| is_day && digits.count <= 2) else {
        return Ok(None);
    };
    if !(cursor.is_at_end()
        || cursor
            .peek()
            .is_some_and(|token| token.is(",") || token.is(".")))
        || time(&mut after)?.is_some()
    {
        return Ok(None);
    }
    let begin = start.days.first().date();
    let day = i8::try_from(digits.value).map_err(|_| NotWhen::NoSuchDay)?;
    let end = Date::new(begin.year(), begin.month(), day).map_err(|_| NotWhen::NoSuchDay)?;
    let end = Day::of(end);
    if end > cursor.setting.today {
        return Err(NotWhen::Future);
    }
    Ok(Some(When {
        days: DayRange::exactly(end),
        ..start
    }))
}

/// `Oct 11 for 3 weeks`; one that would last beyond today goes on.
fn lasting(cursor: &mut Cursor<'_>, start: When) -> Reading<Period> {
    if !matches!(start.told, Told::Date(_)) || !cursor.eat(LASTING) {
        return Ok(None);
    }
    let Some(length) = elapsed(cursor)? else {
        return Ok(None);
    };
    let today = cursor.setting.today;
    let first = start.days.first().plus(length.least);
    let last = start.days.last().plus(length.most).min(today);
    let end = DayRange::new(first, last).map(|days| When {
        days,
        told: Told::Elapsed(length.unit),
        ..start
    });
    Ok(Some(Period { start, end }))
}

/// Two days between which something was: `between Oct 1 and Oct 5`.
pub(super) fn either(period: Period) -> Option<When> {
    let end = period.end?;
    let first = period.start.days.first().min(end.days.first());
    let last = period.start.days.last().max(end.days.last());
    let days = DayRange::new(first, last)?;
    Some(When {
        days,
        ..period.start
    })
}

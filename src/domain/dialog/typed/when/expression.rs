//! One time expression with the words around it: "since about March 3rd", "hace mas de 6 semanas".

use crate::domain::day::DayRange;
use crate::domain::dialog::typed::normalize::{Kind, Token};
use crate::domain::dialog::typed::when::calendar::{self, calendar};
use crate::domain::dialog::typed::when::cursor::{Cursor, Reading};
use crate::domain::dialog::typed::when::elapsed::{Span, elapsed, single, without_unit};
use crate::domain::dialog::typed::when::frequency::frequency;
use crate::domain::dialog::typed::when::qualifier::Qualifier;
use crate::domain::dialog::typed::when::quantity::Quantity;
use crate::domain::dialog::typed::when::relative::relative;
use crate::domain::dialog::typed::when::{NotWhen, Told, Unit, When};

/// Words that only a time follows.
const STRONG: &[&str] = &[
    "since",
    "for over",
    "for",
    "x",
    "desde",
    "por",
    "durante",
    "lleva",
    "llevamos",
    "llevo",
    "a partir de",
    "a partir del",
];
/// Words that count a duration back from today.
const COUNTED_BACK: &[&str] = &["desde hace", "hace"];
/// Words that other things follow too.
const WEAK: &[&str] = &[
    "on",
    "in",
    "as of",
    "started",
    "starting",
    "start",
    "began",
    "begun",
    "beginning",
    "from",
    "en",
    "del",
    "de",
    "empezo",
    "comenzo",
    "inicio",
];
/// Words that may stand before a time and say nothing of it.
const COPULAS: &[&str] = &["was", "is", "its", "been", "fue", "es", "ha sido"];
const PAST: &[&str] = &[
    "the last",
    "the past",
    "last",
    "past",
    "los ultimos",
    "las ultimas",
    "el ultimo",
    "la ultima",
    "ultimos",
    "ultimas",
];
const WITHIN: &[&str] = &["within the last", "within the past"];
/// Words before the end of something.
const ENDERS: &[&str] = &[
    "until",
    "till",
    "til",
    "through",
    "thru",
    "hasta",
    "ended",
    "ending",
    "stopped",
    "termino",
    "terminaron",
    "se suspendio",
];
const AGO: &[&str] = &[
    "ago", "back", "earlier", "prior", "old", "atras", "now", "already", "ya", "so far",
];
const AHEAD: &[&str] = &["from now", "from today", "later"];
const OF_AGE: &[&str] = &["old", "- old", "of age", "de edad", "o", "/ o"];
const WEEK_OF: &[&str] = &[
    "the week of",
    "week of",
    "la semana del",
    "semana del",
    "la semana de",
];

/// The largest number whose unit is asked for.
const LARGEST_ALONE: Quantity = Quantity::whole(9999);

/// Years from which a number of years in a free text is taken for an age.
const ADULT_DAYS: i32 = 18 * 365;

/// What an expression was.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found {
    /// A time.
    Time(Expressed),
    /// The age of a person, when something ended, or how often it was done: it is not to be read as when something was or began.
    Other,
}

/// A time, and what a period needs to know of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expressed {
    pub(crate) when: When,
    /// The length of a duration that did not say "ago": it may be counted from another day than today.
    pub(super) length: Option<Span>,
}

/// How surely the words before an expression say that a time follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lead {
    None,
    Weak,
    Strong,
    CountedBack,
}

fn lead(cursor: &mut Cursor<'_>) -> Lead {
    let mut lead = Lead::None;
    loop {
        if cursor.eat(COUNTED_BACK) {
            lead = Lead::CountedBack;
        } else if cursor.eat(STRONG) {
            lead = lead.max(Lead::Strong);
        } else if cursor.eat(WEAK) {
            lead = lead.max(Lead::Weak);
        } else if !cursor.eat(COPULAS) {
            return lead;
        }
    }
}

/// Reads one expression.
pub(crate) fn expression(cursor: &mut Cursor<'_>) -> Reading<Found> {
    if cursor.attempt(frequency).is_some() {
        return Ok(Some(Found::Other));
    }
    cursor.try_to(ahead_of_today)?;
    cursor.try_to(|ahead| {
        let ends = ahead.eat(ENDERS);
        let found = beginning(ahead)?;
        Ok(found.map(|found| if ends { Found::Other } else { found }))
    })
}

/// Reads a time with the words before it.
fn beginning(cursor: &mut Cursor<'_>) -> Reading<Found> {
    cursor.try_to(|ahead| {
        let before = lead(ahead);
        negative(ahead)?;
        if ahead.eat(WITHIN) {
            return within(ahead);
        }
        over_the_past(ahead);
        let qualifier = Qualifier::before(ahead);
        let lead = before.max(lead(ahead));
        if let Some(time) = ahead.try_to(|ahead| date(ahead, qualifier, lead))? {
            return Ok(Some(Found::Time(time)));
        }
        ahead.try_to(|ahead| duration(ahead, qualifier, lead))
    })
}

/// `in 3 weeks`, `dentro de un mes`.
fn ahead_of_today(cursor: &mut Cursor<'_>) -> Reading<()> {
    if !cursor.eat(&["in", "dentro de", "en"]) {
        return Ok(None);
    }
    Qualifier::before(cursor);
    match elapsed(cursor)? {
        Some(_) => Err(NotWhen::Future),
        None => Ok(None),
    }
}

/// `-3 weeks`, `minus 3 weeks`, `menos 3 semanas`.
fn negative(cursor: &mut Cursor<'_>) -> Result<(), NotWhen> {
    let mut ahead = *cursor;
    let is_first = ahead.at() == 0;
    let dash_stands_free = ahead.peek().is_some_and(|token| !token.is_glued());
    let by_word = ahead.eat(&["minus", "menos", "negative"]);
    let signed = by_word || (dash_stands_free && ahead.eat(&["-"]));
    let touches = ahead.peek().is_some_and(Token::is_glued);
    if signed && (by_word || touches || is_first) && without_unit(&mut ahead).is_some() {
        return Err(NotWhen::Negative);
    }
    Ok(())
}

/// Takes the "over" of "over the last 6 weeks", which is not "more than".
fn over_the_past(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    let over = ahead.eat(&["over"]);
    let mut after = ahead;
    if over && after.eat(PAST) {
        *cursor = ahead;
    }
}

/// `within the last 6 weeks`.
fn within(cursor: &mut Cursor<'_>) -> Reading<Found> {
    let Some(span) = elapsed(cursor)? else {
        return Ok(None);
    };
    let qualifier = Qualifier::at_most();
    told(cursor, &span, qualifier).map(|when| Some(Found::Time(Expressed { when, length: None })))
}

fn date(cursor: &mut Cursor<'_>, qualifier: Qualifier, lead: Lead) -> Reading<Expressed> {
    let led = lead > Lead::None || !qualifier.is_plain();
    let week_of = cursor.eat(WEEK_OF);
    let named = cursor.try_to(|ahead| calendar(ahead, led || week_of))?;
    let named = match named {
        Some(named) => Some(named),
        None => cursor.try_to(|ahead| relative(ahead, led))?,
    };
    named
        .map(|named| dated(cursor, named, qualifier, week_of))
        .transpose()
}

fn dated(
    cursor: &Cursor<'_>,
    named: calendar::Told,
    qualifier: Qualifier,
    week_of: bool,
) -> Result<Expressed, NotWhen> {
    let today = cursor.setting.today;
    if today.days_since(named.days.last()) > 36_525 {
        return Err(NotWhen::TooLong);
    }
    let week =
        DayRange::new(named.days.first(), named.days.last().plus(6).min(today)).filter(|_| week_of);
    let unit = if week_of { Unit::Week } else { named.unit };
    let days = qualifier.days_of(week.unwrap_or(named.days), named.unit, today)?;
    let when = When {
        days,
        told: Told::Date(unit),
        about: qualifier.about,
        open: qualifier.open(),
    };
    Ok(Expressed { when, length: None })
}

fn duration(cursor: &mut Cursor<'_>, mut qualifier: Qualifier, lead: Lead) -> Reading<Found> {
    let in_words = cursor
        .peek()
        .is_some_and(|token| token.kind() == Kind::Word);
    let past = cursor.eat(PAST);
    let counted = elapsed(cursor)?;
    let counted = match counted {
        None if past => single(cursor)?,
        counted => counted,
    };
    let Some(span) = counted else {
        return Ok(None);
    };
    if span.unit == Unit::Year && cursor.eat(OF_AGE) {
        return Ok(Some(Found::Other));
    }
    qualifier.join(&span);
    let ago = after(cursor, &mut qualifier)? || lead == Lead::CountedBack;
    let bare = qualifier.is_plain() && !ago && lead < Lead::Strong && !past;
    if cursor.setting.strict && bare && span.unit == Unit::Year && span.least >= ADULT_DAYS {
        return Ok(Some(Found::Other));
    }
    // "Pick a day" is no duration.
    let one_day = in_words && span.unit == Unit::Day && span.most <= 1;
    if cursor.setting.strict && bare && one_day {
        return Ok(None);
    }
    let when = told(cursor, &span, qualifier)?;
    let length = (!ago && qualifier.is_plain()).then_some(span);
    Ok(Some(Found::Time(Expressed { when, length })))
}

/// Reads the words after a duration; whether they say "ago".
fn after(cursor: &mut Cursor<'_>, qualifier: &mut Qualifier) -> Result<bool, NotWhen> {
    let mut ago = false;
    loop {
        if cursor.eat(AHEAD) {
            return Err(NotWhen::Future);
        }
        if cursor.eat(AGO) {
            ago = true;
        } else if !qualifier.read_after(cursor) {
            return Ok(ago);
        }
    }
}

fn told(cursor: &Cursor<'_>, span: &Span, qualifier: Qualifier) -> Result<When, NotWhen> {
    Ok(When {
        days: qualifier.days_since(span, cursor.setting.today)?,
        told: Told::Elapsed(span.unit),
        about: qualifier.about,
        open: qualifier.open(),
    })
}

/// Reads a number that lacks its unit, up to the end of the text.
pub(super) fn number_alone(cursor: &mut Cursor<'_>) -> Option<NotWhen> {
    lead(cursor);
    if let Err(fault) = negative(cursor) {
        return Some(fault);
    }
    Qualifier::before(cursor);
    lead(cursor);
    let number = without_unit(cursor)?;
    (cursor.is_at_end() && number <= LARGEST_ALONE).then_some(NotWhen::NoUnit { number })
}

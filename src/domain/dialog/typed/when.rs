//! Days, durations and periods as people type them. What is understood is exact or a range, never rounded; it is for
//! the caller to read it back.

mod calendar;
pub(crate) mod cursor;
mod elapsed;
pub(crate) mod expression;
mod frequency;
mod past;
pub(crate) mod period;
mod qualifier;
mod quantity;
mod reader;
mod relative;
mod words;

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::typed::Language;
use reader::Reader;

pub use past::tells_day_before;
pub use quantity::Quantity;

/// What a time was named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Hours.
    Hour,
    /// Days, or a calendar day.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// How a time was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// As a calendar day, month or year.
    Date(Unit),
    /// As a time elapsed until today.
    Elapsed(Unit),
}

/// A side on which a time was left open. The range is closed on that side at a far bound (ten years beyond the
/// near one, or today), which nobody said and which is not to be read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Open {
    /// "More than", "at least", "before": the last day of the range is the bound that was told.
    Earlier,
    /// "Less than", "at most", "after": the first day of the range is the bound that was told.
    Later,
}

/// When something was, or began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The days it can be; exactly one when it was told exactly. Never after today.
    pub days: DayRange,
    /// How it was told.
    pub told: Told,
    /// Whether it was told as "about".
    pub about: bool,
    /// The side left open, if one was.
    pub open: Option<Open>,
}

/// When something began and, if it stopped, when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// When it began.
    pub start: When,
    /// When it stopped; nothing when it goes on, or when nothing was said of it.
    pub end: Option<When>,
}

/// Why a text does not say when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotWhen {
    /// A number without days, weeks or months.
    #[error("`{number}` has no unit")]
    NoUnit {
        /// The number.
        number: Quantity,
    },
    /// It lies after today.
    #[error("a day in the future")]
    Future,
    /// A duration below zero.
    #[error("a negative duration")]
    Negative,
    /// A date no calendar has, such as 31 February.
    #[error("a day that no calendar has")]
    NoSuchDay,
    /// More than a hundred years ago.
    #[error("longer than a hundred years")]
    TooLong,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Backwards,
    /// It says that something goes on, or when it stopped, and not when it began.
    #[error("it does not say when it began")]
    NoStart,
    /// Anything else.
    #[error("no date or duration")]
    NotUnderstood,
}

/// Reads when something was or began: a date or a duration up to today.
///
/// # Errors
/// Why the text does not say when.
pub fn when(text: &str, language: Language, today: Day) -> Result<When, NotWhen> {
    Reader::new(text, language, today).when()
}

/// Reads when something began and, when it has stopped, ended. "Nine weeks" and "since March" go on.
///
/// # Errors
/// Why the text names no period.
pub fn period(text: &str, language: Language, today: Day) -> Result<Period, NotWhen> {
    Reader::new(text, language, today).period()
}

/// Reads when something stopped; nothing when it goes on ("ongoing", "sigue").
///
/// # Errors
/// Why the text does not say.
pub fn ending(text: &str, language: Language, today: Day) -> Result<Option<When>, NotWhen> {
    Reader::new(text, language, today).ending()
}

/// Words that say that something stopped.
const ENDED: [&str; 9] = [
    "stopped",
    "ended",
    "finished",
    "completed",
    "discontinued",
    "termino",
    "suspendio",
    "suspendieron",
    "paro",
];

/// Words that turn them into their opposite.
const NOT: [&str; 4] = ["not", "no", "never", "nunca"];

/// Whether a text says that something stopped: a time in it is then not one that goes on.
#[must_use]
pub fn says_it_ended(text: &str) -> bool {
    let text = crate::domain::dialog::typed::normalize::normalize(text);
    let words: Vec<&str> = text.split(' ').collect();
    let ended = words.iter().any(|word| ENDED.contains(word));
    ended && !words.iter().any(|word| NOT.contains(word))
}

/// The number a word names, up to a hundred.
pub(crate) fn number_word(word: &str) -> Option<u32> {
    words::number(word)
}

/// Whether a word names a month.
pub(crate) fn is_month(word: &str) -> bool {
    words::month(word).is_some()
}

/// Whether a word names a unit of time.
pub(crate) fn is_unit(word: &str) -> bool {
    words::unit(word).is_some()
}

#[cfg(test)]
mod tests;

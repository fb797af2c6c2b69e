//! Days and ranges of days. The clock is never asked here: the day of evaluation is an argument everywhere.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A calendar day, counted in days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a calendar date in the form YYYY-MM-DD")]
pub struct NotADay;

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// 1970-01-01, from which days are counted.
    pub const ORIGIN: Self = Self(0);

    /// The day of a civil date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let days = EPOCH.until(date).map_or(0, |span| span.get_days());
        Self(days)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text has another form or names a day that no calendar has. There was no year 0.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        let date = text.parse::<Date>().ok();
        let date = date.filter(|date| text.len() == 10 && date.year() > 0);
        date.map(Self::of).ok_or(NotADay)
    }

    /// The civil date of this day.
    #[must_use]
    pub fn date(self) -> Date {
        let span = jiff::Span::new().try_days(self.0);
        span.and_then(|span| EPOCH.checked_add(span))
            .unwrap_or(EPOCH)
    }

    /// Elapsed days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day that is so many days later (earlier when negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date())
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        Self::parse(&text)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// A day known exactly, or only to lie from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    first: Day,
    last: Day,
}

impl DayRange {
    /// A range; nothing when it ends before it begins.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// A day that is known.
    #[must_use]
    pub fn exactly(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// The earliest day it can be.
    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    /// The latest day it can be.
    #[must_use]
    pub fn last(self) -> Day {
        self.last
    }

    /// Whether the day is known exactly.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.first == self.last
    }
}

//! What a fact can be, by name: the form of answers, of `evaluate`'s JSON and of the log.

use crate::domain::day::DayRange;
use crate::domain::name::ValueName;

/// The value of a known fact. Clocks are dates, never durations: they are recomputed on the day of evaluation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// One of a choice's values.
    Choice(ValueName),
    /// Yes or no.
    Flag(bool),
    /// The day something began.
    Date(DayRange),
    /// Something that began and, when it has stopped, ended; without an end it goes on.
    Period {
        /// When it began.
        start: DayRange,
        /// When it stopped.
        end: Option<DayRange>,
    },
    /// A whole number, for scores and counts: from the first to the last, both included.
    Number(i64, i64),
}

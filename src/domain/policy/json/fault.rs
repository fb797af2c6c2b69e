//! What can be wrong with a line.

use crate::domain::authored::suggest;
use crate::domain::day::Day;
use crate::domain::name::FactName;
use crate::domain::policy::facts::FactFault;

/// Of a name longer than this, in characters, only the beginning is repeated.
const LONGEST_ECHO: usize = 64;

/// One thing that is wrong with a line of questions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// It is no JSON text.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// It is JSON, but no object.
    #[error(
        "a line is one JSON object such as {{\"id\":\"c1\",\"as_of\":\"2026-11-22\",\"facts\":{{}}}}"
    )]
    NotAnObject,
    /// A name that nothing has.
    #[error("unknown {what} `{name}`{}", hint(.meant.as_deref()))]
    Unknown {
        /// What the name would name: `key`, `fact`, `document`.
        what: &'static str,
        /// The name, cut where it is very long.
        name: String,
        /// The question whether another name was meant.
        meant: Option<String>,
    },
    /// A key that is there twice.
    #[error("`{0}` is there twice")]
    Twice(String),
    /// A key that must be there.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A key of the line with a value of the wrong form.
    #[error("`{key}` takes {takes}")]
    Form {
        /// The key.
        key: &'static str,
        /// What it takes.
        takes: &'static str,
    },
    /// A word that is none of a choice's values.
    #[error("`{value}` is no value of `{fact}`, which takes {takes}{}", hint(.meant.as_deref()))]
    NoSuchValue {
        /// The fact.
        fact: FactName,
        /// The word, cut where it is very long.
        value: String,
        /// What the fact takes.
        takes: String,
        /// The question whether another value was meant.
        meant: Option<String>,
    },
    /// A text that is no calendar date.
    #[error("`{fact}` has a day that is not a calendar date in the form YYYY-MM-DD")]
    NotADay {
        /// The fact.
        fact: FactName,
    },
    /// A range that ends before it begins.
    #[error("`{fact}` has a range whose first {unit} is after its last")]
    BackwardsRange {
        /// The fact.
        fact: FactName,
        /// What the range is of: `day` or `number`.
        unit: &'static str,
    },
    /// A day later than the day of evaluation.
    #[error("`{fact}` has the day {day}, which is after `as_of`")]
    Future {
        /// The fact.
        fact: FactName,
        /// The day.
        day: Day,
    },
    /// What the policy says is wrong with a fact.
    #[error(transparent)]
    Fact(#[from] FactFault),
}

fn hint(meant: Option<&str>) -> String {
    meant.map_or(String::new(), |question| format!(" ({question}?)"))
}

/// A name as it is repeated in a message.
pub(super) fn echo(name: &str) -> String {
    let mut short: String = name.chars().take(LONGEST_ECHO).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}

impl LineFault {
    /// A name that nothing has, with the one that was perhaps meant.
    pub(super) fn unknown<'c>(
        what: &'static str,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Self {
        Self::Unknown {
            what,
            name: echo(name),
            meant: suggest(name, candidates),
        }
    }
}

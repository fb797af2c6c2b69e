//! Events as they are stored. They have a form of their own, so that the domain can change without touching logs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::event::{Answer, Entry, Pins, Scope};
use crate::domain::dialog::level::{Level, Segment};
use crate::domain::name::{DocumentName, FactName, PolicyName, StepName, ValueName};
use crate::domain::policy::Value;

mod convert;
#[cfg(test)]
mod tests;

/// A turn, one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredTurn {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<String>,
    pub(crate) at: i64,
    pub(crate) events: Vec<StoredEvent>,
}

/// An event.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum StoredEvent {
    Opened {
        pins: StoredPins,
        locale: String,
        on: Day,
    },
    Proposed {
        entries: Vec<StoredEntry>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left: Vec<StepName>,
        on: Day,
    },
    Declined,
    Answered {
        entries: Vec<StoredEntry>,
        on: Day,
    },
    Revisited {
        scope: StoredScope,
        step: StepName,
    },
    MenuOpened {
        menu: StoredMenu,
    },
    Confirmed {
        on: Day,
    },
    LocaleChanged {
        locale: String,
    },
    Paused,
    Resumed {
        on: Day,
    },
    Repinned {
        pins: StoredPins,
        dropped: Vec<StoredEntry>,
        on: Day,
    },
    Restarted {
        on: Day,
    },
    Cancelled,
    ReminderSet {
        on: Day,
    },
    Reminded {
        on: Day,
    },
    Nudged {
        on: Day,
    },
    Expired {
        on: Day,
    },
}

/// A question about the session itself.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredMenu {
    Edit,
    Restart,
    Cancel,
    Delete,
}

/// The digests a session was evaluated with.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredPins {
    policy: PolicyName,
    policy_digest: String,
    dialog_digest: String,
}

/// What an answer is about.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredScope {
    Request,
    Procedure(ValueName),
    Place(u8),
}

/// One answer to one step.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredEntry {
    scope: StoredScope,
    step: StepName,
    answer: StoredAnswer,
}

/// An answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredAnswer {
    Facts(BTreeMap<FactName, StoredValue>),
    NotOnRecord,
    Procedures(Vec<ValueName>),
    Levels(Vec<(u8, StoredLevel)>),
    Documents(Vec<DocumentName>),
    SameAs(u8),
    Different,
}

/// The value of a fact.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredValue {
    Choice(ValueName),
    Flag(bool),
    Date(StoredRange),
    Period {
        start: StoredRange,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<StoredRange>,
    },
    Number(i64, i64),
}

/// A range of days: first and last.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "(Day, Day)", into = "(Day, Day)")]
pub(crate) struct StoredRange(DayRange);

impl TryFrom<(Day, Day)> for StoredRange {
    type Error = &'static str;
    fn try_from((first, last): (Day, Day)) -> Result<Self, Self::Error> {
        DayRange::new(first, last)
            .map(Self)
            .ok_or("a range that ends before it begins")
    }
}

impl From<StoredRange> for (Day, Day) {
    fn from(StoredRange(range): StoredRange) -> Self {
        (range.first(), range.last())
    }
}

/// A level of the spine, such as `T12`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct StoredLevel(Level);

impl TryFrom<String> for StoredLevel {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        read_level(&text).map(Self).ok_or("not a level")
    }
}

impl From<StoredLevel> for String {
    fn from(StoredLevel(level): StoredLevel) -> Self {
        level.to_string()
    }
}

fn read_level(text: &str) -> Option<Level> {
    let mut letters = text.chars();
    let letter = letters.next()?;
    let number = letters.as_str().parse().ok()?;
    [
        Segment::Cervical,
        Segment::Thoracic,
        Segment::Lumbar,
        Segment::Sacral,
    ]
    .into_iter()
    .find(|segment| segment.letter_and_count().0 == letter)
    .and_then(|segment| Level::new(segment, number))
}

//! What happened in a session: past-tense facts, the only thing that is stored. No free text is ever part of one.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::dialog::level::Level;
use crate::domain::name::{DocumentName, FactName, PolicyName, StepName, ValueName};
use crate::domain::policy::Value;

/// What an answer is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The request as a whole.
    Request,
    /// One of the procedures asked for.
    Procedure(ValueName),
    /// One of the places treated, by its number; the place keeps its number when its level is corrected.
    Place(u8),
}

/// An accepted answer, coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The facts it settles.
    Facts(BTreeMap<FactName, Value>),
    /// Asked, and not on record: decides nothing.
    NotOnRecord,
    /// The procedures asked for, in the order named.
    Procedures(Vec<ValueName>),
    /// The levels of a procedure, each with the number of its place.
    Levels(Vec<(u8, Level)>),
    /// The documents in hand.
    Documents(Vec<DocumentName>),
    /// The answers of another place hold for this one too.
    SameAs(u8),
    /// The answers of another place do not hold for this one.
    Different,
}

/// One answer to one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub scope: Scope,
    /// The step it answers.
    pub step: StepName,
    /// The answer.
    pub answer: Answer,
}

/// The digests of the authored files a session was last evaluated with, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pins {
    /// The policy's name.
    pub policy: PolicyName,
    /// Digest of `policy.toml`.
    pub policy_digest: String,
    /// Digest of `dialog.toml`.
    pub dialog_digest: String,
}

/// A question about the session itself, which the next input answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    /// Which answer to change.
    Edit,
    /// Whether to set everything aside and begin again.
    Restart,
    /// Whether to give the case up.
    Cancel,
    /// Whether to erase the case.
    Delete,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A session began.
    Opened {
        /// What it was begun with.
        pins: Pins,
        /// The language, as a tag such as `es-US`.
        locale: String,
        /// The day.
        on: Day,
    },
    /// Answers were understood and read back; they count when confirmed.
    Proposed {
        /// The answers.
        entries: Vec<Entry>,
        /// The steps of which something was said too that was not clear, and was left out.
        left: Vec<StepName>,
        /// The day.
        on: Day,
    },
    /// What was read back was declined.
    Declined,
    /// Answers were accepted; each replaces the former one to the same step in the same scope.
    Answered {
        /// The answers.
        entries: Vec<Entry>,
        /// The day.
        on: Day,
    },
    /// The office went back to a step to see or change its answer.
    Revisited {
        /// Where.
        scope: Scope,
        /// The step.
        step: StepName,
    },
    /// A question about the session itself was put.
    MenuOpened {
        /// Which.
        menu: Menu,
    },
    /// The office confirmed the summary: the assessment was given.
    Confirmed {
        /// The day.
        on: Day,
    },
    /// Another language was chosen.
    LocaleChanged {
        /// Its tag.
        locale: String,
    },
    /// The office paused.
    Paused,
    /// The session was taken up again, after a pause or on another day.
    Resumed {
        /// The day.
        on: Day,
    },
    /// The policy or the dialog changed; answers were kept by fact and validated again.
    Repinned {
        /// The new digests.
        pins: Pins,
        /// Answers that are no longer possible.
        dropped: Vec<Entry>,
        /// The day.
        on: Day,
    },
    /// Everything answered was set aside; the session began again.
    Restarted {
        /// The day.
        on: Day,
    },
    /// The office cancelled.
    Cancelled,
    /// The office asked to be reminded.
    ReminderSet {
        /// The day on which it is to be reminded.
        on: Day,
    },
    /// The office was reminded, and told what the calendar has changed.
    Reminded {
        /// The day.
        on: Day,
    },
    /// The office was told that a question waits.
    Nudged {
        /// The day.
        on: Day,
    },
    /// Nobody answered for so long that the case was closed. Its answers are kept.
    Expired {
        /// The day.
        on: Day,
    },
}

impl Event {
    /// Whether the case is over with it, so that a channel is in no case any more.
    #[must_use]
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Expired { .. })
    }
}

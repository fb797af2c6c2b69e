//! A transcript as values.

use std::fmt;
use std::ops::Range;

use crate::domain::day::Day;
use crate::domain::dialog::Wake;
use crate::domain::dialog::level::Level;
use crate::domain::name::{FactName, PolicyName, ValueName};

/// A conversation to be replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// What it starts from.
    pub header: Header,
    /// What is done and what is expected in return, in order.
    pub turns: Vec<Turn>,
}

/// What a conversation starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The language's tag, such as `es-US`.
    pub locale: String,
    /// The day on which it begins.
    pub today: Day,
    /// The channel, such as `terminal`.
    pub channel: String,
    /// The policy it is about; not needed while there is only one.
    pub policy: Option<PolicyName>,
}

/// One deed and what is expected in return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The line of the deed, from 1; that of the first expectation for an arrival.
    pub line: usize,
    /// What is done.
    pub deed: Deed,
    /// What is said, in order.
    pub said: Vec<Expected>,
    /// The choices offered, in order, as they are spread over lines.
    pub offers: Vec<Offer>,
    /// What then holds.
    pub assertions: Vec<Assertion>,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Somebody comes in without a word. Only the first expectations of a transcript can follow it.
    Arrive,
    /// Somebody types a line.
    Type(String),
    /// Days go by.
    Advance(i32),
    /// The process ends and starts again; then somebody comes back.
    Restart,
    /// The process dies after the last turn was committed and before its reply was sent; then it starts again.
    Kill,
    /// The last input is delivered once more.
    Duplicate,
    /// The input before so many others comes in once more, long after its prompt.
    Stale(usize),
    /// Another version of the policy is loaded.
    Policy(String),
    /// Another language is chosen, by its tag.
    Locale(String),
    /// Somebody takes up the case at another channel.
    HandOver(String),
    /// The case is looked at though nobody says anything.
    Wake(Wake),
}

impl Deed {
    /// Whether something is said in return.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !matches!(self, Self::Advance(_) | Self::Policy(_))
    }

    /// Whether the reply is one given before, so that it need not be written down again.
    #[must_use]
    pub fn repeats(&self) -> bool {
        matches!(self, Self::Kill | Self::Duplicate | Self::Stale(_))
    }
}

/// An expectation of what is said, with its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Its line.
    pub line: usize,
    /// What is expected.
    pub what: Expectation,
}

/// What is expected to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// One line.
    Line(Wording),
    /// Any number of lines, none included.
    Anything,
}

/// A line or a choice by the id of its message, by its words, or by both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The id of the message.
    pub id: Option<String>,
    /// The words.
    pub text: Option<String>,
}

impl Wording {
    /// Reads `@id`, `words`, or `@id words`.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let Some(rest) = written.strip_prefix('@') else {
            return Self {
                id: None,
                text: Some(written.into()),
            };
        };
        let (id, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let text = text.trim();
        Self {
            id: Some(id.into()),
            text: (!text.is_empty()).then(|| text.into()),
        }
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.id, &self.text) {
            (Some(id), Some(text)) => write!(f, "@{id} {text}"),
            (Some(id), None) => write!(f, "@{id}"),
            (None, text) => f.write_str(text.as_deref().unwrap_or_default()),
        }
    }
}

/// Choices expected on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The line, from 1.
    pub line: usize,
    /// The choices, in order.
    pub choices: Vec<Wording>,
}

/// Something that holds after a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// Its line, from 1.
    pub line: usize,
    /// The bytes of its key.
    pub key_span: Range<usize>,
    /// The bytes of its value.
    pub value_span: Range<usize>,
    /// What it is about.
    pub key: Key,
    /// Which items it is about.
    pub of: Of,
    /// What is expected, as written.
    pub value: String,
}

/// What an assertion is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// A fact.
    Fact(FactName),
    /// The disposition.
    Disposition,
    /// The open facts the result depends on.
    Needs,
    /// The open facts that matter besides.
    Also,
    /// The readings on which a `payer_review` hangs.
    Readings,
    /// The paths that are met.
    PathsMet,
    /// The next day on which the result changes by the calendar alone.
    ChangesOn,
    /// Every smallest set of further documents.
    MissingDocuments,
    /// Places of the policy that the result rests on.
    Cites,
    /// The notes that go with the result.
    Notes,
    /// The case: `none`, `open`, or its reference.
    Case,
    /// How many questions were asked so far.
    Questions,
}

impl Key {
    /// The keys that are not facts, with their names.
    pub const NAMED: [(&'static str, Self); 11] = [
        ("disposition", Self::Disposition),
        ("needs", Self::Needs),
        ("also", Self::Also),
        ("readings", Self::Readings),
        ("paths_met", Self::PathsMet),
        ("changes_on", Self::ChangesOn),
        ("missing_documents", Self::MissingDocuments),
        ("cites", Self::Cites),
        ("notes", Self::Notes),
        ("case", Self::Case),
        ("questions", Self::Questions),
    ];

    /// Whether it is about the session and not about an item.
    #[must_use]
    pub fn is_of_session(&self) -> bool {
        matches!(self, Self::Case | Self::Questions)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Fact(fact) = self {
            return write!(f, "{fact}");
        }
        let named = Self::NAMED.iter().find(|(_, key)| key == self);
        f.write_str(named.map_or("", |(name, _)| name))
    }
}

/// Which items an assertion is about: all that fit what is named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Of {
    /// Their procedure.
    pub procedure: Option<ValueName>,
    /// Their level.
    pub level: Option<Level>,
}

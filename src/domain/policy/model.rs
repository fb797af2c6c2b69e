//! A policy that has been read and checked: facts, readings, criteria, rules, documents and notes by number.

use std::collections::BTreeMap;

use crate::domain::name::{CriterionName, DocumentName, FactName, PolicyName, ValueName};
use crate::domain::policy::clocks::Variable;
use crate::domain::policy::compile::Compiled;
use crate::domain::policy::set::Set;

/// A payer's policy, ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Policy {
    pub(super) name: PolicyName,
    pub(super) text_through: String,
    pub(super) example: bool,
    pub(super) facts: Vec<Fact>,
    pub(super) subject: Subject,
    pub(super) constraints: Vec<Constraint>,
    pub(super) readings: Vec<Reading>,
    pub(super) named: Vec<Named>,
    pub(super) rules: Vec<Rule>,
    pub(super) documents: Vec<Document>,
    pub(super) notes: Vec<Note>,
    pub(super) tec: Vec<Tec>,
    pub(super) updates: Vec<Update>,
    pub(super) variables: Vec<Variable>,
    pub(super) compiled: Compiled,
}

/// A fact the policy turns on.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its name.
    pub name: FactName,
    /// What it can be.
    pub kind: Kind,
    /// Whether the request itself states it, so that no record needs to show it.
    pub stated_by_request: bool,
    /// The variable that stands for it, and how many classes of that variable one class of it spans.
    pub(super) variable: u16,
    pub(super) stride: u32,
}

/// What a fact can be. Its classes are what the policy can tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of these values; those in `open` are on record and settle nothing yet.
    Choice {
        /// Every value.
        values: Vec<ValueName>,
        /// The values that leave the fact open.
        open: Set,
    },
    /// Yes or no.
    Flag,
    /// The day something began; classes are parted by these elapsed days.
    Date {
        /// In rising order.
        thresholds: Vec<i64>,
    },
    /// Something that began and may have ended; classes are parted by these days of duration.
    Period {
        /// In rising order.
        thresholds: Vec<i64>,
    },
    /// A whole number; classes are parted by these values.
    Number {
        /// The least value.
        least: i64,
        /// The greatest value.
        greatest: i64,
        /// In rising order.
        thresholds: Vec<i64>,
    },
}

impl Kind {
    /// How many classes the policy tells apart.
    #[must_use]
    pub fn classes(&self) -> usize {
        match self {
            Self::Choice { values, .. } => values.len(),
            Self::Flag => 2,
            Self::Date { thresholds }
            | Self::Period { thresholds }
            | Self::Number { thresholds, .. } => thresholds.len().saturating_add(1),
        }
    }

    /// Whether it is a date or a period.
    #[must_use]
    pub fn is_clock(&self) -> bool {
        matches!(self, Self::Date { .. } | Self::Period { .. })
    }

    /// The values at which classes part; none for choices and flags.
    #[must_use]
    pub fn thresholds(&self) -> &[i64] {
        match self {
            Self::Choice { .. } | Self::Flag => &[],
            Self::Date { thresholds }
            | Self::Period { thresholds }
            | Self::Number { thresholds, .. } => thresholds,
        }
    }
}

/// What is requested.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) fact: usize,
    pub(super) not_addressed: Set,
    pub(super) level: Option<LevelRegions>,
}

/// How a level gives its region.
#[derive(Debug, Clone)]
pub(super) struct LevelRegions {
    pub(super) fact: usize,
    /// For each region the text of its levels, such as `T1-T12`: segment letter, first and last number.
    pub(super) regions: Vec<(ValueName, char, u8, u8)>,
    /// The number that says for how many levels the request is.
    pub(super) count: Option<usize>,
}

/// A clock that cannot start before another.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// Its name.
    pub name: CriterionName,
    /// The fact that starts later, by number.
    pub later: usize,
    /// The fact that starts first, by number.
    pub earlier: usize,
    /// Where the policy implies it.
    pub cite: Citation,
}

/// A place where the text can be read in more than one way.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its name.
    pub name: CriterionName,
    /// Its values, from the strictest to the most lenient.
    pub values: Vec<ValueName>,
    /// The value in use unless settled otherwise, by number.
    pub default: usize,
    /// The value a site settled on, by number.
    pub settled: Option<usize>,
    /// The clause at issue.
    pub cite: Citation,
}

/// A criterion, or a part that criteria share.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) name: CriterionName,
    pub(super) condition: Condition,
    pub(super) criterion: Option<Criterion>,
}

/// What a criterion has besides its condition.
#[derive(Debug, Clone)]
pub(super) struct Criterion {
    pub(super) cite: Citation,
    pub(super) list: Option<(ListKind, Vec<usize>)>,
    pub(super) facts: Set,
    pub(super) readings: Set,
}

/// Whether a list in the text of a criterion is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Only what is named counts.
    Closed,
    /// What is named are examples; others count too.
    Open,
}

/// Section and bullet: one, or one for each procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Citation {
    /// The same for every procedure.
    One(String),
    /// By the name of the procedure.
    By(BTreeMap<String, String>),
}

/// When something holds, by numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    AtLeast(usize, Vec<Self>),
    /// The fact is in one of the classes of the mask.
    Fact(usize, Set),
    /// The reading has the value.
    Reading(usize, usize),
    Named(usize),
}

/// Procedures that share one rule.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) name: CriterionName,
    pub(super) procedures: Set,
    pub(super) requires: Vec<usize>,
    pub(super) paths: Vec<Path>,
    pub(super) otherwise: String,
    pub(super) tec: Vec<u8>,
    pub(super) handled_as: Option<(usize, usize)>,
    /// The criteria its paths and requirements lead to, in the payer's order.
    pub(super) criteria: Vec<usize>,
}

/// One way in which a rule can be met.
#[derive(Debug, Clone)]
pub(super) struct Path {
    pub(super) name: CriterionName,
    pub(super) all: Vec<usize>,
    /// The criteria it leads to under the readings in use, in the payer's order.
    pub(super) criteria: Vec<usize>,
    /// The criteria it leads to under some reading.
    pub(super) every_criterion: Vec<usize>,
}

/// A document and the facts it can show.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name.
    pub name: DocumentName,
    /// The facts, by number.
    pub shows: Set,
    /// Where the policy asks for it; without it the document is a suggestion.
    pub cite: Option<String>,
}

/// A note that decides nothing.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its name.
    pub name: CriterionName,
    /// Where the policy says it.
    pub cite: Option<String>,
    /// Where a fact from outside the text comes from.
    pub source: Option<String>,
    /// Where it stands.
    pub place: NotePlace,
    /// When it is shown.
    pub(super) shown: NoteWhen,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotePlace {
    /// Above the result.
    Above,
    /// Beside the result, with what an office does next.
    Beside,
    /// Below the result, among its details.
    Below,
}

/// When a note is shown: everything it names must hold.
#[derive(Debug, Clone, Default)]
pub(super) struct NoteWhen {
    pub(super) procedures: Option<Set>,
    pub(super) dispositions: Option<u16>,
    pub(super) when: Option<Condition>,
    pub(super) if_open: bool,
    pub(super) when_not_met: Option<usize>,
    pub(super) unless_not_met: Option<usize>,
    pub(super) together: Option<Set>,
    pub(super) different_levels: bool,
    pub(super) items_disagree: bool,
}

/// A criterion of the technology evaluation.
#[derive(Debug, Clone)]
pub struct Tec {
    /// Its number.
    pub number: u8,
    /// Where it stands.
    pub cite: String,
}

/// A change in the history of the text.
#[derive(Debug, Clone)]
pub struct Update {
    /// Its name, usually the year.
    pub name: CriterionName,
    /// Where it stands.
    pub cite: String,
    /// The criteria and rules it changed or states.
    pub changes: Vec<CriterionName>,
}

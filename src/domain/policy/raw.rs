//! The form of `policy.toml`. Doc comments become the descriptions of its JSON Schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::At;

mod expr;
mod note;

pub(crate) use expr::*;
pub(crate) use note::*;

/// A payer's policy as data.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PolicyFile {
    /// The version of this form; 1.
    pub(crate) format: At<u32>,
    /// Which policy this is.
    pub(crate) policy: Header,
    /// What is requested.
    pub(crate) subject: Subject,
    /// The facts the policy turns on.
    pub(crate) fact: Vec<Fact>,
    /// What cannot both be true.
    #[serde(default)]
    pub(crate) constraint: Vec<Constraint>,
    /// Places where the text can be read in more than one way.
    #[serde(default)]
    pub(crate) reading: Vec<Reading>,
    /// The criteria, in the payer's order.
    pub(crate) criterion: Vec<Criterion>,
    /// Named expressions that criteria and paths share.
    #[serde(default)]
    pub(crate) part: Vec<Part>,
    /// Which procedures, what every path requires, and the paths.
    pub(crate) rule: Vec<Rule>,
    /// Criteria of the technology evaluation that the policy names.
    #[serde(default)]
    pub(crate) tec: Vec<Tec>,
    /// Documents and the facts each can show.
    #[serde(default)]
    pub(crate) document: Vec<Document>,
    /// Notes that decide nothing.
    #[serde(default)]
    pub(crate) note: Vec<Note>,
    /// The history of the text, as far as a result cites it.
    #[serde(default)]
    pub(crate) update: Vec<Update>,
}

/// Which policy this is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    /// Its name: the folder it lies in.
    pub(crate) id: At<String>,
    /// The last update the text contains.
    pub(crate) text_through: At<String>,
    /// True for a policy that is there to be looked at: every result says so, and it is never offered unless it is named.
    #[serde(default)]
    pub(crate) example: bool,
}

/// What is requested: a procedure at a level.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Subject {
    /// The choice fact that says which procedure is requested.
    pub(crate) fact: At<String>,
    /// Values of that fact that the text does not name.
    #[serde(default)]
    pub(crate) not_addressed: Vec<At<String>>,
    /// How a level of the spine gives its region.
    #[serde(default)]
    pub(crate) level: Option<SubjectLevel>,
}

/// How a level of the spine gives its region.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubjectLevel {
    /// The choice fact that the level settles.
    pub(crate) fact: At<String>,
    /// For each value of that fact, the levels it covers, such as `T1-T12`.
    pub(crate) regions: BTreeMap<String, At<String>>,
    /// The number that says for how many levels the request is.
    #[serde(default)]
    pub(crate) count: Option<At<String>>,
}

/// A fact the policy turns on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    /// Its name.
    pub(crate) id: At<String>,
    /// What it can be.
    pub(crate) kind: At<FactKind>,
    /// The values of a choice.
    #[serde(default)]
    pub(crate) values: Vec<At<String>>,
    /// Values of a choice that are on record and settle nothing yet.
    #[serde(default)]
    pub(crate) open: Vec<At<String>>,
    /// The least and the greatest value of a number.
    #[serde(default)]
    pub(crate) range: Option<At<(i64, i64)>>,
    /// `request` when the request itself states it, so that no record needs to show it.
    #[serde(default)]
    pub(crate) stated_by: Option<At<StatedBy>>,
}

/// What a fact can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FactKind {
    /// One of its `values`.
    Choice,
    /// Yes or no.
    Flag,
    /// The day something began; criteria ask how many days ago.
    Date,
    /// Something that began and may have ended; criteria ask how many days it lasted.
    Period,
    /// A whole number within its `range`.
    Number,
}

/// Who states a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StatedBy {
    /// The request itself.
    Request,
}

/// What cannot both be true: a clock that cannot start before another.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Constraint {
    /// Its name.
    pub(crate) id: At<String>,
    /// The date or period that starts later, or on the same day.
    pub(crate) fact: At<String>,
    /// The date or period that starts first.
    pub(crate) starts_no_earlier_than: At<String>,
    /// Where the policy implies it.
    pub(crate) cite: At<Cite>,
}

/// A place where the text can be read in more than one way.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reading {
    /// Its name.
    pub(crate) id: At<String>,
    /// Its values, from the strictest to the most lenient.
    pub(crate) values: Vec<At<String>>,
    /// The value that is used unless a site settles another.
    pub(crate) default: At<String>,
    /// The clause at issue.
    pub(crate) cite: At<Cite>,
}

/// One text, or one for each procedure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Cite {
    /// The same for every procedure.
    One(String),
    /// By procedure.
    By(BTreeMap<String, String>),
}

/// A criterion of the policy.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Criterion {
    /// Its name.
    pub(crate) id: At<String>,
    /// Section and bullet.
    pub(crate) cite: At<Cite>,
    /// Whether a list in its text is closed (only these count) or open (these are examples).
    #[serde(default)]
    pub(crate) list: Option<List>,
    /// When it is met.
    pub(crate) met: At<Expr>,
}

/// A list in the text of a criterion.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct List {
    /// Whether others count.
    pub(crate) kind: At<ListKind>,
    /// The facts the list is about.
    pub(crate) of: Vec<At<String>>,
}

/// Whether a list is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ListKind {
    /// Only what is named counts.
    Closed,
    /// What is named are examples.
    Open,
}

/// A named expression without a result line of its own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) id: At<String>,
    /// When it holds.
    pub(crate) met: At<Expr>,
}

/// Procedures that share one rule.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// Its name.
    pub(crate) id: At<String>,
    /// The procedures it is for.
    pub(crate) procedures: Vec<At<String>>,
    /// What every path requires.
    #[serde(default)]
    pub(crate) requires: Vec<At<String>>,
    /// The ways in which it can be met; none when it never is.
    pub(crate) paths: Vec<Path>,
    /// What holds when no path is met.
    pub(crate) otherwise: Otherwise,
    /// Another rule that explains the result when a criterion is not met.
    #[serde(default)]
    pub(crate) handled_as: Option<HandledAs>,
}

/// One way in which a rule can be met.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Path {
    /// Its name.
    pub(crate) id: At<String>,
    /// The criteria and parts it takes.
    pub(crate) all: Vec<At<String>>,
}

/// What holds when no path is met.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Otherwise {
    /// Section and bullet.
    pub(crate) cite: At<String>,
    /// The numbers of the technology evaluation's criteria that it fails.
    #[serde(default)]
    pub(crate) tec: Vec<At<u8>>,
}

/// Another rule that explains the result when a criterion is not met.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HandledAs {
    /// The criterion.
    pub(crate) when_not_met: At<String>,
    /// The rule.
    pub(crate) rule: At<String>,
}

/// A criterion of the technology evaluation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tec {
    /// Its number.
    pub(crate) number: At<u8>,
    /// Where it stands.
    pub(crate) cite: At<String>,
}

/// A document and the facts it can show.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// Its name.
    pub(crate) id: At<String>,
    /// The facts.
    pub(crate) shows: Vec<At<String>>,
    /// Where the policy asks for it; without it the document is a suggestion.
    #[serde(default)]
    pub(crate) cite: Option<At<String>>,
}

/// A change in the history of the text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Update {
    /// Its name, usually the year.
    pub(crate) id: At<String>,
    /// Where it stands.
    pub(crate) cite: At<String>,
    /// The criteria and rules it changed or states.
    #[serde(default)]
    pub(crate) changes: Vec<At<String>>,
}

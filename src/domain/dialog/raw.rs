//! The form of `dialog.toml`. Doc comments become the descriptions of its JSON Schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::At;

/// The conversation about one policy.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DialogFile {
    /// The version of this form; 1.
    pub(crate) format: At<u32>,
    /// Which policy the conversation is about.
    pub(crate) dialog: Header,
    /// The steps, in the order a person would ask.
    pub(crate) step: Vec<Step>,
}

/// Which policy the conversation is about.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    /// The policy's name.
    pub(crate) policy: At<String>,
}

/// One question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// Its name; its text is the message `ask-<name>`.
    pub(crate) id: At<String>,
    /// What kind of answer it takes.
    pub(crate) kind: At<StepKind>,
    /// The fact it settles, where it settles one.
    #[serde(default)]
    pub(crate) fact: Option<At<String>>,
    /// The choices it offers; the fact's values unless given.
    #[serde(default)]
    pub(crate) choices: Option<Vec<Choice>>,
    /// Who in an office can usually supply the answer: the message `supplier-<name>`.
    pub(crate) supplied_by: At<String>,
    /// What an answer is about; the place treated unless given.
    #[serde(default)]
    pub(crate) per: Option<At<Per>>,
    /// When it is asked; when it is needed unless given.
    #[serde(default)]
    pub(crate) asked: Option<At<Asked>>,
    /// Whether to confirm the answer again when the calendar has changed the result.
    #[serde(default)]
    pub(crate) recheck: bool,
}

/// What kind of answer a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StepKind {
    /// One or several of the procedures.
    Procedures,
    /// One of several choices.
    Choice,
    /// Any number of its choices, each of which is so or not so.
    Several,
    /// Yes or no.
    YesNo,
    /// The day something began.
    Date,
    /// When something began and, if it has, ended.
    Period,
    /// A whole number.
    Number,
    /// The levels of the spine.
    Levels,
    /// The documents in hand.
    Documents,
}

/// What an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Per {
    /// The request as a whole.
    Request,
    /// The place treated.
    Place,
}

/// When a step is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Asked {
    /// When the assessment needs it.
    Needed,
    /// Once the policy is met, for the notes that depend on it.
    ForNotes,
    /// Never of itself: only when the office says or edits it.
    OnRequest,
}

/// One of a step's choices.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    /// Its name; its text is the message `choice-<step>-<name>`.
    pub(crate) id: At<String>,
    /// The facts it settles, each with its value.
    pub(crate) sets: At<BTreeMap<String, At<String>>>,
}

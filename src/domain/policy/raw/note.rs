//! The form of a note: what it says where, and when it is shown.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::At;
use crate::domain::policy::raw::Expr;

/// A note that decides nothing. It is shown where everything it names holds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Note {
    /// Its name.
    pub(crate) id: At<String>,
    /// Where the policy says it.
    #[serde(default)]
    pub(crate) cite: Option<At<String>>,
    /// True for a sentence of the product's own, which cites nothing.
    #[serde(default)]
    pub(crate) own: bool,
    /// True for a fact that the policy's text does not state.
    #[serde(default)]
    pub(crate) outside: bool,
    /// Where a fact from outside comes from.
    #[serde(default)]
    pub(crate) source: Option<At<String>>,
    /// Shown for these procedures only.
    #[serde(default)]
    pub(crate) procedures: Vec<At<String>>,
    /// Shown with these dispositions only.
    #[serde(default)]
    pub(crate) dispositions: Vec<At<DispositionName>>,
    /// Shown where this holds.
    #[serde(default)]
    pub(crate) when: Option<At<Expr>>,
    /// What to show while `when` is not known.
    #[serde(default)]
    pub(crate) if_open: Option<IfOpen>,
    /// Shown where this criterion is not met.
    #[serde(default)]
    pub(crate) when_not_met: Option<At<String>>,
    /// Hidden where this criterion is not met.
    #[serde(default)]
    pub(crate) unless_not_met: Option<At<String>>,
    /// Shown when one request asks for all of these procedures.
    #[serde(default)]
    pub(crate) together: Vec<At<String>>,
    /// With `together`: only when they are asked for at different levels.
    #[serde(default)]
    pub(crate) levels: Option<NoteLevels>,
    /// Shown when the items of one request come out differently.
    #[serde(default)]
    pub(crate) items: Option<NoteItems>,
    /// Where the note stands; below the result, among the details, unless said.
    #[serde(default)]
    pub(crate) place: Option<NotePlace>,
}

/// The dispositions an assessment can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DispositionName {
    Inconsistent,
    NotAddressed,
    Submit,
    SubmitWithNote,
    PayerReview,
    DocumentationNeeded,
    Investigational,
}

/// What to show while a note's condition is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum IfOpen {
    /// The note's "if" form.
    Conditional,
}

/// Levels that a note about several procedures is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NoteLevels {
    /// The procedures are at different levels.
    Different,
}

/// Items that a note about the whole request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NoteItems {
    /// The items come out differently.
    Disagree,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NotePlace {
    /// Above the result.
    Above,
    /// Beside the result, with what an office does next.
    Beside,
}

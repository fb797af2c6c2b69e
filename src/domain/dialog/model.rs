//! A conversation that has been read and checked: its steps, in the order a person would ask.

use crate::domain::dialog::event::Scope;
use crate::domain::name::{ChoiceName, DocumentName, FactName, PolicyName, StepName, ValueName};
use crate::domain::policy::{Set, Value};

/// The conversation about one policy.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// The policy's name.
    pub policy: PolicyName,
    /// The steps, in the order a person would ask. The first asks for the procedures.
    pub steps: Vec<Step>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name; its text is the message `ask-<name>`.
    pub name: StepName,
    /// What kind of answer it takes.
    pub kind: StepKind,
    /// What an answer is about.
    pub per: Per,
    /// The fact it settles, where it settles one.
    pub fact: Option<FactName>,
    /// The least and the greatest number it takes, where it takes a number.
    pub range: Option<(i64, i64)>,
    /// The choices it offers.
    pub choices: Vec<Choice>,
    /// The facts its answers can settle, by number in the policy.
    pub sets: Set,
    /// Who in an office can usually supply the answer: the message `supplier-<name>`.
    pub supplied_by: String,
    /// When it is asked.
    pub asked: WhenAsked,
    /// Whether to confirm the answer again when the calendar has changed the result.
    pub recheck: bool,
}

/// When a step is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenAsked {
    /// When the assessment needs it.
    Needed,
    /// Once the policy is met, for the notes that depend on it.
    ForNotes,
    /// Never of itself: only when the office says or edits it.
    OnRequest,
}

/// What kind of answer a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
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

/// What the answers to a step are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// The request as a whole.
    Request,
    /// One of its procedures.
    Procedure,
    /// One of the places treated.
    Place,
}

/// One of a step's choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name.
    pub name: ChoiceName,
    /// What it stands for.
    pub gives: Gives,
}

/// What a choice stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gives {
    /// These facts, each with its value.
    Facts(Vec<(FactName, Given)>),
    /// A procedure.
    Procedure(ValueName),
    /// A document.
    Document(DocumentName),
}

/// The value a choice gives a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// This value.
    Value(Value),
    /// A period that has not begun: nothing has elapsed, on any later day either.
    NoneYet,
}

impl Dialog {
    /// The step of that name.
    #[must_use]
    pub fn step(&self, name: &StepName) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == *name)
    }

    /// The first step of that kind.
    #[must_use]
    pub fn step_of_kind(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }
}

impl Step {
    /// What an answer is about, for an item of that procedure at that place.
    #[must_use]
    pub fn scope(&self, procedure: &ValueName, place: u8) -> Scope {
        match self.per {
            Per::Request => Scope::Request,
            Per::Procedure => Scope::Procedure(procedure.clone()),
            Per::Place => Scope::Place(place),
        }
    }

    /// Whether its answer may be that the record does not say it.
    #[must_use]
    pub fn can_be_open(&self) -> bool {
        !matches!(self.kind, StepKind::Procedures | StepKind::Documents)
    }

    /// The id of the message that labels a choice.
    #[must_use]
    pub fn choice_message(&self, choice: &Choice) -> String {
        match (&self.kind, &choice.gives) {
            (_, Gives::Document(document)) => format!("document-{document}"),
            (StepKind::YesNo, _) => choice.name.to_string(),
            _ => format!("choice-{}-{}", self.name, choice.name),
        }
    }
}

//! What the evaluator says of one item: a disposition and its reasons. Never an approval or a denial: those are the
//! payer's.

use crate::domain::day::Day;
use crate::domain::policy::restrict::Outcome;
use crate::domain::policy::set::Set;

/// What the office hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disposition {
    /// No completion of the facts is consistent: two answers cannot both be right.
    Inconsistent,
    /// The text does not name the procedure.
    NotAddressed,
    /// Met under the default and under the strictest readings, with the documents in hand.
    Submit,
    /// Met under the default readings, open under the strictest, with the documents in hand.
    SubmitWithNote,
    /// It hangs on how a clause is read.
    PayerReview,
    /// Something is still to be known or to be shown.
    DocumentationNeeded,
    /// Not met under any reading.
    Investigational,
}

impl Disposition {
    /// Every disposition, in the order in which the first that fits is taken.
    pub const ALL: [Self; 7] = [
        Self::Inconsistent,
        Self::NotAddressed,
        Self::Submit,
        Self::SubmitWithNote,
        Self::PayerReview,
        Self::DocumentationNeeded,
        Self::Investigational,
    ];

    /// Its name in files and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inconsistent => "inconsistent",
            Self::NotAddressed => "not_addressed",
            Self::Submit => "submit",
            Self::SubmitWithNote => "submit_with_note",
            Self::PayerReview => "payer_review",
            Self::DocumentationNeeded => "documentation_needed",
            Self::Investigational => "investigational",
        }
    }
}

/// The readings on which a `payer_review` hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hinges {
    /// The readings whose single change changes the outcome.
    pub readings: Set,
    /// Whether only several readings together change it.
    pub combination: bool,
    /// The readings that have a say in such a combination.
    pub involved: Set,
}

/// The outcomes under the default readings, the strictest and the most lenient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcomes {
    /// Under the default readings, or those a site settled.
    pub default: Outcome,
    /// With every open reading at its strictest.
    pub strictest: Outcome,
    /// With every open reading at its most lenient.
    pub lenient: Outcome,
}

/// What the evaluator says of one item on one day. Numbers are those of the policy's facts, criteria and so on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The day of evaluation.
    pub as_of: Day,
    /// What the office hears.
    pub disposition: Disposition,
    /// The outcomes it follows from.
    pub outcomes: Outcomes,
    /// The open facts on which the outcome under the default readings depends.
    pub needs: Set,
    /// The open facts that matter besides: under the strictest readings, or under the most lenient ones.
    pub also: Set,
    /// The readings on which a `payer_review` hangs.
    pub hinges: Hinges,
    /// The answers that raise the question of a `payer_review`: those that the readings treat otherwise.
    pub raised: Vec<Raised>,
    /// The rule of the procedure, where it is known.
    pub rule: Option<usize>,
    /// The outcome of each criterion of that rule, in the payer's order.
    pub criteria: Vec<(usize, Outcome)>,
    /// The criteria that are met under one reading and not under another, of what is known.
    pub contested: Set,
    /// The paths that are met, as numbers within the rule.
    pub paths_met: Set,
    /// The paths that are neither met nor ruled out, as numbers within the rule.
    pub paths_open: Set,
    /// Every smallest set of further documents that would show what is only told; none when nothing is missing.
    pub missing_documents: Vec<Set>,
    /// The notes that hold.
    pub notes: Set,
    /// The notes to be put as a condition.
    pub notes_if: Set,
    /// The constraints that cannot be satisfied.
    pub contradictions: Set,
    /// The next day on which the result changes by the calendar alone.
    pub change: Option<Change>,
}

/// Answers that raise the question of a `payer_review`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// The criterion they count for, where they count for one.
    pub criterion: Option<usize>,
    /// The facts that were answered.
    pub facts: Set,
}

/// What the calendar alone brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The first day on which the result differs.
    pub on: Day,
    /// The disposition from that day.
    pub disposition: Disposition,
    /// The paths met from that day.
    pub paths_met: Set,
    /// The paths that are ruled out today and no longer from that day.
    pub paths_possible: Set,
}

impl Assessment {
    /// The facts worth asking for now: those the disposition still hangs on.
    #[must_use]
    pub fn asks(&self) -> Set {
        match self.outcomes.default {
            Outcome::Open => self.needs,
            Outcome::Met | Outcome::NotMet | Outcome::NotAddressed => self.also,
        }
    }
}

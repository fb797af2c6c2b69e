//! `cases.toml`: facts and the assessment they must get, written by the people who know the policy.

mod check;
mod facts;
mod raw;
mod read;
#[cfg(test)]
mod tests;
mod thresholds;

use std::ops::Range;

use crate::domain::authored::At;
use crate::domain::day::Day;
use crate::domain::name::DocumentName;
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::facts::ValueMap;
use crate::domain::policy::value::Value;

pub use check::check_cases;
pub use read::{parse_cases, sound_cases};

/// The cases of one policy.
#[derive(Debug)]
pub struct Cases {
    /// The file's path as its author knows it.
    file: String,
    /// In the order of the file.
    list: Vec<Case>,
    /// How many cases of the file are not among them, because there is a fault in them or in one they are like.
    left_out: usize,
}

impl Cases {
    /// The cases, in the order of their file.
    #[must_use]
    pub fn list(&self) -> &[Case] {
        &self.list
    }

    /// The cases themselves, in the order of their file.
    #[must_use]
    pub fn into_list(self) -> Vec<Case> {
        self.list
    }
}

/// Facts and what must come of them.
#[derive(Debug)]
pub struct Case {
    /// Its name.
    pub id: At<String>,
    /// What it shows.
    pub why: String,
    /// The day of evaluation.
    pub as_of: Day,
    /// The known facts, those of the case it is like included.
    pub facts: ValueMap,
    /// The documents in hand; nothing where the case leaves the document step out.
    pub documents: Option<Vec<DocumentName>>,
    /// Readings and the values they are settled on.
    pub settled: Vec<(String, String)>,
    /// What must come out.
    pub(super) expect: Expect,
}

/// What must come out; nothing is said where a part is absent. Lists are complete and in no order.
#[derive(Debug)]
pub(super) struct Expect {
    disposition: At<Disposition>,
    needs: Option<At<Vec<String>>>,
    also: Option<At<Vec<String>>>,
    readings: Option<At<Vec<String>>>,
    paths_met: Option<At<Vec<String>>>,
    missing_documents: Option<At<Vec<Vec<String>>>>,
    /// Criteria that must have this status.
    criteria: Vec<(At<String>, &'static str)>,
    changes_on: Option<At<Option<Day>>>,
}

/// Where something stands in its file.
type Span = Range<usize>;

/// The JSON Schema of `cases.toml`, for editors.
#[must_use]
pub fn cases_schema() -> serde_json::Value {
    crate::domain::authored::schema::<raw::CasesFile>()
}

impl Case {
    /// The value of a fact, where it is known.
    fn value(&self, fact: &str) -> Option<&Value> {
        self.facts.get(fact)
    }
}

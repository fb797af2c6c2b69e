//! A line that answers: an assessment with its numbers put back into names.

use serde::Serialize;
use serde_json::Value as Plain;

use crate::domain::day::Day;
use crate::domain::name::{CriterionName, FactName, ValueName};
use crate::domain::policy::assessment::{Assessment, Change};
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::Policy;
use crate::domain::policy::restrict::Outcome;
use crate::domain::policy::set::Set;

/// Which text an answer rests on.
#[derive(Debug, Clone, Serialize)]
pub struct Pin {
    /// The policy's name.
    pub id: String,
    /// The digest of its file, in hexadecimal.
    pub digest: String,
    /// The last update its text contains.
    pub text_through: String,
    /// Whether it is an example; written only then.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// The readings that are settled, as `reading=value`.
    pub settled: Vec<String>,
}

/// An assessment by names, in the order in which its keys are written.
#[derive(Debug, Serialize)]
pub struct Answer<'a> {
    id: &'a Plain,
    disposition: &'static str,
    needs: Vec<&'a str>,
    also: Vec<&'a str>,
    readings: Vec<&'a str>,
    paths_met: Vec<&'a str>,
    criteria: Vec<Line<'a>>,
    missing_documents: Vec<Vec<&'a str>>,
    changes_on: Option<Day>,
    notes: Vec<&'a str>,
    notes_if: Vec<&'a str>,
    contradictions: Vec<&'a str>,
    changes_to: Option<Turn<'a>>,
    as_of: Day,
    policy: &'a Pin,
}

/// One criterion.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    status: &'static str,
    cite: &'a str,
    facts: Vec<&'a str>,
}

/// What the calendar alone brings.
#[derive(Debug, Serialize)]
struct Turn<'a> {
    disposition: &'static str,
    paths_met: Vec<&'a str>,
}

impl Outcome {
    /// Its name in JSON and in cases.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NotAddressed => "not_addressed",
            Self::Open => "open",
        }
    }
}

impl<'a> Answer<'a> {
    /// The answer to the question of that id about these facts.
    #[must_use]
    pub fn new(
        (policy, pin): (&'a Policy, &'a Pin),
        (id, facts): (&'a Plain, &Facts),
        assessment: &Assessment,
    ) -> Self {
        let facts_of = |set: Set| policy.fact_names(set).map(FactName::as_str).collect();
        Self {
            id,
            disposition: assessment.disposition.as_str(),
            needs: facts_of(assessment.needs),
            also: facts_of(assessment.also),
            readings: policy.hinge_names(assessment),
            paths_met: policy.path_names(assessment.rule, assessment.paths_met),
            criteria: policy.criterion_lines(facts, assessment),
            missing_documents: policy.document_sets(assessment),
            changes_on: assessment.change.map(|change| change.on),
            notes: policy.note_names(assessment.notes),
            notes_if: policy.note_names(assessment.notes_if),
            contradictions: policy.constraint_names(assessment.contradictions),
            changes_to: assessment
                .change
                .map(|change| turn(policy, assessment.rule, change)),
            as_of: assessment.as_of,
            policy: pin,
        }
    }
}

fn turn(policy: &Policy, rule: Option<usize>, change: Change) -> Turn<'_> {
    Turn {
        disposition: change.disposition.as_str(),
        paths_met: policy.path_names(rule, change.paths_met),
    }
}

fn pick<'a, T>(set: Set, all: &'a [T], name: impl Fn(&'a T) -> &'a str) -> Vec<&'a str> {
    set.iter()
        .filter_map(|number| all.get(number))
        .map(name)
        .collect()
}

impl Policy {
    /// The readings a `payer_review` hangs on, or the one word `combination`.
    #[must_use]
    pub fn hinge_names(&self, assessment: &Assessment) -> Vec<&str> {
        if assessment.hinges.combination {
            return vec!["combination"];
        }
        let readings = assessment.hinges.readings;
        pick(readings, &self.readings, |one| one.name.as_str())
    }

    /// The names of paths of a rule.
    #[must_use]
    pub fn path_names(&self, rule: Option<usize>, paths: Set) -> Vec<&str> {
        let rule = rule.and_then(|rule| self.rules.get(rule));
        let all = rule.map_or(&[][..], |rule| rule.paths.as_slice());
        pick(paths, all, |path| path.name.as_str())
    }

    /// The documents that are missing, by name: every smallest set.
    #[must_use]
    pub fn document_sets(&self, assessment: &Assessment) -> Vec<Vec<&str>> {
        let sets = assessment.missing_documents.iter();
        sets.map(|set| pick(*set, &self.documents, |one| one.name.as_str()))
            .collect()
    }

    fn note_names(&self, set: Set) -> Vec<&str> {
        pick(set, &self.notes, |note| note.name.as_str())
    }

    fn constraint_names(&self, set: Set) -> Vec<&str> {
        pick(set, &self.constraints, |one| one.name.as_str())
    }

    fn criterion_lines(&self, facts: &Facts, assessment: &Assessment) -> Vec<Line<'_>> {
        let procedure = self.procedure_of(facts);
        let procedure = procedure.and_then(|number| self.procedures().get(number));
        let procedure = procedure.map(ValueName::as_str);
        let criteria = assessment.criteria.iter();
        criteria
            .map(|(number, outcome)| Line {
                id: self
                    .criterion_name(*number)
                    .map_or("", CriterionName::as_str),
                status: outcome.as_str(),
                cite: self.cite(*number, procedure),
                facts: pick(self.facts_of(*number), &self.facts, |one| one.name.as_str()),
            })
            .collect()
    }
}

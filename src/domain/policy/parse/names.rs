//! Names of one file to numbers, with a fault for a name that is not defined.

use std::collections::HashMap;

use crate::domain::authored::{At, Faults, suggest};
use crate::domain::name::{CriterionName, ValueName};
use crate::domain::policy::model::{Fact, Kind, Reading};
use crate::domain::policy::raw::PolicyFile;
use crate::domain::policy::set::Set;

/// Everything that a name in the file can stand for.
pub(super) struct Names<'a> {
    pub(super) facts: &'a [Fact],
    pub(super) readings: &'a [Reading],
    /// Criteria first, then parts: the numbers of both.
    pub(super) named: Vec<&'a str>,
    pub(super) procedures: Vec<&'a str>,
    /// For each fact the values at which its classes part.
    pub(super) thresholds: HashMap<usize, Vec<i64>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(raw: &'a PolicyFile, facts: &'a [Fact], readings: &'a [Reading]) -> Self {
        let criteria = raw
            .criterion
            .iter()
            .map(|criterion| criterion.id.value.as_str());
        let parts = raw.part.iter().map(|part| part.id.value.as_str());
        let subject = facts
            .iter()
            .find(|fact| fact.name.as_str() == raw.subject.fact.value);
        let procedures = match subject.map(|fact| &fact.kind) {
            Some(Kind::Choice { values, .. }) => values.iter().map(ValueName::as_str).collect(),
            _ => Vec::new(),
        };
        let thresholds = facts
            .iter()
            .enumerate()
            .map(|(number, fact)| (number, fact.kind.thresholds().to_vec()))
            .collect();
        Self {
            facts,
            readings,
            named: criteria.chain(parts).collect(),
            procedures,
            thresholds,
        }
    }

    pub(super) fn fact(&self, name: &At<String>, faults: &mut Faults) -> Option<usize> {
        let known = self.facts.iter().map(|fact| fact.name.as_str());
        find(name, "fact", known, faults)
    }

    pub(super) fn named(&self, name: &At<String>, faults: &mut Faults) -> Option<usize> {
        find(
            name,
            "criterion or part",
            self.named.iter().copied(),
            faults,
        )
    }

    pub(super) fn procedure(&self, name: &At<String>, faults: &mut Faults) -> Option<usize> {
        find(name, "procedure", self.procedures.iter().copied(), faults)
    }

    pub(super) fn procedures(&self, names: &[At<String>], faults: &mut Faults) -> Set {
        names
            .iter()
            .filter_map(|name| self.procedure(name, faults))
            .collect()
    }

    pub(super) fn clock(&self, name: &At<String>, faults: &mut Faults) -> Option<usize> {
        let number = self.fact(name, faults)?;
        if self
            .facts
            .get(number)
            .is_some_and(|fact| fact.kind.is_clock())
        {
            return Some(number);
        }
        let message = format!("`{}` is neither a date nor a period", name.value);
        faults
            .error(name.span.clone(), message)
            .help("days elapse for facts of kind `date` or `period` only");
        None
    }

    pub(super) fn reading(&self, name: &At<String>, faults: &mut Faults) -> Option<usize> {
        let known = self.readings.iter().map(|reading| reading.name.as_str());
        find(name, "reading", known, faults)
    }

    pub(super) fn value(
        &self,
        fact: usize,
        name: &At<String>,
        faults: &mut Faults,
    ) -> Option<usize> {
        let fact = self.facts.get(fact)?;
        let Kind::Choice { values, .. } = &fact.kind else {
            let message = format!("`{}` is not a choice", fact.name);
            faults
                .error(name.span.clone(), message)
                .help("only a fact of kind `choice` has named values");
            return None;
        };
        let what = format!("value of `{}`", fact.name);
        find(name, &what, values.iter().map(ValueName::as_str), faults)
    }

    pub(super) fn reading_value(
        &self,
        reading: usize,
        name: &At<String>,
        faults: &mut Faults,
    ) -> Option<usize> {
        let reading = self.readings.get(reading)?;
        let what = format!("value of the reading `{}`", reading.name);
        find(
            name,
            &what,
            reading.values.iter().map(ValueName::as_str),
            faults,
        )
    }
}

/// The place of a name among those that are known.
pub(crate) fn find<'n>(
    name: &At<String>,
    what: &str,
    known: impl Iterator<Item = &'n str> + Clone,
    faults: &mut Faults,
) -> Option<usize> {
    let place = known.clone().position(|one| one == name.value);
    if place.is_none() {
        let help = suggest(&name.value, known.clone()).unwrap_or_else(|| {
            let names: Vec<&str> = known.collect();
            if names.is_empty() {
                "none is defined".into()
            } else {
                format!("there are {}", names.join(", "))
            }
        });
        faults
            .error(
                name.span.clone(),
                format!("no {what} is named `{}`", name.value),
            )
            .help(help);
    }
    place
}

/// Refuses a criterion or part that one list names twice.
pub(super) fn once<'n, N>(list: impl Iterator<Item = &'n At<N>>, faults: &mut Faults)
where
    N: AsRef<str> + 'n,
{
    let mut seen: Vec<&str> = Vec::new();
    for name in list {
        let own = name.value.as_ref();
        if seen.contains(&own) {
            let message = format!("`{own}` is named twice in this list");
            let fault = faults.error(name.span.clone(), message);
            fault.help("remove one, or name what is meant in its place");
        }
        seen.push(own);
    }
}

/// Reads a name and refuses one that is malformed or was given before.
pub(in crate::domain::policy) fn define(
    id: &At<String>,
    what: &str,
    taken: &mut Vec<String>,
    faults: &mut Faults,
) -> Option<CriterionName> {
    if taken.contains(&id.value) {
        faults
            .error(
                id.span.clone(),
                format!("the {what} `{}` is defined twice", id.value),
            )
            .help("give one of them another name, or remove it");
    }
    taken.push(id.value.clone());
    let name = CriterionName::parse(&id.value);
    if let Err(fault) = &name {
        faults
            .error(id.span.clone(), format!("`{}` is not a name", id.value))
            .help(fault.to_string());
    }
    name.ok()
}

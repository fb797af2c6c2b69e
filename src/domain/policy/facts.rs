//! What is known of one item, by numbers, ready for evaluation.

use std::collections::BTreeMap;

use crate::domain::day::{Day, DayRange};
use crate::domain::name::{DocumentName, FactName};
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::set::Set;
use crate::domain::policy::value::Value;

/// The known facts of one item and, where they were asked for, the documents in hand. What is absent is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub(super) known: Vec<Option<Known>>,
    pub(super) documents: Option<Set>,
}

/// A known fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// The value of a choice, or of a flag: no 0, yes 1.
    Class(usize),
    Date(DayRange),
    Period(DayRange, Option<DayRange>),
    Number(i64, i64),
}

/// Why a fact cannot be what is said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactFault {
    /// The policy has no such fact.
    #[error("unknown fact `{0}`")]
    NoSuchFact(FactName),
    /// The fact has another kind of value.
    #[error("`{fact}` takes {takes}")]
    WrongKind {
        /// The fact.
        fact: FactName,
        /// What it takes, in words.
        takes: String,
    },
    /// The policy has no such document.
    #[error("unknown document `{0}`")]
    NoSuchDocument(DocumentName),
    /// The day is later than the day of evaluation.
    #[error("`{fact}` has the day {day}, which is later than the day of evaluation")]
    Future {
        /// The fact.
        fact: FactName,
        /// The day.
        day: Day,
    },
    /// The period ends before it begins.
    #[error("`{0}` ends before it starts")]
    Backwards(FactName),
}

impl Policy {
    /// The facts of an item from their values by name.
    ///
    /// # Errors
    /// Every name the policy does not have and every value that a fact cannot take.
    pub fn facts<'a>(
        &self,
        values: impl IntoIterator<Item = (&'a FactName, &'a Value)>,
    ) -> Result<Facts, Vec<FactFault>> {
        let mut facts = Facts {
            known: vec![None; self.facts.len()],
            documents: None,
        };
        let mut faults = Vec::new();
        for (name, value) in values {
            match self.known(name, value) {
                Ok((number, known)) => facts.set(number, Some(known)),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() {
            Ok(facts)
        } else {
            Err(faults)
        }
    }

    /// The same facts with the documents in hand.
    ///
    /// # Errors
    /// Every document the policy does not have.
    pub fn with_documents(
        &self,
        mut facts: Facts,
        names: &[DocumentName],
    ) -> Result<Facts, Vec<FactFault>> {
        let mut set = Set::default();
        let mut faults = Vec::new();
        for name in names {
            match self
                .documents
                .iter()
                .position(|document| document.name == *name)
            {
                Some(number) => set.add(number),
                None => faults.push(FactFault::NoSuchDocument(name.clone())),
            }
        }
        facts.documents = Some(set);
        if faults.is_empty() {
            Ok(facts)
        } else {
            Err(faults)
        }
    }

    /// What makes the facts impossible on that day as dates: a day in its future, a period that ends before it starts.
    #[must_use]
    pub fn impossible_dates(&self, facts: &Facts, as_of: Day) -> Vec<FactFault> {
        let pairs = self.facts.iter().zip(&facts.known);
        pairs
            .filter_map(|(fact, known)| date_fault(fact, (*known)?, as_of))
            .collect()
    }

    fn known(&self, name: &FactName, value: &Value) -> Result<(usize, Known), FactFault> {
        let number = self
            .fact_number(name)
            .ok_or_else(|| FactFault::NoSuchFact(name.clone()))?;
        let wrong = || FactFault::WrongKind {
            fact: name.clone(),
            takes: self.takes(number),
        };
        let fact = self.facts.get(number).ok_or_else(wrong)?;
        let known = match (&fact.kind, value) {
            (Kind::Choice { values, .. }, Value::Choice(word)) => Known::Class(
                values
                    .iter()
                    .position(|value| value == word)
                    .ok_or_else(wrong)?,
            ),
            (Kind::Flag, Value::Flag(yes)) => Known::Class(usize::from(*yes)),
            (Kind::Date { .. }, Value::Date(days)) => Known::Date(*days),
            (Kind::Period { .. }, Value::Period { start, end }) => Known::Period(*start, *end),
            (
                Kind::Number {
                    least, greatest, ..
                },
                Value::Number(low, high),
            ) if least <= low && low <= high && high <= greatest => Known::Number(*low, *high),
            _ => return Err(wrong()),
        };
        Ok((number, known))
    }

    pub(super) fn takes(&self, number: usize) -> String {
        match self.facts.get(number).map(|fact| &fact.kind) {
            Some(Kind::Choice { values, .. }) => {
                let names: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
                format!("one of {}", names.join(", "))
            }
            Some(Kind::Flag) => "true or false".into(),
            Some(Kind::Date { .. }) => {
                "a date such as \"2026-03-01\", or two dates [first, last]".into()
            }
            Some(Kind::Period { .. }) => "{\"start\": date, \"end\": date or null}".into(),
            Some(Kind::Number {
                least, greatest, ..
            }) => format!("a whole number from {least} to {greatest}"),
            None => "nothing".into(),
        }
    }
}

fn date_fault(fact: &Fact, known: Known, as_of: Day) -> Option<FactFault> {
    let future = |day: Day| {
        (day > as_of).then(|| FactFault::Future {
            fact: fact.name.clone(),
            day,
        })
    };
    match known {
        Known::Class(_) | Known::Number(..) => None,
        Known::Date(days) => future(days.first()),
        Known::Period(start, None) => future(start.first()),
        Known::Period(start, Some(end)) => future(start.first())
            .or_else(|| future(end.first()))
            .or_else(|| {
                (end.last() < start.first()).then(|| FactFault::Backwards(fact.name.clone()))
            }),
    }
}

impl Facts {
    pub(super) fn get(&self, number: usize) -> Option<Known> {
        self.known.get(number).copied().flatten()
    }

    pub(super) fn set(&mut self, number: usize, known: Option<Known>) {
        if let Some(place) = self.known.get_mut(number) {
            *place = known;
        }
    }

    /// The facts that are known, `not_done` and the like included.
    #[must_use]
    pub fn known(&self) -> Set {
        let known = self.known.iter().enumerate();
        known
            .filter(|(_, known)| known.is_some())
            .map(|(number, _)| number)
            .collect()
    }

    /// The same with these facts hidden.
    pub(super) fn without(&self, hidden: Set) -> Self {
        let mut facts = self.clone();
        hidden.iter().for_each(|number| facts.set(number, None));
        facts
    }
}

/// Values by name.
pub type ValueMap = BTreeMap<FactName, Value>;

//! The product, asked in the words of the reference.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use preauth::domain::day::{Day, DayRange};
use preauth::domain::name::{DocumentName, FactName, ValueName};
use preauth::domain::policy::{self, Assessment, Facts, Outcome, Policy, Set, Value};

use crate::cases::Said;
use crate::reference::assess::Case;
use crate::reference::facts::{DOCUMENTS, Fact, Span};
use crate::reference::rule::AXES;

/// The text of the policy as it ships.
pub(crate) const TEXT: &str = include_str!("../../dialogs/vertebral-augmentation/policy.toml");

/// A day of the reference.
pub(crate) fn day(number: i32) -> Day {
    Day::ORIGIN.plus(number)
}

fn range(span: Span) -> Value {
    Value::Date(days(span))
}

fn days(span: Span) -> DayRange {
    DayRange::new(day(span.first), day(span.last)).unwrap()
}

fn value(case: &Case, fact: Fact) -> Option<Value> {
    let facts = &case.facts;
    match fact {
        Fact::fracture_onset => facts.fracture_onset.map(range),
        Fact::conservative_treatment => facts.conservative_treatment.map(|known| Value::Period {
            start: days(known.start),
            end: known.end.map(days),
        }),
        _ => facts.choice(fact).map(|place| match fact.values()[place] {
            "yes" => Value::Flag(true),
            "no" if fact.values().len() == 2 => Value::Flag(false),
            name => Value::Choice(ValueName::parse(name).unwrap()),
        }),
    }
}

/// The known facts by name.
pub(crate) fn values(case: &Case) -> BTreeMap<FactName, Value> {
    let known = Fact::all().filter_map(|fact| Some((fact, value(case, fact)?)));
    known
        .map(|(fact, value)| (FactName::parse(fact.name()).unwrap(), value))
        .collect()
}

/// Axes with whether they are settled on the more lenient value.
type Settled = Vec<(usize, bool)>;

/// A policy, with those that settled readings make of it.
pub(crate) struct Product {
    policy: Policy,
    settled: RefCell<HashMap<Settled, Rc<Policy>>>,
}

impl Product {
    /// Reads a policy.
    ///
    /// # Errors
    /// The faults for which it is refused.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let (policy, faults) = policy::parse("policy.toml", text);
        let messages: Vec<String> = faults.into_iter().map(|fault| fault.message).collect();
        let policy = policy.ok_or_else(|| messages.join("; "))?;
        let settled = RefCell::default();
        Ok(Self { policy, settled })
    }

    /// The policy as it ships.
    pub(crate) fn shipped() -> Self {
        Self::read(TEXT).unwrap()
    }

    /// The policy with the readings of the case settled.
    pub(crate) fn settled(&self, case: &Case) -> Rc<Policy> {
        let mut known = self.settled.borrow_mut();
        let settled = known.entry(case.settled.clone()).or_insert_with(|| {
            let mut policy = self.policy.clone();
            for (axis, lenient) in &case.settled {
                let (name, stricter, more_lenient, _) = AXES[*axis];
                let value = if *lenient { more_lenient } else { stricter };
                policy = policy.settle(name, value).unwrap();
            }
            Rc::new(policy)
        });
        Rc::clone(settled)
    }

    /// The facts of the case as the product takes them.
    pub(crate) fn facts(&self, case: &Case) -> Facts {
        let facts = self.policy.facts(&values(case)).unwrap();
        let Some(documents) = &case.documents else {
            return facts;
        };
        let names = documents.iter();
        let names: Vec<DocumentName> = names
            .map(|at| DocumentName::parse(DOCUMENTS[*at].name).unwrap())
            .collect();
        self.policy.with_documents(facts, &names).unwrap()
    }

    /// What the product says of the case.
    pub(crate) fn assess(&self, case: &Case) -> Assessment {
        let policy = self.settled(case);
        policy::evaluate(&policy, &self.facts(case), day(case.as_of))
    }

    /// The same in the words of a case's expectations.
    pub(crate) fn say(&self, case: &Case) -> Said {
        self.words(&self.assess(case))
    }

    /// An assessment in the words of a case's expectations.
    pub(crate) fn words(&self, said: &Assessment) -> Said {
        let policy = &self.policy;
        let facts = |set: Set| names(policy.fact_names(set));
        let readings = said.hinges.readings.iter();
        let mut readings = names(readings.map(|number| &policy.readings()[number].name));
        if said.hinges.combination {
            readings.push("combination".to_owned());
        }
        let documents =
            |set: &Set| names(set.iter().map(|number| &policy.documents()[number].name));
        let paths = said.rule.into_iter().flat_map(|rule| policy.paths(rule));
        let paths = paths.enumerate();
        let paths = paths.filter(|(number, _)| said.paths_met.has(*number));
        let criteria = said.criteria.iter();
        let named = |number: usize| policy.criterion_name(number).unwrap().to_string();
        Said {
            disposition: said.disposition.as_str().to_owned(),
            needs: facts(said.needs),
            also: facts(said.also),
            readings,
            paths_met: names(paths.map(|(_, (name, _))| name)),
            criteria: criteria
                .map(|(number, outcome)| (named(*number), status(*outcome)))
                .collect(),
            missing_documents: said.missing_documents.iter().map(documents).collect(),
        }
    }
}

fn names<T: ToString>(all: impl Iterator<Item = T>) -> Vec<String> {
    all.map(|name| name.to_string()).collect()
}

fn status(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not_met",
        Outcome::Open => "open",
        Outcome::NotAddressed => "not_addressed",
    }
}

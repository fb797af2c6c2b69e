//! What assertions are compared with: the state of a session as text.
//!
//! What is said of several items is joined by ` + `, in the order in which they were named; where all are equal it may
//! be written once. Within an item, names are separated by commas, and their order does not matter.

use std::collections::BTreeSet;

use crate::domain::authored::{Faults, suggest};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::dialog::{CaseReference, ItemState};
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::{Disposition, Policy, Set};
use crate::domain::transcript::fact;
use crate::domain::transcript::model::{Assertion, Key, Of, Transcript};

/// What a session has come to.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The policy it is about.
    pub policy: &'a Policy,
    /// Its items with what is known of each.
    pub states: &'a [ItemState],
    /// Its case reference, once a case was opened.
    pub case: Option<CaseReference>,
    /// How many questions were asked.
    pub questions: usize,
}

const NONE: &str = "none";
const BETWEEN_ITEMS: &str = " + ";

/// What holds where the assertion says that something does.
#[must_use]
pub fn got(assertion: &Assertion, seen: &Seen<'_>) -> String {
    match &assertion.key {
        Key::Case if assertion.value == "open" && seen.case.is_some() => "open".into(),
        Key::Case => seen
            .case
            .map_or_else(|| NONE.into(), |case| case.to_string()),
        Key::Questions => seen.questions.to_string(),
        key => of_items(key, &assertion.of, seen),
    }
}

fn of_items(key: &Key, of: &Of, seen: &Seen<'_>) -> String {
    let items = seen.states.iter().filter(|state| is_meant(of, state));
    let mut values: Vec<String> = items
        .map(|state| of_item(key, state, seen.policy))
        .collect();
    if let Some(first) = values.first().cloned()
        && values.iter().all(|value| *value == first)
    {
        return first;
    }
    match (values.is_empty(), key) {
        (true, Key::Fact(_)) if *of == Of::default() => values.push(fact::UNKNOWN.into()),
        (true, _) => values.push(NONE.into()),
        (false, _) => {}
    }
    values.join(BETWEEN_ITEMS)
}

fn is_meant(of: &Of, state: &ItemState) -> bool {
    let procedure = of
        .procedure
        .as_ref()
        .is_none_or(|procedure| *procedure == state.item.procedure);
    procedure && of.level.is_none_or(|level| state.item.level == Some(level))
}

fn of_item(key: &Key, state: &ItemState, policy: &Policy) -> String {
    let assessment = &state.assessment;
    match key {
        Key::Fact(name) => fact::written(state.values.get(name)),
        Key::Disposition => assessment.disposition.as_str().into(),
        Key::Needs => names(policy.fact_names(assessment.needs).map(FactName::as_str)),
        Key::Also => names(policy.fact_names(assessment.also).map(FactName::as_str)),
        Key::Readings => readings(state, policy),
        Key::PathsMet => names(paths(state, policy).map(|(name, _)| name)),
        Key::ChangesOn => assessment
            .change
            .map_or_else(|| NONE.into(), |change| change.on.to_string()),
        Key::MissingDocuments => documents(&assessment.missing_documents, policy),
        Key::Cites => list(&cites(state, policy), "; "),
        Key::Notes => notes(assessment.notes.or(assessment.notes_if), policy),
        Key::Case | Key::Questions => NONE.into(),
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    list(&names.collect::<Vec<_>>(), ", ")
}

fn list(names: &[&str], separator: &str) -> String {
    if names.is_empty() {
        NONE.into()
    } else {
        names.join(separator)
    }
}

fn readings(state: &ItemState, policy: &Policy) -> String {
    let hinges = state.assessment.hinges;
    let axes = hinges
        .readings
        .iter()
        .filter_map(|number| policy.readings().get(number));
    names(
        axes.map(|axis| axis.name.as_str())
            .chain(hinges.combination.then_some("combination")),
    )
}

fn notes(set: Set, policy: &Policy) -> String {
    names(
        set.iter()
            .filter_map(|number| policy.notes().get(number))
            .map(|note| note.name.as_str()),
    )
}

fn documents(sets: &[Set], policy: &Policy) -> String {
    let name = |number: usize| {
        policy
            .documents()
            .get(number)
            .map(|document| document.name.as_str())
    };
    let sets: Vec<String> = sets
        .iter()
        .map(|set| names(set.iter().filter_map(name)))
        .collect();
    list(&sets.iter().map(String::as_str).collect::<Vec<_>>(), " | ")
}

/// The paths that are met, each with its criteria.
fn paths<'a>(
    state: &'a ItemState,
    policy: &'a Policy,
) -> impl Iterator<Item = (&'a str, &'a [usize])> {
    let rule = state.assessment.rule.into_iter();
    let all = rule.flat_map(|rule| policy.paths(rule).enumerate());
    all.filter(|(number, _)| state.assessment.paths_met.has(*number))
        .map(|(_, (name, criteria))| (name.as_str(), criteria))
}

/// Where the policy says what the result rests on: the criteria of the paths that are met; else those of every path
/// and what holds for all other uses.
fn cites<'a>(state: &'a ItemState, policy: &'a Policy) -> Vec<&'a str> {
    let assessment = &state.assessment;
    let met: Vec<usize> = paths(state, policy)
        .flat_map(|(_, criteria)| criteria.iter().copied())
        .collect();
    let rests_on = |number: &usize| met.is_empty() || met.contains(number);
    let criteria = assessment
        .criteria
        .iter()
        .map(|(number, _)| *number)
        .filter(rests_on);
    let procedure = Some(state.item.procedure.as_str());
    let otherwise = assessment
        .rule
        .filter(|_| met.is_empty())
        .and_then(|rule| policy.otherwise(rule));
    let mut all: Vec<&str> = criteria
        .map(|number| policy.cite(number, procedure))
        .collect();
    all.extend(otherwise.map(|(cite, _)| cite));
    all.dedup();
    all
}

/// Whether what is expected is what holds.
pub(super) fn agrees(key: &Key, expected: &str, got: &str) -> bool {
    let expected: Vec<&str> = expected.split(BETWEEN_ITEMS).collect();
    let got: Vec<&str> = got.split(BETWEEN_ITEMS).collect();
    let longer = expected.len().max(got.len());
    let fits = |n: usize| same(key, one_of(&expected, n), one_of(&got, n));
    (expected.len() == got.len() || expected.len() == 1 || got.len() == 1) && (0..longer).all(fits)
}

/// The value of that number; a single value stands for every item.
fn one_of<'a>(values: &[&'a str], number: usize) -> &'a str {
    let single = values.first().filter(|_| values.len() == 1);
    single
        .or_else(|| values.get(number))
        .copied()
        .unwrap_or_default()
}

fn same(key: &Key, expected: &str, got: &str) -> bool {
    let set = |text: &'_ str, separator: char| -> BTreeSet<String> {
        text.split(separator)
            .map(|name| name.trim().to_owned())
            .collect()
    };
    match key {
        Key::Needs | Key::Also | Key::Readings | Key::PathsMet | Key::Notes => {
            set(expected, ',') == set(got, ',')
        }
        Key::Cites => set(expected, ';').is_subset(&set(got, ';')),
        Key::MissingDocuments => {
            let sets = |text: &str| -> BTreeSet<BTreeSet<String>> {
                text.split('|').map(|one| set(one, ',')).collect()
            };
            sets(expected) == sets(got)
        }
        _ => expected.split_whitespace().eq(got.split_whitespace()),
    }
}

impl Transcript {
    /// What assertions say that cannot hold under this policy: facts it does not have, values they cannot take, items
    /// of no procedure of it. `file` is the transcript as its author knows it.
    #[must_use]
    pub fn check(&self, file: &str, policy: &Policy) -> Vec<Diagnostic> {
        let mut faults = Faults::new(file);
        for assertion in self.turns.iter().flat_map(|turn| &turn.assertions) {
            check_item(assertion, policy, &mut faults);
            check_value(assertion, policy, &mut faults);
        }
        faults.finish()
    }
}

fn check_item(assertion: &Assertion, policy: &Policy, faults: &mut Faults) {
    let Some(procedure) = &assertion.of.procedure else {
        return;
    };
    if !policy.procedures().contains(procedure) {
        faults
            .error(
                assertion.key_span.clone(),
                format!("`{procedure}` is neither a procedure nor a level"),
            )
            .suggest(
                procedure.as_str(),
                policy.procedures().iter().map(ValueName::as_str),
            );
    }
}

/// A disposition there is, none while nothing is requested, or one that is still to be filled in.
fn check_disposition(assertion: &Assertion, faults: &mut Faults) {
    let all = Disposition::ALL.into_iter().map(Disposition::as_str);
    let known = || all.clone().chain([NONE, fact::UNKNOWN]);
    let mut values = assertion.value.split(BETWEEN_ITEMS);
    if let Some(other) = values.find(|value| !known().any(|one| one == *value)) {
        let fault = faults.error(
            assertion.value_span.clone(),
            format!("there is no disposition `{other}`"),
        );
        let listed: Vec<&str> = all.clone().collect();
        let meant = suggest(other, known());
        fault.help(meant.unwrap_or_else(|| format!("it is one of {}", listed.join(", "))));
    }
}

fn check_value(assertion: &Assertion, policy: &Policy, faults: &mut Faults) {
    if assertion.key == Key::Disposition {
        return check_disposition(assertion, faults);
    }
    let Key::Fact(name) = &assertion.key else {
        return;
    };
    let Some(fact) = policy.fact(name) else {
        let known = policy.facts_list().iter().map(|fact| fact.name.as_str());
        faults
            .error(
                assertion.key_span.clone(),
                format!("`{name}` is neither a fact of the policy nor another key"),
            )
            .suggest(
                name.as_str(),
                known.chain(Key::NAMED.iter().map(|(key, _)| *key)),
            );
        return;
    };
    if !assertion
        .value
        .split(BETWEEN_ITEMS)
        .all(|value| fact::can_be(&fact.kind, value))
    {
        faults
            .error(
                assertion.value_span.clone(),
                format!("`{name}` is never `{}`", assertion.value),
            )
            .help(fact::takes(&fact.kind));
    }
}

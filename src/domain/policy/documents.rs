//! Which documents are missing: those without which the policy would no longer be met by what the records show.

use std::collections::HashMap;

use crate::domain::day::Day;
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::Policy;
use crate::domain::policy::restrict::{Outcome, Restricted};
use crate::domain::policy::set::Set;

/// The most documents a policy may name; every set of them may have to be looked at.
pub(super) const MOST_DOCUMENTS: usize = 16;

impl Policy {
    /// The facts that a set of documents shows, together with what the request itself states.
    #[must_use]
    pub fn shown_by(&self, documents: Set) -> Set {
        let stated = self
            .facts
            .iter()
            .enumerate()
            .filter(|(_, fact)| fact.stated_by_request);
        let stated: Set = stated.map(|(number, _)| number).collect();
        documents
            .iter()
            .filter_map(|number| self.documents.get(number))
            .fold(stated, |sum, one| sum.or(one.shows))
    }

    /// Every minimal set of further documents after which the shown facts alone are met under the default readings.
    /// Empty when the documents in hand suffice or were not asked for.
    pub(super) fn missing_documents(&self, facts: &Facts, as_of: Day) -> Vec<Set> {
        let Some(in_hand) = facts.documents else {
            return Vec::new();
        };
        let known = facts.known();
        let mut records = Records {
            policy: self,
            facts,
            as_of,
            known,
            seen: HashMap::new(),
        };
        if records.meet(in_hand) {
            return Vec::new();
        }
        let told = known.less(self.shown_by(in_hand));
        let useful: Vec<usize> = (0..self.documents.len())
            .filter(|number| !in_hand.has(*number))
            .filter(|number| {
                self.documents
                    .get(*number)
                    .is_some_and(|one| !one.shows.and(told).is_empty())
            })
            .collect();
        let mut minimal: Vec<Set> = Vec::new();
        for candidate in subsets_by_size(&useful) {
            let larger = minimal.iter().any(|found| found.less(candidate).is_empty());
            if !larger && records.meet(in_hand.or(candidate)) {
                minimal.push(candidate);
            }
        }
        minimal
    }

    /// The outcome of each criterion of the item's rule from what the request states and these documents show alone.
    #[must_use]
    pub fn criteria_shown(
        &self,
        facts: &Facts,
        as_of: Day,
        documents: Set,
    ) -> Vec<(usize, Outcome)> {
        let attested = facts.known().less(self.shown_by(documents));
        self.assess(&facts.without(attested), as_of).criteria
    }

    /// For a set of facts the documents that show them: for each fact the first that does.
    #[must_use]
    pub fn documents_for(&self, facts: Set) -> Set {
        let first = |fact: usize| {
            self.documents
                .iter()
                .position(|document| document.shows.has(fact))
        };
        facts.iter().filter_map(first).collect()
    }
}

/// What records show of one item, and whether that meets the policy. Many sets of records show the same facts.
struct Records<'r> {
    policy: &'r Policy,
    facts: &'r Facts,
    as_of: Day,
    known: Set,
    seen: HashMap<Set, bool>,
}

impl Records<'_> {
    fn meet(&mut self, documents: Set) -> bool {
        let attested = self.known.less(self.policy.shown_by(documents));
        *self.seen.entry(attested).or_insert_with(|| {
            let shown = self.facts.without(attested);
            let default = self.policy.compiled.roots.default;
            Restricted::new(self.policy, &shown, self.as_of).outcome(default) == Outcome::Met
        })
    }
}

/// Every set of some of the numbers but the empty one, smaller sets first.
fn subsets_by_size(numbers: &[usize]) -> Vec<Set> {
    let count = numbers.len().min(MOST_DOCUMENTS);
    let mut subsets: Vec<Set> = (1_u32..1 << count)
        .map(|mask| {
            numbers
                .iter()
                .enumerate()
                .filter(|(bit, _)| mask >> bit & 1 == 1)
                .map(|(_, number)| *number)
                .collect()
        })
        .collect();
    subsets.sort_by_key(|set| (set.len(), *set));
    subsets
}

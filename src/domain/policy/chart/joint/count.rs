//! How many cases there are of a kind, and one with as few facts on record as can be.

use std::collections::{BTreeMap, HashMap};

use super::{Function, Group, Joint, SAYS, said};
use crate::domain::policy::facts::ValueMap;

/// How many cases come to each end.
type Counts = BTreeMap<u32, u128>;

/// How many facts must be on record to come to each end.
type Costs = BTreeMap<u32, usize>;

impl Joint<'_> {
    /// Every change of disposition that some case makes, those among them that make none.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        let counts = self.counts(self.pair, 0, &mut HashMap::new());
        let mut costs = HashMap::new();
        let groups = counts.into_iter().map(|(end, cases)| Group {
            from: said(end % SAYS),
            to: said(end / SAYS),
            cases,
            example: self.cheapest(self.pair, end, &mut costs),
        });
        groups.collect()
    }

    /// The number of cases that come to each end, of the dimensions from one on.
    fn counts(
        &self,
        function: Function,
        from: u16,
        known: &mut HashMap<(Function, u16), Counts>,
    ) -> Counts {
        if let Some(known) = known.get(&(function, from)) {
            return known.clone();
        }
        let node = self.algebra.store.node(function);
        let variable = node.map_or_else(|| self.last(), |(variable, _)| *variable);
        let skipped = (from..variable).map(|one| self.size(one));
        let times = skipped.fold(1_u128, u128::saturating_mul);
        let mut counts = Counts::new();
        match node {
            None => *counts.entry(function).or_default() = 1,
            Some((variable, children)) => {
                for child in children {
                    for (end, count) in self.counts(*child, variable.saturating_add(1), known) {
                        let sum = counts.entry(end).or_default();
                        *sum = sum.saturating_add(count);
                    }
                }
            }
        }
        for count in counts.values_mut() {
            *count = count.saturating_mul(times);
        }
        known.insert((function, from), counts.clone());
        counts
    }

    fn last(&self) -> u16 {
        u16::try_from(self.dimensions.len()).unwrap_or(u16::MAX)
    }

    fn size(&self, dimension: u16) -> u128 {
        let own = self.dimensions.get(usize::from(dimension));
        own.map_or(1, |one| one.classes.len() as u128)
    }

    /// The facts of a case of which two functions, joined to one, say different things.
    pub(super) fn example_of(&self, both: Function) -> ValueMap {
        let mut known = HashMap::new();
        let costs = self.costs(both, &mut known);
        let differs = costs.iter().filter(|(end, _)| *end % SAYS != *end / SAYS);
        let least = differs.min_by_key(|(_, cost)| **cost);
        least.map_or_else(ValueMap::new, |(end, _)| {
            self.cheapest(both, *end, &mut known)
        })
    }

    fn costs(&self, function: Function, known: &mut HashMap<Function, Costs>) -> Costs {
        let Some((variable, children)) = self.algebra.store.node(function) else {
            return Costs::from([(function, 0)]);
        };
        if let Some(known) = known.get(&function) {
            return known.clone();
        }
        let mut costs = Costs::new();
        for (class, child) in children.iter().enumerate() {
            let own = self.cost(*variable, class);
            for (end, cost) in self.costs(*child, known) {
                let cost = cost.saturating_add(own);
                let least = costs.entry(end).or_insert(cost);
                *least = cost.min(*least);
            }
        }
        known.insert(function, costs.clone());
        costs
    }

    fn values(&self, dimension: u16, class: usize) -> Option<&ValueMap> {
        let own = self.dimensions.get(usize::from(dimension))?;
        own.classes.get(class).map(|class| &class.values)
    }

    fn cost(&self, dimension: u16, class: usize) -> usize {
        self.values(dimension, class).map_or(0, ValueMap::len)
    }

    /// The facts of a case that comes to an end with as few of them on record as can be.
    fn cheapest(
        &self,
        function: Function,
        end: u32,
        known: &mut HashMap<Function, Costs>,
    ) -> ValueMap {
        let mut values = ValueMap::new();
        let mut here = function;
        while let Some((variable, children)) = self.algebra.store.node(here) {
            let costs = children.iter().enumerate().filter_map(|(class, child)| {
                let below = self.costs(*child, known).get(&end).copied()?;
                Some((
                    below.saturating_add(self.cost(*variable, class)),
                    class,
                    *child,
                ))
            });
            let Some((_, class, child)) = costs.min() else {
                break;
            };
            let own = self.values(*variable, class).cloned();
            values.extend(own.unwrap_or_default());
            here = child;
        }
        values
    }
}

//! What is left of the functions of a chart when some of the facts are settled.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::algebra::{Algebra, OUTCOMES};
use super::store::NONE;
use super::{Axis, Chart, Of, Triple};
use crate::domain::policy::restrict::Outcome;
use crate::domain::policy::set::Set;

/// Tells functions apart, on every thread and in every run: equal functions have equal fingerprints, others differ but
/// for a chance of 1 in 2^100.
pub type Fingerprint = u128;

/// A function of a chart, or what is left of one. Numbers are those of one [`Residues`].
pub type Function = u32;

/// What is left of functions: each worked out once.
#[derive(Debug, Clone)]
pub struct Residues<'c> {
    chart: &'c Chart,
    algebra: Algebra,
    seen: HashMap<Function, (Fingerprint, Set)>,
    shaped: HashMap<Function, Fingerprint>,
}

pub(super) fn hashed(salt: u64, parts: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    salt.hash(&mut hasher);
    parts.hash(&mut hasher);
    hasher.finish()
}

/// A fingerprint of anything that can be hashed.
#[must_use]
pub fn fingerprint(parts: &impl Hash) -> Fingerprint {
    Fingerprint::from(hashed(1, parts)) << 64 | Fingerprint::from(hashed(2, parts))
}

impl Axis {
    /// The combinations of values that can occur and have such a value of each fact.
    pub fn alternatives(&self, fits: impl Fn(usize, usize) -> bool) -> Vec<usize> {
        let own = |alternative: &usize| {
            let mut facts = self.facts.iter().zip(self.digits(*alternative));
            facts.all(|(fact, digit)| fits(*fact, *digit))
        };
        let possible = |alternative: &usize| {
            let left = self.possible.get(*alternative);
            left.is_some_and(|classes| !classes.is_empty())
        };
        (0..self.len()).filter(possible).filter(own).collect()
    }

    /// The value of a fact that stands for "not on record".
    #[must_use]
    pub fn absent(&self, fact: usize) -> usize {
        let place = self.facts.iter().position(|own| *own == fact);
        let size = place.and_then(|place| self.sizes.get(place));
        size.map_or(0, |size| size.saturating_sub(1))
    }

    /// The combinations of values that settle all its facts, each with its class of the policy's variable.
    pub fn settled(&self) -> impl Iterator<Item = (usize, usize)> {
        let possible = self.possible.iter().enumerate();
        possible.filter_map(|(alternative, classes)| {
            let mut facts = self.digits(alternative).iter().zip(&self.unsettled);
            let settled = facts.all(|(digit, unsettled)| !unsettled.has(*digit));
            classes
                .only()
                .filter(|_| settled)
                .map(|class| (alternative, class))
        })
    }

    /// How many combinations of values it has.
    pub(super) fn len(&self) -> usize {
        self.possible.len()
    }

    /// The value of each of its facts in a combination.
    #[must_use]
    pub fn digits(&self, alternative: usize) -> &[usize] {
        self.digits.get(alternative).map_or(&[], Vec::as_slice)
    }
}

impl<'c> Residues<'c> {
    /// Nothing worked out yet.
    #[must_use]
    pub fn new(chart: &'c Chart) -> Self {
        Self {
            chart,
            algebra: Algebra::of(chart.store.clone()),
            seen: HashMap::new(),
            shaped: HashMap::new(),
        }
    }

    /// One of the chart's functions.
    #[must_use]
    pub fn function(&self, of: Of) -> Function {
        let chart = self.chart;
        let known = |list: &[Function], number: usize| list.get(number).copied().unwrap_or(NONE);
        match of {
            Of::Outcomes => chart.outcomes,
            Of::Disposition => chart.disposition,
            Of::Under(reading) => known(&chart.under, reading),
            Of::Met => chart.met,
            Of::Path(number) => known(&chart.paths, number),
            Of::Named(number) => known(&chart.named, number),
            Of::Flip(reading) => {
                let mut flips = chart.flips.iter();
                flips
                    .find(|(own, _)| *own == reading)
                    .map_or(NONE, |(_, function)| *function)
            }
        }
    }

    /// What is left of a function when a variable, by its place, has one of these combinations of values.
    pub fn keep(&mut self, function: Function, axis: usize, left: &[usize]) -> Function {
        let variable = u16::try_from(axis).unwrap_or(u16::MAX);
        self.algebra
            .keep(function, variable, (left, hashed(3, &left)))
    }

    fn children(&self, function: Function) -> Box<[u32]> {
        let node = self.algebra.store.node(function);
        node.map(|(_, children)| children.clone())
            .unwrap_or_default()
    }

    /// The fingerprint of a function.
    pub fn fingerprint(&mut self, function: Function) -> Fingerprint {
        self.look(function).0
    }

    /// The fingerprint of a function, whatever the values are called that its facts can still have: two that have two
    /// left each, and lead to the same, are alike.
    pub fn shape(&mut self, function: Function) -> Fingerprint {
        let Some((variable, _)) = self.algebra.store.node(function) else {
            return Fingerprint::from(function);
        };
        let variable = *variable;
        if let Some(known) = self.shaped.get(&function) {
            return *known;
        }
        let children = self.children(function);
        let possible = children.iter().filter(|child| **child != NONE);
        let shapes: Vec<Fingerprint> = possible.map(|child| self.shape(*child)).collect();
        let shape = fingerprint(&(variable, shapes));
        self.shaped.insert(function, shape);
        shape
    }

    /// The facts on which a function still depends; with a clock those that constraints tie to it.
    pub fn facts(&mut self, function: Function) -> Set {
        self.look(function).1
    }

    fn look(&mut self, function: Function) -> (Fingerprint, Set) {
        let Some((variable, _)) = self.algebra.store.node(function) else {
            return (Fingerprint::from(function), Set::default());
        };
        let place = usize::from(*variable);
        if let Some(known) = self.seen.get(&function) {
            return *known;
        }
        let axis = self.chart.axes.get(place);
        let mut facts: Set = axis
            .into_iter()
            .flat_map(|axis| axis.facts.clone())
            .collect();
        let mut prints = Vec::new();
        for child in self.children(function) {
            let (own, below) = self.look(child);
            prints.push(own);
            facts = facts.or(below);
        }
        let result = (fingerprint(&(place, prints)), facts);
        self.seen.insert(function, result);
        result
    }

    /// The outcomes under the default, the strictest and the most lenient readings, once they depend on nothing more.
    #[must_use]
    pub fn triple(&self, function: Function) -> Option<Triple> {
        (function < NONE).then(|| triple(function))
    }

    /// Whether nothing is left of a function, because what was said contradicts itself.
    #[must_use]
    pub fn is_impossible(&self, function: Function) -> bool {
        function == NONE
    }

    /// The number of an end; nothing for a function that still depends on something.
    #[must_use]
    pub fn end(&self, function: Function) -> Option<u32> {
        (function < NONE).then_some(function)
    }
}

/// The outcomes that an end stands for.
pub(super) fn triple(end: u32) -> Triple {
    let digit = |place: u32| end.checked_div(OUTCOMES.pow(place)).unwrap_or(0) % OUTCOMES;
    [0, 1, 2].map(|place| match digit(place) {
        0 => Outcome::NotMet,
        1 => Outcome::Met,
        2 => Outcome::NotAddressed,
        _ => Outcome::Open,
    })
}

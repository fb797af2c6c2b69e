//! Operations on functions of one store. Functions with equal values are one function.

use std::collections::HashMap;

use super::residue::Function;
use super::store::{NONE, Store};

/// Neither met nor ruled out.
pub(super) const OPEN: u32 = 3;
/// How many outcomes there are; three of them make an end of a chart.
pub(super) const OUTCOMES: u32 = 4;

/// The nodes of functions over variables with so many combinations of values each, and what was worked out of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Algebra {
    pub(super) store: Store,
    sizes: Vec<usize>,
    combined: HashMap<(u32, u32), u32>,
    joined: HashMap<(u32, Vec<u32>), u32>,
    chosen: HashMap<(u16, Vec<u32>), u32>,
    kept: HashMap<(u32, u16, u64), u32>,
}

impl Algebra {
    pub(super) fn new(sizes: Vec<usize>) -> Self {
        Self {
            sizes,
            ..Self::default()
        }
    }

    /// The functions of a store, of which something is to be kept.
    pub(super) fn of(store: Store) -> Self {
        Self {
            store,
            ..Self::default()
        }
    }

    /// The function that goes on, for each combination of values of a variable, as the function in its place says.
    /// These may ask variables that come before it.
    pub(super) fn choose(&mut self, variable: u16, of: &[u32]) -> u32 {
        let top = self.store.top(of).filter(|top| *top < variable);
        let Some(top) = top else {
            let own = of.iter().enumerate();
            let children = own.map(|(at, one)| self.store.below(*one, variable, at));
            let children = children.collect();
            return self.store.make(variable, children);
        };
        let key = (variable, of.to_vec());
        if let Some(known) = self.chosen.get(&key) {
            return *known;
        }
        let children = (0..self.alternatives(top)).map(|at| {
            let below = of.iter().map(|one| self.store.below(*one, top, at));
            let below: Vec<u32> = below.collect();
            self.choose(variable, &below)
        });
        let children = children.collect();
        let result = self.store.make(top, children);
        self.chosen.insert(key, result);
        result
    }

    /// The outcome where both agree, open elsewhere.
    pub(super) fn combine(&mut self, a: u32, b: u32) -> u32 {
        let key = (a.min(b), a.max(b));
        match key {
            (NONE, other) | (other, NONE) => return other,
            _ if a == b => return a,
            _ => {}
        }
        let Some(variable) = self.store.top(&[a, b]) else {
            return OPEN;
        };
        if let Some(known) = self.combined.get(&key) {
            return *known;
        }
        let children = (0..self.alternatives(variable))
            .map(|at| {
                let below = [a, b].map(|one| self.store.below(one, variable, at));
                let [a, b] = below;
                self.combine(a, b)
            })
            .collect();
        let result = self.store.make(variable, children);
        self.combined.insert(key, result);
        result
    }

    fn alternatives(&self, variable: u16) -> usize {
        self.sizes.get(usize::from(variable)).copied().unwrap_or(0)
    }

    /// The functions at once: its ends are the ends of all, as digits to this base, the first the lowest.
    pub(super) fn join(&mut self, base: u32, all: &[u32]) -> u32 {
        if all.contains(&NONE) {
            return NONE;
        }
        let Some(variable) = self.store.top(all) else {
            let digits = all.iter().rev();
            return digits.fold(0, |sum: u32, one| {
                sum.saturating_mul(base).saturating_add(*one)
            });
        };
        let key = (base, all.to_vec());
        if let Some(known) = self.joined.get(&key) {
            return *known;
        }
        let children = (0..self.alternatives(variable)).map(|at| {
            let below = all.iter().map(|one| self.store.below(*one, variable, at));
            let below: Vec<u32> = below.collect();
            self.join(base, &below)
        });
        let children = children.collect();
        let result = self.store.make(variable, children);
        self.joined.insert(key, result);
        result
    }

    /// The same function with other ends.
    pub(super) fn ends(
        &mut self,
        function: Function,
        known: &mut HashMap<Function, Function>,
        end: &dyn Fn(u32) -> u32,
    ) -> Function {
        let Some((variable, children)) = self.store.node(function).cloned() else {
            return if function == NONE {
                NONE
            } else {
                end(function)
            };
        };
        if let Some(known) = known.get(&function) {
            return *known;
        }
        let children = children.iter().map(|child| self.ends(*child, known, end));
        let children = children.collect();
        let result = self.store.make(variable, children);
        known.insert(function, result);
        result
    }

    /// What is left of a function when a variable has one of these combinations of values.
    pub(super) fn keep(&mut self, function: u32, variable: u16, left: (&[usize], u64)) -> u32 {
        let node = self.store.node(function).filter(|node| node.0 <= variable);
        let Some((own, children)) = node.cloned() else {
            return function;
        };
        let key = (function, variable, left.1);
        if let Some(known) = self.kept.get(&key) {
            return *known;
        }
        let children = children.iter().enumerate();
        let children = children.map(|(at, child)| match own == variable {
            true if left.0.contains(&at) => *child,
            true => NONE,
            false => self.keep(*child, variable, left),
        });
        let children = children.collect();
        let result = self.store.make(own, children);
        self.kept.insert(key, result);
        result
    }
}

//! What in a policy can never matter: for the checks of its author.

use super::{Compiler, Readings};
use crate::domain::policy::diagram::{MET, NOT_MET};
use crate::domain::policy::model::{Policy, Reading};

/// What a policy looks like once compiled, for the checks of its author.
#[derive(Debug)]
pub(in crate::domain::policy) struct Shape {
    /// How many nodes compiling took.
    pub(in crate::domain::policy) nodes: usize,
    /// For each criterion or part: always met, never met, or neither, under all readings.
    pub(in crate::domain::policy) constants: Vec<Option<bool>>,
    /// Rules and paths without which the outcome is the same under all readings.
    pub(in crate::domain::policy) idle_paths: Vec<(usize, usize)>,
}

impl Policy {
    /// What can never matter, under the default, the strictest and the most lenient readings.
    pub(in crate::domain::policy) fn shape(&self) -> Shape {
        let mut compiler = Compiler::new(self);
        let kinds = [Reading::in_use, Reading::strictest, Reading::most_lenient];
        let readings: Vec<Readings> = kinds
            .iter()
            .map(|kind| self.readings.iter().map(kind).collect())
            .collect();
        let constants = (0..self.named.len())
            .map(|named| compiler.constant(named, &readings))
            .collect();
        let rules = self.rules.iter().enumerate();
        let paths =
            rules.flat_map(|(rule, own)| (0..own.paths.len()).map(move |path| (rule, path)));
        let idle_paths = paths
            .filter(|(rule, path)| compiler.is_idle(*rule, *path, &readings))
            .collect();
        Shape {
            nodes: compiler.builder.len(),
            constants,
            idle_paths,
        }
    }
}

impl Compiler<'_> {
    fn constant(&mut self, named: usize, readings: &[Readings]) -> Option<bool> {
        let roots: Vec<u32> = readings.iter().map(|one| self.named(named, one)).collect();
        match roots.as_slice() {
            all if all.iter().all(|root| *root == MET) => Some(true),
            all if all.iter().all(|root| *root == NOT_MET) => Some(false),
            _ => None,
        }
    }

    fn is_idle(&mut self, rule: usize, path: usize, readings: &[Readings]) -> bool {
        let Some(whole) = self.policy.rules.get(rule) else {
            return false;
        };
        let mut without = whole.clone();
        without.paths.remove(path);
        readings
            .iter()
            .all(|one| self.rule(whole, one) == self.rule(&without, one))
    }
}

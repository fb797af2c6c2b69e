//! Conditions to one shared diagram, with a root for every question the evaluator asks of it.

mod shape;

use std::collections::HashMap;

use crate::domain::policy::diagram::{Builder, Diagram, MET, NOT_ADDRESSED, NOT_MET};
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::{Condition, Policy, Reading, Rule};
use crate::domain::policy::set::Set;

pub(super) use shape::Shape;

/// The most nodes a policy may take while it is compiled: far more than any policy of this kind needs.
pub(super) const MOST_NODES: usize = 200_000;

/// The diagram of a policy and its roots.
#[derive(Debug, Clone, Default)]
pub(super) struct Compiled {
    pub(super) diagram: Diagram,
    /// For each variable the classes that are possible while nothing is known of it.
    pub(super) unknown: Vec<Set>,
    pub(super) roots: Roots,
}

/// Where each question begins.
#[derive(Debug, Clone, Default)]
pub(super) struct Roots {
    /// The outcome under the default readings, the strictest and the most lenient.
    pub(super) default: u32,
    pub(super) strictest: u32,
    pub(super) lenient: u32,
    /// The outcome under the default readings but for one: its reading.
    pub(super) flips: Vec<(usize, u32)>,
    /// The outcome under the strictest readings but for one, and under the most lenient but for one: that reading at
    /// its default.
    pub(super) strictest_but_one: Vec<(usize, u32)>,
    pub(super) lenient_but_one: Vec<(usize, u32)>,
    /// For each criterion or part, under the default readings.
    pub(super) named: Vec<u32>,
    /// For each criterion or part, under the strictest and the most lenient readings.
    pub(super) extremes: Vec<(u32, u32)>,
    /// For each path of each rule, under the default readings, with all the rule requires.
    pub(super) paths: Vec<(usize, usize, u32)>,
    /// For each note that has a condition.
    pub(super) notes: Vec<Option<u32>>,
}

/// A value for each reading.
type Readings = Vec<usize>;

impl Reading {
    /// The value in use: settled, or the default.
    #[must_use]
    pub fn in_use(&self) -> usize {
        self.settled.unwrap_or(self.default)
    }

    pub(super) fn strictest(&self) -> usize {
        self.settled.unwrap_or(0)
    }

    pub(super) fn most_lenient(&self) -> usize {
        self.settled.unwrap_or(self.values.len().saturating_sub(1))
    }
}

struct Compiler<'p> {
    policy: &'p Policy,
    builder: Builder,
    memo: HashMap<(usize, Readings), u32>,
}

impl Policy {
    /// Compiles the conditions; to be done again when a reading is settled.
    pub(super) fn compile(&mut self) {
        let unknown = self
            .variables
            .iter()
            .map(|variable| match variable.facts.as_slice() {
                [_] => Set::first(variable.size),
                _ => {
                    self.possible_tied(variable, &Facts::default(), crate::domain::day::Day::ORIGIN)
                }
            });
        let unknown = unknown.collect();
        let (diagram, roots) = Compiler::new(self).run();
        self.fill_paths(&roots);
        self.compiled = Compiled {
            diagram,
            unknown,
            roots,
        };
    }
}

impl Policy {
    /// The criteria each path leads to under the readings in use: what these readings leave out of a path, being
    /// always met then, is no part of it.
    fn fill_paths(&mut self, roots: &Roots) {
        let named = roots.named.iter().enumerate();
        let idle: Vec<usize> = named
            .filter(|(_, root)| **root == MET)
            .map(|(number, _)| number)
            .collect();
        for rule in 0..self.rules.len() {
            let Some(own) = self.rules.get(rule) else {
                continue;
            };
            let paths: Vec<Vec<usize>> = own
                .paths
                .iter()
                .map(|path| self.criteria_under(&path.all, &idle))
                .collect();
            let Some(own) = self.rules.get_mut(rule) else {
                continue;
            };
            own.paths
                .iter_mut()
                .zip(paths)
                .for_each(|(path, criteria)| path.criteria = criteria);
        }
    }
}

impl<'p> Compiler<'p> {
    fn new(policy: &'p Policy) -> Self {
        let sizes = policy
            .variables
            .iter()
            .map(|variable| u32::try_from(variable.size).unwrap_or(0))
            .collect();
        Self {
            policy,
            builder: Builder::new(sizes),
            memo: HashMap::new(),
        }
    }

    fn run(mut self) -> (Diagram, Roots) {
        let all = &self.policy.readings;
        let default: Readings = all.iter().map(Reading::in_use).collect();
        let strictest: Readings = all.iter().map(Reading::strictest).collect();
        let lenient: Readings = all.iter().map(Reading::most_lenient).collect();
        let mut roots = Roots {
            default: self.outcome(&default),
            strictest: self.outcome(&strictest),
            lenient: self.outcome(&lenient),
            strictest_but_one: self.but_one(&strictest, &default),
            lenient_but_one: self.but_one(&lenient, &default),
            flips: self.flips(&default),
            named: (0..self.policy.named.len())
                .map(|named| self.named(named, &default))
                .collect(),
            extremes: (0..self.policy.named.len())
                .map(|named| (self.named(named, &strictest), self.named(named, &lenient)))
                .collect(),
            paths: self.paths(&default),
            notes: self.notes(&default),
        };
        let diagram = self.builder.finish(&mut roots.all_mut());
        (diagram, roots)
    }

    /// For each reading that differs from its default the outcome with that one at its default.
    fn but_one(&mut self, readings: &Readings, default: &Readings) -> Vec<(usize, u32)> {
        let differing = readings
            .iter()
            .zip(default)
            .enumerate()
            .filter(|(_, (own, default))| own != default);
        let differing: Vec<(usize, usize)> = differing
            .map(|(axis, (_, default))| (axis, *default))
            .collect();
        differing
            .into_iter()
            .map(|(axis, value)| {
                let mut one = readings.clone();
                if let Some(place) = one.get_mut(axis) {
                    *place = value;
                }
                (axis, self.outcome(&one))
            })
            .collect()
    }

    fn flips(&mut self, default: &Readings) -> Vec<(usize, u32)> {
        let readings = self
            .policy
            .readings
            .iter()
            .enumerate()
            .filter(|(_, reading)| reading.settled.is_none());
        let other: Vec<(usize, usize)> = readings
            .flat_map(|(axis, reading)| (0..reading.values.len()).map(move |value| (axis, value)))
            .filter(|(axis, value)| default.get(*axis) != Some(value))
            .collect();
        other
            .into_iter()
            .map(|(axis, value)| {
                let mut flipped = default.clone();
                if let Some(place) = flipped.get_mut(axis) {
                    *place = value;
                }
                (axis, self.outcome(&flipped))
            })
            .collect()
    }

    fn paths(&mut self, default: &Readings) -> Vec<(usize, usize, u32)> {
        let policy = self.policy;
        let mut paths = Vec::new();
        for (rule_number, rule) in policy.rules.iter().enumerate() {
            let required = self.all_named(&rule.requires, default);
            for (path_number, path) in rule.paths.iter().enumerate() {
                let path = self.all_named(&path.all, default);
                let met = self.builder.and(required, path);
                paths.push((
                    rule_number,
                    path_number,
                    self.for_procedures(rule.procedures, met),
                ));
            }
        }
        paths
    }

    fn notes(&mut self, default: &Readings) -> Vec<Option<u32>> {
        let policy = self.policy;
        let conditions = policy.notes.iter().map(|note| note.shown.when.as_ref());
        conditions
            .map(|when| when.map(|when| self.condition(when, default)))
            .collect()
    }

    /// The outcome of the policy under these readings.
    fn outcome(&mut self, readings: &Readings) -> u32 {
        let policy = self.policy;
        let met: Vec<u32> = policy
            .rules
            .iter()
            .map(|rule| self.rule(rule, readings))
            .collect();
        let procedures = self.subject_classes();
        let children = (0..procedures)
            .map(|procedure| self.of_procedure(procedure, &met))
            .collect();
        self.builder.make(0, children)
    }

    fn subject_classes(&self) -> usize {
        self.policy
            .variables
            .first()
            .map_or(0, |variable| variable.size)
    }

    fn of_procedure(&self, procedure: usize, met: &[u32]) -> u32 {
        if self.policy.subject.not_addressed.has(procedure) {
            return NOT_ADDRESSED;
        }
        let rules = self.policy.rules.iter().zip(met);
        let mut own = rules
            .filter(|(rule, _)| rule.procedures.has(procedure))
            .map(|(_, met)| *met);
        let class = u32::try_from(procedure).unwrap_or(u32::MAX);
        own.next()
            .map_or(NOT_MET, |met| self.builder.fix_first(met, class))
    }

    fn for_procedures(&mut self, procedures: Set, met: u32) -> u32 {
        let classes = 0..self.subject_classes();
        let children = classes.map(|procedure| {
            let class = u32::try_from(procedure).unwrap_or(u32::MAX);
            if procedures.has(procedure) {
                self.builder.fix_first(met, class)
            } else {
                NOT_MET
            }
        });
        let children = children.collect();
        self.builder.make(0, children)
    }

    fn rule(&mut self, rule: &Rule, readings: &Readings) -> u32 {
        let required = self.all_named(&rule.requires, readings);
        let mut any = NOT_MET;
        for path in &rule.paths {
            let path = self.all_named(&path.all, readings);
            any = self.builder.or(any, path);
        }
        self.builder.and(required, any)
    }

    fn all_named(&mut self, named: &[usize], readings: &Readings) -> u32 {
        named.iter().fold(MET, |all, named| {
            let one = self.named(*named, readings);
            self.builder.and(all, one)
        })
    }

    fn named(&mut self, number: usize, readings: &Readings) -> u32 {
        let key = (number, readings.clone());
        if let Some(known) = self.memo.get(&key) {
            return *known;
        }
        let policy = self.policy;
        let result = policy
            .named
            .get(number)
            .map_or(NOT_MET, |named| self.condition(&named.condition, readings));
        self.memo.insert(key, result);
        result
    }

    fn condition(&mut self, condition: &Condition, readings: &Readings) -> u32 {
        if self.builder.len() > MOST_NODES {
            return NOT_MET;
        }
        match condition {
            Condition::All(all) => all.iter().fold(MET, |sum, one| {
                let one = self.condition(one, readings);
                self.builder.and(sum, one)
            }),
            Condition::Any(any) => any.iter().fold(NOT_MET, |sum, one| {
                let one = self.condition(one, readings);
                self.builder.or(sum, one)
            }),
            Condition::Not(not) => {
                let inner = self.condition(not, readings);
                self.builder.not(inner)
            }
            Condition::AtLeast(n, of) => self.at_least(*n, of, readings),
            Condition::Fact(fact, classes) => self.fact(*fact, *classes),
            Condition::Reading(axis, value) => u32::from(readings.get(*axis) == Some(value)),
            Condition::Named(named) => self.named(*named, readings),
        }
    }

    fn fact(&mut self, number: usize, classes: Set) -> u32 {
        let Some(fact) = self.policy.facts.get(number) else {
            return NOT_MET;
        };
        let size = self
            .policy
            .variables
            .get(usize::from(fact.variable))
            .map_or(0, |variable| variable.size);
        let mask: Set = (0..size)
            .filter(|class| classes.has(fact.digit(*class)))
            .collect();
        self.builder.test(fact.variable, mask.bits())
    }

    /// `counts[k]` is where exactly the conditions so far leave at least `n - k` still to be met, built from the last.
    fn at_least(&mut self, n: usize, of: &[Condition], readings: &Readings) -> u32 {
        let mut wanted: Vec<u32> = (0..=n).map(|left| u32::from(left == 0)).collect();
        for one in of.iter().rev() {
            let one = self.condition(one, readings);
            let mut next = vec![MET];
            for pair in wanted.windows(2) {
                let [fewer, same] = pair else { continue };
                next.push(self.builder.choose(one, *fewer, *same));
            }
            wanted = next;
        }
        wanted.get(n).copied().unwrap_or(NOT_MET)
    }
}

impl Roots {
    fn all_mut(&mut self) -> Vec<&mut u32> {
        let mut all = vec![&mut self.default, &mut self.strictest, &mut self.lenient];
        let one_apart = [
            &mut self.flips,
            &mut self.strictest_but_one,
            &mut self.lenient_but_one,
        ];
        all.extend(one_apart.into_iter().flatten().map(|(_, root)| root));
        all.extend(self.named.iter_mut());
        all.extend(
            self.extremes
                .iter_mut()
                .flat_map(|(strict, lenient)| [strict, lenient]),
        );
        all.extend(self.paths.iter_mut().map(|(_, _, root)| root));
        all.extend(self.notes.iter_mut().flatten());
        all
    }
}

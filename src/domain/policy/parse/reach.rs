//! What can never matter: criteria that are never or always met, paths that add nothing, readings that run the wrong
//! way. Looked at with the policy compiled.

use crate::domain::policy::compile::{MOST_NODES, Shape};
use crate::domain::policy::model::{Condition, Policy};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::set::Set;

impl Reader<'_> {
    /// Fills in what follows from the conditions, compiles, and refuses what can never matter.
    pub(super) fn reach(&mut self, policy: &mut Policy) {
        if self.faults.refuse() {
            return;
        }
        fill_in(policy);
        self.lists(policy);
        self.monotone(policy);
        policy.compile();
        let shape = policy.shape();
        if shape.nodes > MOST_NODES {
            let span = self.raw.policy.id.span.clone();
            self.faults
                .error(span, "the policy is too entangled to be evaluated")
                .help("put the facts that criteria use together next to one another in the file");
            return;
        }
        self.constants(policy, &shape);
        self.idle_paths(policy, &shape);
    }

    fn constants(&mut self, policy: &Policy, shape: &Shape) {
        for (number, always) in shape.constants.iter().enumerate() {
            let (Some(always), Some(named)) = (always, policy.named.get(number)) else {
                continue;
            };
            let span = self
                .id_of(number)
                .map(|id| id.span.clone())
                .unwrap_or_default();
            let (message, help) = if *always {
                (
                    format!("`{}` is met whatever the facts", named.name),
                    "it decides nothing; remove it",
                )
            } else {
                (
                    format!("`{}` can never be met", named.name),
                    "two of its conditions exclude each other",
                )
            };
            self.faults.error(span, message).help(help);
        }
    }

    fn idle_paths(&mut self, policy: &Policy, shape: &Shape) {
        for (rule, path) in &shape.idle_paths {
            let raw = self
                .raw
                .rule
                .get(*rule)
                .and_then(|rule| rule.paths.get(*path));
            let Some(raw) = raw.filter(|_| policy.rules.get(*rule).is_some()) else {
                continue;
            };
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("the path `{}` never decides", raw.id.value),
                )
                .help("whenever it is met another path is met too, or it can never be met");
        }
    }

    /// A list is about facts the criterion rests on.
    fn lists(&mut self, policy: &Policy) {
        for (raw, named) in self.raw.criterion.iter().zip(&policy.named) {
            let facts = named
                .criterion
                .as_ref()
                .map_or(Set::default(), |criterion| criterion.facts);
            for fact in raw.list.iter().flat_map(|list| &list.of) {
                let number = policy
                    .facts
                    .iter()
                    .position(|one| one.name.as_str() == fact.value);
                if number.is_some_and(|number| !facts.has(number)) {
                    self.faults
                        .error(
                            fact.span.clone(),
                            format!("`{}` does not rest on `{}`", named.name, fact.value),
                        )
                        .help("a list names facts that the criterion looks at");
                }
            }
        }
    }

    /// The strictest value of a reading can only take away, the most lenient only add.
    fn monotone(&mut self, policy: &Policy) {
        let mut wrong = Set::default();
        for rule in &policy.rules {
            let paths = rule.paths.iter().flat_map(|path| &path.all);
            for name in rule.requires.iter().chain(paths) {
                policy.against(&Condition::Named(*name), true, &mut wrong);
            }
        }
        for number in wrong.iter() {
            let Some(reading) = self.raw.reading.get(number) else {
                continue;
            };
            self.faults
                .error(reading.id.span.clone(), format!("the reading `{}` does not run from strict to lenient", reading.id.value))
                .help("order `values` so that a later value never takes away what an earlier one allows");
        }
    }
}

fn fill_in(policy: &mut Policy) {
    for number in 0..policy.named.len() {
        let mut facts = Set::default();
        policy.collect_facts(&Condition::Named(number), &mut facts);
        let mut readings = Set::default();
        policy.collect_readings(&Condition::Named(number), &mut readings);
        if let Some(criterion) = policy
            .named
            .get_mut(number)
            .and_then(|named| named.criterion.as_mut())
        {
            criterion.facts = facts;
            criterion.readings = readings;
        }
    }
    for rule in 0..policy.rules.len() {
        let Some(own) = policy.rules.get(rule) else {
            continue;
        };
        let roots = own
            .requires
            .iter()
            .chain(own.paths.iter().flat_map(|path| &path.all));
        let roots: Vec<usize> = roots.copied().collect();
        let criteria = policy.criteria_under(&roots, &[]);
        let every: Vec<Vec<usize>> = own
            .paths
            .iter()
            .map(|path| policy.criteria_under(&path.all, &[]))
            .collect();
        if let Some(own) = policy.rules.get_mut(rule) {
            own.criteria = criteria;
            own.paths
                .iter_mut()
                .zip(every)
                .for_each(|(path, every)| path.every_criterion = every);
        }
    }
}

impl Policy {
    pub(in crate::domain::policy) fn collect_facts(&self, condition: &Condition, facts: &mut Set) {
        let mut names = Vec::new();
        condition.walk(&mut |one| match one {
            Condition::Fact(fact, _) => facts.add(*fact),
            Condition::Named(name) => names.push(*name),
            _ => {}
        });
        for named in names.into_iter().filter_map(|name| self.named.get(name)) {
            self.collect_facts(&named.condition, facts);
        }
    }

    pub(in crate::domain::policy) fn collect_readings(
        &self,
        condition: &Condition,
        readings: &mut Set,
    ) {
        let mut names = Vec::new();
        condition.walk(&mut |one| match one {
            Condition::Reading(reading, _) => readings.add(*reading),
            Condition::Named(name) => names.push(*name),
            _ => {}
        });
        for named in names.into_iter().filter_map(|name| self.named.get(name)) {
            self.collect_readings(&named.condition, readings);
        }
    }

    /// Collects readings that stand where a more lenient value could take away. A test for one value is allowed where
    /// it holds for the most lenient value (positively) or for the strictest one (under a `not`).
    fn against(&self, condition: &Condition, positive: bool, wrong: &mut Set) {
        match condition {
            Condition::All(inner) | Condition::Any(inner) | Condition::AtLeast(_, inner) => {
                inner
                    .iter()
                    .for_each(|one| self.against(one, positive, wrong));
            }
            Condition::Not(inner) => self.against(inner, !positive, wrong),
            Condition::Named(name) => {
                if let Some(named) = self.named.get(*name) {
                    self.against(&named.condition, positive, wrong);
                }
            }
            Condition::Reading(reading, value) => {
                let last = self
                    .readings
                    .get(*reading)
                    .map_or(0, |one| one.values.len().saturating_sub(1));
                let right = if positive {
                    *value == last
                } else {
                    *value == 0
                };
                if !right {
                    wrong.add(*reading);
                }
            }
            Condition::Fact(..) => {}
        }
    }
}

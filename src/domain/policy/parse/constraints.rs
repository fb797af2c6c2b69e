//! Constraints between clocks, and the variables that follow from them.

use crate::domain::name::CriterionName;
use crate::domain::policy::clocks::{MOST_TIED, Variable};
use crate::domain::policy::model::{Constraint, Policy};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::parse::names::{Names, define};
use crate::domain::policy::raw;
use crate::domain::policy::set::Set;

impl Reader<'_> {
    pub(super) fn constraints(&mut self, names: &Names<'_>) -> Vec<Constraint> {
        let mut taken = Vec::new();
        let raw = self.raw;
        raw.constraint
            .iter()
            .filter_map(|one| self.constraint(one, names, &mut taken))
            .collect()
    }

    fn constraint(
        &mut self,
        raw: &raw::Constraint,
        names: &Names<'_>,
        taken: &mut Vec<String>,
    ) -> Option<Constraint> {
        let name: Option<CriterionName> = define(&raw.id, "constraint", taken, self.faults);
        let later = names.clock(&raw.fact, self.faults);
        let earlier = names.clock(&raw.starts_no_earlier_than, self.faults);
        if later.is_some() && later == earlier {
            self.faults
                .error(
                    raw.starts_no_earlier_than.span.clone(),
                    "a clock is held against itself",
                )
                .help("name another date or period");
        }
        Some(Constraint {
            name: name?,
            later: later?,
            earlier: earlier?,
            cite: self.cite(&raw.cite, names),
        })
    }

    /// Gives every fact its variable: the procedure first, then in the order of the file, tied clocks together.
    pub(super) fn arrange(&mut self, policy: &mut Policy) {
        let subject = policy.subject.fact;
        let order =
            std::iter::once(subject).chain((0..policy.facts.len()).filter(|fact| *fact != subject));
        let mut placed = Set::default();
        let mut variables = Vec::new();
        for fact in order {
            if !placed.has(fact) {
                let tied = tied_to(fact, &policy.constraints);
                placed = placed.or(tied);
                variables.push(self.variable(policy, tied, variables.len()));
            }
        }
        policy.variables = variables;
    }

    fn variable(&mut self, policy: &mut Policy, tied: Set, place: usize) -> Variable {
        let facts: Vec<usize> = tied.iter().collect();
        let mut size: usize = 1;
        for number in &facts {
            if let Some(fact) = policy.facts.get_mut(*number) {
                fact.variable = u16::try_from(place).unwrap_or(u16::MAX);
                fact.stride = u32::try_from(size).unwrap_or(u32::MAX);
                size = size.saturating_mul(fact.kind.classes());
            }
        }
        let within = policy.constraints.iter().filter(|one| tied.has(one.later));
        let ties = within.map(|one| (one.later, one.earlier)).collect();
        if facts.len() > MOST_TIED || size > Set::LIMIT {
            let span = self
                .raw
                .constraint
                .last()
                .map(|one| one.id.span.clone())
                .unwrap_or_default();
            self.faults
                .error(span, "these constraints tie too many clocks together")
                .help(format!(
                    "at most {MOST_TIED} clocks with {} classes in all",
                    Set::LIMIT
                ));
        }
        Variable { facts, size, ties }
    }
}

/// The facts that constraints tie to this one, itself included.
fn tied_to(fact: usize, constraints: &[Constraint]) -> Set {
    let mut tied = Set::of(fact);
    loop {
        let touching = constraints
            .iter()
            .filter(|one| tied.has(one.later) || tied.has(one.earlier));
        let more = touching.fold(tied, |sum, one| {
            sum.or(Set::of(one.later)).or(Set::of(one.earlier))
        });
        if more == tied {
            return tied;
        }
        tied = more;
    }
}

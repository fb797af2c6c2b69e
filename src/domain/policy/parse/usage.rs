//! What is defined and used by nothing, and what leads back to itself.

use crate::domain::authored::At;
use crate::domain::policy::model::{Condition, Kind, Policy};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::set::Set;

impl Condition {
    /// The criteria and parts it names.
    pub(super) fn names(&self, out: &mut Vec<usize>) {
        self.walk(&mut |one| {
            if let Self::Named(name) = one {
                out.push(*name);
            }
        });
    }

    /// Looks at every condition it is made of, itself included.
    pub(in crate::domain::policy) fn walk(&self, look: &mut impl FnMut(&Self)) {
        look(self);
        match self {
            Self::All(inner) | Self::Any(inner) | Self::AtLeast(_, inner) => {
                inner.iter().for_each(|one| one.walk(look));
            }
            Self::Not(inner) => inner.walk(look),
            Self::Fact(..) | Self::Reading(..) | Self::Named(_) => {}
        }
    }
}

impl Reader<'_> {
    /// Refuses cycles, and what no rule leads to. Nothing is said of a file whose names do not resolve yet.
    pub(super) fn usage(&mut self, policy: &Policy) {
        if self.faults.refuse() || self.cycles(policy) {
            return;
        }
        let roots: Vec<usize> = policy
            .rules
            .iter()
            .flat_map(|rule| {
                rule.requires
                    .iter()
                    .chain(rule.paths.iter().flat_map(|path| &path.all))
            })
            .copied()
            .collect();
        let reached = reached(policy, &roots);
        self.unused_names(policy, &reached);
        self.unused_facts_and_readings(policy);
        self.undocumented(policy, &reached);
    }

    fn cycles(&mut self, policy: &Policy) -> bool {
        let mut found = false;
        for start in 0..policy.named.len() {
            let mut trail = Vec::new();
            if leads_to(policy, start, start, &mut trail) {
                found = true;
                let names: Vec<&str> = trail
                    .iter()
                    .filter_map(|one| policy.name_of(*one))
                    .map(|name| name.as_str())
                    .collect();
                let Some(id) = self.id_of(start) else {
                    continue;
                };
                let message = format!("`{}` leads back to itself", id.value);
                let help = format!(
                    "it goes {}; take one of these steps out",
                    names.join(" -> ")
                );
                self.faults.error(id.span.clone(), message).help(help);
            }
        }
        found
    }

    /// Where a criterion or part is defined.
    pub(super) fn id_of(&self, number: usize) -> Option<&At<String>> {
        let criteria = self.raw.criterion.iter().map(|criterion| &criterion.id);
        criteria
            .chain(self.raw.part.iter().map(|part| &part.id))
            .nth(number)
    }

    fn unused_names(&mut self, policy: &Policy, reached: &[bool]) {
        for (number, named) in policy.named.iter().enumerate() {
            if reached.get(number) == Some(&true) {
                continue;
            }
            let what = if named.criterion.is_some() {
                "criterion"
            } else {
                "part"
            };
            let span = self
                .id_of(number)
                .map(|id| id.span.clone())
                .unwrap_or_default();
            self.faults
                .error(
                    span,
                    format!("no rule leads to the {what} `{}`", named.name),
                )
                .help("name it in a path or in `requires`, or remove it");
        }
    }

    fn unused_facts_and_readings(&mut self, policy: &Policy) {
        let (mut facts, mut readings) = (Set::of(policy.subject.fact), Set::default());
        let mut look = |condition: &Condition| match condition {
            Condition::Fact(fact, _) => facts.add(*fact),
            Condition::Reading(reading, _) => readings.add(*reading),
            _ => {}
        };
        policy
            .named
            .iter()
            .for_each(|named| named.condition.walk(&mut look));
        policy
            .notes
            .iter()
            .filter_map(|note| note.shown.when.as_ref())
            .for_each(|when| when.walk(&mut look));
        for (number, fact) in self
            .raw
            .fact
            .iter()
            .enumerate()
            .filter(|(number, _)| !facts.has(*number))
        {
            let _ = number;
            self.faults
                .error(
                    fact.id.span.clone(),
                    format!("no criterion or note looks at the fact `{}`", fact.id.value),
                )
                .help("use it in a criterion, or remove it");
        }
        for (_, reading) in self
            .raw
            .reading
            .iter()
            .enumerate()
            .filter(|(number, _)| !readings.has(*number))
        {
            self.faults
                .error(
                    reading.id.span.clone(),
                    format!("no criterion looks at the reading `{}`", reading.id.value),
                )
                .help("use it in a criterion, or remove it");
        }
    }

    /// A fact that a rule rests on is stated by the request or can be shown by a document.
    fn undocumented(&mut self, policy: &Policy, reached: &[bool]) {
        let shown = policy.shown_by(Set::first(policy.documents.len()));
        let mut facts = Set::default();
        let named = policy
            .named
            .iter()
            .zip(reached)
            .filter(|(_, reached)| **reached);
        named.for_each(|(named, _)| {
            named.condition.walk(&mut |one| {
                if let Condition::Fact(fact, _) = one {
                    facts.add(*fact);
                }
            });
        });
        for number in facts.less(shown).iter() {
            let Some(fact) = self.raw.fact.get(number) else {
                continue;
            };
            self.faults
                .error(
                    fact.id.span.clone(),
                    format!("no document can show the fact `{}`", fact.id.value),
                )
                .help("add it to a document's `shows`, or write `stated_by = \"request\"`");
        }
    }
}

fn reached(policy: &Policy, roots: &[usize]) -> Vec<bool> {
    let mut reached = vec![false; policy.named.len()];
    let mut stack = roots.to_vec();
    while let Some(number) = stack.pop() {
        if reached
            .get_mut(number)
            .is_some_and(|seen| !std::mem::replace(seen, true))
            && let Some(named) = policy.named.get(number)
        {
            named.condition.names(&mut stack);
        }
    }
    reached
}

/// Whether a way leads from `from` to `goal`; the trail is that way.
fn leads_to(policy: &Policy, from: usize, goal: usize, trail: &mut Vec<usize>) -> bool {
    trail.push(from);
    let mut next = Vec::new();
    if let Some(named) = policy.named.get(from) {
        named.condition.names(&mut next);
    }
    for step in next {
        if step == goal {
            trail.push(goal);
            return true;
        }
        if !trail.contains(&step) && leads_to(policy, step, goal, trail) {
            return true;
        }
    }
    trail.pop();
    false
}

impl Policy {
    /// Whether a fact is a choice with values that leave it open.
    #[must_use]
    pub fn can_stay_open(&self, fact: usize) -> bool {
        matches!(self.facts.get(fact).map(|fact| &fact.kind), Some(Kind::Choice { open, .. }) if !open.is_empty())
    }
}

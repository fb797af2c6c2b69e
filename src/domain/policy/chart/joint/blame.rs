//! What is responsible for a difference: the innermost conditions that come out otherwise for the facts of a case.

use std::collections::BTreeSet;

use super::Joint;
use super::Says;
use crate::domain::authored::Entry;
use crate::domain::policy::evaluate::evaluate;
use crate::domain::policy::facts::{Facts, ValueMap};
use crate::domain::policy::model::{Condition, Kind, Policy};
use crate::domain::policy::restrict::{Outcome, Restricted};
use crate::domain::policy::set::Set;
use crate::domain::policy::value::Value;

/// Something in a policy that is responsible for a difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// Its name.
    pub name: String,
}

/// What a cause is: the table of `policy.toml` it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// A criterion.
    Criterion,
    /// A part.
    Part,
    /// A rule.
    Rule,
    /// A constraint.
    Constraint,
    /// A fact.
    Fact,
    /// A reading.
    Reading,
}

impl CauseKind {
    /// The table's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Criterion => "criterion",
            Self::Part => "part",
            Self::Rule => "rule",
            Self::Constraint => "constraint",
            Self::Fact => "fact",
            Self::Reading => "reading",
        }
    }
}

/// How a condition comes out under the default, the strictest and the most lenient readings.
type Comes = [Outcome; 3];

impl Joint<'_> {
    /// What is responsible for what the policies say differently of these facts. Where no condition comes out otherwise
    /// it is a rule, a constraint, or a fact for which one of them has no words.
    #[must_use]
    pub fn causes(&self, values: &ValueMap) -> Vec<Cause> {
        let [old, new] = self.policies;
        let (Some(before), Some(after)) = (own_facts(old, values), own_facts(new, values)) else {
            return self.speechless(values);
        };
        let contradicts =
            |policy, facts| Restricted::new(policy, facts, self.today).contradictory();
        if contradicts(old, &before) != contradicts(new, &after) {
            return self.otherwise(&before, &after);
        }
        let differing = self.differing(&before, &after);
        let inner = |name: &&String| {
            !self.policies.iter().any(|policy| {
                let refers = policy.referred(name).into_iter();
                refers.into_iter().any(|other| differing.contains(&other))
            })
        };
        let causes = differing.iter().filter(inner).flat_map(|name| {
            let others = self.moved_by(name);
            let own = others.is_empty().then(|| Cause {
                kind: self.kind_of(name),
                name: name.clone(),
            });
            others.into_iter().chain(own)
        });
        let causes: BTreeSet<Cause> = causes.collect();
        let causes: Vec<Cause> = causes.into_iter().collect();
        if causes.is_empty() {
            self.otherwise(&before, &after)
        } else {
            causes
        }
    }

    /// Where a condition is put as it was, what moves it: readings in it that are taken otherwise, or else what ties facts.
    fn moved_by(&self, name: &str) -> Vec<Cause> {
        let [old, new] = self.policies.map(Policy::entries);
        let of = |all: &[Entry], table: &str, name: &str| {
            let mut all = all.iter();
            all.find(|one| one.table == table && one.name == name)
                .cloned()
        };
        let table = self.kind_of(name).as_str();
        let own = of(&old, table, name);
        if own.is_none() || own != of(&new, table, name) {
            return Vec::new();
        }
        let [policy, _] = self.policies;
        let number = policy
            .named
            .iter()
            .position(|one| one.name.as_str() == name);
        let mut readings = Set::default();
        if let Some(number) = number {
            policy.collect_readings(&Condition::Named(number), &mut readings);
        }
        let names = readings.iter().filter_map(|one| policy.readings.get(one));
        let names = names.map(|one| one.name.to_string());
        let changed = names.filter(|one| of(&old, "reading", one) != of(&new, "reading", one));
        let causes = changed.map(|name| Cause {
            kind: CauseKind::Reading,
            name,
        });
        let causes: Vec<Cause> = causes.collect();
        match causes.is_empty() {
            true => self.ties().into_iter().collect(),
            false => causes,
        }
    }

    /// What each policy says of these facts.
    #[must_use]
    pub fn says(&self, values: &ValueMap) -> [Says; 2] {
        self.policies.map(|policy| {
            let facts = own_facts(policy, values)?;
            Some(evaluate(policy, &facts, self.today).disposition)
        })
    }

    /// The criteria and parts that come out otherwise, and those that only one policy has.
    fn differing(&self, before: &Facts, after: &Facts) -> BTreeSet<String> {
        let [old, new] = self.policies;
        let (before, after) = (self.comes(old, before), self.comes(new, after));
        let all = before.iter().chain(&after);
        let differs = all.filter(|(name, _)| {
            let own = |all: &[(String, Comes)]| all.iter().find(|one| one.0 == *name).cloned();
            own(&before) != own(&after)
        });
        differs.map(|(name, _)| name.clone()).collect()
    }

    fn comes(&self, policy: &Policy, facts: &Facts) -> Vec<(String, Comes)> {
        let mut restricted = Restricted::new(policy, facts, self.today);
        if restricted.contradictory() {
            return Vec::new();
        }
        let roots = &policy.compiled.roots;
        let named = policy.named.iter().zip(&roots.named).zip(&roots.extremes);
        let named = named.map(|((named, root), (strict, lenient))| {
            let comes = [*root, *strict, *lenient].map(|root| restricted.outcome(root));
            (named.name.to_string(), comes)
        });
        named.collect()
    }

    fn kind_of(&self, name: &str) -> CauseKind {
        let named = self.policies.iter().flat_map(|policy| &policy.named);
        let mut own = named.filter(|named| named.name.as_str() == name);
        match own.next().map(|named| named.criterion.is_some()) {
            Some(false) => CauseKind::Part,
            _ => CauseKind::Criterion,
        }
    }

    /// The facts that one of the policies does not have, or not with such a value.
    fn speechless(&self, values: &ValueMap) -> Vec<Cause> {
        let unsaid = values.iter().filter(|one| {
            let one = [*one];
            let mut both = self.policies.iter();
            both.any(|policy| policy.facts(one).is_err())
        });
        let causes = unsaid.map(|(fact, _)| Cause {
            kind: CauseKind::Fact,
            name: fact.to_string(),
        });
        causes.collect()
    }

    /// Constraints that only one policy has, or else the rules of the procedure.
    fn otherwise(&self, before: &Facts, after: &Facts) -> Vec<Cause> {
        let [old, new] = self.policies;
        let rule = |policy: &Policy, facts: &Facts| {
            let rule = policy.rules.get(policy.rule_of(facts)?)?;
            Some(rule.name.to_string())
        };
        let mut causes = self.ties();
        if causes.is_empty() {
            let rules = [rule(old, before), rule(new, after)].into_iter().flatten();
            causes.extend(rules.map(|name| Cause {
                kind: CauseKind::Rule,
                name,
            }));
        }
        causes.into_iter().collect()
    }

    /// Constraints that only one policy has.
    fn ties(&self) -> BTreeSet<Cause> {
        let [old, new] = self.policies;
        let mut causes: BTreeSet<Cause> = BTreeSet::new();
        for (policy, other) in [(old, new), (new, old)] {
            let tied = |policy: &Policy, number: usize| {
                policy.facts.get(number).map(|fact| fact.name.to_string())
            };
            let ties = |policy: &Policy| -> Vec<_> {
                let all = policy.constraints.iter();
                all.map(|one| (tied(policy, one.later), tied(policy, one.earlier)))
                    .collect()
            };
            let others = ties(other);
            let own = policy.constraints.iter().zip(ties(policy));
            let only = own.filter(|(_, tie)| !others.contains(tie));
            causes.extend(only.map(|(one, _)| Cause {
                kind: CauseKind::Constraint,
                name: one.name.to_string(),
            }));
        }
        causes
    }
}

/// The facts of a case that a policy has; nothing when it has no words for one of them.
fn own_facts(policy: &Policy, values: &ValueMap) -> Option<Facts> {
    let own = values.iter().filter(|(fact, value)| {
        let fact = policy.fact(fact);
        fact.is_some_and(|fact| is_of_kind(value, &fact.kind))
    });
    policy.facts(own).ok()
}

/// Whether a value is of such a kind at all.
fn is_of_kind(value: &Value, kind: &Kind) -> bool {
    matches!(
        (value, kind),
        (Value::Choice(_), Kind::Choice { .. })
            | (Value::Flag(_), Kind::Flag)
            | (Value::Date(_), Kind::Date { .. })
            | (Value::Period { .. }, Kind::Period { .. })
            | (Value::Number(..), Kind::Number { .. })
    )
}

impl Policy {
    /// The criteria and parts that a criterion or part names.
    fn referred(&self, name: &str) -> Vec<String> {
        let named = self
            .named
            .iter()
            .filter(|named| named.name.as_str() == name);
        let mut names = Vec::new();
        for named in named {
            named.condition.walk(&mut |one| {
                if let Condition::Named(number) = one
                    && let Some(other) = self.named.get(*number)
                {
                    names.push(other.name.to_string());
                }
            });
        }
        names
    }
}

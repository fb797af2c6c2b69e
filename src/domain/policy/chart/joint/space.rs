//! The space of answers of two policies: the classes of every fact that either can tell apart.

use crate::domain::day::{Day, DayRange};
use crate::domain::name::FactName;
use crate::domain::policy::facts::ValueMap;
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::set::Set;
use crate::domain::policy::value::Value;

/// One fact, or the clocks that constraints of either policy tie together.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its facts.
    pub facts: Vec<FactName>,
    /// The number of each of them in each policy.
    numbers: Vec<[Option<usize>; 2]>,
    /// What can be said of them; first that nothing is on record.
    pub classes: Vec<Class>,
}

/// Answers that neither policy can tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// A value of each fact that is on record.
    pub values: ValueMap,
    /// For each policy the classes that are left of each of its variables; nothing when it has no words for it.
    pub(super) left: [Option<Left>; 2],
}

/// What is left of variables, by number.
pub(super) type Left = Vec<(u16, Set)>;

/// A fact with its number in each policy. A fact of another kind is another fact, whatever its name.
#[derive(Debug, Clone, PartialEq)]
struct Shared {
    name: FactName,
    numbers: [Option<usize>; 2],
}

struct Space<'p> {
    policies: [&'p Policy; 2],
    today: Day,
    facts: Vec<Shared>,
}

/// The dimensions in the order of the old policy, each new fact after the one it follows in the new policy.
pub(super) fn dimensions(policies: [&Policy; 2], today: Day) -> Vec<Dimension> {
    let facts = shared(policies);
    let space = Space {
        policies,
        today,
        facts,
    };
    let mut placed = Vec::new();
    let mut dimensions = Vec::new();
    for fact in 0..space.facts.len() {
        if !placed.contains(&fact) {
            let tied = space.tied(fact);
            placed.extend(&tied);
            dimensions.push(space.dimension(&tied));
        }
    }
    dimensions
}

fn shared([old, new]: [&Policy; 2]) -> Vec<Shared> {
    let in_order = |policy: &Policy| -> Vec<usize> {
        let variables = policy.variables.iter();
        variables.flat_map(|one| one.facts.clone()).collect()
    };
    let same_kind = |a: &Fact, b: &Fact| {
        a.name == b.name && std::mem::discriminant(&a.kind) == std::mem::discriminant(&b.kind)
    };
    let mut all: Vec<Shared> = Vec::new();
    for number in in_order(old) {
        if let Some(fact) = old.facts.get(number) {
            let other = new.facts.iter().position(|other| same_kind(fact, other));
            all.push(Shared {
                name: fact.name.clone(),
                numbers: [Some(number), other],
            });
        }
    }
    let mut after = 0;
    for number in in_order(new) {
        let known = |one: &Shared| one.numbers.last() == Some(&Some(number));
        match all.iter().position(known) {
            Some(place) => after = place.saturating_add(1),
            None => {
                let Some(fact) = new.facts.get(number) else {
                    continue;
                };
                let own = Shared {
                    name: fact.name.clone(),
                    numbers: [None, Some(number)],
                };
                all.insert(after.min(all.len()), own);
                after = after.saturating_add(1);
            }
        }
    }
    all
}

impl Space<'_> {
    /// A fact in each policy that has it.
    fn own(&self, shared: &Shared) -> impl Iterator<Item = (usize, &Fact)> {
        let numbers = shared.numbers.into_iter().zip(&self.policies).enumerate();
        numbers.filter_map(|(side, (number, policy))| Some((side, policy.facts.get(number?)?)))
    }

    /// The facts that either policy ties to this one, itself included.
    fn tied(&self, fact: usize) -> Vec<usize> {
        let mut tied = vec![fact];
        loop {
            let more = (0..self.facts.len()).find(|other| {
                !tied.contains(other) && tied.iter().any(|one| self.share_a_variable(*one, *other))
            });
            match more {
                Some(more) => tied.push(more),
                None => break,
            }
        }
        tied.sort_unstable();
        tied
    }

    fn share_a_variable(&self, a: usize, b: usize) -> bool {
        let variables = |fact: usize| -> Vec<(usize, u16)> {
            let shared = self.facts.get(fact).into_iter();
            let own = shared.flat_map(|one| self.own(one));
            own.map(|(side, fact)| (side, fact.variable)).collect()
        };
        let others = variables(b);
        variables(a).iter().any(|one| others.contains(one))
    }

    fn dimension(&self, tied: &[usize]) -> Dimension {
        let facts: Vec<&Shared> = tied.iter().filter_map(|one| self.facts.get(*one)).collect();
        let mut all = vec![ValueMap::new()];
        for fact in &facts {
            let values = self.values(fact, &facts);
            let longer = all.iter().flat_map(|rest| {
                let known = values.iter().map(|value| {
                    let mut values = rest.clone();
                    values.insert(fact.name.clone(), value.clone());
                    values
                });
                std::iter::once(rest.clone()).chain(known)
            });
            all = longer.collect();
        }
        let mut dimension = Dimension {
            facts: facts.iter().map(|one| one.name.clone()).collect(),
            numbers: facts.iter().map(|one| one.numbers).collect(),
            classes: Vec::new(),
        };
        for values in all {
            let class = dimension.class(self.policies, values, self.today);
            if !dimension.classes.iter().any(|one| one.is_like(&class)) {
                dimension.classes.push(class);
            }
        }
        dimension
    }

    /// A value in place of all that neither policy can tell apart from it.
    fn values(&self, shared: &Shared, tied: &[&Shared]) -> Vec<Value> {
        let kinds: Vec<&Kind> = self.own(shared).map(|(_, fact)| &fact.kind).collect();
        let thresholds = |of: &[&Shared]| {
            let facts = of.iter().flat_map(|shared| self.own(shared));
            let all = facts.flat_map(|(_, fact)| fact.kind.thresholds().to_vec());
            let mut all: Vec<i64> = all.collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        match kinds.first() {
            Some(Kind::Choice { .. }) => choices(&kinds),
            Some(Kind::Flag) => vec![Value::Flag(true), Value::Flag(false)],
            Some(Kind::Number { .. }) => numbers(&kinds, &thresholds(&[shared])),
            Some(Kind::Date { .. }) => {
                let ages = ages(&thresholds(tied), tied.len());
                ages.iter().map(|age| Value::Date(self.ago(*age))).collect()
            }
            Some(Kind::Period { .. }) => self.periods(&ages(&thresholds(tied), tied.len()), tied),
            None => Vec::new(),
        }
    }

    /// Periods that go on and, where it matters when they began, such that have ended.
    fn periods(&self, ages: &[i32], tied: &[&Shared]) -> Vec<Value> {
        let period = |start: i32, end: Option<i32>| Value::Period {
            start: self.ago(start),
            end: end.map(|end| self.ago(end)),
        };
        let on = ages.iter().map(|age| period(*age, None));
        let ended = ages.iter().filter(|_| tied.len() > 1).flat_map(|began| {
            let lasted = ages.iter().filter(move |days| *days < began);
            lasted.map(move |days| (*began, began.saturating_sub(*days)))
        });
        let ended: Vec<(i32, i32)> = ended.collect();
        let ended = ended
            .into_iter()
            .map(|(began, end)| period(began, Some(end)));
        on.chain(ended).collect()
    }

    fn ago(&self, days: i32) -> DayRange {
        DayRange::exactly(self.today.plus(days.saturating_neg()))
    }
}

impl Dimension {
    /// The class in which values of its facts lie, whether or not it is among those that are listed.
    pub(super) fn class(&self, policies: [&Policy; 2], values: ValueMap, today: Day) -> Class {
        let [old, new] = policies;
        let left = [(0, old), (1, new)].map(|side| self.left(side, &values, today));
        Class { values, left }
    }

    fn left(
        &self,
        (side, policy): (usize, &Policy),
        values: &ValueMap,
        today: Day,
    ) -> Option<Left> {
        let own = self.facts.iter().zip(&self.numbers);
        let own = own.filter_map(|(name, numbers)| {
            let fact = policy.facts.get(numbers.get(side).copied().flatten()?)?;
            Some((name, fact))
        });
        let own: Vec<(&FactName, &Fact)> = own.collect();
        let known = own
            .iter()
            .filter_map(|(name, _)| values.get_key_value(*name));
        let known = policy.facts(known).ok()?;
        let mut left: Left = Vec::new();
        for (_, fact) in own {
            if left.iter().all(|(variable, _)| *variable != fact.variable) {
                let variable = policy.variables.get(usize::from(fact.variable))?;
                left.push((fact.variable, policy.possible_of(variable, &known, today)));
            }
        }
        Some(left)
    }
}

impl Class {
    /// Whether neither policy can tell it from the other: the same facts are on record, choices are the same, and of
    /// everything else the same is left possible.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let mut pairs = self.values.iter().zip(&other.values);
        let alike = |a: &Value, b: &Value| match (a, b) {
            (Value::Choice(_) | Value::Flag(_), _) => a == b,
            _ => true,
        };
        self.left == other.left
            && self.values.len() == other.values.len()
            && pairs.all(|((fact, a), (same, b))| fact == same && alike(a, b))
    }
}

fn choices(kinds: &[&Kind]) -> Vec<Value> {
    let mut all = Vec::new();
    for kind in kinds {
        if let Kind::Choice { values, .. } = kind {
            let more = values.iter().cloned().map(Value::Choice);
            for value in more {
                if !all.contains(&value) {
                    all.push(value);
                }
            }
        }
    }
    all
}

/// The least number of each class, and the bounds of either policy.
fn numbers(kinds: &[&Kind], thresholds: &[i64]) -> Vec<Value> {
    let bounds = kinds.iter().flat_map(|kind| match kind {
        Kind::Number {
            least, greatest, ..
        } => vec![*least, *greatest],
        _ => Vec::new(),
    });
    let mut all: Vec<i64> = bounds.chain(thresholds.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|one| Value::Number(one, one)).collect()
}

/// So many days of each class as there are clocks: the last days before a threshold, and the first after all of them.
fn ages(thresholds: &[i64], clocks: usize) -> Vec<i32> {
    let days = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
    let clocks = i32::try_from(clocks).unwrap_or(1);
    let mut all = Vec::new();
    let mut first = 0;
    for threshold in thresholds.iter().map(|threshold| days(*threshold)) {
        let back = (1..=clocks).map(|back| threshold.saturating_sub(back));
        all.extend(back.filter(|age| *age >= first));
        first = threshold;
    }
    all.extend((0..clocks).map(|more| first.saturating_add(more)));
    all
}

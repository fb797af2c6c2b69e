//! Which classes are still possible. A fact is a variable of its own, unless a constraint ties its clock to another:
//! then both are one variable whose classes are the combinations that can occur together. So no combination that
//! contradicts a constraint is ever looked at.

mod bounds;

use crate::domain::day::Day;
use crate::domain::policy::facts::{Facts, Known};
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::set::Set;
use bounds::{Age, Bounds};

/// The most clocks that constraints may tie together.
pub(super) const MOST_TIED: usize = 4;

/// The ages of the clocks of one variable, in the order of its facts.
type Ages = [Age; MOST_TIED];

/// A variable of the diagram: one fact, or the clocks that constraints tie together.
#[derive(Debug, Clone)]
pub(super) struct Variable {
    /// Its facts, by number.
    pub(super) facts: Vec<usize>,
    /// How many classes it has: the product of those of its facts.
    pub(super) size: usize,
    /// The constraints among its facts: later, earlier.
    pub(super) ties: Vec<(usize, usize)>,
}

/// The elapsed days that make up one class of a clock, both included.
fn class_days(thresholds: &[i64], class: usize) -> (i64, i64) {
    let low = class
        .checked_sub(1)
        .and_then(|before| thresholds.get(before))
        .copied()
        .unwrap_or(i64::MIN);
    let high = thresholds
        .get(class)
        .map_or(i64::MAX, |next| next.saturating_sub(1));
    (low, high)
}

/// The classes of a number line that a range of values touches.
pub(super) fn classes_touched(thresholds: &[i64], low: i64, high: i64) -> Set {
    if low > high {
        return Set::default();
    }
    let class_of = |value: i64| thresholds.partition_point(|threshold| *threshold <= value);
    (class_of(low)..=class_of(high)).collect()
}

impl Policy {
    /// For each variable the classes that the facts leave possible on that day; an empty set is a contradiction.
    pub(super) fn possible(&self, facts: &Facts, as_of: Day, out: &mut Vec<Set>) {
        out.clear();
        out.extend(
            self.variables
                .iter()
                .map(|variable| self.possible_of(variable, facts, as_of)),
        );
    }

    pub(super) fn possible_of(&self, variable: &Variable, facts: &Facts, as_of: Day) -> Set {
        match variable.facts.as_slice() {
            [] => Set::default(),
            [only] => self.facts.get(*only).map_or(Set::default(), |fact| {
                possible_alone(fact, facts.get(*only), as_of)
            }),
            tied if tied.iter().all(|fact| facts.get(*fact).is_none()) => {
                self.possible_unknown(variable)
            }
            _ => self.possible_tied(variable, facts, as_of),
        }
    }

    /// Nothing is known of any of the clocks: the same on every day, so it is worked out once.
    fn possible_unknown(&self, variable: &Variable) -> Set {
        let place = self
            .variables
            .iter()
            .position(|other| std::ptr::eq(other, variable))
            .unwrap_or(usize::MAX);
        self.compiled
            .unknown
            .get(place)
            .copied()
            .unwrap_or_default()
    }

    /// The combinations of classes in which some days satisfy every bound and every constraint.
    pub(super) fn possible_tied(&self, variable: &Variable, facts: &Facts, as_of: Day) -> Set {
        let ages = self.ages(variable, facts, as_of);
        (0..variable.size)
            .filter(|class| self.can_be(variable, &ages, *class, None))
            .collect()
    }

    /// Whether two completions exist that differ in `fact` alone: once in `class`, once in `other`.
    pub(super) fn can_differ(
        &self,
        variable: &Variable,
        (facts, as_of): (&Facts, Day),
        (class, other): (usize, usize),
        fact: usize,
    ) -> bool {
        let ages = self.ages(variable, facts, as_of);
        self.can_be(variable, &ages, class, Some((fact, other)))
    }

    fn ages(&self, variable: &Variable, facts: &Facts, as_of: Day) -> Ages {
        let mut ages = [Age::of(None, false, as_of); MOST_TIED];
        for (number, age) in variable.facts.iter().zip(&mut ages) {
            let fact = self.facts.get(*number);
            let period = fact.is_some_and(|fact| matches!(fact.kind, Kind::Period { .. }));
            *age = Age::of(facts.get(*number), period, as_of);
        }
        ages
    }

    /// The digit of one fact in a class of a variable.
    pub(super) fn digit(&self, fact: usize, class: usize) -> usize {
        self.facts.get(fact).map_or(0, |fact| fact.digit(class))
    }

    /// Whether some days put the variable in that class. With a twin, its fact must at once be able to lie in another
    /// class while everything else stays as it is.
    fn can_be(
        &self,
        variable: &Variable,
        ages: &Ages,
        class: usize,
        twin: Option<(usize, usize)>,
    ) -> bool {
        let mut bounds = Bounds::new();
        for (number, age) in variable.facts.iter().zip(ages) {
            bounds.add(*age, self.days_of(*number, class));
        }
        let place = |number: usize| variable.facts.iter().position(|fact| *fact == number);
        let ties = variable.ties.iter();
        let ties = ties.filter_map(|(later, earlier)| Some((place(*later)?, place(*earlier)?)));
        let Some((fact, other)) = twin else {
            return bounds.hold(&ties);
        };
        let Some((at, age)) = place(fact).and_then(|at| Some((at, ages.get(at)?))) else {
            return false;
        };
        let second = bounds.add(*age, self.days_of(fact, other));
        let other = |place: usize| if place == at { second } else { place };
        let twin_ties = ties.clone();
        let twin_ties = twin_ties.map(|(later, earlier)| (other(later), other(earlier)));
        bounds.hold(&ties.chain(twin_ties))
    }

    fn days_of(&self, number: usize, class: usize) -> (i64, i64) {
        let Some(fact) = self.facts.get(number) else {
            return (0, 0);
        };
        class_days(fact.kind.thresholds(), fact.digit(class))
    }
}

/// The least and the most days that a clock has run; the least above the most when no days are possible.
pub(super) fn days_run(known: Known, period: bool, as_of: Day) -> (i64, i64) {
    Age::of(Some(known), period, as_of).duration()
}

impl Fact {
    /// This fact's class within a class of its variable.
    pub(super) fn digit(&self, class: usize) -> usize {
        let stride = usize::try_from(self.stride).unwrap_or(1).max(1);
        class.checked_div(stride).unwrap_or(0) % self.kind.classes().max(1)
    }
}

fn possible_alone(fact: &Fact, known: Option<Known>, as_of: Day) -> Set {
    let all = Set::first(fact.kind.classes());
    match (&fact.kind, known) {
        (Kind::Choice { open, .. }, Some(Known::Class(class))) if open.has(class) => {
            all.less(*open)
        }
        (Kind::Choice { open, .. }, None) => all.less(*open),
        (_, Some(Known::Class(class))) => Set::of(class),
        (_, Some(Known::Number(low, high))) => classes_touched(fact.kind.thresholds(), low, high),
        (_, Some(known @ (Known::Date(_) | Known::Period(..)))) => {
            let (low, high) =
                Age::of(Some(known), matches!(fact.kind, Kind::Period { .. }), as_of).duration();
            classes_touched(fact.kind.thresholds(), low, high)
        }
        (_, None) => all,
    }
}

//! The next day on which the result changes by the calendar alone.

use crate::domain::day::{Day, DayRange};
use crate::domain::policy::assessment::{Assessment, Change};
use crate::domain::policy::clocks::Variable;
use crate::domain::policy::facts::{Facts, Known};
use crate::domain::policy::model::Policy;
use crate::domain::policy::set::Set;

impl Policy {
    /// Looks at each later day on which some clock can pass a threshold, and takes the first whose result differs.
    pub(super) fn next_change(&self, facts: &Facts, today: &Assessment) -> Option<Change> {
        let days = self.turning_days(facts, today.as_of);
        let later = days.into_iter().map(|day| self.assess(facts, day));
        let mut differing = later.filter(|later| !same_result(later, today));
        differing.next().map(|later| Change {
            on: later.as_of,
            disposition: later.disposition,
            paths_met: later.paths_met,
            paths_possible: later
                .paths_met
                .or(later.paths_open)
                .less(today.paths_met.or(today.paths_open)),
        })
    }

    /// The days after today on which a class of some clock can begin or cease to be possible, in order.
    fn turning_days(&self, facts: &Facts, today: Day) -> Vec<Day> {
        let clocks = self
            .variables
            .iter()
            .filter(|variable| self.has_clock(variable));
        let mut days: Vec<Day> = clocks
            .flat_map(|variable| self.turning_days_of(variable, facts))
            .filter(|day| *day > today)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn has_clock(&self, variable: &Variable) -> bool {
        variable.facts.iter().any(|number| {
            self.facts
                .get(*number)
                .is_some_and(|fact| fact.kind.is_clock())
        })
    }

    /// Each known day of tied clocks, plus each threshold of any of them: one clock can limit another.
    fn turning_days_of(&self, variable: &Variable, facts: &Facts) -> Vec<Day> {
        let own = variable
            .facts
            .iter()
            .filter_map(|number| self.facts.get(*number));
        let thresholds: Vec<i64> = own
            .flat_map(|fact| fact.kind.thresholds().iter().copied())
            .collect();
        let known = variable
            .facts
            .iter()
            .filter_map(|number| facts.get(*number));
        let bounds: Vec<Day> = known
            .flat_map(known_days)
            .flat_map(|days| [days.first(), days.last()])
            .collect();
        let after =
            |day: Day, threshold: i64| day.plus(i32::try_from(threshold).unwrap_or(i32::MAX));
        let passed = bounds
            .iter()
            .flat_map(|day| thresholds.iter().map(|threshold| after(*day, *threshold)));
        passed.chain(bounds.iter().copied()).collect()
    }
}

fn known_days(known: Known) -> Vec<DayRange> {
    match known {
        Known::Class(_) | Known::Number(..) => Vec::new(),
        Known::Date(days) => vec![days],
        Known::Period(start, end) => std::iter::once(start).chain(end).collect(),
    }
}

fn same_result(a: &Assessment, b: &Assessment) -> bool {
    let parts = |one: &Assessment| {
        (
            one.disposition,
            one.outcomes,
            one.needs,
            one.also,
            one.hinges,
            one.paths_met,
        )
    };
    parts(a) == parts(b)
        && a.criteria == b.criteria
        && a.missing_documents == b.missing_documents
        && a.contradictions == b.contradictions
        && (a.notes, a.notes_if) == (b.notes, b.notes_if)
}

/// No day has passed a threshold yet: the set of facts whose clocks still run.
impl Policy {
    /// The facts whose days go on counting: dates, and periods that have not ended.
    #[must_use]
    pub fn running_clocks(&self, facts: &Facts) -> Set {
        let numbers = 0..self.facts.len();
        numbers
            .filter(|number| {
                matches!(
                    facts.get(*number),
                    Some(Known::Date(_) | Known::Period(_, None))
                )
            })
            .collect()
    }
}

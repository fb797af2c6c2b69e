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
        if days.is_empty() {
            return None;
        }
        let mut now = Vec::new();
        self.possible(facts, today.as_of, &mut now);
        let mut then = Vec::with_capacity(now.len());
        let later = days.into_iter().filter_map(|day| {
            self.possible(facts, day, &mut then);
            let same = now == then && self.follows_from_classes(facts, &now);
            (!same).then(|| self.assess(facts, day))
        });
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

    /// Whether the result is the same on all days that leave the same classes possible. What documents show is looked
    /// at with other facts hidden, and tied clocks can be needed or not by their days alone, unless they have one class
    /// or are all unknown.
    fn follows_from_classes(&self, facts: &Facts, possible: &[Set]) -> bool {
        let variables = self.variables.iter().zip(possible);
        let mut tied = variables.filter(|(variable, _)| variable.facts.len() > 1);
        facts.documents.is_none()
            && tied.all(|(variable, classes)| {
                let mut own = variable.facts.iter();
                classes.only().is_some() || own.all(|fact| facts.get(*fact).is_none())
            })
    }

    /// The days after today on which a class of some clock can begin or cease to be possible, in order: each known day
    /// of tied clocks, plus each threshold of any of them, as one clock can limit another.
    fn turning_days(&self, facts: &Facts, today: Day) -> Vec<Day> {
        let mut days = Vec::new();
        for variable in &self.variables {
            for own in variable.facts.iter().filter_map(|fact| facts.get(*fact)) {
                for known in known_days(own) {
                    self.turn(variable, known.first(), today, &mut days);
                    if !known.is_exact() {
                        self.turn(variable, known.last(), today, &mut days);
                    }
                }
            }
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Adds the days after today that a known day of a variable leads to.
    fn turn(&self, variable: &Variable, known: Day, today: Day, days: &mut Vec<Day>) {
        let own = variable.facts.iter();
        let own = own.filter_map(|number| self.facts.get(*number));
        for threshold in own.flat_map(|fact| fact.kind.thresholds()) {
            let after = known.plus(i32::try_from(*threshold).unwrap_or(i32::MAX));
            if after > today {
                days.push(after);
            }
        }
        if known > today {
            days.push(known);
        }
    }
}

fn known_days(known: Known) -> impl Iterator<Item = DayRange> {
    let (start, end) = match known {
        Known::Class(_) | Known::Number(..) => (None, None),
        Known::Date(days) => (Some(days), None),
        Known::Period(start, end) => (Some(start), end),
    };
    start.into_iter().chain(end)
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

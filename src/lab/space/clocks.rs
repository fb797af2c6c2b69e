//! Days and periods: an exact day on each side of each threshold, and days across it.

use std::collections::BTreeMap;

use super::Telling;
use crate::domain::day::DayRange;
use crate::domain::dialog::event::Answer;
use crate::domain::dialog::{Step, StepKind};
use crate::domain::policy::{Set, Value, ValueMap};
use crate::lab::{Lab, Standing};

/// Days ago, the fewest and the most.
type Ages = (i32, i32);

impl Lab<'_> {
    /// A clock began just before a threshold, at it, or somewhere between the two; and, where it is bound to another
    /// clock, just before or after that one. Of those that leave the same possible, the first.
    pub(super) fn clock(&self, step: &Step, standing: &Standing) -> Vec<Telling> {
        let fact = step.fact.as_ref();
        let Some((name, number)) =
            fact.and_then(|name| Some((name, self.policy.fact_number(name)?)))
        else {
            return Vec::new();
        };
        let blank = ValueMap::new();
        let values = standing
            .states
            .first()
            .map_or(&blank, |state| &state.values);
        let mut seen: Vec<(Set, bool)> = Vec::new();
        let mut tellings = Vec::new();
        for ages in self.ages(number, values) {
            let value = self.value(step, ages);
            let mut told = values.clone();
            told.insert(name.clone(), value.clone());
            let facts = self.policy.facts(&told).unwrap_or_default();
            let left = self.policy.left_of(&facts, number, self.today);
            let signature = (left, ages.0 == ages.1);
            if !seen.contains(&signature) {
                seen.push(signature);
                let answer = Answer::Facts(BTreeMap::from([(name.clone(), value)]));
                tellings.push(Telling::one(self.typed(step, ages), answer));
            }
        }
        tellings
    }

    fn value(&self, step: &Step, (fewest, most): Ages) -> Value {
        let (first, last) = (
            self.today.plus(most.saturating_neg()),
            self.today.plus(fewest.saturating_neg()),
        );
        let days = DayRange::new(first, last).unwrap_or(DayRange::exactly(last));
        match step.kind {
            StepKind::Period => Value::Period {
                start: days,
                end: None,
            },
            _ => Value::Date(days),
        }
    }

    /// How an office types it, in the language against which every other is checked.
    fn typed(&self, step: &Step, (fewest, most): Ages) -> String {
        let day = self.today.plus(fewest.saturating_neg());
        match (step.kind, fewest == most) {
            (StepKind::Period, true) => format!("since {day}"),
            (StepKind::Period, false) => format!("between {fewest} and {most} days"),
            (_, true) => day.to_string(),
            (_, false) => format!("between {fewest} and {most} days ago"),
        }
    }

    fn ages(&self, number: usize, values: &ValueMap) -> Vec<Ages> {
        let facts = self.policy.facts_list();
        let bound: Vec<usize> = self
            .policy
            .constraints()
            .iter()
            .map(|tie| [tie.later, tie.earlier])
            .filter(|tie| tie.contains(&number))
            .flatten()
            .chain([number])
            .collect();
        let own = |fact: &usize| facts.get(*fact);
        let mut thresholds: Vec<i32> = bound
            .iter()
            .filter_map(own)
            .flat_map(|fact| fact.kind.thresholds())
            .filter_map(|days| i32::try_from(*days).ok())
            .collect();
        thresholds.sort_unstable();
        thresholds.dedup();
        let began =
            bound
                .iter()
                .filter_map(own)
                .filter_map(|fact| match values.get(&fact.name)? {
                    Value::Date(days) | Value::Period { start: days, .. } => {
                        Some(self.today.days_since(days.first()))
                    }
                    Value::Choice(_) | Value::Flag(_) | Value::Number(..) => None,
                });
        let around = |day: i32| [day.saturating_sub(1), day, day.saturating_add(1)];
        let sides = thresholds
            .iter()
            .flat_map(|days| [days.saturating_sub(1), *days]);
        let exact = sides.chain(began.flat_map(around)).chain([0]);
        let mut ages: Vec<Ages> = exact
            .filter(|age| *age >= 0)
            .map(|age| (age, age))
            .collect();
        for (place, low) in thresholds.iter().enumerate() {
            let across = thresholds.iter().skip(place);
            ages.extend(across.map(|high| (low.saturating_sub(1).max(0), *high)));
        }
        ages
    }
}

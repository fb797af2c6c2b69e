//! Days, periods and numbers as they are typed.

use super::Tongue;
use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::Step;
use crate::domain::dialog::reply::Picks;
use crate::domain::policy::Value;

impl Tongue<'_> {
    /// The ways to say a day, a period or a number; with the words by which free text refers to the step, too.
    pub(super) fn value(&self, step: &Step, value: &Value, today: Day) -> Vec<String> {
        let plain = match value {
            Value::Date(days) => self.days(*days, today),
            Value::Period { start, end: None } => self.since(*start, today),
            Value::Period {
                start,
                end: Some(end),
            } => self.between(*start, *end, today),
            Value::Number(low, high) if low == high => vec![low.to_string()],
            Value::Number(low, high) => vec![format!("{low}-{high}")],
            Value::Choice(_) | Value::Flag(_) => Vec::new(),
        };
        let cues = self.wording.listed(&format!("ask-{}", step.name), "cues");
        let with = |cue: &String| {
            plain
                .iter()
                .map(|one| format!("{cue} {one}"))
                .collect::<Vec<_>>()
        };
        let led: Vec<String> = cues.iter().flat_map(with).collect();
        plain.into_iter().chain(led).collect()
    }

    fn days(&self, days: DayRange, today: Day) -> Vec<String> {
        if days.is_exact() {
            return vec![self.said(&Picks::Day.typed(days.first()))];
        }
        let mut ways = vec![format!("{} - {}", days.first(), days.last())];
        ways.extend(ages(days, today));
        ways
    }

    fn since(&self, start: DayRange, today: Day) -> Vec<String> {
        if start.is_exact() {
            return vec![self.said(&Picks::Since.typed(start.first()))];
        }
        ages(start, today)
    }

    fn between(&self, start: DayRange, end: DayRange, today: Day) -> Vec<String> {
        let sides = |days: DayRange| {
            if days.is_exact() {
                vec![days.first().to_string()]
            } else {
                ages(days, today)
            }
        };
        let ends = sides(end);
        let each = sides(start).into_iter();
        each.flat_map(|start| ends.iter().map(move |end| format!("{start} - {end}")))
            .collect()
    }
}

/// Days across a range, as how long ago they were.
fn ages(days: DayRange, today: Day) -> Vec<String> {
    let (fewest, most) = (
        today.days_since(days.last()),
        today.days_since(days.first()),
    );
    ["d", "days", "días"]
        .map(|unit| format!("{fewest}-{most} {unit}"))
        .into()
}

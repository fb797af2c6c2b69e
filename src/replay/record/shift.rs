//! A session with all its days moved by as much.

use crate::domain::day::DayRange;
use crate::domain::dialog::event::{Answer, Entry, Event};
use crate::domain::policy::Value;

/// The same event, so many days later.
pub(super) fn event(event: &Event, by: i32) -> Event {
    let mut moved = event.clone();
    match &mut moved {
        Event::Proposed { entries, on, .. } | Event::Answered { entries, on } => {
            entries.iter_mut().for_each(|one| entry(one, by));
            *on = on.plus(by);
        }
        Event::Repinned { dropped, on, .. } => {
            dropped.iter_mut().for_each(|one| entry(one, by));
            *on = on.plus(by);
        }
        Event::Opened { on, .. }
        | Event::Confirmed { on }
        | Event::Resumed { on }
        | Event::Restarted { on }
        | Event::ReminderSet { on }
        | Event::Reminded { on }
        | Event::Nudged { on }
        | Event::Expired { on } => *on = on.plus(by),
        Event::Declined
        | Event::Revisited { .. }
        | Event::MenuOpened { .. }
        | Event::LocaleChanged { .. }
        | Event::Paused
        | Event::Cancelled => {}
    }
    moved
}

fn entry(entry: &mut Entry, by: i32) {
    if let Answer::Facts(facts) = &mut entry.answer {
        facts
            .values_mut()
            .for_each(|value| *value = moved(value, by));
    }
}

/// A value with its days moved.
pub(crate) fn moved(value: &Value, by: i32) -> Value {
    match value {
        Value::Date(days) => Value::Date(range(*days, by)),
        Value::Period { start, end } => Value::Period {
            start: range(*start, by),
            end: end.map(|end| range(end, by)),
        },
        Value::Choice(_) | Value::Flag(_) | Value::Number(..) => value.clone(),
    }
}

fn range(days: DayRange, by: i32) -> DayRange {
    DayRange::new(days.first().plus(by), days.last().plus(by)).unwrap_or(days)
}

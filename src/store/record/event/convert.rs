//! Between events and their stored form, both ways. Neither way can fail: a stored form that was read is an event.

use super::StoredMenu;
use super::{
    Answer, DayRange, Entry, Pins, Scope, StoredAnswer, StoredEntry, StoredEvent, StoredLevel,
    StoredPins, StoredRange, StoredScope, StoredValue, Value,
};
use crate::domain::dialog::Event;
use crate::domain::dialog::event::Menu;

impl From<Menu> for StoredMenu {
    fn from(menu: Menu) -> Self {
        match menu {
            Menu::Edit => Self::Edit,
            Menu::Restart => Self::Restart,
            Menu::Cancel => Self::Cancel,
            Menu::Delete => Self::Delete,
        }
    }
}

impl From<StoredMenu> for Menu {
    fn from(menu: StoredMenu) -> Self {
        match menu {
            StoredMenu::Edit => Self::Edit,
            StoredMenu::Restart => Self::Restart,
            StoredMenu::Cancel => Self::Cancel,
            StoredMenu::Delete => Self::Delete,
        }
    }
}

impl From<&Event> for StoredEvent {
    fn from(event: &Event) -> Self {
        match event {
            Event::Opened { pins, locale, on } => Self::Opened {
                pins: pins.into(),
                locale: locale.clone(),
                on: *on,
            },
            Event::Proposed { entries, left, on } => Self::Proposed {
                entries: all(entries),
                left: left.clone(),
                on: *on,
            },
            Event::Declined => Self::Declined,
            Event::Answered { entries, on } => Self::Answered {
                entries: all(entries),
                on: *on,
            },
            Event::Revisited { scope, step } => Self::Revisited {
                scope: scope.into(),
                step: step.clone(),
            },
            Event::MenuOpened { menu } => Self::MenuOpened {
                menu: (*menu).into(),
            },
            Event::Confirmed { on } => Self::Confirmed { on: *on },
            Event::LocaleChanged { locale } => Self::LocaleChanged {
                locale: locale.clone(),
            },
            Event::Paused => Self::Paused,
            Event::Resumed { on } => Self::Resumed { on: *on },
            Event::Repinned { pins, dropped, on } => Self::Repinned {
                pins: pins.into(),
                dropped: all(dropped),
                on: *on,
            },
            Event::Restarted { on } => Self::Restarted { on: *on },
            Event::Cancelled => Self::Cancelled,
            Event::ReminderSet { on } => Self::ReminderSet { on: *on },
            Event::Reminded { on } => Self::Reminded { on: *on },
            Event::Nudged { on } => Self::Nudged { on: *on },
            Event::Expired { on } => Self::Expired { on: *on },
        }
    }
}

impl From<StoredEvent> for Event {
    fn from(event: StoredEvent) -> Self {
        match event {
            StoredEvent::Opened { pins, locale, on } => Self::Opened {
                pins: pins.into(),
                locale,
                on,
            },
            StoredEvent::Proposed { entries, left, on } => Self::Proposed {
                entries: each(entries),
                left,
                on,
            },
            StoredEvent::Declined => Self::Declined,
            StoredEvent::Answered { entries, on } => Self::Answered {
                entries: each(entries),
                on,
            },
            StoredEvent::Revisited { scope, step } => Self::Revisited {
                scope: scope.into(),
                step,
            },
            StoredEvent::MenuOpened { menu } => Self::MenuOpened { menu: menu.into() },
            StoredEvent::Confirmed { on } => Self::Confirmed { on },
            StoredEvent::LocaleChanged { locale } => Self::LocaleChanged { locale },
            StoredEvent::Paused => Self::Paused,
            StoredEvent::Resumed { on } => Self::Resumed { on },
            StoredEvent::Repinned { pins, dropped, on } => Self::Repinned {
                pins: pins.into(),
                dropped: each(dropped),
                on,
            },
            StoredEvent::Restarted { on } => Self::Restarted { on },
            StoredEvent::Cancelled => Self::Cancelled,
            StoredEvent::ReminderSet { on } => Self::ReminderSet { on },
            StoredEvent::Reminded { on } => Self::Reminded { on },
            StoredEvent::Nudged { on } => Self::Nudged { on },
            StoredEvent::Expired { on } => Self::Expired { on },
        }
    }
}

fn all(entries: &[Entry]) -> Vec<StoredEntry> {
    entries.iter().map(StoredEntry::from).collect()
}

fn each(entries: Vec<StoredEntry>) -> Vec<Entry> {
    entries.into_iter().map(Entry::from).collect()
}

impl From<&Pins> for StoredPins {
    fn from(pins: &Pins) -> Self {
        Self {
            policy: pins.policy.clone(),
            policy_digest: pins.policy_digest.clone(),
            dialog_digest: pins.dialog_digest.clone(),
        }
    }
}

impl From<StoredPins> for Pins {
    fn from(pins: StoredPins) -> Self {
        Self {
            policy: pins.policy,
            policy_digest: pins.policy_digest,
            dialog_digest: pins.dialog_digest,
        }
    }
}

impl From<&Scope> for StoredScope {
    fn from(scope: &Scope) -> Self {
        match scope {
            Scope::Request => Self::Request,
            Scope::Procedure(name) => Self::Procedure(name.clone()),
            Scope::Place(number) => Self::Place(*number),
        }
    }
}

impl From<StoredScope> for Scope {
    fn from(scope: StoredScope) -> Self {
        match scope {
            StoredScope::Request => Self::Request,
            StoredScope::Procedure(name) => Self::Procedure(name),
            StoredScope::Place(number) => Self::Place(number),
        }
    }
}

impl From<&Entry> for StoredEntry {
    fn from(entry: &Entry) -> Self {
        Self {
            scope: (&entry.scope).into(),
            step: entry.step.clone(),
            answer: (&entry.answer).into(),
        }
    }
}

impl From<StoredEntry> for Entry {
    fn from(entry: StoredEntry) -> Self {
        Self {
            scope: entry.scope.into(),
            step: entry.step,
            answer: entry.answer.into(),
        }
    }
}

impl From<&Answer> for StoredAnswer {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Facts(facts) => {
                let stored = facts
                    .iter()
                    .map(|(name, value)| (name.clone(), value.into()));
                Self::Facts(stored.collect())
            }
            Answer::NotOnRecord => Self::NotOnRecord,
            Answer::Procedures(names) => Self::Procedures(names.clone()),
            Answer::Levels(levels) => {
                let stored = levels
                    .iter()
                    .map(|(place, level)| (*place, StoredLevel(*level)));
                Self::Levels(stored.collect())
            }
            Answer::Documents(names) => Self::Documents(names.clone()),
            Answer::SameAs(place) => Self::SameAs(*place),
            Answer::Different => Self::Different,
        }
    }
}

impl From<StoredAnswer> for Answer {
    fn from(answer: StoredAnswer) -> Self {
        match answer {
            StoredAnswer::Facts(facts) => {
                let facts = facts.into_iter().map(|(name, value)| (name, value.into()));
                Self::Facts(facts.collect())
            }
            StoredAnswer::NotOnRecord => Self::NotOnRecord,
            StoredAnswer::Procedures(names) => Self::Procedures(names),
            StoredAnswer::Levels(levels) => {
                let levels = levels.into_iter().map(|(place, level)| (place, level.0));
                Self::Levels(levels.collect())
            }
            StoredAnswer::Documents(names) => Self::Documents(names),
            StoredAnswer::SameAs(place) => Self::SameAs(place),
            StoredAnswer::Different => Self::Different,
        }
    }
}

impl From<&Value> for StoredValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Choice(name) => Self::Choice(name.clone()),
            Value::Flag(flag) => Self::Flag(*flag),
            Value::Date(range) => Self::Date(StoredRange(*range)),
            Value::Period { start, end } => Self::Period {
                start: StoredRange(*start),
                end: end.map(StoredRange),
            },
            Value::Number(first, last) => Self::Number(*first, *last),
        }
    }
}

impl From<StoredValue> for Value {
    fn from(value: StoredValue) -> Self {
        let range = |stored: StoredRange| -> DayRange { stored.0 };
        match value {
            StoredValue::Choice(name) => Self::Choice(name),
            StoredValue::Flag(flag) => Self::Flag(flag),
            StoredValue::Date(stored) => Self::Date(range(stored)),
            StoredValue::Period { start, end } => Self::Period {
                start: range(start),
                end: end.map(range),
            },
            StoredValue::Number(first, last) => Self::Number(first, last),
        }
    }
}

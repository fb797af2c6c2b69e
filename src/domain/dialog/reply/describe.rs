//! Places, items and answers as messages.

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::event::{Answer, Scope};
use crate::domain::dialog::item::{Item, View};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Given, Gives, Step, StepKind};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::{Value, ValueMap};

impl View<'_> {
    /// The place an answer is about.
    pub(crate) fn place(&self, scope: &Scope) -> Message {
        let level = match scope {
            Scope::Place(place) => self.level_at(*place),
            Scope::Request | Scope::Procedure(_) => None,
        };
        level.map_or_else(said::place_unknown, |level| {
            said::place_known(level.to_string().as_str())
        })
    }

    fn level_at(&self, place: u8) -> Option<Level> {
        let told = self
            .pending_levels()
            .chain(self.levels_of_request().into_iter().flatten());
        let told = told.copied().find(|(own, _)| *own == place);
        self.level_of_item(place).or(told.map(|(_, level)| level))
    }

    /// The levels that were read back and wait for a yes.
    pub(crate) fn pending_levels(&self) -> impl Iterator<Item = &(u8, Level)> {
        let pending = self.session.pending.as_deref().unwrap_or_default();
        let levels = pending.iter().filter_map(|entry| match &entry.answer {
            Answer::Levels(levels) => Some(levels),
            _ => None,
        });
        levels.flatten()
    }

    fn level_of_item(&self, place: u8) -> Option<Level> {
        let items = self.items().into_iter();
        items
            .filter(|item| item.place == place)
            .find_map(|item| item.level)
    }

    /// A procedure by its label.
    pub(crate) fn procedure(&self, procedure: &ValueName) -> Message {
        let step = self.dialog.step_of_kind(StepKind::Procedures);
        Message::new(step.map_or_else(String::new, |step| {
            format!("choice-{}-{procedure}", step.name)
        }))
    }

    /// A procedure within a sentence.
    fn procedure_inline(&self, procedure: &ValueName) -> Message {
        let Message { id, args } = self.procedure(procedure);
        Message {
            id: format!("{id}.inline").into(),
            args,
        }
    }

    pub(crate) fn item_message(&self, item: &Item) -> Message {
        let procedure = self.procedure(&item.procedure);
        match item.level {
            Some(level) => said::item(procedure, level.to_string().as_str()),
            None => procedure,
        }
    }

    /// A step's question.
    pub(crate) fn question(&self, step: &Step, scope: &Scope) -> Message {
        self.with_place(Message::new(format!("ask-{}", step.name)), scope)
    }

    /// The message with the place and the procedure that an answer is about.
    pub(crate) fn with_place(&self, message: Message, scope: &Scope) -> Message {
        match scope {
            Scope::Procedure(procedure) => {
                message.with("procedure", self.procedure_inline(procedure))
            }
            Scope::Place(_) => message.with("place", self.place(scope)),
            Scope::Request => {
                let all = self.procedures();
                let all = all.iter().map(|one| self.procedure_inline(one));
                message.with("procedure", list(all.collect()))
            }
        }
    }

    pub(crate) fn label(step: &Step) -> Message {
        Message::new(format!("ask-{}.label", step.name))
    }

    /// An answer in words.
    pub(crate) fn answer(&self, step: &Step, answer: &Answer) -> Message {
        match answer {
            Answer::NotOnRecord => said::not_on_record(),
            Answer::Facts(facts) => self.facts(step, facts),
            Answer::Procedures(all) => list(all.iter().map(|one| self.procedure(one)).collect()),
            Answer::Levels(all) => {
                let levels = all
                    .iter()
                    .map(|(_, level)| said::place_known(level.to_string().as_str()));
                list(levels.collect())
            }
            Answer::Documents(all) if all.is_empty() => said::documents_none(),
            Answer::Documents(all) => list(
                all.iter()
                    .map(|one| Message::new(format!("document-{one}")))
                    .collect(),
            ),
            Answer::SameAs(_) => said::same_as_same(),
            Answer::Different => said::same_as_different(),
        }
    }

    /// The choice that says these facts, or the date or number itself.
    fn facts(&self, step: &Step, facts: &ValueMap) -> Message {
        if step.kind == StepKind::Several {
            return Self::all_of(step, facts);
        }
        let choice = step.choices.iter().find(|choice| match &choice.gives {
            Gives::Facts(given) => {
                given.len() == facts.len()
                    && given.iter().all(|(fact, given)| says(facts, fact, given))
            }
            Gives::Procedure(_) | Gives::Document(_) => false,
        });
        if let Some(choice) = choice {
            return Message::new(step.choice_message(choice));
        }
        facts
            .values()
            .next()
            .map_or_else(said::not_on_record, |value| self.value(value))
    }

    /// The choices that are so.
    fn all_of(step: &Step, facts: &ValueMap) -> Message {
        let so = step.choices.iter().filter(|choice| match &choice.gives {
            Gives::Facts(given) => given.iter().all(|(fact, given)| says(facts, fact, given)),
            Gives::Procedure(_) | Gives::Document(_) => false,
        });
        let so: Vec<Message> = so
            .map(|choice| Message::new(step.choice_message(choice)))
            .collect();
        if so.is_empty() {
            said::documents_none()
        } else {
            list(so)
        }
    }

    /// A date, a period or a number in words. Choices have words of their own.
    pub(crate) fn value(&self, value: &Value) -> Message {
        match value {
            Value::Date(days) => days_ago(*days, self.today),
            Value::Period { start, end: None } => {
                said::period_ongoing(days_ago(*start, self.today))
            }
            Value::Period {
                start,
                end: Some(end),
            } => said::period_ended(days_ago(*start, self.today), days_ago(*end, self.today)),
            Value::Number(only, high) if only == high => said::number_exact(*only),
            Value::Number(low, high) => said::number_range(*low, *high),
            Value::Flag(true) => said::yes(),
            Value::Flag(false) => said::no(),
            Value::Choice(name) => Message::new(name.to_string()),
        }
    }
}

fn says(facts: &ValueMap, fact: &FactName, given: &Given) -> bool {
    match (facts.get(fact), given) {
        (Some(value), Given::Value(said)) => value == said,
        (
            Some(Value::Period {
                start,
                end: Some(end),
            }),
            Given::NoneYet,
        ) => start == end && start.is_exact(),
        _ => false,
    }
}

/// A day with how long ago it was.
fn days_ago(days: DayRange, today: Day) -> Message {
    let ago = |day: Day| i64::from(today.days_since(day));
    if days.is_exact() {
        return said::date_exact(days.first(), ago(days.first()));
    }
    said::date_range(
        days.first(),
        days.last(),
        ago(days.last()),
        ago(days.first()),
    )
}

/// One message, or the list of several.
pub(crate) fn list(mut messages: Vec<Message>) -> Message {
    match (messages.pop(), messages.is_empty()) {
        (Some(only), true) => only,
        (Some(last), false) => {
            messages.push(last);
            said::list(messages)
        }
        (None, _) => said::list(Vec::new()),
    }
}

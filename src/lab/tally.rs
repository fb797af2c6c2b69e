//! What sessions touch of a policy and its dialog: steps, choices, criteria, readings, thresholds, messages and verbs.
//! It is what coverage is made of, and what pictures are shaded with.

mod gauge;

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::dialog::event::{Answer, Event};
use crate::domain::dialog::reply::Reply;
use crate::domain::dialog::{
    Choice, Dialog, Given, Gives, ItemState, Position, Session, Step, StepKind, Verb, View,
};
use crate::domain::message::{Arg, Message};
use crate::domain::name::{ChoiceName, StepName};
use crate::domain::policy::{Outcome, Policy, Value};

pub use gauge::Gauge;

/// How often each thing was touched. What was never touched has no entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// The steps.
    pub steps: BTreeMap<StepName, StepTally>,
    /// The choices that were taken.
    pub choices: BTreeMap<(StepName, ChoiceName), u64>,
    /// The criteria, by number.
    pub criteria: BTreeMap<usize, CriterionTally>,
    /// The values of readings that mattered: by the numbers of the reading and of its value, in how many assessments
    /// another value would have led to another disposition.
    pub readings: BTreeMap<(usize, usize), u64>,
    /// The thresholds, by the number of the fact and their days or number.
    pub thresholds: BTreeMap<(usize, i64), ThresholdTally>,
    /// The messages that were said, by the tag of the language and their id.
    pub messages: BTreeMap<(String, String), u64>,
    /// What can be said at any step, by the tag of the language in which it was said.
    pub verbs: BTreeMap<(String, Verb), u64>,
}

/// How often a step was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StepTally {
    /// It was asked.
    pub asked: u64,
    /// It was answered, not on record included.
    pub answered: u64,
    /// The answer was that it is not on record.
    pub not_on_record: u64,
}

/// How a criterion was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CriterionTally {
    /// Met.
    pub met: u64,
    /// Not met.
    pub not_met: u64,
    /// Open.
    pub open: u64,
    /// Deciding a result: it would be another if the criterion came out as its opposite.
    pub decided: u64,
}

/// On which sides of a threshold exact values were seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ThresholdTally {
    /// One below it.
    pub below: u64,
    /// At it.
    pub at: u64,
}

impl Tally {
    /// Takes in a whole session, turn by turn, each with its day.
    pub fn session<'e>(
        &mut self,
        (policy, dialog): (&Policy, &Dialog),
        gauge: &Gauge,
        turns: impl IntoIterator<Item = (Day, &'e [Event])>,
    ) {
        let mut session = Session::new("");
        for (today, events) in turns {
            if let Some(first) = opened(events) {
                let mut session = session.clone();
                session.turn(first);
                let view = View {
                    policy,
                    dialog,
                    session: &session,
                    today,
                };
                self.asks(&view.position(&view.states()));
            }
            session.turn(events);
            self.events(dialog, events);
            let view = View {
                policy,
                dialog,
                session: &session,
                today,
            };
            let states = view.states();
            self.stands(policy, gauge, (&states, &view.position(&states)));
        }
    }

    /// Takes in what happened in a turn.
    pub fn events(&mut self, dialog: &Dialog, events: &[Event]) {
        let answered = events.iter().filter_map(|event| match event {
            Event::Answered { entries, .. } => Some(entries),
            _ => None,
        });
        for entry in answered.flatten() {
            let Some(step) = dialog.step(&entry.step) else {
                continue;
            };
            let own = self.steps.entry(step.name.clone()).or_default();
            own.answered = own.answered.saturating_add(1);
            if entry.answer == Answer::NotOnRecord {
                own.not_on_record = own.not_on_record.saturating_add(1);
            }
            let taken = step
                .choices
                .iter()
                .filter(|choice| is_taken(step, choice, &entry.answer));
            for choice in taken {
                once(
                    self.choices
                        .entry((step.name.clone(), choice.name.clone()))
                        .or_default(),
                );
            }
        }
    }

    /// Takes in where a session stands after a turn.
    pub fn stands(
        &mut self,
        policy: &Policy,
        gauge: &Gauge,
        (states, position): (&[ItemState], &Position),
    ) {
        self.asks(position);
        for state in states {
            for (criterion, outcome) in &state.assessment.criteria {
                let seen = self.criteria.entry(*criterion).or_default();
                match outcome {
                    Outcome::Met => once(&mut seen.met),
                    Outcome::NotMet => once(&mut seen.not_met),
                    Outcome::Open => once(&mut seen.open),
                    Outcome::NotAddressed => {}
                }
            }
            self.values(policy, state);
            if *position == Position::Assessed {
                self.decides(policy, gauge, state);
            }
        }
    }

    fn asks(&mut self, position: &Position) {
        if let Position::Ask(asked) | Position::Recheck(asked) = position {
            once(&mut self.steps.entry(asked.step.clone()).or_default().asked);
        }
    }

    fn decides(&mut self, policy: &Policy, gauge: &Gauge, state: &ItemState) {
        for criterion in gauge.deciding(state) {
            once(&mut self.criteria.entry(criterion).or_default().decided);
        }
        for value in gauge.mattering(policy, state) {
            once(self.readings.entry(value).or_default());
        }
    }

    fn values(&mut self, policy: &Policy, state: &ItemState) {
        for (number, fact) in policy.facts_list().iter().enumerate() {
            let value = state.values.get(&fact.name);
            let Some(exact) = value.and_then(|value| exact(value, state.assessment.as_of)) else {
                continue;
            };
            for threshold in fact.kind.thresholds() {
                let below = exact.saturating_add(1) == *threshold;
                if exact != *threshold && !below {
                    continue;
                }
                let sides = self.thresholds.entry((number, *threshold)).or_default();
                once(if below {
                    &mut sides.below
                } else {
                    &mut sides.at
                });
            }
        }
    }

    /// Takes in what was said in a language, with everything that stands within it.
    pub fn reply(&mut self, tag: &str, reply: &Reply) {
        for line in &reply.lines {
            self.message(tag, &line.message);
        }
        if let Some(prompt) = &reply.prompt {
            let choices = prompt.choices.iter().map(|offer| &offer.text);
            let parts = [&prompt.progress, &prompt.hint];
            let all = std::iter::once(&prompt.question)
                .chain(choices)
                .chain(parts.into_iter().flatten());
            all.for_each(|message| self.message(tag, message));
        }
    }

    fn message(&mut self, tag: &str, message: &Message) {
        once(
            self.messages
                .entry((tag.to_owned(), message.id.to_string()))
                .or_default(),
        );
        for (_, arg) in &message.args {
            match arg {
                Arg::Message(inner) => self.message(tag, inner),
                Arg::List(all) => all.iter().for_each(|inner| self.message(tag, inner)),
                Arg::Text(_) | Arg::Number(_) | Arg::Day(_) => {}
            }
        }
    }

    /// Takes in that something was said, in a language, that can be said at any step.
    pub fn verb(&mut self, tag: &str, verb: Verb) {
        once(self.verbs.entry((tag.to_owned(), verb)).or_default());
    }

    /// Takes in what others were found to touch.
    pub fn add(&mut self, other: &Self) {
        for (step, more) in &other.steps {
            let own = self.steps.entry(step.clone()).or_default();
            own.asked = own.asked.saturating_add(more.asked);
            own.answered = own.answered.saturating_add(more.answered);
            own.not_on_record = own.not_on_record.saturating_add(more.not_on_record);
        }
        for (number, more) in &other.criteria {
            let own = self.criteria.entry(*number).or_default();
            own.met = own.met.saturating_add(more.met);
            own.not_met = own.not_met.saturating_add(more.not_met);
            own.open = own.open.saturating_add(more.open);
            own.decided = own.decided.saturating_add(more.decided);
        }
        for (threshold, more) in &other.thresholds {
            let own = self.thresholds.entry(*threshold).or_default();
            own.below = own.below.saturating_add(more.below);
            own.at = own.at.saturating_add(more.at);
        }
        sum(&mut self.choices, &other.choices);
        sum(&mut self.readings, &other.readings);
        sum(&mut self.messages, &other.messages);
        sum(&mut self.verbs, &other.verbs);
    }
}

/// The beginning of a turn that opens a case and then does more: what stood there was asked before it was answered.
fn opened(events: &[Event]) -> Option<&[Event]> {
    match events {
        [Event::Opened { .. }, _, ..] => events.get(..1),
        _ => None,
    }
}

fn once(count: &mut u64) {
    *count = count.saturating_add(1);
}

fn sum<K: Ord + Clone>(own: &mut BTreeMap<K, u64>, more: &BTreeMap<K, u64>) {
    for (key, count) in more {
        let slot = own.entry(key.clone()).or_default();
        *slot = slot.saturating_add(*count);
    }
}

/// Whether an answer takes a choice, alone or among several.
fn is_taken(step: &Step, choice: &Choice, answer: &Answer) -> bool {
    match (&choice.gives, answer) {
        (Gives::Procedure(own), Answer::Procedures(all)) => all.contains(own),
        (Gives::Document(own), Answer::Documents(all)) => all.contains(own),
        (Gives::Facts(own), Answer::Facts(facts)) => {
            (own.len() == facts.len() || step.kind == StepKind::Several)
                && own
                    .iter()
                    .all(|(fact, given)| is_given(facts.get(fact), given))
        }
        _ => false,
    }
}

fn is_given(value: Option<&Value>, given: &Given) -> bool {
    match (value, given) {
        (Some(value), Given::Value(own)) => value == own,
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

/// The elapsed days, the duration or the number of a value that is known exactly.
fn exact(value: &Value, as_of: Day) -> Option<i64> {
    let days = |until: Day, since: Day| i64::from(until.days_since(since));
    match value {
        Value::Date(range) if range.is_exact() => Some(days(as_of, range.first())),
        Value::Period { start, end: None } if start.is_exact() => Some(days(as_of, start.first())),
        Value::Period {
            start,
            end: Some(end),
        } if start.is_exact() && end.is_exact() => Some(days(end.first(), start.first())),
        Value::Number(low, high) if low == high => Some(*low),
        _ => None,
    }
}

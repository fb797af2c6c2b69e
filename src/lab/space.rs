//! The answers that a policy can tell apart: one for each choice, for each side of each threshold and what lies across
//! it, and "not on record".

mod clocks;
mod documents;

use std::collections::BTreeMap;

use crate::domain::day::DayRange;
use crate::domain::dialog::event::Answer;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::{Given, Gives, Step, StepKind};
use crate::domain::message::Message;
use crate::domain::policy::{Kind, Set, Value, ValueMap};
use crate::lab::{Lab, Standing};
use documents::subsets;

/// One answer, in place of all that the policy cannot tell apart from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// What is typed.
    pub said: String,
    /// What it must be taken as.
    pub answer: Answer,
    /// How many of the answers that can be given it stands for.
    pub weight: u64,
}

impl Telling {
    fn one(said: String, answer: Answer) -> Self {
        Self {
            said,
            answer,
            weight: 1,
        }
    }
}

impl Lab<'_> {
    /// The answers to a step that the policy can tell apart, where a session stands. Several procedures at once and
    /// several levels at once are not among them.
    #[must_use]
    pub fn tellings(&self, step: &Step, standing: &Standing) -> Vec<Telling> {
        let mut tellings = match step.kind {
            StepKind::Procedures => self.procedures(step),
            StepKind::Choice | StepKind::YesNo => self.choices(step),
            StepKind::Several => self.several(step),
            StepKind::Date => self.clock(step, standing),
            StepKind::Period => {
                let mut tellings = self.clock(step, standing);
                tellings.extend(self.choices(step));
                tellings
            }
            StepKind::Number => self.numbers(step),
            StepKind::Levels => self.levels(),
            StepKind::Documents => self.documents(step, standing),
        };
        if step.can_be_open() {
            let said = (self.say)(&Message::new("not_on_record"));
            tellings.push(Telling::one(said, Answer::NotOnRecord));
        }
        tellings
    }

    fn procedures(&self, step: &Step) -> Vec<Telling> {
        let choices = step
            .choices
            .iter()
            .filter_map(|choice| match &choice.gives {
                Gives::Procedure(procedure) => Some(Telling::one(
                    (self.say)(&Message::new(step.choice_message(choice))),
                    Answer::Procedures(vec![procedure.clone()]),
                )),
                Gives::Facts(_) | Gives::Document(_) => None,
            });
        choices.collect()
    }

    fn choices(&self, step: &Step) -> Vec<Telling> {
        let today = DayRange::exactly(self.today);
        let value = |given: &Given| match given {
            Given::Value(value) => value.clone(),
            Given::NoneYet => Value::Period {
                start: today,
                end: Some(today),
            },
        };
        let choices = step.choices.iter().filter_map(|choice| {
            let Gives::Facts(facts) = &choice.gives else {
                return None;
            };
            let facts = facts
                .iter()
                .map(|(fact, given)| (fact.clone(), value(given)));
            let said = (self.say)(&Message::new(step.choice_message(choice)));
            Some(Telling::one(said, Answer::Facts(facts.collect())))
        });
        choices.collect()
    }

    /// Every set of choices; of more choices than can be combined, each alone, none and all.
    fn several(&self, step: &Step) -> Vec<Telling> {
        let numbers: Vec<usize> = (0..step.choices.len()).collect();
        let all: Set = numbers.iter().copied().collect();
        let sets: Vec<Set> = if numbers.len() > MOST_COMBINED {
            let alone = numbers.iter().map(|number| Set::of(*number));
            alone.chain([Set::default(), all]).collect()
        } else {
            subsets(&numbers).collect()
        };
        sets.into_iter()
            .map(|chosen| self.chosen(step, chosen))
            .collect()
    }

    fn chosen(&self, step: &Step, chosen: Set) -> Telling {
        let mut facts = BTreeMap::new();
        let mut labels = Vec::new();
        for (number, choice) in step.choices.iter().enumerate() {
            let Gives::Facts(given) = &choice.gives else {
                continue;
            };
            if chosen.has(number) {
                labels.push((self.say)(&Message::new(step.choice_message(choice))));
            }
            for (fact, _) in given {
                let so = facts.entry(fact.clone()).or_insert(Value::Flag(false));
                if chosen.has(number) {
                    *so = Value::Flag(true);
                }
            }
        }
        let said = if labels.is_empty() {
            (self.say)(&Message::new("documents-none"))
        } else {
            labels.join(", ")
        };
        Telling::one(said, Answer::Facts(facts))
    }

    /// The least number of each class, and for each run of classes a span that touches them all.
    fn numbers(&self, step: &Step) -> Vec<Telling> {
        let fact = step.fact.as_ref();
        let Some((name, fact)) = fact.and_then(|name| Some((name, self.policy.fact(name)?))) else {
            return Vec::new();
        };
        let Some(starts) = class_starts(&fact.kind) else {
            return Vec::new();
        };
        let telling = |low: i64, high: i64| {
            let said = if low == high {
                low.to_string()
            } else {
                format!("{low}-{high}")
            };
            let value = Value::Number(low, high);
            Telling::one(said, Answer::Facts(BTreeMap::from([(name.clone(), value)])))
        };
        let mut tellings: Vec<Telling> = starts.iter().map(|low| telling(*low, *low)).collect();
        for (at, low) in starts.iter().enumerate() {
            let above = starts.iter().skip(at.saturating_add(1));
            tellings.extend(above.map(|high| telling(*low, *high)));
        }
        tellings
    }

    /// The first level of each region, and one that lies in none; where the policy counts levels, also as many of each
    /// region as it takes to come to each other class of their number.
    fn levels(&self) -> Vec<Telling> {
        let mut regions: Vec<(Option<_>, Vec<Level>)> = Vec::new();
        for level in Level::all() {
            let (letter, _) = level.segment().letter_and_count();
            let region = self.policy.region_of(letter, level.number());
            match regions.iter_mut().find(|(other, _)| *other == region) {
                Some((_, levels)) => levels.push(level),
                None => regions.push((region, vec![level])),
            }
        }
        let counted = self.policy.level_count();
        let counts = counted.and_then(|(fact, ..)| class_starts(&fact.kind));
        let counts: Vec<usize> = counts.map_or_else(
            || vec![1],
            |starts| {
                let counts = starts.into_iter().map(usize::try_from);
                counts.filter_map(Result::ok).collect()
            },
        );
        let mut tellings = Vec::new();
        for (_, levels) in regions {
            let counts = counts.iter().map(|count| (*count).max(1));
            let own = counts.filter_map(|count| levels.get(..count));
            tellings.extend(own.map(|levels| {
                let said: Vec<String> = levels.iter().map(Level::to_string).collect();
                let all = (0..).zip(levels.iter().copied()).collect();
                Telling::one(said.join(", "), Answer::Levels(all))
            }));
        }
        tellings
    }

    /// What levels say: the region of the first, and how many they are where the policy counts them.
    pub(super) fn told_by(&self, levels: &[(u8, Level)]) -> ValueMap {
        let mut values = ValueMap::new();
        let region = levels.first().and_then(|(_, level)| {
            let (letter, _) = level.segment().letter_and_count();
            self.policy.region_of(letter, level.number())
        });
        values.extend(region.map(|(fact, one)| (fact.clone(), Value::Choice(one.clone()))));
        if let Some((fact, least, greatest)) = self.policy.level_count() {
            let count = i64::try_from(levels.len()).unwrap_or(greatest);
            let count = count.clamp(least, greatest);
            values.insert(fact.name.clone(), Value::Number(count, count));
        }
        values
    }
}

/// The most choices of which every set is walked.
const MOST_COMBINED: usize = 6;

/// The least number of each class of a number.
fn class_starts(kind: &Kind) -> Option<Vec<i64>> {
    let Kind::Number {
        least, thresholds, ..
    } = kind
    else {
        return None;
    };
    let all = std::iter::once(*least).chain(thresholds.iter().copied());
    Some(all.collect())
}

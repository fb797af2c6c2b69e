//! Answers found in free text. They are read back before they count.

use std::collections::BTreeMap;

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::answer::MOST_LEVELS;
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Choice, Gives, Step, StepKind};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::levels::impossible;
use crate::domain::dialog::typed::normalize::normalize;
use crate::domain::dialog::typed::{Spotted, says_it_ended, spot};
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::message::Message;
use crate::domain::name::ValueName;
use crate::domain::policy::{Value, ValueMap};

impl Context<'_> {
    /// # Errors
    /// When two choices of the question asked are named, or more levels than a request can have.
    pub(super) fn free_text(&self, text: &str) -> Result<Option<Move>, Rejection> {
        let found = spot(text, self.words.language, self.view.today, &self.words.cues);
        if found.levels.len() > MOST_LEVELS {
            return Err(Rejection::TooManyLevels(MOST_LEVELS));
        }
        if let Some(fault) = impossible(text).filter(|_| !found.levels.is_empty()) {
            return Err(Rejection::NotLevels(fault));
        }
        let procedures = self.named_procedures(&found);
        let mut entries = Vec::new();
        entries.extend(self.procedures_entry(&procedures));
        entries.extend(self.levels_entries(text, &procedures, &found.levels));
        entries.extend(self.choice_entries(text, &found)?);
        entries.extend(self.time_entries(text, &found));
        if entries.is_empty() {
            return Ok(None);
        }
        Ok(Some(Move::Answer(
            self.corrected(entries),
            Manner::ReadBack,
        )))
    }

    fn step(&self, number: usize) -> Option<&Step> {
        self.view.dialog.steps.get(number)
    }

    fn named_procedures(&self, found: &Spotted<Cue>) -> Vec<ValueName> {
        let choices = found.choices.iter().filter_map(|cue| match cue {
            Cue::Choice(step, choice) => self.step(*step)?.choices.get(*choice),
            Cue::Time(_) => None,
        });
        choices
            .filter_map(|choice| match &choice.gives {
                Gives::Procedure(procedure) => Some(procedure.clone()),
                _ => None,
            })
            .collect()
    }

    fn procedures_entry(&self, procedures: &[ValueName]) -> Option<Entry> {
        if procedures.is_empty() || self.view.procedures() == procedures {
            return None;
        }
        let step = self.view.dialog.step_of_kind(StepKind::Procedures)?;
        Some(Entry {
            scope: Scope::Request,
            step: step.name.clone(),
            answer: Answer::Procedures(procedures.to_vec()),
        })
    }

    /// Levels belong to the procedure named beside them; else to the only one, or to those that still need a level.
    fn levels_entries(&self, text: &str, procedures: &[ValueName], levels: &[Level]) -> Vec<Entry> {
        let known = self.view.procedures();
        let all = if procedures.is_empty() {
            &known
        } else {
            procedures
        };
        let in_passing =
            |one: &ValueName| procedures.is_empty() && self.view.levels_of(one).is_some();
        let pairs = match all {
            [only] if in_passing(only) => Vec::new(),
            [only] => vec![(only.clone(), levels.to_vec())],
            _ => self
                .pairs(text, all, levels)
                .unwrap_or_else(|| self.needing(all, levels)),
        };
        let step = self.view.dialog.step_of_kind(StepKind::Levels);
        let mut entries: Vec<Entry> = Vec::new();
        for (procedure, levels) in pairs.into_iter().filter(|(_, levels)| !levels.is_empty()) {
            let scope = Scope::Procedure(procedure);
            let answer = Answer::Levels(self.places_beside(&scope, &levels, &entries));
            entries.extend(step.map(|step| Entry {
                scope,
                step: step.name.clone(),
                answer,
            }));
        }
        entries
    }

    /// The procedures without a level yet, with these levels: all of them with the only level there is, or the one
    /// procedure with all. Which of several is whose is asked.
    fn needing(&self, procedures: &[ValueName], levels: &[Level]) -> Vec<(ValueName, Vec<Level>)> {
        let open = |one: &&ValueName| self.needs_level(one) && self.view.levels_of(one).is_none();
        let needing: Vec<&ValueName> = procedures.iter().filter(open).collect();
        if needing.len() > 1 && levels.len() > 1 {
            return Vec::new();
        }
        needing
            .into_iter()
            .map(|procedure| (procedure.clone(), levels.to_vec()))
            .collect()
    }

    /// Whether the policy still asks something of a procedure once it is named.
    fn needs_level(&self, procedure: &ValueName) -> bool {
        let fact = self
            .view
            .policy
            .subject_fact()
            .map(|fact| fact.name.clone());
        let values: ValueMap = fact
            .into_iter()
            .map(|fact| (fact, Value::Choice(procedure.clone())))
            .collect();
        let facts = self.view.policy.facts(&values).unwrap_or_default();
        !self.view.policy.matters(&facts, self.view.today).is_empty()
    }

    /// Each procedure with the levels named in the same part of the text, where that settles every level.
    fn pairs(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Option<Vec<(ValueName, Vec<Level>)>> {
        let mut pairs: Vec<(ValueName, Vec<Level>)> = Vec::new();
        for part in parts(text) {
            let found = spot(
                &part,
                self.words.language,
                self.view.today,
                &self.words.cues,
            );
            if let [procedure] = self.named_procedures(&found).as_slice()
                && !found.levels.is_empty()
            {
                pairs.push((procedure.clone(), found.levels));
            }
        }
        let settled = levels
            .iter()
            .all(|level| pairs.iter().any(|(_, own)| own.contains(level)));
        let bare =
            |one: &ValueName| !pairs.iter().any(|(own, _)| own == one) && self.needs_level(one);
        (settled && !pairs.is_empty() && !procedures.iter().any(bare)).then_some(pairs)
    }

    /// The scope of a step for what is being talked about: the place asked about, or the first.
    fn scope(&self, step: &Step) -> Scope {
        let place = match self.position {
            Position::Ask(asked) => match &asked.scope {
                Scope::Place(place) => *place,
                _ => 0,
            },
            _ => 0,
        };
        match step.per {
            crate::domain::dialog::model::Per::Request => Scope::Request,
            _ => Scope::Place(place),
        }
    }

    /// Of two choices of one step neither is taken: at the question itself it is asked which.
    fn choice_entries(&self, text: &str, found: &Spotted<Cue>) -> Result<Vec<Entry>, Rejection> {
        let mut entries: Vec<Entry> = Vec::new();
        self.two_of_the_step_asked(text)?;
        for (number, step) in self.view.dialog.steps.iter().enumerate() {
            let named = found.choices.iter().filter_map(|cue| match cue {
                Cue::Choice(own, choice) if *own == number => step.choices.get(*choice),
                _ => None,
            });
            let named: Vec<&Choice> = named
                .filter(|choice| matches!(choice.gives, Gives::Facts(_)))
                .collect();
            match named.as_slice() {
                [only] => entries.extend(self.facts_of(only).map(|answer| Entry {
                    scope: self.scope(step),
                    step: step.name.clone(),
                    answer,
                })),
                [_, _, ..] if self.is_asked(step) => {
                    let labels = named
                        .iter()
                        .map(|choice| Message::new(step.choice_message(choice)));
                    return Err(Rejection::PickOne(labels.collect()));
                }
                _ => {}
            }
        }
        Ok(entries)
    }

    fn is_asked(&self, step: &Step) -> bool {
        matches!(self.position, Position::Ask(asked) if asked.step == step.name)
    }

    /// "This or that" names two choices. Words that count only as an answer to the step asked are looked for too.
    fn two_of_the_step_asked(&self, text: &str) -> Result<(), Rejection> {
        let Position::Ask(asked) = self.position else {
            return Ok(());
        };
        let either = normalize(text)
            .split(' ')
            .any(|word| matches!(word, "or" | "o" | "u"));
        let step = self.view.dialog.step(&asked.step).filter(|_| either);
        let cues = step.and_then(|step| self.words.own_cues.get(&step.name));
        let (Some(step), Some(cues)) = (step, cues) else {
            return Ok(());
        };
        let found = spot(text, self.words.language, self.view.today, cues);
        let named = found
            .choices
            .iter()
            .filter_map(|choice| step.choices.get(*choice));
        let labels: Vec<Message> = named
            .map(|choice| Message::new(step.choice_message(choice)))
            .collect();
        if labels.len() > 1 && step.kind == StepKind::Choice {
            Err(Rejection::PickOne(labels))
        } else {
            Ok(())
        }
    }

    /// A time of something that stopped is not taken as one that goes on.
    fn time_entries(&self, text: &str, found: &Spotted<Cue>) -> Vec<Entry> {
        let ends = says_it_ended(text);
        let dates = found
            .times
            .iter()
            .map(|(cue, when)| (*cue, when.days, None));
        let periods = found
            .periods
            .iter()
            .map(|(cue, period)| (*cue, period.start.days, period.end.map(|end| end.days)));
        let mut entries: Vec<Entry> = Vec::new();
        for (cue, start, end) in dates.chain(periods) {
            let Cue::Time(number) = cue else { continue };
            let Some(step) = self.step(number) else {
                continue;
            };
            if step.kind == StepKind::Period && end.is_none() && ends {
                continue;
            }
            if self.recent(start).is_err() {
                continue;
            }
            let value = match step.kind {
                StepKind::Date => Value::Date(start),
                _ => Value::Period { start, end },
            };
            let taken = entries.iter().any(|entry| entry.step == step.name);
            if let Some(fact) = step.fact.clone().filter(|_| !taken) {
                let answer = Answer::Facts(BTreeMap::from([(fact, value)]));
                entries.push(Entry {
                    scope: self.scope(step),
                    step: step.name.clone(),
                    answer,
                });
            }
        }
        entries
    }
}

/// The parts of a text between commas and "and".
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in text.split_inclusive([' ', ',', ';', '+']) {
        let bare = word.trim_matches([' ', ',', ';', '+']).to_lowercase();
        let joins = matches!(bare.as_str(), "and" | "y" | "&" | "plus");
        if let Some(part) = parts.last_mut().filter(|_| !joins) {
            part.push_str(word);
        }
        if joins || word.ends_with([',', ';', '+']) {
            parts.push(String::new());
        }
    }
    parts
}

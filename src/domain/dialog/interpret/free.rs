//! Answers found in free text. They are read back before they count.

use std::collections::BTreeMap;

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Gives, Step, StepKind};
use crate::domain::dialog::typed::{Spotted, spot};
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::name::ValueName;
use crate::domain::policy::{Value, ValueMap};

impl Context<'_> {
    pub(super) fn free_text(&self, text: &str) -> Option<Move> {
        let found = spot(text, self.words.language, self.view.today, &self.words.cues);
        let procedures = self.named_procedures(&found);
        let mut entries = Vec::new();
        entries.extend(self.procedures_entry(&procedures));
        entries.extend(self.levels_entries(text, &procedures, &found.levels));
        entries.extend(self.choice_entries(&found));
        entries.extend(self.time_entries(&found));
        (!entries.is_empty()).then_some(Move::Answer(entries, Manner::ReadBack))
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

    /// Levels belong to the procedure named beside them; without one, to every procedure that still needs a level.
    fn levels_entries(&self, text: &str, procedures: &[ValueName], levels: &[Level]) -> Vec<Entry> {
        let known = self.view.procedures();
        let all = if procedures.is_empty() {
            &known
        } else {
            procedures
        };
        let needing: Vec<ValueName> = all
            .iter()
            .filter(|one| self.needs_level(one))
            .cloned()
            .collect();
        let pairs = match needing.as_slice() {
            [] => Vec::new(),
            [only] => vec![(only.clone(), levels.to_vec())],
            several => self.pairs(text, several, levels),
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

    /// Each procedure with the levels named in the same part of the text; where that does not settle every level,
    /// one level named for several procedures is for all of them, and of more it is asked which is whose.
    fn pairs(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Vec<(ValueName, Vec<Level>)> {
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
        match levels {
            _ if settled && !pairs.is_empty() && pairs.len() == procedures.len() => pairs,
            [only] => procedures
                .iter()
                .map(|procedure| (procedure.clone(), vec![*only]))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The scope of a step for what is being talked about: the place asked about, or the first.
    fn scope(&self, step: &Step) -> Scope {
        let place = match self.position {
            super::Position::Ask(asked) => match &asked.scope {
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

    fn choice_entries(&self, found: &Spotted<Cue>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for cue in &found.choices {
            let Cue::Choice(number, choice) = cue else {
                continue;
            };
            let Some(step) = self.step(*number) else {
                continue;
            };
            let facts = step
                .choices
                .get(*choice)
                .and_then(|choice| self.facts_of(choice));
            let taken = entries.iter().any(|entry| entry.step == step.name);
            if let Some(answer) = facts.filter(|_| !taken) {
                entries.push(Entry {
                    scope: self.scope(step),
                    step: step.name.clone(),
                    answer,
                });
            }
        }
        entries
    }

    fn time_entries(&self, found: &Spotted<Cue>) -> Vec<Entry> {
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

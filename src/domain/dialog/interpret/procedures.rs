//! The procedures a text names, and whose the levels in it are.

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::Context;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Gives, Step, StepKind};
use crate::domain::dialog::typed::levels::mentions;
use crate::domain::dialog::typed::{Spotted, denies};
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::name::ValueName;
use crate::domain::policy::{Value, ValueMap};

impl Context<'_> {
    pub(super) fn step(&self, number: usize) -> Option<&Step> {
        self.view.dialog.steps.get(number)
    }

    pub(super) fn named_procedures(&self, found: &Spotted<Cue>) -> Vec<ValueName> {
        let choices = found.choices.iter().filter_map(|cue| match cue {
            Cue::Choice(step, choice) => self.step(*step)?.choices.get(*choice),
            Cue::Time(_) | Cue::Number(_) => None,
        });
        choices
            .filter_map(|choice| match &choice.gives {
                Gives::Procedure(procedure) => Some(procedure.clone()),
                _ => None,
            })
            .collect()
    }

    pub(super) fn procedures_entry(&self, procedures: &[ValueName]) -> Option<Entry> {
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

    /// Levels belong to the procedure named beside them; else to the only one, or to those that still need a level. While
    /// no procedure is known they belong to the request.
    pub(super) fn levels_entries(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Vec<Entry> {
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
        let scoped = pairs
            .into_iter()
            .map(|(procedure, levels)| (Scope::Procedure(procedure), levels));
        let of_request = all.is_empty().then(|| (Scope::Request, levels.to_vec()));
        let scoped = scoped.chain(of_request);
        for (scope, levels) in scoped.filter(|(_, levels)| !levels.is_empty()) {
            let answer = Answer::Levels(self.places_beside(&scope, &levels, &entries));
            entries.extend(step.map(|step| Entry {
                scope,
                step: step.name.clone(),
                answer,
            }));
        }
        entries
    }

    /// "It is T12, not L3": the level that is told in the place of one that is denied. The place keeps its number.
    pub(super) fn levels_put_right(&self, text: &str) -> Vec<Entry> {
        let mut from = 0;
        let (mut right, mut wrong) = (Vec::new(), Vec::new());
        for (at, levels) in mentions(text, self.words.language) {
            let denied = denies(text.get(from..at.start).unwrap_or_default());
            if denied { &mut wrong } else { &mut right }.extend(levels);
            from = at.end;
        }
        let ([right], [wrong]) = (right.as_slice(), wrong.as_slice()) else {
            return Vec::new();
        };
        let put_right = |procedure: &ValueName| {
            let levels = self.view.levels_of(procedure)?;
            let known = |level: &Level| levels.iter().any(|(_, own)| own == level);
            let step = self.view.dialog.step_of_kind(StepKind::Levels)?;
            let corrected = levels
                .iter()
                .map(|(place, own)| (*place, if own == wrong { *right } else { *own }));
            (known(wrong) && !known(right)).then(|| Entry {
                scope: Scope::Procedure(procedure.clone()),
                step: step.name.clone(),
                answer: Answer::Levels(corrected.collect()),
            })
        };
        let procedures = self.view.procedures();
        procedures.iter().filter_map(put_right).collect()
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
        for part in listed(text) {
            let found = self.spotted(&part);
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
}

/// The parts of a text between commas and "and".
fn listed(text: &str) -> Vec<String> {
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

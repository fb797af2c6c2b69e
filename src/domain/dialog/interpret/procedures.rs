//! The procedures a text names, and whose the levels in it are.

use std::ops::Range;

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::{Context, LeftOut};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Gives, Step, StepKind};
use crate::domain::dialog::typed::Spotted;
use crate::domain::dialog::typed::levels::{Mention, Stands, meant, mentions};
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::name::ValueName;
use crate::domain::policy::{Value, ValueMap};

impl Context<'_> {
    pub(super) fn step(&self, number: usize) -> Option<&Step> {
        self.view.dialog.steps.get(number)
    }

    pub(super) fn named_procedures(&self, found: &Spotted<Cue>) -> Vec<ValueName> {
        self.procedures_of(&found.choices)
    }

    /// The procedures among these.
    pub(super) fn procedures_of(&self, cues: &[Cue]) -> Vec<ValueName> {
        let choices = cues.iter().filter_map(|cue| match cue {
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

    /// The procedures and levels that a text names, and whether it names levels without telling whose they are.
    pub(super) fn subjects(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> (Vec<Entry>, bool) {
        let mut entries: Vec<Entry> = self.procedures_entry(procedures).into_iter().collect();
        let shares = self.shares(text, procedures, levels);
        for (scope, levels) in shares.iter().flatten() {
            let places = self.places_beside(scope, levels, &entries);
            entries.extend(self.levels_entry(scope.clone(), places));
        }
        if entries.is_empty() {
            entries.extend(self.levels_put_right(text));
        }
        (entries, shares.is_none())
    }

    /// Levels belong to the procedure named beside them; else to the only one, or to those that still need a level. While
    /// no procedure is known they belong to the request. Nothing where that does not tell whose they are.
    fn shares(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Option<Vec<(Scope, Vec<Level>)>> {
        let known = self.view.procedures();
        let all = if procedures.is_empty() {
            &known
        } else {
            procedures
        };
        let in_passing =
            |one: &ValueName| procedures.is_empty() && self.view.levels_of(one).is_some();
        if levels.is_empty() || !all.is_empty() && all.iter().all(in_passing) {
            return Some(Vec::new());
        }
        let pairs = match all {
            [] => return Some(vec![(Scope::Request, levels.to_vec())]),
            [only] => vec![(only.clone(), levels.to_vec())],
            _ => self.pairs(text, all, levels).or_else(|| {
                let needing = self.needing(all, levels);
                (!needing.is_empty()).then_some(needing)
            })?,
        };
        let scoped = pairs
            .into_iter()
            .map(|(procedure, levels)| (Scope::Procedure(procedure), levels));
        Some(scoped.collect())
    }

    /// Says of the levels that they were left out.
    pub(super) fn levels_left_out(&self, left: &mut LeftOut) {
        let mut steps = self.view.dialog.steps.iter();
        if let Some(number) = steps.position(|step| step.kind == StepKind::Levels) {
            left.add(number);
        }
    }

    /// "It is T12, not L3": the level that is told in the place of one that is denied. The place keeps its number.
    fn levels_put_right(&self, text: &str) -> Vec<Entry> {
        let mentions = mentions(text, self.words.language);
        let denied = mentions.iter().filter(|one| one.stands == Stands::Denied);
        let wrong: Vec<Level> = denied.flat_map(|one| one.levels.iter().copied()).collect();
        let right = meant(&mentions);
        let ([right], [wrong]) = (right.as_slice(), wrong.as_slice()) else {
            return Vec::new();
        };
        let put_right = |procedure: &ValueName| {
            let levels = self.view.levels_of(procedure)?;
            let known = |level: &Level| levels.iter().any(|(_, own)| own == level);
            let corrected = levels
                .iter()
                .map(|(place, own)| (*place, if own == wrong { *right } else { *own }));
            let scope = Scope::Procedure(procedure.clone());
            let entry = self.levels_entry(scope, corrected.collect());
            entry.filter(|_| known(wrong) && !known(right))
        };
        let procedures = self.view.procedures();
        procedures.iter().filter_map(put_right).collect()
    }

    /// The procedures without a level yet, with these levels: all of them with the only level there is, or the one
    /// procedure with all. Which of several is whose is asked.
    pub(super) fn needing(
        &self,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Vec<(ValueName, Vec<Level>)> {
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

    /// Each procedure with the levels named beside it, where that settles every level.
    pub(super) fn pairs(
        &self,
        text: &str,
        procedures: &[ValueName],
        levels: &[Level],
    ) -> Option<Vec<(ValueName, Vec<Level>)>> {
        let mut pairs: Vec<(ValueName, Vec<Level>)> = Vec::new();
        let mut in_passing: Vec<Level> = Vec::new();
        for (beside, own) in self.beside(text) {
            match beside {
                Some(procedure) => put(&mut pairs, procedure, own),
                None => in_passing.extend(own),
            }
        }
        pairs
            .iter_mut()
            .for_each(|(_, own)| own.retain(|level| levels.contains(level)));
        let told = |level: &Level| pairs.iter().any(|(_, own)| own.contains(level));
        let settled = in_passing.iter().all(told) && levels.iter().all(told);
        let bare =
            |one: &ValueName| !pairs.iter().any(|(own, _)| own == one) && self.needs_level(one);
        (settled && !pairs.is_empty() && !procedures.iter().any(bare)).then_some(pairs)
    }

    /// The levels that are named together, with the one procedure in the same parts of the text, or between them and the
    /// levels before. Where several procedures stand there, each level goes with that of its own part.
    fn beside(&self, text: &str) -> Vec<(Option<ValueName>, Vec<Level>)> {
        let parts = listed(text);
        let named = |at: Range<usize>| {
            self.named_procedures(&self.spotted(text.get(at).unwrap_or_default()))
        };
        let part_of = |start: usize| {
            let part = parts.iter().find(|part| part.contains(&start)).cloned();
            part.map(named).unwrap_or_default()
        };
        let mut all = Vec::new();
        let mut from = 0;
        for chain in chains(text, mentions(text, self.words.language)) {
            let of_parts: Vec<Vec<ValueName>> =
                chain.iter().map(|one| part_of(one.at.start)).collect();
            let mut own: Vec<ValueName> = of_parts.iter().flatten().cloned().collect();
            own.sort_unstable();
            own.dedup();
            let start = chain.first().map_or(from, |one| one.at.start);
            if own.is_empty() {
                own = named(from..start);
            }
            for (mention, of_part) in chain.iter().zip(of_parts) {
                let one = only(&own).or_else(|| only(&of_part));
                all.push((one, mention.levels.clone()));
                from = mention.at.end;
            }
        }
        all
    }
}

fn only(all: &[ValueName]) -> Option<ValueName> {
    match all {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn put(pairs: &mut Vec<(ValueName, Vec<Level>)>, procedure: ValueName, levels: Vec<Level>) {
    match pairs.iter_mut().find(|(own, _)| *own == procedure) {
        Some((_, own)) => {
            own.extend(levels);
            own.sort_unstable();
            own.dedup();
        }
        None => pairs.push((procedure, levels)),
    }
}

/// The levels that are meant, in rows between which stands something else than "and".
fn chains(text: &str, mentions: Vec<Mention>) -> Vec<Vec<Mention>> {
    let mut chains: Vec<Vec<Mention>> = Vec::new();
    let joins = |between: &str| {
        let mut words = between
            .split([' ', ',', '/'])
            .filter(|word| !word.is_empty());
        words.all(is_and)
    };
    for mention in mentions
        .into_iter()
        .filter(|one| one.stands == Stands::Told)
    {
        let end = chains
            .last()
            .and_then(|chain| chain.last())
            .map(|last| last.at.end);
        let between = end.and_then(|end| text.get(end..mention.at.start));
        match chains.last_mut() {
            Some(chain) if between.is_some_and(joins) => chain.push(mention),
            _ => chains.push(vec![mention]),
        }
    }
    chains
}

fn is_and(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "and" | "y" | "e" | "&" | "+" | "plus"
    )
}

/// The parts of a text between commas, ends of sentences and "and".
fn listed(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0_usize, 0_usize);
    for word in text.split_inclusive([' ', ',', ';', '+', '\n']) {
        let begins = at;
        at = at.saturating_add(word.len());
        let bare = word.trim_matches([' ', ',', ';', '+', '\n']);
        let joins = is_and(bare);
        if joins || word.ends_with([',', ';', '+', '\n']) || bare.ends_with('.') {
            parts.push(from..if joins { begins } else { at });
            from = at;
        }
    }
    parts.push(from..text.len());
    parts
}

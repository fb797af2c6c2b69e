//! The answer to a step of which several choices can be so.

use std::collections::BTreeMap;

use crate::domain::dialog::event::{Answer, Entry};
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::model::{Gives, Step, StepKind};
use crate::domain::dialog::position::Asked;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::spot;
use crate::domain::dialog::vocabulary::Pick;
use crate::domain::name::FactName;
use crate::domain::policy::Value;

/// What a sentence says of the choices of a step, by number.
#[derive(Debug, Default)]
struct Told {
    so: Vec<usize>,
    denied: Vec<usize>,
}

impl Context<'_> {
    /// Several of the choices, all, none, or what a sentence says of them, which is read back.
    pub(super) fn all_of(&self, asked: &Asked, step: &Step, text: &str) -> Result<Move, Rejection> {
        let every: Vec<usize> = (0..step.choices.len()).collect();
        let picks = match self.several(step, text) {
            Ok(picks) => picks,
            Err(fault) => return self.told_of(asked, step, text, fault),
        };
        let alone = [Pick::None, Pick::NotOnRecord, Pick::All];
        if picks.len() > 1 && picks.iter().any(|pick| alone.contains(pick)) {
            return Err(Rejection::ExpectedChoice);
        }
        let all = picks.contains(&Pick::All);
        let is_so = |number: &usize| all || picks.contains(&Pick::Choice(*number));
        let (so, denied) = every.into_iter().partition(is_so);
        let manner = if all { Manner::ReadBack } else { Manner::Plain };
        let entry = settled(asked, step, &Told { so, denied });
        Ok(Move::Answer(vec![entry], manner))
    }

    /// What a sentence does not speak of is not settled by it: where it only denies some, these are answered alone, when
    /// there is a step for each.
    fn told_of(
        &self,
        asked: &Asked,
        step: &Step,
        text: &str,
        fault: Rejection,
    ) -> Result<Move, Rejection> {
        let told = self.told_in(step, text);
        let entries = match (told.so.as_slice(), told.denied.len()) {
            ([], 0) => return Err(fault),
            ([], denied) if denied < step.choices.len() => self
                .denied_alone(asked, step, &told)
                .ok_or(Rejection::DeniesSome)?,
            _ => vec![settled(asked, step, &told)],
        };
        Ok(Move::Answer(entries, Manner::ReadBack))
    }

    fn told_in(&self, step: &Step, text: &str) -> Told {
        let Some(cues) = self.words.own_cues.get(&step.name) else {
            return Told::default();
        };
        let found = spot(text, self.words.language, self.view.today, cues);
        let clear = |number: &usize, other: &[usize]| {
            let unclear = [other, &found.open, &found.over];
            !unclear.iter().any(|all| all.contains(number))
        };
        let so = found.choices.iter();
        let denied = found.denied.iter();
        Told {
            so: so
                .filter(|one| clear(one, &found.denied))
                .copied()
                .collect(),
            denied: denied
                .filter(|one| clear(one, &found.choices))
                .copied()
                .collect(),
        }
    }

    /// A no to each step that asks for one of these alone; nothing where one has none.
    fn denied_alone(&self, asked: &Asked, step: &Step, told: &Told) -> Option<Vec<Entry>> {
        let facts = told
            .denied
            .iter()
            .flat_map(|number| facts_of(step, *number));
        let alone = |fact: FactName| {
            let mut steps = self.view.dialog.steps.iter();
            let own = |one: &&Step| {
                one.kind == StepKind::YesNo
                    && one.per == step.per
                    && one.fact.as_ref() == Some(&fact)
            };
            let step = steps.find(own)?;
            Some(Entry {
                scope: asked.scope.clone(),
                step: step.name.clone(),
                answer: Answer::Facts(BTreeMap::from([(fact, Value::Flag(false))])),
            })
        };
        facts.map(alone).collect()
    }
}

fn facts_of(step: &Step, number: usize) -> Vec<FactName> {
    match step.choices.get(number).map(|choice| &choice.gives) {
        Some(Gives::Facts(given)) => given.iter().map(|(fact, _)| fact.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The answer to the step itself, with what is so and what is not.
fn settled(asked: &Asked, step: &Step, told: &Told) -> Entry {
    let mut facts = BTreeMap::new();
    let mut put = |numbers: &[usize], so: bool| {
        for fact in numbers.iter().flat_map(|number| facts_of(step, *number)) {
            facts.insert(fact, Value::Flag(so));
        }
    };
    put(&told.denied, false);
    put(&told.so, true);
    Entry {
        scope: asked.scope.clone(),
        step: step.name.clone(),
        answer: Answer::Facts(facts),
    }
}

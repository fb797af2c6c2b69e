//! The answers of a conversation given in other orders: whoever answers the same comes to the same assessment. Answers
//! to one step, and answers that settle one fact, keep their order: of these the later counts.

use std::collections::BTreeSet;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::dialog::event::{Answer, Entry, Event, Scope};
use crate::domain::dialog::{ItemState, Manner, Move, Position};
use crate::domain::name::{FactName, StepName};
use crate::domain::transcript::{Difference, Subject};
use crate::replay::course::Course;
use crate::replay::keeper::Keeper;
use crate::replay::stage::{Halt, Over, Said, Stage};
use crate::replay::{Mode, Piece, Under};

/// How many orders are tried of each conversation.
const ORDERS: u64 = 4;

impl<'p> Piece<'p> {
    pub(super) fn in_other_orders(&self, seed: u64) -> Result<Vec<Under>, Diagnostic> {
        let stage = self.stage(self.own_locale(), Keeper::memory(), Over::Named);
        let course = Course::new(self, stage, None)?.play()?;
        let log = course.stage.log().map_err(|halt| self.whole(&halt))?;
        let given: Vec<Event> = log.iter().flat_map(|log| log.events().cloned()).collect();
        let entries = counting(&given, &course.stage);
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let seeds = (0..ORDERS).map(|more| seed.wrapping_add(more));
        seeds
            .map(|seed| self.in_order(seed, &entries, &course.stage))
            .collect()
    }

    fn in_order(&self, seed: u64, entries: &[Entry], own: &Stage<'p>) -> Result<Under, Diagnostic> {
        let order = shuffled(entries, seed);
        let stage = self.stage(self.own_locale(), Keeper::memory(), Over::Named);
        let told = stage.and_then(|stage| told(stage, own, &order));
        let differs = match told {
            Ok(got) => differs(own, &got),
            Err(halt) => Some((None, halt.to_string())),
        };
        let line = self.transcript.turns.last().map_or(1, |turn| turn.line);
        let difference = differs.map(|(expected, got)| Difference {
            line,
            subject: Subject::Reordered,
            expected,
            got: Some(format!("{got} in the order {}", listed(&order))),
        });
        let which = Some(format!("--seed {seed}"));
        Ok(Under::of(
            Mode::Shuffle,
            which,
            difference.into_iter().collect(),
        ))
    }
}

/// Of the answers that were given in the present case those that count in the end, corrections of them included.
fn counting(given: &[Event], stage: &Stage<'_>) -> Vec<Entry> {
    let Some(last) = stage.last() else {
        return Vec::new();
    };
    let counted: BTreeSet<&(Scope, StepName)> = last
        .states
        .iter()
        .flat_map(|state| &state.counted)
        .collect();
    let is_of_dialog = |step: &StepName| stage.dialog().step(step).is_some();
    let counts = |entry: &Entry| {
        let one = (entry.scope.clone(), entry.step.clone());
        let stands = last.session.told(&one.0, &one.1).is_some();
        // What is asked for says which items there are, and whether places are alike is no step of the dialog.
        let asked_for = matches!(entry.answer, Answer::Procedures(_) | Answer::Levels(_));
        stands && (asked_for || counted.contains(&one) || !is_of_dialog(&one.1))
    };
    let begun = given
        .iter()
        .rposition(|event| matches!(event, Event::Restarted { .. }));
    let mine = given.iter().skip(begun.unwrap_or(0));
    let answers = mine.filter_map(|event| match event {
        Event::Answered { entries, .. } => Some(entries),
        _ => None,
    });
    answers
        .flatten()
        .filter(|entry| counts(entry))
        .cloned()
        .collect()
}

/// Gives the answers one by one, whatever is asked; what is read back is confirmed.
fn told<'s>(mut stage: Stage<'s>, own: &Stage<'s>, order: &[Entry]) -> Result<Stage<'s>, Halt> {
    stage.begin_as(own)?;
    for entry in order {
        let answer = Move::Answer(vec![entry.clone()], Manner::Plain);
        stage.type_in(Said::Read(Ok(answer)), false)?;
        let position = stage.last().map(|last| &last.position);
        if position == Some(&Position::ReadBack) {
            stage.type_in(Said::Read(Ok(Move::Agree)), false)?;
        }
    }
    Ok(stage)
}

type Differs = (Option<String>, String);

/// How what the answers come to differs, item by item.
fn differs(own: &Stage<'_>, other: &Stage<'_>) -> Option<Differs> {
    let states = |stage: &Stage<'_>| -> Vec<ItemState> {
        let mut states = stage
            .last()
            .map(|last| last.states.clone())
            .unwrap_or_default();
        states.sort_by_key(|state| (state.item.procedure.clone(), state.item.place));
        states
    };
    let (own, other) = (states(own), states(other));
    let same = |(own, other): (&ItemState, &ItemState)| {
        own.item == other.item && own.values == other.values && own.assessment == other.assessment
    };
    let all = own.len() == other.len() && own.iter().zip(&other).all(same);
    (!all).then(|| (Some(come(&own)), come(&other)))
}

fn come(states: &[ItemState]) -> String {
    let each = states.iter().map(|state| {
        let known = state
            .values
            .keys()
            .map(FactName::as_str)
            .collect::<Vec<_>>();
        format!(
            "{} ({})",
            state.assessment.disposition.as_str(),
            known.join(", ")
        )
    });
    each.collect::<Vec<_>>().join(" + ")
}

fn listed(order: &[Entry]) -> String {
    let steps: Vec<&str> = order.iter().map(|entry| entry.step.as_str()).collect();
    steps.join(", ")
}

/// The answers in an order drawn from a number; answers of which the later counts stay in their order.
fn shuffled(entries: &[Entry], seed: u64) -> Vec<Entry> {
    let mut left: Vec<Entry> = entries.to_vec();
    let mut order = Vec::with_capacity(left.len());
    let mut state = seed;
    while !left.is_empty() {
        let free: Vec<usize> = (0..left.len()).filter(|at| is_free(&left, *at)).collect();
        let count = u64::try_from(free.len()).unwrap_or(1).max(1);
        let drawn = usize::try_from(draw(&mut state) % count).unwrap_or(0);
        let Some(at) = free.get(drawn) else { break };
        order.push(left.remove(*at));
    }
    order
}

/// Whether no answer before this one is one that it replaces.
fn is_free(left: &[Entry], at: usize) -> bool {
    let Some(entry) = left.get(at) else {
        return false;
    };
    !left.iter().take(at).any(|before| depends(before, entry))
}

fn depends(before: &Entry, entry: &Entry) -> bool {
    let same_step = before.step == entry.step && before.scope == entry.scope;
    let both = match (&before.answer, &entry.answer) {
        (Answer::Facts(one), Answer::Facts(other)) => {
            one.keys().any(|fact| other.contains_key(fact))
        }
        _ => false,
    };
    same_step || both
}

/// The next number of a sequence (splitmix64).
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

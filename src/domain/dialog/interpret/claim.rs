//! What the words around a time claim it for, whatever is asked.

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::findings::is_time;
use crate::domain::dialog::interpret::free::manner;
use crate::domain::dialog::interpret::{Context, LeftOut, Manner, Move};
use crate::domain::dialog::model::{Per, Step, StepKind};
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::vocabulary::{Cue, Pick};
use crate::domain::policy::Value;

impl Context<'_> {
    /// Whether the words of an answer claim every time in it for something else than the step asked.
    pub(super) fn is_claimed_elsewhere(&self, step: &Step, text: &str) -> bool {
        let found = self.spotted(text);
        let mut steps = self.view.dialog.steps.iter();
        let own = steps.position(|one| one.name == step.name).map(Cue::Time);
        let is_own = |cue: &Cue| Some(*cue) == own;
        let times = found.times.iter().map(|(cue, _)| cue);
        let mut claims = times.chain(found.periods.iter().map(|(cue, _)| cue));
        if !found.unclaimed.is_empty() || claims.clone().any(is_own) {
            return false;
        }
        let by_nothing_asked = found.elsewhere && !found.mentioned.iter().any(is_own);
        claims.next().is_some() || by_nothing_asked
    }

    fn is_of_time(&self, entry: &Entry) -> bool {
        self.view.dialog.step(&entry.step).is_some_and(is_time)
    }

    /// An answer to the step asked, with what the same words say besides. A choice alone is not read back.
    pub(super) fn with_all_said(&self, entry: Entry, text: &str) -> Result<Move, Rejection> {
        let (besides, left) = self.found_in(text)?;
        let bare = self.bare_clauses(&entry, text);
        let mut entries = vec![entry];
        for other in besides.into_iter().chain(bare) {
            if !entries.iter().any(|one| one.step == other.step) {
                entries.push(other);
            }
        }
        let left = self.but_for_numbers(entries.first(), left);
        let alone = entries.len() == 1 && left.is_empty();
        let manner = match entries.first() {
            Some(only) if alone && !self.is_of_time(only) && is_exact(only) => Manner::Plain,
            _ => manner(left),
        };
        Ok(Move::Answer(entries, manner))
    }

    /// Beside a number, clauses that are nothing but an answer to one other question: "7, worse".
    fn bare_clauses(&self, answer: &Entry, text: &str) -> Vec<Entry> {
        let asked = self.view.dialog.step(&answer.step);
        if asked.is_none_or(|step| step.kind != StepKind::Number) {
            return Vec::new();
        }
        let clauses = text.split([',', ';']);
        clauses
            .filter_map(|clause| self.bare_clause(clause))
            .collect()
    }

    fn bare_clause(&self, clause: &str) -> Option<Entry> {
        let steps = self.view.dialog.steps.iter();
        let of_request =
            steps.filter(|step| step.kind == StepKind::Choice && step.per == Per::Request);
        let mut named = of_request.filter_map(|step| {
            match self.words.picks.get(&step.name)?.named_by(clause)? {
                Pick::Choice(choice) => Some((step, step.choices.get(choice)?)),
                _ => None,
            }
        });
        let (step, choice) = named.next()?;
        let alone = named.next().is_none() && !self.says_yes_or_no(clause);
        let answer = self.facts_of(choice).filter(|_| alone)?;
        Some(Entry {
            scope: Scope::Request,
            step: step.name.clone(),
            answer,
        })
    }

    fn says_yes_or_no(&self, clause: &str) -> bool {
        self.words.yes_no.named_by(clause).is_some()
    }

    /// A number that was asked for, such as 7/10, is no day that was left out.
    fn but_for_numbers(&self, answer: Option<&Entry>, left: LeftOut) -> LeftOut {
        let step = answer.and_then(|entry| self.view.dialog.step(&entry.step));
        if step.is_none_or(|step| step.kind != StepKind::Number) {
            return left;
        }
        let mut rest = LeftOut::default();
        let steps = self.view.dialog.steps.iter().enumerate();
        for (number, _) in steps.filter(|(number, step)| left.has(*number) && !is_time(step)) {
            rest.add(number);
        }
        rest
    }
}

/// Whether an answer is no number between two others.
fn is_exact(entry: &Entry) -> bool {
    let Answer::Facts(facts) = &entry.answer else {
        return true;
    };
    let mut values = facts.values();
    values.all(|value| !matches!(value, Value::Number(low, high) if low != high))
}

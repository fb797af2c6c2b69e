//! Answers found in free text. They are read back before they count.

use std::collections::BTreeMap;

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::answer::MOST_LEVELS;
use crate::domain::dialog::interpret::findings::{Findings, Named, Numbered, Timed, is_time};
use crate::domain::dialog::interpret::{Context, LeftOut, Manner, Move};
use crate::domain::dialog::item::View;
use crate::domain::dialog::model::{Choice, Per, Step, StepKind};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::levels::impossible;
use crate::domain::dialog::typed::normalize::normalize;
use crate::domain::dialog::typed::{asks, spot};
use crate::domain::message::Message;
use crate::domain::policy::Value;

impl Context<'_> {
    /// # Errors
    /// When two choices of the question asked are named, more levels than a request can have, or nothing that is clear.
    pub(super) fn free_text(&self, text: &str) -> Result<Option<Move>, Rejection> {
        if asks(text) {
            return Ok(None);
        }
        let (entries, left) = match self.view.as_read_back() {
            None => self.found_in(text)?,
            Some(session) => {
                let session = &session;
                let view = View {
                    session,
                    ..self.view
                };
                Context { view, ..*self }.found_in(text)?
            }
        };
        let nothing = entries.is_empty();
        let entries = self.corrected(entries);
        match (entries.as_slice(), self.view.steps_of(left).as_slice()) {
            (_, []) if nothing => Ok(None),
            (_, steps) if nothing => Err(Rejection::Unclear(self.view.labels(steps))),
            ([], _) => Ok(None),
            _ => Ok(Some(Move::Answer(entries, manner(left)))),
        }
    }

    /// The answers found in a text, and what was left out of it.
    ///
    /// # Errors
    /// When two choices of the question asked are named, or more levels than a request can have.
    pub(super) fn found_in(&self, text: &str) -> Result<(Vec<Entry>, LeftOut), Rejection> {
        let found = self.spotted(text);
        if found.levels.len() > MOST_LEVELS {
            return Err(Rejection::TooManyLevels(MOST_LEVELS));
        }
        if let Some(fault) = impossible(text).filter(|_| !found.levels.is_empty()) {
            return Err(Rejection::NotLevels(fault));
        }
        self.two_of_the_step_asked(text)?;
        let procedures = self.named_procedures(&found);
        let (mut entries, unsettled) = if self.corrects() {
            self.correction(text, &found)
        } else {
            self.subjects(text, &procedures, &found.levels)
        };
        let mut findings = self.findings(text, &self.levels_known(&entries));
        if unsettled {
            self.levels_left_out(&mut findings.left);
        }
        self.add_choices(&mut findings, &mut entries)?;
        self.add_times(&findings, &mut entries);
        self.add_numbers(&findings, &mut entries);
        if findings.unclaimed && !entries.is_empty() {
            self.times_left_out(&entries, &mut findings.left);
        }
        Ok((entries, findings.left))
    }

    /// Of two choices of one step neither is taken: at the question itself it is asked which.
    fn add_choices(
        &self,
        findings: &mut Findings,
        entries: &mut Vec<Entry>,
    ) -> Result<(), Rejection> {
        for (number, step) in self.view.dialog.steps.iter().enumerate() {
            let of_step = findings.named.iter().filter(|named| named.step == number);
            let of_step: Vec<Named> = of_step.copied().collect();
            let mut places: Vec<u8> = of_step.iter().map(|named| named.place).collect();
            places.sort_unstable();
            places.dedup();
            for place in places {
                match chosen(step, &of_step, place).as_slice() {
                    [only] => entries.extend(self.facts_of(only).map(|answer| Entry {
                        scope: scope(step, place),
                        step: step.name.clone(),
                        answer,
                    })),
                    several if self.is_asked(step) => {
                        let labels = several
                            .iter()
                            .map(|choice| Message::new(step.choice_message(choice)));
                        return Err(Rejection::PickOne(labels.collect()));
                    }
                    _ => findings.left.add(number),
                }
            }
        }
        Ok(())
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
        let Some(step) = step else {
            return Ok(());
        };
        let named = self.named_choices(step, text);
        let named = named.iter().filter_map(|choice| step.choices.get(*choice));
        let labels: Vec<Message> = named
            .map(|choice| Message::new(step.choice_message(choice)))
            .collect();
        if labels.len() > 1 && step.kind == StepKind::Choice {
            Err(Rejection::PickOne(labels))
        } else {
            Ok(())
        }
    }

    /// The choices of a step that a sentence names, by number.
    pub(super) fn named_choices(&self, step: &Step, text: &str) -> Vec<usize> {
        let cues = self.words.own_cues.get(&step.name);
        cues.map_or_else(Vec::new, |cues| {
            spot(text, self.words.language, self.view.today, cues).choices
        })
    }

    /// Of two numbers for one step neither is taken, nor one that the step cannot have.
    fn add_numbers(&self, findings: &Findings, entries: &mut Vec<Entry>) {
        for Numbered {
            place,
            step: number,
            span: (low, high),
        } in findings.numbered.iter().copied()
        {
            let mut others = findings.numbered.iter();
            let again = |one: &Numbered| {
                one.step == number && one.place == place && one.span != (low, high)
            };
            let Some(step) = self.step(number).filter(|_| !others.any(again)) else {
                continue;
            };
            let fits = step
                .range
                .is_some_and(|(least, greatest)| least <= low && high <= greatest);
            let scope = scope(step, place);
            let mut told = entries.iter();
            let taken = told.any(|one| one.step == step.name && one.scope == scope);
            if let Some(fact) = step.fact.clone().filter(|_| fits && !taken) {
                let value = Value::Number(low, high);
                entries.push(Entry {
                    scope,
                    step: step.name.clone(),
                    answer: Answer::Facts(BTreeMap::from([(fact, value)])),
                });
            }
        }
    }

    fn add_times(&self, findings: &Findings, entries: &mut Vec<Entry>) {
        for Timed {
            place,
            step,
            start,
            end,
        } in findings.timed.iter().copied()
        {
            let Some(step) = self.step(step) else {
                continue;
            };
            let value = match step.kind {
                StepKind::Date => Value::Date(start),
                _ => Value::Period { start, end },
            };
            let scope = scope(step, place);
            let mut told = entries.iter();
            let taken = told.any(|one| one.step == step.name && one.scope == scope);
            if let Some(fact) = step.fact.clone().filter(|_| !taken) {
                entries.push(Entry {
                    scope,
                    step: step.name.clone(),
                    answer: Answer::Facts(BTreeMap::from([(fact, value)])),
                });
            }
        }
    }

    /// A time of which nothing says what it is the time of could be that of any step for one that has none here.
    fn times_left_out(&self, entries: &[Entry], left: &mut LeftOut) {
        let steps = self.view.dialog.steps.iter().enumerate();
        let untold = |step: &Step| !entries.iter().any(|entry| entry.step == step.name);
        for (number, _) in steps.filter(|(_, step)| is_time(step) && untold(step)) {
            left.add(number);
        }
    }
}

/// How answers are given of which something was left out, or nothing.
pub(super) fn manner(left: LeftOut) -> Manner {
    if left.is_empty() {
        Manner::ReadBack
    } else {
        Manner::InPart(left)
    }
}

/// The choices of a step that are named for a place, each once.
fn chosen<'s>(step: &'s Step, named: &[Named], place: u8) -> Vec<&'s Choice> {
    let mut all: Vec<&Choice> = Vec::new();
    let own = named.iter().filter(|named| named.place == place);
    for choice in own.filter_map(|named| step.choices.get(named.choice)) {
        if !all.iter().any(|one| one.name == choice.name) {
            all.push(choice);
        }
    }
    all
}

fn scope(step: &Step, place: u8) -> Scope {
    match step.per {
        Per::Request => Scope::Request,
        _ => Scope::Place(place),
    }
}

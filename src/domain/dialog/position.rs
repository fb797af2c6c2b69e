//! Where a session stands: what is asked next. A function of the session, the policy, the dialog and the day; never
//! stored.

use crate::domain::day::Day;
use crate::domain::dialog::event::{Answer, Menu, Scope};
use crate::domain::dialog::item::{Item, ItemState, View, same_step};
use crate::domain::dialog::model::{Step, StepKind, WhenAsked};
use crate::domain::name::StepName;
use crate::domain::policy::{Disposition, Outcome, Set, evaluate};

/// Where a session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// The case was given up.
    Cancelled,
    /// A question about the session itself waits.
    Menu(Menu),
    /// Answers were read back and wait for a yes.
    ReadBack,
    /// A step is asked.
    Ask(Asked),
    /// An answer of an earlier day is asked to be confirmed, because the calendar has changed the result.
    Recheck(Asked),
    /// Two answers cannot both be right: the constraint, by number, and the steps that can be changed.
    Contradiction {
        /// The constraint.
        constraint: usize,
        /// Where its facts were told.
        steps: Vec<(Scope, StepName)>,
    },
    /// Whether the answers for one place hold for another too.
    Same {
        /// The place asked about.
        place: u8,
        /// The place whose answers may hold.
        other: u8,
    },
    /// What was told waits for a yes.
    Summary,
    /// The assessment stands.
    Assessed,
}

/// A step that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What its answer is about.
    pub scope: Scope,
    /// The step.
    pub step: StepName,
}

impl View<'_> {
    /// Where the session stands, given the states of its items.
    #[must_use]
    pub fn position(&self, states: &[ItemState]) -> Position {
        if self.session.menu == Some(Menu::Delete) {
            return Position::Menu(Menu::Delete);
        }
        if self.session.cancelled {
            return Position::Cancelled;
        }
        if let Some(menu) = self.session.menu {
            return Position::Menu(menu);
        }
        if self.session.pending.is_some() {
            return Position::ReadBack;
        }
        if let Some((scope, step)) = &self.session.focus {
            return Position::Ask(Asked {
                scope: scope.clone(),
                step: step.clone(),
            });
        }
        let waiting = || {
            self.contradiction(states)
                .or_else(|| self.recheck(states))
                .or_else(|| self.next_question(states))
        };
        waiting().unwrap_or_else(|| self.after_questions(states))
    }

    fn next_question(&self, states: &[ItemState]) -> Option<Position> {
        if states.is_empty() {
            return self
                .dialog
                .steps
                .first()
                .map(|step| ask(Scope::Request, step));
        }
        if let Some(level) = self.missing_level(states) {
            return Some(level);
        }
        let open = states
            .iter()
            .filter(|state| !state.assessment.asks().is_empty());
        open.into_iter()
            .find_map(|state| self.question_of(state, states))
            .or_else(|| self.ask_for_notes(states))
            .or_else(|| self.ask_documents(states))
    }

    /// With several items the level of each comes first: the answers that follow are about one place.
    fn missing_level(&self, states: &[ItemState]) -> Option<Position> {
        let levels = self.dialog.step_of_kind(StepKind::Levels)?;
        let open = |state: &&ItemState| !state.assessment.asks().is_empty();
        let undecided = states
            .iter()
            .filter(|state| open(state) || state.item.level.is_some());
        let missing = states
            .iter()
            .filter(open)
            .find(|state| state.item.level.is_none() && self.told(levels, &state.item).is_none());
        let missing = missing.filter(|_| undecided.count() > 1)?;
        Some(ask(
            levels.scope(&missing.item.procedure, missing.item.place),
            levels,
        ))
    }

    fn question_of(&self, state: &ItemState, states: &[ItemState]) -> Option<Position> {
        if let Some(other) = self.may_be_same(&state.item, states) {
            return Some(Position::Same {
                place: state.item.place,
                other,
            });
        }
        self.next_step(state)
            .map(|step| ask(step.scope(&state.item.procedure, state.item.place), step))
    }

    /// The first step of the dialog that sets a fact the assessment still asks for. Where what it needs was asked and is
    /// not on record, or not exact, what stricter readings need is asked all the same.
    #[must_use]
    pub fn next_step(&self, state: &ItemState) -> Option<&Step> {
        self.first_to_set(state, state.assessment.asks())
            .or_else(|| self.first_to_set(state, state.assessment.also))
    }

    /// Where part of what a step with several choices settles is known, a later step that asks for the rest alone goes
    /// before it.
    fn first_to_set(&self, state: &ItemState, facts: Set) -> Option<&Step> {
        let of = |facts: Set| {
            let steps = self.dialog.steps.iter();
            steps.filter(move |step| {
                step.asked == WhenAsked::Needed
                    && !step.sets.and(facts).is_empty()
                    && self.told(step, &state.item).is_none()
            })
        };
        let first = of(facts).next()?;
        let partly = !first.sets.and(state.facts.known()).is_empty();
        let alone = || of(facts.and(first.sets)).find(|step| step.kind != StepKind::Several);
        (first.kind == StepKind::Several && partly)
            .then(alone)
            .flatten()
            .or(Some(first))
    }

    /// The first place with answers, when this one has none and was not asked about yet.
    fn may_be_same(&self, item: &Item, states: &[ItemState]) -> Option<u8> {
        let same = same_step()?;
        let has_answers = |place: u8| {
            self.session
                .answers
                .keys()
                .any(|(scope, _)| *scope == Scope::Place(place))
        };
        if has_answers(item.place)
            || self
                .session
                .told(&Scope::Place(item.place), &same)
                .is_some()
        {
            return None;
        }
        states
            .iter()
            .map(|state| state.item.place)
            .find(|place| *place < item.place && has_answers(*place))
    }

    /// What decides nothing, but calls for a note with a policy that is met.
    fn ask_for_notes(&self, states: &[ItemState]) -> Option<Position> {
        let met = |state: &&ItemState| state.assessment.outcomes.default == Outcome::Met;
        states.iter().filter(met).find_map(|state| {
            let known = state.facts.known();
            let mut steps = self.dialog.steps.iter();
            let step = steps.find(|step| {
                step.asked == WhenAsked::ForNotes
                    && !step.sets.less(known).is_empty()
                    && self.told(step, &state.item).is_none()
            })?;
            Some(ask(
                step.scope(&state.item.procedure, state.item.place),
                step,
            ))
        })
    }

    fn ask_documents(&self, states: &[ItemState]) -> Option<Position> {
        let step = self.dialog.step_of_kind(StepKind::Documents)?;
        let worth = states.iter().any(|state| {
            state.assessment.outcomes.default == Outcome::Met && !self.told_facts(state).is_empty()
        });
        (worth && self.documents_told(step).is_none()).then(|| ask(Scope::Request, step))
    }

    fn documents_told(&self, step: &Step) -> Option<&Answer> {
        self.session
            .told(&Scope::Request, &step.name)
            .map(|told| &told.answer)
    }

    /// Two answers that cannot both be right.
    fn contradiction(&self, states: &[ItemState]) -> Option<Position> {
        let state = states
            .iter()
            .find(|state| state.assessment.disposition == Disposition::Inconsistent)?;
        let constraint = state.assessment.contradictions.iter().next()?;
        let tie = self.policy.constraints().get(constraint)?;
        let told = self
            .dialog
            .steps
            .iter()
            .filter(|step| step.sets.has(tie.later) || step.sets.has(tie.earlier));
        let steps = told.filter_map(|step| {
            self.told(step, &state.item)
                .map(|(scope, _)| (scope, step.name.clone()))
        });
        Some(Position::Contradiction {
            constraint,
            steps: steps.collect(),
        })
    }

    /// An answer that may have changed since the day it was given, when the calendar has changed the result since.
    fn recheck(&self, states: &[ItemState]) -> Option<Position> {
        let (_, resumed) = self.session.resumed?;
        states.iter().find_map(|state| {
            self.dialog
                .steps
                .iter()
                .filter(|step| step.recheck)
                .find_map(|step| {
                    let (scope, told) = self.told(step, &state.item)?;
                    let known = matches!(told.answer, Answer::Facts(_));
                    (known && told.on < resumed && self.changed_since(state, told.on)).then(|| {
                        Position::Recheck(Asked {
                            scope,
                            step: step.name.clone(),
                        })
                    })
                })
        })
    }

    /// Whether the calendar alone has changed the disposition since that day.
    #[must_use]
    pub fn changed_since(&self, state: &ItemState, day: Day) -> bool {
        evaluate(self.policy, &state.facts, day).disposition != state.assessment.disposition
    }

    fn after_questions(&self, states: &[ItemState]) -> Position {
        let nothing_to_sum_up = self.session.told_at_once() || states.is_empty();
        if self.session.confirmed.is_some() || nothing_to_sum_up {
            Position::Assessed
        } else {
            Position::Summary
        }
    }
}

fn ask(scope: Scope, step: &Step) -> Position {
    Position::Ask(Asked {
        scope,
        step: step.name.clone(),
    })
}

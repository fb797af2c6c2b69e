//! The state machine: a move in a position gives events in the past tense, or a rejection. Nothing is stored or said
//! here.

use crate::domain::day::Day;
use crate::domain::dialog::event::{Answer, Entry, Event, Menu, Pins, Scope};
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::session::Session;
use crate::domain::dialog::vocabulary::{Faq, Verb};
use crate::domain::name::StepName;
use crate::domain::policy::Outcome;

/// What a move leads to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// What happened.
    pub events: Vec<Event>,
    /// What is to be told besides, when nothing happened.
    pub tell: Option<Tell>,
}

/// What can be told without anything happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// Help on the question.
    Help,
    /// What can be said at any step.
    Commands,
    /// All answers so far.
    Summary,
    /// Where the case stands.
    Status,
    /// What the result rests on; all answers so far while there is no result.
    Details,
    /// The day on which the office will be reminded.
    Reminder(Day),
    /// The office agreed to erase the case: whoever keeps the events erases them before this is said.
    Erased,
    /// The one answer to a question.
    Faq(Faq),
}

impl Context<'_> {
    /// What a move leads to.
    ///
    /// # Errors
    /// Why it cannot be made here.
    pub fn decide(&self, a_move: Move, pins: &Pins) -> Result<Decision, Rejection> {
        let mut decision = self.decide_move(a_move)?;
        if decision.tell == Some(Tell::Erased) {
            return Ok(decision);
        }
        let mut before = Vec::new();
        if self.view.session.is_new() {
            before.extend((!decision.events.is_empty()).then(|| self.view.opened(pins)));
        } else {
            before.extend(self.view.resumed());
        }
        before.append(&mut decision.events);
        decision.events = before;
        Ok(decision)
    }

    fn decide_move(&self, a_move: Move) -> Result<Decision, Rejection> {
        match a_move {
            Move::Verb(verb) => self.verb(verb),
            Move::Edit(scope, step) => Ok(self.reopen(Event::Revisited { scope, step })),
            Move::Language(locale) => Ok(happened(Event::LocaleChanged { locale })),
            Move::Answer(entries, manner) => Ok(happened(self.answered(entries, manner))),
            Move::Agree => self.agree(),
            Move::Disagree => self.disagree(),
            Move::Ask(faq) => Ok(told(Tell::Faq(faq))),
            Move::Arrive => Ok(Decision::default()),
        }
    }

    fn verb(&self, verb: Verb) -> Result<Decision, Rejection> {
        let new = self.view.session.is_new();
        match verb {
            Verb::Help => Ok(told(Tell::Help)),
            Verb::Commands => Ok(told(Tell::Commands)),
            Verb::Summary => Ok(told(Tell::Summary)),
            Verb::Status => Ok(told(Tell::Status)),
            Verb::Details => Ok(told(Tell::Details)),
            Verb::Remind => self.remind(),
            Verb::Back => self.back().map(happened),
            Verb::Edit if self.view.editables(self.states).is_empty() => {
                Err(Rejection::NothingToEdit)
            }
            Verb::Edit => Ok(happened(Event::MenuOpened { menu: Menu::Edit })),
            Verb::Language => Ok(happened(Event::LocaleChanged {
                locale: self.words.other_language.clone(),
            })),
            Verb::Pause | Verb::Restart | Verb::Cancel if new => Ok(told(Tell::Help)),
            Verb::Pause => Ok(happened(Event::Paused)),
            Verb::Restart => Ok(happened(Event::MenuOpened {
                menu: Menu::Restart,
            })),
            Verb::Cancel => Ok(happened(Event::MenuOpened { menu: Menu::Cancel })),
            Verb::Delete if new => Err(Rejection::NothingToErase),
            Verb::Delete => Ok(happened(Event::MenuOpened { menu: Menu::Delete })),
            Verb::Done => self.done(),
            Verb::Keep => self.keep(),
            Verb::NotOnRecord => self.not_on_record(),
        }
    }

    /// Asked for twice, a reminder is set once.
    fn remind(&self) -> Result<Decision, Rejection> {
        let on = self.view.reminder(self.states, self.position)?;
        Ok(if self.view.session.reminder == Some(on) {
            told(Tell::Reminder(on))
        } else {
            happened(Event::ReminderSet { on })
        })
    }

    /// As a command; in words it is read as the answer that it is.
    fn not_on_record(&self) -> Result<Decision, Rejection> {
        let Position::Ask(asked) = self.position else {
            return Err(Rejection::ExpectedChoice);
        };
        let step = self.view.dialog.step(&asked.step);
        let step = step.filter(|step| step.can_be_open());
        let step = step.ok_or(Rejection::ExpectedChoice)?;
        let entry = Entry {
            scope: asked.scope.clone(),
            step: step.name.clone(),
            answer: Answer::NotOnRecord,
        };
        Ok(happened(self.answered(vec![entry], Manner::Plain)))
    }

    pub(super) fn agree(&self) -> Result<Decision, Rejection> {
        let on = self.view.today;
        match self.position {
            Position::ReadBack => {
                let entries = self.view.session.pending.clone().unwrap_or_default();
                Ok(happened(Event::Answered { entries, on }))
            }
            Position::Menu(Menu::Restart) => Ok(happened(Event::Restarted { on })),
            Position::Menu(Menu::Cancel) => Ok(happened(Event::Cancelled)),
            Position::Menu(Menu::Delete) => Ok(told(Tell::Erased)),
            Position::Summary => Ok(happened(Event::Confirmed { on })),
            Position::Recheck(asked) => {
                let told = self
                    .view
                    .session
                    .told(&asked.scope, &asked.step)
                    .ok_or(Rejection::NotUnderstood)?;
                let entry = Entry {
                    scope: asked.scope.clone(),
                    step: asked.step.clone(),
                    answer: told.answer.clone(),
                };
                Ok(happened(Event::Answered {
                    entries: vec![entry],
                    on,
                }))
            }
            _ => Err(Rejection::ExpectedChoice),
        }
    }

    pub(super) fn disagree(&self) -> Result<Decision, Rejection> {
        match self.position {
            Position::ReadBack => Ok(self.declined()),
            Position::Menu(_) => Ok(happened(Event::Declined)),
            Position::Summary => Ok(happened(Event::MenuOpened { menu: Menu::Edit })),
            Position::Recheck(asked) => Ok(happened(Event::Revisited {
                scope: asked.scope.clone(),
                step: asked.step.clone(),
            })),
            _ => Err(Rejection::ExpectedChoice),
        }
    }

    /// What was read back is wrong: its question is asked again. A change that would set answers aside is not made.
    fn declined(&self) -> Decision {
        let pending = self.view.session.pending.as_deref().unwrap_or_default();
        let sets_aside = !self.view.set_aside(self.states, pending).is_empty();
        let times = if sets_aside { 2 } else { 1 };
        Decision {
            events: vec![Event::Declined; times],
            tell: None,
        }
    }

    /// Answers count at once, unless they are to be read back, set others aside, or name a level that belongs to
    /// another procedure.
    fn answered(&self, entries: Vec<Entry>, manner: Manner) -> Event {
        let on = self.view.today;
        let plain = manner == Manner::Plain
            && self.view.set_aside(self.states, &entries).is_empty()
            && self.view.elsewhere(&entries).is_none();
        if plain {
            Event::Answered { entries, on }
        } else {
            let left = match manner {
                Manner::InPart(left) => self.view.steps_of(left),
                Manner::Plain | Manner::ReadBack => Vec::new(),
            };
            Event::Proposed { entries, left, on }
        }
    }
}

pub(super) fn happened(event: Event) -> Decision {
    Decision {
        events: vec![event],
        tell: None,
    }
}

fn told(tell: Tell) -> Decision {
    Decision {
        events: Vec::new(),
        tell: Some(tell),
    }
}

impl View<'_> {
    /// What it leads to that the office comes, or comes back, and says nothing.
    #[must_use]
    pub fn arrived(&self) -> Decision {
        Decision {
            events: self.resumed().into_iter().collect(),
            tell: None,
        }
    }

    /// What it leads to that the office asks for a new case before anything is answered.
    #[must_use]
    pub fn begun(&self, pins: &Pins) -> Decision {
        happened(self.opened(pins))
    }

    fn opened(&self, pins: &Pins) -> Event {
        Event::Opened {
            pins: pins.clone(),
            locale: self.session.locale.clone(),
            on: self.today,
        }
    }

    /// A session that was paused, is over, or was left on another day, is taken up again.
    fn resumed(&self) -> Option<Event> {
        let session = self.session;
        let another_day = session.last_day.is_some_and(|day| day != self.today);
        let back = !session.is_new() && (session.paused || session.is_over() || another_day);
        back.then_some(Event::Resumed { on: self.today })
    }

    /// The answers that would no longer count if these were given, in the order in which they were given.
    #[must_use]
    pub fn set_aside(&self, states: &[ItemState], entries: &[Entry]) -> Vec<(Scope, StepName)> {
        let replaces = |entry: &Entry| {
            self.session
                .told(&entry.scope, &entry.step)
                .is_some_and(|told| told.answer != entry.answer)
        };
        if !entries.iter().any(replaces) {
            return Vec::new();
        }
        let session = self.session_with(entries);
        let after = View {
            session: &session,
            ..*self
        }
        .states();
        let counted = |states: &[ItemState], one: &(Scope, StepName)| {
            states.iter().any(|state| state.counted.contains(one))
        };
        let given = |one: &(Scope, StepName)| {
            entries
                .iter()
                .any(|entry| entry.scope == one.0 && entry.step == one.1)
        };
        let answers = self
            .session
            .in_order()
            .into_iter()
            .map(|(scope, step, _)| (scope.clone(), step.clone()));
        answers
            .filter(|one| counted(states, one) && !counted(&after, one) && !given(one))
            .collect()
    }

    pub(super) fn session_with(&self, entries: &[Entry]) -> Session {
        let mut session = self.session.clone();
        session.turn(&[Event::Answered {
            entries: entries.to_vec(),
            on: self.today,
        }]);
        session
    }

    /// An item whose level, named in these answers, belongs to another procedure by the policy's own rule.
    #[must_use]
    pub fn elsewhere(&self, entries: &[Entry]) -> Option<ItemState> {
        let levels = entries
            .iter()
            .any(|entry| matches!(entry.answer, Answer::Levels(_)));
        if !levels {
            return None;
        }
        let session = self.session_with(entries);
        let states = View {
            session: &session,
            ..*self
        }
        .states();
        states.into_iter().find(|state| {
            let handled = state
                .assessment
                .rule
                .and_then(|rule| self.policy.handled_as(rule));
            handled.is_some_and(|(criterion, _)| {
                state
                    .assessment
                    .criteria
                    .contains(&(criterion, Outcome::NotMet))
            })
        })
    }

    /// What a change of policy or dialog means for a session: the answers that are no longer possible are dropped.
    #[must_use]
    pub fn repinned(&self, pins: &Pins) -> Option<Event> {
        let session = self.session;
        let changed = session.pins.as_ref().is_some_and(|own| own != pins);
        let answers = session.in_order().into_iter();
        let dropped = answers
            .filter(|(_, _, told)| !self.is_possible(&told.answer))
            .map(|(scope, step, told)| Entry {
                scope: scope.clone(),
                step: step.clone(),
                answer: told.answer.clone(),
            });
        changed.then(|| Event::Repinned {
            pins: pins.clone(),
            dropped: dropped.collect(),
            on: self.today,
        })
    }

    fn is_possible(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Facts(facts) => self.policy.facts(facts).is_ok(),
            Answer::Procedures(all) => all.iter().all(|one| self.policy.procedures().contains(one)),
            Answer::Documents(all) => self.policy.with_documents(Default::default(), all).is_ok(),
            Answer::Levels(all) => all.iter().all(|(_, level)| {
                self.policy
                    .region_of(level.segment().letter_and_count().0, level.number())
                    .is_some()
            }),
            Answer::NotOnRecord | Answer::SameAs(_) | Answer::Different => true,
        }
    }
}

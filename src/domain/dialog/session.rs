//! A session: what its events come to. Applying an event decides nothing.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::dialog::event::{Answer, Entry, Event, Menu, Pins, Scope};
use crate::domain::name::StepName;

/// What the events of a session come to.
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// What it was last evaluated with; nothing while it has not begun.
    pub pins: Option<Pins>,
    /// The language's tag.
    pub locale: String,
    /// The answers in force.
    pub answers: BTreeMap<(Scope, StepName), Told>,
    /// Answers that were read back and wait for a yes.
    pub pending: Option<Vec<Entry>>,
    /// The answer that is being changed.
    pub focus: Option<(Scope, StepName)>,
    /// Whether that answer was chosen from the list of answers.
    pub listed: bool,
    /// The question about the session itself that waits.
    pub menu: Option<Menu>,
    /// Whether the office paused.
    pub paused: bool,
    /// Whether the office gave the case up; whoever comes back to it by its reference takes it up again.
    pub cancelled: bool,
    /// Whether the case was closed because nobody answered; whoever comes back to it takes it up again.
    pub expired: bool,
    /// The day on which the office asked to be reminded, until it was.
    pub reminder: Option<Day>,
    /// Whether the office was told that a question waits, and has not gone on since.
    pub nudged: bool,
    /// The day on which the summary was confirmed, and nothing was answered since.
    pub confirmed: Option<Day>,
    /// Whether some answer replaced another, so that some may no longer count.
    pub corrected: bool,
    /// The day of the last event that has one.
    pub last_day: Option<Day>,
    /// The last time it was taken up again on another day: the day before that, and the day itself.
    pub resumed: Option<(Day, Day)>,
    /// What happened in the last turn.
    pub last_turn: Vec<Event>,
    count: u64,
    events: u64,
}

/// An answer in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The answer.
    pub answer: Answer,
    /// The day it was given.
    pub on: Day,
    /// Its place among all answers: of two answers to the same fact the later one counts.
    pub order: u64,
    /// The number of the event that told it.
    pub event: u64,
}

impl Session {
    /// A session that has not begun, in that language.
    #[must_use]
    pub fn new(locale: &str) -> Self {
        Self {
            locale: locale.into(),
            ..Self::default()
        }
    }

    /// The session that turns come to, in a language until one is chosen.
    #[must_use]
    pub fn replay<'e>(locale: &str, turns: impl IntoIterator<Item = &'e [Event]>) -> Self {
        let mut session = Self::new(locale);
        turns.into_iter().for_each(|turn| session.turn(turn));
        session
    }

    /// Whether nothing has happened yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.pins.is_none()
    }

    /// Whether the case is over: given up, or closed because nobody answered.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.cancelled || self.expired
    }

    /// Whether there is something in it to go on with, or to come back to.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        !self.answers.is_empty() || self.pending.is_some() || self.is_over()
    }

    /// The answer in force to a step.
    #[must_use]
    pub fn told(&self, scope: &Scope, step: &StepName) -> Option<&Told> {
        self.answers.get(&(scope.clone(), step.clone()))
    }

    /// Whether everything was told in one event, so that nothing is left to sum up.
    #[must_use]
    pub fn told_at_once(&self) -> bool {
        let first = self.answers.values().next().map(|told| told.event);
        self.answers.values().all(|told| Some(told.event) == first)
    }

    /// The scopes and steps answered, first to last.
    #[must_use]
    pub fn in_order(&self) -> Vec<(&Scope, &StepName, &Told)> {
        let mut all: Vec<_> = self
            .answers
            .iter()
            .map(|((scope, step), told)| (scope, step, told))
            .collect();
        all.sort_by_key(|(_, _, told)| told.order);
        all
    }

    /// The same without what was asked for in between, and as if it had not been given up.
    pub(super) fn undisturbed(&self) -> Self {
        let mut session = self.clone();
        session.leave_question();
        session.cancelled = false;
        session
    }

    /// Takes in what happened in one turn.
    pub fn turn(&mut self, events: &[Event]) {
        events.iter().for_each(|event| self.apply(event));
        self.last_turn = events.to_vec();
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Opened { pins, locale, on } => {
                self.pins = Some(pins.clone());
                self.locale.clone_from(locale);
                self.last_day = Some(*on);
            }
            Event::Proposed { entries, on, .. } => {
                self.menu = None;
                self.pending = Some(entries.clone());
                self.last_day = Some(*on);
            }
            Event::Declined => self.decline(),
            Event::Answered { entries, on } => self.answer(entries, *on),
            Event::Revisited { scope, step } => {
                let listed = self.menu == Some(Menu::Edit);
                self.leave_question();
                self.listed = listed;
                self.focus = Some((scope.clone(), step.clone()));
            }
            Event::MenuOpened { menu } => {
                self.leave_question();
                self.menu = Some(*menu);
            }
            Event::Confirmed { on } => {
                self.confirmed = Some(*on);
                self.last_day = Some(*on);
            }
            Event::LocaleChanged { locale } => self.locale.clone_from(locale),
            Event::Paused => self.paused = true,
            Event::Resumed { on } => self.resume(*on),
            Event::Repinned { pins, dropped, on } => {
                self.pins = Some(pins.clone());
                self.last_day = Some(*on);
                self.forget(dropped);
            }
            Event::Restarted { on } => self.restart(*on),
            Event::Cancelled => {
                self.leave_question();
                self.cancelled = true;
                self.reminder = None;
            }
            Event::ReminderSet { on } => self.reminder = Some(*on),
            Event::Reminded { on } => {
                self.reminder = None;
                self.resume(*on);
            }
            Event::Nudged { .. } => self.nudged = true,
            Event::Expired { .. } => self.expired = true,
        }
    }

    /// A read-back that was declined leads back to the question it answered; else the question itself is left.
    fn decline(&mut self) {
        if self.pending.take().is_none() {
            self.leave_question();
        }
    }

    fn leave_question(&mut self) {
        self.pending = None;
        self.focus = None;
        self.listed = false;
        self.menu = None;
    }

    fn answer(&mut self, entries: &[Entry], on: Day) {
        self.leave_question();
        self.nudged = false;
        self.last_day = Some(on);
        self.events = self.events.saturating_add(1);
        for entry in entries {
            self.count = self.count.saturating_add(1);
            let told = Told {
                answer: entry.answer.clone(),
                on,
                order: self.count,
                event: self.events,
            };
            let former = self
                .answers
                .insert((entry.scope.clone(), entry.step.clone()), told);
            let same = former
                .as_ref()
                .is_none_or(|former| former.answer == entry.answer);
            self.corrected |= !same;
            self.confirmed = self.confirmed.filter(|_| same && former.is_some());
        }
    }

    fn resume(&mut self, on: Day) {
        (self.paused, self.nudged) = (false, false);
        (self.cancelled, self.expired) = (false, false);
        if let Some(before) = self.last_day.filter(|before| *before != on) {
            self.resumed = Some((before, on));
        }
        self.last_day = Some(on);
    }

    fn forget(&mut self, dropped: &[Entry]) {
        self.leave_question();
        for entry in dropped {
            self.answers
                .remove(&(entry.scope.clone(), entry.step.clone()));
        }
    }

    fn restart(&mut self, on: Day) {
        let (pins, locale, count) = (
            self.pins.take(),
            std::mem::take(&mut self.locale),
            self.count,
        );
        *self = Self {
            pins,
            locale,
            count,
            last_day: Some(on),
            ..Self::default()
        };
    }
}

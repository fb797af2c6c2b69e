//! What the last turn brought: a case that began, a day that passed, a policy that changed.

use crate::domain::day::Day;
use crate::domain::dialog::event::{Entry, Event};
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::reply::describe::list;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::policy::{Assessment, Set, evaluate};

impl Scene<'_> {
    /// The reference as people read it aloud; empty before the case has one.
    pub(super) fn reference(&self) -> String {
        self.case.map(|case| case.to_string()).unwrap_or_default()
    }

    pub(super) fn news(&self, reply: &mut Reply) {
        for event in &self.view.session.last_turn {
            match event {
                // A result carries the reference itself.
                Event::Opened { .. } if *self.position == Position::Assessed => {}
                Event::Opened { .. } => {
                    reply.say(said::greeting_reference(self.reference().as_str()));
                }
                Event::Resumed { on } => self.resumed(reply, *on),
                Event::Repinned { pins, dropped, .. } => {
                    self.repinned(reply, &pins.policy_digest, dropped);
                }
                Event::LocaleChanged { .. } => reply.say(said::language_changed()),
                Event::Restarted { .. } => reply.say(said::restarted()),
                Event::Cancelled => reply.say(self.cancelled()),
                Event::ReminderSet { on } => reply.say(said::reminder_set(*on)),
                Event::Reminded { on } => {
                    reply.say(said::reminder_due(self.reference().as_str()));
                    self.day_changed(reply, *on);
                }
                Event::Nudged { .. } => {
                    reply.say(said::nudged(self.reference().as_str(), self.answers()));
                }
                Event::Expired { .. } => reply.say(said::expired(self.reference().as_str())),
                Event::Paused => reply.say(said::paused(self.reference().as_str())),
                Event::Proposed { left, .. } if !left.is_empty() => {
                    reply.say(said::left_out(self.view.labels(left)));
                }
                Event::Proposed { .. }
                | Event::Declined
                | Event::Answered { .. }
                | Event::Revisited { .. }
                | Event::MenuOpened { .. }
                | Event::Confirmed { .. } => {}
            }
        }
    }

    fn resumed(&self, reply: &mut Reply, on: Day) {
        reply.say(said::resume_greeting(self.reference().as_str()));
        self.day_changed(reply, on);
    }

    /// The day that went by, and what it changed.
    fn day_changed(&self, reply: &mut Reply, on: Day) {
        let Some((before, _)) = self.view.session.resumed.filter(|(_, day)| *day == on) else {
            return;
        };
        reply.say(said::resume_day(before, on));
        // Nothing has changed for somebody who was not told a result.
        let told = self.view.session.confirmed.is_some();
        for state in self.states.iter().filter(|_| told) {
            self.changed(reply, state, before);
        }
    }

    /// What the calendar changed since that day, and why.
    fn changed(&self, reply: &mut Reply, state: &ItemState, before: Day) {
        let now = &state.assessment;
        let then = evaluate(self.view.policy, &state.facts, before);
        if then.disposition != now.disposition {
            let short = |one: &Assessment| {
                Message::new(format!("disposition-{}.short", one.disposition.as_str()))
            };
            let item = self.view.item_message(&state.item);
            reply.say(said::resume_changed(item, short(&then), short(now)));
        } else if self.states.len() == 1 {
            reply.say(said::resume_unchanged());
        }
        let met = now.paths_met.less(then.paths_met);
        let expired = then.paths_met.less(now.paths_met);
        self.path_names(now, met)
            .into_iter()
            .for_each(|path| reply.point(said::resume_path_now_met(path)));
        self.path_names(now, expired)
            .into_iter()
            .for_each(|path| reply.point(said::resume_path_expired(path)));
    }

    pub(super) fn path_names(&self, assessment: &Assessment, paths: Set) -> Vec<Message> {
        let rule = assessment.rule.unwrap_or(usize::MAX);
        let all: Vec<Message> = self
            .view
            .policy
            .paths(rule)
            .map(|(name, _)| Message::new(format!("path-{name}")))
            .collect();
        paths
            .iter()
            .filter_map(|path| all.get(path).cloned())
            .collect()
    }

    fn repinned(&self, reply: &mut Reply, digest: &str, dropped: &[Entry]) {
        reply.say(said::repinned(short_digest(digest)));
        let labels = dropped
            .iter()
            .filter_map(|entry| self.view.dialog.step(&entry.step))
            .map(View::label);
        let labels: Vec<Message> = labels.collect();
        if !labels.is_empty() {
            reply.say(said::repinned_dropped(list(labels)));
        }
    }
}

/// The first digits of a digest: enough to tell two versions apart.
pub(super) fn short_digest(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}

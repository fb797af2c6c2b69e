//! Answers read back, and all answers so far.

use crate::domain::dialog::event::{Answer, Entry, Event, Scope};
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::model::Step;
use crate::domain::dialog::position::Asked;
use crate::domain::dialog::reply::describe::list;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::name::StepName;

impl Scene<'_> {
    /// An answer on one line, with its place when there are several.
    pub(super) fn answer_line(&self, step: &Step, scope: &Scope, answer: &Answer) -> Message {
        let (label, answer) = (View::label(step), self.view.answer(step, answer));
        match self.where_told(scope) {
            Some(place) => said::readback_line_at(label, answer, place),
            None => said::readback_line(label, answer),
        }
    }

    /// The label of a question, with its place when there are several.
    pub(super) fn label_at(&self, step: &Step, scope: &Scope) -> Message {
        match self.where_told(scope) {
            Some(place) => said::label_at(View::label(step), place),
            None => View::label(step),
        }
    }

    /// What an answer is about, when there are several.
    fn where_told(&self, scope: &Scope) -> Option<Message> {
        match scope {
            Scope::Place(_) => self.has_several_places().then(|| self.view.place(scope)),
            Scope::Procedure(procedure) => self
                .has_several_procedures()
                .then(|| self.view.procedure(procedure)),
            Scope::Request => None,
        }
    }

    /// The present answer to a question that is seen again.
    pub(super) fn present(&self, reply: &mut Reply, asked: &Asked) {
        let told = self.view.present(asked);
        if let Some((step, told)) = self.view.dialog.step(&asked.step).zip(told) {
            let answer = self.answer_line(step, &asked.scope, &told.answer);
            reply.say(said::present_answer(answer));
        }
    }

    /// The answers that count since the last turn. What waits for a yes is not among them.
    #[must_use]
    pub fn taken(&self) -> Vec<Message> {
        let events = self.view.session.last_turn.iter();
        let entries = events.filter_map(|event| match event {
            Event::Answered { entries, .. } => Some(entries),
            _ => None,
        });
        let line = |entry: &Entry| {
            let step = self.view.dialog.step(&entry.step)?;
            Some(self.answer_line(step, &entry.scope, &entry.answer))
        };
        entries.flatten().filter_map(line).collect()
    }

    fn has_several_places(&self) -> bool {
        let pending = self.view.pending_levels().any(|(place, _)| *place != 0);
        pending || self.states.iter().any(|state| state.item.place != 0)
    }

    fn has_several_procedures(&self) -> bool {
        let named = self
            .pending()
            .iter()
            .any(|entry| matches!(&entry.answer, Answer::Procedures(all) if all.len() > 1));
        named || self.view.procedures().len() > 1
    }

    fn pending(&self) -> &[Entry] {
        self.view.session.pending.as_deref().unwrap_or_default()
    }

    /// What was understood. A single plain answer is named by the question itself.
    pub(super) fn read_back(&self, reply: &mut Reply) {
        let pending = self.pending();
        if self.view.elsewhere(pending).is_some() && pending.len() == 1 {
            return;
        }
        reply.head(said::readback_heading());
        for entry in pending {
            if let Some(step) = self.view.dialog.step(&entry.step) {
                reply.point(self.answer_line(step, &entry.scope, &entry.answer));
            }
        }
    }

    pub(super) fn read_back_question(&self) -> Message {
        let pending = self.pending();
        let aside = self.view.set_aside(self.states, pending);
        if !aside.is_empty() {
            return said::set_aside_ask(list(self.names(&aside)));
        }
        self.elsewhere_question(pending)
            .unwrap_or_else(said::readback_ask)
    }

    /// Whether a level is right that makes what is requested another procedure, in the words of the policy.
    fn elsewhere_question(&self, pending: &[Entry]) -> Option<Message> {
        let state = self.view.elsewhere(pending)?;
        let rule = self.view.policy.rule_name(state.assessment.rule?)?;
        let level = state.item.level?.to_string();
        Some(Message::new(format!("rule-{rule}.elsewhere")).with("level", level.as_str()))
    }

    fn names(&self, answers: &[(Scope, StepName)]) -> Vec<Message> {
        let line = |(scope, name): &(Scope, StepName)| {
            let step = self.view.dialog.step(name)?;
            let told = self.view.session.told(scope, name)?;
            Some(self.answer_line(step, scope, &told.answer))
        };
        answers.iter().filter_map(line).collect()
    }

    /// All answers so far: of the request as a whole, then of each item; then those that are kept and not used.
    pub(super) fn summary(&self, reply: &mut Reply) {
        if self.view.session.answers.is_empty() {
            return reply.say(said::summary_empty());
        }
        reply.head(said::summary_heading());
        let mut shown: Vec<(Scope, StepName)> = Vec::new();
        for state in self.states {
            let of_request = state
                .counted
                .iter()
                .filter(|(scope, _)| !matches!(scope, Scope::Place(_)));
            for one in of_request {
                self.once(reply, one, &mut shown);
            }
        }
        for state in self.states {
            self.of_item(reply, state, &mut shown);
        }
        self.unused(reply, &shown);
    }

    fn once(&self, reply: &mut Reply, one: &(Scope, StepName), shown: &mut Vec<(Scope, StepName)>) {
        let step = self.view.dialog.step(&one.1);
        let told = self.view.session.told(&one.0, &one.1);
        if let (Some(step), Some(told), false) = (step, told, shown.contains(one)) {
            reply.point(self.answer_line(step, &one.0, &told.answer));
        }
        shown.push(one.clone());
    }

    fn of_item(&self, reply: &mut Reply, state: &ItemState, shown: &mut Vec<(Scope, StepName)>) {
        let of_place = state
            .counted
            .iter()
            .filter(|(scope, _)| matches!(scope, Scope::Place(_)));
        let lines: Vec<&(Scope, StepName)> = of_place.collect();
        if self.states.len() > 1 && !lines.is_empty() {
            reply.head(said::summary_item_heading(
                self.view.item_message(&state.item),
            ));
        }
        for one in lines {
            let step = self.view.dialog.step(&one.1);
            let told = step.and_then(|step| self.view.told(step, &state.item));
            if let (Some(step), Some((_, told))) = (step, told) {
                reply.point(said::summary_line(
                    View::label(step),
                    self.view.answer(step, &told.answer),
                ));
            }
            shown.push(one.clone());
        }
    }

    fn unused(&self, reply: &mut Reply, shown: &[(Scope, StepName)]) {
        let answers = self.view.session.in_order().into_iter();
        let left = answers.filter(|(scope, step, _)| {
            !shown.contains(&((*scope).clone(), (*step).clone()))
                && self.view.dialog.step(step).is_some()
        });
        let left: Vec<(Scope, StepName)> = left
            .map(|(scope, step, _)| (scope.clone(), step.clone()))
            .collect();
        // While no procedure is known nothing is computed, so no answer is left out of it.
        if !left.is_empty() && !self.states.is_empty() {
            reply.head(said::summary_unused_heading());
        }
        self.names(&left)
            .into_iter()
            .for_each(|one| reply.point(one));
    }
}

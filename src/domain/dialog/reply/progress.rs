//! How far along a conversation is.

use crate::domain::dialog::event::Scope;
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::model::{Step, StepKind, WhenAsked};
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::name::StepName;
use crate::domain::policy::Facts;

impl Scene<'_> {
    /// "Question 4, about 5 to go": about, because what is asked depends on what is answered.
    pub(super) fn progress(&self, step: &Step) -> Option<Message> {
        if step.asked == WhenAsked::OnRequest || self.view.session.focus.is_some() {
            return None;
        }
        let asked = self.view.session.answers.keys().filter(|(_, name)| {
            self.view
                .dialog
                .step(name)
                .is_some_and(|step| step.asked != WhenAsked::OnRequest)
        });
        let number = i64::try_from(asked.count()).unwrap_or(0).saturating_add(1);
        let left = self.left(step);
        Some(if left == 0 {
            said::progress_last(number)
        } else if self.waiting().len() > 1 {
            // How many more depends on whether the answers for one place hold for the next.
            said::progress_open(number)
        } else {
            said::progress(number, left)
        })
    }

    /// For each place the first item that waits for answers: what is told of a place holds for all its items.
    fn waiting(&self) -> Vec<&ItemState> {
        let mut waiting: Vec<&ItemState> = Vec::new();
        for state in self.states {
            let open = !state.assessment.asks().is_empty();
            let seen = |one: &&ItemState| one.item.place == state.item.place;
            if open && !waiting.iter().any(seen) {
                waiting.push(state);
            }
        }
        waiting
    }

    /// The questions that follow this one if the rest goes the straight way.
    fn left(&self, step: &Step) -> i64 {
        if step.kind == StepKind::Documents {
            return 0;
        }
        let ahead: usize = self
            .waiting()
            .into_iter()
            .map(|state| self.view.straight_way(&state.facts, &state.counted))
            .sum();
        let ahead = if self.states.is_empty() {
            self.view.straight_way(&Facts::default(), &[])
        } else {
            ahead
        };
        let documents = usize::from(self.view.dialog.step_of_kind(StepKind::Documents).is_some());
        let ends = documents.saturating_add(self.for_notes(step));
        let ahead = ahead.saturating_sub(usize::from(step.asked == WhenAsked::Needed));
        i64::try_from(ahead.saturating_add(ends)).unwrap_or(i64::MAX)
    }

    /// The questions besides this one that are asked for notes alone, once nothing else is open.
    fn for_notes(&self, asked: &Step) -> usize {
        let steps = self.view.dialog.steps.iter();
        let own = steps.filter(|step| step.asked == WhenAsked::ForNotes && step.name != asked.name);
        own.filter(|step| {
            let mut told = self.view.session.answers.keys();
            !told.any(|(_, name)| *name == step.name)
        })
        .count()
    }
}

impl View<'_> {
    /// How many steps set the facts that one way of meeting the policy still takes: the criteria of the first path
    /// that is not ruled out, and what stricter readings add.
    fn straight_way(&self, facts: &Facts, counted: &[(Scope, StepName)]) -> usize {
        let wanted = self.policy.straightest(facts, self.today);
        let steps = self
            .dialog
            .steps
            .iter()
            .filter(|step| step.asked == WhenAsked::Needed && step.kind != StepKind::Documents);
        let open = steps.filter(|step| !counted.iter().any(|(_, name)| *name == step.name));
        let mut left = wanted;
        open.filter(|step| {
            let useful = !step.sets.and(left).is_empty();
            left = left.less(step.sets);
            useful
        })
        .count()
    }
}

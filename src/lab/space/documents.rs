//! Sets of documents: those that the policy can tell apart by what they show.

use std::collections::HashMap;

use super::Telling;
use crate::domain::dialog::event::Answer;
use crate::domain::dialog::{Gives, Step};
use crate::domain::message::Message;
use crate::domain::name::DocumentName;
use crate::domain::policy::{Disposition, Set, evaluate};
use crate::lab::{Lab, Standing};

/// What a set of documents comes to: for each item its disposition and what is still missing.
type Comes = Vec<(Disposition, Vec<Set>)>;

impl Lab<'_> {
    /// Of the sets of documents that are offered and come to the same the smallest, with how many there are.
    pub(super) fn documents(&self, step: &Step, standing: &Standing) -> Vec<Telling> {
        let Some(state) = standing.states.first() else {
            return Vec::new();
        };
        let told = state.facts.known();
        let offered = self.offered(standing);
        let mut shown: HashMap<Set, (Set, u64)> = HashMap::new();
        for documents in subsets(&offered) {
            let own = self.policy.shown_by(documents).and(told);
            let entry = shown.entry(own).or_insert((documents, 0));
            entry.1 = entry.1.saturating_add(1);
            if documents.len() < entry.0.len() {
                entry.0 = documents;
            }
        }
        let mut shown: Vec<(Set, u64)> = shown.into_values().collect();
        shown.sort_by_key(|(documents, _)| (documents.len(), *documents));
        let mut comes: Vec<(Comes, Set, u64)> = Vec::new();
        for (documents, count) in shown {
            let own = self.comes(standing, documents);
            match comes.iter_mut().find(|(other, ..)| *other == own) {
                Some((_, _, sum)) => *sum = sum.saturating_add(count),
                None => comes.push((own, documents, count)),
            }
        }
        let tellings = comes.into_iter().map(|(_, documents, weight)| Telling {
            said: self.named(step, documents),
            answer: Answer::Documents(self.names(documents)),
            weight,
        });
        tellings.collect()
    }

    pub(in crate::lab) fn offered(&self, standing: &Standing) -> Vec<usize> {
        let session = Default::default();
        self.view(&session).documents_worth(&standing.states)
    }

    fn comes(&self, standing: &Standing, documents: Set) -> Comes {
        let names = self.names(documents);
        let each = standing.states.iter().map(|state| {
            let facts = self.policy.with_documents(state.facts.clone(), &names);
            let facts = facts.unwrap_or_default();
            let assessment = evaluate(self.policy, &facts, self.today);
            (assessment.disposition, assessment.missing_documents)
        });
        each.collect()
    }

    pub(in crate::lab) fn names(&self, documents: Set) -> Vec<DocumentName> {
        let all = self.policy.documents();
        let own = documents.iter().filter_map(|number| all.get(number));
        own.map(|document| document.name.clone()).collect()
    }

    fn named(&self, step: &Step, documents: Set) -> String {
        let own = step.choices.iter().filter(|choice| match &choice.gives {
            Gives::Document(name) => self.names(documents).contains(name),
            Gives::Facts(_) | Gives::Procedure(_) => false,
        });
        let labels: Vec<String> = own
            .map(|choice| (self.say)(&Message::new(step.choice_message(choice))))
            .collect();
        if labels.is_empty() {
            (self.say)(&Message::new("documents-none"))
        } else {
            labels.join(", ")
        }
    }
}

/// Every set of these numbers, of the first sixteen at most.
pub(super) fn subsets(numbers: &[usize]) -> impl Iterator<Item = Set> {
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX).min(16);
    (0_u32..1 << count).map(|mask| {
        let own = numbers
            .iter()
            .enumerate()
            .filter(|(bit, _)| mask >> bit & 1 == 1);
        own.map(|(_, number)| *number).collect()
    })
}

//! Which notes go with a result. Notes decide nothing.

use crate::domain::policy::assessment::{Assessment, Disposition};
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::{NoteWhen, Policy};
use crate::domain::policy::restrict::{Outcome, Restricted};
use crate::domain::policy::set::Set;

/// Whether a note is shown, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Plainly,
    AsCondition,
    Not,
}

/// What notes look at when a request has several items.
#[derive(Debug, Clone, Copy)]
pub struct ItemResult {
    /// The procedure, by number.
    pub procedure: usize,
    /// Which place it is for; equal numbers are the same place.
    pub place: u8,
    /// What came out.
    pub disposition: Disposition,
}

impl Disposition {
    pub(super) fn bit(self) -> u16 {
        Self::ALL
            .iter()
            .position(|one| *one == self)
            .map_or(0, |place| 1 << place)
    }
}

impl Policy {
    pub(super) fn fill_notes(
        &self,
        assessment: &mut Assessment,
        facts: &Facts,
        restricted: &mut Restricted<'_>,
    ) {
        for (number, note) in self.notes.iter().enumerate() {
            if note.shown.is_of_request() {
                continue;
            }
            let when = self.compiled.roots.notes.get(number).copied().flatten();
            let when = when.map_or(Outcome::Met, |root| restricted.outcome(root));
            match self.shown(&note.shown, when, assessment, facts) {
                Shown::Plainly => assessment.notes.add(number),
                Shown::AsCondition => assessment.notes_if.add(number),
                Shown::Not => {}
            }
        }
    }

    fn shown(
        &self,
        note: &NoteWhen,
        when: Outcome,
        assessment: &Assessment,
        facts: &Facts,
    ) -> Shown {
        let procedure = self.procedure_of(facts);
        let in_effect = self
            .rule_in_effect(assessment)
            .and_then(|rule| self.rules.get(rule));
        let handled = in_effect.map_or(Set::default(), |rule| rule.procedures);
        let concerns =
            |set: Set| procedure.is_some_and(|one| set.has(one)) || !set.and(handled).is_empty();
        let of_procedure = note.procedures.is_none_or(concerns);
        let with_disposition = note
            .dispositions
            .is_none_or(|mask| mask & assessment.disposition.bit() != 0);
        let not_met =
            |criterion: usize| assessment.criteria.contains(&(criterion, Outcome::NotMet));
        let fits =
            note.when_not_met.is_none_or(not_met) && !note.unless_not_met.is_some_and(not_met);
        match when {
            _ if !(of_procedure && with_disposition && fits) => Shown::Not,
            Outcome::Met => Shown::Plainly,
            Outcome::Open if note.if_open => Shown::AsCondition,
            Outcome::Open | Outcome::NotMet | Outcome::NotAddressed => Shown::Not,
        }
    }

    /// The notes that hold for a request as a whole.
    #[must_use]
    pub fn notes_of_request(&self, items: &[ItemResult]) -> Set {
        let notes = self
            .notes
            .iter()
            .enumerate()
            .filter(|(_, note)| note.shown.is_of_request());
        notes
            .filter(|(_, note)| note.shown.holds_for(items))
            .map(|(number, _)| number)
            .collect()
    }
}

impl NoteWhen {
    fn is_of_request(&self) -> bool {
        self.together.is_some() || self.items_disagree
    }

    fn holds_for(&self, items: &[ItemResult]) -> bool {
        let disagree = items.windows(2).any(
            |pair| matches!(pair, [a, b] if a.disposition != b.disposition && a.place != b.place),
        );
        let together = self
            .together
            .is_none_or(|procedures| self.are_together(procedures, items));
        together && (!self.items_disagree || disagree)
    }

    fn are_together(&self, procedures: Set, items: &[ItemResult]) -> bool {
        let asked: Set = items.iter().map(|item| item.procedure).collect();
        let places = |procedure: usize| -> Vec<u8> {
            items
                .iter()
                .filter(|item| item.procedure == procedure)
                .map(|item| item.place)
                .collect()
        };
        let all: Vec<Vec<u8>> = procedures.iter().map(places).collect();
        let differ = all.windows(2).any(|pair| matches!(pair, [a, b] if a != b));
        procedures.less(asked).is_empty() && (!self.different_levels || differ)
    }
}

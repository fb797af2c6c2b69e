//! When a note is shown beside the result of an item, as a function over the space of both policies.

use std::collections::HashMap;

use super::lift::Lift;
use super::{Function, NO_OUTCOME, SAYS, UNSAYABLE, number, said};
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::chart::algebra::OPEN;
use crate::domain::policy::diagram::{MET, NOT_MET};
use crate::domain::policy::model::{Note, NoteWhen, Rule};
use crate::domain::policy::set::Set;

/// The ends of a note: left out, shown, or shown as a condition.
const LEFT_OUT: u32 = 0;
const SHOWN: u32 = 1;
const IF: u32 = 2;

impl Lift<'_, '_> {
    /// When each note that is about one item is shown: with every document in hand, and while some are missing. `says`
    /// is the policy's disposition, `subject` the dimension of its procedure.
    pub(super) fn notes(
        &mut self,
        says: Function,
        subject: &Subject,
    ) -> Vec<(String, [Function; 2])> {
        let policy = self.policy;
        let missing = self.ends(says, |end| match said(end) {
            Some(Disposition::Submit | Disposition::SubmitWithNote) => {
                number(Some(Disposition::DocumentationNeeded))
            }
            _ => end,
        });
        let own = policy.notes.iter().zip(&policy.compiled.roots.notes);
        let own =
            own.filter(|(note, _)| note.shown.together.is_none() && !note.shown.items_disagree);
        let notes = own.map(|(note, root)| {
            let both = [says, missing].map(|says| self.note((note, *root), says, subject));
            (note.name.to_string(), both)
        });
        notes.collect()
    }

    fn note(
        &mut self,
        (note, root): (&Note, Option<u32>),
        says: Function,
        subject: &Subject,
    ) -> Function {
        let when = root.map_or(MET, |root| self.outcome(root));
        let shown = &note.shown;
        let (with, if_open) = (shown.dispositions.unwrap_or(u16::MAX), shown.if_open);
        let both = self.join(SAYS, &[when, says]);
        let plain = self.ends(both, |end| {
            let (when, says) = (end % SAYS, said(end / SAYS));
            let fits = says
                .is_some_and(|says| says != Disposition::Inconsistent && with & says.bit() != 0);
            match when {
                _ if !fits => LEFT_OUT,
                MET => SHOWN,
                OPEN if if_open => IF,
                _ => LEFT_OUT,
            }
        });
        let each = subject.procedures.iter();
        let each = each.map(|procedure| self.of_procedure(shown, plain, *procedure));
        let each: Vec<Function> = each.collect();
        let chosen = self.choose(subject.dimension, &each);
        self.mask(chosen, [LEFT_OUT, UNSAYABLE])
    }

    /// The same for one procedure, or while that is not known.
    fn of_procedure(
        &mut self,
        note: &NoteWhen,
        plain: Function,
        procedure: Option<usize>,
    ) -> Function {
        let policy = self.policy;
        let mut rules = policy.rules.iter();
        let rule = rules.find(|rule| procedure.is_some_and(|one| rule.procedures.has(one)));
        let has = |criterion: usize| rule.is_some_and(|rule| rule.criteria.contains(&criterion));
        let mut shown = plain;
        match note.when_not_met {
            Some(criterion) if has(criterion) => shown = self.gate(shown, criterion, true),
            Some(_) => return LEFT_OUT,
            None => {}
        }
        if let Some(criterion) = note.unless_not_met.filter(|one| has(*one)) {
            shown = self.gate(shown, criterion, false);
        }
        let concerns = |in_effect: Option<&Rule>| {
            let all = in_effect.map_or(Set::default(), |rule| rule.procedures);
            note.procedures.is_none_or(|set| {
                procedure.is_some_and(|one| set.has(one)) || !set.and(all).is_empty()
            })
        };
        let handled = rule.and_then(|rule| rule.handled_as);
        let handled = handled.filter(|(criterion, _)| has(*criterion));
        let own = concerns(rule);
        let Some((criterion, other)) = handled else {
            return if own { shown } else { LEFT_OUT };
        };
        match (own, concerns(policy.rules.get(other))) {
            (true, true) => shown,
            (false, false) => LEFT_OUT,
            (own, _) => self.gate(shown, criterion, !own),
        }
    }

    /// The same where a criterion is not met, or where it is not so; left out elsewhere.
    fn gate(&mut self, shown: Function, criterion: usize, where_not_met: bool) -> Function {
        let roots = &self.policy.compiled.roots.named;
        let root = roots.get(criterion).copied().unwrap_or(NOT_MET);
        let outcome = self.outcome(root);
        let both = self.join(SAYS, &[shown, outcome]);
        self.ends(both, |end| {
            let not_met = end / SAYS == NOT_MET;
            let fits = not_met == where_not_met && !NO_OUTCOME.contains(&(end / SAYS));
            if fits { end % SAYS } else { LEFT_OUT }
        })
    }

    fn ends(&mut self, function: Function, end: impl Fn(u32) -> u32) -> Function {
        self.algebra.ends(function, &mut HashMap::new(), &end)
    }

    fn join(&mut self, base: u32, all: &[Function]) -> Function {
        self.algebra.join(base, all)
    }

    fn choose(&mut self, dimension: u16, of: &[Function]) -> Function {
        self.algebra.choose(dimension, of)
    }
}

/// The procedure of a policy: its dimension, and for each class its number; nothing where it is not known.
pub(super) struct Subject {
    pub(super) dimension: u16,
    pub(super) procedures: Vec<Option<usize>>,
}

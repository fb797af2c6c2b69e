//! Which criteria, paths and notes name something.

use crate::domain::message::Message;
use crate::domain::policy::Clause;
use crate::guide::Guide;
use crate::guide::page::Run;

/// A criterion, a path or a note with a condition of its own.
pub(super) struct Owner {
    /// It by name.
    pub(super) run: Run,
    /// What its condition is made of, with the parts it names.
    pub(super) clauses: Vec<Clause>,
}

impl Guide<'_> {
    /// Those whose conditions have a clause like this.
    pub(super) fn owners(&self, fits: &dyn Fn(&Clause) -> bool) -> Vec<Owner> {
        let all = self.every_owner().into_iter();
        all.filter(|owner| owner.clauses.iter().any(fits)).collect()
    }

    /// Every criterion, then every path and what its rule requires, then every note with a condition.
    pub(super) fn every_owner(&self) -> Vec<Owner> {
        let policy = self.lab.policy;
        let criteria = policy.criteria().filter_map(|(number, _)| {
            Some(self.owner(self.link(number), &[policy.clause(number)?]))
        });
        let rules = policy.rule_numbers().flat_map(|rule| self.of_rule(rule));
        let notes = policy.notes().iter().filter_map(|note| {
            let when = policy.showing(note).when?;
            let text = self.words().id(format!("note-{}", note.name));
            Some(self.owner(Run::Plain(text), &[when]))
        });
        criteria.chain(rules).chain(notes).collect()
    }

    fn of_rule(&self, rule: usize) -> Vec<Owner> {
        let policy = self.lab.policy;
        let words = self.words();
        let mut owners = Vec::new();
        let requires = policy.requires_told(rule);
        if !requires.is_empty() {
            let run = Run::Link {
                to: format!("rule-{rule}"),
                text: self.say(crate::domain::handbook::every_path(
                    words.procedures(policy.procedures_of(rule)),
                )),
            };
            owners.push(self.owner(run, &requires));
        }
        owners.extend(policy.paths_told(rule).map(|(name, clauses)| {
            let run = Run::Link {
                to: format!("p-{rule}-{name}"),
                text: words.text(&Message::new(format!("path-{name}"))),
            };
            self.owner(run, &clauses)
        }));
        owners
    }

    fn owner(&self, run: Run, conditions: &[Clause]) -> Owner {
        let mut clauses = Vec::new();
        for condition in conditions {
            self.words()
                .reach(condition, &mut |one| clauses.push(one.clone()));
        }
        Owner { run, clauses }
    }
}

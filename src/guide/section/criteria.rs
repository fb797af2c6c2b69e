//! The criteria, in the payer's order.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::name::CriterionName;
use crate::domain::policy::{Clause, ListKind, Set};
use crate::guide::Guide;
use crate::guide::page::{Block, Cell, Run, Section, plain};
use crate::guide::section::of_criterion;
use crate::guide::section::owners::Owner;

impl Guide<'_> {
    pub(in crate::guide) fn criteria(&self) -> Option<Section> {
        let mut section = self.section(
            "criteria",
            said::criteria(),
            vec![self.text(said::criteria_lead())],
        );
        let all = self.lab.policy.criteria();
        section.sections = all
            .map(|(number, name)| self.criterion(number, name))
            .collect();
        Some(section)
    }

    fn criterion(&self, number: usize, name: &CriterionName) -> Section {
        let policy = self.lab.policy;
        let words = self.words();
        let mut blocks = vec![self.text(Message::new(format!("criterion-{name}")))];
        let clause = policy.clause(number);
        blocks.push(self.text(said::criterion_met()));
        blocks.extend(
            clause
                .as_ref()
                .map(|clause| self.points(std::slice::from_ref(clause))),
        );
        blocks.extend(self.list_of(number));
        let mut terms = Vec::new();
        if let Some(citation) = policy.citation(number) {
            terms.push((self.say(said::cited()), self.cite(citation)));
        }
        let used = self.owners(&|one| *one == Clause::Criterion(number));
        if !used.is_empty() {
            terms.push((self.say(said::used_by()), vec![self.named(&used)]));
        }
        let documents = self.showing(policy.facts_of(number));
        if !documents.is_empty() {
            terms.push((self.say(said::shown_by()), documents));
        }
        terms.push((
            self.say(said::name_in_file()),
            vec![vec![Run::Code(name.to_string())]],
        ));
        blocks.push(Block::Terms(terms));
        Section {
            anchor: of_criterion(name),
            title: words.text(&words.short(number)),
            blocks,
            sections: Vec::new(),
        }
    }

    fn list_of(&self, criterion: usize) -> Option<Block> {
        let words = self.words();
        let (kind, facts) = self.lab.policy.list_of(criterion)?;
        let facts = words.facts(facts.iter().copied().collect());
        Some(self.text(match kind {
            ListKind::Closed => said::list_closed(facts),
            ListKind::Open => said::list_open(facts),
        }))
    }

    /// The documents that can show one of these facts, each with those of them that it shows.
    fn showing(&self, facts: Set) -> Cell {
        let words = self.words();
        let documents = self.lab.policy.documents().iter();
        let showing = documents.filter_map(|document| {
            let own = document.shows.and(facts);
            let name = words.id(format!("document-{}", document.name));
            let shown = words.text(&words.facts(own));
            (!own.is_empty()).then(|| plain(format!("{name}: {shown}")))
        });
        showing.collect()
    }

    /// Criteria, paths and notes, one after the other.
    pub(super) fn named(&self, owners: &[Owner]) -> Vec<Run> {
        let mut runs = Vec::new();
        for owner in owners {
            if !runs.is_empty() {
                runs.push(Run::Plain("; ".to_owned()));
            }
            runs.push(owner.run.clone());
        }
        runs
    }
}

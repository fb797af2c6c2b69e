//! Every boundary in days or numbers: what holds one below, at, and one above.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::{Clause, Kind, Span};
use crate::guide::Guide;
use crate::guide::page::{Block, Cell, Section};
use crate::guide::section::owners::Owner;

/// A fact and a value at which its classes part.
type Boundary = (usize, i64);

impl Guide<'_> {
    pub(in crate::guide) fn thresholds(&self) -> Option<Section> {
        let owners = self.every_owner();
        let tables: Vec<Block> = self
            .boundaries()
            .into_iter()
            .map(|boundary| self.boundary(boundary, &owners))
            .collect();
        if tables.is_empty() {
            return None;
        }
        let mut blocks = vec![self.text(said::thresholds_lead())];
        if self
            .lab
            .policy
            .facts_list()
            .iter()
            .any(|fact| fact.kind.is_clock())
        {
            blocks.push(self.text(said::thresholds_days()));
        }
        blocks.extend(tables);
        Some(self.section("thresholds", said::thresholds(), blocks))
    }

    fn boundaries(&self) -> Vec<Boundary> {
        let facts = self.lab.policy.facts_list().iter().enumerate();
        let each = facts.flat_map(|(number, fact)| {
            let thresholds = fact.kind.thresholds().iter();
            thresholds.map(move |value| (number, *value))
        });
        each.collect()
    }

    fn boundary(&self, (fact, value): Boundary, owners: &[Owner]) -> Block {
        let words = self.words();
        let kind = words.policy.facts_list().get(fact).map(|fact| &fact.kind);
        let sides = [value.saturating_sub(1), value, value.saturating_add(1)];
        let mut head = vec![self.say(said::asked_for()), self.say(said::asked_by())];
        head.extend(sides.map(|side| self.say(at(kind, side))));
        let (caption, rows) = (
            self.say(match kind {
                Some(kind) if kind.is_clock() => said::boundary_days(words.fact(fact), value),
                _ => said::boundary_number(words.fact(fact), value),
            }),
            self.spans(fact, value, owners),
        );
        let rows = rows
            .into_iter()
            .map(|span| self.row(fact, span, sides, owners));
        Block::Table {
            caption,
            head,
            rows: rows.collect(),
        }
    }

    /// The tests of a fact that this value parts.
    fn spans(&self, fact: usize, value: i64, owners: &[Owner]) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for clause in owners.iter().flat_map(|owner| &owner.clauses) {
            if let Clause::Within(own, span) = clause
                && *own == fact
                && [span.from, span.below].contains(&Some(value))
                && !spans.contains(span)
            {
                spans.push(*span);
            }
        }
        spans
    }

    fn row(&self, fact: usize, span: Span, sides: [i64; 3], owners: &[Owner]) -> Vec<Cell> {
        let clause = Clause::Within(fact, span);
        let by = owners
            .iter()
            .filter(|owner| owner.clauses.contains(&clause));
        let by: Vec<_> = by.map(|owner| vec![owner.run.clone()]).collect();
        let mut row = vec![self.cell(self.words().clause(&clause, &[])), by];
        row.extend(sides.map(|side| {
            self.cell(if span.has(side) {
                said::holds()
            } else {
                said::holds_not()
            })
        }));
        row
    }
}

/// A value of a fact of that kind.
fn at(kind: Option<&Kind>, value: i64) -> Message {
    match kind {
        Some(Kind::Date { .. }) => said::days_ago(value),
        Some(Kind::Period { .. }) => said::days_long(value),
        _ => said::number(value),
    }
}

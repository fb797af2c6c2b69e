//! The sections of the handbook, in its order. One that a policy has nothing for is left out.

mod about;
mod constraints;
mod criteria;
mod documents;
mod examples;
mod notes;
mod origins;
mod owners;
mod questions;
mod readings;
mod results;
mod rules;
mod thresholds;

use crate::domain::message::Message;
use crate::domain::name::CriterionName;
use crate::domain::policy::Citation;
use crate::guide::page::{Block, Cell, Item, Run, Section, plain};
use crate::guide::{Guide, Outline, Words};

/// Where links lead.
pub(super) fn of_criterion(name: &CriterionName) -> String {
    format!("c-{name}")
}

pub(super) fn of_reading(name: &CriterionName) -> String {
    format!("r-{name}")
}

impl Guide<'_> {
    fn say(&self, message: impl std::borrow::Borrow<Message>) -> String {
        self.words().text(message.borrow())
    }

    fn section(&self, anchor: &str, title: Message, blocks: Vec<Block>) -> Section {
        Section {
            anchor: anchor.to_owned(),
            title: self.say(title),
            blocks,
            sections: Vec::new(),
        }
    }

    fn text(&self, message: Message) -> Block {
        Block::text(self.say(message))
    }

    /// A table with this caption and these headings.
    fn table<const COLUMNS: usize>(
        &self,
        caption: Message,
        head: [Message; COLUMNS],
        rows: impl Iterator<Item = Vec<Cell>>,
    ) -> Block {
        Block::Table {
            caption: self.say(caption),
            head: head.map(|one| self.say(one)).to_vec(),
            rows: rows.collect(),
        }
    }

    fn cell(&self, message: Message) -> Cell {
        vec![plain(self.say(message))]
    }

    /// Where the policy says it: a paragraph for each procedure where that differs.
    fn cite(&self, citation: &Citation) -> Cell {
        let words = self.words();
        let by = words.cited(citation);
        let all: Vec<(String, &str)> = by
            .into_iter()
            .map(|(procedure, cite)| {
                let procedure = procedure.map(|one| words.text(&words.procedure(one)));
                (procedure.unwrap_or_default(), cite)
            })
            .collect();
        let named = |(procedure, cite): (String, &str)| {
            let cite = Run::Cite(cite.to_owned());
            match procedure.is_empty() {
                true => vec![cite],
                false => vec![Run::Plain(format!("{procedure}: ")), cite],
            }
        };
        all.into_iter().map(named).collect()
    }

    /// A criterion by its short text, leading to where it is told.
    fn link(&self, criterion: usize) -> Run {
        let words = self.words();
        let name = words.policy.criterion_name(criterion);
        Run::Link {
            to: name.map(of_criterion).unwrap_or_default(),
            text: words.text(&words.short(criterion)),
        }
    }
}

impl Outline {
    /// A point with its points; what it names leads to where that is told.
    fn item(&self, words: &Words<'_>) -> Item {
        let text = words.text(&self.text);
        Item {
            text: vec![match self.place(words) {
                Some(to) => Run::Link { to, text },
                None => Run::Plain(text),
            }],
            inner: self.inner.iter().map(|one| one.item(words)).collect(),
        }
    }

    fn place(&self, words: &Words<'_>) -> Option<String> {
        use crate::domain::policy::Clause;
        match &self.clause {
            Clause::Criterion(number) => words.policy.criterion_name(*number).map(of_criterion),
            Clause::Reading(number, _) => {
                let reading = words.policy.readings().get(*number)?;
                Some(of_reading(&reading.name))
            }
            _ => None,
        }
    }
}

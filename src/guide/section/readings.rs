//! Where the text can be read in more than one way, and what hangs on it.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::{Clause, Reading};
use crate::guide::Guide;
use crate::guide::page::{Block, Cell, Run, Section, plain};
use crate::guide::section::of_reading;

impl Guide<'_> {
    pub(in crate::guide) fn readings(&self) -> Option<Section> {
        let readings = self.lab.policy.readings();
        if readings.is_empty() {
            return None;
        }
        let lead = vec![self.text(said::readings_lead())];
        let mut section = self.section("readings", said::readings(), lead);
        let all = readings.iter().enumerate();
        section.sections = all.map(|(number, one)| self.reading(number, one)).collect();
        Some(section)
    }

    fn reading(&self, number: usize, reading: &Reading) -> Section {
        let rows = (0..reading.values.len()).map(|value| self.alternative(number, reading, value));
        let table = self.table(
            said::reading_caption(),
            [
                said::reading_value(),
                said::reading_state(),
                said::name_in_file(),
            ],
            rows,
        );
        let hang = self.owners(&|one| matches!(one, Clause::Reading(own, _) if *own == number));
        let mut terms = vec![(self.say(said::cited()), self.cite(&reading.cite))];
        terms.push((self.say(said::reading_hangs()), vec![self.named(&hang)]));
        terms.push((self.say(said::reading_decision()), self.decision(reading)));
        Section {
            anchor: of_reading(&reading.name),
            title: self.say(said::reading_title(
                i64::try_from(number.saturating_add(1)).unwrap_or(i64::MAX),
                self.lab.policy.cited(&reading.cite, None),
            )),
            blocks: vec![
                self.text(Message::new(format!("reading-{}", reading.name))),
                table,
                Block::Terms(terms),
            ],
            sections: Vec::new(),
        }
    }

    fn alternative(&self, number: usize, reading: &Reading, value: usize) -> Vec<Cell> {
        let last = reading.values.len().saturating_sub(1);
        let mut states = Vec::new();
        let strictness = match value {
            0 => Some(said::strictest()),
            _ if value == last => Some(said::most_lenient()),
            _ => None,
        };
        states.extend(strictness);
        if value == reading.default {
            states.push(said::the_default());
        }
        if reading.settled == Some(value) {
            states.push(said::settled_here());
        }
        if value == reading.in_use() {
            states.push(said::in_use());
        }
        let states = states.into_iter().map(|state| plain(self.say(state)));
        let name = reading.values.get(value).map(ToString::to_string);
        vec![
            self.cell(self.words().reading(number, value)),
            states.collect(),
            vec![vec![Run::Code(name.unwrap_or_default())]],
        ]
    }

    fn decision(&self, reading: &Reading) -> Cell {
        let Some(value) = reading.settled.and_then(|value| reading.values.get(value)) else {
            return self.cell(said::not_settled());
        };
        let site = self
            .site
            .iter()
            .find(|one| one.reading == reading.name.as_str());
        let text = match site {
            Some(site) => said::settled_on(value.as_str(), site.on, site.reason.as_str()),
            None => said::settled(value.as_str()),
        };
        self.cell(text)
    }
}

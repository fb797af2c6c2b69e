//! Where the text can be read in more than one way, and what hangs on it.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::{Clause, Reading};
use crate::guide::Guide;
use crate::guide::page::{Block, Cell, Run, Section, plain};
use crate::guide::section::of_reading;
use crate::guide::section::owners::Owner;
use crate::guide::words::list;

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
        let about = self.beside(number, &hang);
        let mut terms = vec![(self.say(said::cited()), self.cite(&reading.cite))];
        terms.push((self.say(said::reading_hangs()), vec![self.named(&hang)]));
        terms.push((
            self.say(said::reading_decision()),
            self.decision(number, reading),
        ));
        if reading.settled.is_none() {
            terms.push((self.say(said::to_settle()), self.entry(reading)));
        }
        Section {
            anchor: of_reading(&reading.name),
            title: self.say(said::reading_title(
                i64::try_from(number.saturating_add(1)).unwrap_or(i64::MAX),
                about,
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

    /// What stands beside a reading where it is named: that is what it is about. Where nothing does, the first of those
    /// that hang on it.
    fn beside(&self, reading: usize, hang: &[Owner]) -> Message {
        let is = |one: &Clause| matches!(one, Clause::Reading(own, _) if *own == reading);
        let clauses = hang.iter().flat_map(|owner| &owner.clauses);
        let group = clauses.into_iter().find_map(|clause| match clause {
            Clause::All(all) | Clause::Any(all) if all.iter().any(is) => Some(all),
            _ => None,
        });
        let mut about = Vec::new();
        for clause in group.into_iter().flatten() {
            self.subjects(clause, &mut about);
        }
        let first = || hang.first().map(|owner| said::plain(owner.run.text()));
        match about.is_empty() {
            true => first().unwrap_or_else(|| said::plain("")),
            false => list(about),
        }
    }

    /// The criteria that a condition names, and the facts that it looks at itself.
    fn subjects(&self, clause: &Clause, about: &mut Vec<Message>) {
        let words = self.words();
        let own = match clause {
            Clause::All(all) | Clause::Any(all) | Clause::AtLeast(_, all) => {
                return all.iter().for_each(|one| self.subjects(one, about));
            }
            Clause::Not(one) => return self.subjects(one, about),
            Clause::Part(number) => {
                let part = self.lab.policy.clause(*number);
                return part.iter().for_each(|one| self.subjects(one, about));
            }
            Clause::Reading(..) => return,
            Clause::Criterion(number) => words.short(*number),
            Clause::Is(fact, _) | Clause::Flag(fact, _) | Clause::Within(fact, _) => {
                words.fact(*fact)
            }
        };
        if !about.contains(&own) {
            about.push(own);
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

    /// What a site writes into its configuration to settle a reading, to be copied.
    fn entry(&self, reading: &Reading) -> Cell {
        let values = reading.values.iter().map(|one| format!("\"{one}\""));
        let values: Vec<String> = values.collect();
        let lines = [
            "[[settled]]".to_owned(),
            format!("policy = \"{}\"", self.lab.policy.name()),
            format!("reading = \"{}\"", reading.name),
            format!("value = {}", values.join(" # ")),
            "reason = \"..\"".to_owned(),
            "date = \"YYYY-MM-DD\"".to_owned(),
        ];
        lines.map(|line| vec![Run::Code(line)]).to_vec()
    }

    fn decision(&self, number: usize, reading: &Reading) -> Cell {
        let Some(value) = reading
            .settled
            .map(|value| self.words().reading(number, value))
        else {
            return self.cell(said::not_settled());
        };
        let site = self
            .site
            .iter()
            .find(|one| one.reading == reading.name.as_str());
        let text = match site {
            Some(site) => said::settled_on(value, site.on, site.reason.as_str()),
            None => said::settled(value),
        };
        self.cell(text)
    }
}

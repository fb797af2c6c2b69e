//! For each disposition the shortest conversation among those that the cases lead to.

use std::collections::BTreeMap;

use crate::domain::dialog::reply::LineKind;
use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::Disposition;
use crate::guide::Guide;
use crate::guide::enact::Enacted;
use crate::guide::page::{Block, Item, Section, Turn, plain};

/// A conversation and the day on which it takes place.
type Example = (Enacted, crate::domain::day::Day);

impl Guide<'_> {
    pub(in crate::guide) fn examples(&self) -> Option<Section> {
        if self.cases.is_empty() {
            return None;
        }
        let shortest = self.shortest();
        let lead = vec![self.text(said::examples_lead())];
        let mut section = self.section("examples", said::examples(), lead);
        let each = Disposition::ALL.into_iter().enumerate();
        section.sections = each
            .map(|(number, one)| self.example(number, one, shortest.get(&one)))
            .collect();
        Some(section)
    }

    fn shortest(&self) -> BTreeMap<Disposition, Example> {
        let mut shortest: BTreeMap<Disposition, Example> = BTreeMap::new();
        for case in self.cases {
            let Some(enacted) = self.lab.enact(case) else {
                continue;
            };
            let length = |enacted: &Enacted| enacted.exchanges.len();
            let known = shortest.get(&enacted.disposition);
            if known.is_none_or(|(known, _)| length(&enacted) < length(known)) {
                shortest.insert(enacted.disposition, (enacted, case.as_of));
            }
        }
        shortest
    }

    fn example(&self, number: usize, disposition: Disposition, found: Option<&Example>) -> Section {
        let title = Message::new(format!("disposition-{}.short", disposition.as_str()));
        let blocks = match found {
            Some((enacted, day)) => self.enacted(enacted, *day),
            None => vec![self.text(said::no_example())],
        };
        self.section(&format!("example-{number}"), title, blocks)
    }

    fn enacted(&self, enacted: &Enacted, day: crate::domain::day::Day) -> Vec<Block> {
        let count = i64::try_from(enacted.exchanges.len()).unwrap_or(i64::MAX);
        let turn = |office: bool, message: &Message| Turn {
            who: self.say(if office {
                said::office()
            } else {
                said::service()
            }),
            office,
            text: self.say(message.clone()),
        };
        let talk = enacted
            .exchanges
            .iter()
            .flat_map(|one| [turn(false, &one.question), turn(true, &one.answer)]);
        let mut blocks = vec![
            self.text(said::example_day(day, count)),
            Block::Talk(talk.collect()),
            self.text(said::example_result()),
        ];
        blocks.extend(self.outcome(enacted));
        blocks
    }

    /// What is said at the end, without its details.
    fn outcome(&self, enacted: &Enacted) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for line in enacted.reply.lines.iter().filter(|line| !line.detail) {
            let text = plain(self.say(line.message.clone()));
            match (line.kind, blocks.last_mut()) {
                (LineKind::Bullet, Some(Block::List(items))) => items.push(Item::new(text)),
                (LineKind::Bullet, _) => blocks.push(Block::List(vec![Item::new(text)])),
                (LineKind::Heading | LineKind::Paragraph, _) => blocks.push(Block::Text(text)),
            }
        }
        blocks
    }
}

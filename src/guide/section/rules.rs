//! What can be requested, and the rules with their paths.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::Clause;
use crate::guide::Guide;
use crate::guide::page::{Block, Item, Section, cited, plain};

impl Guide<'_> {
    pub(in crate::guide) fn requested(&self) -> Option<Section> {
        let policy = self.lab.policy;
        let words = self.words();
        let rows = (0..policy.procedures().len()).map(|procedure| {
            let rule = policy
                .rule_numbers()
                .find(|rule| policy.procedures_of(*rule).has(procedure));
            let rule = rule.and_then(|rule| policy.rule_name(rule));
            vec![
                self.cell(words.procedure(procedure)),
                self.cell(
                    rule.map_or_else(said::not_named, |rule| Message::new(format!("rule-{rule}"))),
                ),
            ]
        });
        let table = self.table(
            said::procedures_caption(),
            [said::procedure_head(), said::procedure_rule()],
            rows,
        );
        let mut blocks = vec![table];
        blocks.extend(self.regions());
        Some(self.section("requested", said::requested(), blocks))
    }

    /// Which levels lie in the parts of the body that the policy tells apart.
    fn regions(&self) -> Vec<Block> {
        let policy = self.lab.policy;
        let ranges: Vec<Item> = policy
            .levels_told()
            .map(|levels| Item::new(plain(self.say(crate::guide::Words::levels(levels)))))
            .collect();
        if ranges.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.text(said::regions()), Block::List(ranges)];
        if let Some((fact, ..)) = policy.level_count() {
            let fact = Message::new(format!("fact-{}", fact.name));
            blocks.push(self.text(said::level_count(fact)));
        }
        blocks
    }

    pub(in crate::guide) fn rules(&self) -> Option<Section> {
        let policy = self.lab.policy;
        let mut section = self.section("rules", said::rules(), vec![self.text(said::rules_lead())]);
        section.sections = policy.rule_numbers().map(|rule| self.rule(rule)).collect();
        Some(section)
    }

    fn rule(&self, rule: usize) -> Section {
        let policy = self.lab.policy;
        let words = self.words();
        let name = policy
            .rule_name(rule)
            .map(ToString::to_string)
            .unwrap_or_default();
        let mut blocks = vec![self.text(Message::new(format!("rule-{name}")))];
        let requires = policy.requires_told(rule);
        if !requires.is_empty() {
            blocks.push(self.text(said::requires()));
            blocks.push(self.points(&requires));
        }
        let otherwise = policy.otherwise(rule);
        let tec = otherwise.map(|(_, tec)| tec).unwrap_or_default();
        let mut terms = Vec::new();
        if let Some((cite, _)) = otherwise {
            terms.push((self.say(said::otherwise()), cited(cite)));
        }
        let tec: Vec<Vec<_>> = tec
            .iter()
            .map(|number| plain(format!("{number}. {}", words.id(format!("tec-{number}")))))
            .collect();
        if !tec.is_empty() {
            terms.push((self.say(said::otherwise_tec()), tec));
        }
        if policy.paths_told(rule).next().is_none() {
            blocks.push(self.text(said::no_paths()));
        }
        blocks.push(Block::Terms(terms));
        blocks.extend(self.handled(rule));
        Section {
            anchor: format!("rule-{rule}"),
            title: words.text(&words.procedures(policy.procedures_of(rule))),
            blocks,
            sections: self.paths(rule),
        }
    }

    fn handled(&self, rule: usize) -> Option<Block> {
        let policy = self.lab.policy;
        let words = self.words();
        let (criterion, other) = policy.handled_as(rule)?;
        let other = words.procedures(policy.procedures_of(other));
        Some(self.text(said::handled_as(words.short(criterion), other)))
    }

    fn paths(&self, rule: usize) -> Vec<Section> {
        let policy = self.lab.policy;
        let paths = policy.paths_told(rule).map(|(name, clauses)| Section {
            anchor: format!("p-{rule}-{name}"),
            title: self.words().id(format!("path-{name}")),
            blocks: vec![self.text(said::path_lead()), self.points(&clauses)],
            sections: Vec::new(),
        });
        paths.collect()
    }

    /// Conditions as points.
    pub(super) fn points(&self, clauses: &[Clause]) -> Block {
        let words = self.words();
        let items = clauses
            .iter()
            .map(|clause| words.outline(clause).item(&words));
        Block::List(items.collect())
    }
}

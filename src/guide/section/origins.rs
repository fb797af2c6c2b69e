//! The criteria of the technology evaluation, and the history of the text.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::name::CriterionName;
use crate::guide::Guide;
use crate::guide::page::{Cell, Run, Section, cell, cited, plain};

impl Guide<'_> {
    pub(in crate::guide) fn technology(&self) -> Option<Section> {
        let policy = self.lab.policy;
        if policy.tec().is_empty() {
            return None;
        }
        let named = |number: u8| -> Cell {
            let rules = policy.rule_numbers().filter(|rule| {
                policy
                    .otherwise(*rule)
                    .is_some_and(|(_, tec)| tec.contains(&number))
            });
            let rules = rules
                .map(|rule| plain(self.say(self.words().procedures(policy.procedures_of(rule)))));
            rules.collect()
        };
        let rows = policy.tec().iter().map(|tec| {
            let text = self.words().id(format!("tec-{}", tec.number));
            vec![
                cell(format!("{}. {text}", tec.number)),
                named(tec.number),
                cited(tec.cite.as_str()),
            ]
        });
        let table = self.table(
            said::tec_caption(),
            [said::tec_text(), said::tec_named(), said::cited()],
            rows,
        );
        Some(self.section(
            "technology",
            said::tec(),
            vec![self.text(said::tec_lead()), table],
        ))
    }

    pub(in crate::guide) fn history(&self) -> Option<Section> {
        let policy = self.lab.policy;
        if policy.updates().is_empty() {
            return None;
        }
        let rows = policy.updates().iter().map(|update| {
            let changes = update.changes.iter().map(|name| vec![self.changed(name)]);
            vec![cited(update.cite.as_str()), changes.collect()]
        });
        let table = self.table(
            said::history_caption(),
            [said::history_update(), said::history_about()],
            rows,
        );
        Some(self.section(
            "history",
            said::history(),
            vec![self.text(said::history_lead()), table],
        ))
    }

    /// The criterion or the rule of that name.
    fn changed(&self, name: &CriterionName) -> Run {
        let policy = self.lab.policy;
        if let Some((number, _)) = policy.criteria().find(|(_, own)| *own == name) {
            return self.link(number);
        }
        let rule = policy
            .rule_numbers()
            .find(|rule| policy.rule_name(*rule) == Some(name));
        let text = rule.map(|rule| self.words().procedures(policy.procedures_of(rule)));
        Run::Plain(self.say(text.unwrap_or_else(|| Message::new("policy-short"))))
    }
}

//! Faults of `dialog.toml`.

use super::Mutant;
use super::condition::Known;
use super::edit::Edits;
use super::tree::{Node, parse};

/// Every fault that is put into a dialog about a policy, in the order of the file.
#[must_use]
pub fn of_dialog(text: &str, policy: &str) -> Vec<Mutant> {
    let (Some(dialog), Some(policy)) = (parse(text), parse(policy)) else {
        return Vec::new();
    };
    let known = Known::of(&policy);
    let steps = dialog.entries("step");
    let mut edits = Edits::new(text);
    let suppliers = steps.iter().filter_map(|step| step.text_of("supplied_by"));
    let suppliers: Vec<&str> = suppliers.collect();
    for step in steps {
        edits.enter("step", step.text_of("id"));
        edits.step(&known, step, &suppliers);
    }
    edits.exchange_entries("two steps are exchanged", "step", steps);
    edits.drop_entries("a step is dropped", "step", steps);
    let mut found = edits.found;
    found.sort_by_key(|one| (one.span.start, one.span.end));
    found.dedup();
    found
}

impl Edits<'_> {
    fn step(&mut self, known: &Known, step: &Node, suppliers: &[&str]) {
        if let Some(own) = step.get("supplied_by") {
            let other = suppliers.iter().find(|one| Some(**one) != own.text());
            if let Some(other) = other {
                self.put_text("another supplier", own, other);
            }
        }
        for (key, fault) in [
            ("recheck", "no longer confirmed again"),
            ("asked", "asked whether or not it is wanted"),
            ("per", "about something else"),
        ] {
            if let Some(field) = step.field(key) {
                self.drop_field(fault, field);
            }
        }
        if let Some(choices) = step.field("choices") {
            self.choices(known, &choices.value);
        }
    }

    fn choices(&mut self, known: &Known, choices: &Node) {
        let all = choices.items();
        self.exchange_each("two choices are exchanged", all);
        if all.len() > 1 {
            self.drop_each("a choice is dropped", choices);
        }
        let sets: Vec<Node> = all
            .iter()
            .filter_map(|one| one.get("sets").cloned())
            .collect();
        self.exchange_each("two choices set what the other should", &sets);
        for field in sets.iter().flat_map(Node::fields) {
            self.drop_field("a choice leaves a fact out", field);
            let value = field.value.text().unwrap_or_default();
            if let Some(other) = known.other(&field.key, value) {
                self.put_text("a choice sets another value", &field.value, other);
            }
        }
    }
}

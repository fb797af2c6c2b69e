//! Faults of conditions.

use std::collections::BTreeMap;

use super::edit::Edits;
use super::tree::{Field, Node, Tree};

/// What facts and readings can be, by name.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The kind of each fact, with its values.
    facts: BTreeMap<String, (String, Vec<String>)>,
    readings: BTreeMap<String, Vec<String>>,
}

impl Known {
    pub(super) fn of(policy: &Node) -> Self {
        let owned = |node: &Node, key: &str| -> Vec<String> {
            let texts = node.get(key).map(Node::texts).unwrap_or_default();
            texts.into_iter().map(str::to_owned).collect()
        };
        let name = |node: &Node| node.text_of("id").unwrap_or_default().to_owned();
        let facts = policy.entries("fact").iter();
        let readings = policy.entries("reading").iter();
        Self {
            facts: facts
                .map(|fact| {
                    let kind = fact.text_of("kind").unwrap_or_default().to_owned();
                    (name(fact), (kind, owned(fact, "values")))
                })
                .collect(),
            readings: readings
                .map(|one| (name(one), owned(one, "values")))
                .collect(),
        }
    }

    /// The value that stands after another in the list of a fact or reading.
    pub(super) fn other(&self, fact: &str, value: &str) -> Option<&str> {
        let values = self.facts.get(fact).map(|(_, values)| values);
        let values = values.or_else(|| self.readings.get(fact))?;
        let place = values.iter().position(|own| own == value)?;
        let next = values.iter().cycle().skip(place.saturating_add(1));
        let mut next = next.take(values.len());
        next.find(|own| *own != value).map(String::as_str)
    }

    /// The last value of a fact that is not among these.
    fn missing(&self, fact: &str, of: &[&str]) -> Option<&str> {
        let (_, values) = self.facts.get(fact)?;
        let mut values = values.iter().rev().map(String::as_str);
        values.find(|value| !of.contains(value))
    }

    /// Another fact of the same kind with the same values.
    fn like(&self, fact: &str) -> Option<&str> {
        let own = self.facts.get(fact)?;
        let mut all = self.facts.iter();
        all.find(|(name, other)| *name != fact && *other == own)
            .map(|(name, _)| name.as_str())
    }
}

impl Edits<'_> {
    /// The faults of a condition, and of those it is made of.
    pub(super) fn condition(&mut self, known: &Known, node: &Node) {
        if node.text().is_some() {
            return self.negate(node);
        }
        for field in node.fields() {
            match field.key.as_str() {
                "all" | "any" | "of" => self.connective(known, field),
                "not" => {
                    let inner = self.written(&field.value);
                    self.put("a `not` is lost", node.span.clone(), inner);
                    self.condition(known, &field.value);
                }
                "n" => self.around("another number of conditions", &field.value),
                _ => {}
            }
        }
        if node.field("fact").is_some() {
            self.negate(node);
            self.test(known, node);
        }
        if let Some(reading) = node.text_of("reading") {
            self.value_of("another reading", known, (reading, node));
        }
    }

    fn negate(&mut self, node: &Node) {
        let inner = self.written(node);
        self.put(
            "a condition is negated",
            node.span.clone(),
            format!("{{ not = {inner} }}"),
        );
    }

    fn connective(&mut self, known: &Known, field: &Field) {
        let several = field.value.items().len() > 1;
        match field.key.as_str() {
            "all" if several => self.rename("`all` becomes `any`", field, "any"),
            "any" if several => self.rename("`any` becomes `all`", field, "all"),
            _ => {}
        }
        if several {
            self.drop_each("a condition is dropped", &field.value);
        }
        for one in field.value.items() {
            self.condition(known, one);
        }
    }

    fn test(&mut self, known: &Known, node: &Node) {
        let Some(fact) = node.get("fact") else { return };
        let name = fact.text().unwrap_or_default();
        if let Some(other) = known.like(name) {
            self.put_text("another fact", fact, other);
        }
        self.value_of("another value", known, (name, node));
        for (key, other) in [
            ("at_least_days", "less_than_days"),
            ("less_than_days", "at_least_days"),
            ("at_least", "less_than"),
            ("less_than", "at_least"),
        ] {
            if let Some(field) = node.field(key) {
                self.around("another threshold", &field.value);
                self.rename("the other side of a threshold", field, other);
            }
        }
        if let Some(values) = node.get("is_any") {
            self.drop_each("a value is dropped", values);
            let own = values.texts();
            if let (Some(more), Some(last)) = (known.missing(name, &own), values.items().last()) {
                let after = format!("{}, \"{more}\"", self.written(last));
                self.put("a value is added", last.span.clone(), after);
            }
        }
    }

    fn value_of(&mut self, fault: &'static str, known: &Known, (name, node): (&str, &Node)) {
        let Some(is) = node.get("is") else { return };
        match &is.tree {
            Tree::Flag(flag) => self.put(fault, is.span.clone(), (!flag).to_string()),
            Tree::Text(value) => {
                if let Some(other) = known.other(name, value) {
                    self.put_text(fault, is, other);
                }
            }
            _ => {}
        }
    }

    /// One more, and one less.
    pub(super) fn around(&mut self, fault: &'static str, node: &Node) {
        if let Tree::Number(number) = node.tree {
            for other in [number.saturating_sub(1), number.saturating_add(1)] {
                self.put(fault, node.span.clone(), other.to_string());
            }
        }
    }
}

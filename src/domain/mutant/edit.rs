//! Edits of a text: what is put in another's place, taken out, exchanged.

use std::ops::Range;

use super::Mutant;
use super::tree::{Field, Node};

/// The faults of one file, as they are found.
pub(super) struct Edits<'t> {
    pub(super) text: &'t str,
    pub(super) found: Vec<Mutant>,
    entry: String,
}

impl<'t> Edits<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            found: Vec::new(),
            entry: String::new(),
        }
    }

    /// What follows is about this entry.
    pub(super) fn enter(&mut self, table: &str, name: Option<&str>) {
        self.entry = match name {
            Some(name) => format!("{table} `{name}`"),
            None => table.to_owned(),
        };
    }

    pub(super) fn put(
        &mut self,
        fault: &'static str,
        span: Range<usize>,
        after: impl Into<String>,
    ) {
        let mutant = Mutant {
            span,
            after: after.into(),
            fault,
            entry: self.entry.clone(),
        };
        if mutant.before(self.text) != mutant.after {
            self.found.push(mutant);
        }
    }

    pub(super) fn put_text(&mut self, fault: &'static str, node: &Node, after: &str) {
        self.put(fault, node.span.clone(), format!("\"{after}\""));
    }

    fn read(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// What stands there.
    pub(super) fn written(&self, node: &Node) -> &'t str {
        self.read(node.span.clone())
    }

    /// Takes each item out of a list, with the comma that parts it from its neighbor.
    pub(super) fn drop_each(&mut self, fault: &'static str, list: &Node) {
        let items = list.items();
        for (place, item) in items.iter().enumerate() {
            let next = items.get(place.saturating_add(1));
            let before = place.checked_sub(1).and_then(|before| items.get(before));
            let span = match (before, next) {
                (_, Some(next)) => item.span.start..next.span.start,
                (Some(before), None) => before.span.end..item.span.end,
                (None, None) => item.span.clone(),
            };
            self.put(fault, span, "");
        }
    }

    /// Exchanges each item of a list with the next.
    pub(super) fn exchange_each(&mut self, fault: &'static str, items: &[Node]) {
        for pair in items.windows(2) {
            if let [one, other] = pair {
                self.exchange(fault, one.span.clone(), other.span.clone());
            }
        }
    }

    /// Exchanges two passages, the first of which stands first.
    pub(super) fn exchange(&mut self, fault: &'static str, one: Range<usize>, other: Range<usize>) {
        let between = self.read(one.end..other.start);
        let after = format!(
            "{}{between}{}",
            self.read(other.clone()),
            self.read(one.clone())
        );
        self.put(fault, one.start..other.end, after);
    }

    /// Takes a key with its value out of its table, with the comma or the line it stands in.
    pub(super) fn drop_field(&mut self, fault: &'static str, field: &Field) {
        let span = field.span();
        let after = self.read(span.end..self.text.len());
        let before = self.read(0..span.start);
        let line = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
        let alone = self.read(line..span.start).trim().is_empty();
        let comma = after
            .len()
            .saturating_sub(after.trim_start_matches([' ', '\n']).len());
        let span = if after.trim_start().starts_with(',') {
            span.start..span.end.saturating_add(comma).saturating_add(1)
        } else if alone {
            span.start..span.end
        } else {
            let kept = before.trim_end().trim_end_matches(',').len();
            kept..span.end
        };
        self.put(fault, span, "");
    }

    /// Puts another key in place of one.
    pub(super) fn rename(&mut self, fault: &'static str, field: &Field, key: &str) {
        self.put(fault, field.at.clone(), key);
    }

    /// The lines of each entry of a list of tables, from its header to the line before the next header.
    fn blocks(&self, table: &str) -> Vec<Range<usize>> {
        let header = format!("[[{table}]]");
        let mut blocks: Vec<Range<usize>> = Vec::new();
        let mut open: Option<usize> = None;
        let mut place = 0;
        // What stands before the next header (comments, an empty line) belongs to what follows.
        let mut end = 0;
        for line in self.text.split_inclusive('\n') {
            let said = line.trim();
            let is_header = said.starts_with('[') && said.ends_with(']') && line.starts_with('[');
            if is_header {
                if let Some(start) = open.take() {
                    blocks.push(start..end);
                }
                open = (said == header).then_some(place);
            }
            place = place.saturating_add(line.len());
            if !said.is_empty() && !said.starts_with('#') {
                end = place;
            }
        }
        blocks.extend(open.map(|start| start..end));
        blocks
    }

    /// Takes each entry of a list of tables out.
    pub(super) fn drop_entries(&mut self, fault: &'static str, table: &str, all: &[Node]) {
        for (span, entry) in self.blocks(table).into_iter().zip(all) {
            self.enter(table, entry.text_of("id"));
            self.put(fault, span, "");
        }
    }

    /// Exchanges each entry of a list of tables with the next.
    pub(super) fn exchange_entries(&mut self, fault: &'static str, table: &str, all: &[Node]) {
        let blocks = self.blocks(table);
        for (pair, entry) in blocks.windows(2).zip(all) {
            self.enter(table, entry.text_of("id"));
            if let [one, other] = pair {
                self.exchange(fault, one.clone(), other.clone());
            }
        }
    }
}

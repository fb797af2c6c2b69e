//! How far the faults of the syntax reach: what is missing or odd close to one is its consequence, not a fault apart.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::Lines;
use crate::domain::authored::Faults;

/// The places where the syntax of a file is broken.
#[derive(Debug)]
pub(super) struct Damage<'t> {
    text: &'t str,
    places: BTreeSet<usize>,
    lines: Lines,
    broken: BTreeSet<usize>,
}

impl<'t> Damage<'t> {
    /// The damage that these faults of the syntax mean.
    pub(super) fn new(text: &'t str, syntax: &Faults) -> Self {
        let places: BTreeSet<_> = syntax.places().collect();
        let lines = Lines::of(text);
        Self {
            text,
            broken: places.iter().map(|place| lines.line(*place)).collect(),
            places,
            lines,
        }
    }

    /// Whether a table could have lost keys: one whose section is damaged, or the whole file.
    pub(super) fn reaches(&self, table: &Range<usize>) -> bool {
        let after = self.text.get(table.end..).unwrap_or_default();
        let end = match after.find("\n[") {
            Some(length) if !table.is_empty() => table.end.saturating_add(length),
            _ => self.text.len(),
        };
        self.places.range(table.start..=end).next().is_some()
    }

    /// Whether a fault lies on a broken line, or nowhere: at a value that the parser made up.
    pub(super) fn touches(&self, span: &Range<usize>) -> bool {
        let end = span.end.max(span.start);
        let lines = self.lines.line(span.start)..=self.lines.line(end);
        span.end == 0 || self.broken.range(lines).next().is_some()
    }
}

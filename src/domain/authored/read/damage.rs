//! How far the faults of the syntax reach: what is missing or odd close to one is its consequence, not a fault apart.

use std::ops::Range;

use crate::domain::authored::Faults;

/// The places where the syntax of a file is broken.
#[derive(Debug)]
pub(super) struct Damage<'t> {
    text: &'t str,
    places: Vec<usize>,
}

impl<'t> Damage<'t> {
    /// The damage that these faults of the syntax mean.
    pub(super) fn new(text: &'t str, syntax: &Faults) -> Self {
        Self {
            text,
            places: syntax.places().collect(),
        }
    }

    /// Whether a table could have lost keys: one whose section is damaged, or the whole file.
    pub(super) fn reaches(&self, table: &Range<usize>) -> bool {
        let after = self.text.get(table.end..).unwrap_or_default();
        let end = match after.find("\n[") {
            Some(length) if !table.is_empty() => table.end.saturating_add(length),
            _ => self.text.len(),
        };
        let section = table.start..=end;
        self.places.iter().any(|place| section.contains(place))
    }

    /// Whether a fault lies on a damaged line, or nowhere: a value that the parser made up.
    pub(super) fn touches(&self, span: &Range<usize>) -> bool {
        if span.end == 0 {
            return true;
        }
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        let start = before
            .rfind('\n')
            .map_or(0, |newline| newline.saturating_add(1));
        let length = after.find('\n').unwrap_or(after.len());
        let lines = start..=span.end.saturating_add(length);
        self.places.iter().any(|place| lines.contains(place))
    }
}

//! Places of a text, as editors count them.

use std::ops::Range;

/// A place: lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Place {
    pub(in crate::cli) line: usize,
    pub(in crate::cli) column: usize,
}

impl Place {
    /// The place of a byte.
    pub(in crate::cli) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(byte));
        let before = before.unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let column = line.trim_start_matches('\u{feff}').chars().count();
        Self {
            line: before.matches('\n').count().saturating_add(1),
            column: column.saturating_add(1),
        }
    }
}

/// The span as far as it lies in the text, between whole characters.
pub(super) fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    start..text.ceil_char_boundary(span.end.max(start))
}

//! Lines and where they lie in the file.

use std::ops::Range;

/// A line, or a part of one, and where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// The byte at which it begins.
    pub(super) start: usize,
    /// Its text, without the end of the line.
    pub(super) text: &'t str,
}

/// The lines of a text. A mark of byte order at the beginning is left out.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .enumerate()
        .map(move |(index, whole)| {
            let line = Line {
                number: index.saturating_add(1),
                start,
                text: whole.trim_end_matches(['\n', '\r']),
            };
            start = start.saturating_add(whole.len());
            if index == 0 {
                line.without('\u{feff}')
            } else {
                line
            }
        })
}

impl<'t> Line<'t> {
    /// The bytes it covers.
    pub(super) fn span(&self) -> Range<usize> {
        self.start..self.start.saturating_add(self.text.len())
    }

    /// The same without spaces around it.
    pub(super) fn content(&self) -> Self {
        let text = self.text.trim_start();
        let skipped = self.text.len().saturating_sub(text.len());
        Self {
            start: self.start.saturating_add(skipped),
            text: text.trim_end(),
            ..*self
        }
    }

    /// What follows the first so many bytes.
    pub(super) fn after(&self, bytes: usize) -> Self {
        let text = self.text.get(bytes..).unwrap_or_default();
        Self {
            start: self.start.saturating_add(bytes),
            text,
            ..*self
        }
    }

    /// What stands before and after the first `separator`, without spaces around them.
    pub(super) fn split_at(&self, separator: char) -> Option<(Self, Self)> {
        let (before, _) = self.text.split_once(separator)?;
        let after = self.after(before.len().saturating_add(separator.len_utf8()));
        Some((
            Self {
                text: before,
                ..*self
            }
            .content(),
            after.content(),
        ))
    }

    fn without(self, mark: char) -> Self {
        if self.text.starts_with(mark) {
            self.after(mark.len_utf8())
        } else {
            self
        }
    }
}

/// What stands in the brackets of `[first] [second]`; nothing when a bracket is left open, empty, or something stands
/// between them.
pub(super) fn brackets(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (inside, after) = rest.strip_prefix('[')?.split_once(']')?;
        let inside = inside.trim();
        if inside.is_empty() || inside.contains('[') {
            return None;
        }
        found.push(inside);
        rest = after.trim_start();
    }
    Some(found)
}

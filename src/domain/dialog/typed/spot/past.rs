//! What was so in a past, where the same text tells of the present.

use std::ops::Range;

use crate::domain::dialog::typed::normalize::Token;
use crate::domain::dialog::typed::spot::clause::Clauses;
use crate::domain::dialog::typed::when::is_month;

/// A past that a present in the same text may have ended.
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "used",
    "initially",
    "previously",
    "before",
    "last",
    "ago",
    "earlier",
    "fue",
    "era",
    "estaba",
    "estuvo",
    "tenia",
    "tuvo",
    "antes",
    "pasado",
    "pasada",
    "inicialmente",
    "previamente",
];

/// What goes on since then is no past.
const SINCE: &[&str] = &[
    "since", "desde", "for", "still", "sigue", "todavia", "now", "hoy", "ahora",
];

pub(super) const NOW: &[&str] = &[
    "now",
    "today",
    "currently",
    "presently",
    "ahora",
    "hoy",
    "actualmente",
];

impl Clauses<'_> {
    /// Whether a phrase stands beside a past, and another part of the text tells of the present.
    pub(super) fn is_over(&self, at: &Range<usize>) -> bool {
        let cuts = |token: &Token| matches!(token.text(), "," | ";" | "." | "but" | "pero");
        let before = self.tokens().get(..at.start).unwrap_or_default();
        let behind = self.tokens().get(at.end..).unwrap_or_default();
        let from = before
            .iter()
            .rposition(cuts)
            .map_or(0, |cut| cut.saturating_add(1));
        let length = behind.iter().position(cuts).unwrap_or(behind.len());
        let until = at.end.saturating_add(length);
        let part = |at: Range<usize>| self.tokens().get(at).unwrap_or_default();
        let has = |tokens: &[Token], words: &[&str]| {
            tokens.iter().any(|token| words.contains(&token.text()))
        };
        let own = part(from..until);
        let now = has(part(0..from), NOW) || has(part(until..self.tokens().len()), NOW);
        now && (has(own, PAST) || own.windows(2).any(is_in_month)) && !has(own, SINCE)
    }
}

/// "In October".
fn is_in_month(two: &[Token]) -> bool {
    match two {
        [at, month] => ["in", "en"].contains(&at.text()) && is_month(month.text()),
        _ => false,
    }
}

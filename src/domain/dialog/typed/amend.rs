//! Words that say whether a text adds to what was said before it, or puts it right.

use crate::domain::dialog::typed::normalize::tokens;

const ALSO: &[&str] = &[
    "also", "too", "add", "tambien", "ademas", "agregue", "agregar", "anada", "anadir", "sume",
];

/// What joins a text to what was said before when it begins with it.
const AND: &[&str] = &["and", "y", "e", "plus", "+", "&", "mas", "with", "con"];

/// Where such a word belongs to the whole: within this many words of the beginning, or of the end.
const NEAR_BEGINNING: usize = 3;
const NEAR_END: usize = 2;

const RIGHT: &[&str] = &[
    "no",
    "not",
    "actually",
    "sorry",
    "should",
    "instead",
    "meant",
    "mean",
    "rather",
    "only",
    "just",
    "correction",
    "correct",
    "wrong",
    "change",
    "sino",
    "digo",
    "mejor",
    "perdon",
    "realidad",
    "solo",
    "cambie",
    "correccion",
    "its",
];

/// Whether a text adds something: "L2 too", "also L2", "and L2".
#[must_use]
pub(crate) fn adds(text: &str) -> bool {
    let tokens = tokens(text);
    let begins = tokens
        .first()
        .is_some_and(|first| AND.contains(&first.text()));
    let near = |at: usize| at < NEAR_BEGINNING || at.saturating_add(NEAR_END) >= tokens.len();
    let also = |word: &str, next: Option<&str>| {
        ALSO.contains(&word) || word == "as" && next == Some("well")
    };
    let mut placed = tokens.iter().enumerate();
    begins
        || placed.any(|(at, token)| {
            let next = tokens.get(at.saturating_add(1)).map(|next| next.text());
            near(at) && also(token.text(), next)
        })
}

/// Whether a text has a word with which people put something right: "actually", "no", "sorry".
#[must_use]
pub(crate) fn puts_right(text: &str) -> bool {
    tokens(text)
        .iter()
        .any(|token| RIGHT.contains(&token.text()))
}

/// Whether a text begins with a no.
#[must_use]
pub(crate) fn begins_with_no(text: &str) -> bool {
    tokens(text).first().is_some_and(|first| first.is("no"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_adds_is_told_from_what_puts_right() {
        for text in [
            "T4 also",
            "also T4",
            "and T4",
            "T4 too",
            "T4 as well",
            "y T4",
            "add T4",
            "T4 también",
        ] {
            assert!(adds(text), "`{text}`");
        }
        for text in [
            "T4",
            "no, T4",
            "actually T4",
            "L2 and L3",
            "no, L2 and also L3 by now",
        ] {
            assert!(!adds(text), "`{text}`");
        }
        assert!(puts_right("actually T4") && begins_with_no("No, T4"));
        assert!(!puts_right("T4 hurts") && !begins_with_no("T4"));
    }
}

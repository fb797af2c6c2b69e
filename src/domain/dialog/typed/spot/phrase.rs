//! Where phrases stand in a text.

use std::ops::Range;

use crate::domain::dialog::typed::normalize::{Token, tokens};

/// A phrase as its tokens, with what it names.
#[derive(Debug, Clone)]
pub(super) struct Phrase<N> {
    names: N,
    tokens: Vec<String>,
}

impl<N: Clone> Phrase<N> {
    /// The phrases that name one thing.
    pub(super) fn all<P: AsRef<str>>(
        names: &N,
        phrases: impl IntoIterator<Item = P>,
    ) -> impl Iterator<Item = Self> {
        let phrases = phrases.into_iter().map(|phrase| Self {
            names: names.clone(),
            tokens: tokens(phrase.as_ref())
                .iter()
                .filter(|token| !is_hyphen(token))
                .map(|token| token.text().to_owned())
                .collect(),
        });
        phrases.filter(|phrase| !phrase.tokens.is_empty())
    }
}

/// A phrase found in a text.
#[derive(Debug)]
pub(super) struct Match<'p, N> {
    pub(super) names: &'p N,
    pub(super) at: Range<usize>,
}

/// Hyphens do not matter: `x-ray` and `x ray` are one phrase.
fn is_hyphen(token: &Token) -> bool {
    token.is("-") || token.is("\"") || token.is("'")
}

/// The longest phrases that do not overlap, in the order of the text.
pub(super) fn matches<'p, N>(tokens: &[Token], phrases: &'p [Phrase<N>]) -> Vec<Match<'p, N>> {
    let mut all: Vec<Match<'p, N>> = (0..tokens.len())
        .flat_map(|from| starting(tokens, from, phrases))
        .collect();
    all.sort_by_key(|found| std::cmp::Reverse(found.at.len()));
    let mut longest: Vec<Match<'p, N>> = Vec::new();
    for found in all {
        let is_free =
            |taken: &Match<'p, N>| taken.at.end <= found.at.start || found.at.end <= taken.at.start;
        if longest.iter().all(is_free) {
            longest.push(found);
        }
    }
    longest.sort_by_key(|found| found.at.start);
    longest
}

fn starting<'p, N>(tokens: &[Token], from: usize, phrases: &'p [Phrase<N>]) -> Vec<Match<'p, N>> {
    let found = phrases.iter().filter_map(|phrase| {
        let end = end_of(tokens, from, &phrase.tokens)?;
        Some(Match {
            names: &phrase.names,
            at: from..end,
        })
    });
    found.collect()
}

/// Where a phrase that stands at `from` ends.
fn end_of(tokens: &[Token], from: usize, phrase: &[String]) -> Option<usize> {
    let mut at = from;
    for (place, wanted) in phrase.iter().enumerate() {
        while place > 0 && tokens.get(at).is_some_and(is_hyphen) {
            at = at.saturating_add(1);
        }
        tokens.get(at).filter(|token| token.is(wanted))?;
        at = at.saturating_add(1);
    }
    Some(at)
}

//! Where phrases stand in a text.

use std::collections::HashMap;
use std::ops::Range;

use crate::domain::dialog::typed::normalize::{Token, tokens};

/// A phrase as its tokens, with what it names.
#[derive(Debug, Clone)]
struct Phrase<N> {
    names: N,
    tokens: Vec<String>,
}

impl<N: Clone> Phrase<N> {
    /// The phrases that name one thing.
    fn all<P: AsRef<str>>(
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

/// Phrases, by their first token.
#[derive(Debug, Clone)]
pub(super) struct Phrases<N> {
    all: Vec<Phrase<N>>,
    first: HashMap<String, Vec<usize>>,
}

impl<N> Default for Phrases<N> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            first: HashMap::new(),
        }
    }
}

impl<N: Clone> Phrases<N> {
    /// Adds the phrases that name one thing.
    pub(super) fn add<P: AsRef<str>>(&mut self, names: &N, phrases: impl IntoIterator<Item = P>) {
        for phrase in Phrase::all(names, phrases) {
            let first = phrase.tokens.first().cloned().unwrap_or_default();
            self.first.entry(first).or_default().push(self.all.len());
            self.all.push(phrase);
        }
    }

    /// The phrases that begin with this token.
    fn beginning(&self, token: &Token) -> impl Iterator<Item = &Phrase<N>> {
        let numbers = self.first.get(token.text()).map(Vec::as_slice);
        let numbers = numbers.unwrap_or_default().iter();
        numbers.filter_map(|number| self.all.get(*number))
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
pub(super) fn matches<'p, N: Clone>(
    tokens: &[Token],
    phrases: &'p Phrases<N>,
) -> Vec<Match<'p, N>> {
    let places = tokens.iter().enumerate();
    let mut all: Vec<Match<'p, N>> = places
        .flat_map(|(from, token)| {
            let begun = phrases.beginning(token);
            begun.filter_map(move |phrase| {
                let end = end_of(tokens, from, &phrase.tokens)?;
                Some(Match {
                    names: &phrase.names,
                    at: from..end,
                })
            })
        })
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

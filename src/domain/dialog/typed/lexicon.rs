//! An answer among choices that the caller words: by phrase, number, letter, beginning, or with a typing error.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::dialog::typed::normalize::normalize;

mod pieces;
mod resolve;

/// Choices and the phrases that name each. Phrases are compared without case, accents and marks.
#[derive(Debug, Clone)]
pub struct Lexicon<T> {
    words: Arc<Words<T>>,
    /// The entries that have a number and a letter, in their order.
    listed: Vec<usize>,
}

/// The entries, and for each phrase which of them it names.
#[derive(Debug, Clone)]
struct Words<T> {
    entries: Vec<Entry<T>>,
    named_by: HashMap<String, Vec<usize>>,
}

/// A choice with the phrases that name it, normalized.
#[derive(Debug, Clone)]
struct Entry<T> {
    choice: T,
    phrases: Vec<String>,
}

/// Why an answer is none of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotChosen<T> {
    /// It could be any of these.
    Ambiguous(Vec<T>),
    /// It names several choices where one is wanted.
    Several(Vec<T>),
    /// A number beyond the choices.
    OutOfRange {
        /// The number typed.
        number: u32,
        /// How many choices there are.
        count: usize,
    },
    /// Anything else.
    NotUnderstood,
}

impl<T: Clone + PartialEq> Lexicon<T> {
    /// The choices in the order they are numbered, each with its label and synonyms.
    pub fn new<P: AsRef<str>>(
        choices: impl IntoIterator<Item = (T, impl IntoIterator<Item = P>)>,
    ) -> Self {
        let entries: Vec<_> = choices.into_iter().map(entry).collect();
        let listed = (0..entries.len()).collect();
        Self::of(entries, listed)
    }

    fn of(entries: Vec<Entry<T>>, listed: Vec<usize>) -> Self {
        let mut named_by: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            for phrase in &entry.phrases {
                named_by.entry(phrase.clone()).or_default().push(number);
            }
        }
        let words = Arc::new(Words { entries, named_by });
        Self { words, listed }
    }

    /// The same choices of which these have numbers and letters, in this order. The others are understood when typed.
    #[must_use]
    pub fn listing(&self, choices: &[T]) -> Self {
        let place = |choice: &T| {
            let mut entries = self.words.entries.iter();
            entries.position(|entry| entry.choice == *choice)
        };
        Self {
            words: Arc::clone(&self.words),
            listed: choices.iter().filter_map(place).collect(),
        }
    }

    /// Adds choices that have no number or letter: understood when typed, not shown.
    #[must_use]
    pub fn and_unlisted<P: AsRef<str>>(
        self,
        choices: impl IntoIterator<Item = (T, impl IntoIterator<Item = P>)>,
    ) -> Self {
        let mut entries = self.words.entries.clone();
        entries.extend(choices.into_iter().map(entry));
        Self::of(entries, self.listed)
    }

    /// The choice one of whose phrases a text is, word for word.
    #[must_use]
    pub fn named_by(&self, text: &str) -> Option<T> {
        self.exactly(&normalize(text))?.ok()
    }

    /// Reads an answer that names one choice.
    ///
    /// # Errors
    /// Why it names none, or more than one.
    pub fn one(&self, text: &str) -> Result<T, NotChosen<T>> {
        if pieces::has_no_place_number(text) {
            return Err(NotChosen::NotUnderstood);
        }
        let whole = self.resolve(&normalize(text));
        if whole.is_ok() {
            return whole;
        }
        match self.several(text) {
            Ok(choices) => match choices.as_slice() {
                [choice] => Ok(choice.clone()),
                _ => Err(NotChosen::Several(choices)),
            },
            Err(fault) => Err(whole
                .err()
                .filter(|whole| *whole != NotChosen::NotUnderstood)
                .unwrap_or(fault)),
        }
    }

    /// Reads an answer that names one or several choices, each once, in the order typed.
    ///
    /// # Errors
    /// Why a part of it names none, or more than one.
    pub fn several(&self, text: &str) -> Result<Vec<T>, NotChosen<T>> {
        if pieces::has_no_place_number(text) {
            return Err(NotChosen::NotUnderstood);
        }
        let mut chosen: Vec<T> = Vec::new();
        for choice in self.named_in(text)? {
            if !chosen.contains(&choice) {
                chosen.push(choice);
            }
        }
        if chosen.is_empty() {
            Err(NotChosen::NotUnderstood)
        } else {
            Ok(chosen)
        }
    }
}

fn entry<T, P: AsRef<str>>((choice, phrases): (T, impl IntoIterator<Item = P>)) -> Entry<T> {
    let phrases = phrases.into_iter().map(|phrase| normalize(phrase.as_ref()));
    Entry {
        choice,
        phrases: phrases.filter(|phrase| !phrase.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests;

//! What one normalized phrase names.

use strsim::osa_distance;

use crate::domain::dialog::typed::lexicon::{Entry, Lexicon, NotChosen};
use crate::domain::dialog::typed::when::number_word;

/// Letters from which the beginning of a phrase is enough.
const PREFIX: usize = 3;
/// Letters from which one typing error is forgiven, and from which two are.
const ONE_ERROR: usize = 5;
const TWO_ERRORS: usize = 9;
/// Words that may stand before the number of a choice.
const BEFORE_NUMBER: &[&str] = &["option ", "opcion ", "number ", "numero ", "choice "];

type Choice<T> = Result<T, NotChosen<T>>;

impl<T: Clone + PartialEq> Lexicon<T> {
    /// The choice a phrase names.
    pub(super) fn resolve(&self, key: &str) -> Choice<T> {
        self.exactly(key)
            .or_else(|| self.by_number(key))
            .or_else(|| self.by_letter(key))
            .or_else(|| self.by_beginning(key))
            .or_else(|| self.with_errors(key))
            .unwrap_or(Err(NotChosen::NotUnderstood))
    }

    /// The choice one of whose phrases this is.
    pub(super) fn exactly(&self, key: &str) -> Option<Choice<T>> {
        let named = self.words.named_by.get(key)?;
        let entries = named.iter().filter_map(|at| self.words.entries.get(*at));
        Self::one_of(entries)
    }

    fn by_number(&self, key: &str) -> Option<Choice<T>> {
        let bare = BEFORE_NUMBER
            .iter()
            .find_map(|word| key.strip_prefix(word))
            .unwrap_or(key);
        let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits {
            bare.parse().unwrap_or(u32::MAX)
        } else {
            number_word(bare)?
        };
        Some(self.numbered(number))
    }

    /// The choice of that number, from 1.
    pub(super) fn numbered(&self, number: u32) -> Choice<T> {
        let place = usize::try_from(number)
            .ok()
            .and_then(|number| number.checked_sub(1));
        let entry = place
            .and_then(|place| self.listed.get(place))
            .and_then(|&place| self.words.entries.get(place));
        let count = self.listed.len();
        entry
            .map(|entry| entry.choice.clone())
            .ok_or(NotChosen::OutOfRange { number, count })
    }

    fn by_letter(&self, key: &str) -> Option<Choice<T>> {
        let mut letters = key.bytes();
        let letter = letters.next().filter(u8::is_ascii_lowercase)?;
        let number = letter.checked_sub(b'a')?.checked_add(1)?;
        let known = letters.next().is_none() && usize::from(number) <= self.listed.len();
        known.then(|| self.numbered(u32::from(number)))
    }

    fn by_beginning(&self, key: &str) -> Option<Choice<T>> {
        let long_enough = key.chars().count() >= PREFIX;
        if long_enough {
            self.only(|phrase| phrase.starts_with(key))
        } else {
            None
        }
    }

    /// The choice whose phrase was mistyped. The first letter must be right, so that `unstable` is never read as
    /// `stable`, and digits are never mistyped.
    fn with_errors(&self, key: &str) -> Option<Choice<T>> {
        let length = key.chars().count();
        let most = match length {
            ..ONE_ERROR => return None,
            ONE_ERROR..TWO_ERRORS => 1,
            _ => 2,
        };
        if key.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let near = |phrase: &str| {
            phrase.chars().next() == key.chars().next()
                && phrase.chars().count().abs_diff(length) <= most
                && osa_distance(phrase, key) <= most
        };
        self.only(near)
    }

    /// The one choice that has a phrase which fits; nothing when none has.
    fn only(&self, fits: impl Fn(&str) -> bool) -> Option<Choice<T>> {
        let entries = self.words.entries.iter();
        Self::one_of(entries.filter(|entry| entry.phrases.iter().any(|phrase| fits(phrase))))
    }

    fn one_of<'e>(entries: impl Iterator<Item = &'e Entry<T>>) -> Option<Choice<T>>
    where
        T: 'e,
    {
        let mut found: Vec<T> = Vec::new();
        for entry in entries {
            if !found.contains(&entry.choice) {
                found.push(entry.choice.clone());
            }
        }
        match found.as_slice() {
            [] => None,
            [choice] => Some(Ok(choice.clone())),
            _ => Some(Err(NotChosen::Ambiguous(found))),
        }
    }
}

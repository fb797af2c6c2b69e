//! The words of a conversation: all that its texts and phrases are made of.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::domain::dialog::typed::normalize::normalize;
use crate::domain::dialog::vocabulary::Wording;

/// Wording that remembers every word it was asked for.
pub(super) struct Remembering<'w> {
    words: &'w dyn Wording,
    seen: RefCell<HashSet<String>>,
}

impl<'w> Remembering<'w> {
    pub(super) fn new(words: &'w dyn Wording) -> Self {
        Self {
            words,
            seen: RefCell::default(),
        }
    }

    /// The words, normalized.
    pub(super) fn seen(self) -> HashSet<String> {
        self.seen.into_inner()
    }

    fn see(&self, text: &str) {
        let text = normalize(text);
        let words = text.split(' ').map(ToOwned::to_owned);
        self.seen.borrow_mut().extend(words);
    }
}

impl Wording for Remembering<'_> {
    fn text(&self, id: &str) -> Option<String> {
        let text = self.words.text(id);
        text.iter().for_each(|text| self.see(text));
        text
    }

    fn listed(&self, id: &str, attribute: &str) -> Vec<String> {
        let phrases = self.words.listed(id, attribute);
        phrases.iter().for_each(|phrase| self.see(phrase));
        phrases
    }

    fn tag(&self) -> &str {
        self.words.tag()
    }
}

//! A text with its tokens, and what the screen asks of them.

use crate::domain::dialog::typed::normalize::{Kind, Token};

/// A text with its tokens, and the words of the conversation.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    typed: &'t str,
    tokens: &'t [Token],
    vocabulary: &'t dyn Fn(&str) -> bool,
}

impl<'t> Text<'t> {
    pub(super) fn new(
        typed: &'t str,
        tokens: &'t [Token],
        vocabulary: &'t dyn Fn(&str) -> bool,
    ) -> Self {
        Self {
            typed,
            tokens,
            vocabulary,
        }
    }

    /// Whether the conversation itself has that word.
    pub(super) fn is_vocabulary(&self, word: &str) -> bool {
        (self.vocabulary)(word)
    }

    pub(super) fn token(&self, at: usize) -> Option<&'t Token> {
        self.tokens.get(at)
    }

    /// The next tokens, at most so many.
    pub(super) fn next(&self, at: usize, most: usize) -> impl Iterator<Item = &'t Token> {
        self.tokens.iter().skip(at).take(most)
    }

    /// Whether the token there is this one.
    pub(super) fn is(&self, at: usize, wanted: &str) -> bool {
        self.token(at).is_some_and(|token| token.is(wanted))
    }

    /// The place after one of the phrases, when one stands there.
    pub(super) fn after(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let first = self.token(at)?.text();
        phrases.iter().find_map(|phrase| {
            let rest = phrase.strip_prefix(first)?;
            if rest.is_empty() {
                return Some(at.saturating_add(1));
            }
            let mut place = at.saturating_add(1);
            for word in rest.strip_prefix(' ')?.split(' ') {
                self.token(place).filter(|token| token.is(word))?;
                place = place.saturating_add(1);
            }
            Some(place)
        })
    }

    /// The place after marks and the given words.
    pub(super) fn past(&self, at: usize, words: &[&str]) -> usize {
        let skipped = self.tokens.iter().skip(at);
        let skipped = skipped.take_while(|token| {
            token.kind() == Kind::Mark && !token.is("\n") || words.contains(&token.text())
        });
        at.saturating_add(skipped.count())
    }

    /// How many digits the token there has; nothing when it is no number.
    pub(super) fn digits(&self, at: usize) -> Option<usize> {
        self.token(at)
            .filter(|token| token.kind() == Kind::Number)
            .map(|token| token.text().len())
    }

    /// How many characters the run of touching words, numbers and dashes there has, when one is a digit.
    pub(super) fn code_length(&self, at: usize) -> usize {
        let first = self.tokens.iter().skip(at).take(1);
        let touching = self
            .tokens
            .iter()
            .skip(at.saturating_add(1))
            .take_while(|token| token.is_glued() && (token.kind() != Kind::Mark || token.is("-")));
        let run: Vec<_> = first.chain(touching).collect();
        if run.iter().any(|token| token.kind() == Kind::Number) {
            run.iter()
                .filter(|token| token.kind() != Kind::Mark)
                .map(|token| token.text().len())
                .sum()
        } else {
            0
        }
    }

    /// The letters and digits of the run of touching words, numbers and dashes that begins there, one piece for each
    /// stretch between dashes; nothing when it begins elsewhere.
    pub(super) fn run(&self, at: usize) -> Vec<String> {
        let begins = |token: &&Token| !token.is_glued() && token.kind() != Kind::Mark;
        if self.token(at).filter(begins).is_none() {
            return Vec::new();
        }
        let mut pieces = vec![String::new()];
        let touching = |place: usize, token: &Token| {
            (place == 0 || token.is_glued()) && (token.kind() != Kind::Mark || token.is("-"))
        };
        let tokens = self.tokens.iter().skip(at).enumerate();
        for (_, token) in tokens.take_while(|(place, token)| touching(*place, token)) {
            if token.is("-") {
                pieces.push(String::new());
            } else if let Some(piece) = pieces.last_mut() {
                piece.push_str(token.text());
            }
        }
        pieces
    }

    /// The word there as it was typed.
    pub(super) fn typed(&self, at: usize) -> Option<&'t str> {
        let token = self.token(at).filter(|token| token.kind() == Kind::Word)?;
        self.typed.get(token.span())
    }

    /// Whether the word there begins with a capital.
    pub(super) fn is_capitalized(&self, at: usize) -> bool {
        self.typed(at)
            .and_then(|word| word.chars().next())
            .is_some_and(char::is_uppercase)
    }

    /// Whether the word there is in capitals only.
    pub(super) fn is_all_capitals(&self, at: usize) -> bool {
        self.typed(at).is_some_and(|word| {
            word.chars().count() > 1 && word.chars().all(|letter| !letter.is_lowercase())
        })
    }
}

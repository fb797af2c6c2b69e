//! A place in a row of tokens, and the steps a reader takes from it.

use crate::domain::dialog::typed::normalize::{Kind, Token};

/// A place in a row of tokens, with what reading depends on besides them. Copy it to look ahead.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'t, S> {
    tokens: &'t [Token],
    at: usize,
    pub(crate) setting: S,
}

impl<'t, S: Copy> Cursor<'t, S> {
    pub(crate) fn new(tokens: &'t [Token], at: usize, setting: S) -> Self {
        Self {
            tokens,
            at,
            setting,
        }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(crate) fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    pub(crate) fn skip(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// Takes the next token when `reads` makes something of its text.
    pub(crate) fn take<T>(&mut self, reads: impl FnOnce(&'t Token) -> Option<T>) -> Option<T> {
        let found = self.peek().and_then(reads);
        if found.is_some() {
            self.skip();
        }
        found
    }

    /// Takes one of the phrases; the first that fits, so longer ones come first.
    pub(crate) fn eat(&mut self, phrases: &[&str]) -> bool {
        let Some(first) = self.peek() else {
            return false;
        };
        let after = phrases.iter().find_map(|phrase| {
            let rest = phrase.strip_prefix(first.text())?;
            if rest.is_empty() {
                return Some(self.at.saturating_add(1));
            }
            self.after_words(rest.strip_prefix(' ')?)
        });
        self.at = after.unwrap_or(self.at);
        after.is_some()
    }

    /// The place after these words, when they stand behind the next token.
    fn after_words(&self, words: &str) -> Option<usize> {
        let mut at = self.at;
        for word in words.split(' ') {
            at = at.saturating_add(1);
            self.tokens.get(at).filter(|token| token.is(word))?;
        }
        Some(at.saturating_add(1))
    }

    /// Takes a mark that touches the token before it.
    pub(crate) fn eat_glued(&mut self, mark: &str) -> bool {
        self.take(|token| (token.is_glued() && token.is(mark)).then_some(()))
            .is_some()
    }

    /// Takes a run of at most nine digits.
    pub(crate) fn digits(&mut self) -> Option<Digits> {
        self.take(|token| (token.kind() == Kind::Number).then(|| Digits::of(token.text())))
    }

    /// Takes a run of digits that touches the token before it.
    pub(crate) fn glued_digits(&mut self) -> Option<Digits> {
        self.peek().filter(|token| token.is_glued())?;
        self.digits()
    }

    /// Reads with `reads`, and stays here when it finds nothing.
    pub(crate) fn attempt<T>(&mut self, reads: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = reads(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// Reads with `reads`, and stays here when it finds nothing or a fault.
    pub(crate) fn try_to<T, E>(
        &mut self,
        reads: impl FnOnce(&mut Self) -> Result<Option<T>, E>,
    ) -> Result<Option<T>, E> {
        let mut ahead = *self;
        let found = reads(&mut ahead)?;
        if found.is_some() {
            *self = ahead;
        }
        Ok(found)
    }
}

/// A run of digits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digits {
    pub(crate) value: u32,
    pub(crate) count: usize,
}

impl Digits {
    fn of(text: &str) -> Self {
        Self {
            value: text.parse().unwrap_or(u32::MAX),
            count: text.len(),
        }
    }
}

//! Text as it is compared: lower case, without accents, with one kind of quote and dash, cut into tokens.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters; apostrophes within a word are left out, so that `don't` and `dont` are one word.
    Word,
    /// Digits 0 to 9.
    Number,
    /// One other visible character, or the end of a line.
    Mark,
}

/// A word, a run of digits or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    text: String,
    kind: Kind,
    span: Range<usize>,
    glued: bool,
}

impl Token {
    /// The token in lower case and without accents.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it is made of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it stands in the text, in bytes.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether it touches the token before it.
    #[must_use]
    pub fn is_glued(&self) -> bool {
        self.glued
    }

    /// Whether it is this word, number or mark.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

/// One character of the text after folding, with where it came from.
struct Folded {
    character: char,
    span: Range<usize>,
}

/// Characters that NFKD would turn into something misleading, and the one form of each quote and dash.
fn unified(character: char) -> Option<char> {
    match character {
        '‘' | '’' | '‛' | '`' | '´' | 'ʼ' => Some('\''),
        '“' | '”' | '„' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        '\u{2044}' => Some('/'),
        '½' | '¼' | '¾' => Some(character),
        _ => None,
    }
}

/// Characters that show nothing: zero-width spaces and joiners, the soft hyphen, direction marks.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

fn fold_one(character: char) -> impl Iterator<Item = char> {
    let unified = unified(character);
    let decomposed = std::iter::once(character)
        .filter(move |_| unified.is_none())
        .nfkd()
        .filter(|&part| !is_combining_mark(part))
        .flat_map(char::to_lowercase)
        .filter(|&part| !is_combining_mark(part));
    unified.into_iter().chain(decomposed)
}

/// Most of what is typed in English needs no tables.
fn folded_ascii(text: &str) -> Vec<Folded> {
    let characters = text.bytes().enumerate().map(|(at, byte)| {
        let character = char::from(byte);
        Folded {
            character: unified(character).unwrap_or(character.to_ascii_lowercase()),
            span: at..at.saturating_add(1),
        }
    });
    characters.collect()
}

fn folded(text: &str) -> Vec<Folded> {
    if text.is_ascii() {
        return folded_ascii(text);
    }
    text.char_indices()
        .filter(|&(_, character)| !is_invisible(character))
        .flat_map(|(at, character)| {
            let span = at..at.saturating_add(character.len_utf8());
            fold_one(character).map(move |character| Folded {
                character,
                span: span.clone(),
            })
        })
        .collect()
}

fn kind_of(character: char) -> Option<Kind> {
    match character {
        '0'..='9' => Some(Kind::Number),
        '½' | '¼' | '¾' => Some(Kind::Mark),
        '\n' => Some(Kind::Mark),
        _ if character.is_alphanumeric() => Some(Kind::Word),
        _ if character.is_whitespace() || character.is_control() => None,
        _ => Some(Kind::Mark),
    }
}

/// Whether the apostrophe at `at` stands between two letters.
fn is_apostrophe(characters: &[Folded], at: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| characters.get(at))
            .is_some_and(|folded| kind_of(folded.character) == Some(Kind::Word))
    };
    letter(at.checked_sub(1)) && letter(at.checked_add(1))
}

/// Cuts a text into tokens.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let characters = folded(text);
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for (at, Folded { character, span }) in characters.iter().enumerate() {
        if *character == '\'' && is_apostrophe(&characters, at) {
            continue;
        }
        let Some(kind) = kind_of(*character) else {
            glued = false;
            continue;
        };
        match tokens.last_mut() {
            Some(last) if glued && last.kind == kind && kind != Kind::Mark => {
                last.text.push(*character);
                last.span.end = span.end;
            }
            _ => tokens.push(Token {
                text: character.to_string(),
                kind,
                span: span.clone(),
                glued,
            }),
        }
        glued = true;
    }
    tokens
}

/// A text as phrases are compared: its words and numbers, one space between them, without marks.
#[must_use]
pub fn normalize(text: &str) -> String {
    let tokens = tokens(text);
    let words = tokens.iter().filter(|token| token.kind != Kind::Mark);
    words.map(Token::text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;

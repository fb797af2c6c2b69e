//! An answer cut into the choices it lists: `1, 3`, `1-3`, "vertebroplasty and kyphoplasty".

use crate::domain::dialog::typed::lexicon::{Lexicon, NotChosen};
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};

/// How many pieces a phrase may hold that has separators of its own ("brace and therapy").
const LONGEST: usize = 5;

fn separates(token: &Token) -> bool {
    matches!(
        token.text(),
        "," | ";" | "+" | "&" | "/" | "\n" | "and" | "y" | "e" | "plus"
    )
}

/// The words and numbers of tokens as phrases are compared.
fn key(tokens: &[Token]) -> String {
    let words = tokens.iter().filter(|token| token.kind() != Kind::Mark);
    words.map(Token::text).collect::<Vec<_>>().join(" ")
}

impl<T: Clone + PartialEq> Lexicon<T> {
    /// The choices a text lists, with repetitions.
    pub(super) fn named_in(&self, text: &str) -> Result<Vec<T>, NotChosen<T>> {
        let tokens = tokens(text);
        let ends: Vec<usize> = ends(&tokens);
        let mut named = Vec::new();
        let mut from = 0;
        while from < tokens.len() {
            let ahead: Vec<usize> = ends
                .iter()
                .copied()
                .filter(|&end| end >= from)
                .take(LONGEST)
                .collect();
            let nearest = ahead.first().copied().unwrap_or(tokens.len());
            let piece = tokens.get(from..nearest).unwrap_or_default();
            let phrase = ahead
                .iter()
                .rev()
                .find_map(|&end| Some((self.phrase(tokens.get(from..end)?)?, end)));
            match phrase {
                Some((choice, end)) => {
                    named.push(choice);
                    from = end;
                }
                None => {
                    named.extend(self.piece(piece)?);
                    from = nearest;
                }
            }
            from = from.saturating_add(1);
        }
        Ok(named)
    }

    fn phrase(&self, tokens: &[Token]) -> Option<T> {
        self.exactly(&key(tokens))?.ok()
    }

    /// What stands between two separators: numbers, or a phrase.
    fn piece(&self, piece: &[Token]) -> Result<Vec<T>, NotChosen<T>> {
        match numbers(piece).as_deref() {
            Some([]) => Ok(Vec::new()),
            Some(numbers) => numbers
                .iter()
                .map(|&number| self.numbered(number))
                .collect(),
            None => self.resolve(&key(piece)).map(|choice| vec![choice]),
        }
    }
}

/// Where pieces end: at separators and at the end of the text.
fn ends(tokens: &[Token]) -> Vec<usize> {
    let separators = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| separates(token));
    separators.map(|(at, _)| at).chain([tokens.len()]).collect()
}

/// The numbers of a piece that has nothing but numbers and marks; `1-3` is 1, 2 and 3.
fn numbers(piece: &[Token]) -> Option<Vec<u32>> {
    let value = |token: &Token| token.text().parse::<u32>().unwrap_or(u32::MAX);
    if let [first, dash, last] = piece {
        let is_range = first.kind() == Kind::Number && dash.is("-") && last.kind() == Kind::Number;
        if is_range && value(first) <= value(last) {
            let most = value(first).saturating_add(99);
            return Some((value(first)..=value(last).min(most)).collect());
        }
    }
    let is_word = |token: &Token| token.kind() == Kind::Word;
    let only_numbers = !piece.iter().any(is_word);
    only_numbers.then(|| {
        piece
            .iter()
            .filter(|token| token.kind() == Kind::Number)
            .map(value)
            .collect()
    })
}

/// Whether a text has a number that is the number of no choice: one below zero, or a fraction.
pub(super) fn has_no_place_number(text: &str) -> bool {
    let tokens = tokens(text);
    let is_number = |token: &Token| token.kind() == Kind::Number;
    (1..tokens.len()).any(|at| {
        let before = at.checked_sub(2).and_then(|at| tokens.get(at));
        let [mark, number] = tokens.get(at.saturating_sub(1)..=at).unwrap_or_default() else {
            return false;
        };
        let touches = is_number(number) && number.is_glued();
        let apart = !mark.is_glued() || before.is_none_or(|one| one.kind() == Kind::Mark);
        let minus = mark.is("-") && apart && !before.is_some_and(is_number);
        let point = mark.is(".") && (apart || before.is_some_and(is_number));
        touches && (minus || point)
    })
}

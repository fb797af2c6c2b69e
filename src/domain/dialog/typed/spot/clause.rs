//! The clauses of a text, and what is negated in them.

use std::ops::Range;

use crate::domain::dialog::typed::normalize::Token;

/// How many tokens before a phrase a negator is looked for.
const REACH: usize = 3;

const NEGATORS: &[&str] = &[
    "no", "not", "without", "denies", "denied", "denying", "never", "none", "neither", "nor",
    "cannot", "negative", "unable", "sin", "niega", "nunca", "ni", "tampoco", "negativo",
    "negativa", "jamas", "ningun", "ninguna",
];

/// What stands before the `nt` of `don't`, `isn't` and the like.
const CONTRACTED: &[&str] = &[
    "do", "does", "did", "is", "was", "were", "are", "ai", "ca", "could", "would", "should", "has",
    "have", "had", "wo",
];

/// Which clause each token belongs to.
pub(super) struct Clauses<'t> {
    tokens: &'t [Token],
    numbers: Vec<usize>,
}

impl<'t> Clauses<'t> {
    /// Cuts tokens into clauses, and no clause within one of the `wholes`.
    pub(super) fn of(tokens: &'t [Token], wholes: &[Range<usize>]) -> Self {
        let mut clause: usize = 0;
        let numbers = tokens.iter().enumerate().map(|(at, token)| {
            let is_glued_on = tokens
                .get(at.saturating_add(1))
                .is_some_and(Token::is_glued);
            if breaks(token, is_glued_on) && !wholes.iter().any(|whole| whole.contains(&at)) {
                clause = clause.saturating_add(1);
            }
            clause
        });
        let numbers = numbers.collect();
        Self { tokens, numbers }
    }

    pub(super) fn tokens(&self) -> &'t [Token] {
        self.tokens
    }

    /// Where the clause of this place begins, behind what cuts it off.
    pub(super) fn start_of(&self, at: usize) -> usize {
        let clause = self.number(at);
        let first = self.numbers.iter().position(|one| Some(*one) == clause);
        let first = first.unwrap_or(at);
        let cut = usize::from(clause.is_some_and(|clause| clause > 0));
        first.saturating_add(cut).min(at)
    }

    /// What follows on this place within the clause before it.
    pub(super) fn rest_of(&self, at: usize) -> &'t [Token] {
        self.run(at, at.checked_sub(1).and_then(|last| self.number(last)))
    }

    /// The clause that this place cuts off.
    pub(super) fn clause_behind(&self, at: usize) -> &'t [Token] {
        self.run(at.saturating_add(1), self.number(at))
    }

    fn run(&self, from: usize, clause: Option<usize>) -> &'t [Token] {
        let numbers = self.numbers.get(from..).unwrap_or_default();
        let length = numbers
            .iter()
            .take_while(|one| Some(**one) == clause)
            .count();
        self.tokens
            .get(from..from.saturating_add(length))
            .unwrap_or_default()
    }

    fn number(&self, at: usize) -> Option<usize> {
        self.numbers.get(at).copied()
    }

    /// Whether two places begin in the same clause.
    pub(super) fn are_one(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        self.number(one.start) == self.number(other.start)
    }

    /// Whether a negator stands before this place in its clause.
    pub(super) fn is_negated(&self, at: &Range<usize>) -> bool {
        let clause = self.number(at.start);
        let from = at.start.saturating_sub(REACH);
        (from..at.start).any(|before| {
            self.number(before) == clause && self.tokens.get(before).is_some_and(is_negator)
        }) || self.follows_without(at.start)
    }

    /// Whether `w/o` stands before this place.
    fn follows_without(&self, at: usize) -> bool {
        let before = at
            .checked_sub(REACH)
            .and_then(|from| self.tokens.get(from..at));
        matches!(before, Some([w, slash, o]) if w.is("w") && slash.is("/") && o.is("o"))
    }
}

fn breaks(token: &Token, next_is_glued: bool) -> bool {
    match token.text() {
        "," | ";" | "+" | "(" | ")" | "[" | "]" | "!" | "?" | "\n" => true,
        "and" | "y" | "e" | "but" | "pero" | "&" => true,
        "." => !next_is_glued,
        "-" => !next_is_glued && !token.is_glued(),
        _ => false,
    }
}

/// Whether a word denies what follows it.
pub(super) fn is_negator(token: &Token) -> bool {
    let contracted = token
        .text()
        .strip_suffix("nt")
        .is_some_and(|stem| CONTRACTED.contains(&stem));
    contracted || NEGATORS.contains(&token.text())
}

//! Whether what a phrase names is so, is denied, or is left open by the words around it.

use std::ops::Range;

use crate::domain::dialog::typed::normalize::{Kind, Token};
use crate::domain::dialog::typed::spot::clause::{Clauses, is_negator};

mod words;

use words::{
    ABSENT, ARTICLES, LINKS, MAYBE, MOST_LINKS, OPEN, OR, RULED_OUT, SEEN, SIGNS, TOGETHER,
};

/// What a text says of what a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    So,
    Not,
    /// It may be so, was so, or is not known.
    Open,
}

impl Clauses<'_> {
    /// What a text says of what each of these phrases names.
    pub(super) fn said_of(&self, phrases: &[Range<usize>]) -> Vec<Said> {
        let ends = phrases.iter().skip(1).map(|next| next.start);
        let ends = ends.chain([self.tokens().len()]);
        let mut all: Vec<Said> = Vec::new();
        for (at, until) in phrases.iter().zip(ends) {
            let before = phrases.get(..all.len()).and_then(|before| before.last());
            let with_last = before.filter(|last| self.is_or(last.end..at.start));
            let said = match all.last() {
                Some(last) if with_last.is_some() && self.said(at, until) == Said::So => *last,
                _ => self.said(at, until),
            };
            all.push(said);
        }
        for at in (1..phrases.len()).rev() {
            self.hand_back(phrases, &mut all, at);
        }
        all
    }

    /// "Infection and pregnancy were ruled out": what denies the last denies those that are joined with it.
    fn hand_back(&self, phrases: &[Range<usize>], all: &mut [Said], at: usize) {
        let Some([before, own]) = phrases.get(at.saturating_sub(1)..=at) else {
            return;
        };
        let joined = self.is_or(before.end..own.start) || self.is_joined(before.end..own.start);
        let behind = self.said_behind(own.end, self.tokens().len());
        let behind = behind.filter(|_| joined);
        if let (Some(said), Some(Said::So)) = (behind, all.get(at.saturating_sub(1))) {
            let rest = self.rest_of(own.end);
            let together = rest.iter().any(|token| TOGETHER.contains(&token.text()));
            if let Some(one) = all.get_mut(at.saturating_sub(1)) {
                *one = if together { said } else { Said::Open };
            }
        }
    }

    fn is_or(&self, between: Range<usize>) -> bool {
        let words = self.tokens().get(between).unwrap_or_default();
        let (or, rest): (Vec<&Token>, Vec<&Token>) =
            words.iter().partition(|word| OR.contains(&word.text()));
        !or.is_empty() && rest.iter().all(|word| ARTICLES.contains(&word.text()))
    }

    fn is_joined(&self, between: Range<usize>) -> bool {
        let words = self.tokens().get(between).unwrap_or_default();
        let joins = |word: &Token| is_and(word) || word.is(",") || ARTICLES.contains(&word.text());
        !words.is_empty() && words.iter().all(joins)
    }

    fn said(&self, at: &Range<usize>, until: usize) -> Said {
        match (self.said_before(at), self.said_behind(at.end, until)) {
            (_, Some(Said::Open)) => Said::Open,
            (_, Some(said)) | (Some(said), None) => said,
            (None, None) => Said::So,
        }
    }

    fn said_before(&self, at: &Range<usize>) -> Option<Said> {
        let clause = self.start_of(at.start);
        let before = self.tokens().get(clause..at.start).unwrap_or_default();
        let articles = before.iter().rev();
        let articles = articles.take_while(|token| ARTICLES.contains(&token.text()));
        let bare = before.len().saturating_sub(articles.count());
        let bare = before.get(..bare).unwrap_or_default();
        let ends = |all: &[&str]| {
            let mut all = all.iter();
            all.any(|words| ends_with(before, words) || ends_with(bare, words))
        };
        let negator = before.iter().any(is_negator);
        if ends(RULED_OUT) {
            return Some(if negator { Said::Open } else { Said::Not });
        }
        if self.is_negated(at) || ends(SIGNS) && negator {
            return Some(Said::Not);
        }
        ends(MAYBE).then_some(Said::Open)
    }

    /// "Was ruled out", ", resolved", ": no". Before the next phrase, and where that is not clear it is left open.
    fn said_behind(&self, end: usize, until: usize) -> Option<Said> {
        let clause = self.rest_of(end);
        let clause = clause.get(..until.saturating_sub(end)).unwrap_or(clause);
        if !clause.is_empty() {
            let loosely = || clause.iter().any(is_final).then_some(Said::Open);
            return verdict(clause, false).or_else(loosely);
        }
        verdict(self.clause_behind(end), true)
    }

    /// Whether a phrase stands in a list that a no before it may be meant for: "no infection, pregnancy".
    pub(super) fn is_listed_under_no(&self, at: &Range<usize>, phrases: &[Range<usize>]) -> bool {
        let mut start = self.start_of(at.start);
        let mut end = at.end.saturating_add(self.rest_of(at.end).len());
        while self.is_bare(start..end, phrases) {
            let Some(last) = start.checked_sub(2) else {
                return false;
            };
            (start, end) = (self.start_of(last), start.saturating_sub(1));
            let before = self.tokens().get(start..end).unwrap_or_default();
            if before.iter().any(is_negator) {
                return true;
            }
        }
        false
    }

    /// Whether a clause has nothing but phrases.
    fn is_bare(&self, clause: Range<usize>, phrases: &[Range<usize>]) -> bool {
        let within = |place: usize| phrases.iter().any(|phrase| phrase.contains(&place));
        let joins = |token: &Token| token.kind() == Kind::Mark || OR.contains(&token.text());
        let mut places = clause;
        places.all(|place| within(place) || self.tokens().get(place).is_some_and(joins))
    }
}

/// A word that settles what stands before it, wherever it stands.
fn is_final(token: &Token) -> bool {
    ["ruled", "resolved"].contains(&token.text())
        || ["descartad", "resuelt"]
            .iter()
            .any(|stem| token.text().starts_with(stem))
}

fn is_and(token: &Token) -> bool {
    matches!(token.text(), "and" | "y" | "e" | "&")
}

/// What a clause, or the rest of one, says of what stands before it. `whole` when it has to say nothing else.
fn verdict(clause: &[Token], whole: bool) -> Option<Said> {
    let links = clause.iter().take(MOST_LINKS);
    let links = links
        .take_while(|token| LINKS.contains(&token.text()))
        .count();
    let rest = clause.get(links..)?;
    let text = |at: usize| rest.get(at).map(Token::text);
    let (said, length) = match (text(0)?, text(1)) {
        ("ruled", Some("out")) => (Said::Not, 2),
        (word, _) if ABSENT.contains(&word) => (Said::Not, 1),
        (word, _) if OPEN.contains(&word) => (Said::Open, 1),
        ("not" | "no", Some(next)) if SEEN.contains(&next) => (Said::Not, 2),
        ("no" | "not" | "none", None) => (Said::Not, 1),
        ("not", Some(_)) if !whole => (Said::Open, 2),
        ("no", Some("consta" | "documentada" | "documentado" | "se")) => (Said::Open, 2),
        _ => return None,
    };
    (!whole || rest.len() == length).then_some(said)
}

fn ends_with(tokens: &[Token], words: &str) -> bool {
    let mut last = tokens.iter().rev();
    words
        .rsplit(' ')
        .all(|word| last.next().is_some_and(|token| token.is(word)))
}

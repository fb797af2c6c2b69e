//! Answers found in a free text. What is found is read back and confirmed before it counts; what is doubtful is left
//! out, and asked.

use std::ops::Range;

use crate::domain::day::Day;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::levels::{in_free_text, meant};
use crate::domain::dialog::typed::normalize::{Token, tokens};
use crate::domain::dialog::typed::number::{Span, beside};
use crate::domain::dialog::typed::when::{Period, When};

mod clause;
mod phrase;
mod time;

use clause::Clauses;
use phrase::{Match, Phrases};

/// The phrases to look for.
#[derive(Debug, Clone)]
pub struct Cues<T> {
    choices: Phrases<T>,
    times: Phrases<Option<T>>,
    /// With the greatest value that the number can have.
    numbers: Phrases<(T, i64)>,
}

impl<T> Default for Cues<T> {
    fn default() -> Self {
        Self {
            choices: Phrases::default(),
            times: Phrases::default(),
            numbers: Phrases::default(),
        }
    }
}

impl<T: Clone + PartialEq> Cues<T> {
    /// Adds the phrases that name a choice. A phrase may contain its own negator ("no infection").
    pub fn choice<P: AsRef<str>>(&mut self, choice: &T, phrases: impl IntoIterator<Item = P>) {
        self.choices.add(choice, phrases);
    }

    /// Adds the phrases that say whose time a time near them is ("fracture", "PT").
    pub fn time<P: AsRef<str>>(&mut self, fact: &T, phrases: impl IntoIterator<Item = P>) {
        self.times.add(&Some(fact.clone()), phrases);
    }

    /// Adds the phrases whose time is of no interest ("hospital", "MRI"): a time near them is taken for nothing else.
    pub fn other_time<P: AsRef<str>>(&mut self, phrases: impl IntoIterator<Item = P>) {
        self.times.add(&None, phrases);
    }

    /// Adds the phrases that say whose a number beside them is ("pain", "NRS"), and the greatest it can be.
    pub fn number<P: AsRef<str>>(
        &mut self,
        fact: &T,
        greatest: i64,
        phrases: impl IntoIterator<Item = P>,
    ) {
        self.numbers.add(&(fact.clone(), greatest), phrases);
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spotted<T> {
    /// The choices named, each once, in the order of the text. Two that exclude each other may both be there.
    pub choices: Vec<T>,
    /// The choices that are named and denied, and not named besides.
    pub denied: Vec<T>,
    /// The times found, each with what it is the time of; the same fact may have several.
    pub times: Vec<(T, When)>,
    /// The times found that have an end.
    pub periods: Vec<(T, Period)>,
    /// The times that no phrase claims.
    pub unclaimed: Vec<Period>,
    /// Whether a time was found that a phrase claims for something else, or denies.
    pub elsewhere: bool,
    /// The facts whose time phrases stand in the text, with a time or without.
    pub mentioned: Vec<T>,
    /// The numbers found, each with whose it is; the same fact may have several.
    pub numbers: Vec<(T, Span)>,
    /// The levels named and not denied, each once, from the neck down.
    pub levels: Vec<Level>,
}

/// Whether a text has a word that denies something.
#[must_use]
pub fn denies(text: &str) -> bool {
    tokens(text).iter().any(clause::is_negator)
}

/// Finds the first choice that a free text names. What no phrase stands in is not looked at any further.
#[must_use]
pub fn named<T: Clone + PartialEq>(
    text: &str,
    language: Language,
    today: Day,
    cues: &Cues<T>,
) -> Option<T> {
    if phrase::matches(&tokens(text), &cues.choices).is_empty() {
        return None;
    }
    spot(text, language, today, cues).choices.into_iter().next()
}

/// Finds choices, times and levels in a free text. A phrase after a negator in the same clause is left out, and a time
/// belongs to the nearest time phrase of its clause or to none.
#[must_use]
pub fn spot<T: Clone + PartialEq>(
    text: &str,
    language: Language,
    today: Day,
    cues: &Cues<T>,
) -> Spotted<T> {
    let tokens = tokens(text);
    let leveled = in_free_text(&tokens, language);
    let numbered = numbers(&tokens, cues);
    let taken = leveled.iter().map(|mention| mention.at.clone());
    let taken = taken.chain(numbered.iter().map(|(at, ..)| at.clone()));
    let timed = time::in_free_text(&tokens, language, today, &taken.collect::<Vec<_>>());
    let named = phrase::matches(&tokens, &cues.choices);
    let cued = phrase::matches(&tokens, &cues.times);
    let mut wholes: Vec<Range<usize>> = Vec::new();
    wholes.extend(leveled.iter().map(|mention| mention.at.clone()));
    wholes.extend(numbered.iter().map(|(at, ..)| at.clone()));
    wholes.extend(timed.iter().map(|(at, _)| at.clone()));
    wholes.extend(named.iter().map(|named| named.at.clone()));
    wholes.extend(cued.iter().map(|cued| cued.at.clone()));
    let clauses = Clauses::of(&tokens, &wholes);
    let choices = standing(&named, &clauses, false);
    let denied = standing(&named, &clauses, true).into_iter();
    let mut spotted = Spotted {
        denied: denied.filter(|one| !choices.contains(one)).collect(),
        choices,
        times: Vec::new(),
        periods: Vec::new(),
        unclaimed: Vec::new(),
        elsewhere: false,
        mentioned: cued.iter().filter_map(|cue| cue.names.clone()).collect(),
        numbers: Vec::new(),
        levels: meant(&leveled),
    };
    for (at, fact, number) in numbered {
        if !clauses.is_negated(&at) {
            spotted.numbers.push((fact, number));
        }
    }
    for (at, found) in timed {
        match owner(&at, &cued, &clauses) {
            Owner::Fact(fact) => spotted.put(fact, found),
            Owner::Other => spotted.elsewhere = true,
            Owner::Nobody => spotted.unclaimed.push(found),
        }
    }
    spotted
}

/// Whose a time is.
enum Owner<T> {
    Fact(T),
    /// Something of no interest, or a fact that is denied.
    Other,
    Nobody,
}

impl<T> Spotted<T> {
    fn put(&mut self, fact: T, found: Period) {
        if found.end.is_some() {
            self.periods.push((fact, found));
        } else {
            self.times.push((fact, found.start));
        }
    }
}

/// The numbers beside a phrase that says whose they are.
fn numbers<T: Clone>(tokens: &[Token], cues: &Cues<T>) -> Vec<(Range<usize>, T, Span)> {
    let named = phrase::matches(tokens, &cues.numbers);
    let found = named.into_iter().filter_map(|named| {
        let (fact, greatest) = named.names;
        let (at, number) = beside(tokens, &named.at, *greatest)?;
        Some((at, fact.clone(), number))
    });
    found.collect()
}

/// The choices that are denied, or those that are not, each once.
fn standing<T: Clone + PartialEq>(
    named: &[Match<'_, T>],
    clauses: &Clauses<'_>,
    denied: bool,
) -> Vec<T> {
    let mut choices: Vec<T> = Vec::new();
    for named in named {
        if !choices.contains(named.names) && clauses.is_negated(&named.at) == denied {
            choices.push(named.names.clone());
        }
    }
    choices
}

/// What a time is the time of: the nearest phrase of its clause, the one before it when two are as near.
fn owner<T: Clone>(
    time: &Range<usize>,
    cued: &[Match<'_, Option<T>>],
    clauses: &Clauses<'_>,
) -> Owner<T> {
    let beside = cued.iter().filter(|cue| clauses.are_one(&cue.at, time));
    let distance = |cue: &&Match<'_, Option<T>>| {
        let before = time.start.saturating_sub(cue.at.end);
        let after = cue.at.start.saturating_sub(time.end);
        (before.max(after), cue.at.start > time.start)
    };
    let Some(nearest) = beside.min_by_key(distance) else {
        return Owner::Nobody;
    };
    match nearest.names {
        Some(fact) if !clauses.is_negated(&nearest.at) => Owner::Fact(fact.clone()),
        _ => Owner::Other,
    }
}

#[cfg(test)]
mod tests;

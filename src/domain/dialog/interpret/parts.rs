//! A text cut into parts, each with the levels it is about.

use std::ops::Range;

use crate::domain::dialog::interpret::Context;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::Gives;
use crate::domain::dialog::typed::levels::{Mention, Stands, mentions};
use crate::domain::dialog::typed::{Spotted, spot};
use crate::domain::dialog::vocabulary::Cue;

/// What a part of a text is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// No level is named in the whole text.
    Unnamed,
    /// These levels.
    Levels(Vec<Level>),
    /// Levels are named, and it does not say for which of them this holds.
    Unclear,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) about: About,
}

/// Levels named together, and the bytes from the first to the last.
type Group = (Range<usize>, Vec<Level>);

impl Context<'_> {
    /// What the words of the language find in a text.
    pub(super) fn spotted(&self, text: &str) -> Spotted<Cue> {
        let words = self.words;
        spot(text, words.language, self.view.today, &words.cues)
    }

    /// The parts of a text. Levels between which nothing is said are named together, and what is said with them holds for
    /// each. Where there are others too, each sentence is about the levels named in it.
    pub(super) fn parts(&self, text: &str) -> Vec<Part> {
        let mut named: Vec<Vec<Level>> =
            self.groups(text).into_iter().map(|(_, own)| own).collect();
        named.sort_unstable();
        named.dedup();
        match named.as_slice() {
            [] => vec![part(text, About::Unnamed)],
            [only] => vec![part(text, About::Levels(only.clone()))],
            _ => sentences(text)
                .into_iter()
                .flat_map(|sentence| self.parts_of(sentence))
                .collect(),
        }
    }

    fn groups(&self, text: &str) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let meant = mentions(text, self.words.language).into_iter();
        for Mention { at, levels, .. } in meant.filter(|one| one.stands != Stands::Denied) {
            match groups.last_mut() {
                Some((last, own)) if !self.tells(between(text, last.end, at.start)) => {
                    last.end = at.end;
                    own.extend(levels);
                    own.sort_unstable();
                    own.dedup();
                }
                _ => groups.push((at, levels)),
            }
        }
        groups
    }

    /// Whether a text says something that holds for a level.
    pub(super) fn tells(&self, text: &str) -> bool {
        let found = self.spotted(text);
        let is_fact = |cue: &Cue| match cue {
            Cue::Choice(step, choice) => self
                .step(*step)
                .and_then(|step| step.choices.get(*choice))
                .is_some_and(|choice| matches!(choice.gives, Gives::Facts(_))),
            Cue::Time(_) | Cue::Number(_) => false,
        };
        let timed = !(found.times.is_empty() && found.periods.is_empty());
        timed || !found.unclaimed.is_empty() || found.choices.iter().any(is_fact)
    }

    /// A sentence with several levels is cut before each of them, or behind each when it begins with what it says.
    fn parts_of(&self, sentence: &str) -> Vec<Part> {
        let groups = self.groups(sentence);
        let (first, last) = match groups.as_slice() {
            [] => return vec![part(sentence, About::Unclear)],
            [(_, only)] => return vec![part(sentence, About::Levels(only.clone()))],
            [(first, _), .., (last, _)] => (first, last),
        };
        let before = self.tells(between(sentence, 0, first.start));
        let behind = self.tells(between(sentence, last.end, sentence.len()));
        if before && behind {
            return vec![part(sentence, About::Unclear)];
        }
        let mut from = 0;
        let mut parts = Vec::new();
        for (place, (at, levels)) in groups.iter().enumerate() {
            let next = groups
                .get(place.saturating_add(1))
                .map(|(next, _)| next.start);
            let end = match next {
                _ if before => at.end,
                Some(next) => at.end.saturating_add(cut(between(sentence, at.end, next))),
                None => sentence.len(),
            };
            parts.push(part(
                between(sentence, from, end),
                About::Levels(levels.clone()),
            ));
            from = end;
        }
        parts
    }
}

fn part(text: &str, about: About) -> Part {
    Part {
        text: text.into(),
        about,
    }
}

fn between(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// Where what is said of one level ends before what is said of the next: "old T12 fracture, acute L1 fracture".
fn cut(between: &str) -> usize {
    let comma = between.rfind(',').map(|at| at.saturating_add(1));
    comma.unwrap_or(between.len())
}

/// The parts of a text between semicolons, full stops and ends of lines.
fn sentences(text: &str) -> Vec<&str> {
    let ends = text.char_indices().filter(|(at, mark)| match mark {
        ';' | '\n' => true,
        '.' => !text
            .get(at.saturating_add(1)..)
            .is_some_and(|rest| rest.starts_with(|next: char| !next.is_whitespace())),
        _ => false,
    });
    let mut from = 0;
    let mut all = Vec::new();
    for (end, _) in ends {
        all.push(between(text, from, end));
        from = end.saturating_add(1);
    }
    all.push(between(text, from, text.len()));
    all
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_point_within_a_number_ends_no_sentence() {
        assert_eq!(
            sentences("T12, 3.5 weeks; L2 walking. MRI"),
            ["T12, 3.5 weeks", " L2 walking", " MRI"]
        );
    }
}

//! Rewriting what a transcript expects to what was heard. Comments, blank lines, what is typed and the way each
//! expectation is written stay; doing it again changes nothing.

use std::collections::BTreeMap;

use crate::domain::transcript::assertion::agrees;
use crate::domain::transcript::compare::{Heard, Utterance, choices_fit, is_left_out, paired};
use crate::domain::transcript::model::{Deed, Expectation, Transcript, Turn, Wording};

/// The text of the transcript with the expectations of its turns rewritten. `text` is what it was read from; turns
/// without something heard are left as they are.
#[must_use]
pub fn bless(text: &str, transcript: &Transcript, heard: &[Heard]) -> String {
    let mut edits = Edits::default();
    let mut style = transcript
        .turns
        .iter()
        .flat_map(|turn| &turn.said)
        .find_map(|one| Style::of(&one.what));
    for (turn, heard) in transcript.turns.iter().zip(heard) {
        let own = turn.said.iter().find_map(|one| Style::of(&one.what));
        style = own.or(style);
        if !is_left_out(turn) {
            edits.said(turn, heard, style.unwrap_or(Style::Words));
            edits.choices(turn, heard, style.unwrap_or(Style::Words));
        }
        edits.holds(turn, heard);
    }
    edits.apply(text)
}

/// How an expectation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Id,
    Words,
    Both,
}

/// Messages that name the version of the files: in words they would differ with every edit, of a remark too.
const PINNED: [&str; 2] = ["result-policy", "repinned"];

impl Style {
    fn of(what: &Expectation) -> Option<Self> {
        match what {
            Expectation::Anything => None,
            Expectation::Line(wording) => Some(Self::of_wording(wording)),
        }
    }

    fn of_wording(wording: &Wording) -> Self {
        match (&wording.id, &wording.text) {
            (Some(_), Some(_)) => Self::Both,
            (Some(_), None) => Self::Id,
            (None, _) => Self::Words,
        }
    }

    fn line(self, said: &Utterance) -> String {
        format!("< {}", self.written(said))
    }

    fn written(self, said: &Utterance) -> String {
        match self {
            Self::Words if PINNED.contains(&said.id.as_str()) => format!("@{}", said.id),
            Self::Id => format!("@{}", said.id),
            Self::Words => said.text.clone(),
            Self::Both => format!("@{} {}", said.id, said.text),
        }
    }

    /// A label in brackets must not hold any.
    fn label(self, choice: &Utterance) -> String {
        let by_id = self == Self::Id || choice.text.contains(['[', ']']);
        if by_id {
            format!("[@{}]", choice.id)
        } else {
            format!("[{}]", choice.text)
        }
    }
}

/// The change of one line, and the lines that come after it.
#[derive(Debug, Default)]
struct Edit {
    /// What the line becomes, when it changes; nothing within when it goes.
    becomes: Option<Option<String>>,
    /// The value at the end of the line, and what replaces it.
    value: Option<(String, String)>,
    /// The lines that follow it.
    after: Vec<String>,
}

/// The changes by line, from 1; those after line 0 come first.
#[derive(Debug, Default)]
struct Edits(BTreeMap<usize, Edit>);

impl Edits {
    fn at(&mut self, line: usize) -> &mut Edit {
        self.0.entry(line).or_default()
    }

    fn replace(&mut self, line: usize, becomes: String) {
        self.at(line).becomes = Some(Some(becomes));
    }

    fn remove(&mut self, line: usize) {
        self.at(line).becomes = Some(None);
    }

    fn said(&mut self, turn: &Turn, heard: &Heard, style: Style) {
        let mut anchor = before(turn);
        for pair in paired(&turn.said, &heard.said) {
            let (e, s) = pair.places();
            let expected = e.and_then(|e| turn.said.get(e));
            let said = s.and_then(|s| heard.said.get(s));
            match (expected, said) {
                (Some(expected), None) if pair.is_fault() => self.remove(expected.line),
                (None, Some(said)) => self.at(anchor).after.push(style.line(said)),
                (Some(expected), said) => {
                    anchor = expected.line;
                    let own = Style::of(&expected.what).unwrap_or(style);
                    let said = said.filter(|_| pair.is_fault());
                    said.into_iter()
                        .for_each(|said| self.replace(expected.line, own.line(said)));
                }
                (None, None) => {}
            }
        }
    }

    fn choices(&mut self, turn: &Turn, heard: &Heard, style: Style) {
        if choices_fit(turn, heard) {
            return;
        }
        let first = turn.offers.iter().flat_map(|offer| &offer.choices).next();
        let style = first.map_or(style, Style::of_wording);
        let mut lines = wrapped(heard.choices.iter().map(|choice| style.label(choice))).into_iter();
        turn.offers.iter().for_each(|offer| self.remove(offer.line));
        let place = match turn.offers.first() {
            Some(offer) => {
                if let Some(line) = lines.next() {
                    self.replace(offer.line, line);
                }
                offer.line
            }
            None => turn
                .said
                .last()
                .map_or_else(|| before(turn), |one| one.line),
        };
        self.at(place).after.extend(lines);
    }

    fn holds(&mut self, turn: &Turn, heard: &Heard) {
        for (assertion, got) in turn.assertions.iter().zip(&heard.holds) {
            if !agrees(&assertion.key, &assertion.value, got) {
                self.at(assertion.line).value = Some((assertion.value.clone(), got.clone()));
            }
        }
    }

    fn apply(mut self, text: &str) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut lines = self.0.remove(&0).unwrap_or_default().after;
        for (index, line) in text.lines().enumerate() {
            match self.0.remove(&index.saturating_add(1)) {
                None => lines.push(line.into()),
                Some(edit) => lines.extend(edit.lines(line)),
            }
        }
        lines.iter().flat_map(|line| [line.as_str(), end]).collect()
    }
}

impl Edit {
    fn lines(self, line: &str) -> impl Iterator<Item = String> {
        let kept = match (self.becomes, self.value) {
            (Some(becomes), _) => becomes,
            (None, Some((value, got))) => Some(valued(line, &value, &got)),
            (None, None) => Some(line.into()),
        };
        kept.into_iter().chain(self.after)
    }
}

/// The line with the value at its end replaced.
fn valued(line: &str, value: &str, got: &str) -> String {
    let before = line.trim_end().strip_suffix(value).unwrap_or(line);
    format!("{before}{got}")
}

/// The line after which the first thing that is said comes.
fn before(turn: &Turn) -> usize {
    match turn.deed {
        Deed::Arrive => turn.line.saturating_sub(1),
        _ => turn.line,
    }
}

/// How long a line of choices gets before another begins, in characters.
const WIDTH: usize = 110;

fn wrapped(labels: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for label in labels {
        let length = label.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(length) < WIDTH => {
                line.push(' ');
                line.push_str(&label);
            }
            _ => lines.push(format!("  {label}")),
        }
    }
    lines
}

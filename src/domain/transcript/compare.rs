//! What was heard beside what is expected: every difference of a turn.

use crate::domain::transcript::align::{Kind, Pair, align};
use crate::domain::transcript::assertion::agrees;
use crate::domain::transcript::model::{Expectation, Expected, Key, Turn, Wording};

/// A line or a choice, as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// The id of its message.
    pub id: String,
    /// Its words, on one line.
    pub text: String,
}

impl Utterance {
    /// A line; breaks within its words become spaces.
    #[must_use]
    pub fn new(id: impl Into<String>, text: &str) -> Self {
        Self {
            id: id.into(),
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

/// What came of a turn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// The lines that were said, in order.
    pub said: Vec<Utterance>,
    /// The choices that were offered, in order.
    pub choices: Vec<Utterance>,
    /// For each assertion of the turn, in order, what does hold.
    pub holds: Vec<String>,
}

/// One difference between what is expected and what came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line of the expectation; that of the deed when nothing is expected.
    pub line: usize,
    /// What differs.
    pub subject: Subject,
    /// What is expected, as written; nothing when nothing is.
    pub expected: Option<String>,
    /// What came; nothing when nothing did.
    pub got: Option<String>,
}

/// What a difference is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A line that is said.
    Said,
    /// The choices offered.
    Choices,
    /// Something that holds.
    Holds(Key),
    /// The reply is not the one of the turn before.
    Repeated,
    /// An input that was taken before led to events again.
    TakenTwice,
    /// Something else is said in another language.
    SaidElsewhere,
    /// Something that is said is not shown by the channel.
    NotShown,
    /// The answers come to something else in another order.
    Reordered,
    /// What is recorded of the session comes to something else.
    Recorded,
    /// The application failed, and the conversation ends here.
    Failed,
}

/// Every difference of a turn, from its first line to its last.
#[must_use]
pub fn compare(turn: &Turn, heard: &Heard) -> Vec<Difference> {
    let mut found = Vec::new();
    if !is_left_out(turn) {
        found.extend(said(turn, heard));
        found.extend(choices(turn, heard));
    }
    found.extend(compare_what_holds(turn, heard));
    found.sort_by_key(|difference| difference.line);
    found
}

/// Whether a turn says the same as the one before, so that nobody wrote it down.
pub(super) fn is_left_out(turn: &Turn) -> bool {
    turn.deed.repeats() && turn.said.is_empty() && turn.offers.is_empty()
}

/// Pairs what is expected to be said with what was said.
pub(super) fn paired(expected: &[Expected], said: &[Utterance]) -> Vec<Pair> {
    let kinds: Vec<Kind> = expected.iter().map(|one| kind(&one.what)).collect();
    align(&kinds, said.len(), |e, s| {
        match (expected.get(e).map(|one| &one.what), said.get(s)) {
            (Some(Expectation::Line(wording)), Some(said)) => fits(wording, said),
            _ => false,
        }
    })
}

fn kind(what: &Expectation) -> Kind {
    match what {
        Expectation::Anything => Kind::Any,
        Expectation::Line(Wording {
            id: Some(_),
            text: None,
        }) => Kind::Head,
        Expectation::Line(_) => Kind::One,
    }
}

/// Whether a line or a choice is what is expected.
pub(super) fn fits(wording: &Wording, said: &Utterance) -> bool {
    let id = wording.id.as_ref().is_none_or(|id| *id == said.id);
    let text = wording.text.as_ref().is_none_or(|text| *text == said.text);
    id && text
}

fn said(turn: &Turn, heard: &Heard) -> Vec<Difference> {
    let mut line = turn.line;
    let mut found = Vec::new();
    for pair in paired(&turn.said, &heard.said) {
        let (e, s) = pair.places();
        let expected = e.and_then(|e| turn.said.get(e));
        line = expected.map_or(line, |expected| expected.line);
        if pair.is_fault() {
            let got = s.and_then(|s| heard.said.get(s));
            let what = expected.map(|expected| &expected.what);
            found.push(Difference {
                line,
                subject: Subject::Said,
                expected: what.map(written),
                got: got.map(|said| as_expected(said, what)),
            });
        }
    }
    found
}

fn written(what: &Expectation) -> String {
    match what {
        Expectation::Anything => "...".into(),
        Expectation::Line(wording) => wording.to_string(),
    }
}

/// What was said, in the form in which it is expected.
fn as_expected(said: &Utterance, what: Option<&Expectation>) -> String {
    let by_id = matches!(what, Some(Expectation::Line(Wording { id: Some(_), .. })));
    if by_id {
        format!("@{} {}", said.id, said.text)
    } else {
        said.text.clone()
    }
}

/// Whether the choices offered are those expected.
pub(super) fn choices_fit(turn: &Turn, heard: &Heard) -> bool {
    let expected: Vec<&Wording> = turn
        .offers
        .iter()
        .flat_map(|offer| &offer.choices)
        .collect();
    let open = expected.is_empty()
        && turn
            .said
            .iter()
            .any(|one| one.what == Expectation::Anything);
    let same_number = expected.len() == heard.choices.len();
    open || same_number
        && expected
            .iter()
            .zip(&heard.choices)
            .all(|(one, choice)| fits(one, choice))
}

fn choices(turn: &Turn, heard: &Heard) -> Option<Difference> {
    if choices_fit(turn, heard) {
        return None;
    }
    let expected: Vec<&Wording> = turn
        .offers
        .iter()
        .flat_map(|offer| &offer.choices)
        .collect();
    let by_id = expected.iter().any(|one| one.id.is_some());
    let last_said = turn.said.last().map_or(turn.line, |one| one.line);
    let got = heard.choices.iter().map(|choice| {
        if by_id {
            format!("@{}", choice.id)
        } else {
            choice.text.clone()
        }
    });
    Some(Difference {
        line: turn.offers.first().map_or(last_said, |offer| offer.line),
        subject: Subject::Choices,
        expected: in_brackets(expected.iter().map(ToString::to_string)),
        got: in_brackets(got),
    })
}

fn in_brackets(choices: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<String> = choices.map(|choice| format!("[{choice}]")).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// Every difference in what holds after a turn, whatever is said.
pub fn compare_what_holds<'a>(
    turn: &'a Turn,
    heard: &'a Heard,
) -> impl Iterator<Item = Difference> + 'a {
    let pairs = turn.assertions.iter().zip(&heard.holds);
    pairs
        .filter(|(assertion, got)| !agrees(&assertion.key, &assertion.value, got))
        .map(|(assertion, got)| Difference {
            line: assertion.line,
            subject: Subject::Holds(assertion.key.clone()),
            expected: Some(assertion.value.clone()),
            got: Some(got.clone()),
        })
}

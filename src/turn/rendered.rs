//! A reply in words.

use crate::domain::dialog::reply::{LineKind, Offer, Picks, Reply};
use crate::locale::Locale;

/// A reply in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What is told.
    pub lines: Vec<RenderedLine>,
    /// What is asked.
    pub prompt: Option<RenderedPrompt>,
}

/// One thing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedLine {
    /// What kind of text it is.
    pub kind: LineKind,
    /// Its words.
    pub text: String,
    /// Whether it is one of the details of a result, which a small screen shows when asked.
    pub detail: bool,
}

/// A choice that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedOffer {
    /// Its words.
    pub text: String,
    /// Its words on a button: at most 40 characters, when the texts passed their check.
    pub button: String,
    /// Where several can be chosen: whether it stands alone.
    pub alone: bool,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedPrompt {
    /// The question.
    pub question: String,
    /// How it can be answered in words.
    pub hint: Option<String>,
    /// The question as a call-center agent reads it to a caller.
    pub aloud: Option<String>,
    /// The choices, in the order of their numbers.
    pub choices: Vec<RenderedOffer>,
    /// Whether several can be chosen.
    pub several: bool,
    /// Whether the number of a choice, typed, chooses it: not where a number is the answer.
    pub numbered: bool,
    /// What a calendar can pick for it.
    pub picks: Option<Picks>,
    /// How far along the conversation is.
    pub progress: Option<String>,
}

impl Rendered {
    /// Puts a reply into words.
    #[must_use]
    pub fn new(reply: &Reply, locale: &Locale) -> Self {
        let lines = reply.lines.iter().map(|line| RenderedLine {
            kind: line.kind,
            text: locale.render(&line.message),
            detail: line.detail,
        });
        let prompt = reply.prompt.as_ref().map(|prompt| RenderedPrompt {
            question: locale.render(&prompt.question),
            hint: prompt.hint.as_ref().map(|hint| locale.render(hint)),
            aloud: prompt.aloud.as_ref().map(|aloud| locale.render(aloud)),
            choices: prompt
                .choices
                .iter()
                .map(|offer| RenderedOffer::new(offer, locale))
                .collect(),
            several: prompt.several,
            numbered: prompt.numbered,
            picks: prompt.picks,
            progress: prompt
                .progress
                .as_ref()
                .map(|progress| locale.render(progress)),
        });
        Self {
            lines: lines.collect(),
            prompt,
        }
    }
}

impl RenderedOffer {
    fn new(offer: &Offer, locale: &Locale) -> Self {
        Self {
            text: locale.render(&offer.text),
            button: locale.button(offer.button.as_ref().unwrap_or(&offer.text)),
            alone: offer.alone,
        }
    }
}

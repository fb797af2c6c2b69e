//! A reply in words.

use crate::domain::dialog::reply::{LineKind, Reply};
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
    pub choices: Vec<String>,
    /// Whether several can be chosen.
    pub several: bool,
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
        });
        let prompt = reply.prompt.as_ref().map(|prompt| RenderedPrompt {
            question: locale.render(&prompt.question),
            hint: prompt.hint.as_ref().map(|hint| locale.render(hint)),
            aloud: prompt.aloud.as_ref().map(|aloud| locale.render(aloud)),
            choices: prompt
                .choices
                .iter()
                .map(|choice| locale.render(choice))
                .collect(),
            several: prompt.several,
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

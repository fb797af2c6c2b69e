//! A reply as messages and buttons.

use crate::channel::telegram::bot::Keyboard;
use crate::channel::telegram::button::{Action, Chosen, Seal};
use crate::channel::telegram::keyboard::{self, Labelled, Maker, fitting, rows};
use crate::channel::telegram::text::{self, Paragraph, Style};
use crate::domain::dialog::reply::LineKind;
use crate::domain::dialog::{Position, StepKind, Verb};
use crate::domain::message::Message;
use crate::locale::Locale;
use crate::turn::{App, Outgoing, Rendered, RenderedPrompt};

/// What stands in a chat for one reply.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// The messages in HTML; the last has the buttons.
    pub(super) messages: Vec<String>,
    pub(super) keyboard: Option<Keyboard>,
}

/// A reply that is being laid out for a chat.
pub(super) struct Layout<'a> {
    app: &'a App,
    outgoing: &'a Outgoing,
    locale: &'a Locale,
    maker: Maker<'a>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(app: &'a App, outgoing: &'a Outgoing, seal: &'a Seal, chat: i64) -> Self {
        let maker = Maker {
            seal,
            chat,
            mark: outgoing.mark(),
        };
        Self {
            app,
            outgoing,
            locale: app.offering().locale(&outgoing.locale),
            maker,
        }
    }

    /// The reply as it is sent.
    pub(super) fn page(&self) -> Page {
        let rendered = Rendered::new(&self.outgoing.reply, self.locale);
        let mut paragraphs = told(&rendered);
        if let Some(prompt) = &rendered.prompt {
            paragraphs.extend(asked(prompt));
        }
        let rows = self.rows(rendered.prompt.as_ref(), 0);
        Page {
            messages: text::messages(&paragraphs),
            keyboard: (!rows.is_empty()).then(|| self.maker.keyboard(&rows)),
        }
    }

    /// The buttons while several choices are being made.
    pub(super) fn chosen(&self, chosen: Chosen) -> Keyboard {
        let rendered = Rendered::new(&self.outgoing.reply, self.locale);
        self.maker
            .keyboard(&self.rows(rendered.prompt.as_ref(), chosen))
    }

    /// The days of a month in place of the buttons.
    pub(super) fn calendar(
        &self,
        month: crate::domain::day::Day,
        today: crate::domain::day::Day,
    ) -> Keyboard {
        let mut rows = keyboard::calendar(month, today, self.locale);
        rows.push(vec![(self.say("telegram-close"), Action::Question)]);
        self.maker.keyboard(&rows)
    }

    fn rows(&self, prompt: Option<&RenderedPrompt>, chosen: Chosen) -> Vec<Vec<Labelled>> {
        match prompt {
            Some(prompt) => {
                let mut rows = self.choices(prompt, chosen);
                rows.extend(self.day());
                rows.push(self.verbs(&[Verb::Back, Verb::Help]));
                rows
            }
            None if self.outgoing.position == Position::Assessed => vec![
                self.verbs(&[Verb::Edit]),
                vec![(self.say("telegram-new"), Action::New)],
            ],
            None if self.outgoing.position == Position::Cancelled => {
                vec![vec![(self.say("telegram-new"), Action::New)]]
            }
            None => Vec::new(),
        }
    }

    fn choices(&self, prompt: &RenderedPrompt, chosen: Chosen) -> Vec<Vec<Labelled>> {
        let labels: Vec<String> = labels(prompt);
        if prompt.several {
            return keyboard::several(&labels, chosen, self.say("telegram-done"));
        }
        let choices = (1_u8..=u8::MAX).zip(labels);
        rows(
            choices
                .map(|(number, label)| (label, Action::Choice(number)))
                .collect(),
        )
    }

    /// The way to the calendar, where a day is asked for.
    fn day(&self) -> Option<Vec<Labelled>> {
        let Position::Ask(asked) = &self.outgoing.position else {
            return None;
        };
        let step = self.app.offering().dialog.step(&asked.step)?;
        let last = self.outgoing.session.last_day?;
        matches!(step.kind, StepKind::Date | StepKind::Period)
            .then(|| vec![(self.say("telegram-pick-day"), Action::Month(last))])
    }

    fn verbs(&self, verbs: &[Verb]) -> Vec<Labelled> {
        let labelled = |verb: &Verb| {
            let at = Verb::ALL.iter().position(|one| one == verb);
            let at = at.and_then(|at| u8::try_from(at).ok())?;
            Some((self.say(verb.message()), Action::Verb(at)))
        };
        verbs.iter().filter_map(labelled).collect()
    }

    fn say(&self, id: &'static str) -> String {
        self.locale.render(&Message::new(id))
    }
}

/// The labels of the buttons, numbered where the whole label stands in the message.
fn labels(prompt: &RenderedPrompt) -> Vec<String> {
    if !is_listed(prompt) {
        return prompt.choices.clone();
    }
    let numbered = prompt.choices.iter().zip(1_u8..);
    numbered
        .map(|(label, number)| fitting(&format!("{number}. {label}")).0)
        .collect()
}

/// Whether some label does not fit a button.
fn is_listed(prompt: &RenderedPrompt) -> bool {
    prompt.choices.iter().any(|label| fitting(label).1)
}

fn told(rendered: &Rendered) -> Vec<Paragraph> {
    let lines = rendered.lines.iter().filter(|line| !line.text.is_empty());
    lines
        .map(|line| match line.kind {
            LineKind::Paragraph => Paragraph::new(Style::Plain, &line.text),
            LineKind::Heading => Paragraph::new(Style::Bold, &line.text),
            LineKind::Bullet => Paragraph::new(Style::Plain, format!("• {}", line.text)).close(),
        })
        .collect()
}

fn asked(prompt: &RenderedPrompt) -> Vec<Paragraph> {
    let progress = prompt.progress.iter();
    let mut all: Vec<Paragraph> = progress
        .map(|text| Paragraph::new(Style::Italic, text))
        .collect();
    all.push(Paragraph::new(Style::Bold, &prompt.question));
    if is_listed(prompt) {
        let numbered = prompt.choices.iter().zip(1_u8..);
        all.extend(numbered.map(|(label, number)| {
            Paragraph::new(Style::Plain, format!("{number}. {label}")).close()
        }));
    }
    let hints = prompt.hint.iter();
    all.extend(hints.map(|hint| Paragraph::new(Style::Plain, hint)));
    all
}

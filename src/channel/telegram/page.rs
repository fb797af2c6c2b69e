//! A reply as messages and buttons.

use crate::channel::telegram::bot::Keyboard;
use crate::channel::telegram::button::{Action, Chosen, Seal};
use crate::channel::telegram::keyboard::{self, Labelled, Maker, fitting, rows};
use crate::channel::telegram::text::{self, Paragraph, Style};
use crate::domain::dialog::reply::LineKind;
use crate::domain::dialog::{ItemState, Position, Verb};
use crate::domain::message::Message;
use crate::domain::policy::Policy;
use crate::locale::Locale;
use crate::turn::{App, Outgoing, Rendered, RenderedLine, RenderedOffer, RenderedPrompt};

/// What stands in a chat for one reply.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// The messages in HTML; the last has the buttons.
    pub(super) messages: Vec<String>,
    pub(super) keyboard: Option<Keyboard>,
}

/// A reply that is being laid out for a chat.
pub(super) struct Layout<'a> {
    outgoing: &'a Outgoing,
    policy: &'a Policy,
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
            outgoing,
            policy: &app.offering().policy,
            locale: app.offering().locale(&outgoing.locale),
            maker,
        }
    }

    /// The reply as it is sent.
    pub(super) fn page(&self) -> Page {
        self.page_after(&[])
    }

    /// The reply as it is sent, under something this channel has to say first.
    pub(super) fn page_after(&self, first: &[&'static str]) -> Page {
        let rendered = Rendered::new(&self.outgoing.reply, self.locale);
        let first = first
            .iter()
            .map(|id| Paragraph::new(Style::Plain, self.say(id)));
        let mut paragraphs: Vec<Paragraph> = first.collect();
        paragraphs.extend(self.told(&rendered));
        if let Some(prompt) = &rendered.prompt {
            paragraphs.extend(asked(prompt));
        }
        let rows = self.rows(rendered.prompt.as_ref(), 0);
        Page {
            messages: text::messages(&paragraphs),
            keyboard: (!rows.is_empty()).then(|| self.maker.keyboard(&rows)),
        }
    }

    /// What happened, without what is asked: for a chat that is in another case now.
    pub(super) fn news(&self) -> Page {
        let rendered = Rendered::new(&self.outgoing.reply, self.locale);
        Page {
            messages: text::messages(&self.told(&rendered)),
            keyboard: None,
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
        let Some(prompt) = prompt else {
            return self.rows_at_the_end();
        };
        let mut rows = self.choices(prompt, chosen);
        rows.extend(self.day(prompt));
        rows.push(self.verbs(&[Verb::Back, Verb::Help]));
        rows
    }

    /// The buttons under a result, and under a case that is over.
    fn rows_at_the_end(&self) -> Vec<Vec<Labelled>> {
        let session = &self.outgoing.session;
        let new = vec![(self.say("telegram-new"), Action::New)];
        if session.is_over() || self.outgoing.erased || self.outgoing.case.is_none() {
            return vec![new];
        }
        if session.paused {
            return vec![vec![(self.say("telegram-go-on"), Action::GoOn)], new];
        }
        if self.outgoing.position != Position::Assessed {
            return Vec::new();
        }
        let changes = |state: &ItemState| state.next_change(self.policy).is_some();
        let remind = self.outgoing.states.iter().any(changes) && session.reminder.is_none();
        let mut rows = Vec::new();
        if !self.outgoing.details {
            rows.push(self.verbs(&[Verb::Details]));
        }
        if remind {
            rows.push(self.verbs(&[Verb::Remind]));
        }
        rows.push(self.verbs(&[Verb::Edit]));
        rows.push(new);
        rows
    }

    fn choices(&self, prompt: &RenderedPrompt, chosen: Chosen) -> Vec<Vec<Labelled>> {
        let labels = labels(prompt);
        let numbered = (1_u8..=u8::MAX).zip(prompt.choices.iter().zip(&labels));
        let press = |(number, label): (u8, &String)| (label.clone(), Action::Choice(number));
        if !prompt.several {
            let buttons = numbered.map(|(number, (_, label))| press((number, label)));
            return rows(&buttons.collect::<Vec<_>>());
        }
        let together: Vec<bool> = prompt.choices.iter().map(|one| !one.alone).collect();
        let mut rows = keyboard::several(&labels, &together, chosen);
        let alone = numbered.filter(|(_, (offer, _))| offer.alone && chosen == 0);
        rows.extend(alone.map(|(number, (_, label))| vec![press((number, label))]));
        if chosen != 0 {
            rows.push(vec![(self.say("telegram-done"), Action::Done(chosen))]);
        }
        rows
    }

    /// The way to the calendar, where a day is asked for.
    fn day(&self, prompt: &RenderedPrompt) -> Option<Vec<Labelled>> {
        let last = self.outgoing.session.last_day?;
        let _picks = prompt.picks?;
        Some(vec![(self.say("telegram-pick-day"), Action::Month(last))])
    }

    /// What is told: without its details, or the details alone.
    fn told(&self, rendered: &Rendered) -> Vec<Paragraph> {
        let wanted =
            |line: &&RenderedLine| line.detail == self.outgoing.details && !line.text.is_empty();
        let mut lines: Vec<&RenderedLine> = rendered.lines.iter().filter(wanted).collect();
        if lines.is_empty() {
            lines = rendered
                .lines
                .iter()
                .filter(|line| !line.text.is_empty())
                .collect();
        }
        lines.into_iter().map(paragraph).collect()
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

/// The labels of the buttons, numbered where the whole labels stand in the message.
fn labels(prompt: &RenderedPrompt) -> Vec<String> {
    let listed = is_listed(prompt);
    let numbered = prompt.choices.iter().zip(1_u8..);
    let label = |(offer, number): (&RenderedOffer, u8)| match listed {
        true => fitting(&format!("{number}. {}", offer.button)),
        false => fitting(&offer.button),
    };
    numbered.map(label).collect()
}

/// Whether some button says less than its choice.
fn is_listed(prompt: &RenderedPrompt) -> bool {
    let mut choices = prompt.choices.iter();
    choices.any(|offer| offer.button != offer.text || fitting(&offer.text) != offer.text)
}

fn paragraph(line: &RenderedLine) -> Paragraph {
    match line.kind {
        LineKind::Paragraph => Paragraph::new(Style::Plain, &line.text),
        LineKind::Heading => Paragraph::new(Style::Bold, &line.text),
        LineKind::Bullet => Paragraph::new(Style::Plain, format!("• {}", line.text)).close(),
    }
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
            Paragraph::new(Style::Plain, format!("{number}. {}", label.text)).close()
        }));
    }
    let hints = prompt.hint.iter();
    all.extend(hints.map(|hint| Paragraph::new(Style::Plain, hint)));
    all
}

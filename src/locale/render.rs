//! Putting messages into words: nested messages first, lists and days in the language's own form.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::locale::texts::Texts;

/// One language, ready to speak. Cheap to clone; shared by any number of threads.
#[derive(Debug, Clone)]
pub struct Locale {
    texts: Arc<Texts>,
    reference: Arc<Texts>,
}

impl Locale {
    pub(crate) fn new(texts: Arc<Texts>, reference: Arc<Texts>) -> Self {
        Self { texts, reference }
    }

    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The tag, such as `es-US`.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.texts.tag()
    }

    /// Whether this language itself has the message, or the attribute when `id` is `id.attribute`.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.texts.entries().contains_key(id)
    }

    /// The message in words. What this language cannot say is said in the reference language, and what neither can
    /// say is the id in brackets.
    #[must_use]
    pub fn render(&self, message: &Message) -> String {
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            args.set(*name, self.value(arg));
        }
        self.say(&message.id, &args)
    }

    /// The message in words short enough for a button: its attribute `button`, or else its text.
    #[must_use]
    pub fn button(&self, message: &Message) -> String {
        let short = format!("{}.button", message.id);
        if !self.has(&short) {
            return self.render(message);
        }
        self.render(&Message {
            id: short.into(),
            args: message.args.clone(),
        })
    }

    /// The ways to type something, from the attribute `phrases`, as written; empty when there is none.
    #[must_use]
    pub fn phrases(&self, id: &str) -> Vec<String> {
        self.listed(id, "phrases")
    }

    /// The words by which free text refers to a step, from the attribute `cues`, as written; empty when there is none.
    #[must_use]
    pub fn cues(&self, id: &str) -> Vec<String> {
        self.listed(id, "cues")
    }

    /// The parts of an attribute that lists phrases between `|`, in order; empty when there is no such attribute.
    #[must_use]
    pub fn listed(&self, id: &str, attribute: &str) -> Vec<String> {
        let text = self
            .texts
            .format(&format!("{id}.{attribute}"), &FluentArgs::new());
        text.unwrap_or_default()
            .split('|')
            .map(str::trim)
            .filter(|phrase| !phrase.is_empty())
            .map(Into::into)
            .collect()
    }

    fn say(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.texts
            .format(id, args)
            .or_else(|| self.reference.format(id, args))
            .unwrap_or_else(|| format!("[{id}]"))
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Day(day) => self.date(*day).into(),
            Arg::Message(message) => self.render(message).into(),
            Arg::List(messages) => self.list(messages).into(),
        }
    }

    fn date(&self, day: Day) -> String {
        let date = day.date();
        let mut args = FluentArgs::with_capacity(3);
        args.set("day", i64::from(date.day()));
        args.set("month", i64::from(date.month()));
        args.set("year", i64::from(date.year()));
        self.say("date-long", &args)
    }

    fn list(&self, messages: &[Message]) -> String {
        let mut rest = messages.iter().map(|message| self.render(message));
        let mut joined = rest.next().unwrap_or_default();
        let mut next = rest.next();
        while let Some(item) = next {
            next = rest.next();
            let id = if next.is_some() {
                "list-middle"
            } else {
                "list-end"
            };
            joined = self.join(id, &joined, &item);
        }
        joined
    }

    /// `initial` is there for languages in which the "and" depends on the sound that follows it.
    fn join(&self, id: &str, before: &str, item: &str) -> String {
        let initial: String = item.chars().flat_map(char::to_lowercase).take(1).collect();
        let mut args = FluentArgs::with_capacity(3);
        args.set("before", before.to_owned());
        args.set("item", item.to_owned());
        args.set("initial", initial);
        self.say(id, &args)
    }
}

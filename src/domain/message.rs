//! What is to be said, without its words: a message id of `locales/` and its arguments.

use std::borrow::Cow;

use crate::domain::day::Day;

/// Declares messages with the variables each takes: a table for the check of the locales, and a function for each, so
/// that the compiler notices one that nothing says any more.
macro_rules! messages {
    ($(#[$doc:meta])* $table:ident: $($id:literal $name:ident($($arg:ident),*);)*) => {
        $(#[$doc])*
        pub const $table: &[(&str, &[&str])] = &[$(($id, &[$(stringify!($arg)),*])),*];

        $(
            pub(crate) fn $name($($arg: impl Into<$crate::domain::message::Arg>),*) -> $crate::domain::message::Message {
                $crate::domain::message::Message::new($id)$(.with(stringify!($arg), $arg))*
            }
        )*
    };
}

pub(crate) use messages;

/// A message to be put into words by the locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The id in the locale's files; `id.attribute` names an attribute of a message.
    pub id: Cow<'static, str>,
    /// The variables the message takes.
    pub args: Vec<(&'static str, Arg)>,
}

/// The value of a message's variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A code that is the same in every language: a level, a case reference, a citation.
    Text(String),
    /// A number, formatted by the locale; also selects plural forms.
    Number(i64),
    /// A day, formatted by the locale.
    Day(Day),
    /// Another message, rendered first.
    Message(Box<Message>),
    /// Several messages, joined by the locale's list form.
    List(Vec<Message>),
}

impl Message {
    /// A message without variables.
    #[must_use]
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.into(),
            args: Vec::new(),
        }
    }

    /// The same with one variable more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<Vec<Message>> for Arg {
    fn from(messages: Vec<Message>) -> Self {
        Self::List(messages)
    }
}

//! A chat with nobody behind it: an update is decided and laid out as the bot does it, and nothing is sent. For replays.

use std::path::Path;

use secrecy::SecretString;
use teloxide_core::types::{CallbackQueryId, ChatId, InlineKeyboardButtonKind, MessageId};

use crate::channel::telegram::bot::Keyboard;
use crate::channel::telegram::button::{Action, Button};
use crate::channel::telegram::desk::{Desk, Setup, channel};
use crate::channel::telegram::page::Page;
use crate::channel::telegram::received::{Press, Received, What};
use crate::channel::telegram::sender::Job;
use crate::channel::telegram::text::escaped;
use crate::channel::telegram::{Clock, Dead, Stop};
use crate::domain::day::Day;
use crate::store::{ChannelKey, UnixSeconds};
use crate::turn::{App, Mark, Outgoing, Rendered};

/// The chat in which it takes place.
const CHAT: ChatId = ChatId(1);

/// What comes from the chat.
#[derive(Debug, Clone, Copy)]
pub enum Brought<'a> {
    /// Somebody opens the chat, with the reference of a case or without.
    Start(Option<&'a str>),
    /// A text.
    Text(&'a str),
    /// The button of the choice of this number, from 1, under the question of this mark.
    Choice(Mark, u8),
}

/// What an update comes to.
pub struct Rehearsed {
    /// The reply.
    pub outgoing: Outgoing,
    /// What of the reply stands in no message, and which of its choices no button makes.
    pub missing: Vec<String>,
}

/// Updates as they would come to a bot.
#[derive(Clone, Copy)]
pub struct Rehearsal<'a> {
    /// The application.
    pub app: &'a App,
    /// The language of the one who writes.
    pub locale: &'a str,
    /// Today.
    pub today: Day,
}

impl Rehearsal<'_> {
    /// The channel of the chat; nothing never comes.
    #[must_use]
    pub fn channel() -> Option<ChannelKey> {
        channel(CHAT)
    }

    /// Decides an update of this number, and lays out what is said; nothing when no turn comes of it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn decide(&self, update: u32, brought: Brought<'_>) -> Result<Option<Rehearsed>, Stop> {
        let desk = self.desk();
        let what = match brought {
            Brought::Start(None) => text("/start"),
            Brought::Start(Some(case)) => text(&format!("/start {case}")),
            Brought::Text(said) => text(said),
            Brought::Choice(mark, number) => What::Press(Press {
                query: CallbackQueryId(update.to_string()),
                data: desk.seal.write(
                    CHAT.0,
                    Button {
                        mark,
                        action: Action::Choice(number),
                    },
                ),
                message: None,
            }),
        };
        let decided = desk.together(&[Received {
            update,
            chat: CHAT,
            language: Some(self.locale.to_owned()),
            what,
        }]);
        if let Some(stop) = decided.stop {
            return Err(stop);
        }
        let mut replies = decided.jobs.into_iter().filter_map(|(_, job)| match job {
            Job::Reply(reply) => Some(reply),
            _ => None,
        });
        Ok(replies.next_back().map(|reply| Rehearsed {
            missing: missing(&desk, &reply.outgoing, &reply.page),
            outgoing: reply.outgoing,
        }))
    }

    /// A desk to which everybody may come.
    fn desk(&self) -> Desk {
        let clock = Clock {
            today: || Day::ORIGIN,
            now: || UnixSeconds(0),
            hour: || 0,
        };
        let setup = Setup {
            app: self.app.clone(),
            access: None,
            locale: self.locale.to_owned(),
            clock,
            today: Some(self.today),
            messages_per_minute: 0,
            dead: Dead::new(Path::new(""), clock.now),
        };
        Desk::new(setup, &SecretString::from("0:rehearsal"))
    }
}

fn text(said: &str) -> What {
    What::Text(said.to_owned(), MessageId(0))
}

/// The lines that stand in no message, and the choices that no button makes.
fn missing(desk: &Desk, outgoing: &Outgoing, page: &Page) -> Vec<String> {
    let rendered = Rendered::new(
        &outgoing.reply,
        desk.app.offering().locale(&outgoing.locale),
    );
    let whole = squeezed(&page.messages.join(" "));
    let shows = |text: &&String| !whole.contains(&squeezed(&escaped(text)));
    let here = rendered
        .lines
        .iter()
        .filter(|line| line.detail == outgoing.details);
    let mut texts: Vec<&String> = here.map(|line| &line.text).collect();
    let prompt = rendered.prompt.as_ref();
    texts.extend(prompt.map(|prompt| &prompt.question));
    texts.extend(prompt.and_then(|prompt| prompt.hint.as_ref()));
    let mut missing: Vec<String> = texts.into_iter().filter(shows).cloned().collect();
    let data: Vec<&str> = page.keyboard.as_ref().map(pressed).unwrap_or_default();
    let choices = prompt.map(|prompt| (prompt.several, &prompt.choices));
    let (several, choices) = choices.map_or((false, &[][..]), |(several, all)| (several, all));
    for (number, offer) in (1_u8..).zip(choices) {
        let action = match several && !offer.alone {
            true => Action::Chosen(
                1_u32
                    .checked_shl(u32::from(number.saturating_sub(1)))
                    .unwrap_or(0),
            ),
            false => Action::Choice(number),
        };
        let button = Button {
            mark: outgoing.mark(),
            action,
        };
        if !data.contains(&desk.seal.write(CHAT.0, button).as_str()) {
            missing.push(format!("[{}]", offer.text));
        }
    }
    missing
}

/// What the buttons carry.
fn pressed(keyboard: &Keyboard) -> Vec<&str> {
    let buttons = keyboard.inline_keyboard.iter().flatten();
    let data = buttons.filter_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => Some(data.as_str()),
        _ => None,
    });
    data.collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

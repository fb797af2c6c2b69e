//! An office with Telegram on its phone: it types, it presses what it sees, and it waits for what is said.

use std::time::Duration;

use crate::telegram::fake::{Button, Deed, Fake, Said, Thing};

/// How long an office waits before it says that nothing came.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// An office in its chat with the bot.
#[derive(Clone, Copy)]
pub(crate) struct Office<'f> {
    pub(crate) fake: &'f Fake,
    /// The chat; in a private one this is the person as well.
    pub(crate) chat: i64,
}

impl<'f> Office<'f> {
    pub(crate) fn new(fake: &'f Fake, chat: i64) -> Self {
        Self { fake, chat }
    }

    /// An office whose app speaks this language.
    pub(crate) fn speaking(fake: &'f Fake, chat: i64, language: Option<&str>) -> Self {
        fake.world().chat(chat).language = language.map(str::to_owned);
        Self { fake, chat }
    }

    /// Types a text. Gives the message's id.
    pub(crate) fn types(&self, text: &str) -> i32 {
        self.fake.types(self.chat, self.user(), text)
    }

    /// Sends something that is no text.
    pub(crate) fn sends(&self, thing: Thing) -> i32 {
        self.fake.sends(self.chat, thing, None)
    }

    /// Gives a message other words after it was sent.
    pub(crate) fn edits(&self, id: i32, text: &str) {
        self.fake.edits(self.chat, id, text);
    }

    /// Presses the button that begins so, under the newest message that has buttons. Gives the press's id.
    pub(crate) fn presses(&self, label: &str) -> String {
        let (id, data) = self.button(label);
        self.fake.presses(self.chat, self.user(), id, &data)
    }

    /// Presses a button twice before anything can happen.
    pub(crate) fn presses_twice(&self, label: &str) -> [String; 2] {
        let (id, data) = self.button(label);
        let press = || self.fake.presses(self.chat, self.user(), id, &data);
        [press(), press()]
    }

    /// Presses a button as it once was, under a message as it once stood.
    pub(crate) fn presses_again(&self, said: &Said, label: &str) -> String {
        let data = data_of(&said.keyboard, label);
        let data = data.unwrap_or_else(|| panic!("no button `{label}` in {said:#?}"));
        self.fake.presses(self.chat, self.user(), said.id, &data)
    }

    /// An app that is not the real one says that a button with this data was pressed.
    pub(crate) fn forges(&self, id: i32, data: &str) -> String {
        self.fake.presses(self.chat, self.user(), id, data)
    }

    /// The newest message with such a button, and what a press gives back.
    pub(crate) fn button(&self, label: &str) -> (i32, String) {
        let found = |chat: &crate::telegram::fake::Chat| {
            let post = chat.offering()?;
            Some((post.id, data_of(&post.keyboard, label)?))
        };
        let found = self.fake.wait(self.chat, PATIENCE, found);
        found.unwrap_or_else(|| panic!("no button `{label}`: {:#?}", self.history()))
    }

    /// How many messages the bot has sent here.
    pub(crate) fn count(&self) -> usize {
        self.fake.world().chat(self.chat).sent().count()
    }

    /// All that was said here.
    pub(crate) fn history(&self) -> Vec<Said> {
        self.fake.world().chat(self.chat).said.clone()
    }

    /// The message of this number from the bot, counted from 0, once it is there.
    pub(crate) fn message(&self, number: usize) -> Said {
        let sent = self
            .fake
            .wait(self.chat, PATIENCE, |chat| chat.sent().nth(number).cloned());
        sent.unwrap_or_else(|| panic!("nothing came: {:#?}", self.history()))
    }

    /// Does something and gives the next message from the bot.
    pub(crate) fn after<T>(&self, deed: impl FnOnce(&Self) -> T) -> Said {
        let count = self.count();
        deed(self);
        self.message(count)
    }

    /// Types a text and gives the next message from the bot.
    pub(crate) fn says(&self, text: &str) -> Said {
        self.after(|office| office.types(text))
    }

    /// Presses a button and gives the next message from the bot.
    pub(crate) fn chooses(&self, label: &str) -> Said {
        self.after(|office| office.presses(label))
    }

    /// Waits until a press was answered, and gives what was said over the button.
    pub(crate) fn answer_to(&self, press: &str) -> String {
        let look = |world: &crate::telegram::fake::World| {
            let press = world.presses.get(press)?;
            press.answer.clone()
        };
        let answer = self.fake.wait_for(PATIENCE, look);
        answer.unwrap_or_else(|| panic!("the press was not answered: {:#?}", self.history()))
    }

    /// What a message says now; nothing once it is gone.
    pub(crate) fn stands(&self, id: i32) -> Option<String> {
        let mut world = self.fake.world();
        let post = world.chat(self.chat).posts.get(&id)?;
        Some(post.text.clone())
    }

    /// What was done with messages here, other than by the office.
    pub(crate) fn deeds(&self) -> Vec<Deed> {
        let history = self.history().into_iter().map(|said| said.deed);
        history.filter(|deed| *deed != Deed::Heard).collect()
    }

    /// In a group the office is somebody in it.
    fn user(&self) -> i64 {
        self.chat.abs()
    }
}

fn data_of(keyboard: &[Vec<Button>], label: &str) -> Option<String> {
    let mut buttons = keyboard.iter().flatten();
    let button = buttons.find(|button| button.text.contains(label))?;
    button.data.clone()
}

/// A text in which every case reference is the same.
pub(crate) fn masked(text: &str) -> String {
    let symbol = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit();
    let is_reference = |word: &str| {
        let halves = word.split_once('-');
        halves.is_some_and(|(one, other)| {
            [one, other]
                .iter()
                .all(|half| half.len() == 4 && half.chars().all(symbol))
        })
    };
    let mut masked = String::new();
    for piece in text.split_inclusive(|one: char| !(one == '-' || one.is_alphanumeric())) {
        let word = piece.trim_end_matches(|one: char| !one.is_alphanumeric());
        match is_reference(word) {
            true => masked.push_str(&piece.replace(word, "####-####")),
            false => masked.push_str(piece),
        }
    }
    masked
}

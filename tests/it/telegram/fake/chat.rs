//! A chat: who is in it, what stands in it, and all that was ever said in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use tokio::sync::Notify;

use super::keyboard;

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Button {
    pub(crate) text: String,
    /// What a press of it gives back.
    pub(crate) data: Option<String>,
    pub(crate) url: Option<String>,
}

/// A message that stands in a chat.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) id: i32,
    /// Who wrote it; the bot when nobody.
    pub(crate) user: Option<i64>,
    /// What people read: without tags.
    pub(crate) text: String,
    /// What is marked in it: the kind, the beginning and the length of each mark, in UTF-16 units.
    pub(crate) marks: Vec<(String, usize, usize)>,
    pub(crate) keyboard: Vec<Vec<Button>>,
    /// Whether it can neither be forwarded nor saved.
    pub(crate) protected: bool,
    /// When it was sent, in seconds since 1970 on the server's clock.
    pub(crate) date: i64,
}

/// What was done with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The bot sent it.
    Sent,
    /// The bot gave it other words or other buttons.
    Edited,
    /// The bot removed it.
    Deleted,
    /// The bot answered a press on it.
    Answered,
    /// Somebody in the chat wrote it.
    Heard,
}

/// One thing that happened in a chat. These are never forgotten.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) at: Instant,
    pub(crate) deed: Deed,
    /// The message it happened to.
    pub(crate) id: i32,
    pub(crate) text: String,
    pub(crate) keyboard: Vec<Vec<Button>>,
}

/// A chat.
#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    /// The language of the office's app.
    pub(crate) language: Option<String>,
    /// Whether somebody in it ever wrote to the bot, who cannot begin.
    pub(crate) begun: bool,
    /// Whether the bot is blocked in it.
    pub(crate) blocked: bool,
    pub(crate) posts: BTreeMap<i32, Post>,
    pub(crate) said: Vec<Said>,
    /// Where in it stands what the bot sent.
    sent: Vec<usize>,
    stirred: Arc<Notify>,
}

impl Chat {
    pub(crate) fn new(id: i64) -> Self {
        Self {
            id,
            language: Some("en".to_owned()),
            begun: false,
            blocked: false,
            posts: BTreeMap::new(),
            said: Vec::new(),
            sent: Vec::new(),
            stirred: Arc::new(Notify::new()),
        }
    }

    /// Groups have negative ids.
    pub(crate) fn is_group(&self) -> bool {
        self.id < 0
    }

    pub(crate) fn stirred(&self) -> Arc<Notify> {
        Arc::clone(&self.stirred)
    }

    /// What the bot sent, in order, each as it was when it was sent.
    pub(crate) fn sent(&self) -> impl DoubleEndedIterator<Item = &Said> + ExactSizeIterator {
        self.sent.iter().map(|at| &self.said[*at])
    }

    /// The newest message that has buttons now.
    pub(crate) fn offering(&self) -> Option<&Post> {
        let mut posts = self.posts.values().rev();
        posts.find(|post| !post.keyboard.is_empty())
    }

    /// Writes down what happened and wakes those who wait for it.
    pub(crate) fn note(&mut self, deed: Deed, id: i32, text: &str, keyboard: &[Vec<Button>]) {
        if deed == Deed::Sent {
            self.sent.push(self.said.len());
        }
        self.said.push(Said {
            at: Instant::now(),
            deed,
            id,
            text: text.to_owned(),
            keyboard: keyboard.to_vec(),
        });
        self.stirred.notify_waiters();
    }

    pub(crate) fn json(&self) -> Value {
        if self.is_group() {
            return json!({"id": self.id, "type": "supergroup", "title": "A group"});
        }
        json!({"id": self.id, "type": "private", "first_name": "Office"})
    }

    /// Somebody, as the bot is told of them.
    pub(crate) fn user(&self, id: i64) -> Value {
        let mut user = json!({"id": id, "is_bot": false, "first_name": "Office"});
        if let Some(language) = &self.language {
            user["language_code"] = json!(language);
        }
        user
    }

    /// A message of the chat, as the bot is told of it.
    pub(crate) fn message(&self, post: &Post, bot: &Value) -> Value {
        let from = post
            .user
            .map_or_else(|| bot.clone(), |user| self.user(user));
        let mut message = json!({
            "message_id": post.id,
            "date": post.date,
            "chat": self.json(),
            "from": from,
            "text": post.text,
        });
        if !post.marks.is_empty() {
            let mark = |(kind, at, length): &(String, usize, usize)| json!({"type": kind, "offset": at, "length": length});
            message["entities"] = post.marks.iter().map(mark).collect();
        }
        if !post.keyboard.is_empty() {
            message["reply_markup"] = keyboard::markup(&post.keyboard);
        }
        if post.protected {
            message["has_protected_content"] = json!(true);
        }
        message
    }
}

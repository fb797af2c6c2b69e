//! What people do in their chats, and what the bot is told of it.

use std::time::Instant;

use serde_json::{Value, json};

use super::Fake;
use super::chat::{Chat, Deed, Post};
use super::world::{Press, World};

/// What people send besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    Photo,
    Voice,
    Sticker,
    Location,
    Document,
    Contact,
}

impl Thing {
    pub(crate) const ALL: [Self; 6] = [
        Self::Photo,
        Self::Voice,
        Self::Sticker,
        Self::Location,
        Self::Document,
        Self::Contact,
    ];

    fn named(self) -> (&'static str, Value) {
        let file = json!({"file_id": "AgAD-file", "file_unique_id": "unique"});
        let with = |more: Value| {
            let mut file = file.clone();
            if let (Some(file), Some(more)) = (file.as_object_mut(), more.as_object()) {
                file.extend(more.clone());
            }
            file
        };
        match self {
            Self::Photo => (
                "photo",
                json!([with(json!({"width": 90, "height": 60, "file_size": 1000}))]),
            ),
            Self::Voice => (
                "voice",
                with(json!({"duration": 3, "mime_type": "audio/ogg", "file_size": 1000})),
            ),
            Self::Sticker => (
                "sticker",
                with(json!({
                    "type": "regular", "width": 512, "height": 512, "is_animated": false,
                    "is_video": false, "emoji": "👍", "file_size": 1000,
                })),
            ),
            Self::Location => ("location", json!({"latitude": 39.29, "longitude": -76.61})),
            Self::Document => (
                "document",
                with(
                    json!({"file_name": "mri.pdf", "mime_type": "application/pdf", "file_size": 1000}),
                ),
            ),
            Self::Contact => (
                "contact",
                json!({"phone_number": "+14105550123", "first_name": "Somebody"}),
            ),
        }
    }
}

impl Fake {
    /// Somebody types a text. Gives the message's id.
    pub(crate) fn types(&self, chat: i64, user: i64, text: &str) -> i32 {
        self.change(|world| {
            let (post, bot) = (written(world, chat, user, text), world.bot());
            let place = world.chat(chat);
            let mut message = place.message(&post, &bot);
            if let Some(command) = text.strip_prefix('/') {
                let word = command.split_whitespace().next().unwrap_or_default();
                let length = word.encode_utf16().count() + 1;
                message["entities"] =
                    json!([{"type": "bot_command", "offset": 0, "length": length}]);
            }
            let id = post.id;
            place.posts.insert(id, post);
            world.queue.push(chat, "message", message);
            id
        })
    }

    /// Somebody sends something else, with words under it or without. Gives the message's id.
    pub(crate) fn sends(&self, chat: i64, thing: Thing, caption: Option<&str>) -> i32 {
        self.change(|world| {
            let (post, bot) = (written(world, chat, chat, ""), world.bot());
            let place = world.chat(chat);
            let mut message = place.message(&post, &bot);
            let (name, body) = thing.named();
            message[name] = body;
            if let Some(fields) = message.as_object_mut() {
                fields.remove("text");
            }
            if let Some(caption) = caption {
                message["caption"] = json!(caption);
            }
            let id = post.id;
            place.posts.insert(id, post);
            world.queue.push(chat, "message", message);
            id
        })
    }

    /// Somebody gives a message of theirs other words.
    pub(crate) fn edits(&self, chat: i64, id: i32, text: &str) {
        self.change(|world| {
            let (bot, now) = (world.bot(), world.now());
            let place = world.chat(chat);
            let Some(post) = place.posts.get_mut(&id) else {
                return;
            };
            text.clone_into(&mut post.text);
            let post = post.clone();
            place.note(Deed::Heard, id, text, &[]);
            let mut message = place.message(&post, &bot);
            message["edit_date"] = json!(now);
            world.queue.push(chat, "edited_message", message);
        });
    }

    /// Somebody's app says that a button under a message was pressed, which may be true. Gives the press's id.
    pub(crate) fn presses(&self, chat: i64, user: i64, id: i32, data: &str) -> String {
        self.change(|world| {
            let press = format!("{}{}", 4_000_000_000_u64, world.presses.len());
            let body = pressed(world, (chat, user, id), &press, data);
            world.presses.insert(
                press.clone(),
                Press {
                    chat,
                    message: id,
                    at: Instant::now(),
                    answer: None,
                },
            );
            world.queue.push(chat, "callback_query", body);
            press
        })
    }

    /// Somebody blocks the bot, or lets it in again.
    pub(crate) fn blocks(&self, chat: i64, blocked: bool) {
        self.change(|world| {
            let (bot, now) = (world.bot(), world.now());
            let place = world.chat(chat);
            place.blocked = blocked;
            let member = |kicked: bool| match kicked {
                true => json!({"user": bot, "status": "kicked", "until_date": 0}),
                false => json!({"user": bot, "status": "member"}),
            };
            let body = json!({
                "chat": place.json(), "from": place.user(chat), "date": now,
                "old_chat_member": member(!blocked), "new_chat_member": member(blocked),
            });
            world.queue.push(chat, "my_chat_member", body);
        });
    }

    fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        change(&mut self.world())
    }
}

fn pressed(world: &mut World, at: (i64, i64, i32), press: &str, data: &str) -> Value {
    let (chat, user, id) = at;
    let bot = world.bot();
    let place = world.chat(chat);
    let message = match place.posts.get(&id) {
        Some(post) => place.message(post, &bot),
        // What is gone is told without its words.
        None => json!({"message_id": id, "date": 0, "chat": place.json()}),
    };
    json!({
        "id": press, "from": place.user(user), "message": message,
        "chat_instance": chat.to_string(), "data": data,
    })
}

/// A new message of somebody, which also lets the bot write to them from now on.
fn written(world: &mut World, chat: i64, user: i64, text: &str) -> Post {
    let (id, date) = (world.message_id(), world.now());
    let place: &mut Chat = world.chat(chat);
    place.begun = true;
    place.note(Deed::Heard, id, text, &[]);
    Post {
        id,
        user: Some(user),
        text: text.to_owned(),
        marks: Vec::new(),
        keyboard: Vec::new(),
        protected: false,
        date,
    }
}

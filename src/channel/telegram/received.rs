//! An update, as far as anybody here looks at it. Names, and what files hold, are left where they are.

use teloxide_core::types::{
    CallbackQuery, CallbackQueryId, ChatId, MaybeInaccessibleMessage, MediaKind, Message,
    MessageId, MessageKind, Update, UpdateKind, User,
};

use serde::Deserialize;
use serde_json::Value;

use crate::channel::telegram::sender::Pressed;

/// What came from a chat.
#[derive(Debug, Clone)]
pub(super) struct Received {
    /// The number of the update.
    pub(super) update: u32,
    pub(super) chat: ChatId,
    /// The language the sender's device speaks.
    pub(super) language: Option<String>,
    pub(super) what: What,
}

/// What it is.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// Something typed, and the message it stands in.
    Text(String, MessageId),
    /// A button.
    Press(Press),
    /// Something that cannot be looked at.
    Sent(Kind, MessageId),
    /// A message was changed after it was sent, to this.
    Edited(String, MessageId),
    /// It comes from a group or a channel.
    NotPrivate,
    /// The chat was opened to the bot again, or closed; or nothing that asks for an answer.
    Nothing,
}

/// A button that was pressed.
#[derive(Debug, Clone)]
pub(super) struct Press {
    pub(super) query: CallbackQueryId,
    pub(super) data: String,
    pub(super) message: Option<Pressed>,
}

/// What kind of thing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A picture, a file, a film.
    File,
    /// Something spoken.
    Voice,
    /// A place on a map, a contact, and the like.
    Other,
}

impl Received {
    /// What there is to see of an update; nothing when it comes from nobody.
    pub(super) fn of(raw: &Value) -> Option<Self> {
        let number = u32::try_from(raw.get("update_id")?.as_i64()?).ok()?;
        let Ok(update) = Update::deserialize(raw) else {
            return Self::rescued(number, raw);
        };
        match update.kind {
            UpdateKind::Message(message) | UpdateKind::EditedMessage(message)
                if matches!(message.kind, MessageKind::Empty {}) =>
            {
                Self::rescued(number, raw)
            }
            UpdateKind::Message(message) => Some(Self::message(number, &message)),
            UpdateKind::EditedMessage(message) => {
                let text = message.text().or(message.caption()).unwrap_or_default();
                let edited = What::Edited(text.to_owned(), message.id);
                Some(Self::about(number, &message, edited))
            }
            UpdateKind::ChannelPost(message) => {
                Some(Self::about(number, &message, What::NotPrivate))
            }
            UpdateKind::CallbackQuery(query) => Some(Self::press(number, query)),
            UpdateKind::Error(_) => Self::rescued(number, raw),
            _ => None,
        }
    }

    /// A message that the library cannot read, as Telegram's newest kinds of it: what is known of every message is there all
    /// the same, and nobody is left without an answer.
    fn rescued(update: u32, raw: &Value) -> Option<Self> {
        let edited = raw.get("edited_message");
        let message = raw.get("message").or(edited)?;
        let number = |value: &Value| i32::try_from(value.as_i64()?).ok();
        let id = MessageId(message.get("message_id").and_then(number)?);
        let chat = message.get("chat")?;
        let private = chat.get("type").and_then(Value::as_str) == Some("private");
        let said = |name| message.get(name).and_then(Value::as_str).map(str::to_owned);
        let from = message.get("from");
        let language = from.and_then(|from| from.get("language_code")?.as_str());
        let what = match said("text") {
            _ if !private => What::NotPrivate,
            text if edited.is_some() => What::Edited(text.unwrap_or_default(), id),
            Some(text) => What::Text(text, id),
            None => What::Sent(Kind::File, id),
        };
        Some(Self {
            update,
            chat: ChatId(chat.get("id")?.as_i64()?),
            language: language.map(str::to_owned),
            what,
        })
    }

    fn about(update: u32, message: &Message, what: What) -> Self {
        let private = message.chat.is_private();
        Self {
            update,
            chat: message.chat.id,
            language: message.from.as_ref().and_then(language),
            what: if private { what } else { What::NotPrivate },
        }
    }

    fn message(update: u32, message: &Message) -> Self {
        let what = match (message.text(), kind(message)) {
            (Some(text), _) => What::Text(text.to_owned(), message.id),
            (None, Some(kind)) => What::Sent(kind, message.id),
            (None, None) => What::Nothing,
        };
        Self::about(update, message, what)
    }

    fn press(update: u32, query: CallbackQuery) -> Self {
        let language = language(&query.from);
        // A private chat has the number of the person in it.
        let own = ChatId(i64::try_from(query.from.id.0).unwrap_or(0));
        let chat = query
            .message
            .as_ref()
            .map_or(own, |message| message.chat().id);
        let message = query.message.and_then(|message| match message {
            MaybeInaccessibleMessage::Regular(message) => pressed(&message),
            MaybeInaccessibleMessage::Inaccessible(_) => None,
        });
        let press = Press {
            query: query.id,
            data: query.data.unwrap_or_default(),
            message,
        };
        Self {
            update,
            chat,
            language,
            what: if chat == own {
                What::Press(press)
            } else {
                What::NotPrivate
            },
        }
    }
}

fn language(user: &User) -> Option<String> {
    user.language_code.clone()
}

fn pressed(message: &Message) -> Option<Pressed> {
    Some(Pressed {
        id: message.id,
        text: message.text()?.to_owned(),
        entities: message.entities().unwrap_or_default().to_vec(),
    })
}

/// What kind of thing a message without text is; nothing when it only tells of an event.
fn kind(message: &Message) -> Option<Kind> {
    let MessageKind::Common(common) = &message.kind else {
        return None;
    };
    Some(match common.media_kind {
        MediaKind::Voice(_) | MediaKind::VideoNote(_) | MediaKind::Audio(_) => Kind::Voice,
        MediaKind::Photo(_)
        | MediaKind::Document(_)
        | MediaKind::Video(_)
        | MediaKind::Animation(_) => Kind::File,
        _ => Kind::Other,
    })
}

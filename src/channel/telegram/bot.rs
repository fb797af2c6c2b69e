//! The Bot API, as far as this channel calls it. No error that leaves here has a token or anybody's words in it.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::Value;
use teloxide_core::net::default_reqwest_settings;
use teloxide_core::payloads::{
    AnswerCallbackQuerySetters, EditMessageReplyMarkupSetters, EditMessageTextSetters,
    SendMessageSetters, SetMyCommandsSetters, SetWebhookSetters,
};
use teloxide_core::requests::{JsonRequest, Payload, Requester};
use teloxide_core::types::{
    AllowedUpdate, BotCommand, CallbackQueryId, ChatId, InlineKeyboardMarkup, MessageEntity,
    MessageId, ParseMode,
};
use teloxide_core::{ApiError, Bot, RequestError};
use url::Url;

/// How long a call may take, when it does not wait for updates.
const CALL: Duration = Duration::from_secs(15);

/// What updates are asked for.
const WANTED: [AllowedUpdate; 5] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::ChannelPost,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// What is asked for when updates are: each is given as it came, because the library forgets what it cannot read.
#[derive(Serialize)]
struct Updates {
    offset: i32,
    limit: u8,
    /// In seconds.
    timeout: u64,
    allowed_updates: [AllowedUpdate; 5],
}

impl Payload for Updates {
    type Output = Vec<Value>;
    const NAME: &'static str = "GetUpdates";
}

/// Why a call did not succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Too much at once: again after this time.
    Wait(Duration),
    /// The chat cannot be written to: the bot was blocked, or the account is gone.
    Unreachable,
    /// What was to be done is so already, or came too late to matter.
    Settled,
    /// The token is not one of a bot.
    NotABot,
    /// Somebody else asks for this bot's updates.
    Conflict,
    /// Telegram refuses it and would refuse it again.
    Refused,
    /// It answers with updates that cannot be read; the number of the first of them, where one is found.
    Unreadable(Option<i64>),
    /// Telegram cannot be reached, or has a fault of its own.
    Unavailable(&'static str),
}

impl Trouble {
    fn of(error: &RequestError) -> Self {
        match error {
            RequestError::RetryAfter(seconds) => Self::Wait(seconds.duration()),
            RequestError::MigrateToChatId(_) => Self::Unreachable,
            RequestError::Network(fault) if fault.is_timeout() => {
                Self::Unavailable("no answer in time")
            }
            RequestError::Network(fault) if fault.is_connect() => {
                Self::Unavailable("no connection")
            }
            RequestError::Network(_) => Self::Unavailable("the connection broke"),
            // It was done; what is told of it is of no use.
            RequestError::InvalidJson { raw, .. } if is_done(raw) => Self::Settled,
            RequestError::InvalidJson { .. } => Self::Unavailable("an answer that is not JSON"),
            RequestError::Io(_) => Self::Unavailable("a fault of this machine"),
            RequestError::Api(fault) => Self::told(fault),
        }
    }

    fn told(fault: &ApiError) -> Self {
        match fault {
            ApiError::BotBlocked
            | ApiError::UserDeactivated
            | ApiError::ChatNotFound
            | ApiError::BotKicked
            | ApiError::BotKickedFromSupergroup
            | ApiError::CantInitiateConversation
            | ApiError::CantTalkWithBots => Self::Unreachable,
            ApiError::MessageNotModified
            | ApiError::InvalidQueryId
            | ApiError::MessageToEditNotFound
            | ApiError::MessageToDeleteNotFound
            | ApiError::MessageCantBeDeleted
            | ApiError::MessageCantBeEdited
            | ApiError::MessageIdInvalid => Self::Settled,
            ApiError::InvalidToken => Self::NotABot,
            ApiError::TerminatedByOtherGetUpdates | ApiError::CantGetUpdates => Self::Conflict,
            ApiError::Unknown(text) => Self::unknown(text),
            _ => Self::Refused,
        }
    }

    /// Telegram's own words are looked at and not kept: they may repeat ours.
    fn unknown(text: &str) -> Self {
        let text = text.to_ascii_lowercase();
        let says = |part: &str| text.contains(part);
        if says("conflict") {
            Self::Conflict
        } else if says("unauthorized") || text == "not found" {
            Self::NotABot
        } else if says("forbidden") {
            Self::Unreachable
        } else if says("query is too old") || says("not modified") || says("can't be deleted") {
            Self::Settled
        } else if says("internal server error") || says("bad gateway") || says("timeout") {
            Self::Unavailable("a fault at Telegram")
        } else {
            Self::Refused
        }
    }
}

/// Whether an answer that cannot be read says that what was asked for was done.
fn is_done(raw: &str) -> bool {
    let said: String = raw
        .chars()
        .filter(|one| !one.is_whitespace())
        .take(10)
        .collect();
    said == "{\"ok\":true"
}

/// The number that follows a name in an answer that cannot be read.
fn number_after(raw: &str, name: &str) -> Option<i64> {
    let (_, rest) = raw.split_once(name)?;
    let mut parts = rest.trim_start().split(|one: char| !one.is_ascii_digit());
    parts.next()?.parse().ok()
}

/// A keyboard under a message.
pub(super) type Keyboard = InlineKeyboardMarkup;

/// The bot.
#[derive(Clone)]
pub(super) struct Telegram {
    /// For calls that answer at once.
    calls: Bot,
    /// For waiting for updates.
    polls: Bot,
}

/// Why there is no bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the encryption of connections cannot be set up")]
pub struct NoBot;

impl Telegram {
    /// A bot with this token, at an address of the Bot API where it is not the usual one.
    pub(super) fn new(
        token: &SecretString,
        api: Option<&Url>,
        wait: Duration,
    ) -> Result<Self, NoBot> {
        let bot = |timeout: Duration| {
            let client = default_reqwest_settings().timeout(timeout).build();
            let bot = Bot::with_client(token.expose_secret(), client.map_err(|_| NoBot)?);
            Ok(match api {
                Some(api) => bot.set_api_url(api.clone()),
                None => bot,
            })
        };
        Ok(Self {
            calls: bot(CALL)?,
            polls: bot(wait.saturating_add(CALL))?,
        })
    }

    /// The name of the bot.
    pub(super) async fn name(&self) -> Result<String, Trouble> {
        let me = self.calls.get_me().await;
        me.map(|me| me.username().to_owned())
            .map_err(|fault| Trouble::of(&fault))
    }

    /// The updates from that number on, waiting for the first. Those before it are confirmed by asking.
    pub(super) async fn updates(
        &self,
        offset: i32,
        limit: u8,
        wait: Duration,
    ) -> Result<Vec<Value>, Trouble> {
        let asked = Updates {
            offset,
            limit,
            timeout: wait.as_secs(),
            allowed_updates: WANTED,
        };
        JsonRequest::new(self.polls.clone(), asked)
            .await
            .map_err(|fault| match &fault {
                RequestError::InvalidJson { raw, .. } if is_done(raw) => {
                    Trouble::Unreadable(number_after(raw, "\"update_id\":"))
                }
                fault => Trouble::of(fault),
            })
    }

    /// Has updates brought to an address.
    pub(super) async fn bring_to(&self, url: Url, secret: &SecretString) -> Result<(), Trouble> {
        let request = self.calls.set_webhook(url).allowed_updates(WANTED);
        let set = request.secret_token(secret.expose_secret()).await;
        set.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Sends a message; its number.
    pub(super) async fn send(
        &self,
        chat: ChatId,
        html: &str,
        keyboard: Option<Keyboard>,
    ) -> Result<MessageId, Trouble> {
        let mut request = self
            .calls
            .send_message(chat, html)
            .parse_mode(ParseMode::Html)
            .protect_content(true);
        if let Some(keyboard) = keyboard {
            request = request.reply_markup(keyboard);
        }
        let sent = request.await;
        match sent.map(|message| message.id) {
            Err(RequestError::InvalidJson { raw, .. }) if is_done(&raw) => {
                let id = number_after(&raw, "\"message_id\":");
                let id = id.and_then(|id| i32::try_from(id).ok());
                id.map(MessageId).ok_or(Trouble::Settled)
            }
            sent => sent.map_err(|fault| Trouble::of(&fault)),
        }
    }

    /// Replaces a message and takes its keyboard away.
    pub(super) async fn edit(
        &self,
        chat: ChatId,
        id: MessageId,
        html: &str,
    ) -> Result<(), Trouble> {
        let request = self.calls.edit_message_text(chat, id, html);
        let edited = request.parse_mode(ParseMode::Html).await;
        edited.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Replaces a message whose markup is known as entities, and takes its keyboard away.
    pub(super) async fn edit_marked(
        &self,
        chat: ChatId,
        id: MessageId,
        (text, entities): (&str, Vec<MessageEntity>),
    ) -> Result<(), Trouble> {
        let request = self.calls.edit_message_text(chat, id, text);
        let edited = request.entities(entities).await;
        edited.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Replaces a message's keyboard, or takes it away.
    pub(super) async fn edit_keyboard(
        &self,
        chat: ChatId,
        id: MessageId,
        keyboard: Option<Keyboard>,
    ) -> Result<(), Trouble> {
        let mut request = self.calls.edit_message_reply_markup(chat, id);
        if let Some(keyboard) = keyboard {
            request = request.reply_markup(keyboard);
        }
        let edited = request.await;
        edited.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Ends a button's waiting, with a short notice where there is something to say.
    pub(super) async fn answer(
        &self,
        query: CallbackQueryId,
        notice: Option<String>,
    ) -> Result<(), Trouble> {
        let mut request = self.calls.answer_callback_query(query);
        if let Some(notice) = notice {
            request = request.text(notice);
        }
        let answered = request.await;
        answered.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Deletes a message.
    pub(super) async fn delete(&self, chat: ChatId, id: MessageId) -> Result<(), Trouble> {
        let deleted = self.calls.delete_message(chat, id).await;
        deleted.map(drop).map_err(|fault| Trouble::of(&fault))
    }

    /// Sets the commands that are offered in a language, or in every other.
    pub(super) async fn offer(
        &self,
        commands: Vec<BotCommand>,
        language: Option<&str>,
    ) -> Result<(), Trouble> {
        let mut request = self.calls.set_my_commands(commands);
        if let Some(language) = language {
            request = request.language_code(language);
        }
        let set = request.await;
        set.map(drop).map_err(|fault| Trouble::of(&fault))
    }
}

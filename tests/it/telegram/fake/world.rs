//! All that the server knows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};
use tokio::sync::Notify;

use super::TOKEN;
use super::chat::Chat;
use super::fault::Faults;
use super::queue::Queue;
use super::webhook::Webhook;

/// A call as it ended.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) at: Instant,
    /// Its name, in lower case.
    pub(crate) method: String,
    pub(crate) chat: Option<i64>,
    /// The code it was answered with; none when its connection was lost.
    pub(crate) code: Option<u16>,
    /// Why it was refused.
    pub(crate) why: String,
}

/// A press that waits to be answered.
#[derive(Debug)]
pub(crate) struct Press {
    pub(crate) chat: i64,
    pub(crate) message: i32,
    pub(crate) at: Instant,
    /// What it was answered with.
    pub(crate) answer: Option<String>,
}

/// Everything there is.
pub(crate) struct World {
    pub(crate) token: String,
    pub(crate) queue: Queue,
    pub(crate) faults: Faults,
    pub(crate) calls: Vec<Call>,
    pub(crate) presses: HashMap<String, Press>,
    /// How long a press can be answered.
    pub(crate) presses_last: Duration,
    pub(crate) webhook: Option<Webhook>,
    /// The commands of the menu, by language.
    pub(crate) menus: BTreeMap<String, Vec<(String, String)>>,
    /// Names and descriptions of the bot, by method and language.
    pub(crate) descriptions: BTreeMap<(String, String), String>,
    /// How far the server's clock was put forward.
    pub(crate) ahead: Duration,
    chats: HashMap<i64, Chat>,
    next_message: i32,
    called: Arc<Notify>,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            token: TOKEN.to_owned(),
            queue: Queue::new(),
            faults: Faults::default(),
            calls: Vec::new(),
            presses: HashMap::new(),
            presses_last: Duration::from_secs(60),
            webhook: None,
            menus: BTreeMap::new(),
            descriptions: BTreeMap::new(),
            ahead: Duration::ZERO,
            chats: HashMap::new(),
            next_message: 1,
            called: Arc::new(Notify::new()),
        }
    }

    /// The bot, as everybody is told of it.
    pub(crate) fn bot(&self) -> Value {
        let id = self.token.split(':').next().and_then(|id| id.parse().ok());
        let id: i64 = id.unwrap_or(0);
        json!({"id": id, "is_bot": true, "first_name": "Intake", "username": "intake_test_bot"})
    }

    /// Now, in seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default() + self.ahead;
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }

    /// A chat; a new one in which nobody wrote to the bot, when there is none.
    pub(crate) fn chat(&mut self, id: i64) -> &mut Chat {
        self.chats.entry(id).or_insert_with(|| Chat::new(id))
    }

    pub(crate) fn chats(&self) -> impl Iterator<Item = &Chat> {
        self.chats.values()
    }

    /// The id of a new message.
    pub(crate) fn message_id(&mut self) -> i32 {
        let id = self.next_message;
        self.next_message += 1;
        id
    }

    /// Told when a call ended.
    pub(crate) fn called(&self) -> Arc<Notify> {
        Arc::clone(&self.called)
    }

    pub(crate) fn note(&mut self, call: Call) {
        self.calls.push(call);
        self.called.notify_waiters();
    }

    /// How many calls of a method, in lower case, there were.
    pub(crate) fn count(&self, method: &str) -> usize {
        self.calls
            .iter()
            .filter(|call| call.method == method)
            .count()
    }
}

//! Sending: in order within a chat, chats beside each other and beside the turns.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use teloxide_core::types::{CallbackQueryId, ChatId, MessageEntity, MessageId};
use tokio::sync::Notify;
use tokio::time::sleep;
use tracing::{debug, warn};

use crate::channel::telegram::bot::{Keyboard, Telegram, Trouble};
use crate::channel::telegram::page::Page;
use crate::channel::telegram::text::escaped;
use crate::turn::{App, Outgoing};

/// Between tries when Telegram cannot be reached: the first wait, and the longest.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often the small things beside a reply are tried: edits, notices, deletions.
const SMALL_TRIES: usize = 4;

/// Something to do in a chat.
pub(super) enum Job {
    /// A reply to a turn.
    Reply(Box<Reply>),
    /// Messages that belong to no session.
    Say(Page),
    /// New buttons under a message.
    Buttons(MessageId, Option<Keyboard>),
    /// Ends a button's waiting.
    Answer(CallbackQueryId, Option<String>),
    /// Deletes a message.
    Delete(MessageId),
}

/// A reply to a turn.
pub(super) struct Reply {
    pub(super) page: Page,
    /// What is marked as delivered once it is.
    pub(super) outgoing: Outgoing,
    /// What was answered, to be written under the question.
    pub(super) answered: Option<String>,
    /// The message whose button was pressed.
    pub(super) pressed: Option<Pressed>,
}

/// A message of ours as Telegram knows it.
#[derive(Debug, Clone)]
pub(super) struct Pressed {
    pub(super) id: MessageId,
    pub(super) text: String,
    pub(super) entities: Vec<MessageEntity>,
}

/// The question that stands last in a chat.
#[derive(Debug, Clone)]
struct Shown {
    id: MessageId,
    html: String,
    has_buttons: bool,
}

/// What waits for a chat.
#[derive(Default)]
struct Chat {
    queue: VecDeque<Job>,
    running: bool,
    shown: Option<Shown>,
}

/// Sends what is put into it. Clones are the same sender.
#[derive(Clone)]
pub(super) struct Sender(Arc<Inner>);

struct Inner {
    telegram: Telegram,
    app: App,
    chats: Mutex<HashMap<ChatId, Chat>>,
    idle: Notify,
}

impl Sender {
    pub(super) fn new(telegram: Telegram, app: App) -> Self {
        Self(Arc::new(Inner {
            telegram,
            app,
            chats: Mutex::default(),
            idle: Notify::new(),
        }))
    }

    /// Takes these to be done, those of one chat in this order.
    pub(super) fn put(&self, jobs: Vec<(ChatId, Job)>) {
        for (id, job) in jobs {
            let mut chats = self.0.chats();
            let chat = chats.entry(id).or_default();
            chat.queue.push_back(job);
            if !chat.running {
                chat.running = true;
                tokio::spawn(Arc::clone(&self.0).work(id));
            }
        }
    }

    /// Returns when nothing waits any more.
    pub(super) async fn drained(&self) {
        loop {
            let idle = self.0.idle.notified();
            if !self.0.chats().values().any(|chat| chat.running) {
                return;
            }
            idle.await;
        }
    }
}

impl Inner {
    fn chats(&self) -> MutexGuard<'_, HashMap<ChatId, Chat>> {
        // A chat is changed in single steps, so a panic leaves none half changed.
        self.chats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn work(self: Arc<Self>, id: ChatId) {
        while let Some(job) = self.next(id) {
            self.perform(id, job).await;
        }
        self.idle.notify_waiters();
    }

    fn next(&self, id: ChatId) -> Option<Job> {
        let mut chats = self.chats();
        let chat = chats.get_mut(&id)?;
        let job = chat.queue.pop_front();
        if job.is_none() {
            chat.running = false;
            if chat.shown.is_none() {
                chats.remove(&id);
            }
        }
        job
    }

    async fn perform(self: &Arc<Self>, chat: ChatId, job: Job) {
        match job {
            Job::Reply(reply) => self.reply(chat, *reply).await,
            Job::Say(page) => self.send(chat, page).await,
            // In order: of two ticks in a row the later is to stand.
            Job::Buttons(id, keyboard) => {
                let edit = |telegram: Telegram| {
                    let keyboard = keyboard.clone();
                    async move { telegram.edit_keyboard(chat, id, keyboard).await }
                };
                few_times(&self.telegram, edit).await;
            }
            Job::Answer(query, notice) => self.beside(move |telegram| {
                let (query, notice) = (query.clone(), notice.clone());
                async move { telegram.answer(query, notice).await }
            }),
            Job::Delete(id) => {
                self.beside(move |telegram| async move { telegram.delete(chat, id).await });
            }
        }
    }

    /// Sends a reply. The question it answers is edited meanwhile: nobody waits for that.
    async fn reply(self: &Arc<Self>, chat: ChatId, reply: Reply) {
        let Reply {
            page,
            outgoing,
            answered,
            pressed,
        } = reply;
        self.close_question(chat, pressed, answered);
        self.send(chat, page).await;
        self.settled(&outgoing);
    }

    /// Nothing is owed for this reply any more: it was sent, or it never can be. An office that blocked the bot sees the
    /// question that waits when it comes back, and is left alone until then, after a new start as well.
    fn settled(&self, outgoing: &Outgoing) {
        if let Err(fault) = self.app.delivered(outgoing) {
            warn!(%fault, "a delivery was not noted");
        }
    }

    /// Writes the answer under the question that was answered, and takes its buttons away.
    fn close_question(
        self: &Arc<Self>,
        chat: ChatId,
        pressed: Option<Pressed>,
        answered: Option<String>,
    ) {
        let shown = self
            .chats()
            .get_mut(&chat)
            .and_then(|chat| chat.shown.take());
        let pressed =
            pressed.filter(|pressed| shown.as_ref().is_none_or(|shown| shown.id != pressed.id));
        match (shown, pressed, answered) {
            (Some(shown), None, Some(answer)) => {
                let html = format!("{}\n\n✅ {}", shown.html, escaped(&answer));
                self.beside(move |telegram| {
                    let html = html.clone();
                    async move { telegram.edit(chat, shown.id, &html).await }
                });
            }
            (_, Some(pressed), Some(answer)) => {
                let text = format!("{}\n\n✅ {answer}", pressed.text);
                self.beside(move |telegram| {
                    let (text, entities) = (text.clone(), pressed.entities.clone());
                    async move {
                        telegram
                            .edit_marked(chat, pressed.id, (&text, entities))
                            .await
                    }
                });
            }
            (shown, pressed, None) => {
                let with_buttons = shown
                    .filter(|shown| shown.has_buttons)
                    .map(|shown| shown.id);
                let ids = with_buttons
                    .into_iter()
                    .chain(pressed.map(|pressed| pressed.id));
                ids.for_each(|id| {
                    self.beside(move |telegram| async move {
                        telegram.edit_keyboard(chat, id, None).await
                    });
                });
            }
            (None, None, Some(_)) => {}
        }
    }

    /// Sends messages one after the other, until one cannot be.
    async fn send(&self, chat: ChatId, page: Page) {
        let last = page.messages.len().saturating_sub(1);
        for (at, html) in page.messages.iter().enumerate() {
            let keyboard = page.keyboard.clone().filter(|_| at == last);
            let has_buttons = keyboard.is_some();
            let Some(id) = self.send_one(chat, html, keyboard).await else {
                return;
            };
            let html = html.clone();
            let shown = Shown {
                id,
                html,
                has_buttons,
            };
            if let Some(chat) = self.chats().get_mut(&chat) {
                chat.shown = has_buttons.then_some(shown);
            }
        }
    }

    /// Sends a message, however long that takes; nothing when the chat cannot be written to or the message is refused.
    async fn send_one(
        &self,
        chat: ChatId,
        html: &str,
        keyboard: Option<Keyboard>,
    ) -> Option<MessageId> {
        let mut wait = FIRST_WAIT;
        loop {
            match self.telegram.send(chat, html, keyboard.clone()).await {
                Ok(id) => return Some(id),
                Err(Trouble::Wait(told)) => {
                    debug!(
                        chat = chat.0,
                        seconds = told.as_secs(),
                        "Telegram asks to wait"
                    );
                    sleep(told).await;
                }
                Err(Trouble::Unavailable(why)) => {
                    warn!(why, "a message cannot be sent; it is tried again");
                    sleep(wait).await;
                    wait = wait.saturating_mul(2).min(LONGEST_WAIT);
                }
                Err(Trouble::NotABot | Trouble::Conflict) => {
                    warn!("the token is refused; a message is tried again");
                    sleep(LONGEST_WAIT).await;
                }
                Err(Trouble::Unreachable) => {
                    self.park(chat);
                    return None;
                }
                Err(Trouble::Settled) => return None,
                Err(Trouble::Refused | Trouble::Unreadable(_)) => {
                    warn!(chat = chat.0, "Telegram refuses a message; it is not sent");
                    return None;
                }
            }
        }
    }

    /// Nothing more is sent to a chat that cannot be written to, until somebody writes there.
    fn park(&self, id: ChatId) {
        warn!(
            chat = id.0,
            "the chat cannot be written to; the question waits until somebody comes back"
        );
        let mut chats = self.chats();
        let waiting = chats
            .get_mut(&id)
            .map(|chat| std::mem::take(&mut chat.queue));
        drop(chats);
        for job in waiting.into_iter().flatten() {
            if let Job::Reply(reply) = job {
                self.settled(&reply.outgoing);
            }
        }
    }

    /// Does a small thing while other things go on; given up after a few tries.
    fn beside<F, C>(self: &Arc<Self>, call: C)
    where
        C: Fn(Telegram) -> F + Send + 'static,
        F: Future<Output = Result<(), Trouble>> + Send,
    {
        let telegram = self.telegram.clone();
        tokio::spawn(async move { few_times(&telegram, call).await });
    }
}

async fn few_times<F, C>(telegram: &Telegram, call: C)
where
    C: Fn(Telegram) -> F,
    F: Future<Output = Result<(), Trouble>>,
{
    let mut wait = FIRST_WAIT;
    for _ in 0..SMALL_TRIES {
        match call(telegram.clone()).await {
            Err(Trouble::Wait(told)) => sleep(told).await,
            Err(Trouble::Unavailable(_)) => {
                sleep(wait).await;
                wait = wait.saturating_mul(2);
            }
            _ => return,
        }
    }
}

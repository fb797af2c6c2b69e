//! Updates that wait for the bot, handed out as getUpdates does: nothing is forgotten until it is confirmed.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::timeout_at;

use super::Shared;
use super::request::{Args, Outcome, Refusal};

/// What the bot is told.
#[derive(Debug, Clone)]
pub(crate) struct Update {
    pub(crate) id: i64,
    pub(crate) chat: i64,
    /// The name of what it holds, such as `message`.
    pub(crate) kind: &'static str,
    pub(crate) body: Value,
    pub(crate) at: Instant,
}

impl Update {
    pub(crate) fn json(&self) -> Value {
        json!({"update_id": self.id, self.kind: self.body})
    }
}

/// What is delivered unless the bot asks for more.
const USUAL: [&str; 5] = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
];

/// How long a poll with the offset of the last one gets one update only.
const REPEATED: Duration = Duration::from_millis(500);

/// The longest that a poll waits, in seconds.
const LONGEST: i64 = 50;

const OTHER_POLL: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK: &str = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/// The updates of the bot.
#[derive(Debug)]
pub(crate) struct Queue {
    next: i64,
    pub(crate) waiting: VecDeque<Update>,
    /// Updates that are delivered although they were confirmed.
    pub(crate) repeated: VecDeque<Update>,
    allowed: Option<BTreeSet<String>>,
    /// All there ever were, once somebody wants them kept.
    kept: Option<Vec<Update>>,
    /// Updates kept back to be delivered in another order.
    held: Option<Vec<Update>>,
    /// How long a press waits for a bot that does not come.
    pub(crate) presses_wait: Duration,
    /// The highest offset asked for: everything below it was confirmed.
    pub(crate) confirmed: i64,
    /// Which poll is the one that waits. A newer one ends it.
    poll: u64,
    last: Option<(i64, Instant)>,
    pub(crate) polls: u64,
    /// Told when an update is there, or when a poll must end.
    pub(crate) arrived: Arc<Notify>,
}

impl Queue {
    pub(crate) fn new() -> Self {
        Self {
            next: 500_000_001,
            waiting: VecDeque::new(),
            repeated: VecDeque::new(),
            allowed: None,
            held: None,
            kept: None,
            presses_wait: Duration::from_secs(150),
            confirmed: 0,
            poll: 0,
            last: None,
            polls: 0,
            arrived: Arc::new(Notify::new()),
        }
    }

    /// Takes in what happened in a chat. Gives the update's id, also when the bot does not want it.
    pub(crate) fn push(&mut self, chat: i64, kind: &'static str, body: Value) -> i64 {
        let id = self.next;
        self.next += 1;
        let at = Instant::now();
        let update = Update {
            id,
            chat,
            kind,
            body,
            at,
        };
        if let Some(kept) = &mut self.kept {
            kept.push(update.clone());
        }
        let wanted = self.wanted(kind);
        match &mut self.held {
            Some(held) => held.push(update),
            None if wanted => self.waiting.push_back(update),
            None => {}
        }
        self.arrived.notify_waiters();
        id
    }

    fn wanted(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(allowed) => allowed.contains(kind),
            None => USUAL.contains(&kind),
        }
    }

    /// Remembers which updates the bot wants, if the call says so.
    pub(crate) fn allow(&mut self, args: &Args) {
        if let Some(Value::Array(kinds)) = args.value("allowed_updates") {
            let kinds: BTreeSet<String> = kinds
                .iter()
                .filter_map(|kind| kind.as_str().map(str::to_owned))
                .collect();
            self.allowed = (!kinds.is_empty()).then_some(kinds);
        }
    }

    /// Remembers all updates from now on.
    pub(crate) fn keep(&mut self) {
        self.kept.get_or_insert_default();
    }

    /// Delivers the update of a chat that came before so many others once more: 0 for its last one.
    pub(crate) fn repeat_before(&mut self, chat: i64, others: usize) {
        let mut kept = self.kept.iter().flatten().rev();
        let update = kept
            .by_ref()
            .filter(|update| update.chat == chat)
            .nth(others);
        if let Some(update) = update.cloned() {
            self.repeat(update);
        }
    }

    /// Keeps back what comes from now on.
    pub(crate) fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    /// Delivers what was kept back, in the order somebody gives it; ids follow that order.
    pub(crate) fn release(&mut self, order: impl FnOnce(&mut Vec<Update>)) {
        let mut held = self.held.take().unwrap_or_default();
        let mut ids: Vec<i64> = held.iter().map(|update| update.id).collect();
        ids.sort_unstable();
        order(&mut held);
        for (id, mut update) in ids.into_iter().zip(held) {
            (update.id, update.at) = (id, Instant::now());
            if self.wanted(update.kind) {
                self.waiting.push_back(update);
            }
        }
        self.arrived.notify_waiters();
    }

    /// What is kept back is delivered twice, each right after itself.
    pub(crate) fn twice(&mut self) {
        let held = self.held.take().unwrap_or_default();
        self.held = Some(
            held.into_iter()
                .flat_map(|one| [one.clone(), one])
                .collect(),
        );
    }

    /// Delivers an update once more, whatever was confirmed.
    pub(crate) fn repeat(&mut self, update: Update) {
        self.repeated.push_back(update);
        self.arrived.notify_waiters();
    }

    /// Ends the poll that waits.
    pub(crate) fn end_poll(&mut self) {
        self.poll += 1;
        self.arrived.notify_waiters();
    }

    /// Forgets presses for which nobody came.
    fn expire(&mut self) {
        let longest = self.presses_wait;
        self.waiting
            .retain(|update| update.kind != "callback_query" || update.at.elapsed() < longest);
    }

    /// Confirms all before the offset and gives what comes from there on.
    fn take(&mut self, offset: i64, limit: usize) -> Vec<Value> {
        self.expire();
        if offset < 0 {
            let kept = usize::try_from(-offset).unwrap_or(usize::MAX);
            let surplus = self.waiting.len().saturating_sub(kept);
            self.waiting.drain(..surplus);
        }
        while self.waiting.front().is_some_and(|first| first.id < offset) {
            self.waiting.pop_front();
        }
        self.confirmed = self.confirmed.max(offset);
        let again = self.repeated.len().min(limit);
        let again: Vec<Update> = self.repeated.drain(..again).collect();
        let all = again.iter().chain(&self.waiting);
        all.take(limit).map(Update::json).collect()
    }

    fn begin(&mut self, offset: i64, limit: i64) -> (u64, usize) {
        let soon = |(last, at): &(i64, Instant)| *last == offset && at.elapsed() < REPEATED;
        let limit = match &self.last {
            Some(last) if soon(last) => 1,
            _ => limit,
        };
        self.end_poll();
        self.polls += 1;
        (self.poll, usize::try_from(limit).unwrap_or(1))
    }
}

/// One call of getUpdates, from its beginning to its end.
pub(crate) async fn get_updates(shared: &Arc<Shared>, args: &Args) -> Outcome {
    let offset = args.number("offset").unwrap_or(0);
    let limit = args.number("limit").unwrap_or(100).clamp(1, 100);
    let seconds = args.number("timeout").unwrap_or(0).clamp(0, LONGEST);
    let patience = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    let deadline = tokio::time::Instant::now() + patience;
    let ((poll, limit), arrived) = {
        let mut world = shared.world();
        if world.webhook.is_some() {
            return Err(Refusal::conflict(WEBHOOK));
        }
        world.queue.allow(args);
        world.called().notify_waiters();
        let begun = world.queue.begin(offset, limit);
        (begun, Arc::clone(&world.queue.arrived))
    };
    loop {
        let arrival = arrived.notified();
        if let Some(outcome) = look(shared, poll, offset, limit) {
            return outcome;
        }
        if timeout_at(deadline, arrival).await.is_err() {
            return look(shared, poll, offset, limit).unwrap_or_else(|| Ok(json!([])));
        }
    }
}

/// What the poll gives now; nothing when it goes on waiting.
fn look(shared: &Shared, poll: u64, offset: i64, limit: usize) -> Option<Outcome> {
    let mut world = shared.world();
    if world.queue.poll != poll {
        let webhook = world.webhook.is_some();
        let why = if webhook {
            "terminated by setWebhook request"
        } else {
            OTHER_POLL
        };
        return Some(Err(Refusal::conflict(why)));
    }
    if world.faults.outage {
        return Some(Err(Refusal::new(502, "Bad Gateway")));
    }
    let found = world.queue.take(offset, limit);
    world.called().notify_waiters();
    if found.is_empty() {
        return None;
    }
    world.queue.last = Some((offset, Instant::now()));
    Some(Ok(Value::Array(found)))
}

//! Taking updates: a batch is decided and durable before the next is asked for, which confirms it.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::time::sleep;
use tracing::{error, info, warn};

use crate::channel::telegram::Stop;
use crate::channel::telegram::bot::{Telegram, Trouble};
use crate::channel::telegram::desk::{Decided, Desk};
use crate::channel::telegram::received::Received;
use crate::channel::telegram::sender::Sender;

/// Between tries when updates cannot be had: the first wait, and the longest.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Decides updates and hands over what is to be sent. Clones do the same.
#[derive(Clone)]
pub(super) struct Pump {
    pub(super) desk: Arc<Desk>,
    pub(super) sender: Sender,
}

impl Pump {
    /// Takes a batch. When this returns without a reason to stop, what it led to is durable.
    pub(super) async fn take(&self, updates: Vec<Value>) -> Result<(), Stop> {
        let received: Vec<Received> = updates.iter().filter_map(Received::of).collect();
        if received.is_empty() {
            return Ok(());
        }
        let desk = Arc::clone(&self.desk);
        let decided = tokio::task::spawn_blocking(move || desk.decide(received)).await;
        let Decided { jobs, stop } = decided.map_err(|_| Stop::Fault)?;
        self.sender.put(jobs);
        stop.map_or(Ok(()), Err)
    }
}

/// How updates are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Polling {
    /// The most updates of one batch.
    pub(super) limit: u8,
    /// How long to wait for the first.
    pub(super) wait: Duration,
}

/// Asks for updates until told to stop.
///
/// # Errors
/// Why nothing more can be taken. What was not confirmed comes again.
pub(super) async fn poll(
    telegram: &Telegram,
    pump: &Pump,
    polling: Polling,
    mut stopping: watch::Receiver<bool>,
) -> Result<(), Stop> {
    let mut offset = 0;
    let mut limit = polling.limit;
    let mut trouble = Backoff::new();
    loop {
        let updates = tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => break,
            updates = telegram.updates(offset, limit, polling.wait) => updates,
        };
        match updates {
            // One by one, so that only the update that cannot be read is left out.
            Err(Trouble::Unreadable(_)) if limit > 1 => limit = 1,
            Err(Trouble::Unreadable(Some(first))) if first < i64::from(i32::MAX) => {
                pump.desk.bury(first);
                offset = i32::try_from(first).unwrap_or(offset).saturating_add(1);
            }
            Ok(updates) => {
                trouble.over();
                limit = polling.limit;
                let next = after(&updates);
                pump.take(updates).await?;
                offset = next.unwrap_or(offset);
            }
            Err(fault) => {
                let wait = trouble.tell(&fault);
                tokio::select! {
                    biased;
                    _ = stopping.wait_for(|stop| *stop) => break,
                    () = sleep(wait) => {}
                }
            }
        }
    }
    // Confirms the last batch, so that it does not come again; if it does, it is known.
    if offset > 0 {
        let _unconfirmed = telegram.updates(offset, 1, Duration::ZERO).await;
    }
    Ok(())
}

/// The number after the last update.
fn after(updates: &[Value]) -> Option<i32> {
    let numbers = updates.iter().filter_map(|update| update.get("update_id"));
    let last = numbers.filter_map(Value::as_i64).max()?;
    i32::try_from(last).ok().map(|last| last.saturating_add(1))
}

/// Longer and longer waits while there is trouble, told once for each kind of it.
struct Backoff {
    wait: Duration,
    told: Option<Trouble>,
}

impl Backoff {
    fn new() -> Self {
        Self {
            wait: FIRST_WAIT,
            told: None,
        }
    }

    fn over(&mut self) {
        if self.told.take().is_some() {
            info!("updates come again");
        }
        self.wait = FIRST_WAIT;
    }

    /// Tells what is wrong; how long to wait.
    fn tell(&mut self, trouble: &Trouble) -> Duration {
        if self.told.as_ref() != Some(trouble) {
            tell(trouble);
            self.told = Some(trouble.clone());
        }
        if let Trouble::Wait(told) = trouble {
            return *told;
        }
        let wait = self.wait;
        self.wait = self.wait.saturating_mul(2).min(LONGEST_WAIT);
        wait
    }
}

fn tell(trouble: &Trouble) {
    match trouble {
        Trouble::Conflict => error!(
            "another program asks for this bot's updates, or it has a webhook: stop the other one, or remove the webhook; trying again"
        ),
        Trouble::NotABot => {
            error!("Telegram does not know the token: check it with @BotFather; trying again");
        }
        Trouble::Wait(wait) => warn!(seconds = wait.as_secs(), "Telegram asks to wait"),
        Trouble::Unavailable(why) => {
            warn!(why, "Telegram cannot be reached; trying again until it can");
        }
        Trouble::Unreadable(_) => {
            error!("Telegram gives updates that cannot be read; trying again");
        }
        Trouble::Unreachable | Trouble::Settled | Trouble::Refused => {
            error!("Telegram refuses to give updates; trying again");
        }
    }
}

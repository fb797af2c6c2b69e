//! The conversation in Telegram: in a private chat, with a button for every choice and a typed equal for every button.
//!
//! Updates are decided in batches, each durable before Telegram is told that it arrived (`pump`); what is said goes out
//! beside the turns, in order within a chat (`sender`). The library gives transport and types, nothing more.

mod bot;
mod button;
mod conclude;
mod dead;
mod desk;
mod keyboard;
mod menu;
mod page;
mod plan;
mod pump;
mod received;
mod rehearsal;
mod sender;
mod sweep;
mod text;
mod webhook;
mod whose;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use teloxide_core::types::ChatId;
use tokio::sync::watch;
use tokio::time::timeout;
use tracing::{info, warn};
use url::Url;

use crate::access::{Access, AccessError};
use crate::channel::telegram::bot::{Telegram, Trouble};
use crate::channel::telegram::dead::Dead;
use crate::channel::telegram::desk::{Desk, Setup, chat};
use crate::channel::telegram::page::Layout;
use crate::channel::telegram::pump::{Polling, Pump};
use crate::channel::telegram::sender::{Job, Reply, Sender};
use crate::domain::day::Day;
use crate::store::{StoreError, UnixSeconds};
use crate::turn::{App, TurnError};

pub use bot::NoBot;
pub use rehearsal::{Brought, Rehearsal, Rehearsed};
pub use sweep::Care;
pub use webhook::Webhook;

/// The clock, as the channel asks it.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The day it is.
    pub today: fn() -> Day,
    /// The time it is.
    pub now: fn() -> UnixSeconds,
    /// The hour of the day.
    pub hour: fn() -> u8,
}

/// What the channel is run with.
pub struct Site {
    /// The application.
    pub app: App,
    /// Who may come in; without it everybody may.
    pub access: Option<Access>,
    /// The token of the bot.
    pub token: SecretString,
    /// How Telegram brings updates; without it they are asked for.
    pub webhook: Option<Webhook>,
    /// The address of the Bot API, when it is not the usual one.
    pub api: Option<Url>,
    /// The language of chats whose own is not known.
    pub locale: String,
    /// The clock.
    pub clock: Clock,
    /// A day that takes the place of today.
    pub today: Option<Day>,
    /// Messages that a chat may send a minute; 0 for any number.
    pub messages_per_minute: u16,
    /// The most updates of one batch, 1 to 100.
    pub batch: u8,
    /// When sessions are looked after that nobody is talking to.
    pub care: Care,
    /// How long one request waits for updates.
    pub wait: Duration,
    /// How long to go on sending after being told to stop.
    pub stop_within: Duration,
    /// The folder of the note of updates that could not be decided.
    pub folder: PathBuf,
}

/// Why the channel ended by itself.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The sessions cannot be kept: nothing more may be taken.
    #[error(transparent)]
    Store(StoreError),
    /// The list of those who may come in cannot be read or written.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// There is no bot.
    #[error(transparent)]
    Bot(#[from] NoBot),
    /// Updates cannot be waited for at that address.
    #[error("the address where updates are to be brought cannot be used")]
    Port,
    /// A fault of ours.
    #[error("a fault of the program; what was answered is kept")]
    Fault,
}

impl Stop {
    /// The reason to stop that a failed turn is; nothing when only that turn failed.
    fn of(fault: &TurnError) -> Option<Self> {
        match fault {
            TurnError::Store(StoreError::Full(_) | StoreError::Parked { .. })
            | TurnError::NoSuchCase
            | TurnError::OtherPolicy(_)
            | TurnError::Busy => None,
            TurnError::Store(fault) => Some(Self::Store(fault.clone())),
        }
    }
}

/// Runs the channel until told to stop; then what was taken is finished, and what is to be said goes out as long as
/// there is time. What does not is sent at the next start.
///
/// # Errors
/// Why nothing more could be taken.
pub async fn run(site: Site, stopping: watch::Receiver<bool>) -> Result<(), Stop> {
    let telegram = Telegram::new(&site.token, site.api.as_ref(), site.wait)?;
    let sender = Sender::new(telegram.clone(), site.app.clone());
    let setup = Setup {
        app: site.app,
        access: site.access,
        locale: site.locale,
        clock: site.clock,
        today: site.today,
        messages_per_minute: site.messages_per_minute,
        dead: Dead::new(&site.folder, site.clock.now),
    };
    let desk = Arc::new(Desk::new(setup, &site.token));
    let owed = send_what_is_owed(Arc::clone(&desk), sender.clone());
    tokio::spawn(introduce(telegram.clone(), Arc::clone(&desk)));
    let care = sweep::run(
        Arc::clone(&desk),
        sender.clone(),
        site.care,
        stopping.clone(),
    );
    // What the sweep says is owed until it is sent, and is not to be found as owed meanwhile.
    tokio::spawn(async move {
        owed.await;
        care.await;
    });
    let pump = Pump {
        desk,
        sender: sender.clone(),
    };
    let polling = Polling {
        limit: site.batch,
        wait: site.wait,
    };
    let outcome = match site.webhook {
        Some(webhook) => webhook::serve(&telegram, &pump, site.batch, webhook, stopping).await,
        None => pump::poll(&telegram, &pump, polling, stopping).await,
    };
    if timeout(site.stop_within, sender.drained()).await.is_err() {
        warn!("not everything could be sent in time; the rest is sent at the next start");
    }
    outcome
}

/// Replies that were durable and may not have been sent when the process ended. Looking for them takes a while where there
/// are many sessions, so turns are taken meanwhile.
async fn send_what_is_owed(desk: Arc<Desk>, sender: Sender) {
    let looked = tokio::task::spawn_blocking(move || owed(&desk)).await;
    match looked {
        Ok(Ok(jobs)) if jobs.is_empty() => {}
        Ok(Ok(jobs)) => {
            info!(
                replies = jobs.len(),
                "replies that were not sent before are sent now"
            );
            sender.put(jobs);
        }
        _ => warn!(
            "what is still to be said could not be looked for; it is said when somebody comes back"
        ),
    }
}

fn owed(desk: &Desk) -> Result<Vec<(ChatId, Job)>, TurnError> {
    let mut jobs = Vec::new();
    for (case, channel) in desk.app.owed()? {
        let Some(chat) = chat(&channel).filter(|_| desk.may_see(case, &channel)) else {
            continue;
        };
        let outgoing = match desk.app.again(case, desk.today()) {
            Ok(Some(outgoing)) => outgoing,
            Ok(None) | Err(TurnError::NoSuchCase | TurnError::OtherPolicy(_)) => continue,
            Err(fault) => return Err(fault),
        };
        let layout = Layout::new(&desk.app, &outgoing, &desk.seal, chat.0);
        let here = desk.app.present(case, std::slice::from_ref(&channel))?;
        let reply = Reply {
            page: match here.is_empty() {
                true => layout.news(),
                false => layout.page(),
            },
            answered: None,
            pressed: None,
            outgoing,
        };
        jobs.push((chat, Job::Reply(Box::new(reply))));
    }
    Ok(jobs)
}

/// Says who the bot is and which commands it has. That Telegram cannot be reached now is no reason not to start.
async fn introduce(telegram: Telegram, desk: Arc<Desk>) {
    let mut wait = Duration::from_secs(1);
    loop {
        let introduced = async {
            let name = telegram.name().await?;
            for (language, commands) in menu::commands(desk.app.offering()) {
                telegram.offer(commands, language.as_deref()).await?;
            }
            Ok::<String, Trouble>(name)
        };
        match introduced.await {
            Ok(name) => {
                info!(bot = name, "ready");
                return;
            }
            Err(Trouble::Wait(told)) => tokio::time::sleep(told).await,
            Err(_) => {
                tokio::time::sleep(wait).await;
                wait = wait.saturating_mul(2).min(Duration::from_secs(60));
            }
        }
    }
}

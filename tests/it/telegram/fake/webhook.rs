//! Delivery to an address of the bot's: over and over until it says that it has the update.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::Shared;
use super::queue::Update;
use super::request::{Args, Outcome, Refusal};
use super::world::World;

/// Where updates go.
#[derive(Debug, Clone)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) secret: String,
    connections: usize,
    /// What is on its way, by chat and kind: these are in order among themselves.
    flying: HashSet<(i64, &'static str)>,
    /// Deliveries that were not taken.
    pub(crate) failures: u64,
    last_failure: String,
    number: u64,
}

/// How long the server waits until it tries again, and for an answer.
const AGAIN: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn set(shared: &Arc<Shared>, args: &Args) -> Outcome {
    let url = args.text("url").unwrap_or_default();
    if url.is_empty() {
        return delete(shared, args);
    }
    let secret = args.text("secret_token").unwrap_or_default();
    let fits = |one: char| one.is_ascii_alphanumeric() || one == '_' || one == '-';
    if !secret.chars().all(fits) || secret.len() > 256 {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    if place(&url).is_none() {
        return Err(Refusal::bad("bad webhook: can't parse URL"));
    }
    let number = {
        let mut world = shared.world();
        world.queue.allow(args);
        world.queue.end_poll();
        drop_pending(&mut world, args);
        let number = world
            .webhook
            .as_ref()
            .map_or(1, |webhook| webhook.number + 1);
        let connections = args.number("max_connections").unwrap_or(40).clamp(1, 100);
        world.webhook = Some(Webhook {
            url,
            secret,
            connections: usize::try_from(connections).unwrap_or(1),
            flying: HashSet::new(),
            failures: 0,
            last_failure: String::new(),
            number,
        });
        number
    };
    tokio::spawn(deliver(Arc::clone(shared), number));
    Ok(json!(true))
}

pub(crate) fn delete(shared: &Shared, args: &Args) -> Outcome {
    let mut world = shared.world();
    drop_pending(&mut world, args);
    world.webhook = None;
    world.queue.arrived.notify_waiters();
    Ok(json!(true))
}

fn drop_pending(world: &mut World, args: &Args) {
    if args.flag("drop_pending_updates") {
        world.queue.waiting.clear();
    }
}

pub(crate) fn info(world: &World) -> Outcome {
    let webhook = world.webhook.as_ref();
    let mut info = json!({
        "url": webhook.map_or("", |webhook| webhook.url.as_str()),
        "has_custom_certificate": false,
        "pending_update_count": world.queue.waiting.len(),
    });
    if let Some(webhook) = webhook.filter(|webhook| webhook.failures > 0) {
        info["last_error_message"] = json!(webhook.last_failure);
        info["last_error_date"] = json!(world.now());
    }
    Ok(info)
}

/// Delivers until the webhook is another one.
async fn deliver(shared: Arc<Shared>, number: u64) {
    let arrived = Arc::clone(&shared.world().queue.arrived);
    loop {
        let arrival = arrived.notified();
        let Some(due) = due(&shared, number) else {
            return;
        };
        let nothing = due.is_empty();
        for (update, webhook) in due {
            tokio::spawn(one(Arc::clone(&shared), update, webhook));
        }
        if nothing {
            arrival.await;
        }
    }
}

/// What can go now, marked as on its way; nothing at all when this webhook is over.
fn due(shared: &Shared, number: u64) -> Option<Vec<(Update, Webhook)>> {
    let mut world = shared.world();
    let world = &mut *world;
    let webhook = world.webhook.as_mut()?;
    if webhook.number != number || world.faults.outage {
        return (webhook.number == number).then(Vec::new);
    }
    let mut due = Vec::new();
    let repeated = std::mem::take(&mut world.queue.repeated);
    world.queue.waiting.extend(repeated);
    for update in &world.queue.waiting {
        let free = webhook.flying.len() < webhook.connections;
        if free && webhook.flying.insert((update.chat, update.kind)) {
            due.push(update.clone());
        }
    }
    let webhook = webhook.clone();
    Some(
        due.into_iter()
            .map(|update| (update, webhook.clone()))
            .collect(),
    )
}

async fn one(shared: Arc<Shared>, update: Update, webhook: Webhook) {
    let posted = timeout(PATIENCE, post(&webhook, &update)).await;
    let taken = match posted {
        Ok(Ok(status)) if (200..300).contains(&status) => Ok(()),
        Ok(Ok(status)) => Err(format!("Wrong response from the webhook: {status}")),
        Ok(Err(fault)) => Err(fault.to_string()),
        Err(_) => Err("Read timeout expired".to_owned()),
    };
    if let Err(why) = &taken {
        if let Some(webhook) = &mut shared.world().webhook {
            webhook.failures += 1;
            webhook.last_failure.clone_from(why);
        }
        sleep(AGAIN).await;
    }
    {
        let mut world = shared.world();
        if taken.is_ok() {
            world.queue.waiting.retain(|other| other.id != update.id);
        }
        if let Some(webhook) = &mut world.webhook {
            webhook.flying.remove(&(update.chat, update.kind));
        }
        world.called().notify_waiters();
        world.queue.arrived.notify_waiters();
    }
}

/// The host with its port, and the path.
fn place(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("http://")?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    Some((host, if path.is_empty() { "/" } else { path }))
}

/// Posts an update and gives the status it was answered with.
async fn post(webhook: &Webhook, update: &Update) -> std::io::Result<u16> {
    let (host, path) = place(&webhook.url).unwrap_or_default();
    let body = update.json().to_string();
    let mut head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n",
        body.len()
    );
    if !webhook.secret.is_empty() {
        head.push_str(&format!(
            "X-Telegram-Bot-Api-Secret-Token: {}\r\n",
            webhook.secret
        ));
    }
    let mut stream = TcpStream::connect(host).await?;
    stream
        .write_all(format!("{head}\r\n{body}").as_bytes())
        .await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split_whitespace().nth(1);
    status
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| std::io::Error::other("no status"))
}

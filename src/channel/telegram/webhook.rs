//! Updates that Telegram brings: each is acknowledged once what it led to is durable, and not before.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{sleep, timeout};
use tracing::{error, info, warn};

use crate::channel::telegram::Stop;
use crate::channel::telegram::bot::{Telegram, Trouble};
use crate::channel::telegram::pump::Pump;

/// The largest update that is looked at, in bytes. Real ones have a few thousand.
const LARGEST: usize = 256 * 1024;

/// How long an update may take to arrive.
const LONGEST: Duration = Duration::from_secs(10);

/// Updates that wait to be decided; beyond that Telegram is asked to come again.
const WAITING: usize = 1000;

/// The header by which Telegram is known.
const SECRET: &str = "x-telegram-bot-api-secret-token";

/// How Telegram brings updates.
pub struct Webhook {
    /// The address under which it does.
    pub url: url::Url,
    /// Where they are waited for.
    pub listener: std::net::TcpListener,
    /// The secret by which it is known: 1 to 256 of `A-Z a-z 0-9 _ -`.
    pub secret: SecretString,
}

/// An update, and who waits for its being durable.
type Brought = (Value, oneshot::Sender<()>);

struct Door {
    secret: SecretString,
    brought: mpsc::Sender<Brought>,
}

/// Takes updates until told to stop.
///
/// # Errors
/// Why nothing more can be taken. What was not acknowledged comes again.
pub(super) async fn serve(
    telegram: &Telegram,
    pump: &Pump,
    batch: u8,
    webhook: Webhook,
    mut stopping: watch::Receiver<bool>,
) -> Result<(), Stop> {
    let listener = listening(webhook.listener).map_err(|_| Stop::Port)?;
    let (brought, waiting) = mpsc::channel(WAITING);
    let door = Door {
        secret: webhook.secret.clone(),
        brought,
    };
    let router = Router::new()
        .fallback(post(bring))
        .with_state(Arc::new(door));
    let announced = announce(telegram.clone(), webhook.url, webhook.secret);
    let announced = tokio::spawn(announced);
    let mut told = stopping.clone();
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        let _gone = told.wait_for(|stop| *stop).await;
    });
    let server = tokio::spawn(server.into_future());
    let outcome = take(pump, waiting, batch.into(), &mut stopping).await;
    announced.abort();
    server.abort();
    outcome
}

fn listening(listener: std::net::TcpListener) -> io::Result<TcpListener> {
    listener.set_nonblocking(true)?;
    TcpListener::from_std(listener)
}

/// Decides what waits, all at once, and lets those who brought it know.
async fn take(
    pump: &Pump,
    mut waiting: mpsc::Receiver<Brought>,
    batch: usize,
    stopping: &mut watch::Receiver<bool>,
) -> Result<(), Stop> {
    let mut brought = Vec::with_capacity(batch);
    loop {
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => return Ok(()),
            _ = waiting.recv_many(&mut brought, batch) => {}
        }
        let (updates, asking): (Vec<_>, Vec<_>) = brought.drain(..).unzip();
        if updates.is_empty() {
            return Ok(());
        }
        pump.take(updates).await?;
        for one in asking {
            let _hung_up = one.send(());
        }
    }
}

async fn bring(State(door): State<Arc<Door>>, headers: HeaderMap, body: Body) -> StatusCode {
    let secret = headers
        .get(SECRET)
        .map_or(&b""[..], |value| value.as_bytes());
    if !bool::from(secret.ct_eq(door.secret.expose_secret().as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let body = match timeout(LONGEST, to_bytes(body, LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Ok(update) = serde_json::from_slice::<Value>(&body) else {
        // It would be brought again and again, and be no clearer.
        warn!(
            bytes = body.len(),
            "an update has an unknown form and is left out"
        );
        return StatusCode::OK;
    };
    let (durable, told) = oneshot::channel();
    if door.brought.try_send((update, durable)).is_err() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    match told.await {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Tells Telegram where to bring updates.
async fn announce(telegram: Telegram, url: url::Url, secret: SecretString) {
    let mut wait = Duration::from_secs(1);
    loop {
        match telegram.bring_to(url.clone(), &secret).await {
            Ok(()) => {
                info!("Telegram was told where to bring updates");
                return;
            }
            Err(Trouble::Wait(told)) => sleep(told).await,
            Err(trouble) => {
                error!(
                    ?trouble,
                    "Telegram could not be told where to bring updates; trying again"
                );
                sleep(wait).await;
                wait = wait.saturating_mul(2).min(Duration::from_secs(60));
            }
        }
    }
}

//! The server's edge: a token, a method, its arguments; and what goes wrong on the way.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::time::sleep;

use super::Shared;
use super::fault::What;
use super::methods;
use super::request::{Args, Outcome, Refusal, body};
use super::world::Call;

/// The largest request, in bytes.
const LARGEST: usize = 1 << 20;

/// Serves until its runtime ends.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let routes = Router::new()
        .route("/{bot}/{method}", axum::routing::any(handle))
        .with_state(shared);
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    axum::serve(listener, routes).await.unwrap();
}

async fn handle(
    State(shared): State<Arc<Shared>>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, content) = request.into_parts();
    let kind = parts.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let content = to_bytes(content, LARGEST)
        .await
        .unwrap_or_else(|_| Bytes::new());
    let args = Args::read(kind, &content);
    let method = method.to_lowercase();
    let chat = args.as_ref().ok().and_then(|args| args.number("chat_id"));
    let each_way = shared.world().faults.round_trip / 2;
    wait(each_way).await;
    let outcome = happen(&shared, &bot, &method, args, chat).await;
    wait(each_way).await;
    note(&shared, method, chat, outcome.as_ref());
    outcome.map_or_else(hang_up, |outcome| answer(&outcome))
}

async fn wait(time: std::time::Duration) {
    if !time.is_zero() {
        sleep(time).await;
    }
}

/// What a call comes to; nothing when its connection is lost.
async fn happen(
    shared: &Arc<Shared>,
    bot: &str,
    method: &str,
    args: Result<Args, Refusal>,
    chat: Option<i64>,
) -> Option<Outcome> {
    let known = {
        let mut world = shared.world();
        if world.faults.outage {
            return None;
        }
        match world.faults.strike(method, chat) {
            Some(What::LostBefore) => return None,
            Some(What::Status(code)) => {
                return Some(Err(Refusal::new(code, "Internal Server Error")));
            }
            Some(What::Refused(code, why)) => return Some(Err(Refusal::new(code, why))),
            Some(What::LostAfter) => (bot == format!("bot{}", world.token), true),
            None => (bot == format!("bot{}", world.token), false),
        }
    };
    let outcome = match (known.0, args) {
        (false, _) => Err(Refusal::new(401, "Unauthorized")),
        (true, Err(refusal)) => Err(refusal),
        (true, Ok(args)) => methods::call(shared, method, &args).await,
    };
    let lost = known.1 || shared.world().faults.outage;
    (!lost).then_some(outcome)
}

fn note(shared: &Shared, method: String, chat: Option<i64>, outcome: Option<&Outcome>) {
    let (code, why) = match outcome {
        None => (None, String::new()),
        Some(Ok(_)) => (Some(200), String::new()),
        Some(Err(refusal)) => (Some(refusal.code), refusal.description.clone()),
    };
    shared.world().note(Call {
        at: Instant::now(),
        method,
        chat,
        code,
        why,
    });
}

fn answer(outcome: &Outcome) -> Response {
    let code = outcome
        .as_ref()
        .map_or_else(|refusal| refusal.code, |_| 200);
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, body(outcome).to_string()).into_response()
}

/// Ends the connection without a word: the task that holds it goes down, and nobody is told.
fn hang_up() -> Response {
    std::panic::resume_unwind(Box::new("the connection is lost"))
}

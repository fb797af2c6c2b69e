//! Delivery to an address: with the secret, in order within a chat, until it is taken.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};

use super::{Line, OFFICE};

/// What arrived: the secret, and the text or the data.
type Arrived = Arc<Mutex<Vec<(String, String)>>>;

/// Takes every second delivery.
async fn receive(State(arrived): State<Arrived>, headers: HeaderMap, body: String) -> StatusCode {
    let update: Value = serde_json::from_str(&body).unwrap();
    let secret = headers.get("x-telegram-bot-api-secret-token");
    let secret = secret.map_or("", |secret| secret.to_str().unwrap());
    let text = update["message"]["text"].as_str().unwrap_or("press");
    let mut arrived = arrived.lock().unwrap();
    arrived.push((secret.to_owned(), text.to_owned()));
    match arrived.len() % 2 {
        0 => StatusCode::NO_CONTENT,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn receiver(line: &Line) -> (String, Arrived) {
    let arrived = Arrived::default();
    let routes = Router::new()
        .route("/hook", post(receive))
        .with_state(Arc::clone(&arrived));
    let handle = line.fake.handle();
    let listener = handle
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    handle.spawn(async { axum::serve(listener, routes).await });
    (url, arrived)
}

fn until_taken(line: &Line) {
    let taken = line.fake.wait_for(Duration::from_secs(10), |world| {
        world.queue.waiting.is_empty().then_some(())
    });
    assert_eq!(taken, Some(()));
}

#[test]
fn updates_are_delivered_with_the_secret_until_they_are_taken() {
    let line = Line::new();
    let (url, arrived) = receiver(&line);
    line.taken(
        "setWebhook",
        &json!({"url": url, "secret_token": "se_cr-et"}),
    );
    until_taken(&line);
    line.fake.types(OFFICE, OFFICE, "one");
    until_taken(&line);
    let expected =
        ["/start", "/start", "one", "one"].map(|text| ("se_cr-et".to_owned(), text.to_owned()));
    assert_eq!(*arrived.lock().unwrap(), expected);
    let info = line.taken("getWebhookInfo", &json!({}));
    assert_eq!(info["url"], json!(url));
    assert_eq!(
        info["last_error_message"],
        json!("Wrong response from the webhook: 503")
    );
}

#[test]
fn with_a_webhook_nobody_polls() {
    let line = Line::new();
    let (url, _) = receiver(&line);
    let why = line.refused(
        "setWebhook",
        &json!({"url": url, "secret_token": "no spaces"}),
    );
    assert_eq!(
        why,
        "400 Bad Request: secret token contains unallowed characters"
    );
    line.taken("setWebhook", &json!({"url": url}));
    let why = line.refused("getUpdates", &json!({}));
    assert!(
        why.starts_with("409 Conflict: can't use getUpdates method while webhook is active"),
        "{why}"
    );
    line.taken("deleteWebhook", &json!({"drop_pending_updates": true}));
    assert_eq!(line.taken("getUpdates", &json!({})), json!([]));
    assert_eq!(line.taken("getWebhookInfo", &json!({}))["url"], json!(""));
}

#[test]
fn setting_a_webhook_ends_the_poll_that_waits() {
    let line = Line::new();
    let waits = json!({"offset": 900_000_000, "timeout": 30});
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| line.refused("getUpdates", &waits));
        line.fake.wait_for(Duration::from_secs(10), |world| {
            (world.queue.polls == 1).then_some(())
        });
        line.taken("setWebhook", &json!({"url": "http://127.0.0.1:1/"}));
        assert_eq!(
            waiting.join().unwrap(),
            "409 Conflict: terminated by setWebhook request"
        );
    });
}

#[test]
fn a_client_with_types_sets_a_webhook_in_a_form() {
    use teloxide::payloads::SetWebhookSetters;
    use teloxide::prelude::Requester;
    use teloxide::types::AllowedUpdate;
    let line = Line::new();
    line.fake.handle().block_on(async {
        let bot = line.bot();
        let set = bot.set_webhook("http://127.0.0.1:1/hook".parse().unwrap());
        let set = set
            .secret_token("abc".to_owned())
            .allowed_updates(vec![AllowedUpdate::CallbackQuery]);
        set.await.unwrap();
    });
    let world = line.fake.world();
    let webhook = world.webhook.as_ref().unwrap();
    assert_eq!(
        (webhook.url.as_str(), webhook.secret.as_str()),
        ("http://127.0.0.1:1/hook", "abc")
    );
    drop(world);
    line.fake.types(OFFICE, OFFICE, "not wanted");
    assert_eq!(line.fake.world().queue.waiting.len(), 1);
}

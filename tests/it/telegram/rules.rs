//! The server's rules, over HTTP with the types that bots use.

mod buttons;
mod faults;
mod polling;
mod texts;
mod webhooks;

use serde_json::{Value, json};
use teloxide::Bot;

use crate::telegram::fake::{Fake, TOKEN};

/// Somebody who talks to the bot.
pub(super) const OFFICE: i64 = 4_001;

/// A server, and a bot's own calls to it, as they go over the wire.
pub(super) struct Line {
    pub(super) fake: Fake,
}

impl Line {
    pub(super) fn new() -> Self {
        let fake = Fake::start();
        fake.types(OFFICE, OFFICE, "/start");
        Self { fake }
    }

    /// A client with types.
    pub(super) fn bot(&self) -> Bot {
        Bot::new(TOKEN).set_api_url(self.fake.url().parse().unwrap())
    }

    /// Calls a method and gives the whole answer; null when the connection is lost.
    pub(super) fn call(&self, method: &str, args: &Value) -> Value {
        self.fake
            .handle()
            .block_on(ask(&self.fake.url(), TOKEN, method, args))
    }

    /// Calls a method that must be taken.
    pub(super) fn taken(&self, method: &str, args: &Value) -> Value {
        let answer = self.call(method, args);
        assert_eq!(answer["ok"], json!(true), "{method} {args}: {answer}");
        answer["result"].clone()
    }

    /// Calls a method that must be refused, and gives why.
    pub(super) fn refused(&self, method: &str, args: &Value) -> String {
        let answer = self.call(method, args);
        assert_eq!(answer["ok"], json!(false), "{method} {args}: {answer}");
        format!(
            "{} {}",
            answer["error_code"],
            answer["description"].as_str().unwrap()
        )
    }

    /// Sends a text and gives the message's id.
    pub(super) fn sent(&self, text: &str) -> Value {
        self.taken("sendMessage", &json!({"chat_id": OFFICE, "text": text}))["message_id"].clone()
    }
}

/// One call over a connection of its own.
pub(super) async fn ask(url: &str, token: &str, method: &str, args: &Value) -> Value {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let body = args.to_string();
    let host = url.strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let request = format!(
        "POST /bot{token}/{method} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    if stream.read_to_string(&mut answer).await.is_err() {
        return Value::Null;
    }
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    serde_json::from_str(body).unwrap_or(Value::Null)
}

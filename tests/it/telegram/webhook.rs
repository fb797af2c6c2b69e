//! Telegram brings the updates instead of being asked for them.

use std::net::TcpListener;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use crate::telegram::bot::{Bot, Start, today};
use crate::telegram::fake::{Fake, TOKEN};
use crate::telegram::kept::sessions;
use crate::telegram::mirror::Mirror;
use crate::telegram::office::Office;

const SECRET: &str = "hook-secret_0123456789";

/// Where a bot waits for updates.
struct Place {
    fake: Fake,
    data: TempDir,
    address: String,
}

impl Place {
    fn new() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        Self {
            fake: Fake::start(),
            data: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
            address: free.local_addr().unwrap().to_string(),
        }
    }

    fn start(&self) -> Bot {
        let url = format!("http://{}/telegram", self.address);
        let bot = Start::new(&self.fake, self.data.path())
            .with("PREAUTH__TELEGRAM__WEBHOOK_URL", &url)
            .with("PREAUTH__TELEGRAM__WEBHOOK_LISTEN", &self.address)
            .with("PREAUTH_TELEGRAM_WEBHOOK_SECRET", SECRET)
            .go();
        let set = self.fake.wait_for(Duration::from_secs(30), |world| {
            world.webhook.as_ref().map(|webhook| webhook.secret.clone())
        });
        assert_eq!(set.as_deref(), Some(SECRET), "{}", bot.log());
        bot
    }

    /// Posts to the bot as somebody who knows its address; gives the status.
    fn post(&self, secret: &str, body: &str) -> u16 {
        self.offer(secret, body).unwrap()
    }

    /// The same; an error when the bot hangs up before it has read everything.
    fn offer(&self, secret: &str, body: &str) -> std::io::Result<u16> {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "POST /telegram HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             X-Telegram-Bot-Api-Secret-Token: {secret}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer.split_whitespace().nth(1).unwrap().parse().unwrap())
    }
}

#[test]
fn a_conversation_is_brought_and_outlives_the_bot() {
    let place = Place::new();
    let mut bot = place.start();
    let office = Office::new(&place.fake, 8);
    assert!(office.says("/start").text.contains("Which procedure"));
    assert!(office.says("PVP").text.contains("being treated"));
    bot.kill();
    // Nobody is there, so it is brought again until somebody is.
    let from = office.count();
    office.types("osteoporotic fracture");
    let mut bot = place.start();
    let asked = place.fake.wait(8, Duration::from_secs(30), |chat| {
        let mut new = chat.sent().skip(from);
        new.any(|said| said.text.contains("When did the fracture"))
            .then_some(())
    });
    assert_eq!(asked, Some(()), "{}", bot.log());
    bot.kill();
    let mut mirror = Mirror::new(8, "en-US", today());
    mirror.arrives();
    mirror.types("PVP");
    mirror.types("osteoporotic fracture");
    assert_eq!(sessions(place.data.path(), 8), mirror.sessions(8));
}

#[test]
fn nobody_brings_updates_who_does_not_know_the_secret() {
    let place = Place::new();
    let bot = place.start();
    let chat = json!({"id": 9, "type": "private", "first_name": "Office"});
    let from = json!({"id": 9, "is_bot": false, "first_name": "Office"});
    let message = json!({"message_id": 1, "date": 1, "chat": chat, "from": from, "text": "/start"});
    let update = json!({"update_id": 77, "message": message}).to_string();
    place.fake.world().chat(9).begun = true;
    for secret in [
        "",
        "hook-secret_012345678",
        "hook-secret_01234567890",
        TOKEN,
    ] {
        let status = place.post(secret, &update);
        assert!((400..500).contains(&status), "{status} for `{secret}`");
    }
    assert_eq!(place.fake.world().chat(9).sent().len(), 0);
    assert_eq!(place.post(SECRET, &update), 200, "{}", bot.log());
    assert!(
        Office::new(&place.fake, 9)
            .message(0)
            .text
            .contains("Which procedure")
    );
    // Too much is not read, and what cannot be read does no harm.
    let refused = place.offer(SECRET, &"x".repeat(3 << 20));
    assert!(refused.map_or(true, |status| status >= 400));
    place.post(SECRET, "{\"update_id\": 78, \"message\": 5}");
    place.post(SECRET, "garbage");
    assert!(
        Office::new(&place.fake, 9)
            .says("PVP")
            .text
            .contains("being treated")
    );
}

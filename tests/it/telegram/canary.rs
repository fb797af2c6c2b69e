//! What identifies a patient, and the token, are looked for wherever they could have stayed: in the log, in every byte of
//! the store, and in every word that was said.

use std::path::Path;
use std::time::Duration;

use preauth::domain::day::Day;
use serde_json::json;

use crate::telegram::bot::Start;
use crate::telegram::fake::{Fake, Fault, TOKEN, Thing, What};
use crate::telegram::office::Office;

/// Messages that hold somebody's name, dates and numbers.
const TYPED: [&str; 12] = [
    "Zebulon Quackenbush DOB 03/04/1944 member id XQZ998877",
    "patient name is Zebulon Quackenbush, fracture at L2",
    "SSN 987-65-4320",
    "MRN 55667788, call 410-555-0177 or zebulon.q@example.org",
    "/start Zebulon-Quackenbush-987-65-4320",
    "/help Quackenbush 410-555-0177",
    "/delete zebulon.q@example.org",
    "el paciente se llama Zebulon Quackenbush, fecha de nacimiento 4 de marzo de 1944",
    "seguro social 987-65-4320, número de miembro XQZ998877",
    "Quackenbush",
    "<b>Quackenbush</b> & <a href='http://zebulon'>x</a>",
    "L1 for Zebulon Quackenbush, 9 weeks of PT",
];

/// What must be nowhere. The last is the secret part of the token.
const CANARIES: [&str; 9] = [
    "zebulon",
    "quackenbush",
    "987-65-4320",
    "987654320",
    "xqz998877",
    "55667788",
    "555-0177",
    "03/04/1944",
    "fake-0secret1of2the3bot4abcdefghij",
];

/// Says everything that must not stay, in every way there is.
fn drive(fake: &Fake, chat: i64, language: &str) {
    let office = Office::speaking(fake, chat, Some(language));
    office.says("/start");
    for text in TYPED.iter().chain(&[TOKEN]) {
        let id = office.types(text);
        office.edits(id, &format!("{text} again"));
    }
    for thing in Thing::ALL {
        fake.sends(chat, thing, Some(TYPED[0]));
    }
    for data in ["Zebulon Quackenbush", "987-65-4320"] {
        let press = office.forges(1, data);
        office.answer_to(&press);
    }
    let broken = json!({"message_id": 1, "text": TYPED[0], "from": {"first_name": "Zebulon"}});
    fake.world().queue.push(chat, "message", broken);
    office.says("help");
}

fn contents(place: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(place).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => contents(&path, found),
            false => found.push((path.display().to_string(), std::fs::read(&path).unwrap())),
        }
    }
}

/// Where a canary is found.
fn sightings(places: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut seen = Vec::new();
    for (name, bytes) in places {
        let lower = bytes.to_ascii_lowercase();
        for canary in CANARIES {
            let mut windows = lower.windows(canary.len());
            if windows.any(|window| window == canary.as_bytes()) {
                seen.push(format!("`{canary}` in {name}"));
            }
        }
    }
    seen
}

/// Everything that the bot said, over buttons as well.
fn said(fake: &Fake) -> String {
    let world = fake.world();
    let own = |said: &&crate::telegram::fake::Said| said.deed != crate::telegram::fake::Deed::Heard;
    let all = world.chats().flat_map(|chat| chat.said.iter().filter(own));
    all.map(|said| format!("{} {:?}\n", said.text, said.keyboard))
        .collect()
}

fn troubles(fake: &Fake) {
    for (method, what) in [
        (
            "sendmessage",
            What::Refused(400, "Bad Request: SOMETHING_ELSE"),
        ),
        ("sendmessage", What::LostAfter),
        (
            "editmessagetext",
            What::Refused(400, "Bad Request: SOMETHING_ELSE"),
        ),
        (
            "deletemessage",
            What::Refused(400, "Bad Request: message can't be deleted"),
        ),
        ("getupdates", What::LostAfter),
    ] {
        fake.fault(Fault {
            one_in: 5,
            ..Fault::always(method, what)
        });
    }
}

#[test]
fn what_is_looked_for_would_be_found() {
    let places = [("log".to_owned(), b"chat 5: Zebulon QUACKENBUSH".to_vec())];
    assert_eq!(sightings(&places).len(), 2);
    let lower = TOKEN.to_ascii_lowercase();
    assert!(lower.ends_with(CANARIES[8]));
}

#[test]
fn nothing_that_identifies_anybody_stays_anywhere() {
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let fake = Fake::start();
    let mut bot = talkative(&fake, data.path()).go();
    drive(&fake, 1, "en");
    drive(&fake, 2, "es");
    bot.kill();
    let first = bot.log();
    troubles(&fake);
    let mut bot = talkative(&fake, data.path()).go();
    drive_in_trouble(&fake, 3);
    fake.world().faults.clear();
    // A token that is refused, and another bot beside this one.
    fake.fault(Fault {
        times: 2,
        ..Fault::once("getupdates", What::Refused(401, "Unauthorized"))
    });
    Office::new(&fake, 4).says("/start");
    bot.terminate();
    assert!(bot.ended(Duration::from_secs(20)).is_some());
    let mut places = vec![
        ("the first log".to_owned(), first.into_bytes()),
        ("the log".to_owned(), bot.log().into_bytes()),
        ("what was said".to_owned(), said(&fake).into_bytes()),
    ];
    contents(data.path(), &mut places);
    let seen = sightings(&places);
    assert!(seen.is_empty(), "{seen:#?}");
}

/// A bot that tells all it can.
fn talkative(fake: &Fake, data: &Path) -> Start {
    Start::on(fake, data, &Day::parse("2026-11-22").unwrap().to_string()).with("RUST_LOG", "trace")
}

/// The same where calls fail, so that no single reply can be waited for.
fn drive_in_trouble(fake: &Fake, chat: i64) {
    let office = Office::new(fake, chat);
    office.types("/start");
    for text in TYPED {
        office.types(text);
    }
    let heard = fake.wait_for(Duration::from_secs(60), |world| {
        let waiting = world.queue.waiting.iter().any(|update| update.chat == chat);
        (!waiting && world.queue.confirmed > 0).then_some(())
    });
    assert_eq!(heard, Some(()));
}

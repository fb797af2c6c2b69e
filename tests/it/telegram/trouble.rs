//! Telegram in trouble, and the way to it: the bot goes on, says what is wrong, and loses nothing.

use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::telegram::bot::{Bot, Start, today};
use crate::telegram::fake::{Fake, Fault, What};
use crate::telegram::kept::sessions;
use crate::telegram::mirror::Mirror;
use crate::telegram::office::Office;

const TYPED: [&str; 9] = [
    "PVP",
    "osteoporotic fracture",
    "4 weeks ago",
    "yes",
    "no",
    "she gets around with a walker",
    "yes",
    "yes",
    "L3",
];

/// How each of them is asked.
const ASKED: [&str; 10] = [
    "Which procedure",
    "being treated",
    "When did the fracture",
    "Is this right?",
    "in the hospital",
    "How does the patient walk",
    "Is this right?",
    "cause symptoms",
    "Which level",
    "Is everything right?",
];

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// Waits for a message with these words, however often others come before it.
fn hears(office: &Office<'_>, from: usize, words: &str) {
    let heard = office
        .fake
        .wait(office.chat, Duration::from_secs(60), |chat| {
            let mut new = chat.sent().skip(from);
            new.any(|said| said.text.contains(words)).then_some(())
        });
    assert!(heard.is_some(), "no `{words}` in {:#?}", office.history());
}

/// Holds the conversation whatever happens, and compares what was kept.
fn holds(fake: &Fake, data: &TempDir, bot: &mut Bot, between: impl Fn(usize)) {
    let office = Office::new(fake, 5);
    office.types("/start");
    hears(&office, 0, ASKED[0]);
    for (number, text) in TYPED.iter().enumerate() {
        between(number);
        let from = office.count();
        office.types(text);
        hears(&office, from, ASKED[number + 1]);
    }
    bot.kill();
    let mut mirror = Mirror::new(5, "en-US", today());
    mirror.arrives();
    TYPED.iter().for_each(|text| drop(mirror.types(text)));
    assert_eq!(sessions(data.path(), 5), mirror.sessions(5));
}

#[test]
fn lost_connections_lose_no_answer_and_no_reply() {
    let (fake, data) = (Fake::start(), folder());
    for (method, what) in [
        ("getupdates", What::LostBefore),
        ("getupdates", What::LostAfter),
        ("sendmessage", What::LostBefore),
        ("sendmessage", What::LostAfter),
        ("editmessagetext", What::LostAfter),
    ] {
        fake.fault(Fault {
            one_in: 4,
            ..Fault::always(method, what)
        });
    }
    let mut bot = Bot::start(&fake, data.path());
    holds(&fake, &data, &mut bot, |_| {});
}

#[test]
fn a_fault_of_the_server_is_waited_for() {
    let (fake, data) = (Fake::start(), folder());
    fake.fault(Fault::once("getupdates", What::Status(502)));
    let mut bot = Bot::start(&fake, data.path());
    holds(&fake, &data, &mut bot, |number| {
        if number == 2 {
            fake.fault(Fault::once("sendmessage", What::Status(500)));
        }
    });
}

#[test]
fn after_an_outage_everything_is_answered() {
    let (fake, data) = (Fake::start(), folder());
    let mut bot = Bot::start(&fake, data.path());
    let office = Office::new(&fake, 6);
    office.says("/start");
    let from = office.count();
    fake.outage(true);
    office.types("PVP");
    // Long enough for several tries.
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(office.count(), from);
    fake.outage(false);
    hears(&office, from, ASKED[1]);
    assert!(bot.log().contains("cannot be reached"), "{}", bot.log());
    holds(&fake, &data, &mut bot, |_| {});
}

#[test]
fn updates_that_come_again_are_taken_once() {
    let (fake, data) = (Fake::start(), folder());
    fake.world().queue.keep();
    let mut bot = Bot::start(&fake, data.path());
    holds(&fake, &data, &mut bot, |number| {
        for others in 0..number.min(3) {
            fake.world().queue.repeat_before(5, others);
        }
    });
}

#[test]
fn a_bot_that_cannot_ask_who_it_is_does_its_work() {
    let (fake, data) = (Fake::start(), folder());
    fake.fault(Fault::always(
        "getme",
        What::Refused(400, "Bad Request: no"),
    ));
    let mut bot = Bot::start(&fake, data.path());
    holds(&fake, &data, &mut bot, |_| {});
}

#[test]
fn updates_that_nobody_can_read_stop_nothing() {
    let (fake, data) = (Fake::start(), folder());
    let mut bot = Bot::start(&fake, data.path());
    holds(&fake, &data, &mut bot, |number| {
        let mut world = fake.world();
        for body in [
            json!({"garbage": number}),
            json!(null),
            json!({"message_id": 1}),
        ] {
            world.queue.push(5, "message", body);
        }
        world.queue.push(5, "callback_query", json!({"id": 7}));
    });
}

#[test]
fn a_second_bot_is_told_of_and_the_first_goes_on_without_it() {
    let (fake, data, other) = (Fake::start(), folder(), folder());
    let mut bot = Bot::start(&fake, data.path());
    let mut second = Bot::start(&fake, other.path());
    let conflict = fake.wait_for(Duration::from_secs(30), |world| {
        world
            .calls
            .iter()
            .any(|call| call.code == Some(409))
            .then_some(())
    });
    assert_eq!(conflict, Some(()));
    let told = "another program asks for this bot's updates";
    let deadline = Instant::now() + Duration::from_secs(30);
    while !bot.log().contains(told) && !second.log().contains(told) {
        assert!(Instant::now() < deadline, "{}\n{}", bot.log(), second.log());
        // What a child writes cannot be waited for.
        std::thread::sleep(Duration::from_millis(2));
    }
    second.kill();
    holds(&fake, &data, &mut bot, |_| {});
}

#[test]
fn a_token_that_nobody_knows_is_told_and_the_token_is_not() {
    let (fake, data) = (Fake::start(), folder());
    let token = "700001:wrong0secret1of2the3bot";
    let mut bot = Start::new(&fake, data.path())
        .with("PREAUTH_TELEGRAM_TOKEN", token)
        .go();
    let refused = fake.wait_for(Duration::from_secs(30), |world| {
        let polls = world
            .calls
            .iter()
            .filter(|call| call.method == "getupdates");
        (polls.filter(|call| call.code == Some(401)).count() > 1).then_some(())
    });
    assert_eq!(refused, Some(()));
    assert!(bot.runs());
    assert!(
        bot.log().contains("does not know the token"),
        "{}",
        bot.log()
    );
    assert!(!bot.log().contains("wrong0secret"), "{}", bot.log());
}

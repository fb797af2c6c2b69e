//! Chats do not wait for each other: not for one that sends a great deal, not for one to which too much was sent, and not
//! for one that wants no more.

use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::telegram::bot::Bot;
use crate::telegram::fake::Fake;
use crate::telegram::office::{Office, PATIENCE};

/// Messages that one chat sends at once.
const MANY: usize = 500;

/// How much longer another chat may wait meanwhile. A build for tests takes several times as long as one for use.
const LONGER: Duration = Duration::from_millis(if cfg!(debug_assertions) { 400 } else { 50 });

fn scene() -> (Fake, TempDir, Bot) {
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let fake = Fake::start();
    let bot = Bot::start(&fake, data.path());
    (fake, data, bot)
}

/// How long an office waits for its reply.
fn reply(office: &Office<'_>, text: &str) -> Duration {
    let count = office.count();
    let began = Instant::now();
    office.types(text);
    office.message(count).at - began
}

/// The reply that takes the middle of these times.
fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}

#[test]
fn one_chat_that_sends_a_great_deal_does_not_hold_up_another() {
    let (fake, _data, _bot) = scene();
    let office = Office::new(&fake, 1);
    office.says("/start");
    let alone = median((0..9).map(|_| reply(&office, "help")).collect());
    let beside: Vec<Duration> = (2..7)
        .map(|chat| {
            let other = Office::new(&fake, chat);
            other.says("/start");
            let count = other.count();
            // All of them wait when the bot asks for the next updates.
            fake.world().queue.hold();
            for _ in 0..MANY {
                other.types("help");
            }
            fake.world().queue.release(|_| {});
            let took = reply(&office, "help");
            other.message(count + MANY - 1);
            took
        })
        .collect();
    println!("alone {alone:?}, beside {MANY} messages {beside:?}");
    // Other programs of the machine only ever add to it.
    let least = beside.iter().min().unwrap();
    assert!(
        *least < alone + LONGER,
        "alone {alone:?}, beside {beside:?}"
    );
}

#[test]
fn too_much_for_one_chat_delays_no_other_and_is_waited_for() {
    let (fake, _data, bot) = scene();
    let (limited, free) = (Office::new(&fake, 1), Office::new(&fake, 2));
    limited.says("/start");
    free.says("/start");
    let limit = Duration::from_secs(4);
    let count = limited.count();
    fake.world().faults.limit(Some(limited.chat), limit);
    let began = Instant::now();
    limited.types("PVP");
    fake.wait_for(PATIENCE, |world| {
        world
            .calls
            .iter()
            .any(|call| call.code == Some(429))
            .then_some(())
    });
    for _ in 0..10 {
        free.says("help");
    }
    assert_eq!(
        limited.count(),
        count,
        "the others took longer than {limit:?}"
    );
    let late = limited.message(count);
    assert!(late.at - began >= limit - Duration::from_millis(100));
    assert!(late.text.contains("being treated"), "{late:?}");
    assert_eq!(fake.world().faults.impatient, 0, "{}", bot.log());
}

#[test]
fn an_office_that_blocked_the_bot_is_left_alone_until_it_comes_back() {
    let (fake, _data, mut bot) = scene();
    let (gone, other) = (Office::new(&fake, 1), Office::new(&fake, 2));
    gone.says("/start");
    other.says("/start");
    fake.world().queue.hold();
    gone.types("PVP");
    fake.blocks(gone.chat, true);
    fake.world().queue.release(|_| {});
    let refused = |code: u16| {
        let calls = fake.world().calls.clone();
        calls.iter().filter(|call| call.code == Some(code)).count()
    };
    // The reply, and the edit of the question beside it.
    let both = fake.wait_for(PATIENCE, |world| {
        let refused = world.calls.iter().filter(|call| call.code == Some(403));
        (refused.count() == 2).then_some(())
    });
    assert!(both.is_some(), "{}", bot.log());
    let tries = refused(403);
    for _ in 0..5 {
        other.says("help");
    }
    assert_eq!(refused(403), tries, "{}", bot.log());
    // Not after a new start either.
    bot.terminate();
    assert!(bot.ended(PATIENCE).is_some(), "{}", bot.log());
    let bot = Bot::start(&fake, _data.path());
    other.says("help");
    assert_eq!(refused(403), tries, "{}", bot.log());
    fake.blocks(gone.chat, false);
    let back = gone.says("/start");
    assert!(back.text.contains("being treated"), "{back:?}");
}

//! Updates that come once more: in one batch, after a crash, and when what they belong to is gone.

use tempfile::TempDir;

use crate::telegram::bot::{Bot, today};
use crate::telegram::fake::Fake;
use crate::telegram::kept::sessions;
use crate::telegram::mirror::Mirror;
use crate::telegram::office::Office;

fn start() -> (Fake, TempDir, Bot) {
    let (fake, data) = (
        Fake::start(),
        tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
    );
    fake.world().queue.keep();
    let bot = Bot::start(&fake, data.path());
    (fake, data, bot)
}

fn as_typed(data: &TempDir, chat: i64, typed: &[&str]) {
    let mut mirror = Mirror::new(chat, "en-US", today());
    mirror.arrives();
    typed.iter().for_each(|text| drop(mirror.types(text)));
    assert_eq!(sessions(data.path(), chat), mirror.sessions(chat));
}

#[test]
fn an_update_twice_in_a_batch_costs_nobody_an_answer() {
    let (fake, data, mut bot) = start();
    let [one, other] = [7, 8].map(|chat| Office::new(&fake, chat));
    one.says("/start");
    other.says("/start");
    fake.world().queue.hold();
    one.types("kyphoplasty");
    other.types("vertebroplasty");
    fake.world().queue.twice();
    fake.world().queue.release(|_| {});
    for office in [one, other] {
        assert!(office.message(1).text.contains("being treated"));
    }
    bot.kill();
    as_typed(&data, 7, &["kyphoplasty"]);
    as_typed(&data, 8, &["vertebroplasty"]);
}

#[test]
fn what_was_not_taken_is_not_taken_later() {
    let (fake, data, mut bot) = start();
    let office = Office::new(&fake, 7);
    office.says("/start");
    office.says("kyphoplasty for an osteoporotic fracture at L1");
    // It means nothing here, and something at the next question.
    office.says("not on record");
    office.says("yes");
    bot.kill();
    let mut again = Bot::start(&fake, data.path());
    // The refused one comes again after the bot died, as it does when its batch was not confirmed.
    office.after(|office| {
        office.fake.world().queue.repeat_before(7, 1);
    });
    office.says("/status");
    again.kill();
    let typed = ["kyphoplasty for an osteoporotic fracture at L1", "yes"];
    as_typed(&data, 7, &typed);
}

#[test]
fn what_was_said_in_a_case_that_is_erased_is_not_said_in_another() {
    let (fake, data, mut bot) = start();
    let [office, other] = [7, 8].map(|chat| Office::new(&fake, chat));
    for text in ["/start", "kyphoplasty", "/delete", "yes"] {
        office.says(text);
    }
    bot.kill();
    let mut again = Bot::start(&fake, data.path());
    {
        let queue = &mut fake.world().queue;
        queue.repeat_before(7, 2);
        queue.repeat_before(7, 1);
        queue.repeat_before(7, 0);
    }
    assert!(other.says("kyphoplasty").text.contains("being treated"));
    let last = office.says("/status").text;
    assert!(!last.contains("not kept"), "{:#?}", office.history());
    again.kill();
    assert_eq!(sessions(data.path(), 7).len(), 0);
    assert_eq!(sessions(data.path(), 8).len(), 1);
}

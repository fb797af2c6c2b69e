//! Several cases in one chat, and several chats in one case.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::command::run;
use crate::telegram::bot::{Bot, Start};
use crate::telegram::fake::{Deed, Fake, Said};
use crate::telegram::kept::sessions;
use crate::telegram::let_in::{case_in, invited, scene};
use crate::telegram::manners::result;
use crate::telegram::office::{Office, PATIENCE};

fn open() -> (Fake, TempDir, Bot) {
    let (fake, data) = (
        Fake::start(),
        tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
    );
    let bot = Bot::start(&fake, data.path());
    (fake, data, bot)
}

fn has(said: &Said, label: &str) -> bool {
    let mut buttons = said.keyboard.iter().flatten();
    buttons.any(|button| button.text.contains(label))
}

/// The first message from the bot, after so many, that says this.
fn hears(office: &Office<'_>, after: usize, words: &str) -> Said {
    let heard = office.fake.wait(office.chat, PATIENCE, |chat| {
        let mut new = chat.sent().skip(after);
        new.find(|said| said.text.contains(words)).cloned()
    });
    heard.unwrap_or_else(|| panic!("`{words}` was not said: {:#?}", office.history()))
}

/// Begins a new case, and waits until it has begun, whatever else is said before.
fn begins(office: &Office<'_>) {
    let count = office.count();
    office.types("/new");
    hears(office, count, "Which procedure");
}

#[test]
fn a_new_case_leaves_the_old_one_as_it_is() {
    let (fake, data, mut bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    let first = case_in(&office.says("sacroplasty").text);
    let began = office.chooses("New case");
    let second = case_in(&began.text);
    assert_ne!(first, second);
    assert!(began.text.contains("Which procedure"), "{}", began.text);
    assert_eq!(
        case_in(
            &office
                .says("/new")
                .text
                .replace("Welcome back to case ", "Case reference: ")
        ),
        second
    );
    office.presses("Kyphoplasty");
    let asked = office.chooses("Done");
    assert!(asked.text.contains("being treated"), "{}", asked.text);
    let third = case_in(&office.says("/new").text);
    assert_ne!(second, third);
    assert!(office.says(&first).text.contains("Result for"));
    assert!(office.says(&second).text.contains("being treated"));
    bot.kill();
    assert_eq!(sessions(data.path(), 7).len(), 3);
}

#[test]
fn what_a_chat_was_not_shown_it_does_not_answer() {
    let (fake, data, mut bot) = open();
    let [one, other] = [7, 8].map(|chat| Office::new(&fake, chat));
    one.says("/start");
    let case = case_in(&one.says("kyphoplasty").text);
    other.says(&case);
    other.says("osteoporotic");
    let told = one.says("3 weeks ago").text;
    assert!(
        told.contains("was not used") && told.contains("When did"),
        "{told}"
    );
    assert!(one.says("3 weeks ago").text.contains("Is this right"));
    let told = other.says("no").text;
    assert!(
        told.contains("was not used") && told.contains("Is this right"),
        "{told}"
    );
    assert!(other.says("/help").text.contains("Is this right"));
    assert!(!other.says("yes").text.contains("Is this right"));
    bot.kill();
    let kept = format!("{:?}", sessions(data.path(), 7));
    assert!(!kept.contains("Declined"), "{kept}");
}

#[test]
fn an_answer_to_what_another_day_asks_is_not_taken_unseen() {
    let (fake, data, mut bot) = open();
    let office = Office::new(&fake, 7);
    result(&office);
    bot.terminate();
    assert!(bot.ended(PATIENCE).is_some());
    let _later = Start::on(&fake, data.path(), "2026-12-03").go();
    let told = office.says("all").text;
    assert!(
        told.contains("was not used") && told.contains("Welcome back"),
        "{told}"
    );
}

#[test]
fn everybody_in_a_case_is_reminded_and_a_chat_in_another_case_is_asked_nothing() {
    let (fake, data, mut bot) = open();
    let [one, other] = [7, 8].map(|chat| Office::new(&fake, chat));
    let case = case_in(&result(&one).text);
    assert!(one.chooses("Remind").text.contains("December 3, 2026"));
    other.says(&case);
    begins(&one);
    bot.kill();
    let counts = [one, other].map(|office| office.count());
    let _later = Start::on(&fake, data.path(), "2026-12-03").go();
    let asked = hears(&other, counts[1], "the reminder you asked for");
    assert!(!asked.keyboard.is_empty(), "{asked:?}");
    // The one who is in a new case is asked about that.
    let question = one.says("/start");
    assert!(question.text.contains("Which procedure"), "{question:?}");
    let reminded = one.history();
    let reminded: Vec<_> = reminded
        .iter()
        .skip_while(|said| said.text != question.text)
        .filter(|said| said.text.contains("the reminder") && !said.keyboard.is_empty())
        .collect();
    assert!(reminded.is_empty(), "{reminded:#?}");
}

#[test]
fn a_chat_that_is_in_another_case_now_is_told_and_not_asked() {
    let (fake, data, mut bot) = open();
    let office = Office::new(&fake, 7);
    result(&office);
    office.chooses("Remind");
    begins(&office);
    bot.terminate();
    assert!(bot.ended(PATIENCE).is_some());
    let count = office.count();
    let _later = Start::on(&fake, data.path(), "2026-12-03").go();
    let told = hears(&office, count, "the reminder you asked for");
    assert!(told.keyboard.is_empty(), "{told:?}");
    assert!(!told.text.contains("How did the pain"), "{told:?}");
}

#[test]
fn a_reminder_that_was_not_sent_asks_nothing_either_of_a_chat_in_another_case() {
    let (fake, data, mut bot) = open();
    let office = Office::new(&fake, 7);
    result(&office);
    office.chooses("Remind");
    begins(&office);
    bot.terminate();
    assert!(bot.ended(PATIENCE).is_some());
    fake.outage(true);
    let mut mute = Start::on(&fake, data.path(), "2026-12-03").go();
    let until = Instant::now() + PATIENCE;
    while !mute.log().contains("a message cannot be sent") {
        assert!(Instant::now() < until, "{}", mute.log());
        sleep(Duration::from_millis(20));
    }
    mute.kill();
    fake.outage(false);
    let count = office.count();
    let _later = Start::on(&fake, data.path(), "2026-12-03").go();
    let told = hears(&office, count, "the reminder you asked for");
    assert!(told.keyboard.is_empty(), "{told:?}");
}

#[test]
fn whoever_was_in_a_case_that_is_erased_is_told() {
    let (fake, _data, _bot) = open();
    let [one, other] = [7, 8].map(|chat| Office::new(&fake, chat));
    one.says("/start");
    let case = case_in(&one.says("kyphoplasty").text);
    other.says(&case);
    let count = one.count();
    other.says("/delete");
    let erased = other.chooses("Yes");
    assert!(has(&erased, "New case"), "{erased:?}");
    assert!(hears(&one, count, "was erased").text.contains(&case));
}

#[test]
fn a_chat_that_moves_to_another_office_leaves_its_cases_behind() {
    let (fake, data, _bot) = scene();
    let (first, own) = invited(data.path(), None);
    let (second, _) = invited(data.path(), Some(&own));
    let (third, _) = invited(data.path(), None);
    let [moving, staying] = [7, 8].map(|chat| Office::new(&fake, chat));
    moving.says(&format!("/start {first}"));
    staying.says(&second);
    let case = case_in(&moving.says("kyphoplasty").text);
    revoke(data.path(), "telegram:7");
    // Stays are told apart by the second.
    sleep(Duration::from_millis(1_100));
    let welcome = moving.says(&third);
    assert!(welcome.text.contains("Which procedure"), "{welcome:?}");
    let status = moving.says("/status");
    assert!(!status.text.contains(&case));
    let closed = moving.says(&case);
    assert!(
        closed.text.contains("no case with this reference"),
        "{case} {welcome:?} {status:?} {closed:?}"
    );
    let still = staying.says(&case);
    assert!(still.text.contains("being treated"), "{still:?}");
}

#[test]
fn whoever_was_revoked_is_sent_nothing_more() {
    let (fake, data, mut bot) = scene();
    let (first, own) = invited(data.path(), None);
    let (second, _) = invited(data.path(), Some(&own));
    let [gone, colleague] = [7, 8].map(|chat| Office::new(&fake, chat));
    gone.says(&format!("/start {first}"));
    colleague.says(&second);
    let case = case_in(&result(&gone).text);
    gone.chooses("Remind");
    colleague.says(&case);
    bot.kill();
    revoke(data.path(), "telegram:7");
    let (count, before) = (gone.count(), colleague.count());
    let _later = Start::on(&fake, data.path(), "2026-12-03")
        .with("PREAUTH__ACCESS__OPEN", "false")
        .go();
    hears(&colleague, before, "the reminder you asked for");
    assert_eq!(gone.count(), count, "{:#?}", gone.history());
}

fn revoke(data: &Path, whom: &str) {
    let place = data.to_str().unwrap();
    let revoked = run(&["access", "revoke", whom, "--data", place], b"");
    assert_eq!(revoked.code, Some(0), "{}", revoked.err);
}

#[test]
fn a_button_of_an_earlier_question_takes_nothing_back() {
    let (fake, data, mut bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    office.says("kyphoplasty");
    let old = office.says("osteoporotic");
    let next = office.says("10/11/2026");
    assert!(next.text.contains("Is this right"), "{next:?}");
    let told = office.answer_to(&office.presses_again(&old, "Back"));
    assert!(told.contains("earlier question"), "{told}");
    office.chooses("Yes");
    bot.kill();
    let kept = format!("{:?}", sessions(data.path(), 7));
    assert!(
        !kept.contains("Revisited") && kept.contains("Answered"),
        "{kept}"
    );
}

#[test]
fn what_was_ticked_counts_with_what_is_typed() {
    let (fake, _data, _bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    office.presses("Vertebroplasty");
    let ticked = office.fake.wait(7, PATIENCE, |chat| {
        let label = &chat.offering()?.keyboard.first()?.first()?.text;
        label.contains('☑').then_some(())
    });
    assert!(ticked.is_some());
    let help = office.says("help");
    assert!(has(&help, "☑"), "{help:?}");
    office.says("kyphoplasty");
    let so_far = office.says("/summary").text;
    assert!(
        so_far.contains("Vertebroplasty and Kyphoplasty"),
        "{so_far}"
    );
}

#[test]
fn messages_of_kinds_that_nobody_knows_yet_are_answered() {
    let (fake, _data, _bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    let push = |number: i32, rest: serde_json::Value| {
        let mut message = json!({
            "message_id": number, "date": 1, "chat": {"id": 7, "type": "private", "first_name": "A"},
            "from": {"id": 7, "is_bot": false, "first_name": "A"},
        });
        message
            .as_object_mut()
            .unwrap()
            .extend(rest.as_object().unwrap().clone());
        office.after(|office| {
            office.fake.world().queue.push(7, "message", message);
        })
    };
    let entity = json!([{"type": "some_new_kind", "offset": 0, "length": 3}]);
    let asked = push(900, json!({"text": "kyphoplasty", "entities": entity}));
    assert!(asked.text.contains("being treated"), "{asked:?}");
    let told = push(
        901,
        json!({"some_new_thing": {}, "caption": "x", "caption_entities": entity}),
    );
    assert!(told.text.contains("Please type the answer"), "{told:?}");
}

#[test]
fn an_update_that_cannot_be_read_holds_up_no_other() {
    let (fake, data, _bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    let mut deep = json!(1);
    for _ in 0..140 {
        deep = json!([deep]);
    }
    fake.world().queue.hold();
    office.types("kyphoplasty");
    let update = json!({"text": deep});
    fake.world().queue.push(9, "message", update);
    fake.world().queue.release(|_| {});
    assert!(office.message(1).text.contains("being treated"));
    assert!(office.says("osteoporotic").text.contains("When did"));
    let noted = std::fs::read_to_string(data.path().join("dead-letters.jsonl"));
    assert_eq!(noted.unwrap_or_default().lines().count(), 1);
}

#[test]
fn what_may_name_a_patient_is_deleted_wherever_it_stands() {
    let (fake, _data, _bot) = open();
    let office = Office::new(&fake, 7);
    office.says("/start");
    let id = office.types("kyphoplasty");
    office.message(1);
    office.edits(id, "her SSN is 123-45-6789");
    let beside = office.types("/new SSN 123-45-6789");
    for id in [id, beside] {
        let gone = office.fake.wait(7, PATIENCE, |chat| {
            let mut said = chat.said.iter();
            said.any(|said| said.id == id && said.deed == Deed::Deleted)
                .then_some(())
        });
        assert!(gone.is_some(), "{:#?}", office.history());
    }
}

//! Who is let in, over Telegram: an invitation by link or typed, one answer for a stranger, cases of one's own office.

use std::path::Path;

use tempfile::TempDir;

use crate::command::run;
use crate::telegram::bot::{Bot, Start, on_the_clock};
use crate::telegram::fake::Fake;
use crate::telegram::office::{Office, PATIENCE};

/// A bot that lets in only those who were invited.
pub(crate) fn scene() -> (Fake, TempDir, Bot) {
    let fake = Fake::start();
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let bot = Start::on(&fake, data.path(), &on_the_clock(0))
        .with("PREAUTH__ACCESS__OPEN", "false")
        .go();
    (fake, data, bot)
}

/// An invitation made while the bot runs: its code and its office.
pub(crate) fn invited(data: &Path, office: Option<&str>) -> (String, String) {
    let mut args = vec!["access", "invite", "--role", "office", "--json", "--data"];
    args.push(data.to_str().unwrap());
    args.extend(office.iter().flat_map(|office| ["--office", office]));
    let made = run(&args, b"");
    assert_eq!(made.code, Some(0), "{}", made.err);
    let made: serde_json::Value = serde_json::from_str(&made.out).unwrap();
    let text = |key: &str| made[key].as_str().unwrap().to_owned();
    (text("code"), text("office"))
}

pub(crate) fn case_in(text: &str) -> String {
    let after = text.split("Case reference: ").nth(1).expect(text);
    after.chars().take(9).collect()
}

#[test]
fn a_stranger_is_answered_once() {
    let (fake, _data, _bot) = scene();
    let stranger = Office::new(&fake, 7);
    assert!(stranger.says("hello").text.contains("invited offices"));
    stranger.types("kyphoplasty at L1");
    stranger.types("/start");
    // Somebody else is answered after them, so theirs were looked at by then.
    Office::new(&fake, 8).says("hello");
    assert_eq!(stranger.count(), 1, "{:#?}", stranger.history());
}

#[test]
fn an_invitation_lets_one_chat_in_and_no_other() {
    let (fake, data, _bot) = scene();
    let (code, _) = invited(data.path(), None);
    let office = Office::new(&fake, 7);
    let welcome = office.says(&format!("/start {code}"));
    assert!(welcome.text.contains("Welcome"), "{}", welcome.text);
    assert!(welcome.text.contains("Which procedure"), "{}", welcome.text);
    assert!(office.says("kyphoplasty").text.contains("being treated"));
    let other = Office::new(&fake, 8);
    assert!(other.says(&code).text.contains("not valid"));
    let typed = invited(data.path(), None).0.to_lowercase();
    assert!(other.says(&typed).text.contains("Welcome"));
}

#[test]
fn a_colleague_goes_on_with_a_case_and_another_office_cannot() {
    let (fake, data, _bot) = scene();
    let (first, own) = invited(data.path(), None);
    let (second, _) = invited(data.path(), Some(&own));
    let (third, _) = invited(data.path(), None);
    let [one, colleague, other] = [7, 8, 9].map(|chat| Office::new(&fake, chat));
    one.says(&format!("/start {first}"));
    colleague.says(&second);
    other.says(&third);
    let case = case_in(&one.says("kyphoplasty").text);
    let refused = other.says(&case).text;
    assert!(!refused.contains("being treated"), "{refused}");
    let refused = other.says(&format!("/start {case}")).text;
    assert!(!refused.contains("being treated"), "{refused}");
    let resumed = colleague.says(&case).text;
    assert!(resumed.contains("being treated"), "{resumed}");
    assert!(colleague.says("not on record").text.contains(' '));
    let log = run(
        &["access", "log", "--data", data.path().to_str().unwrap()],
        b"",
    );
    assert!(log.out.contains(&case), "{}", log.out);
}

/// A bot on another day, which closes what nobody has answered for a day.
fn later(fake: &Fake, data: &Path, today: &str) -> Bot {
    Start::on(fake, data, today)
        .with("PREAUTH__ACCESS__OPEN", "false")
        .with("PREAUTH__STORE__SESSION_EXPIRY_DAYS", "1")
        .go()
}

#[test]
fn a_case_that_is_over_still_belongs_to_its_office() {
    let (fake, data, mut bot) = scene();
    let (first, own) = invited(data.path(), None);
    let (second, _) = invited(data.path(), Some(&own));
    let (third, _) = invited(data.path(), None);
    let [one, colleague, other] = [7, 8, 9].map(|chat| Office::new(&fake, chat));
    one.says(&format!("/start {first}"));
    colleague.says(&second);
    other.says(&third);
    let cancelled = case_in(&one.says("kyphoplasty").text);
    one.says("cancel");
    assert!(one.says("yes").text.contains("cancelled"));
    one.says("/new");
    let expired = case_in(&one.says("kyphoplasty").text);
    bot.kill();
    let count = one.count();
    let _later = later(&fake, data.path(), &on_the_clock(3));
    let closed = fake.wait(7, PATIENCE, |chat| {
        let mut new = chat.sent().skip(count);
        new.find(|said| said.text.contains("was closed")).map(drop)
    });
    assert!(closed.is_some(), "{:#?}", one.history());
    let refused = other.says(&expired).text;
    assert!(!refused.contains("being treated"), "{refused}");
    for case in [&expired, &cancelled] {
        let resumed = colleague.says(case).text;
        assert!(resumed.contains("being treated"), "{resumed}");
    }
    let resumed = one.says(&expired).text;
    assert!(resumed.contains("being treated"), "{resumed}");
}

#[test]
fn whoever_was_revoked_is_a_stranger_again() {
    let (fake, data, _bot) = scene();
    let (code, office_id) = invited(data.path(), None);
    let office = Office::new(&fake, 7);
    office.says(&format!("/start {code}"));
    let place = data.path().to_str().unwrap();
    let revoked = run(&["access", "revoke", &office_id, "--data", place], b"");
    assert_eq!(revoked.code, Some(0), "{}", revoked.err);
    assert!(office.says("kyphoplasty").text.contains("invited offices"));
    let exported = run(&["sessions", "list", "--data", place], b"");
    assert!(!exported.out.contains("telegram"), "{}", exported.out);
}

#[test]
fn too_many_messages_are_told_of_once() {
    let fake = Fake::start();
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let _bot = Start::new(&fake, data.path())
        .with("PREAUTH__ACCESS__MESSAGES_PER_MINUTE", "2")
        .go();
    let office = Office::new(&fake, 7);
    office.says("/start");
    office.says("kyphoplasty");
    assert!(office.says("osteoporotic").text.contains("Please wait"));
    office.types("osteoporotic");
    assert!(
        Office::new(&fake, 8)
            .says("/start")
            .text
            .contains("Which procedure")
    );
    assert_eq!(office.count(), 3, "{:#?}", office.history());
}

//! Buttons that are pressed twice, too late, in another chat, or that nobody ever offered: nothing is taken that was not
//! meant, and every press is answered.

use tempfile::TempDir;

use crate::telegram::bot::{Bot, Start, today};
use crate::telegram::fake::{Fake, Said};
use crate::telegram::kept::sessions;
use crate::telegram::mirror::Mirror;
use crate::telegram::office::{Office, PATIENCE};

const CHAT: i64 = 31;

/// A bot, and an office that is asked what is treated.
struct Scene {
    fake: Fake,
    data: TempDir,
    bot: Bot,
}

impl Scene {
    fn new() -> Self {
        let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let fake = Fake::start();
        let bot = Bot::start(&fake, data.path());
        Self { fake, data, bot }
    }

    /// An office at the question about the cause, and how that was asked.
    fn asked(&self, chat: i64) -> (Office<'_>, Said) {
        let office = Office::new(&self.fake, chat);
        office.says("/start");
        let asked = office.says("PVP");
        assert!(asked.text.contains("being treated"), "{asked:?}");
        (office, asked)
    }

    /// What is kept of the chat is what is kept of somebody who types this.
    fn kept(mut self, chat: i64, typed: &[&str]) {
        self.bot.kill();
        let mut mirror = Mirror::new(chat, "en-US", today());
        mirror.arrives();
        typed.iter().for_each(|text| drop(mirror.types(text)));
        assert_eq!(sessions(self.data.path(), chat), mirror.sessions(chat));
    }
}

fn data_of(said: &Said, label: &str) -> String {
    let mut buttons = said.keyboard.iter().flatten();
    let button = buttons.find(|button| button.text.contains(label)).unwrap();
    button.data.clone().unwrap()
}

#[test]
fn a_button_says_what_can_be_typed_and_is_shown_with_the_answer() {
    let scene = Scene::new();
    let (office, asked) = scene.asked(CHAT);
    let next = office.chooses("Osteoporotic");
    assert!(next.text.contains("When did the fracture"), "{next:?}");
    let closed = scene.fake.wait(CHAT, PATIENCE, |chat| {
        let post = chat.posts.get(&asked.id)?;
        post.keyboard.is_empty().then(|| post.text.clone())
    });
    assert!(
        closed
            .unwrap()
            .contains("Osteoporotic compression fracture")
    );
    scene.kept(CHAT, &["PVP", "osteoporotic compression fracture"]);
}

#[test]
fn a_button_that_is_pressed_twice_counts_once() {
    let scene = Scene::new();
    let (office, _) = scene.asked(CHAT);
    let presses = office.presses_twice("Osteoporotic");
    presses
        .iter()
        .for_each(|press| drop(office.answer_to(press)));
    scene.kept(CHAT, &["PVP", "osteoporotic compression fracture"]);
}

#[test]
fn a_button_of_an_earlier_question_counts_no_more() {
    let scene = Scene::new();
    let (office, asked) = scene.asked(CHAT);
    office.chooses("Osteoporotic");
    let count = office.count();
    let press = office.presses_again(&asked, "Prevention");
    assert!(!office.answer_to(&press).is_empty(), "nobody is told");
    let current = office.message(count);
    assert!(
        current.text.contains("When did the fracture"),
        "{current:?}"
    );
    let next = office.says("4 weeks ago");
    assert!(next.text.contains("Is this right?"), "{next:?}");
    scene.kept(
        CHAT,
        &["PVP", "osteoporotic compression fracture", "4 weeks ago"],
    );
}

#[test]
fn a_button_that_was_never_offered_does_nothing() {
    let scene = Scene::new();
    let (office, asked) = scene.asked(CHAT);
    let real = data_of(&asked, "Prevention");
    let mut forged: Vec<String> = ["", "1", "💉", "../../etc", "{}", "yes", "/delete"]
        .map(str::to_owned)
        .into();
    forged.push("x".repeat(64));
    for at in 0..real.len() {
        let mut bytes = real.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        forged.push(String::from_utf8_lossy(&bytes).into_owned());
        forged.push(real.split_at(at).0.to_owned());
    }
    for data in &forged {
        let press = office.forges(asked.id, data);
        office.answer_to(&press);
    }
    scene.kept(CHAT, &["PVP"]);
}

#[test]
fn a_button_of_another_chat_does_nothing() {
    let scene = Scene::new();
    let (office, asked) = scene.asked(CHAT);
    let (_, other) = scene.asked(CHAT + 1);
    let press = office.forges(asked.id, &data_of(&other, "Prevention"));
    office.answer_to(&press);
    let gone = office.forges(99_999, &data_of(&other, "Prevention"));
    office.answer_to(&gone);
    scene.kept(CHAT, &["PVP"]);
}

#[test]
fn a_button_counts_after_the_bot_died() {
    let mut scene = Scene::new();
    let (_, asked) = scene.asked(CHAT);
    scene.bot.kill();
    scene.bot = Bot::start(&scene.fake, scene.data.path());
    let office = Office::new(&scene.fake, CHAT);
    office.presses_again(&asked, "Osteoporotic");
    let next = scene.fake.wait(CHAT, PATIENCE, |chat| {
        // The last question may be shown once more before.
        let mut sent = chat.sent();
        sent.any(|said| said.text.contains("When did the fracture"))
            .then_some(())
    });
    assert_eq!(next, Some(()), "{:#?}", office.history());
    scene.kept(CHAT, &["PVP", "osteoporotic compression fracture"]);
}

#[test]
fn a_button_under_a_question_for_a_number_is_no_number() {
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let fake = Fake::start();
    let _bot = Start::new(&fake, data.path())
        .with("PREAUTH__DIALOG__POLICY", "medicare-vertebral-augmentation")
        .go();
    let office = Office::new(&fake, CHAT);
    office.says("/start");
    for said in ["kyphoplasty", "L1", "myeloma"] {
        office.says(said);
    }
    let asked = office.says("in the hospital");
    assert!(asked.text.contains("pain score"), "{asked:?}");
    let next = office.chooses("Not on record");
    assert!(next.text.contains("When was the imaging"), "{next:?}");
    let summary = office.says("/summary");
    assert!(
        summary.text.contains("Pain score: Not on record"),
        "{summary:?}"
    );
}

//! What else a chat can send, and what becomes of a case that nobody talks to.

use tempfile::TempDir;

use crate::command::run;
use crate::telegram::bot::{Bot, Start};
use crate::telegram::fake::{Deed, Fake, Said, Thing};
use crate::telegram::office::{Office, PATIENCE};

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// Answers that lead to a result which the calendar alone will change.
const TOO_EARLY: [&str; 3] = [
    "kyphoplasty at L1, osteoporotic fracture since October 22, 2026, started conservative treatment on October 22, 2026, not admitted, walks with a cane",
    "yes",
    "symptomatic yes",
];

#[test]
fn what_is_no_text_is_answered_and_files_are_deleted() {
    let (fake, data) = (Fake::start(), folder());
    let _bot = Bot::start(&fake, data.path());
    let office = Office::new(&fake, 7);
    office.says("/start");
    for thing in Thing::ALL {
        let answer = office.after(|office| office.sends(thing)).text;
        assert!(
            answer.contains("Please type the answer"),
            "{thing:?}: {answer}"
        );
    }
    let deleted = office.fake.wait(7, PATIENCE, |chat| {
        let gone = chat.said.iter().filter(|said| said.deed == Deed::Deleted);
        (gone.count() == Thing::ALL.len()).then_some(())
    });
    assert!(deleted.is_some(), "{:#?}", office.history());
    let id = office.types("kyphoplasty");
    office.message(office.count());
    let answer = office.after(|office| office.edits(id, "sacroplasty")).text;
    assert!(answer.contains("edit"), "{answer}");
}

#[test]
fn a_group_is_told_once_that_it_is_the_wrong_place() {
    let (fake, data) = (Fake::start(), folder());
    let _bot = Bot::start(&fake, data.path());
    let group = Office::new(&fake, -7);
    assert!(group.says("/start").text.contains("private chat"));
    group.types("kyphoplasty");
    Office::new(&fake, 8).says("/start");
    assert_eq!(group.count(), 1);
}

#[test]
fn the_menu_is_there_in_both_languages() {
    let (fake, data) = (Fake::start(), folder());
    let _bot = Bot::start(&fake, data.path());
    let menus = fake.wait_for(PATIENCE, |world| {
        (world.menus.len() == 2).then(|| world.menus.clone())
    });
    let menus = menus.expect("two menus");
    let names = |language: &str| -> Vec<String> {
        menus[language]
            .iter()
            .map(|(name, _)| name.clone())
            .collect()
    };
    for name in [
        "start", "help", "status", "summary", "edit", "back", "language", "cancel", "delete",
    ] {
        assert!(names("").contains(&name.to_owned()), "{name}");
    }
    assert_eq!(names(""), names("es"));
    assert_ne!(menus[""], menus["es"]);
}

#[test]
fn an_erased_case_is_gone_for_good() {
    let (fake, data) = (Fake::start(), folder());
    let bot = Bot::start(&fake, data.path());
    let office = Office::new(&fake, 7);
    office.says("/start");
    let began = office.says("kyphoplasty").text;
    let case = began.split("Case reference: ").nth(1).unwrap();
    let case: String = case.chars().take(9).collect();
    office.says("/delete");
    let erased = office.chooses("Yes").text;
    assert!(erased.to_lowercase().contains("erased"), "{erased}");
    assert!(!office.says(&case).text.contains("being treated"));
    drop(bot);
    let place = data.path().to_str().unwrap();
    let shown = run(&["sessions", "show", &case, "--data", place], b"");
    assert_eq!(shown.code, Some(1), "{}", shown.out);
}

/// An office goes to a result that the calendar alone will change.
pub(crate) fn result(office: &Office<'_>) -> Said {
    office.says("/start");
    let mut last = office.says(TOO_EARLY[0]);
    for text in &TOO_EARLY[1..] {
        last = office.says(text);
    }
    while !last
        .keyboard
        .iter()
        .flatten()
        .any(|button| button.text.contains("Remind"))
    {
        let choice = [
            "Show the result",
            "Yes",
            "No osteomyelitis",
            "None of these",
            "Not on record",
        ];
        let offered = |label: &&&str| {
            let mut buttons = last.keyboard.iter().flatten();
            buttons.any(|button| button.text.contains(**label))
        };
        let label = choice.iter().find(offered);
        let label = label.unwrap_or_else(|| panic!("{:#?}", office.history()));
        last = office.chooses(label);
        assert!(office.count() < 40, "{:#?}", office.history());
    }
    last
}

#[test]
fn a_reminder_comes_on_its_day_after_a_restart() {
    let (fake, data) = (Fake::start(), folder());
    let mut bot = Bot::start(&fake, data.path());
    let office = Office::new(&fake, 7);
    result(&office);
    let set = office.chooses("Remind").text;
    assert!(set.contains("December 3, 2026"), "{set}");
    bot.kill();
    let count = office.count();
    let later = Start::on(&fake, data.path(), "2026-12-03").go();
    // A reply that was not noted as delivered may come once more before it.
    let told = office.fake.wait(7, PATIENCE, |chat| {
        let mut new = chat.sent().skip(count);
        new.find(|said| said.text.contains("the reminder you asked for"))
            .cloned()
    });
    let told = told.unwrap_or_else(|| panic!("{}\n{:#?}", later.log(), office.history()));
    assert!(told.text.contains("December 3, 2026"), "{}", told.text);
}

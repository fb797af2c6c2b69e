//! Updates that bring about a fault of ours.

use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::channel::telegram::received::What;
use crate::library::Library;
use crate::store::{Memory, UnixSeconds};
use crate::turn::Offering;
use teloxide_core::types::MessageId;

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// A clock that fails whenever it is asked for the second of three updates: in the batch, and by itself.
fn failing() -> UnixSeconds {
    let asked = ASKED.get() + 1;
    ASKED.set(asked);
    assert!(![2, 4].contains(&asked), "the clock fails");
    UnixSeconds(1_795_305_600)
}

fn sound() -> UnixSeconds {
    UnixSeconds(1_795_305_600)
}

fn desk(now: fn() -> UnixSeconds, folder: &Path) -> Desk {
    let library = Library::embedded().unwrap();
    let folder_of = library.policy("vertebral-augmentation").unwrap();
    let (offering, _) = Offering::load(folder_of, &library.locales, &[]);
    let seeds = AtomicU64::new(7);
    let seed = move || seeds.fetch_add(1, Ordering::Relaxed);
    let app = App::new(Arc::new(offering.unwrap()), Arc::new(Memory::new()), seed);
    let today = || Day::parse("2026-11-22").unwrap();
    let setup = Setup {
        app,
        access: None,
        locale: "en-US".into(),
        clock: Clock {
            today,
            now,
            hour: || 12,
        },
        today: None,
        messages_per_minute: 0,
        dead: Dead::new(folder, sound),
    };
    Desk::new(setup, &SecretString::from("1:secret"))
}

fn typed(update: u32, chat: i64, text: &str) -> Received {
    Received {
        update,
        chat: ChatId(chat),
        language: None,
        what: What::Text(text.to_owned(), MessageId(1)),
    }
}

fn said(decided: &Decided) -> Vec<(i64, String)> {
    let jobs = decided.jobs.iter();
    let all = jobs.filter_map(|(chat, job)| match job {
        Job::Reply(reply) => Some((chat.0, reply.page.messages.concat())),
        Job::Say(page) => Some((chat.0, page.messages.concat())),
        _ => None,
    });
    all.collect()
}

#[test]
fn an_update_that_brings_about_a_fault_is_noted_and_keeps_no_other_from_being_taken() {
    let place = tempfile::tempdir().unwrap();
    let desk = desk(failing, place.path());
    let updates = [5, 6, 7].map(|number| typed(number, number.into(), "kyphoplasty"));
    let decided = desk.decide(updates.to_vec());
    assert!(decided.stop.is_none());
    let said = said(&decided);
    let of = |chat: i64| &said.iter().find(|(one, _)| *one == chat).unwrap().1;
    assert!(of(5).contains("being treated"), "{said:?}");
    assert!(of(6).contains("Something went wrong"), "{said:?}");
    assert!(of(7).contains("being treated"), "{said:?}");
    let noted = std::fs::read_to_string(place.path().join("dead-letters.jsonl")).unwrap();
    assert_eq!(noted, "{\"at\":1795305600,\"update\":6,\"chat\":6}\n");
    // It is not tried again.
    assert!(desk.decide(updates[1..2].to_vec()).jobs.is_empty());
}

#[test]
fn an_update_that_comes_twice_is_decided_once() {
    let place = tempfile::tempdir().unwrap();
    let desk = desk(sound, place.path());
    let update = typed(5, 5, "kyphoplasty");
    assert_eq!(said(&desk.decide(vec![update.clone()])).len(), 1);
    assert!(desk.decide(vec![update]).jobs.is_empty());
}

#[test]
fn the_updates_of_a_batch_are_decided_in_order() {
    let place = tempfile::tempdir().unwrap();
    let desk = desk(sound, place.path());
    let updates = vec![
        typed(1, 5, "kyphoplasty"),
        typed(2, 6, "sacroplasty"),
        typed(3, 5, "osteoporotic fracture"),
        typed(4, 5, "4 weeks ago"),
    ];
    let said = said(&desk.decide(updates));
    let chats: Vec<i64> = said.iter().map(|(chat, _)| *chat).collect();
    assert_eq!(chats, [5, 6, 5, 5]);
    let asked = [
        "being treated",
        "Result for",
        "When did the fracture",
        "Is this right?",
    ];
    for ((_, text), part) in said.iter().zip(asked) {
        assert!(text.contains(part), "{part}: {text}");
    }
}

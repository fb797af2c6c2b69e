//! A store with many sessions in it, each with the whole log of one conversation.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use preauth::domain::day::Day;
use preauth::domain::dialog::{CaseReference, Event};
use preauth::library::Library;
use preauth::store::{
    Agenda, Binding, ChannelKey, Disk, Memory, SessionKey, Store, Turn, UnixSeconds, Write,
};
use preauth::turn::{App, Incoming, Input, Offering, Which};

/// A conversation from the first question to the last one before the result.
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

/// Sessions in a commit.
const GROUP: u64 = 500;

const NOW: UnixSeconds = UnixSeconds(1_795_305_600);

/// Fills a store; how long that took, and its size in bytes.
pub(crate) fn fill(data: &Path, count: u64) -> (Duration, u64) {
    let began = Instant::now();
    let events = conversation();
    let store = Disk::open(data).unwrap();
    let mut group = Vec::new();
    let mut known = HashSet::new();
    for number in 1..=count {
        group.push(write(number, &events, &mut known));
        if number % GROUP == 0 || number == count {
            store.commit(std::mem::take(&mut group)).unwrap();
        }
    }
    drop(store);
    (began.elapsed(), crate::size(data))
}

fn write(number: u64, events: &[Event], known: &mut HashSet<String>) -> Write {
    // References are spread over all there are, as those of real sessions; some would come up twice.
    let mut seeds = (0..).map(|again: u64| number + (again << 40));
    let case = seeds
        .find_map(|seed| {
            let case = CaseReference::from_seed(seed);
            known.insert(case.to_string()).then_some(case)
        })
        .unwrap();
    let channel = ChannelKey::parse(&format!("telegram:{}", 5_000_000_000 + number)).unwrap();
    Write {
        key: SessionKey::parse(&case.to_string()).unwrap(),
        expected_version: 0,
        turn: Turn {
            input: None,
            events: events.to_vec(),
            at: NOW,
        },
        channel: Some(channel.clone()),
        reply_owed: false,
        binding: Some(Binding::Enter(channel)),
        agenda: Agenda {
            waits: true,
            nudged: true,
            remind: None,
        },
    }
}

/// What happens in the conversation.
fn conversation() -> Vec<Event> {
    let library = Library::embedded().unwrap();
    let folder = library.policy("vertebral-augmentation").unwrap();
    let (offering, _) = Offering::load(folder, &library.locales, &[]);
    let store = Arc::new(Memory::new());
    let app = App::new(Arc::new(offering.unwrap()), Arc::clone(&store) as _, || 1);
    let channel = ChannelKey::parse("telegram:1").unwrap();
    let inputs = TYPED.into_iter().map(Input::Text);
    for input in std::iter::once(Input::Arrived).chain(inputs) {
        let incoming = Incoming {
            channel: &channel,
            id: None,
            which: Which::Current,
            input,
            locale: "en-US",
            today: Day::parse("2026-11-22").unwrap(),
            at: NOW,
        };
        app.turn(&incoming).unwrap();
    }
    let key = store.session_of(&channel).unwrap().unwrap();
    let log = store.load(&key).unwrap().unwrap();
    log.events().cloned().collect()
}

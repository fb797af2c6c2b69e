//! What every store does, held against the store in memory and the one on disk alike.

mod inputs;

use std::collections::BTreeMap;

use preauth::store::{
    Agenda, Binding, CommitError, Disk, Memory, Refusal, Store, Turn, UnixSeconds, Write,
};

use crate::store_support::{
    Dice, NOW, answered, channel, conflict, day, every_event, input, key, numbers, refusals,
    scratch, turn, write,
};

use inputs::{
    an_erased_session_leaves_its_inputs_known, an_input_of_a_channel_is_taken_once,
    an_input_that_was_taken_says_by_which_turn, an_input_without_a_channel_is_not_remembered,
    an_input_without_events_counts_as_seen, inputs_are_forgotten_when_they_are_swept,
};

macro_rules! contract {
    ($($name:ident)*) => {
        mod memory {
            use super::*;
            $(#[test] fn $name() { super::$name(&Memory::new()); })*
        }
        mod disk {
            use super::*;
            $(#[test] fn $name() {
                let dir = scratch();
                super::$name(&Disk::open(&dir.path().join("sessions")).unwrap());
            })*
        }
    };
}

contract! {
    what_is_not_there_is_nothing
    what_is_committed_is_loaded
    a_commit_on_an_old_version_conflicts_and_keeps_nothing
    an_input_of_a_channel_is_taken_once
    an_input_that_was_taken_says_by_which_turn
    an_input_without_a_channel_is_not_remembered
    inputs_are_forgotten_when_they_are_swept
    an_erased_session_leaves_its_inputs_known
    an_input_without_events_counts_as_seen
    turns_of_one_session_in_one_commit_count_up
    a_channel_is_in_the_session_it_entered_last
    a_reply_is_owed_until_it_is_marked
    a_mark_for_an_earlier_reply_leaves_the_later_one_owed
    a_listing_goes_page_by_page
    a_listing_shows_what_a_session_waits_for
    a_long_log_keeps_its_order
    a_deleted_session_is_gone_and_can_begin_again
    a_turn_beyond_the_limit_is_refused
    writers_at_the_same_time_take_turns
    a_result_can_be_awaited
    what_many_commits_leave_is_what_a_list_would_hold
}

fn what_is_not_there_is_nothing(store: &dyn Store) {
    assert_eq!(store.load(&key("NONE")).unwrap(), None);
    assert_eq!(store.session_of(&channel("terminal:a")).unwrap(), None);
    assert_eq!(store.scan(None, 10).unwrap(), []);
    assert_eq!(store.undelivered().unwrap(), []);
    assert_eq!(store.raw(&key("NONE")).unwrap(), []);
    assert!(!store.delete(&key("NONE")).unwrap());
    assert_eq!(store.commit(Vec::new()), Ok(()));
    store.mark_delivered(&key("NONE"), 1).unwrap();
}

fn what_is_committed_is_loaded(store: &dyn Store) {
    let first = Turn {
        input: Some(input("telegram:17")),
        events: every_event(),
        at: UnixSeconds(NOW),
    };
    let second = Turn {
        at: UnixSeconds(NOW + 9),
        ..turn(2)
    };
    for (version, turn) in [first.clone(), second.clone()].into_iter().enumerate() {
        let write = Write {
            turn,
            ..write("K7QM-4T9X", version as u64, 0)
        };
        store.commit(vec![write]).unwrap();
    }
    let log = store.load(&key("K7QM-4T9X")).unwrap().unwrap();
    assert_eq!(log.version, 2);
    assert_eq!(log.turns, [first, second]);
    assert_eq!(log.owed, None);
}

fn a_commit_on_an_old_version_conflicts_and_keeps_nothing(store: &dyn Store) {
    store
        .commit(vec![write("A", 0, 1), write("B", 0, 1)])
        .unwrap();
    let outcome = store.commit(vec![
        write("A", 0, 2),
        write("B", 1, 2),
        write("C", 3, 2),
        write("D", 0, 2),
    ]);
    let expected = [
        ("A".to_owned(), conflict(0, 1)),
        ("C".to_owned(), conflict(3, 0)),
    ];
    assert_eq!(refusals(outcome), expected);
    assert_eq!(numbers(store, "A"), [1]);
    assert_eq!(numbers(store, "B"), [1]);
    assert_eq!(store.load(&key("D")).unwrap(), None);
}

fn turns_of_one_session_in_one_commit_count_up(store: &dyn Store) {
    let writes = (0..5).map(|number| write("A", number, number as i64));
    store.commit(writes.collect()).unwrap();
    assert_eq!(numbers(store, "A"), [0, 1, 2, 3, 4]);
    let skipping = vec![write("A", 5, 5), write("A", 7, 7)];
    assert_eq!(
        refusals(store.commit(skipping)),
        [("A".to_owned(), conflict(7, 6))]
    );
    assert_eq!(numbers(store, "A"), [0, 1, 2, 3, 4]);
}

fn binding(session: &str, version: u64, binding: Binding) -> Write {
    Write {
        binding: Some(binding),
        ..write(session, version, 1)
    }
}

fn a_channel_is_in_the_session_it_entered_last(store: &dyn Store) {
    let place = channel("terminal:default");
    let enter = || Binding::Enter(place.clone());
    let session = || store.session_of(&place).unwrap();
    store.commit(vec![binding("A", 0, enter())]).unwrap();
    assert_eq!(session(), Some(key("A")));
    store.commit(vec![binding("B", 0, enter())]).unwrap();
    assert_eq!(session(), Some(key("B")));
    store
        .commit(vec![binding("A", 1, Binding::Leave(place.clone()))])
        .unwrap();
    assert_eq!(session(), Some(key("B")));
    for left_or_not in ["A", "B"] {
        let log = store.load(&key(left_or_not)).unwrap().unwrap();
        assert_eq!(log.channels, std::slice::from_ref(&place));
    }
    let refused = binding("A", 9, enter());
    store.commit(vec![refused]).unwrap_err();
    assert_eq!(session(), Some(key("B")));
    store
        .commit(vec![binding("B", 1, Binding::Leave(place.clone()))])
        .unwrap();
    assert_eq!(session(), None);
}

fn owing(session: &str, version: u64) -> Write {
    Write {
        reply_owed: true,
        ..binding(
            session,
            version,
            Binding::Enter(channel("terminal:default")),
        )
    }
}

fn undelivered(store: &dyn Store) -> Vec<(String, u64)> {
    let owed = store.undelivered().unwrap().into_iter();
    owed.map(|owed| (owed.key.to_string(), owed.version))
        .collect()
}

fn a_reply_is_owed_until_it_is_marked(store: &dyn Store) {
    store
        .commit(vec![owing("B", 0), owing("A", 0), write("C", 0, 1)])
        .unwrap();
    assert_eq!(
        undelivered(store),
        [("A".to_owned(), 1), ("B".to_owned(), 1)]
    );
    assert_eq!(
        store.undelivered().unwrap()[0].channels,
        [channel("terminal:default")]
    );
    store.mark_delivered(&key("A"), 1).unwrap();
    assert_eq!(undelivered(store), [("B".to_owned(), 1)]);
    assert_eq!(store.load(&key("A")).unwrap().unwrap().owed, None);
    assert_eq!(store.load(&key("B")).unwrap().unwrap().owed, Some(1));
}

fn a_mark_for_an_earlier_reply_leaves_the_later_one_owed(store: &dyn Store) {
    store.commit(vec![owing("A", 0)]).unwrap();
    store.commit(vec![owing("A", 1)]).unwrap();
    store.mark_delivered(&key("A"), 1).unwrap();
    assert_eq!(undelivered(store), [("A".to_owned(), 2)]);
    store.mark_delivered(&key("A"), 2).unwrap();
    assert_eq!(undelivered(store), []);
}

fn a_listing_goes_page_by_page(store: &dyn Store) {
    let names: Vec<String> = (0..7).map(|n| format!("S{n}")).collect();
    let writes = names.iter().rev().map(|name| write(name, 0, 1));
    store.commit(writes.collect()).unwrap();
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = store.scan(after.as_ref(), 3).unwrap();
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 3);
        after = Some(last.key.clone());
        seen.extend(page.into_iter().map(|listed| listed.key.to_string()));
    }
    assert_eq!(seen, names);
    let mut later = write("S0", 1, 2);
    later.turn.at = UnixSeconds(NOW + 60);
    store.commit(vec![later]).unwrap();
    let overview = store.scan(None, 1).unwrap().remove(0).state.unwrap();
    assert_eq!(
        (overview.version, overview.began.0, overview.last.0),
        (2, NOW, NOW + 60)
    );
}

fn a_listing_shows_what_a_session_waits_for(store: &dyn Store) {
    let agenda = Agenda {
        waits: true,
        nudged: true,
        remind: Some(day()),
    };
    let with = |version, agenda| Write {
        agenda,
        ..write("A", version, 1)
    };
    for (version, agenda) in [agenda, Agenda::default(), agenda].into_iter().enumerate() {
        store.commit(vec![with(version as u64, agenda)]).unwrap();
        store.mark_delivered(&key("A"), 9).unwrap();
        let overview = store.scan(None, 1).unwrap().remove(0).state.unwrap();
        assert_eq!(overview.agenda, agenda);
    }
}

fn a_long_log_keeps_its_order(store: &dyn Store) {
    let all: Vec<i64> = (0..600).collect();
    for chunk in all.chunks(50) {
        let writes = chunk.iter().map(|n| write("LONG", *n as u64, *n));
        store.commit(writes.collect()).unwrap();
    }
    assert_eq!(numbers(store, "LONG"), all);
    assert!(store.raw(&key("LONG")).unwrap().len() > 5, "it has pages");
    assert!(store.delete(&key("LONG")).unwrap());
    assert_eq!(store.raw(&key("LONG")).unwrap(), []);
}

fn a_deleted_session_is_gone_and_can_begin_again(store: &dyn Store) {
    store
        .commit(vec![owing("A", 0), write("AB", 0, 5)])
        .unwrap();
    assert!(store.delete(&key("A")).unwrap());
    assert!(!store.delete(&key("A")).unwrap());
    assert_eq!(store.load(&key("A")).unwrap(), None);
    assert_eq!(
        store.session_of(&channel("terminal:default")).unwrap(),
        None
    );
    assert_eq!(undelivered(store), []);
    assert_eq!(numbers(store, "AB"), [5]);
    assert_eq!(
        refusals(store.commit(vec![write("A", 1, 1)])),
        [("A".to_owned(), conflict(1, 0))]
    );
    store.commit(vec![write("A", 0, 7)]).unwrap();
    assert_eq!(numbers(store, "A"), [7]);
}

fn a_turn_beyond_the_limit_is_refused(store: &dyn Store) {
    let mut large = write("A", 0, 1);
    large.turn.events = (0..2_000).map(answered).collect();
    let refused = refusals(store.commit(vec![large]));
    assert!(matches!(refused[0].1, Refusal::TooLarge { bytes, limit } if bytes > limit));
    assert_eq!(store.load(&key("A")).unwrap(), None);
    let mut fitting = write("A", 0, 1);
    fitting.turn.events = (0..150).map(answered).collect();
    store.commit(vec![fitting]).unwrap();
    assert_eq!(numbers(store, "A").len(), 150);
}

fn writers_at_the_same_time_take_turns(store: &dyn Store) {
    std::thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                for _ in 0..10 {
                    append_to_shared(store, writer);
                }
            });
        }
    });
    let mut numbers = numbers(store, "SHARED");
    assert_eq!(numbers.len(), 40);
    numbers.sort_unstable();
    assert_eq!(
        numbers
            .chunk_by(|a, b| a == b)
            .map(<[_]>::len)
            .collect::<Vec<_>>(),
        [10; 4]
    );
}

fn append_to_shared(store: &dyn Store, writer: i64) {
    loop {
        let log = store.load(&key("SHARED")).unwrap();
        let version = log.map_or(0, |log| log.version);
        match store.commit(vec![write("SHARED", version, writer)]) {
            Ok(()) => return,
            Err(CommitError::Refused(why)) => {
                assert!(matches!(why[0].1, Refusal::Conflict { .. }), "{why:?}");
            }
            Err(error) => panic!("{error}"),
        }
    }
}

fn a_result_can_be_awaited(store: &dyn Store) {
    let pending: Vec<_> = (0..20)
        .map(|n| store.submit(vec![write(&format!("S{n}"), 0, n)]))
        .collect();
    pollster::block_on(async {
        for pending in pending {
            assert_eq!(pending.await, Some(Ok(())));
        }
    });
    assert_eq!(store.scan(None, 100).unwrap().len(), 20);
}

fn what_many_commits_leave_is_what_a_list_would_hold(store: &dyn Store) {
    let mut dice = Dice(42);
    let mut model: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for step in 0..400 {
        let name = format!("S{}", dice.below(5));
        let had = model.get(&name).map_or(0, Vec::len) as u64;
        match dice.below(20) {
            0 => assert_eq!(
                store.delete(&key(&name)).unwrap(),
                model.remove(&name).is_some()
            ),
            1..3 => assert!(store.commit(vec![write(&name, had + 1, step)]).is_err()),
            _ => {
                store
                    .commit(vec![write(&name, had, step), write(&name, had + 1, -step)])
                    .unwrap();
                model.entry(name).or_default().extend([step, -step]);
            }
        }
    }
    assert!(!model.is_empty());
    let listed = store.scan(None, 10).unwrap();
    assert!(
        listed
            .iter()
            .map(|listed| listed.key.to_string())
            .eq(model.keys().cloned())
    );
    for (name, expected) in model {
        assert_eq!(numbers(store, &name), expected, "{name}");
    }
}

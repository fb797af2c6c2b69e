//! What a store remembers of the inputs it has taken.

use preauth::store::{Refusal, Store, UnixSeconds, Write};

use crate::store_support::{NOW, channel, conflict, input, key, numbers, refusals, write};

fn from_input(session: &str, version: u64, number: i64, id: &str, at: i64) -> Write {
    let mut write = write(session, version, number);
    write.turn.input = Some(input(id));
    write.channel = Some(channel("telegram:7"));
    write.turn.at = UnixSeconds(at);
    write
}

pub(super) fn an_input_of_a_channel_is_taken_once(store: &dyn Store) {
    store
        .commit(vec![from_input("A", 0, 1, "u:1", NOW)])
        .unwrap();
    store
        .commit(vec![from_input("A", 1, 2, "u:2", NOW + 1)])
        .unwrap();
    let seen = |name: &str| [(name.to_owned(), Refusal::AlreadySeen)];
    for version in 0..3 {
        let again = store.commit(vec![from_input("A", version, 9, "u:1", NOW + 5)]);
        assert_eq!(refusals(again), seen("A"));
    }
    let twice = vec![
        from_input("A", 2, 3, "u:3", NOW),
        from_input("A", 3, 4, "u:3", NOW),
    ];
    assert_eq!(refusals(store.commit(twice)), seen("A"));
    let elsewhere = store.commit(vec![from_input("B", 0, 1, "u:1", NOW)]);
    assert_eq!(refusals(elsewhere), seen("B"));
    let mut of_another = from_input("B", 0, 1, "u:1", NOW);
    of_another.channel = Some(channel("telegram:8"));
    store.commit(vec![of_another]).unwrap();
    assert_eq!(numbers(store, "A"), [1, 2]);
}

fn taken(store: &dyn Store, id: &str) -> Option<(String, u64)> {
    let taken = store.taken(&channel("telegram:7"), &input(id)).unwrap();
    taken.map(|taken| (taken.key.to_string(), taken.version))
}

pub(super) fn an_input_that_was_taken_says_by_which_turn(store: &dyn Store) {
    assert_eq!(taken(store, "u:1"), None);
    store
        .commit(vec![
            from_input("A", 0, 1, "u:1", NOW),
            from_input("A", 1, 1, "u:2", NOW),
            from_input("B", 0, 1, "u:3", NOW),
        ])
        .unwrap();
    let refused = vec![from_input("A", 2, 1, "u:4", NOW), write("B", 0, 1)];
    assert_eq!(
        refusals(store.commit(refused)),
        [("B".to_owned(), conflict(0, 1))]
    );
    assert_eq!(taken(store, "u:1"), Some(("A".to_owned(), 1)));
    assert_eq!(taken(store, "u:2"), Some(("A".to_owned(), 2)));
    assert_eq!(taken(store, "u:3"), Some(("B".to_owned(), 1)));
    assert_eq!(taken(store, "u:4"), None, "its commit was refused");
    let other = store.taken(&channel("telegram:8"), &input("u:1"));
    assert_eq!(other.unwrap(), None);
}

pub(super) fn an_input_without_a_channel_is_not_remembered(store: &dyn Store) {
    for version in 0..2 {
        let mut unnamed = from_input("A", version, 1, "u:1", NOW);
        unnamed.channel = None;
        store.commit(vec![unnamed]).unwrap();
    }
    assert_eq!(numbers(store, "A"), [1, 1]);
}

pub(super) fn inputs_are_forgotten_when_they_are_swept(store: &dyn Store) {
    let writes = (0..900).map(|n| from_input("A", n, 1, &format!("u:{n}"), NOW + n as i64));
    store.commit(writes.collect()).unwrap();
    assert_eq!(store.sweep_taken(UnixSeconds(NOW)).unwrap(), 0);
    assert_eq!(store.sweep_taken(UnixSeconds(NOW + 600)).unwrap(), 600);
    assert_eq!(store.sweep_taken(UnixSeconds(NOW + 600)).unwrap(), 0);
    assert_eq!(taken(store, "u:599"), None);
    assert_eq!(taken(store, "u:600"), Some(("A".to_owned(), 601)));
    store
        .commit(vec![from_input("A", 900, 2, "u:599", NOW + 900)])
        .unwrap();
    let again = store.commit(vec![from_input("A", 901, 2, "u:600", NOW + 900)]);
    assert_eq!(refusals(again), [("A".to_owned(), Refusal::AlreadySeen)]);
}

pub(super) fn an_erased_session_leaves_its_inputs_known(store: &dyn Store) {
    store
        .commit(vec![from_input("A", 0, 1, "u:1", NOW)])
        .unwrap();
    assert!(store.delete(&key("A")).unwrap());
    assert_eq!(taken(store, "u:1"), Some(("A".to_owned(), 1)));
    let again = store.commit(vec![from_input("A", 0, 1, "u:1", NOW + 1)]);
    assert_eq!(refusals(again), [("A".to_owned(), Refusal::AlreadySeen)]);
    assert_eq!(store.load(&key("A")).unwrap(), None);
}

pub(super) fn an_input_without_events_counts_as_seen(store: &dyn Store) {
    let mut rejected = from_input("A", 0, 0, "u:1", NOW);
    rejected.turn.events.clear();
    store.commit(vec![rejected.clone()]).unwrap();
    store.commit(vec![rejected]).unwrap();
    assert_eq!(taken(store, "u:1"), Some(("A".to_owned(), 0)));
    assert_eq!(store.load(&key("A")).unwrap(), None, "it is no turn");
    let later = store.commit(vec![from_input("A", 0, 1, "u:1", NOW)]);
    assert_eq!(refusals(later), [("A".to_owned(), Refusal::AlreadySeen)]);
}

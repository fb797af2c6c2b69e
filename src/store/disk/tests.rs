//! Records that were changed behind the store's back.

use super::*;
use crate::store::error::{Parked, Refusal};
use crate::store::keys::Keys;
use crate::store::ledger::Change;
use crate::store::record::{FORMAT, Frame, Head, Kind};
use crate::store::seal::Secret;
use crate::store::slot::{Owner, Slot};
use crate::store::{Turn, UnixSeconds};

fn key(text: &str) -> SessionKey {
    SessionKey::parse(text).unwrap()
}

fn write(session: &str, expected_version: u64) -> Write {
    Write {
        key: key(session),
        expected_version,
        turn: Turn {
            input: None,
            events: vec![crate::domain::dialog::Event::Paused],
            at: UnixSeconds(1),
        },
        channel: None,
        reply_owed: true,
        binding: None,
        agenda: Default::default(),
    }
}

/// A closed store with two sessions.
fn two() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let store = Disk::open(place.path()).unwrap();
    store.commit(vec![write("A", 0), write("B", 0)]).unwrap();
    store.commit(vec![write("A", 1), write("B", 1)]).unwrap();
    place
}

/// Changes a record of a closed store without its account.
fn tamper(dir: &Path, name: &[u8], change: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>) {
    let tree = Tree::open(dir).unwrap();
    let before = tree.get(name).unwrap().unwrap();
    let changes: Vec<Change> = vec![(name.to_vec(), change(before))];
    assert!(tree.apply(changes).is_ok());
}

fn flip_last(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let last = bytes.last_mut()?;
    *last ^= 1;
    Some(bytes)
}

#[test]
fn a_record_damaged_in_place_is_parked_alone() {
    let place = two();
    tamper(place.path(), b"h/A", flip_last);
    let store = Disk::open(place.path()).unwrap();
    let parked = StoreError::Parked {
        key: key("A"),
        reason: Parked::Checksum,
    };
    assert_eq!(store.load(&key("A")), Err(parked));
    assert_eq!(store.load(&key("B")).unwrap().unwrap().version, 2);
    let listed = store.scan(None, 10).unwrap();
    assert_eq!(listed[0].state, Err(Parked::Checksum));
    assert!(listed[1].state.is_ok());
    let owed: Vec<_> = store
        .undelivered()
        .unwrap()
        .into_iter()
        .map(|owed| owed.key)
        .collect();
    assert_eq!(owed, [key("B")]);
}

#[test]
fn a_parked_session_takes_no_turn_and_is_kept_until_it_is_erased() {
    let place = two();
    tamper(place.path(), b"h/A", flip_last);
    let store = Disk::open(place.path()).unwrap();
    let raw = store.raw(&key("A")).unwrap();
    for version in [0, 2] {
        let refused = Err(CommitError::Refused(vec![(
            key("A"),
            Refusal::Parked(Parked::Checksum),
        )]));
        assert_eq!(store.commit(vec![write("A", version)]), refused);
    }
    drop(store);
    let store = Disk::open(place.path()).unwrap();
    assert_eq!(store.raw(&key("A")).unwrap(), raw);
    assert_eq!(raw[0].name, "h/A");
    assert!(store.delete(&key("A")).unwrap());
    store.commit(vec![write("A", 0)]).unwrap();
    drop(store);
    assert!(
        Disk::open(place.path())
            .unwrap()
            .load(&key("A"))
            .unwrap()
            .is_some()
    );
}

#[test]
fn a_record_that_is_gone_or_older_is_told_and_can_be_accepted() {
    let older = Frame::new(Kind::Head, 1).wrap(b"{\"pages\":0,\"began\":1,\"last\":1}\n");
    for (after, left) in [(None, 1), (Some(older), 2)] {
        let place = two();
        tamper(place.path(), b"h/A", |_| after);
        let altered = StoreError::Altered(place.path().to_owned());
        assert_eq!(Disk::open(place.path()).err(), Some(altered));
        let loss = accept_loss(place.path()).unwrap();
        assert_eq!(
            (loss.missing, loss.sessions, loss.parked),
            (Some(0), left, 0)
        );
        let store = Disk::open(place.path()).unwrap();
        assert_eq!(store.load(&key("B")).unwrap().unwrap().version, 2);
    }
}

#[test]
fn an_account_that_is_gone_is_told() {
    let place = two();
    tamper(place.path(), ACCOUNT, |_| None);
    let error = Disk::open(place.path()).err();
    assert!(
        matches!(error, Some(StoreError::Behind { missing: 2, .. })),
        "{error:?}"
    );
}

#[test]
fn a_record_of_a_newer_program_is_parked() {
    let place = two();
    let newer = Frame {
        format: FORMAT + 1,
        ..Frame::new(Kind::Head, 9)
    };
    tamper(place.path(), b"h/A", |_| Some(newer.wrap(b"?")));
    assert!(Disk::open(place.path()).is_err());
    assert_eq!(accept_loss(place.path()).unwrap().parked, 1);
    let store = Disk::open(place.path()).unwrap();
    let parked = StoreError::Parked {
        key: key("A"),
        reason: Parked::Format(FORMAT + 1),
    };
    assert_eq!(store.load(&key("A")), Err(parked));
}

#[test]
fn a_missing_page_parks_its_session() {
    let place = tempfile::tempdir().unwrap();
    let store = Disk::open(place.path()).unwrap();
    store
        .commit((0..400).map(|version| write("A", version)).collect())
        .unwrap();
    assert!(store.raw(&key("A")).unwrap().len() > 2);
    drop(store);
    tamper(place.path(), b"p/A/00000001", |_| None);
    accept_loss(place.path()).unwrap();
    let store = Disk::open(place.path()).unwrap();
    let parked = StoreError::Parked {
        key: key("A"),
        reason: Parked::PageGone(1),
    };
    assert_eq!(store.load(&key("A")), Err(parked));
}

/// What the slots hold, by number.
fn slots(dir: &Path) -> Vec<Slot> {
    let slots = Keys::look(dir, u64::MAX).unwrap().unwrap().keys.slots();
    let read = (0..4).map(|number| slots.read(number).unwrap().unwrap());
    read.collect()
}

fn put(dir: &Path, number: u32, slot: Slot) {
    let mut keys = Keys::look(dir, u64::MAX).unwrap().unwrap().keys;
    keys.put(vec![(number, slot)]).unwrap();
}

fn slot_in(dir: &Path, session: &str) -> u32 {
    let bytes = Tree::open(dir).unwrap().get(session.as_bytes()).unwrap();
    Head::decode(&bytes.unwrap()).unwrap().slot().unwrap()
}

#[test]
fn what_was_being_erased_when_the_process_died_is_erased_at_the_next_start() {
    let place = two();
    let number = slot_in(place.path(), "h/A");
    let Slot::Held(owner, _) = slots(place.path())[number as usize] else {
        panic!("it has a key");
    };
    put(place.path(), number, Slot::Erased(owner));
    let store = Disk::open(place.path()).unwrap();
    assert_eq!(store.load(&key("A")), Ok(None));
    assert_eq!(store.raw(&key("A")), Ok(Vec::new()));
    assert_eq!(store.load(&key("B")).unwrap().unwrap().version, 2);
    drop(store);
    assert_eq!(slots(place.path())[number as usize], Slot::Free);
    // The records are gone and the slot was not freed yet.
    put(place.path(), number, Slot::Erased(owner));
    drop(Disk::open(place.path()).unwrap());
    assert_eq!(slots(place.path())[number as usize], Slot::Free);
}

#[test]
fn a_key_of_a_commit_that_never_came_to_be_is_removed_at_the_next_start() {
    let place = two();
    let stray = Slot::Held(Owner::new(9, &key("C")), Secret::draw());
    put(place.path(), 2, stray);
    let store = Disk::open(place.path()).unwrap();
    assert_eq!(slots(place.path())[2], Slot::Free);
    store.commit(vec![write("C", 0)]).unwrap();
    assert_eq!(store.load(&key("C")).unwrap().unwrap().version, 1);
}

/// A head of format 3 is not sealed: it is read as it is, and sealed with its pages when it is written.
#[test]
fn what_a_former_version_left_unsealed_is_sealed_when_it_is_written() {
    let place = tempfile::tempdir().unwrap();
    drop(Disk::open(place.path()).unwrap());
    let former = |kind, version| Frame {
        format: 3,
        version,
        ..Frame::new(kind, 1)
    };
    let turn = |at: u64| format!("{{\"at\":{at},\"events\":[\"paused\"]}}\n");
    let head = format!("{{\"pages\":1,\"began\":1,\"last\":2}}\n{}", turn(2));
    let tree = Tree::open(place.path()).unwrap();
    let records = [
        (
            b"h/A".to_vec(),
            Some(former(Kind::Head, 2).wrap(head.as_bytes())),
        ),
        (
            b"p/A/00000000".to_vec(),
            Some(former(Kind::Page, 0).wrap(turn(1).as_bytes())),
        ),
    ];
    assert!(tree.apply(records.to_vec()).is_ok());
    drop(tree);
    accept_loss(place.path()).unwrap();
    let store = Disk::open(place.path()).unwrap();
    let turns = store.load(&key("A")).unwrap().unwrap().turns;
    let shows = |store: &Disk| {
        let raw = store.raw(&key("A")).unwrap().into_iter();
        let shows = raw.map(|raw| String::from_utf8_lossy(&raw.bytes).contains("paused"));
        shows.collect::<Vec<_>>()
    };
    assert_eq!(shows(&store), [true, true]);
    store.commit(vec![write("A", 2)]).unwrap();
    assert_eq!(shows(&store), [false, false]);
    drop(store);
    let store = Disk::open(place.path()).unwrap();
    let log = store.load(&key("A")).unwrap().unwrap();
    assert_eq!((log.version, &log.turns[..2]), (3, &turns[..]));
    assert!(store.delete(&key("A")).unwrap());
    assert!(slots(place.path()).iter().all(|slot| *slot == Slot::Free));
}

#[test]
fn a_mark_is_durable_when_the_store_is_closed() {
    let place = two();
    let store = Disk::open(place.path()).unwrap();
    store.mark_delivered(&key("A"), 2).unwrap();
    drop(store);
    let store = Disk::open(place.path()).unwrap();
    assert_eq!(store.load(&key("A")).unwrap().unwrap().owed, None);
    assert_eq!(store.undelivered().unwrap().len(), 1);
}

#[test]
fn a_panic_at_the_edge_is_caught_and_silent() {
    let told = crate::store::quiet::catch(|| -> u8 { std::panic::panic_any("damage") });
    assert_eq!(told, None);
    assert_eq!(crate::store::quiet::catch(|| 7), Some(7));
}

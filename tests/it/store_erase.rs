//! What is erased cannot be read any more, in no file of the store; what is not erased cannot be read without its key.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use preauth::domain::dialog::Event;
use preauth::store::{Binding, Disk, Store, StoreError, Write};

use crate::store_child::start;
use crate::store_support::{channel, key, number, scratch, write};

/// What no file may show: the words of an event, and one of its values.
const WORDS: [&str; 3] = ["xx-DISTINCT", "locale_changed", "answered"];

/// A session with a value like no other, long enough for pages.
fn distinct(store: &Disk, session: &str) {
    let mut first = write(session, 0, 1);
    first.turn.events.push(Event::LocaleChanged {
        locale: WORDS[0].to_owned(),
    });
    first.binding = Some(Binding::Enter(channel("test:erase")));
    store.commit(vec![first]).unwrap();
    for version in 1..80 {
        store.commit(vec![write(session, version, 2)]).unwrap();
    }
}

/// The files that show one of the words.
fn shown(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(shown(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let shows = |word: &str| {
            bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        };
        let words = WORDS.iter().filter(|word| shows(word));
        found.extend(words.map(|word| format!("{}: {word}", path.display())));
    }
    found
}

/// The slots of the file of keys that are not zero.
fn slots(dir: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(dir.join("keys")).unwrap();
    let slots = bytes.chunks(64).skip(1).map(<[u8]>::to_vec);
    slots
        .filter(|slot| slot.iter().any(|byte| *byte != 0))
        .collect()
}

#[test]
fn no_file_shows_an_answer_before_or_after_it_is_erased() {
    let place = scratch();
    let store = Disk::open(place.path()).unwrap();
    distinct(&store, "A");
    distinct(&store, "B");
    assert_eq!(shown(place.path()), [""; 0]);
    let log = store.load(&key("A")).unwrap().unwrap();
    assert!(format!("{log:?}").contains(WORDS[0]), "it can be read");
    let keys = slots(place.path());
    assert_eq!(keys.len(), 2);
    let raw: Vec<Vec<u8>> = store
        .raw(&key("A"))
        .unwrap()
        .into_iter()
        .map(|raw| raw.bytes)
        .collect();
    assert!(store.delete(&key("A")).unwrap());
    let left = slots(place.path());
    assert_eq!(left.len(), 1, "its key is overwritten at once");
    assert!(keys.contains(&left[0]));
    drop(store);
    assert_eq!(shown(place.path()), [""; 0]);
    let store = Disk::open(place.path()).unwrap();
    assert_eq!(store.load(&key("A")).unwrap(), None);
    assert_eq!(store.load(&key("B")).unwrap().unwrap().version, 80);
    // The slot is used again, with another key: what was sealed with the former one stays noise.
    distinct(&store, "C");
    let new = slots(place.path());
    assert_eq!(new.len(), 2);
    assert!(
        new.iter()
            .all(|slot| slot == &left[0] || !keys.contains(slot))
    );
    assert_eq!(store.raw(&key("A")).unwrap(), []);
    assert!(!raw.is_empty());
}

#[test]
fn a_session_that_begins_again_has_another_key() {
    let place = scratch();
    let store = Disk::open(place.path()).unwrap();
    let mut former = Vec::new();
    for round in 0..5 {
        store.commit(vec![write("A", 0, round)]).unwrap();
        let keys = slots(place.path());
        assert_eq!(keys.len(), 1);
        assert!(!former.contains(&keys[0][32..].to_vec()));
        former.push(keys[0][32..].to_vec());
        assert!(store.delete(&key("A")).unwrap());
        assert_eq!(slots(place.path()).len(), 0);
    }
}

const KILLS: u64 = 25;

/// Begins and erases sessions for ever.
pub(crate) fn erase_for_ever(store: &Disk, life: u64) {
    for round in 0.. {
        let name = |n: u64| format!("L{life}-{}", round * 4 + n);
        let writes: Vec<Write> = (0..4).map(|n| write(&name(n), 0, n as i64)).collect();
        store.commit(writes).unwrap();
        for n in 0..3 {
            store.commit(vec![write(&name(n), 1, 9)]).unwrap();
            assert!(store.delete(&key(&name(n))).unwrap());
        }
    }
}

/// Whatever was being erased when the process was killed is whole or gone, and every key has its session.
#[test]
fn a_kill_leaves_a_session_whole_or_erased() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut sessions = 0;
    for kill in 0..KILLS {
        let mut child = start("erase", place.path());
        thread::sleep(Duration::from_millis(20 + kill * 7 % 60));
        child.kill().unwrap();
        child.wait().unwrap();
        let store = match Disk::open(place.path()) {
            Ok(store) => store,
            Err(error) => panic!("after kill {kill}: {error}"),
        };
        let listed = store.scan(None, usize::MAX).unwrap();
        for listed in &listed {
            let log: Result<_, StoreError> = store.load(&listed.key);
            let log = log.unwrap().unwrap();
            assert_eq!(log.events().filter_map(number).count() as u64, log.version);
        }
        assert_eq!(slots(place.path()).len(), listed.len());
        sessions = listed.len();
    }
    assert!(sessions > 5, "the children did work: {sessions}");
}

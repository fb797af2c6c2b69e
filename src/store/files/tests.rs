//! A store too large to be looked at before it is open.

use super::*;
use crate::domain::dialog::Event;
use crate::store::ledger::Prepared;
use crate::store::{Agenda, Turn, UnixSeconds, Write};

fn key(number: u64) -> SessionKey {
    SessionKey::parse(&format!("S{number:03}")).unwrap()
}

fn commit(files: &mut Files, number: u64, expected_version: u64) {
    let write = Prepared::new(Write {
        key: key(number),
        expected_version,
        turn: Turn {
            input: None,
            events: vec![Event::Paused],
            at: UnixSeconds(1),
        },
        channel: None,
        reply_owed: false,
        binding: None,
        agenda: Agenda::default(),
    });
    let committed = files.change(|ledger| ledger.commit(&[write]));
    assert!(matches!(committed, Ok(Ok(()))));
}

const SESSIONS: u64 = 100;

/// A closed store, with its account.
fn large() -> (tempfile::TempDir, Account) {
    let place = tempfile::tempdir().unwrap();
    let mut files = Files::open(place.path(), Account::default()).unwrap();
    (0..SESSIONS).for_each(|number| commit(&mut files, number, 0));
    let account = files.account;
    (place, account)
}

#[test]
fn what_is_written_while_the_rest_is_looked_at_is_no_damage() {
    let (place, account) = large();
    let mut files = Files::open_looking_at(place.path(), account, 10).unwrap();
    let mut rounds = 0;
    while files.look_at(3).unwrap() {
        // Behind, at and before what was looked at; sessions that begin and sessions that are erased.
        commit(&mut files, (rounds * 37) % 20, 1);
        let gone = key(SESSIONS - 1 - rounds);
        assert!(matches!(
            files.change(|ledger| ledger.delete(&gone)),
            Ok(Ok(true))
        ));
        commit(&mut files, SESSIONS + rounds, 0);
        rounds += 1;
        if rounds == 20 {
            break;
        }
    }
    assert_eq!(rounds, 20);
    while files.verify().unwrap() {}
    assert!(files.verify.is_none());
    assert_eq!(stamps(&files.opened.tree).unwrap(), files.account.stamp);
}

#[test]
fn damage_beyond_what_was_looked_at_first_is_told_when_it_is_found() {
    let (place, account) = large();
    let tree = Tree::open(place.path()).unwrap();
    assert!(tree.apply(vec![(b"h/S090".to_vec(), None)]).is_ok());
    drop(tree);
    let mut files = Files::open_looking_at(place.path(), account, 10).unwrap();
    let altered = StoreError::Altered(place.path().to_owned());
    let found = loop {
        match files.look_at(7) {
            Ok(true) => {}
            other => break other,
        }
    };
    assert_eq!(found, Err(altered.clone()));
    drop(files);
    assert_eq!(Files::open(place.path(), account).err(), Some(altered));
}

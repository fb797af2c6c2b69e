use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::access::entry::{Event, Why};
use crate::store::{ChannelKey, UnixSeconds};

fn refused(name: impl std::fmt::Display) -> Entry {
    Entry {
        at: UnixSeconds(0),
        event: Event::Refused {
            channel: ChannelKey::parse(&format!("telegram:{name}")).unwrap(),
            why: Why::Stranger,
            invitation: None,
        },
    }
}

fn write(journal: &mut Journal, entry: Entry) {
    journal.decide(|_| Ok((Some(entry), ()))).unwrap();
}

fn place() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn nothing_is_made_before_the_first_line_and_then_for_the_owner_alone() {
    let place = place();
    let dir = place.path().join("a/b");
    let mut journal = Journal::open(&dir).unwrap();
    assert_eq!(*journal.state().unwrap(), State::default());
    assert_eq!(journal.entries().unwrap(), []);
    assert!(!dir.exists());
    write(&mut journal, refused(1));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir.join(NAME)), 0o600);
    assert_eq!(mode(&dir), 0o700);
    assert_eq!(journal.entries().unwrap(), [refused(1)]);
}

#[test]
fn a_tail_torn_at_any_byte_is_replaced_and_no_line_is_lost() {
    let place = place();
    let path = place.path().join(NAME);
    let mut journal = Journal::open(place.path()).unwrap();
    write(&mut journal, refused(1));
    let before = journal.state().unwrap().clone();
    let whole = fs::read(&path).unwrap();
    write(&mut journal, refused(2));
    let both = fs::read(&path).unwrap();
    for end in whole.len()..both.len() {
        fs::write(&path, &both[..end]).unwrap();
        let mut opened = Journal::open(place.path()).unwrap();
        assert_eq!(*opened.state().unwrap(), before, "cut at {end}");
        assert_eq!(opened.entries().unwrap(), [refused(1)]);
        let mut reader = Journal::open(place.path()).unwrap();
        write(&mut opened, refused("next"));
        assert_eq!(reader.entries().unwrap(), [refused(1), refused("next")]);
        assert_eq!(reader.state().unwrap(), opened.state().unwrap());
    }
}

#[test]
fn whole_lines_that_cannot_be_read_are_told_with_their_place() {
    let place = place();
    let path = place.path().join(NAME);
    let mut journal = Journal::open(place.path()).unwrap();
    write(&mut journal, refused(1));
    let mut text = fs::read_to_string(&path).unwrap();
    text.push_str("{\"v\":9}\n");
    fs::write(&path, &text).unwrap();
    let told = unreadable(&path, 2, Fault::Version(9));
    assert_eq!(journal.state().unwrap_err(), told);
    assert_eq!(journal.state().unwrap_err(), told, "still");
    let decided = journal.decide(|_| Ok((Some(refused(2)), ())));
    assert_eq!(decided.unwrap_err(), told);
    assert_eq!(Journal::open(place.path()).unwrap_err(), told);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        text,
        "it is left as it is"
    );
    let shown = told.to_string();
    assert!(
        shown.starts_with("line 2 of `") && shown.contains("version 9"),
        "{shown}"
    );
}

#[test]
fn a_file_that_was_taken_away_is_told_and_one_that_was_put_back_is_read() {
    let place = place();
    let path = place.path().join(NAME);
    let mut journal = Journal::open(place.path()).unwrap();
    write(&mut journal, refused(1));
    let backup = fs::read(&path).unwrap();
    write(&mut journal, refused(2));
    fs::remove_file(&path).unwrap();
    let gone = AccessError::Gone(path.clone());
    assert_eq!(journal.state().unwrap_err(), gone);
    assert_eq!(journal.decide(|_| Ok((None, ()))).unwrap_err(), gone);
    fs::write(&path, &backup).unwrap();
    assert_eq!(journal.entries().unwrap(), [refused(1)]);
    write(&mut journal, refused(3));
    fs::write(&path, &backup).unwrap();
    assert_eq!(
        journal.entries().unwrap(),
        [refused(1)],
        "shorter in its place"
    );
    let expected = Journal::open(place.path()).unwrap().state;
    assert_eq!(*journal.state().unwrap(), expected);
}

#[test]
fn what_is_refused_or_changes_nothing_writes_nothing() {
    let place = place();
    let mut journal = Journal::open(place.path()).unwrap();
    write(&mut journal, refused(1));
    let before = fs::read(place.path().join(NAME)).unwrap();
    let refusal: Result<(), _> = journal.decide(|_| Err(AccessError::Taken));
    assert_eq!(refusal.unwrap_err(), AccessError::Taken);
    assert_eq!(journal.decide(|_| Ok((None, 7))).unwrap(), 7);
    let revoked = Event::Revoked(crate::access::Subject::Member(
        ChannelKey::parse("telegram:9").unwrap(),
    ));
    let unfit = Entry {
        at: UnixSeconds(0),
        event: revoked,
    };
    assert!(journal.decide(|_| Ok((Some(unfit), ()))).is_err());
    assert_eq!(fs::read(place.path().join(NAME)).unwrap(), before);
}

#[test]
fn each_reads_what_the_others_appended() {
    let place = place();
    let mut one = Journal::open(place.path()).unwrap();
    let mut other = Journal::open(place.path()).unwrap();
    for turn in 0..20 {
        let journal = if turn % 3 == 0 { &mut one } else { &mut other };
        write(journal, refused(turn));
        assert_eq!(one.state().unwrap(), other.state().unwrap());
    }
    let all: Vec<Entry> = (0..20).map(refused).collect();
    assert_eq!(one.entries().unwrap(), all);
}

#[test]
fn many_append_at_once_and_every_line_is_whole() {
    let place = place();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let place = place.path();
            scope.spawn(move || {
                let mut journal = Journal::open(place).unwrap();
                for line in 0..25 {
                    write(&mut journal, refused(format!("{thread}-{line}")));
                    let reader = Journal::open(place).unwrap();
                    assert!(reader.reading.unwrap().lines > line);
                }
            });
        }
    });
    let mut journal = Journal::open(place.path()).unwrap();
    let lines = journal.entries().unwrap();
    assert_eq!(lines.len(), 100);
    for thread in 0..4 {
        let own = lines.iter().filter_map(|entry| {
            let Event::Refused { channel, .. } = &entry.event else {
                return None;
            };
            let name = channel
                .as_str()
                .strip_prefix(&format!("telegram:{thread}-"))?;
            name.parse::<usize>().ok()
        });
        assert_eq!(own.collect::<Vec<_>>(), (0..25).collect::<Vec<_>>());
    }
}

#[test]
fn nobody_else_reads_or_appends_while_one_decides() {
    let place = place();
    let mut journal = Journal::open(place.path()).unwrap();
    write(&mut journal, refused(1));
    let other = File::open(place.path().join(NAME)).unwrap();
    let decided = journal.decide(|_| {
        assert!(other.try_lock_shared().is_err());
        Ok((Some(refused(2)), ()))
    });
    decided.unwrap();
    assert!(other.try_lock().is_ok(), "the lock is released");
}

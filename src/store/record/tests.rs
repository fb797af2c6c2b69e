//! The stored form, held against files as they were written by this version and by former ones.

use super::*;
use crate::domain::day::Day;
use crate::domain::dialog::Event;
use crate::domain::dialog::event::{Answer, Entry, Pins, Scope};
use crate::domain::dialog::level::{Level, Segment};
use crate::domain::name::{PolicyName, StepName, ValueName};
use crate::store::error::Parked;
use crate::store::seal::Secret;
use crate::store::{Agenda, ChannelKey, InputId, Turn, UnixSeconds};

const FORMAT_1: &[u8] = include_bytes!("../../../tests/fixtures/store/format-1.record");
const FORMAT_2: &[u8] = include_bytes!("../../../tests/fixtures/store/format-2.record");
const FORMAT_3: &[u8] = include_bytes!("../../../tests/fixtures/store/format-3.record");
const FORMAT_4: &[u8] = include_bytes!("../../../tests/fixtures/store/format-4.record");

/// The name of the record in the fixtures, which it is sealed for.
const NAME: &[u8] = b"h/K7QM-4T9X";

fn secret() -> Secret {
    Secret::of([7; 32])
}

/// A head, unsealed if it is sealed.
fn opened(bytes: &[u8]) -> Head {
    let mut head = Head::decode(bytes).unwrap();
    if head.slot().is_some() {
        head.unseal(NAME, secret()).unwrap();
    }
    head
}

fn pins(policy_digest: &str) -> Pins {
    Pins {
        policy: PolicyName::parse("vertebral-augmentation").unwrap(),
        policy_digest: policy_digest.to_owned(),
        dialog_digest: "2c3d".to_owned(),
    }
}

fn entry(scope: Scope, step: &str, answer: Answer) -> Entry {
    let step = StepName::parse(step).unwrap();
    Entry {
        scope,
        step,
        answer,
    }
}

/// What every fixture holds.
fn turns() -> Vec<Turn> {
    let first = Day::parse("2025-11-24").unwrap();
    let next = first.plus(1);
    let procedures = Answer::Procedures(vec![ValueName::parse("kyphoplasty").unwrap()]);
    let levels = Answer::Levels(vec![(0, Level::new(Segment::Thoracic, 12).unwrap())]);
    let opened = Event::Opened {
        pins: pins("0a1b"),
        locale: "en-US".to_owned(),
        on: first,
    };
    let answered = Event::Answered {
        entries: vec![
            entry(Scope::Request, "procedure", procedures),
            entry(Scope::Place(0), "level", levels),
        ],
        on: first,
    };
    let revisited = Event::Revisited {
        scope: Scope::Request,
        step: StepName::parse("procedure").unwrap(),
    };
    let repinned = Event::Repinned {
        pins: pins("4e5f"),
        dropped: Vec::new(),
        on: next,
    };
    let resumed = Event::Resumed { on: next };
    let confirmed = Event::Confirmed { on: next };
    let restarted = Event::Restarted { on: next };
    let turn = |input: Option<&str>, at, events| Turn {
        input: input.map(|text| InputId::parse(text).unwrap()),
        events,
        at: UnixSeconds(at),
    };
    vec![
        turn(Some("terminal:1"), 1_764_000_000, vec![opened]),
        turn(None, 1_764_001_000, vec![answered, Event::Paused]),
        turn(
            None,
            1_764_003_600,
            vec![resumed, revisited, repinned, confirmed, restarted],
        ),
    ]
}

fn agenda() -> Agenda {
    Agenda {
        waits: true,
        nudged: true,
        remind: Day::parse("2025-12-01").ok(),
    }
}

fn check_fixture(bytes: &[u8], agenda: Agenda) {
    let head = opened(bytes);
    assert_eq!(head.version, 3);
    assert_eq!(head.owed(), Some(3));
    assert_eq!(head.pages(), 0);
    assert_eq!(
        head.times(),
        (UnixSeconds(1_764_000_000), UnixSeconds(1_764_003_600))
    );
    assert_eq!(
        head.channels(),
        [ChannelKey::parse("terminal:default").unwrap()]
    );
    assert_eq!(head.agenda(), agenda);
    assert_eq!(decode_turns(head.turns()).unwrap(), turns());
}

#[test]
fn former_formats_are_read_as_the_present_one() {
    let former = [
        (FORMAT_1, Agenda::default()),
        (FORMAT_2, Agenda::default()),
        (FORMAT_3, agenda()),
    ];
    for (former, agenda) in former {
        check_fixture(former, agenda);
        let mut head = Head::decode(former).unwrap();
        head.seal_with(secret());
        head.place(5);
        let rewritten = head.encode(NAME, 18).unwrap();
        assert_eq!(rewritten[2..4], FORMAT.to_le_bytes());
        check_fixture(&rewritten, agenda);
    }
}

/// Header but for its checksum, first line, and turns.
fn parts(bytes: &[u8]) -> (Vec<u8>, String, String) {
    let line = bytes[32..].split(|byte| *byte == b'\n').next().unwrap();
    let turns = opened(bytes).turns().to_vec();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (bytes[..28].to_vec(), text(line), text(&turns))
}

/// When this fails, the form of records has changed: that needs a new format, an upcast and a fixture of the former.
#[test]
fn the_present_format_is_written_as_it_always_was() {
    let at = UnixSeconds(1_764_000_000);
    let mut head = Head::new(at);
    for turn in turns() {
        assert_eq!(head.append(&encode_turn(&turn).unwrap(), turn.at), None);
    }
    head.enter(&ChannelKey::parse("terminal:default").unwrap());
    head.owe(true);
    head.plan(agenda());
    head.seal_with(secret());
    head.place(5);
    let written = head.encode(NAME, 17).unwrap();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write("tests/fixtures/store/format-4.record", &written).unwrap();
    }
    assert_eq!(parts(&written), parts(FORMAT_4));
    check_fixture(FORMAT_4, agenda());
}

#[test]
fn any_changed_byte_parks_a_record() {
    for at in 0..FORMAT_4.len() {
        let mut bad = FORMAT_4.to_vec();
        bad[at] ^= 0x10;
        assert_eq!(Head::decode(&bad), Err(Parked::Checksum), "byte {at}");
        assert_eq!(
            Head::decode(&FORMAT_4[..at]),
            Err(Parked::Checksum),
            "cut at {at}"
        );
    }
}

#[test]
fn turns_open_with_their_key_in_their_record_alone() {
    let unsealed = |name: &[u8], secret| Head::decode(FORMAT_4).unwrap().unseal(name, secret);
    assert_eq!(unsealed(NAME, secret()), Ok(()));
    assert_eq!(unsealed(b"h/OTHER", secret()), Err(Parked::Key));
    assert_eq!(unsealed(NAME, Secret::draw()), Err(Parked::Key));
    let text = String::from_utf8_lossy(FORMAT_4);
    assert!(!text.contains("kyphoplasty") && !text.contains("answered"));
}

#[test]
fn a_newer_format_is_parked_and_named() {
    let newer = Frame {
        format: FORMAT + 1,
        ..Frame::new(Kind::Head, 1)
    };
    let bytes = newer.wrap(b"{}\n");
    assert_eq!(Head::decode(&bytes), Err(Parked::Format(FORMAT + 1)));
}

#[test]
fn what_makes_no_sense_is_parked_and_not_guessed() {
    let decode = |content: &[u8]| Head::decode(&Frame::new(Kind::Head, 1).wrap(content));
    assert_eq!(decode(b"{}"), Err(Parked::Content("first line")));
    assert_eq!(decode(b"{}\n"), Err(Parked::Content("first line")));
    let unreadable = [
        r#"{"at":1,"events":["flew"]}"#,
        r#"{"at":1,"events":[],"note":"x"}"#,
        r#"{"at":1,"events":[{"confirmed":{"on":"2026-02-31"}}]}"#,
        r#"{"at":1,"events":[{"answered":{"entries":[{"scope":"request","step":"s","answer":{"levels":[[0,"T13"]]}}],"on":"2026-01-01"}}]}"#,
        r#"{"at":1,"events":[{"answered":{"entries":[{"scope":"request","step":"s","answer":{"facts":{"f":{"date":["2026-01-02","2026-01-01"]}}}}],"on":"2026-01-01"}}]}"#,
    ];
    for line in unreadable {
        let turns = decode_turns(line.as_bytes());
        assert_eq!(turns, Err(Parked::Content("turns")), "{line}");
    }
}

#[test]
fn a_stamp_changes_with_the_key_and_the_header() {
    let frame = |sequence| Frame::new(Kind::Head, sequence).wrap(b"x");
    assert_eq!(stamp(b"a", &frame(1)), stamp(b"a", &frame(1)));
    assert_ne!(stamp(b"a", &frame(1)), stamp(b"b", &frame(1)));
    assert_ne!(stamp(b"a", &frame(1)), stamp(b"a", &frame(2)));
}

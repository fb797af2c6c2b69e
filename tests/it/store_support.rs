//! What the tests of the store share: events, writes, places for stores.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use preauth::domain::day::{Day, DayRange};
use preauth::domain::dialog::Event;
use preauth::domain::dialog::event::{Answer, Entry, Menu, Pins, Scope};
use preauth::domain::dialog::level::{Level, Segment};
use preauth::domain::name::{DocumentName, FactName, PolicyName, StepName, ValueName};
use preauth::domain::policy::Value;
use preauth::store::{
    Agenda, ChannelKey, CommitError, InputId, Refusal, SessionKey, Store, Turn, UnixSeconds, Write,
};

pub(crate) const NOW: i64 = 1_795_305_600;

pub(crate) fn key(text: &str) -> SessionKey {
    SessionKey::parse(text).unwrap()
}

pub(crate) fn channel(text: &str) -> ChannelKey {
    ChannelKey::parse(text).unwrap()
}

pub(crate) fn input(text: &str) -> InputId {
    InputId::parse(text).unwrap()
}

pub(crate) fn day() -> Day {
    Day::parse("2026-11-22").unwrap()
}

/// An answer that can be told from every other by its number.
pub(crate) fn answered(number: i64) -> Event {
    let fact = FactName::parse("count").unwrap();
    Event::Answered {
        entries: vec![Entry {
            scope: Scope::Request,
            step: StepName::parse("count").unwrap(),
            answer: Answer::Facts(BTreeMap::from([(fact, Value::Number(number, number))])),
        }],
        on: day(),
    }
}

/// The number of such an answer.
pub(crate) fn number(event: &Event) -> Option<i64> {
    let Event::Answered { entries, .. } = event else {
        return None;
    };
    let Answer::Facts(facts) = &entries.first()?.answer else {
        return None;
    };
    match facts.values().next()? {
        Value::Number(number, _) => Some(*number),
        _ => None,
    }
}

/// A turn with one numbered answer.
pub(crate) fn turn(number: i64) -> Turn {
    Turn {
        input: None,
        events: vec![answered(number)],
        at: UnixSeconds(NOW),
    }
}

/// A write of such a turn.
pub(crate) fn write(session: &str, expected_version: u64, number: i64) -> Write {
    Write {
        key: key(session),
        expected_version,
        turn: turn(number),
        channel: None,
        reply_owed: false,
        binding: None,
        agenda: Agenda::default(),
    }
}

fn value(text: &str) -> ValueName {
    ValueName::parse(text).unwrap()
}

fn step() -> StepName {
    StepName::parse("a-step").unwrap()
}

fn every_value() -> BTreeMap<FactName, Value> {
    let on = day();
    let start = DayRange::new(on.plus(-45), on.plus(-40)).unwrap();
    let end = Some(DayRange::exactly(on));
    let facts = [
        ("choice", Value::Choice(value("kyphoplasty"))),
        ("flag", Value::Flag(true)),
        ("date", Value::Date(DayRange::exactly(on))),
        ("going", Value::Period { start, end: None }),
        ("ended", Value::Period { start, end }),
        ("number", Value::Number(-3, 7)),
    ];
    facts
        .map(|(name, value)| (FactName::parse(name).unwrap(), value))
        .into()
}

fn every_answer() -> Vec<Entry> {
    let levels = vec![
        (0, Level::new(Segment::Thoracic, 12).unwrap()),
        (1, Level::new(Segment::Sacral, 1).unwrap()),
    ];
    let documents = vec![DocumentName::parse("mri_report").unwrap()];
    let procedure = || value("vertebroplasty");
    let answers = [
        (Scope::Request, Answer::Facts(every_value())),
        (Scope::Place(1), Answer::NotOnRecord),
        (Scope::Request, Answer::Procedures(vec![procedure()])),
        (Scope::Procedure(procedure()), Answer::Levels(levels)),
        (Scope::Place(0), Answer::Documents(documents)),
        (Scope::Place(1), Answer::SameAs(0)),
        (Scope::Place(1), Answer::Different),
    ];
    let entry = |(scope, answer)| Entry {
        scope,
        step: step(),
        answer,
    };
    answers.map(entry).into()
}

fn pins() -> Pins {
    Pins {
        policy: PolicyName::parse("vertebral-augmentation").unwrap(),
        policy_digest: "0a1b".to_owned(),
        dialog_digest: "2c3d".to_owned(),
    }
}

/// Every kind of event, answer, scope and value there is.
pub(crate) fn every_event() -> Vec<Event> {
    let (on, locale) = (day(), "es-US".to_owned());
    let revisited = Event::Revisited {
        scope: Scope::Place(0),
        step: step(),
    };
    vec![
        Event::Opened {
            pins: pins(),
            locale: locale.clone(),
            on,
        },
        Event::Proposed {
            entries: every_answer(),
            left: vec![step()],
            on,
        },
        Event::Declined,
        Event::Answered {
            entries: every_answer(),
            on,
        },
        revisited,
        Event::Confirmed { on },
        Event::LocaleChanged { locale },
        Event::Paused,
        Event::Resumed { on },
        Event::Repinned {
            pins: pins(),
            dropped: every_answer(),
            on,
        },
        Event::Restarted { on },
        Event::Cancelled,
        Event::MenuOpened { menu: Menu::Delete },
        Event::ReminderSet { on },
        Event::Reminded { on },
        Event::Nudged { on },
        Event::Expired { on },
    ]
}

/// A directory in memory where there is one: for trials in which no disk takes part.
pub(crate) fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Copies a directory with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A small generator of numbers, the same on every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// The writes that were not taken.
pub(crate) fn refusals(outcome: Result<(), CommitError>) -> Vec<(String, Refusal)> {
    match outcome {
        Err(CommitError::Refused(refused)) => refused
            .into_iter()
            .map(|(key, why)| (key.to_string(), why))
            .collect(),
        other => panic!("expected refusals, got {other:?}"),
    }
}

pub(crate) fn conflict(expected: u64, found: u64) -> Refusal {
    Refusal::Conflict { expected, found }
}

/// The numbers of a session's answers.
pub(crate) fn numbers(store: &dyn Store, session: &str) -> Vec<i64> {
    let log = store.load(&key(session)).unwrap();
    log.map_or(Vec::new(), |log| log.events().filter_map(number).collect())
}

//! Offices in Telegram, over HTTP against the real binary and a Bot API server of our own: turns a second, how long a
//! reply takes from the update to its message, processor time and memory; beside it a stock bot on teloxide's
//! dispatcher, which keeps its dialogues in memory, with the same conversation and the same calls.
//!
//! `cargo bench --bench telegram [-- [stored NUMBER] [seconds NUMBER] [only NAME] [DIR]]`

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark stops at the first fault and prints its figures"
)]

mod fill;
mod load;
mod peer;
mod process;

/// The server of the tests.
#[expect(
    dead_code,
    unused_imports,
    reason = "tests look at more of it than a benchmark does"
)]
#[path = "../../tests/it/telegram"]
mod telegram {
    pub(crate) mod fake;
}

use std::path::{Path, PathBuf};
use std::time::Duration;

use load::{Figures, Pace, converse};
use process::{Subject, Subjects};
use telegram::fake::Fake;

/// Messages of one chat that wait at once.
const CROWD: usize = 500;

/// What the command line asks for.
struct Asked {
    stored: Option<u64>,
    time: Duration,
    only: Option<String>,
    dir: PathBuf,
}

impl Asked {
    fn read() -> Self {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let after = |name: &str| {
            let at = words.iter().position(|word| word == name)?;
            words.get(at + 1).cloned()
        };
        let number = |name: &str| after(name).map(|number| number.parse().unwrap());
        let dir = words.iter().find(|word| word.contains('/'));
        Self {
            stored: number("stored"),
            time: Duration::from_secs(number("seconds").unwrap_or(8)),
            only: after("only"),
            dir: dir.map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from),
        }
    }
}

/// One line of the table: how many chats, how they answer, and how long a call takes.
struct Case {
    chats: usize,
    pace: Pace,
    round_trip: Duration,
}

const CASES: [Case; 5] = [
    Case::hurried(1, 0),
    Case::hurried(100, 0),
    Case::hurried(1000, 0),
    Case::hurried(100, 60),
    Case {
        pace: Pace::Every(Duration::from_secs(1)),
        ..Case::hurried(100, 0)
    },
];

impl Case {
    const fn hurried(chats: usize, millis: u64) -> Self {
        Self {
            chats,
            pace: Pace::AtOnce,
            round_trip: Duration::from_millis(millis),
        }
    }

    fn name(&self) -> String {
        let calls = match self.round_trip.as_millis() {
            0 => String::new(),
            millis => format!(", {millis} ms a call"),
        };
        let pace = match self.pace {
            Pace::AtOnce => "",
            Pace::Every(_) => ", a turn a second each",
        };
        format!("{} chats{calls}{pace}", self.chats)
    }
}

fn measure(subjects: Subjects, case: &Case, asked: &Asked) -> Figures {
    let fake = Fake::start();
    let data = tempfile::tempdir_in(&asked.dir).unwrap();
    let subject = Subject::start(subjects, &fake, data.path());
    fake.round_trip(case.round_trip);
    converse(&fake, &subject, case.chats, (case.pace, asked.time))
}

fn table(asked: &Asked) {
    for case in &CASES {
        println!("\n{}", case.name());
        let mut ours = None;
        let fits = |subjects: &Subjects| {
            let only = asked.only.as_ref();
            only.is_none_or(|only| subjects.name().contains(only.as_str()))
        };
        for subjects in Subjects::ALL.into_iter().filter(fits) {
            let figures = measure(subjects, case, asked);
            let ratio = ours.map_or(String::new(), |ours: f64| {
                format!("; ours is {:.2} of it", ours / figures.rate)
            });
            println!("  {}: {figures}{ratio}", subjects.name());
            ours = ours.or((subjects == Subjects::Ours).then_some(figures.rate));
        }
    }
}

/// How much one chat that sends a great deal holds up another.
fn crowd(asked: &Asked) {
    println!("\none chat beside one that sends {CROWD} messages at once");
    for subjects in [Subjects::Ours, Subjects::Peer] {
        let fake = Fake::start();
        let data = tempfile::tempdir_in(&asked.dir).unwrap();
        let _subject = Subject::start(subjects, &fake, data.path());
        let (alone, beside) = load::flood(&fake, CROWD);
        let name = subjects.name();
        println!("  {name}: a reply takes {alone:.1?} alone and {beside:.1?} beside it");
    }
}

/// What so many sessions cost that nobody is in any more: the start, the memory, and a reply.
fn stored(count: u64, asked: &Asked) {
    let place = tempfile::tempdir_in(&asked.dir).unwrap();
    let (took, bytes) = fill::fill(place.path(), count);
    println!("{count} sessions written in {took:.0?}, {} MB", bytes >> 20);
    for start in 1..=2 {
        let fake = Fake::start();
        let began = std::time::Instant::now();
        let subject = Subject::start(Subjects::Ours, &fake, place.path());
        let ready = began.elapsed();
        let memory = subject.peak_megabytes();
        println!("start {start}: ready after {ready:.2?}, {memory} MB");
        // The records are looked at in the background meanwhile. The second start finds these chats in the middle of it.
        if start == 1 {
            let figures = converse(&fake, &subject, 100, (Pace::AtOnce, asked.time));
            println!("  100 chats: {figures}");
        }
    }
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, word, url, calls] = words.as_slice()
        && word == "peer"
    {
        return peer::run(url, calls == "every");
    }
    let asked = Asked::read();
    match asked.stored {
        Some(count) => stored(count, &asked),
        None => {
            table(&asked);
            crowd(&asked);
        }
    }
}

/// The bytes of all files below a folder.
fn size(dir: &Path) -> u64 {
    let entries = std::fs::read_dir(dir).unwrap().map(Result::unwrap);
    let sizes = entries.map(|entry| match entry.file_type().unwrap().is_dir() {
        true => size(&entry.path()),
        false => entry.metadata().unwrap().len(),
    });
    sizes.sum()
}

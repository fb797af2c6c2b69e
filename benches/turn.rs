//! Whole turns, from what was typed to the reply in words: in memory, on disk by one office after another, and on disk
//! by 256 offices at once that share commits; and the time from the start of the real command to its first question.
//! `cargo bench --bench turn [-- DIR]`; sessions are kept in the target directory if no other is named.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark stops at the first fault and prints its figures"
)]

use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use preauth::domain::day::Day;
use preauth::library::Library;
use preauth::store::{ChannelKey, Disk, Memory, Store, UnixSeconds};
use preauth::turn::{App, Incoming, Input, Offering, Rendered, Which};

const TIME: Duration = Duration::from_secs(4);
const OFFICES: usize = 256;
const STARTS: usize = 21;

/// A conversation from the first question to the result: vertebroplasty, a fracture four weeks old.
const TYPED: [&str; 11] = [
    "PVP",
    "osteoporotic fracture",
    "4 weeks ago",
    "yes",
    "no",
    "she gets around with a walker",
    "yes",
    "yes",
    "L3",
    "1",
    "cancel",
];

fn offering() -> Arc<Offering> {
    let library = Library::embedded().unwrap();
    let folder = library.policy("vertebral-augmentation").unwrap();
    let (offering, _) = Offering::load(folder, &library.locales, &[]);
    Arc::new(offering.unwrap())
}

fn app(offering: &Arc<Offering>, store: Arc<dyn Store>) -> App {
    let seed = AtomicU64::new(1);
    App::new(Arc::clone(offering), store, move || {
        seed.fetch_add(0x9e37_79b9, Ordering::Relaxed)
    })
}

/// One turn, as a channel takes it.
fn turn(app: &App, channel: &ChannelKey, which: Which, text: Option<&str>) {
    let incoming = Incoming {
        channel,
        id: None,
        which,
        input: text.map_or(Input::Arrived, Input::Text),
        locale: "en-US",
        today: Day::parse("2026-11-22").unwrap(),
        at: UnixSeconds(1_795_305_600),
    };
    let outgoing = app.turn(&incoming).unwrap();
    let locale = app.offering().locale(&outgoing.locale);
    black_box(Rendered::new(&outgoing.reply, locale));
    app.delivered(&outgoing).unwrap();
}

/// Holds conversations one after another; how long each turn took, in order.
fn converse(app: &App, channel: &str, until: Instant) -> Vec<Duration> {
    let channel = ChannelKey::parse(channel).unwrap();
    let mut took = Vec::new();
    while Instant::now() < until {
        turn(app, &channel, Which::New, None);
        for text in TYPED {
            let began = Instant::now();
            turn(app, &channel, Which::Current, Some(text));
            took.push(began.elapsed());
        }
    }
    took
}

/// The turns of so many offices at once; each waits for its reply before it answers again.
fn together(app: &App, offices: usize) -> Vec<Duration> {
    let until = Instant::now() + TIME;
    std::thread::scope(|scope| {
        let offices: Vec<_> = (0..offices)
            .map(|office| scope.spawn(move || converse(app, &format!("bench:{office}"), until)))
            .collect();
        let took = offices
            .into_iter()
            .flat_map(|office| office.join().unwrap());
        took.collect()
    })
}

fn show(name: &str, mut took: Vec<Duration>, began: Instant) {
    let elapsed = began.elapsed().as_secs_f64();
    took.sort_unstable();
    let at = |share: usize| {
        took.get(took.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    let rate = f64::from(u32::try_from(took.len()).unwrap()) / elapsed;
    let (median, slow) = (at(50), at(99));
    println!("{name}: {rate:.0} turns/s, median {median:.1?}, 99th of 100 {slow:.1?}");
}

fn on_disk(offering: &Arc<Offering>, dir: &Path) {
    let store = Disk::open(&dir.join("sessions")).unwrap();
    let app = app(offering, Arc::new(store));
    let began = Instant::now();
    show("on disk, one office", together(&app, 1), began);
    let began = Instant::now();
    show("on disk, 256 offices", together(&app, OFFICES), began);
}

/// From the start of the command to the first question, on an empty store.
fn first_question(dir: &Path) -> Duration {
    let data = tempfile::tempdir_in(dir).unwrap();
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_preauth"))
        .args(["chat", "--locale", "en-US", "--data"])
        .arg(data.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let asked = lines.map(Result::unwrap).find(|line| line.ends_with('?'));
    let took = began.elapsed();
    assert!(asked.is_some());
    drop(child.stdin.take());
    child.kill().unwrap();
    child.wait().unwrap();
    took
}

fn main() {
    let place = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let parent = place.map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let dir = tempfile::tempdir_in(parent).unwrap();
    let offering = offering();
    let memory = app(&offering, Arc::new(Memory::new()));
    let began = Instant::now();
    show("in memory, one office", together(&memory, 1), began);
    on_disk(&offering, dir.path());
    let mut starts: Vec<_> = (0..STARTS).map(|_| first_question(dir.path())).collect();
    starts.sort_unstable();
    let median = starts.get(STARTS / 2).copied().unwrap_or_default();
    println!("from the start of the command to its first question: median {median:.1?}");
}

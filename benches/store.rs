//! Commits a second: one writer, and 256 sessions that share commits, beside raw append and fdatasync on the same
//! disk in the same run. `cargo bench --bench store [-- DIR]`; the default place is the target directory.
//!
//! `cargo bench --bench store -- many DIR COUNT` fills a store with so many sessions of ten turns, when DIR has none yet;
//! run again, it opens that store and says how long that took, what memory it needs, and how long a commit takes.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark stops at the first fault and prints its figures"
)]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use preauth::domain::day::Day;
use preauth::domain::dialog::Event;
use preauth::domain::dialog::event::{Answer, Entry, Scope};
use preauth::domain::name::{FactName, StepName, ValueName};
use preauth::domain::policy::Value;
use preauth::store::{
    Agenda, Binding, ChannelKey, Disk, InputId, SessionKey, Store, Turn, UnixSeconds, Write,
};

const TIME: Duration = Duration::from_secs(4);
const SESSIONS: usize = 256;
/// About what one commit appends to the log.
const RECORD: usize = 400;

fn answer(session: &str, version: u64) -> Write {
    let fact = FactName::parse("procedure").unwrap();
    let value = Value::Choice(ValueName::parse("kyphoplasty").unwrap());
    let entry = Entry {
        scope: Scope::Request,
        step: StepName::parse("procedure").unwrap(),
        answer: Answer::Facts(BTreeMap::from([(fact, value)])),
    };
    let at = UnixSeconds(1_795_305_600);
    let channel = ChannelKey::parse(&format!("bench:{session}")).unwrap();
    Write {
        key: SessionKey::parse(session).unwrap(),
        expected_version: version,
        turn: Turn {
            input: Some(InputId::parse(&format!("bench:{version}")).unwrap()),
            events: vec![Event::Answered {
                entries: vec![entry],
                on: Day::parse("2026-11-22").unwrap(),
            }],
            at,
        },
        channel: Some(channel.clone()),
        reply_owed: true,
        binding: Some(Binding::Enter(channel)),
        agenda: Agenda::default(),
    }
}

/// The session of a round, and its version: a session takes as many turns as a usual one, then the next begins.
fn place(writer: usize, round: u64) -> (String, u64) {
    (format!("W{writer}-{}", round / 16), round % 16)
}

fn raw(dir: &Path, together: usize) -> f64 {
    let mut file = File::create(dir.join("raw")).unwrap();
    let block = vec![7; RECORD * together];
    let began = Instant::now();
    let mut rounds = 0.0;
    while began.elapsed() < TIME {
        file.write_all(&block).unwrap();
        file.sync_data().unwrap();
        rounds += 1.0;
    }
    rounds / began.elapsed().as_secs_f64()
}

fn one_writer(store: &Disk) -> f64 {
    let began = Instant::now();
    let mut round = 0;
    while began.elapsed() < TIME {
        let (session, version) = place(0, round);
        store.commit(vec![answer(&session, version)]).unwrap();
        round += 1;
    }
    per_second(round, began)
}

/// Every session waits for its commit before it sends the next one.
fn sharing(store: &Disk) -> f64 {
    let began = Instant::now();
    let mut waiting = Vec::with_capacity(SESSIONS);
    let mut commits = 0;
    let mut rounds = vec![0; SESSIONS];
    while began.elapsed() < TIME {
        for (writer, round) in rounds.iter_mut().enumerate() {
            let (session, version) = place(writer + 1, *round);
            waiting.push(store.submit(vec![answer(&session, version)]));
            *round += 1;
        }
        for pending in waiting.drain(..) {
            pending.wait().unwrap().unwrap();
            commits += 1;
        }
    }
    per_second(commits, began)
}

/// The same, with each session on its own.
fn sharing_threads(store: &Disk) -> f64 {
    let began = Instant::now();
    let done = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..SESSIONS)
            .map(|writer| scope.spawn(move || commit_for(store, writer + 1000, began)))
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .sum()
    });
    per_second(done, began)
}

fn commit_for(store: &Disk, writer: usize, began: Instant) -> u64 {
    let mut round = 0;
    while began.elapsed() < TIME {
        let (session, version) = place(writer, round);
        store.commit(vec![answer(&session, version)]).unwrap();
        round += 1;
    }
    round
}

fn per_second(commits: u64, began: Instant) -> f64 {
    f64::from(u32::try_from(commits).unwrap()) / began.elapsed().as_secs_f64()
}

/// Turns of a usual session.
const TURNS: u64 = 10;
/// Sessions begun together when a store is filled.
const TOGETHER: u64 = 200;

fn many(dir: &Path, sessions: u64) {
    let began = Instant::now();
    let exists = dir.exists();
    let store = Disk::open(dir).unwrap();
    if exists {
        println!("open: {} ms, {}", began.elapsed().as_millis(), resident());
        return measure_many(&store, sessions);
    }
    for first in (0..sessions).step_by(usize::try_from(TOGETHER).unwrap()) {
        let begun = first..sessions.min(first + TOGETHER);
        // Of what is older than two days, inputs are swept.
        let recent = first >= sessions / 100 * 98;
        let writes = begun.flat_map(|session| (0..TURNS).map(move |turn| (session, turn)));
        let writes = writes.map(|(session, turn)| {
            let write = answer(&format!("M{session:07}"), turn);
            let channel = write.channel.clone().filter(|_| recent);
            Write { channel, ..write }
        });
        store.commit(writes.collect()).unwrap();
    }
    drop(store);
    println!(
        "{sessions} sessions written in {} s",
        began.elapsed().as_secs()
    );
}

/// Sessions far from each other, so that little of what is read is in memory.
fn far(round: u64, sessions: u64) -> String {
    format!("M{:07}", round * 7_919 % sessions)
}

fn measure_many(store: &Disk, sessions: u64) {
    let version = |name: &str| {
        store
            .load(&SessionKey::parse(name).unwrap())
            .unwrap()
            .unwrap()
            .version
    };
    let loads = times(2_000, |round| {
        version(&far(round, sessions));
    });
    println!("load: {loads}");
    let known: Vec<_> = (0..1_000).map(|round| far(round, sessions)).collect();
    let versions: Vec<u64> = known.iter().map(|name| version(name)).collect();
    let commits = times(1_000, |round| {
        let at = usize::try_from(round).unwrap();
        store
            .commit(vec![answer(&known[at], versions[at])])
            .unwrap();
    });
    println!("commit to one of them: {commits}");
    println!(
        "{SESSIONS} new sessions in step: {:.0} commits/s",
        sharing(store)
    );
    let began = Instant::now();
    let owed = store.undelivered().unwrap().len();
    println!(
        "undelivered: {owed} in {} ms; {}",
        began.elapsed().as_millis(),
        resident()
    );
}

fn times(rounds: u64, mut run: impl FnMut(u64)) -> String {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|round| {
            let began = Instant::now();
            run(round);
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_micros();
    format!(
        "median {} us, 99 % within {} us, longest {} us",
        at(50),
        at(99),
        at(100)
    )
}

/// What memory the process has, in the kernel's words.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.unwrap_or("unknown memory")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    if let [many_word, dir, count] = words.as_slice()
        && many_word == "many"
    {
        return many(Path::new(dir), count.parse().unwrap());
    }
    let parent = words
        .first()
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let dir = tempfile::tempdir_in(parent).unwrap();
    let store = Disk::open(&dir.path().join("sessions")).unwrap();
    let floor = raw(dir.path(), 1);
    println!("raw append + fdatasync, {RECORD} bytes: {floor:.0}/s");
    let one = one_writer(&store);
    println!("one writer: {one:.0} commits/s, {:.2} of raw", one / floor);
    let floor = raw(dir.path(), SESSIONS);
    println!("raw append + fdatasync, {SESSIONS} x {RECORD} bytes: {floor:.0}/s");
    let shared = sharing(&store);
    let syncs = shared / f64::from(u16::try_from(SESSIONS).unwrap());
    println!(
        "{SESSIONS} sessions in step: {shared:.0} commits/s, {syncs:.0} rounds/s, {:.2} of raw",
        syncs / floor
    );
    let threads = sharing_threads(&store);
    println!("{SESSIONS} sessions, each on its own thread: {threads:.0} commits/s");
    drop(store);
    let began = Instant::now();
    drop(Disk::open(&dir.path().join("sessions")).unwrap());
    println!(
        "open and check all of it: {} ms",
        began.elapsed().as_millis()
    );
}

//! What child processes of the store's tests do: this binary runs itself with one test and a variable that says what.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use preauth::store::{CommitError, Disk, Refusal, Store, StoreError};

use crate::store_erase::erase_for_ever;
use crate::store_support::{channel, input, key, write};
use crate::store_trouble::fill;

const WHAT: &str = "PREAUTH_TEST_STORE_CHILD";
const WHERE: &str = "PREAUTH_TEST_STORE_DIR";

/// This binary, about to do something as a child.
pub(crate) fn command(what: &str, dir: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "store_child::child",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(WHAT, what)
        .env(WHERE, dir)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

pub(crate) fn start(what: &str, dir: &Path) -> Child {
    command(what, dir).spawn().unwrap()
}

/// What the child told, once it has ended.
pub(crate) fn told(mut command: Command) -> String {
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn child() {
    let (Ok(what), Ok(dir)) = (std::env::var(WHAT), std::env::var(WHERE)) else {
        return;
    };
    match what.as_str() {
        "open" => open(Path::new(&dir)),
        "fill" => {
            let store = Disk::open(Path::new(&dir)).unwrap();
            println!("full after {}", fill(&store, 0));
        }
        "erase" => {
            let store = Disk::open(Path::new(&dir)).unwrap();
            erase_for_ever(&store, u64::from(std::process::id()));
        }
        "commit" => commit_for_ever(Path::new(&dir)),
        other => panic!("no such child: {other}"),
    }
}

fn open(dir: &Path) {
    match Disk::open(dir) {
        Ok(_) => println!("told: opened"),
        Err(error) => println!("told: {error}; {}", error.help().unwrap_or_default()),
    }
}

/// How many sessions the committing child writes to at the same time.
pub(crate) const SESSIONS: usize = 4;

/// The input that answers the question of this number.
fn id(session: &str, number: u64) -> String {
    format!("{session}:{number}")
}

fn commit_for_ever(dir: &Path) {
    let store = Disk::open(dir).unwrap();
    println!("ready");
    std::thread::scope(|scope| {
        for session in 0..SESSIONS {
            let store = &store;
            scope.spawn(move || answer_for_ever(store, &format!("S{session}")));
        }
    });
}

fn answer_for_ever(store: &Disk, session: &str) {
    let mut version = store
        .load(&key(session))
        .unwrap()
        .map_or(0, |log| log.version);
    if version > 0 {
        assert!(
            is_seen(store, session, version - 1),
            "the last input comes again and is known"
        );
    }
    loop {
        let mut next = write(session, version, version as i64);
        next.turn.input = Some(input(&id(session, version)));
        next.channel = Some(channel("test:kill"));
        next.reply_owed = true;
        store.commit(vec![next]).unwrap();
        version += 1;
        println!("ack {session} {version}");
        store.mark_delivered(&key(session), version).unwrap();
    }
}

fn is_seen(store: &Disk, session: &str, number: u64) -> bool {
    let mut again = write(session, number + 1, 0);
    again.turn.input = Some(input(&id(session, number)));
    again.channel = Some(channel("test:kill"));
    matches!(
        store.commit(vec![again]),
        Err(CommitError::Refused(why)) if why[0].1 == Refusal::AlreadySeen
    )
}

/// Checks that an opened store has every turn of each session once and in order; says how many each has.
pub(crate) fn counted(dir: &Path) -> Result<Vec<u64>, StoreError> {
    let store = Disk::open(dir)?;
    (0..SESSIONS)
        .map(|session| {
            let session = format!("S{session}");
            let Some(log) = store.load(&key(&session))? else {
                return Ok(0);
            };
            let inputs = log.turns.iter().map(|turn| turn.input.clone().unwrap());
            let expected = (0..log.version).map(|number| input(&id(&session, number)));
            assert!(inputs.eq(expected), "each turn once, in order");
            Ok(log.version)
        })
        .collect()
}

//! A process that commits as fast as it can is killed at random moments: what was acknowledged is there, once.

use std::io::{BufRead, BufReader};
use std::process::ChildStdout;
use std::thread;
use std::time::Duration;

use crate::store_child::{SESSIONS, counted, start};

const KILLS: u64 = 30;

/// Reads acknowledgements until the child is gone: the highest of each session.
fn acknowledged(out: impl BufRead) -> Vec<u64> {
    let mut highest = vec![0; SESSIONS];
    for line in out.lines().map_while(Result::ok) {
        let mut words = line.split(' ').skip_while(|word| *word != "ack").skip(1);
        let session = words
            .next()
            .and_then(|name| name.strip_prefix('S')?.parse::<usize>().ok());
        let version = words.next().and_then(|version| version.parse().ok());
        if let (Some(session), Some(version)) = (session, version) {
            highest[session] = version;
        }
    }
    highest
}

fn wait_until_ready(out: ChildStdout) -> BufReader<ChildStdout> {
    let mut out = BufReader::new(out);
    let mut line = String::new();
    while !line.contains("ready") {
        line.clear();
        assert!(
            out.read_line(&mut line).unwrap() > 0,
            "the child ended before it was ready"
        );
    }
    out
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there_once() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let dir = place.path().join("sessions");
    let mut total = 0;
    for kill in 0..KILLS {
        let mut child = start("commit", &dir);
        let out = wait_until_ready(child.stdout.take().unwrap());
        let reading = thread::spawn(move || acknowledged(out));
        thread::sleep(Duration::from_micros(1_000 + kill * 7_919 % 60_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged = reading.join().unwrap();
        let held = counted(&dir).unwrap();
        let pairs = held.iter().zip(&acknowledged);
        assert!(
            pairs.clone().all(|(held, told)| held >= told),
            "{held:?} < {acknowledged:?}"
        );
        total = held.iter().sum();
    }
    println!("{total} commits in {KILLS} lives");
    assert!(total > KILLS * 10, "the children did work: {total}");
}

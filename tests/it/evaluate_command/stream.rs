//! Input of any length is answered as it comes.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};

use super::EXAMPLE;
use crate::command::{preauth, run};

const SHORT: &str = r#"{"as_of":"2026-11-22","facts":{"procedure":"sacroplasty"}}"#;

fn start() -> (Child, ChildStdin, impl Iterator<Item = String>) {
    let mut command = preauth(&["evaluate"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::null()).spawn().unwrap();
    let input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    (child, input, output.lines().map(Result::unwrap))
}

#[test]
fn a_line_is_answered_before_the_next_is_written() {
    let (mut child, mut input, mut output) = start();
    for round in 0..3 {
        let line = EXAMPLE.replace("c1", &format!("r{round}"));
        writeln!(input, "{line}").unwrap();
        assert!(
            output
                .next()
                .unwrap()
                .starts_with(&format!(r#"{{"id":"r{round}""#))
        );
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

/// The most memory the binary took, in KiB, for so many lines.
#[cfg(target_os = "linux")]
fn peak(lines: usize) -> u64 {
    let (mut child, mut input, output) = start();
    let status = format!("/proc/{}/status", child.id());
    let peak = std::thread::scope(|scope| {
        let writer = scope.spawn(move || {
            for number in 0..lines {
                let line = if number % 10 == 0 { "{" } else { SHORT };
                writeln!(input, "{line}").unwrap();
            }
            input
        });
        assert_eq!(output.take(lines).count(), lines);
        // Everything is answered, and the binary waits for more.
        let status = std::fs::read_to_string(status).unwrap();
        drop(writer.join().unwrap());
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.unwrap().trim().trim_end_matches(" kB");
        peak.parse::<u64>().unwrap()
    });
    assert_eq!(child.wait().unwrap().code(), Some(2));
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let (few, many) = (peak(2_000), peak(40_000));
    assert!(many < few + 1024, "{few} KiB became {many} KiB");
}

#[test]
fn an_end_of_reading_is_no_fault() {
    let (mut child, mut input, mut output) = start();
    writeln!(input, "{SHORT}").unwrap();
    assert!(output.next().is_some());
    drop(output);
    // The pipe is closed: writing answers fails, and the binary ends without a word.
    while writeln!(input, "{SHORT}").is_ok() {}
    assert!(child.wait().unwrap().success());
}

#[test]
fn an_empty_input_is_an_empty_output() {
    let ran = run(&["evaluate"], b"\n \n");
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (Some(0), "", "")
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line() {
    let ran = run(&["evaluate"], format!("\u{feff}{SHORT}\r\n").as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.out);
}

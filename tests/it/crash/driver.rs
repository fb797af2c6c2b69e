//! Somebody at the other end of a pipe, who types an answer as soon as a question is there.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::preauth;
use crate::crash::scripts::Script;

/// How a run of the command ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It was killed.
    Killed,
    /// The result was said.
    Done,
    /// It showed the case before this one: this one was never opened.
    Former,
}

/// A run of the command.
pub(crate) struct Talk {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    pub(crate) former: Option<String>,
    pub(crate) first_line: Option<Instant>,
}

impl Talk {
    pub(crate) fn start(data: &str, script: &Script, anew: bool) -> Self {
        let mut command = preauth(&["chat", "--data", data, "--today", "2026-11-22"]);
        command.args(["--locale", script.locale]);
        if anew {
            command.arg("--new");
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (said, lines) = channel();
        thread::spawn(move || {
            let read = out.lines().map_while(Result::ok);
            read.for_each(|line| drop(said.send(line)));
        });
        Self {
            stdin: child.stdin.take(),
            child,
            lines,
            former: None,
            first_line: None,
        }
    }

    /// The next line; nothing when it is time to kill, or when nothing more comes.
    pub(crate) fn line(&mut self, until: Option<Instant>) -> Option<String> {
        let wait = until.map_or(Duration::from_secs(20), |until| {
            until.saturating_duration_since(Instant::now())
        });
        let line = self.lines.recv_timeout(wait).ok()?;
        self.first_line.get_or_insert_with(Instant::now);
        Some(line)
    }

    /// Types a line. The command may be gone by then.
    pub(crate) fn say(&mut self, text: &str) {
        if let Some(stdin) = &mut self.stdin {
            let _gone = stdin.write_all(format!("{text}\n").as_bytes());
        }
    }

    /// Kills it: it has no time to do anything more. It must not have ended by itself.
    pub(crate) fn kill(&mut self) -> Ended {
        self.child.kill().unwrap();
        let status = self.child.wait().unwrap();
        assert_eq!(status.signal(), Some(9), "it ended by itself: {status}");
        Ended::Killed
    }

    /// Types no more and waits for the end.
    pub(crate) fn end(&mut self) {
        self.stdin = None;
        assert!(self.child.wait().unwrap().success());
    }
}

//! A bot in a process of its own, and what the system says of it.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::telegram::fake::{Fake, TOKEN};

/// Which bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subjects {
    /// The product, with every answer durable before its reply.
    Ours,
    /// The peer, with the calls of the product: the press, the old question, the new one.
    Peer,
    /// The peer, which only sends the new question.
    PeerThatSends,
}

impl Subjects {
    pub(crate) const ALL: [Self; 3] = [Self::Ours, Self::Peer, Self::PeerThatSends];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "preauth, durable",
            Self::Peer => "teloxide, in memory, the same calls",
            Self::PeerThatSends => "teloxide, in memory, sendMessage only",
        }
    }

    fn command(self, fake: &Fake, data: &Path) -> Command {
        if self == Self::Ours {
            let mut command = Command::new(env!("CARGO_BIN_EXE_preauth"));
            command.args(["telegram", "--today", "2026-11-22", "--data"]);
            command
                .arg(data)
                .env("PREAUTH_TELEGRAM_TOKEN", TOKEN)
                .env("PREAUTH__TELEGRAM__API_URL", fake.url())
                .env("PREAUTH__ACCESS__OPEN", "true")
                .env("PREAUTH__ACCESS__MESSAGES_PER_MINUTE", "0");
            return command;
        }
        let mut command = Command::new(std::env::current_exe().unwrap());
        let calls = if self == Self::Peer { "every" } else { "one" };
        command.args(["peer", &fake.url(), calls]);
        command
    }
}

/// A bot that runs. It is killed when this is dropped.
pub(crate) struct Subject {
    child: Child,
}

impl Subject {
    /// Starts it and waits until it asks for updates.
    pub(crate) fn start(subjects: Subjects, fake: &Fake, data: &Path) -> Self {
        let child = subjects
            .command(fake, data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let polls = fake.wait_for(Duration::from_secs(120), |world| {
            (world.queue.polls > 0).then_some(())
        });
        polls.expect("the bot does not ask for updates");
        Self { child }
    }

    /// The processor time it took so far, in seconds.
    pub(crate) fn seconds(&self) -> f64 {
        let stat = self.told("stat");
        let (_, fields) = stat.rsplit_once(')').unwrap();
        let ticks = fields.split_whitespace().skip(11).take(2);
        let ticks: u32 = ticks.map(|field| field.parse::<u32>().unwrap()).sum();
        f64::from(ticks) / 100.0
    }

    /// The most memory it ever had, in megabytes.
    pub(crate) fn peak_megabytes(&self) -> u64 {
        let status = self.told("status");
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
        kilobytes.parse::<u64>().unwrap() >> 10
    }

    fn told(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).unwrap()
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

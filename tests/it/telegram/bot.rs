//! The real binary, as `preauth telegram`.

use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use preauth::domain::day::Day;

use crate::command::preauth;
use crate::telegram::fake::Fake;

/// The day on which bots of tests run.
pub(crate) const TODAY: &str = "2026-11-22";

/// The same as a day.
pub(crate) fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

/// The day of the clock, some days on. Who may see a case follows from when chats came in, which is written down by the
/// clock, so that bots with an access list run on its day.
pub(crate) fn on_the_clock(later: i32) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let days = i32::try_from(since.as_secs() / 86_400).unwrap();
    Day::ORIGIN.plus(days + later).to_string()
}

/// A bot that runs. It is killed when this is dropped.
pub(crate) struct Bot {
    child: Child,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

/// How a bot is started.
pub(crate) struct Start {
    command: Command,
}

impl Start {
    /// A bot on this server, with its sessions in this folder. Everybody may use it, as often as they like.
    pub(crate) fn new(fake: &Fake, data: &Path) -> Self {
        Self::on(fake, data, TODAY)
    }

    /// The same on another day.
    pub(crate) fn on(fake: &Fake, data: &Path, today: &str) -> Self {
        let mut command = preauth(&["telegram", "--today", today, "--data"]);
        command.arg(data);
        let token = fake.world().token.clone();
        Self { command }
            .with("PREAUTH_TELEGRAM_TOKEN", &token)
            .with("PREAUTH__TELEGRAM__API_URL", &fake.url())
            .with("PREAUTH__ACCESS__OPEN", "true")
            .with("PREAUTH__ACCESS__MESSAGES_PER_MINUTE", "0")
    }

    /// With a setting in its environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// With one more argument.
    pub(crate) fn arg(mut self, arg: &str) -> Self {
        self.command.arg(arg);
        self
    }

    pub(crate) fn go(mut self) -> Bot {
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let written = Arc::clone(&log);
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                written.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        Bot {
            child,
            log,
            reader: Some(reader),
        }
    }
}

impl Bot {
    /// A bot on this server as `Start::new` says.
    pub(crate) fn start(fake: &Fake, data: &Path) -> Self {
        Start::new(fake, data).go()
    }

    /// Kills it: it has no time to do anything more. It must not have ended by itself.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        let status = self.child.wait().unwrap();
        assert_eq!(
            status.signal(),
            Some(9),
            "it ended by itself: {status}\n{}",
            self.log()
        );
    }

    /// Asks it to stop.
    pub(crate) fn terminate(&self) {
        self.signal("TERM");
    }

    /// Asks it to stop as a key at a terminal does.
    pub(crate) fn interrupt(&self) {
        self.signal("INT");
    }

    fn signal(&self, name: &str) {
        let command = format!("kill -{name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &command]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until it ends; nothing when it goes on for longer than this.
    pub(crate) fn ended(&mut self, patience: Duration) -> Option<ExitStatus> {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                if let Some(reader) = self.reader.take() {
                    reader.join().unwrap();
                }
                return Some(status);
            }
            if Instant::now() > deadline {
                return None;
            }
            // A child cannot be waited for with a deadline.
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// What it wrote to its log so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

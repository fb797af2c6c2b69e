//! Every transcript, held over Telegram: the same lines are said, the same choices offered, and the same events kept as
//! without it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use preauth::domain::dialog::Wake;
use preauth::domain::transcript::{Deed, Transcript, parse};
use tempfile::TempDir;

use crate::store_support::copy;
use crate::telegram::bot::{Bot, Start, TODAY};
use crate::telegram::fake::{Fake, World};
use crate::telegram::kept::sessions;
use crate::telegram::mirror::{Mirror, Reply};
use crate::telegram::office::{Office, masked};
use crate::telegram::talk::greets;

/// How long a line is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Conversations that go on beside each other.
const BESIDE: usize = 6;

/// Where transcripts are.
const PLACE: &str = "tests/transcripts/vertebral-augmentation";

/// A transcript and its name.
type Named = (String, Transcript);

fn transcripts() -> Vec<Named> {
    let files = std::fs::read_dir(PLACE)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let read = files.map(|file: PathBuf| {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        (name.clone(), parse(&name, &text).0.unwrap())
    });
    let mut all: Vec<Named> = read.collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

/// Whether nothing happens in it but that somebody types, on the usual day.
fn is_plain(transcript: &Transcript) -> bool {
    let plain = |deed: &Deed| matches!(deed, Deed::Arrive | Deed::Type(_) | Deed::Locale(_));
    let day = transcript.header.today.to_string() == TODAY;
    day && transcript.turns.iter().all(|turn| plain(&turn.deed))
}

/// A conversation that is held in both places.
struct Held<'f> {
    name: &'f str,
    fake: &'f Fake,
    office: Office<'f>,
    mirror: Mirror,
    faults: Vec<String>,
}

impl<'f> Held<'f> {
    fn new(fake: &'f Fake, chat: i64, (name, transcript): &'f Named) -> Self {
        let header = &transcript.header;
        // Apps name a language, and rarely a country.
        let language = header.locale.split('-').next();
        Self {
            name,
            fake,
            office: Office::speaking(fake, chat, language),
            mirror: Mirror::new(chat, &header.locale, header.today),
            faults: Vec::new(),
        }
    }

    fn arrives(&mut self) {
        let reply = self.mirror.arrives();
        self.says("/start", &reply);
    }

    /// Comes back after the bot died: welcomed, or told once more what may not have reached it.
    fn returns(&mut self) {
        let mut reply = self.mirror.arrives();
        reply.lines.retain(|line| !greets(line));
        self.says("/start", &reply);
    }

    fn types(&mut self, text: &str) {
        let reply = self.mirror.types(text);
        self.says(text, &reply);
    }

    /// Types it in the chat, and waits for all that must be said.
    fn says(&mut self, text: &str, reply: &Reply) {
        let before = self.office.count();
        self.office.types(text);
        self.hears(text, before, reply);
    }

    /// Waits for all that must be said after so many messages.
    fn hears(&mut self, text: &str, before: usize, reply: &Reply) {
        let missing = |lines: &[String], heard: &str| -> Vec<String> {
            let said = |line: &&String| !heard.contains(&masked(line));
            lines.iter().filter(said).cloned().collect()
        };
        let mut heard = String::new();
        self.fake.wait(self.office.chat, PATIENCE, |chat| {
            let new: Vec<_> = chat.sent().skip(before).collect();
            let text: Vec<&str> = new.iter().map(|said| said.text.as_str()).collect();
            heard = masked(&text.join("\n"));
            // Choices that do not fit a button stand in the message.
            new.iter()
                .flat_map(|said| said.keyboard.iter().flatten())
                .for_each(|button| heard.push_str(&format!("\n{}", button.text)));
            let all = missing(&reply.lines, &heard).is_empty();
            (!text.is_empty() && all).then_some(())
        });
        let lines = missing(&reply.lines, &heard);
        let choices = missing(&reply.choices, &heard);
        if heard.is_empty() || !lines.is_empty() || !choices.is_empty() {
            let name = self.name;
            self.faults.push(format!(
                "{name}: after `{text}`\n  missing lines {lines:#?}\n  missing choices {choices:?}\n  in {heard}"
            ));
        }
    }

    /// What is kept of it must be what is kept without Telegram.
    fn compare(&mut self, data: &Path, chats: &[i64]) {
        for chat in chats {
            let (kept, expected) = (sessions(data, *chat), self.mirror.sessions(*chat));
            if kept != expected {
                let name = self.name;
                self.faults
                    .push(format!("{name}: kept {kept:#?}\ninstead of {expected:#?}"));
            }
        }
    }
}

fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

#[test]
fn conversations_go_as_they_go_without_telegram() {
    let all: Vec<Named> = transcripts()
        .into_iter()
        .filter(|(_, one)| is_plain(one))
        .collect();
    assert!(all.len() > 100, "{}", all.len());
    let (fake, data) = (Fake::start(), folder());
    let mut bot = Bot::start(&fake, data.path());
    let held: Vec<(i64, Held<'_>)> = std::thread::scope(|scope| {
        let hold = |from: usize| {
            let (fake, all) = (&fake, &all);
            move || -> Vec<(i64, Held<'_>)> {
                let mine = all.iter().zip(1_000..).skip(from).step_by(BESIDE);
                mine.map(|(named, chat)| (chat, held(fake, chat, named)))
                    .collect()
            }
        };
        let threads: Vec<_> = (0..BESIDE).map(|from| scope.spawn(hold(from))).collect();
        let done = threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap());
        done.collect()
    });
    bot.kill();
    let mut faults = Vec::new();
    let kept = crate::telegram::kept::by_chat(data.path());
    for (chat, held) in held {
        let (own, expected) = (
            kept.get(&chat).cloned().unwrap_or_default(),
            held.mirror.sessions(chat),
        );
        if own != expected {
            faults.push(format!(
                "{}: kept {own:#?}\ninstead of {expected:#?}",
                held.name
            ));
        }
        faults.extend(held.faults);
    }
    none(&faults);
}

fn held<'f>(fake: &'f Fake, chat: i64, named: &'f Named) -> Held<'f> {
    let mut held = Held::new(fake, chat, named);
    for turn in &named.1.turns {
        match &turn.deed {
            Deed::Arrive => held.arrives(),
            Deed::Type(text) => held.types(text),
            Deed::Locale(tag) => {
                let phrase = held.mirror.language(tag);
                held.types(&phrase);
            }
            other => panic!("{other:?}"),
        }
    }
    held
}

/// A conversation in which more happens: it has a bot of its own.
struct Staged<'f> {
    held: Held<'f>,
    data: &'f Path,
    bot: Option<Bot>,
    today: String,
    policy: Option<PathBuf>,
    chats: Vec<i64>,
}

impl Staged<'_> {
    /// The bot dies, and another begins.
    fn restart(&mut self) {
        if let Some(mut bot) = self.bot.take() {
            bot.kill();
        }
        self.start(None);
    }

    /// The bot ends in good order, so that the next one has nothing to repeat, and looks after cases in this one way.
    fn begin_for(&mut self, wake: Option<Wake>) {
        if let Some(mut bot) = self.bot.take() {
            let confirmed = |world: &World| world.queue.waiting.is_empty().then_some(());
            self.held
                .fake
                .wait_for(PATIENCE, confirmed)
                .expect("updates that are confirmed");
            bot.terminate();
            bot.ended(PATIENCE).expect("a bot that ends");
        }
        self.start(wake);
    }

    fn start(&mut self, wake: Option<Wake>) {
        let hours = if wake == Some(Wake::Nudge) { "24" } else { "0" };
        let days = if wake == Some(Wake::Expire) {
            "1"
        } else {
            "3650"
        };
        let start = Start::on(self.held.fake, self.data, &self.today)
            .with("PREAUTH__STORE__NUDGE_HOURS", hours)
            .with("PREAUTH__STORE__SESSION_EXPIRY_DAYS", days);
        let start = match &self.policy {
            Some(path) => start.arg("--policy").arg(path.to_str().unwrap()),
            None => start,
        };
        self.bot = Some(start.go());
    }

    fn perform(&mut self, deed: &Deed) {
        let chat = self.held.office.chat;
        match deed {
            Deed::Arrive => self.held.arrives(),
            Deed::Type(text) => self.held.types(text),
            Deed::Locale(tag) => {
                let phrase = self.held.mirror.language(tag);
                self.held.types(&phrase);
            }
            Deed::Advance(days) => {
                self.today = self.held.mirror.advance(*days).to_string();
                self.begin_for(None);
            }
            Deed::Restart | Deed::Kill => {
                self.restart();
                self.held.returns();
            }
            Deed::Duplicate => self.held.fake.world().queue.repeat_before(chat, 0),
            Deed::Stale(others) => self.held.fake.world().queue.repeat_before(chat, *others),
            Deed::Policy(written) => {
                let policy = Path::new(PLACE).join(written);
                self.held.mirror.policy(&policy);
                self.policy = Some(self.whole(&policy));
                self.restart();
            }
            Deed::HandOver(_) => self.hand_over(chat + 1),
            Deed::Wake(wake) => self.wake(*wake),
        }
    }

    /// Time has passed: what the bot says by itself when it is there again.
    fn wake(&mut self, wake: Wake) {
        let before = self.held.office.count();
        let reply = self.held.mirror.wakes(wake);
        self.begin_for(Some(wake));
        if let Some(reply) = reply {
            self.held.hears("", before, &reply);
        }
    }

    /// A folder with that policy and the rest of what is shipped.
    fn whole(&self, policy: &Path) -> PathBuf {
        let folder = self.data.join("policies/vertebral-augmentation");
        copy(Path::new("dialogs/vertebral-augmentation"), &folder);
        std::fs::copy(policy.join("policy.toml"), folder.join("policy.toml")).unwrap();
        folder
    }

    /// Somebody takes up the case in another chat, by its reference.
    fn hand_over(&mut self, chat: i64) {
        let reference = {
            let mut world = self.held.fake.world();
            let sent = world.chat(self.held.office.chat).sent();
            let mut words = sent.flat_map(|said| said.text.split([' ', '\n', '.']));
            let reference = words.rfind(|word| masked(word) == "####-####");
            reference.unwrap().to_owned()
        };
        let reply = self.held.mirror.moves(chat);
        self.held.office = Office::speaking(self.held.fake, chat, Some("en"));
        self.chats.push(chat);
        self.held.says(&reference, &reply);
    }
}

fn staged(named: &Named) -> Vec<String> {
    let (fake, data) = (Fake::start(), folder());
    fake.world().queue.keep();
    let chat = 2_000;
    let mut staged = Staged {
        held: Held::new(&fake, chat, named),
        data: data.path(),
        bot: None,
        today: named.1.header.today.to_string(),
        policy: None,
        chats: vec![chat],
    };
    staged.restart();
    for turn in &named.1.turns {
        staged.perform(&turn.deed);
    }
    staged.bot.take().unwrap().kill();
    let chats = std::mem::take(&mut staged.chats);
    staged.held.compare(data.path(), &chats);
    staged.held.faults
}

#[test]
fn conversations_outlive_restarts_days_policies_and_second_deliveries() {
    let all = transcripts();
    let eventful = all.iter().filter(|(_, one)| !is_plain(one));
    let eventful: Vec<&Named> = eventful.collect();
    assert!(eventful.len() >= 14, "{}", eventful.len());
    let faults: Vec<String> = eventful.into_iter().flat_map(staged).collect();
    none(&faults);
}

//! Chats that hold the same conversation over and over, each in its own time, and how long every reply took.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::sleep_until;

use crate::process::Subject;
use crate::telegram::fake::{Chat, Fake};

/// What an office does next.
#[derive(Clone, Copy)]
enum Act {
    Types(&'static str),
    /// Presses the button that says so.
    Presses(&'static str),
}

use Act::{Presses, Types};

/// A conversation from the first question to the result and out of it: vertebroplasty, a fracture four weeks old.
const ACTS: [Act; 12] = [
    Types("/start"),
    Types("PVP"),
    Presses("Osteoporotic"),
    Types("4 weeks ago"),
    Presses("Yes"),
    Presses("Not in the hospital"),
    Types("she gets around with a walker"),
    Presses("Yes"),
    Presses("Yes"),
    Types("L3"),
    Presses("Show the result"),
    Types("cancel"),
];

/// How long a chat waits before it says that nothing came.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the chats talk before it counts.
const WARM: Duration = Duration::from_secs(2);

/// When a chat answers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pace {
    /// As soon as it is asked.
    AtOnce,
    /// Once in so long.
    Every(Duration),
}

/// What was measured.
pub(crate) struct Figures {
    /// Turns a second.
    pub(crate) rate: f64,
    half: Duration,
    slow: Duration,
    slowest: Duration,
    /// Seconds of processor time for a thousand turns.
    work: f64,
    megabytes: u64,
}

impl fmt::Display for Figures {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            to,
            "{:.0} turns/s, p50 {:.1?}, p99 {:.1?}, slowest {:.1?}, {:.2} CPU s a 1,000 turns, {} MB",
            self.rate, self.half, self.slow, self.slowest, self.work, self.megabytes
        )
    }
}

/// Lets so many chats talk for so long.
pub(crate) fn converse(
    fake: &Fake,
    subject: &Subject,
    chats: usize,
    (pace, time): (Pace, Duration),
) -> Figures {
    let from = Instant::now() + WARM;
    let until = from + time;
    let (took, work) = std::thread::scope(|scope| {
        let talking = scope.spawn(|| fake.handle().block_on(all(fake, chats, pace, until)));
        std::thread::sleep(from - Instant::now());
        let before = subject.seconds();
        std::thread::sleep(until - Instant::now());
        let work = subject.seconds() - before;
        (talking.join().unwrap(), work)
    });
    let counted = took
        .into_iter()
        .filter(|(at, _)| (from..until).contains(at));
    let mut took: Vec<Duration> = counted.map(|(_, took)| took).collect();
    took.sort_unstable();
    let turns = f64::from(u32::try_from(took.len()).unwrap());
    let at = |share: usize| took.get(took.len() * share / 100).copied();
    Figures {
        rate: turns / time.as_secs_f64(),
        half: at(50).unwrap_or_default(),
        slow: at(99).unwrap_or_default(),
        slowest: took.last().copied().unwrap_or_default(),
        work: work / turns * 1000.0,
        megabytes: subject.peak_megabytes(),
    }
}

/// How long a reply takes in a chat alone, and while so many messages of another chat wait before it: medians.
pub(crate) fn flood(fake: &Fake, messages: usize) -> (Duration, Duration) {
    let middle = |mut took: Vec<Duration>| {
        took.sort_unstable();
        took[took.len() / 2]
    };
    let quiet = 1_000;
    fake.handle().block_on(async {
        turn(fake, quiet, Types("/start")).await;
        let (mut alone, mut beside) = (Vec::new(), Vec::new());
        for loud in 1..10 {
            let (began, replied) = turn(fake, quiet, Types("help")).await;
            alone.push(replied - began);
            turn(fake, loud, Types("/start")).await;
            fake.world().queue.hold();
            for _ in 0..messages {
                fake.types(loud, loud, "help");
            }
            fake.world().queue.release(|_| {});
            let (began, replied) = turn(fake, quiet, Types("help")).await;
            beside.push(replied - began);
            let all = |chat: &Chat| chat.sent().nth(messages).map(|said| said.at);
            let sent = fake.until(loud, PATIENCE, all).await;
            sent.expect("a message got no reply");
        }
        (middle(alone), middle(beside))
    })
}

/// When every reply came, and how long it took.
async fn all(fake: &Fake, chats: usize, pace: Pace, until: Instant) -> Vec<(Instant, Duration)> {
    let fake: Arc<Fake> = Arc::new(fake.share());
    let tasks: Vec<_> = (0..chats)
        .map(|chat| {
            let chat = 10_000 + i64::try_from(chat).unwrap();
            tokio::spawn(talk(Arc::clone(&fake), chat, pace, until))
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await.unwrap());
    }
    took
}

async fn talk(fake: Arc<Fake>, chat: i64, pace: Pace, until: Instant) -> Vec<(Instant, Duration)> {
    let mut took = Vec::new();
    let mut next = Instant::now();
    if let Pace::Every(time) = pace {
        // Those who answer now and then do not all do so at once.
        next += time * u32::try_from(chat % 100).unwrap() / 100;
    }
    for (number, act) in ACTS.into_iter().cycle().enumerate() {
        // A timer waits for its next tick even when the moment is here.
        if next > Instant::now() {
            sleep_until(next.into()).await;
        }
        if Instant::now() >= until {
            break;
        }
        // The next conversation is somebody else's: nothing of this one stands in its way.
        let round = i64::try_from(number / ACTS.len()).unwrap();
        let (began, replied) = turn(&fake, chat + round * 1_000_000, act).await;
        took.push((replied, replied - began));
        next = match pace {
            Pace::AtOnce => replied,
            Pace::Every(time) => next + time,
        };
    }
    took
}

/// When it was said, and when the reply was sent.
async fn turn(fake: &Fake, chat: i64, act: Act) -> (Instant, Instant) {
    let press = match act {
        Types(_) => None,
        Presses(label) => Some(button(fake, chat, label).await),
    };
    let count = fake.world().chat(chat).sent().len();
    let began = Instant::now();
    match (act, press) {
        (_, Some((id, data))) => drop(fake.presses(chat, chat, id, &data)),
        (Types(text) | Presses(text), None) => {
            fake.types(chat, chat, text);
        }
    }
    let reply = |chat: &Chat| chat.sent().nth(count).map(|said| said.at);
    let replied = fake.until(chat, PATIENCE, reply).await;
    (began, replied.expect("a turn got no reply"))
}

async fn button(fake: &Fake, chat: i64, label: &str) -> (i32, String) {
    let find = |chat: &Chat| {
        let post = chat.offering()?;
        let mut buttons = post.keyboard.iter().flatten();
        let button = buttons.find(|button| button.text.contains(label))?;
        Some((post.id, button.data.clone()?))
    };
    let found = fake.until(chat, PATIENCE, find).await;
    found.expect(label)
}

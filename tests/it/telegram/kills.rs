//! The bot is killed over and over, or told to stop, while many offices talk to it: no answer is lost or taken twice, and
//! every session comes to its right end.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use crate::crash::scripts::SCRIPTS;
use crate::store_support::Dice;
use crate::telegram::bot::Bot;
use crate::telegram::fake::Fake;
use crate::telegram::kept::{by_chat, sessions};
use crate::telegram::office::Office;
use crate::telegram::talk::{Known, Went, hold};

/// Offices that talk at once.
const OFFICES: i64 = 50;

/// How often the bot is killed.
const KILLS: usize = 100;

/// How often it is told to stop.
const STOPS: usize = 10;

/// How it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Killed,
    Stopped,
}

/// Holds every conversation without a kill.
fn undisturbed() -> Vec<Known> {
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let fake = Fake::start();
    let mut bot = Bot::start(&fake, data.path());
    let chats = 1_i64..;
    let went: Vec<_> = SCRIPTS
        .iter()
        .zip(chats)
        .map(|(script, chat)| {
            (
                script,
                chat,
                hold(&office(&fake, chat, script.locale), script, None),
            )
        })
        .collect();
    bot.kill();
    let known = went.into_iter().map(|(script, chat, went)| Known {
        script,
        questions: went.questions,
        events: sessions(data.path(), chat),
    });
    known.collect()
}

fn office<'f>(fake: &'f Fake, chat: i64, locale: &str) -> Office<'f> {
    Office::speaking(fake, chat, locale.split('-').next())
}

/// One conversation after another, each in a chat of its own, until it is over.
fn talk(
    fake: &Fake,
    known: &[Known],
    chats: &AtomicI64,
    over: &AtomicBool,
) -> Vec<(i64, usize, Went)> {
    let mut all = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let chat = chats.fetch_add(1, Ordering::Relaxed);
        let number = usize::try_from(chat).unwrap() / 2 % known.len();
        let known = &known[number];
        let office = office(fake, chat, known.script.locale);
        all.push((chat, number, hold(&office, known.script, Some(known))));
    }
    all
}

/// Ends the bot so often, at random moments: a quarter of them while it starts, the others while it is at work.
fn ordeal(fake: &Fake, data: &Path, ending: Ending, times: usize) {
    let mut dice = Dice(0x5eed_7e1e);
    let mut start = Duration::from_millis(300);
    for _ in 0..times {
        let began = Instant::now();
        let polls = fake.world().queue.polls;
        let mut bot = Bot::start(fake, data);
        let within = |dice: &mut Dice, span: Duration| {
            Duration::from_micros(dice.below(usize::try_from(span.as_micros()).unwrap()) as u64)
        };
        if ending == Ending::Killed && dice.below(4) == 0 {
            std::thread::sleep(within(&mut dice, start));
        } else {
            let at_work = fake.wait_for(Duration::from_secs(60), |world| {
                (world.queue.polls > polls).then_some(())
            });
            assert!(at_work.is_some(), "{}", bot.log());
            start = began.elapsed();
            std::thread::sleep(within(&mut dice, Duration::from_millis(300)));
        }
        match ending {
            Ending::Killed => bot.kill(),
            Ending::Stopped => {
                bot.terminate();
                let ended = bot.ended(Duration::from_secs(15));
                assert!(
                    ended.is_some_and(|status| status.success()),
                    "{ended:?}\n{}",
                    bot.log()
                );
            }
        }
    }
}

fn under_load(ending: Ending, times: usize) {
    let known = undisturbed();
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let fake = Fake::start();
    let (chats, over) = (AtomicI64::new(10_000), AtomicBool::new(false));
    let went: Vec<_> = std::thread::scope(|scope| {
        let offices: Vec<_> = (0..OFFICES)
            .map(|_| scope.spawn(|| talk(&fake, &known, &chats, &over)))
            .collect();
        ordeal(&fake, data.path(), ending, times);
        over.store(true, Ordering::Relaxed);
        let mut bot = Bot::start(&fake, data.path());
        let joined: Vec<_> = offices
            .into_iter()
            .map(std::thread::ScopedJoinHandle::join)
            .collect();
        bot.terminate();
        let ended = bot.ended(Duration::from_secs(15));
        assert!(
            ended.is_some_and(|status| status.success()),
            "{ended:?}\n{}",
            bot.log()
        );
        joined
            .into_iter()
            .flat_map(|office| office.unwrap())
            .collect()
    });
    assert!(went.len() >= usize::try_from(OFFICES).unwrap());
    let sum = |of: fn(&Went) -> usize| went.iter().map(|(_, _, went)| of(went)).sum::<usize>();
    println!(
        "{times} times ended, {} conversations, {} answers, {} questions shown once more, {} greetings lost",
        went.len(),
        sum(|went| went.questions.len()),
        sum(|went| went.repeated),
        sum(|went| went.begun - 1),
    );
    right_ends(data.path(), &known, &went);
}

/// Every conversation was kept as it goes when nothing happens to it.
fn right_ends(data: &Path, known: &[Known], went: &[(i64, usize, Went)]) {
    let kept = by_chat(data);
    for (chat, number, went) in went {
        assert_eq!(went.questions, known[*number].questions);
        let kept = kept.get(chat).map_or(&[][..], Vec::as_slice);
        assert_eq!(kept, known[*number].events, "chat {chat}");
    }
}

#[test]
fn no_answer_is_lost_or_taken_twice_when_the_bot_is_killed_at_any_moment() {
    under_load(Ending::Killed, KILLS);
}

#[test]
fn a_bot_that_is_told_to_stop_under_load_stops_soon_and_loses_nothing() {
    under_load(Ending::Stopped, STOPS);
}

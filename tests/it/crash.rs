//! The real command is killed again and again at random moments while it holds conversations: every answer that was
//! replied to is there, none twice, and each session ends in the assessment it should.

mod driver;
pub(crate) mod scripts;

use std::time::{Duration, Instant};

use crate::command::run;
use driver::{Ended, Talk};
use scripts::{Known, SCRIPTS, Script, is_last};

/// How often the command is killed.
const KILLS: usize = 110;

/// The seed of the moments.
const SEED: u64 = 0x5eed_c4a5;

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    }
}

/// Where a conversation stands, as far as somebody at the other end can know.
#[derive(Debug, Default)]
struct Standing {
    /// Answers whose reply was seen.
    acknowledged: usize,
    /// Answers that were typed, from the first on.
    typed: usize,
    /// What was said last in place of a question.
    result: Vec<String>,
}

/// What the kills did.
#[derive(Debug, Default)]
struct Toll {
    kills: usize,
    conversations: usize,
    unanswered: usize,
}

fn events(data: &str, case: &str) -> String {
    let exported = run(&["sessions", "export", case, "--data", data], b"");
    assert_eq!(exported.code, Some(0), "{}", exported.err);
    // Everything but the seconds it was committed in, and the turn by which a case begins where another one waits.
    let lines = exported.out.lines();
    let turns = lines.map(|line| {
        let events = line.split_once(",\"events\":[").unwrap().1;
        events.strip_suffix("]}").unwrap()
    });
    turns.collect::<Vec<_>>().join(",")
}

/// Holds a conversation to its end without a kill: the questions in order, what happened, and the result.
fn reference(script: &'static Script) -> Known {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let data = place.path().to_str().unwrap();
    let mut known = Known::new(script);
    let mut talk = Talk::start(data, script, true);
    loop {
        let line = talk.line(None);
        let line = line.unwrap_or_else(|| panic!("nothing after {:#?}", known.result));
        if let Some(answer) = script.answer(&line) {
            known.questions.push(line);
            assert!(known.questions.len() < 40, "{:#?}", known.questions);
            known.result.clear();
            talk.say(answer);
            continue;
        }
        let last = is_last(&line);
        known.result.push(line);
        if last {
            break;
        }
    }
    talk.end();
    known.events = events(data, &known.case());
    known
}

/// Goes on with a conversation until the command is killed or the result is said.
fn go_on(talk: &mut Talk, known: &Known, standing: &mut Standing, kill: &Moment) -> Ended {
    let mut deadline = kill.from_start;
    let mut shown = Vec::new();
    let mut first = true;
    loop {
        let Some(line) = talk.line(deadline) else {
            return talk.kill();
        };
        if first {
            deadline = kill
                .from_first_line
                .map(|wait| Instant::now() + wait)
                .or(deadline);
            first = false;
        }
        let result = is_last(&line);
        if let Some(at) = known.place_of(&line, standing.acknowledged) {
            assert!(
                (standing.acknowledged..=standing.typed).contains(&at),
                "{standing:?} and then `{line}`, which is question {at}"
            );
            standing.acknowledged = at;
            standing.typed = standing.typed.max(at + 1);
            talk.say(known.script.answer(&line).unwrap());
            shown.clear();
            continue;
        }
        shown.push(line);
        if result {
            let case = Known::case_in(&shown);
            if case == talk.former {
                assert_eq!(standing.acknowledged, 0, "the case is gone: {shown:#?}");
                return Ended::Former;
            }
            assert_eq!(standing.typed, known.questions.len(), "{shown:#?}");
            standing.acknowledged = standing.typed;
            standing.result = shown;
            return Ended::Done;
        }
    }
}

/// When a command is killed.
struct Moment {
    from_start: Option<Instant>,
    from_first_line: Option<Duration>,
}

impl Moment {
    const NEVER: Self = Self {
        from_start: None,
        from_first_line: None,
    };

    /// A quarter at any moment of the start, the others while answers are taken.
    fn roll(dice: &mut Dice, start: Duration) -> Self {
        let within = |dice: &mut Dice, span: Duration| {
            let micros = u64::try_from(span.as_micros()).unwrap();
            Duration::from_micros(dice.roll(micros.max(1)))
        };
        if dice.roll(4) == 0 {
            let wait = within(dice, start * 5 / 4);
            return Self {
                from_start: Some(Instant::now() + wait),
                from_first_line: None,
            };
        }
        Self {
            from_start: None,
            from_first_line: Some(within(dice, start / 2)),
        }
    }
}

/// Holds conversations on one data directory, killing the command over and over.
fn ordeal(known: &[Known], seed: u64, kills: usize) -> Toll {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let data = place.path().to_str().unwrap();
    let mut dice = Dice(seed);
    let mut toll = Toll::default();
    let mut cases: Vec<(String, usize)> = Vec::new();
    let mut start = Duration::from_millis(100);
    while toll.kills < kills || toll.conversations < known.len() {
        let number = toll.conversations % known.len();
        let mut standing = Standing::default();
        let mut anew = true;
        let former = cases.last().map(|(case, _)| case.clone());
        loop {
            let began = Instant::now();
            let moment = if toll.kills < kills {
                Moment::roll(&mut dice, start)
            } else {
                Moment::NEVER
            };
            let mut talk = Talk::start(data, known[number].script, anew);
            talk.former.clone_from(&former);
            let ended = go_on(&mut talk, &known[number], &mut standing, &moment);
            start = talk.first_line.map_or(start, |at| at.duration_since(began));
            match ended {
                // The first answer may have opened the case before anybody was told.
                Ended::Killed => {
                    toll.kills += 1;
                    anew = standing.typed == 0;
                }
                Ended::Former => {
                    toll.unanswered += 1;
                    talk.end();
                    anew = true;
                }
                Ended::Done => {
                    talk.end();
                    break;
                }
            }
        }
        let result = &standing.result;
        assert_eq!(without_case(result), without_case(&known[number].result));
        cases.push((Known::case_in(result).unwrap(), number));
        toll.conversations += 1;
    }
    for (case, number) in &cases {
        assert_eq!(events(data, case), known[*number].events, "case {case}");
    }
    toll
}

/// The result from its heading on, which says the same of every case but for its reference.
fn without_case(lines: &[String]) -> Vec<&str> {
    let heading = ["Result for", "Resultado para"];
    let lines = lines.iter().map(String::as_str);
    let result = lines.skip_while(|line| !heading.iter().any(|start| line.starts_with(start)));
    result
        .filter(|line| !line.is_empty() && Known::reference(line).is_none())
        .collect()
}

#[test]
fn no_answer_is_lost_or_taken_twice_when_the_command_is_killed_at_any_moment() {
    let began = Instant::now();
    let known: Vec<Known> = SCRIPTS.iter().map(reference).collect();
    let ordeals = [0, 1].map(|half| {
        let known = known.clone();
        std::thread::spawn(move || ordeal(&known, SEED + half, KILLS / 2))
    });
    let tolls = ordeals.map(|ordeal| ordeal.join().unwrap());
    println!("{tolls:?} in {:?}", began.elapsed());
    assert!(tolls.iter().map(|toll| toll.kills).sum::<usize>() >= 100);
    assert!(tolls.iter().all(|toll| toll.conversations >= SCRIPTS.len()));
}

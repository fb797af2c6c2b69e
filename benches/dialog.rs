//! A turn without its store: what was typed is read, decided, folded in, assessed and put into words. How long it and
//! each of its parts take, over whole conversations in both languages: of each turn the median of many, so that other
//! work on the machine does not count. `cargo bench --bench dialog [-- SECONDS]`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark stops at the first fault and prints its figures"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use preauth::domain::day::Day;
use preauth::domain::dialog::reply::{Heard, Scene};
use preauth::domain::dialog::{CaseReference, Context, Decision, Session, View};
use preauth::library::Library;
use preauth::turn::{Offering, Rendered};

/// From the first question to a result that depends on records: choices, dates, free text, numbers.
const ENGLISH: [&str; 14] = [
    "kyphoplasty",
    "osteoporotic fracture",
    "9 weeks ago",
    "yes",
    "since 2026-09-20",
    "yes",
    "failed",
    "yes",
    "L1",
    "1",
    "no",
    "no",
    "1, 3, 4",
    "yes",
];

/// The same in one's own words.
const SPANISH: [&str; 12] = [
    "cifoplastia por fractura osteoporótica en L1",
    "sí",
    "hace nueve semanas",
    "sí",
    "desde el 20 de septiembre de 2026",
    "sí",
    "no le ha ayudado, sigue igual",
    "sí, le duele",
    "edema",
    "sin infección",
    "estable",
    "todos",
];

/// The parts of a turn, in order.
const PARTS: [&str; 6] = ["states", "read", "decide", "fold", "reply", "words"];

/// How long the parts of each turn of a conversation took, each time.
type Took = Vec<[Vec<Duration>; PARTS.len()]>;

fn view<'a>(offering: &'a Offering, session: &'a Session, today: Day) -> View<'a> {
    View {
        policy: &offering.policy,
        dialog: &offering.dialog,
        session,
        today,
    }
}

fn converse(offering: &Offering, locale: &str, typed: &[&str], took: &mut Took) {
    took.resize_with(typed.len(), Default::default);
    let today = Day::parse("2026-11-22").unwrap();
    let case = Some(CaseReference::from_seed(1));
    let mut session = Session::new(locale);
    for (text, took) in typed.iter().zip(took) {
        let began = Instant::now();
        let mut marks = [began; PARTS.len()];
        let states = view(offering, &session, today).states();
        let position = view(offering, &session, today).position(&states);
        marks[0] = Instant::now();
        let context = Context {
            view: view(offering, &session, today),
            states: &states,
            position: &position,
            words: offering.words(locale).unwrap(),
        };
        let read = context.interpret(text);
        marks[1] = Instant::now();
        let decided = read.and_then(|read| context.decide(read, offering.pins()));
        let (decision, rejection) = match decided {
            Ok(decision) => (decision, None),
            Err(rejection) => (Decision::default(), Some(rejection)),
        };
        marks[2] = Instant::now();
        session.turn(&decision.events);
        let states = view(offering, &session, today).states();
        let position = view(offering, &session, today).position(&states);
        marks[3] = Instant::now();
        let heard = match (&rejection, decision.tell) {
            (Some(rejection), _) => Heard::Rejected(rejection),
            (None, Some(tell)) => Heard::Told(tell),
            (None, None) => Heard::Taken,
        };
        let scene = Scene {
            view: view(offering, &session, today),
            states: &states,
            position: &position,
            case,
        };
        let reply = scene.reply(heard);
        marks[4] = Instant::now();
        black_box(Rendered::new(&reply, offering.locale(locale)));
        marks[5] = Instant::now();
        let starts = [began].into_iter().chain(marks);
        for ((part, start), end) in took.iter_mut().zip(starts).zip(marks) {
            part.push(end - start);
        }
    }
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}

fn show(name: &str, took: Took) {
    let turns: Vec<[Duration; PARTS.len()]> =
        took.into_iter().map(|parts| parts.map(median)).collect();
    let count = u32::try_from(turns.len()).unwrap();
    let wholes: Vec<Duration> = turns.iter().map(|parts| parts.iter().sum()).collect();
    let (mean, most) = (wholes.iter().sum::<Duration>() / count, wholes.iter().max());
    print!(
        "{name}: a turn {mean:.1?}, the longest {:.1?};",
        most.unwrap()
    );
    for (place, part) in PARTS.iter().enumerate() {
        let spent: Duration = turns.iter().map(|parts| parts[place]).sum();
        print!(" {part} {:.1?}", spent / count);
    }
    println!();
}

fn main() {
    let seconds = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let time = Duration::from_secs(seconds.unwrap_or(3));
    let library = Library::embedded().unwrap();
    let folder = library.policy("vertebral-augmentation").unwrap();
    let offering = Offering::load(folder, &library.locales, &[]).0.unwrap();
    for (name, locale, typed) in [
        ("in English", "en-US", &ENGLISH[..]),
        ("en español", "es-US", &SPANISH[..]),
    ] {
        let (mut took, began) = (Took::default(), Instant::now());
        while began.elapsed() < time {
            converse(&offering, locale, typed, &mut took);
        }
        show(name, took);
    }
}

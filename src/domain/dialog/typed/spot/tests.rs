use proptest::prelude::*;

use super::{Cues, Spotted, spot};
use crate::domain::day::Day;
use crate::domain::dialog::typed::Language;

mod conversations;

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn cues() -> Cues<&'static str> {
    let mut cues = Cues::default();
    for (choice, phrases) in [
        ("pvp", "vertebroplasty|PVP|vertebroplastia"),
        ("pkp", "kyphoplasty|PKP|kypho|cifoplastia"),
        ("sacro", "sacroplasty|sacroplastia"),
        ("device", "SpineJack|Kiva|mechanical augmentation"),
        ("osteoporotic", "osteoporotic|osteoporosis|por osteoporosis"),
        ("failed", "failed|sin mejoria|no better|no relief"),
        ("edema", "MRI edema|edema on MRI|RM con edema|edema"),
        ("no edema", "MRI no edema|no edema"),
        ("bone scan", "bone scan confirms|bone scan positive"),
        ("bone scan cold", "bone scan cold"),
        (
            "no infection",
            "no infection|sin infeccion|no osteomyelitis",
        ),
        ("infection", "infection|infeccion|osteomyelitis|discitis"),
        ("stable", "stable|estable"),
        ("unstable", "unstable|inestable"),
        (
            "inpatient",
            "admitted inpatient|in the hospital|hospitalized",
        ),
        ("er", "ER"),
        ("aid", "walker"),
        ("unable", "bed-bound|cannot walk|can't walk"),
        ("walks", "walking|walks"),
        ("myeloma", "myeloma"),
        ("metastasis", "lytic metastasis|metastasis"),
        ("severe", "severe pain"),
        ("prophylactic", "prophylactic"),
        ("no fracture", "no fracture"),
        ("fep", "FEP"),
    ] {
        cues.choice(&choice, phrases.split('|'));
    }
    cues.time(
        &"treatment",
        [
            "PT",
            "treatment",
            "treated",
            "failed treatment",
            "physical therapy",
            "terapia",
        ],
    );
    cues.time(&"fracture", ["fracture", "fx", "fractura", "VCF"]);
    cues.other_time(["hospital", "admitted", "MRI", "discharged", "today"]);
    cues
}

fn found(text: &str) -> Spotted<&'static str> {
    spot(text, Language::English, today(), &cues())
}

/// What was found, in a line: choices; times; levels.
fn shown(found: &Spotted<&'static str>) -> String {
    let times = found
        .times
        .iter()
        .map(|(fact, when)| format!("{fact} {}", days(when.days)));
    let periods = found.periods.iter().map(|(fact, period)| {
        let end = period.end.map(|end| days(end.days)).unwrap_or_default();
        format!("{fact} {} to {end}", days(period.start.days))
    });
    let times: Vec<_> = times.chain(periods).collect();
    let levels: Vec<_> = found.levels.iter().map(ToString::to_string).collect();
    format!(
        "{}; {}; {}",
        found.choices.join(", "),
        times.join(", "),
        levels.join(" ")
    )
}

fn days(days: crate::domain::day::DayRange) -> String {
    let (least, most) = (
        today().days_since(days.last()),
        today().days_since(days.first()),
    );
    if least == most {
        format!("{least}d")
    } else {
        format!("{least}-{most}d")
    }
}

#[test]
fn a_negator_before_a_phrase_leaves_it_out() {
    for text in [
        "not stable",
        "isn't stable",
        "no evidence of osteomyelitis",
        "denies severe pain",
        "never hospitalized",
        "niega infección",
        "w/o edema",
        "without any edema",
        "negative for infection",
    ] {
        assert_eq!(found(text).choices, Vec::<&str>::new(), "`{text}`");
    }
}

#[test]
fn a_negator_reaches_no_other_clause_and_no_further_than_three_tokens() {
    for (text, choices) in [
        ("no infection, stable", vec!["no infection", "stable"]),
        ("not sure; stable", vec!["stable"]),
        ("no fever but unstable", vec!["unstable"]),
        ("sin fiebre y estable", vec!["stable"]),
        ("not one two three stable", vec!["stable"]),
        ("cannot walk", vec!["unable"]),
        ("can’t walk", vec!["unable"]),
        ("no\nstable", vec!["stable"]),
    ] {
        assert_eq!(found(text).choices, choices, "`{text}`");
    }
}

#[test]
fn the_longest_phrase_counts() {
    assert_eq!(found("no infection").choices, ["no infection"]);
    assert_eq!(found("MRI no edema").choices, ["no edema"]);
    assert_eq!(found("bed bound").choices, ["unable"]);
}

#[test]
fn a_time_belongs_to_the_nearest_cue_of_its_clause() {
    for (text, times) in [
        (
            "fracture 9 weeks ago, treated for 3 weeks",
            "fracture 63d, treatment 21d",
        ),
        (
            "fracture 9 weeks treated 3 weeks",
            "fracture 63d, treatment 21d",
        ),
        ("fracture, in the hospital for 3 days", ""),
        ("fracture seen on MRI Oct 11", ""),
        ("pain for 3 weeks", ""),
        ("no PT for 3 weeks", ""),
        ("PT from Oct 11 to Nov 2", "treatment 42d to 20d"),
        ("PT until Nov 2", ""),
        ("PT stopped 3 weeks ago", ""),
        ("PT x 6wks", "treatment 42d"),
        ("six and a half weeks of PT", "treatment 45-46d"),
        ("PT -3 weeks", ""),
        ("PT since 5 Dec 2026", ""),
        ("PT, pain 8/10, fracture is 8/10", ""),
        ("fracture may be old", ""),
    ] {
        let line = shown(&found(text));
        assert_eq!(line.split("; ").nth(1), Some(times), "`{text}`");
    }
}

#[test]
fn an_age_is_no_time() {
    for text in [
        "82yo fracture",
        "fracture in an 82 years old woman",
        "82-year-old with fracture",
        "fractura en paciente de 82 años",
        "fractura, mujer de ochenta y dos años con fractura",
        "82 y/o fx",
    ] {
        assert_eq!(found(text).times, [], "`{text}`");
    }
    assert_eq!(found("fractura desde hace 2 años").times.len(), 1);
}

fn with_scores() -> Cues<&'static str> {
    let mut cues = cues();
    cues.number(&"pain", (0, 10), ["pain", "NRS", "back pain", "dolor"]);
    cues.number(
        &"disability",
        (0, 24),
        ["RMDQ", "Roland-Morris score", "Roland Morris"],
    );
    cues
}

#[test]
fn a_number_belongs_to_the_phrase_it_stands_beside() {
    let cues = with_scores();
    for (text, numbers) in [
        ("pain 7/10", &[("pain", (7, 7))][..]),
        ("kypho L1, 8/10 back pain", &[("pain", (8, 8))]),
        (
            "NRS: 6, RMDQ 18/24",
            &[("pain", (6, 6)), ("disability", (18, 18))],
        ),
        ("pain score is 7 to 8", &[("pain", (7, 8))]),
        ("dolor de 7 sobre 10", &[("pain", (7, 7))]),
        ("L1 pain", &[]),
        ("pain for 3 weeks", &[]),
        ("pain 3 weeks", &[]),
        ("pain since 7/10", &[]),
        ("pain 10/12", &[]),
        ("no pain 7/10", &[]),
        ("7 pain", &[]),
        ("pain, 82 yo", &[]),
    ] {
        let found = spot(text, Language::English, today(), &cues);
        assert_eq!(found.numbers, numbers, "`{text}`");
    }
}

#[test]
fn a_number_that_is_a_score_is_no_day() {
    let found = spot(
        "fracture, pain 7/10, fell 10/12/2026",
        Language::English,
        today(),
        &with_scores(),
    );
    assert_eq!(found.numbers, [("pain", (7, 7))]);
    let days = found
        .times
        .iter()
        .map(|(_, when)| when.days.first().to_string());
    assert!(!days.collect::<Vec<_>>().contains(&"2026-07-10".to_owned()));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_without_a_panic(text in "((no|PT|L1|fracture|since|3 weeks|82yo|and|to|Oct 11)[ ,.-]{0,2}){0,12}|\\PC*") {
        let found = found(&text);
        prop_assert!(found.levels.is_sorted());
        for (_, when) in found.times {
            prop_assert!(when.days.last() <= today());
        }
    }
}

fn sorted(text: &str) -> (Vec<&'static str>, Vec<&'static str>, Vec<&'static str>) {
    let found = found(text);
    let is_open = |one: &&'static str| found.open.contains(one) || found.over.contains(one);
    let (open, so) = found.choices.iter().copied().partition(is_open);
    (so, found.denied, open)
}

#[test]
fn what_is_denied_behind_a_phrase_or_in_a_row_is_not_so() {
    for text in [
        "infection ruled out",
        "infection was ruled out",
        "infection has been ruled out",
        "ruled out infection",
        "se descarto infeccion",
        "infeccion descartada",
        "infection: no",
        "infection resolved, on antibiotics",
        "history of infection, resolved",
        "no clinical or other evidence of infection",
        "infection not present",
    ] {
        assert_eq!(
            sorted(text),
            (vec![], vec!["infection"], vec![]),
            "`{text}`"
        );
    }
    for text in [
        "no myeloma or infection",
        "no myeloma or any infection",
        "myeloma and infection were ruled out",
        "neither myeloma nor infection",
        "ni myeloma ni infeccion",
    ] {
        let denied = vec!["myeloma", "infection"];
        assert_eq!(sorted(text), (vec![], denied, vec![]), "`{text}`");
    }
}

#[test]
fn what_is_doubtful_is_neither_so_nor_denied() {
    for text in [
        "possible infection",
        "history of infection",
        "r/o infection",
        "infection not on record",
        "infection not ruled out",
        "infection unknown",
        "posible infeccion",
        "antecedente de infeccion",
    ] {
        assert_eq!(sorted(text), (vec![], vec![], vec![]), "`{text}`");
    }
    let (so, denied, open) = sorted("no walker, infection");
    assert_eq!((so, denied, open), (vec![], vec!["aid"], vec!["infection"]));
    let (so, ..) = sorted("no walker, infection of the disc");
    assert_eq!(so, ["infection"]);
    assert_eq!(sorted("PKP, not PVP").0, ["pkp"]);
    assert_eq!(sorted("infection, no walker").0, ["infection"]);
}

#[test]
fn of_a_past_and_a_present_the_past_is_over() {
    for text in [
        "hospitalized in October, home now",
        "was hospitalized, now at home",
        "hospitalizada en octubre, hospitalized last month, ahora en casa",
    ] {
        assert!(!sorted(text).0.contains(&"inpatient"), "`{text}`");
    }
    for text in [
        "hospitalized in October",
        "hospitalized since October, worse now",
        "hospitalized now",
    ] {
        assert!(sorted(text).0.contains(&"inpatient"), "`{text}`");
    }
    let cues = with_scores();
    let pain = |text: &str| spot(text, Language::English, today(), &cues).numbers;
    assert_eq!(pain("pain was 9 last month, now 4"), [("pain", (4, 4))]);
    assert_eq!(pain("pain was 9, better now"), []);
    assert_eq!(pain("pain was 9"), [("pain", (9, 9))]);
    assert_eq!(
        pain("pain over 7, RMDQ at least 18"),
        [("pain", (8, 10)), ("disability", (18, 24))]
    );
    assert_eq!(pain("pain more than 6 weeks"), []);
}

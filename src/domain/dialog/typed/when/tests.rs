mod periods;
mod properties;
mod refusals;

use super::{NotWhen, Open, Told, Unit, When, when};
use crate::domain::day::Day;
use crate::domain::dialog::typed::Language;

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn read(text: &str) -> Result<When, NotWhen> {
    when(text, Language::English, today())
}

/// The days read, as `first` or `first..last`.
fn shown(when: &When) -> String {
    if when.days.is_exact() {
        when.days.first().to_string()
    } else {
        format!("{}..{}", when.days.first(), when.days.last())
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    for language in [Language::English, Language::Spanish] {
        let found = when(text, language, today()).map(|when| shown(&when));
        assert_eq!(found.as_deref(), Ok(expected), "`{text}`");
    }
}

/// The days elapsed, least and most.
#[track_caller]
fn check_days(text: &str, least: i32, most: i32) {
    let found = read(text).map(|when| {
        (
            today().days_since(when.days.last()),
            today().days_since(when.days.first()),
        )
    });
    assert_eq!(found, Ok((least, most)), "`{text}`");
}

#[test]
fn dates_by_name() {
    for text in [
        "since March 3rd",
        "March 3",
        "3 March",
        "el 3 de marzo",
        "desde el 3 de marzo",
        "mar. 3, 2026",
        "the third of March",
    ] {
        check(text, "2026-03-03");
    }
    for text in [
        "Oct 11",
        "11 de octubre",
        "October 11th, 2026",
        "11 de octubre del 2026",
        "11 oct",
        "it started on October 11",
    ] {
        check(text, "2026-10-11");
    }
    check("Dec 5", "2025-12-05");
    check("1ro de octubre", "2026-10-01");
    check("primero de octubre", "2026-10-01");
    check("tres de marzo", "2026-03-03");
    check("Feb 29", "2024-02-29");
    check("Nov 22", "2026-11-22");
    check("Oct 11 '25", "2025-10-11");
}

#[test]
fn dates_in_numbers_are_month_first_unless_only_day_first_makes_one() {
    for text in [
        "10/11/2026",
        "10/11/26",
        "10-11-2026",
        "2026-10-11",
        "2026/10/11",
        "10/11",
        "since 10/11/2026.",
    ] {
        check(text, "2026-10-11");
    }
    check("31/10/2026", "2026-10-31");
    check("13/2", "2026-02-13");
    check("03/2026", "2026-03-01..2026-03-31");
}

#[test]
fn months_and_years_are_ranges_up_to_today() {
    check("desde marzo", "2026-03-01..2026-03-31");
    check("since November", "2026-11-01..2026-11-22");
    check("December", "2025-12-01..2025-12-31");
    check("march of 2025", "2025-03-01..2025-03-31");
    check("2025", "2025-01-01..2025-12-31");
    check("in 2026", "2026-01-01..2026-11-22");
    check("mid-March", "2026-03-11..2026-03-20");
    check("a finales de octubre", "2026-10-21..2026-10-31");
    check("the week of Oct 11", "2026-10-11..2026-10-17");
}

#[test]
fn days_named_from_today() {
    check("yesterday", "2026-11-21");
    check("desde ayer", "2026-11-21");
    check("hoy", "2026-11-22");
    check("since Tuesday", "2026-11-17");
    check("last Tuesday", "2026-11-17");
    check("el martes pasado", "2026-11-17");
    check("desde el domingo", "2026-11-15");
    check("anteayer", "2026-11-20");
    check("last month", "2026-10-01..2026-10-31");
    check("el año pasado", "2025-01-01..2025-12-31");
    check("this week", "2026-11-16..2026-11-22");
    check("la semana pasada", "2026-11-09..2026-11-21");
}

#[test]
fn durations_are_counted_back_from_today() {
    for text in [
        "3 weeks ago",
        "hace 3 semanas",
        "3 wks",
        "3w",
        "three weeks",
        "desde hace tres semanas",
        "x3wks",
        "for the last 3 weeks",
        "21 days",
        "3-week",
    ] {
        check_days(text, 21, 21);
    }
    check_days("6 weeks", 42, 42);
    check_days("fx was 10 days ago", 10, 10);
    check_days("5 weeks and 6 days", 41, 41);
    check_days("5w6d", 41, 41);
    check_days("6wks", 42, 42);
    check_days("forty-two days", 42, 42);
    check_days("cuarenta y dos días", 42, 42);
    check_days("twenty one days", 21, 21);
    check_days("six and a half weeks", 45, 46);
    check_days("6½ weeks", 45, 46);
    check_days("6 1/2 weeks", 45, 46);
    check_days("a week and a half", 10, 11);
    check_days("semana y media", 10, 11);
    check_days("0 weeks", 0, 0);
    check_days("48 hours", 2, 2);
    check_days("1,500 days", 1500, 1500);
    check_days("1.500 días", 1500, 1500);
    check_days("over the last 6 weeks", 42, 42);
    check_days("5 wks, 6 days", 41, 41);
    check_days("42 d", 42, 42);
    check_days("2 years", 730, 732);
}

#[test]
fn a_month_is_28_to_31_days() {
    check_days("a month", 28, 31);
    check_days("un mes", 28, 31);
    check_days("the past month", 28, 31);
    check_days("over the past month", 28, 31);
    for text in ["1,5 meses", "1.5 months", "mes y medio", "un mes y medio"] {
        check_days(text, 42, 47);
    }
    check_days("3 months", 84, 93);
}

#[test]
fn about_is_a_tenth_either_way_at_least_a_day() {
    for text in [
        "about six weeks",
        "unas 6 semanas",
        "6 weeks or so",
        "hace como 6 semanas",
        "~6 weeks",
        "6 semanas más o menos",
    ] {
        check_days(text, 38, 46);
        assert!(read(text).unwrap().about);
    }
    check_days("about 3 days", 2, 4);
    check_days("about 5 weeks", 31, 39);
    check_days("about 0 days", 0, 1);
    check_days("a couple of weeks", 13, 15);
    check_days("un par de semanas", 13, 15);
    check("about Oct 11", "2026-10-08..2026-10-14");
}

#[test]
fn ranges_hold_both_ends() {
    for text in [
        "between 5 and 7 weeks",
        "5-7 weeks",
        "5 to 7 weeks",
        "entre 5 y 7 semanas",
        "de 5 a 7 semanas",
    ] {
        check_days(text, 35, 49);
    }
    check_days("a week or two", 7, 14);
    check_days("6 weeks to 2 months", 42, 62);
    check("between Oct 1 and Oct 5", "2026-10-01..2026-10-05");
    check("Oct 1-5", "2026-10-01..2026-10-05");
}

#[test]
fn open_sides_keep_the_bound_that_was_told() {
    for text in ["more than 6 weeks", "over 6 weeks", "más de 6 semanas"] {
        check_days(text, 43, 43 + 3653);
        assert_eq!(read(text).unwrap().open, Some(Open::Earlier));
    }
    for text in [
        "at least 6 weeks",
        "al menos 6 semanas",
        "6+ weeks",
        "6 weeks or more",
        "no less than 6 weeks",
        "6 or more weeks",
    ] {
        check_days(text, 42, 42 + 3653);
    }
    for text in ["less than 6 weeks", "menos de 6 semanas", "under 6 weeks"] {
        check_days(text, 0, 41);
        assert_eq!(read(text).unwrap().open, Some(Open::Later));
    }
    check_days("no more than 6 weeks", 0, 42);
    check_days("within the last 6 weeks", 0, 42);
    check("no later than Oct 11, 2016", "2006-10-11..2016-10-11");
    check("since at least Oct 11, 2016", "2006-10-11..2016-10-11");
    check("after Oct 11", "2026-10-12..2026-11-22");
    assert_eq!(
        read("before Oct 11").unwrap().days.last().to_string(),
        "2026-10-10"
    );
}

#[test]
fn how_it_was_told_is_kept() {
    assert_eq!(read("March 3").unwrap().told, Told::Date(Unit::Day));
    assert_eq!(read("2025").unwrap().told, Told::Date(Unit::Year));
    assert_eq!(
        read("hace 3 semanas").unwrap().told,
        Told::Elapsed(Unit::Week)
    );
}

#[test]
fn what_was_read_back_can_be_typed_again() {
    check("March 3, 2026, 264 days ago", "2026-03-03");
    check("Oct 11, 2026 (exactly 42 days)", "2026-10-11");
    assert_eq!(
        read("March 3, 2026, 3 days ago"),
        Err(NotWhen::NotUnderstood)
    );
}

#[test]
fn august_in_spanish_is_not_ago() {
    let august = when("3 ago", Language::Spanish, today()).map(|when| shown(&when));
    assert_eq!(august.as_deref(), Ok("2026-08-03"));
    assert!(read("3 ago").is_err());
}

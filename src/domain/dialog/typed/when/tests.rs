use proptest::prelude::*;

use super::{NotWhen, Open, Quantity, Told, Unit, When, ending, period, when};
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
    check_days("2 years", 730, 732);
}

#[test]
fn a_month_is_28_to_31_days() {
    check_days("a month", 28, 31);
    check_days("un mes", 28, 31);
    check_days("the past month", 28, 31);
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
    ] {
        check_days(text, 42, 42 + 3653);
    }
    for text in ["less than 6 weeks", "menos de 6 semanas", "under 6 weeks"] {
        check_days(text, 0, 41);
        assert_eq!(read(text).unwrap().open, Some(Open::Later));
    }
    check_days("no more than 6 weeks", 0, 42);
    check_days("within the last 6 weeks", 0, 42);
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

#[test]
fn refusals_say_why() {
    let six = NotWhen::NoUnit {
        number: Quantity::whole(6),
    };
    for (text, why) in [
        ("6", six),
        ("six", six),
        ("about 6", six),
        ("seis", six),
        ("-3 weeks", NotWhen::Negative),
        ("−3 weeks", NotWhen::Negative),
        ("minus 3 weeks", NotWhen::Negative),
        ("menos 3 semanas", NotWhen::Negative),
        ("-3", NotWhen::Negative),
        ("since 5 Dec 2026", NotWhen::Future),
        ("12/5/2026", NotWhen::Future),
        ("tomorrow", NotWhen::Future),
        ("mañana", NotWhen::Future),
        ("next week", NotWhen::Future),
        ("in 3 weeks", NotWhen::Future),
        ("3 weeks from now", NotWhen::Future),
        ("2027", NotWhen::Future),
        ("31 February", NotWhen::NoSuchDay),
        ("31 de febrero", NotWhen::NoSuchDay),
        ("2/30/2026", NotWhen::NoSuchDay),
        ("13/13/2026", NotWhen::NoSuchDay),
        ("Feb 30", NotWhen::NoSuchDay),
        ("900 years", NotWhen::TooLong),
        ("99999999999999 weeks", NotWhen::TooLong),
        ("3/3/1850", NotWhen::TooLong),
        ("", NotWhen::NotUnderstood),
        ("soon", NotWhen::NotUnderstood),
        ("a few weeks", NotWhen::NotUnderstood),
        ("82 years old", NotWhen::NotUnderstood),
        ("82yo", NotWhen::NotUnderstood),
        ("not since March", NotWhen::NotUnderstood),
        ("T12", NotWhen::NotUnderstood),
        ("10/11/2026/3", NotWhen::NotUnderstood),
    ] {
        assert_eq!(read(text), Err(why), "`{text}`");
    }
}

fn read_period(text: &str) -> Result<String, NotWhen> {
    let period = period(text, Language::English, today())?;
    let end = period.end.map_or("on".to_owned(), |end| shown(&end));
    Ok(format!("{} to {end}", shown(&period.start)))
}

#[test]
fn periods() {
    for (text, expected) in [
        ("from Oct 11 to Nov 2", "2026-10-11 to 2026-11-02"),
        ("Oct 11 until Nov 2", "2026-10-11 to 2026-11-02"),
        ("Oct 11 - Nov 2", "2026-10-11 to 2026-11-02"),
        ("10/11/2026-11/02/2026", "2026-10-11 to 2026-11-02"),
        (
            "del 11 de octubre al 2 de noviembre",
            "2026-10-11 to 2026-11-02",
        ),
        (
            "desde el 11 de octubre hasta el 2 de noviembre",
            "2026-10-11 to 2026-11-02",
        ),
        ("between Oct 11 and Nov 2", "2026-10-11 to 2026-11-02"),
        ("PT from Oct 11 to Nov 2", "2026-10-11 to 2026-11-02"),
        ("Oct 11 to now", "2026-10-11 to on"),
        ("since Oct 11, ongoing", "2026-10-11 to on"),
        ("desde el 11 de octubre hasta hoy", "2026-10-11 to on"),
        ("9 weeks", "2026-09-20 to on"),
        ("6 weeks until Nov 2", "2026-09-21 to 2026-11-02"),
        ("6 weeks, stopped 2 weeks ago", "2026-09-27 to 2026-11-08"),
        ("started Oct 11 for 3 weeks", "2026-10-11 to 2026-11-01"),
        ("between 5 and 7 weeks", "2026-10-04..2026-10-18 to on"),
        ("Oct 1-5", "2026-10-01 to 2026-10-05"),
    ] {
        assert_eq!(read_period(text).as_deref(), Ok(expected), "`{text}`");
    }
    assert_eq!(read_period("ongoing"), Err(NotWhen::NoStart));
    assert_eq!(read_period("until Nov 2"), Err(NotWhen::NoStart));
    assert_eq!(read_period("Nov 2 to Oct 11"), Err(NotWhen::Backwards));
    assert_eq!(read_period("-3 weeks"), Err(NotWhen::Negative));
}

#[test]
fn endings() {
    let read =
        |text| ending(text, Language::English, today()).map(|end| end.map(|end| shown(&end)));
    for text in [
        "ongoing",
        "still going",
        "sigue",
        "hasta la fecha",
        "until now",
    ] {
        assert_eq!(read(text), Ok(None), "`{text}`");
    }
    for text in [
        "Nov 2",
        "until Nov 2",
        "stopped on Nov 2",
        "terminó el 2 de noviembre",
    ] {
        assert_eq!(read(text), Ok(Some("2026-11-02".to_owned())), "`{text}`");
    }
    assert_eq!(read("today"), Ok(Some("2026-11-22".to_owned())));
}

fn typed() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "since",
        "hace",
        "about",
        "between",
        "and",
        "y",
        "-",
        "to",
        "6",
        "31",
        "2026",
        "99999999999",
        "weeks",
        "meses",
        "March",
        "febrero",
        "/",
        ",",
        ".",
        "½",
        "ago",
        "until",
        "a",
        "half",
        "years",
        "Tuesday",
        "last",
        "next",
        "+",
        "for",
        "'26",
        "old",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(words, 0..9).prop_map(|words| words.join(" "))
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_lies_in_the_past(text in typed(), spanish in any::<bool>()) {
        let language = if spanish { Language::Spanish } else { Language::English };
        if let Ok(when) = when(&text, language, today()) {
            prop_assert!(when.days.last() <= today());
            prop_assert!(today().days_since(when.days.first()) <= 36_525 + 2 * 3653 + 3653);
        }
        if let Ok(period) = period(&text, language, today()) {
            prop_assert!(period.start.days.last() <= today());
            if let Some(end) = period.end {
                prop_assert!(end.days.last() <= today());
                prop_assert!(period.start.days.first() <= end.days.last());
            }
        }
        let _ = ending(&text, language, today());
    }

    #[test]
    fn exact_durations_come_back(days in 0..36_000_i32) {
        let found = read(&format!("{days} days")).unwrap();
        prop_assert_eq!(found.days.first(), today().plus(-days));
        prop_assert!(found.days.is_exact());
    }

    #[test]
    fn iso_dates_come_back(days in 0..36_000_i32) {
        let day = today().plus(-days);
        prop_assert_eq!(read(&day.to_string()).unwrap().days.first(), day);
    }
}

use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::when::tests::{shown, today};
use crate::domain::dialog::typed::when::{NotWhen, ending, period};

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
        (
            "from 8 weeks ago to 2 weeks ago",
            "2026-09-27 to 2026-11-08",
        ),
        (
            "hace 8 semanas hasta hace 2 semanas",
            "2026-09-27 to 2026-11-08",
        ),
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

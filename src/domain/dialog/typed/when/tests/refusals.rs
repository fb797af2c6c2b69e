use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::when::tests::{check_days, read, today};
use crate::domain::dialog::typed::when::{NotWhen, Quantity, tells_day_before};

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
        ("until Nov 2", NotWhen::NotUnderstood),
        ("hasta 6 semanas", NotWhen::NotUnderstood),
        ("stopped 3 weeks ago", NotWhen::NotUnderstood),
        ("7 weeks tomorrow", NotWhen::NotUnderstood),
        ("20261011", NotWhen::NotUnderstood),
        ("T12", NotWhen::NotUnderstood),
        ("PT 3x a week", NotWhen::NotUnderstood),
        ("3x/wk", NotWhen::NotUnderstood),
        ("twice a day", NotWhen::NotUnderstood),
        ("every 2 weeks", NotWhen::NotUnderstood),
        ("3 days a week", NotWhen::NotUnderstood),
        ("Norco q6h", NotWhen::NotUnderstood),
        ("cada semana", NotWhen::NotUnderstood),
        ("2 veces por semana", NotWhen::NotUnderstood),
        ("dos veces al día", NotWhen::NotUnderstood),
        ("pick a day", NotWhen::NotUnderstood),
        ("elegir un día", NotWhen::NotUnderstood),
        ("10/11/2026/3", NotWhen::NotUnderstood),
    ] {
        assert_eq!(read(text), Err(why), "`{text}`");
    }
}

#[test]
fn how_often_leaves_how_long_alone() {
    check_days("PT 3x a week for 8 weeks", 56, 56);
    check_days("8 semanas, 2 veces por semana", 56, 56);
    check_days("fell a week ago", 7, 7);
    check_days("about a day ago", 0, 2);
}

#[test]
fn a_day_of_another_age_is_noticed() {
    let tells = |text: &str| tells_day_before(text, Language::English, today(), 3_653);
    for text in [
        "3/4/1944",
        "3/4/44",
        "March 4, 1944",
        "el 4 de marzo de 1944",
        "1944-03-04",
        "kypho L1 3/4/1944",
    ] {
        assert!(tells(text), "`{text}`");
    }
    for text in [
        "3/4/2026",
        "10/11/26",
        "1944",
        "March 1998",
        "3/3/1826",
        "12 years ago",
        "12/5/27",
        "7/5/325",
    ] {
        assert!(!tells(text), "`{text}`");
    }
}

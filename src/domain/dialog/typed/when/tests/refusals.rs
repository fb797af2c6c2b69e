use crate::domain::dialog::typed::when::tests::read;
use crate::domain::dialog::typed::when::{NotWhen, Quantity};

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
        ("10/11/2026/3", NotWhen::NotUnderstood),
    ] {
        assert_eq!(read(text), Err(why), "`{text}`");
    }
}

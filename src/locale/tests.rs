use super::*;
use crate::domain::day::Day;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::message::Message;

mod shipped;
mod spoken;

/// What rendering itself needs, in English.
pub(crate) const EN: &str = "
month = { $month ->
    [3] March
   *[12] December
}
date-long = { month } { $day }, { $year }
list-middle = { $before }, { $item }
list-end = { $before }{ $initial ->
   *[other] { \" and \" }
}{ $item }
";

/// The same in Spanish.
pub(crate) const ES: &str = "
month = { $month ->
    [3] marzo
   *[12] diciembre
}
date-long = { $day } de { month } de { $year }
list-middle = { $before }, { $item }
list-end = { $before }{ $initial ->
    [i] { \" e \" }
   *[other] { \" y \" }
}{ $item }
";

/// Both languages with further texts, and the faults of reading them.
pub(crate) fn load(en: &str, es: &str) -> (Locales, Vec<Diagnostic>) {
    let (en, es) = (format!("{EN}{en}"), format!("{ES}{es}"));
    Locales::load(&[("en-US", "shell.ftl", &en), ("es-US", "shell.ftl", &es)])
}

fn say(tag: &str, en: &str, es: &str, message: &Message) -> String {
    let (locales, faults) = load(en, es);
    assert_eq!(faults, []);
    locales.get(tag).unwrap().render(message)
}

fn on(text: &str) -> Message {
    Message::new("on").with("date", Day::parse(text).unwrap())
}

#[test]
fn a_day_is_written_out_in_each_language() {
    let texts = ("on = On { $date }.", "on = El { $date }.");
    let english = say("en-US", texts.0, texts.1, &on("2026-03-03"));
    assert_eq!(english, "On March 3, 2026.");
    let spanish = say("es-US", texts.0, texts.1, &on("2026-03-03"));
    assert_eq!(spanish, "El 3 de marzo de 2026.");
}

#[test]
fn a_number_selects_its_plural_form() {
    let en = "days = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n}";
    let days = |n: i64| say("en-US", en, "", &Message::new("days").with("n", n));
    assert_eq!(days(1), "1 day");
    assert_eq!(days(2), "2 days");
    assert_eq!(days(1600), "1600 days");
}

fn list(tag: &str, names: &[&'static str]) -> String {
    let texts = "a = Ana\nb = Beto\ni = Imagen\nall = { $list }.";
    let items: Vec<_> = names.iter().map(|name| Message::new(*name)).collect();
    say(tag, texts, texts, &Message::new("all").with("list", items))
}

#[test]
fn a_list_is_joined_in_the_form_of_the_language() {
    assert_eq!(list("en-US", &[]), ".");
    assert_eq!(list("en-US", &["a"]), "Ana.");
    assert_eq!(list("en-US", &["a", "b"]), "Ana and Beto.");
    assert_eq!(list("en-US", &["a", "b", "i"]), "Ana, Beto and Imagen.");
    assert_eq!(list("es-US", &["i", "a", "b"]), "Imagen, Ana y Beto.");
    assert_eq!(list("es-US", &["a", "b", "i"]), "Ana, Beto e Imagen.");
}

#[test]
fn a_message_within_another_is_rendered_first() {
    let en = "outer = Why: { $what }.\ninner = the day { $date }\n    .short = day";
    let inner = Message::new("inner").with("date", Day::parse("2026-03-03").unwrap());
    let outer = Message::new("outer").with("what", inner);
    assert_eq!(say("en-US", en, "", &outer), "Why: the day March 3, 2026.");
    assert_eq!(say("en-US", en, "", &Message::new("inner.short")), "day");
}

#[test]
fn text_of_a_code_is_not_wrapped_in_isolation_marks() {
    let message = Message::new("at").with("place", "L1");
    assert_eq!(say("en-US", "at = At { $place }.", "", &message), "At L1.");
}

#[test]
fn what_a_language_cannot_say_is_said_in_english_and_else_by_its_id() {
    let en = "only = Only here.\nwith = With { $name }.";
    assert_eq!(say("es-US", en, "", &Message::new("only")), "Only here.");
    assert_eq!(
        say("es-US", en, "", &Message::new("none.such")),
        "[none.such]"
    );
    let without_its_variable = Message::new("with");
    assert_eq!(say("en-US", en, "", &without_its_variable), "[with]");
}

#[test]
fn a_message_that_contains_itself_is_no_panic() {
    assert_eq!(
        say("en-US", "a = { b }\nb = { a }", "", &Message::new("a")),
        "[a]"
    );
}

#[test]
fn phrases_are_the_parts_between_bars() {
    let en = "yes = Yes\n    .phrases = yes | y |\n        yep | \n    .cues = a|b";
    let (locales, _) = load(en, "");
    let english = locales.get("en-US").unwrap();
    assert_eq!(english.phrases("yes"), ["yes", "y", "yep"]);
    assert_eq!(english.cues("yes"), ["a", "b"]);
    assert_eq!(english.listed("yes", "no-phrases"), [""; 0]);
    assert!(english.has("yes.phrases") && !english.has("yes.none"));
    assert_eq!(locales.get("es-US").unwrap().phrases("yes"), [""; 0]);
}

#[test]
fn a_language_code_finds_the_language_that_fits() {
    let (locales, _) = load("", "");
    let fits = |code: &str| locales.negotiate(code).tag().to_owned();
    for code in ["es", "es-MX", "ES-us", "es-US", "es-419"] {
        assert_eq!(fits(code), "es-US", "{code}");
    }
    for code in ["en", "en-GB", "fr", "", "!"] {
        assert_eq!(fits(code), "en-US", "{code}");
    }
    assert_eq!(locales.tags().collect::<Vec<_>>(), ["en-US", "es-US"]);
    assert!(locales.get("es").is_none());
}

#[test]
fn locales_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locales>();
}

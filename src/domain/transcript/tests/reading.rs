use super::transcript;
use crate::domain::day::Day;
use crate::domain::dialog::Wake;
use crate::domain::transcript::{Deed, Expectation, Key, Wording, parse};

const WHOLE: &str = "\
# A comment.
locale: es-US
today: 2026-11-22
channel: console
policy: vertebral-augmentation

< @greeting
< Which procedure?
  [Vertebroplasty] [Kyphoplasty]
  [@choice-procedure-sacroplasty]
> kyphoplasty T11
< ...
= disposition kyphoplasty T11: submit
= needs L2: a, b
= case: none
>
! advance 2 weeks
! restart
! kill
! duplicate
! stale 3
! policy fixtures/next
! locale es-US
! hand-over console
! wake expire
";

#[test]
fn every_kind_of_line_is_read() {
    let whole = transcript(WHOLE);
    assert_eq!(whole.header.locale, "es-US");
    assert_eq!(whole.header.today, Day::parse("2026-11-22").unwrap());
    assert_eq!(whole.header.channel, "console");
    assert_eq!(
        whole.header.policy.unwrap().as_str(),
        "vertebral-augmentation"
    );
    let deeds: Vec<Deed> = whole.turns.iter().map(|turn| turn.deed.clone()).collect();
    let typed = |text: &str| Deed::Type(text.into());
    let expected = [
        Deed::Arrive,
        typed("kyphoplasty T11"),
        typed(""),
        Deed::Advance(14),
        Deed::Restart,
        Deed::Kill,
        Deed::Duplicate,
        Deed::Stale(3),
        Deed::Policy("fixtures/next".into()),
        Deed::Locale("es-US".into()),
        Deed::HandOver("console".into()),
        Deed::Wake(Wake::Expire),
    ];
    assert_eq!(deeds, expected);
}

#[test]
fn expectations_belong_to_the_deed_before_them() {
    let whole = transcript(WHOLE);
    let [arrival, typed, ..] = whole.turns.as_slice() else {
        panic!()
    };
    assert_eq!(
        (arrival.line, arrival.said.len(), arrival.offers.len()),
        (7, 2, 2)
    );
    let id = Wording {
        id: Some("greeting".into()),
        text: None,
    };
    assert_eq!(arrival.said[0].what, Expectation::Line(id));
    assert_eq!(
        arrival.offers[1].choices[0].id.as_deref(),
        Some("choice-procedure-sacroplasty")
    );
    assert_eq!(typed.said[0].what, Expectation::Anything);
    let keys: Vec<(Key, bool)> = typed
        .assertions
        .iter()
        .map(|one| (one.key.clone(), one.of.level.is_some()))
        .collect();
    assert_eq!(
        keys,
        [
            (Key::Disposition, true),
            (Key::Needs, true),
            (Key::Case, false)
        ]
    );
    assert_eq!(
        typed.assertions[0].of.procedure.as_ref().unwrap().as_str(),
        "kyphoplasty"
    );
    assert_eq!(
        WHOLE.get(typed.assertions[1].value_span.clone()),
        Some("a, b")
    );
}

#[test]
fn a_line_is_expected_by_id_by_words_or_by_both() {
    let wording = |id: Option<&str>, text: Option<&str>| Wording {
        id: id.map(Into::into),
        text: text.map(Into::into),
    };
    assert_eq!(Wording::read("@a-b"), wording(Some("a-b"), None));
    assert_eq!(
        Wording::read("Words: so."),
        wording(None, Some("Words: so."))
    );
    assert_eq!(
        Wording::read("@a.b Words"),
        wording(Some("a.b"), Some("Words"))
    );
    for text in ["@a-b", "Words", "@a Words and more"] {
        assert_eq!(Wording::read(text).to_string(), text);
    }
}

#[test]
fn what_is_typed_is_kept_as_it_is() {
    let whole =
        transcript("today: 2026-11-22\r\n>   two spaces, then  more \r\n>\r\n> > nested\r\n");
    let deeds: Vec<Deed> = whole.turns.into_iter().map(|turn| turn.deed).collect();
    let typed = |text: &str| Deed::Type(text.into());
    assert_eq!(
        deeds,
        [
            typed("  two spaces, then  more "),
            typed(""),
            typed("> nested")
        ]
    );
}

#[test]
fn a_header_may_leave_out_everything_but_the_day() {
    let header = transcript("\u{feff}today: 2026-11-22\n> x\n").header;
    assert_eq!(
        (
            header.locale.as_str(),
            header.channel.as_str(),
            header.policy
        ),
        ("en-US", "terminal", None)
    );
}

/// Each fault as `underlined text: message`.
fn faults(text: &str) -> Vec<String> {
    let (whole, faults) = parse("t.txt", text);
    assert!(whole.is_none());
    let said = faults.iter().map(|fault| {
        assert!(
            fault.help.is_some() || fault.message.contains("twice"),
            "{}",
            fault.message
        );
        format!(
            "{}: {}",
            fault
                .span
                .clone()
                .map_or("", |span| text.get(span).unwrap()),
            fault.message
        )
    });
    said.collect()
}

#[test]
fn every_fault_is_named_at_once_with_its_place() {
    let text = "\
today: 2026-02-31
tody: 2026-11-22
locale: es-US
locale: en US
nothing
> x
! advance 3
! leap
! restart now
[A] B
< @a/b
<
= needs
= di?: submit
= case L2: none
= needs a b c: none
? what
today: 2026-11-22
! advance 3 days
< never said
= needs: none
";
    let expected = [
        "2026-02-31: `2026-02-31` is not a date",
        "tody: unknown header `tody`",
        "locale: `locale` is given twice",
        "en US: `en US` is not one word",
        "nothing: this is neither a header line nor a line of the conversation",
        "advance 3: `advance` is not written like this",
        "leap: unknown directive `leap`",
        "restart now: `restart` is not written like this",
        "[A] B: choices are written as `[first] [second]`",
        "< @a/b: this is not the id of a message",
        "<: nothing is expected to be said here",
        "= needs: this does not say what holds",
        "di?: `di?` is neither the name of a fact nor another key",
        "case L2: this does not name an item",
        "needs a b c: this does not name an item",
        "? what: this line is of no kind",
        "today: 2026-11-22: this line is of no kind",
        "< never said: nothing is said in return to the directive before this line",
        "= needs: none: nothing is said in return to the directive before this line",
    ];
    assert_eq!(faults(text), expected);
}

#[test]
fn a_transcript_needs_a_day_and_something_typed() {
    let expected = [
        ": the header does not say which day it is",
        ": nothing is typed in this transcript",
    ];
    assert_eq!(faults("# only a comment\n"), expected);
}

use super::StoredEvent;
use crate::domain::day::Day;
use crate::domain::dialog::Event;
use crate::domain::dialog::event::Menu;

/// Events with the form in which they are written for ever.
fn written() -> Vec<(Event, &'static str)> {
    let on = Day::parse("2026-11-15").unwrap();
    vec![
        (
            Event::ReminderSet { on },
            r#"{"reminder_set":{"on":"2026-11-15"}}"#,
        ),
        (
            Event::Reminded { on },
            r#"{"reminded":{"on":"2026-11-15"}}"#,
        ),
        (Event::Nudged { on }, r#"{"nudged":{"on":"2026-11-15"}}"#),
        (Event::Expired { on }, r#"{"expired":{"on":"2026-11-15"}}"#),
        (
            Event::MenuOpened { menu: Menu::Delete },
            r#"{"menu_opened":{"menu":"delete"}}"#,
        ),
        (
            Event::MenuOpened { menu: Menu::Cancel },
            r#"{"menu_opened":{"menu":"cancel"}}"#,
        ),
        (Event::Cancelled, r#""cancelled""#),
    ]
}

#[test]
fn what_happens_without_a_word_is_written_and_read_back() {
    for (event, text) in written() {
        let stored = StoredEvent::from(&event);
        assert_eq!(serde_json::to_string(&stored).unwrap(), text);
        let read: StoredEvent = serde_json::from_str(text).unwrap();
        assert_eq!(Event::from(read), event);
    }
}

#[test]
fn a_day_that_does_not_exist_is_not_read() {
    for text in [
        r#"{"nudged":{"on":"2026-02-30"}}"#,
        r#"{"nudged":{}}"#,
        r#"{"nudged":{"on":"2026-02-03","by":"x"}}"#,
    ] {
        assert!(serde_json::from_str::<StoredEvent>(text).is_err(), "{text}");
    }
}

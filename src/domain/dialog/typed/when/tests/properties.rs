use proptest::prelude::*;

use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::when::tests::{read, today};
use crate::domain::dialog::typed::when::{ending, period, when};

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

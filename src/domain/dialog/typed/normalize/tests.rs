use proptest::prelude::*;

use super::{Kind, normalize, tokens};

#[test]
fn case_accents_quotes_and_spaces_do_not_matter() {
    assert_eq!(normalize("  Sin  MEJORÍA,   año "), "sin mejoria ano");
    assert_eq!(normalize("mejori\u{301}a"), "mejoria");
    assert_eq!(normalize("don’t know"), normalize("dont KNOW"));
    assert_eq!(normalize("X‑ray — plain"), "x ray plain");
}

#[test]
fn letters_and_digits_part_and_remember_that_they_touched() {
    let found = tokens("T12 – 5w6d, l 1");
    let texts: Vec<_> = found.iter().map(|t| (t.text(), t.is_glued())).collect();
    assert_eq!(
        texts,
        [
            ("t", false),
            ("12", true),
            ("-", false),
            ("5", false),
            ("w", true),
            ("6", true),
            ("d", true),
            (",", true),
            ("l", false),
            ("1", false),
        ]
    );
}

#[test]
fn halves_stay_apart_from_the_number_before_them() {
    let found = tokens("6½");
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].kind(), Kind::Mark);
}

#[test]
fn spans_point_into_the_text_as_typed() {
    let text = "desde el miércoles";
    let last = tokens(text).pop().unwrap();
    assert_eq!(last.text(), "miercoles");
    assert_eq!(text.get(last.span()), Some("miércoles"));
}

proptest! {
    #[test]
    fn spans_are_ordered_and_lie_on_characters(text in any::<String>()) {
        let mut at = 0;
        for token in tokens(&text) {
            let span = token.span();
            prop_assert!(text.get(span.clone()).is_some_and(|part| !part.is_empty()));
            prop_assert!(span.end >= at);
            at = span.end;
        }
    }

    #[test]
    fn normalizing_twice_changes_nothing(text in any::<String>()) {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }
}

use proptest::prelude::*;

use super::{Level, MOST_LEVELS, NotLevels, in_free_text, levels, meant};
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::tokens;

fn shown(levels: &[Level]) -> String {
    levels
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

fn spotted(text: &str) -> String {
    let found = in_free_text(&tokens(text), Language::English);
    shown(&meant(&found))
}

#[test]
fn levels_as_people_type_them() {
    for (text, expected) in [
        ("T12", "T12"),
        ("l-1", "L1"),
        ("L 1", "L1"),
        ("th12", "T12"),
        ("D12", "T12"),
        ("dorsal 12", "T12"),
        ("lumbar 2", "L2"),
        ("S1", "S1"),
        ("L1-L3", "L1 L2 L3"),
        ("L1–3", "L1 L2 L3"),
        ("L1 to L3", "L1 L2 L3"),
        ("L3-L1", "L1 L2 L3"),
        ("de L1 a L3", "L1 L2 L3"),
        ("T11-L2", "T11 T12 L1 L2"),
        ("T12 and L1", "T12 L1"),
        ("T12, L1", "T12 L1"),
        ("T12 y L1", "T12 L1"),
        ("L1/2", "L1 L2"),
        ("L1, 2 and 4", "L1 L2 L4"),
        ("L2, L2, l2", "L2"),
        ("it's the L1 vertebra", "L1"),
        ("T1-T12", "T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12"),
    ] {
        assert_eq!(
            levels(text).map(|found| shown(&found)).as_deref(),
            Ok(expected),
            "`{text}`"
        );
    }
}

#[test]
fn levels_that_do_not_exist_are_named() {
    for (text, letter, number, count) in [
        ("T13", 'T', 13, 12),
        ("L6", 'L', 6, 5),
        ("c8", 'C', 8, 7),
        ("D13", 'T', 13, 12),
        ("L1-6", 'L', 6, 5),
        ("L0", 'L', 0, 5),
    ] {
        assert_eq!(
            levels(text),
            Err(NotLevels::NoSuchLevel {
                letter,
                number,
                count
            }),
            "`{text}`"
        );
    }
}

#[test]
fn what_is_doubtful_is_refused() {
    for text in [
        "",
        "sacrum",
        "spine",
        "L1 or L2",
        "not L1",
        "12",
        "T12-1",
        "L5-1",
        "L1 for 3 weeks",
        "T12.5",
        "L1.2 and L3",
        "-1",
    ] {
        assert_eq!(levels(text), Err(NotLevels::NotUnderstood), "`{text}`");
    }
    assert_eq!(
        levels("C1 to S5"),
        Err(NotLevels::TooMany { most: MOST_LEVELS })
    );
}

#[test]
fn a_free_text_has_more_than_levels() {
    for (text, expected) in [
        ("Vertebroplasty at S1, code 22511", "S1"),
        ("PKP T11 and PVP L3, both A", "T11 L3"),
        ("L1-3 compression fractures", "L1 L2 L3"),
        ("L1 - 3 weeks of pain", "L1"),
        ("L1/2 vcf", "L1 L2"),
        ("M80.08XA, C79.51, S22.0", ""),
        ("T2-weighted MRI, T1 signal, T2N0M0, T -2.5, vitamin D3", ""),
        ("L6 fracture", ""),
        ("lumbar 2 fx", "L2"),
        ("L2 next to a treated L3", "L2"),
        ("L2, junto a L3 tratada", "L2"),
        ("next L2", "L2"),
        ("kypho L1,2,3", "L1 L2 L3"),
        ("kypho L1, 2 and 3", "L1 L2 L3"),
        ("kypho L1 and 2", "L1 L2"),
        ("cifo L1, 2 y 3 por fractura", "L1 L2 L3"),
        ("L1/2/3", "L1 L2 L3"),
        ("T11, 12 and L1", "T11 T12 L1"),
        ("L1 and 2 kypho", "L1 L2"),
        ("L1 and 2 fractures", "L1 L2"),
        ("L1 and 2 prior fractures", "L1"),
        ("L1 y 2 de noviembre", "L1"),
        ("L1 and 2 weeks of PT", "L1"),
        ("L1, 2 weeks", "L1"),
        ("L1, 2 fractures", "L1"),
        ("L1, 3/10/2026", "L1"),
        ("L1, 3 de marzo", "L1"),
        ("L1, 2 ago", "L1"),
        ("L1, 4/10 pain", "L1"),
        ("L1, 2-3 weeks", "L1"),
        ("L3, 2", "L3"),
        ("L1, 2.5", "L1"),
    ] {
        assert_eq!(spotted(text), expected, "`{text}`");
    }
}

#[test]
fn a_level_that_is_denied_is_not_meant() {
    for (text, expected) in [
        ("kyphoplasty at L1 not L2", "L1"),
        ("not L1", ""),
        ("no L1", ""),
        ("it is T12, not L3", "T12"),
        ("es T12, no L3", "T12"),
        ("not at L2 or L3 but L4", "L4"),
        ("L1, not L1, L2", "L2"),
        ("L2 instead of L1", "L2"),
        ("L2 en vez de L1", "L2"),
        ("no es L1 sino L2", "L2"),
        ("T12 is not part of it", ""),
        ("T12 no va, L1", "L1"),
        ("all but without T4", ""),
        ("no, L2", "L2"),
        ("L1 no edema", "L1"),
        ("L1, no L1 edema", "L1"),
        ("not only L1", "L1"),
        ("no edema at L1", "L1"),
        ("T12 not in pain", "T12"),
    ] {
        assert_eq!(spotted(text), expected, "`{text}`");
    }
}

proptest! {
    #[test]
    fn every_level_comes_back(at in 0..29_usize, lower in any::<bool>()) {
        let level = Level::all().nth(at).unwrap();
        let text = if lower { level.to_string().to_lowercase() } else { level.to_string() };
        prop_assert_eq!(levels(&text), Ok(vec![level]));
    }

    #[test]
    fn whatever_is_typed_gives_ordered_levels_or_a_refusal(text in "([TLCSD]?[- ]?[0-9]{0,3}( to |-|, | y )?){0,6}|\\PC*") {
        if let Ok(found) = levels(&text) {
            prop_assert!(found.is_sorted_by(|one, next| one < next));
            prop_assert!((1..=MOST_LEVELS).contains(&found.len()));
        }
        let _ = in_free_text(&tokens(&text), Language::Spanish);
    }
}

#[test]
fn a_level_no_spine_has_is_noticed_among_words() {
    for text in ["L1 and L6", "kypho at T13", "L4-L6", "nivel S9", "c8, c7"] {
        assert!(super::impossible(text).is_some(), "`{text}`");
    }
    for text in [
        "L1 and L5",
        "S32.010A at L1",
        "M80.08",
        "T2 weighted",
        "S22",
        "L 6",
        "HL6",
        "",
    ] {
        assert_eq!(super::impossible(text), None, "`{text}`");
    }
}

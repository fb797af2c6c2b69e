use proptest::prelude::*;

use super::{Lexicon, NotChosen};

fn procedures() -> Lexicon<char> {
    Lexicon::new([
        ('v', vec!["Vertebroplasty", "PVP", "vertebroplastia"]),
        ('k', vec!["Kyphoplasty", "PKP", "kypho", "cifoplastia"]),
        ('s', vec!["Sacroplasty", "sacroplastia"]),
        (
            'o',
            vec!["Another device", "SpineJack", "brace and therapy"],
        ),
    ])
    .and_unlisted([('?', ["not on record", "don't know", "no sé"])])
}

#[test]
fn one_choice_by_phrase_number_letter_beginning_or_mistyped() {
    for (text, choice) in [
        ("PVP", 'v'),
        (" vertebroplasty. ", 'v'),
        ("1", 'v'),
        ("2)", 'k'),
        ("#3", 's'),
        ("option 3", 's'),
        ("dos", 'k'),
        ("b", 'k'),
        ("B.", 'k'),
        ("sacro", 's'),
        ("kyp", 'k'),
        ("kyphoplsty", 'k'),
        ("vertebropalsty", 'v'),
        ("spinejak", 'o'),
        ("dont know", '?'),
        ("NO SE", '?'),
        ("brace and therapy", 'o'),
        ("pvp, vertebroplasty", 'v'),
    ] {
        assert_eq!(procedures().one(text), Ok(choice), "`{text}`");
    }
}

#[test]
fn what_names_no_one_choice_says_why() {
    let lexicon = procedures();
    assert_eq!(lexicon.one("1, 3"), Err(NotChosen::Several(vec!['v', 's'])));
    assert_eq!(
        lexicon.one("5"),
        Err(NotChosen::OutOfRange {
            number: 5,
            count: 4
        })
    );
    assert_eq!(
        lexicon.one("0"),
        Err(NotChosen::OutOfRange {
            number: 0,
            count: 4
        })
    );
    for text in [
        "",
        "  ",
        ",",
        "e",
        "ky",
        "sa",
        "pvx",
        "biopsy",
        "acroplasty",
    ] {
        assert_eq!(lexicon.one(text), Err(NotChosen::NotUnderstood), "`{text}`");
    }
    let two = Lexicon::new([(1, ["bone scan report"]), (2, ["bone density"])]);
    assert_eq!(two.one("bone"), Err(NotChosen::Ambiguous(vec![1, 2])));
}

#[test]
fn several_choices_each_once_in_the_order_typed() {
    let lexicon = procedures();
    for (text, choices) in [
        ("1, 3", "vs"),
        ("1,3", "vs"),
        ("3 1", "sv"),
        ("1-3", "vks"),
        ("a y c", "vs"),
        ("vertebroplasty and kyphoplasty", "vk"),
        ("PKP + PVP + pkp", "kv"),
        ("brace and therapy, pvp", "ov"),
        ("pvp, and pkp", "vk"),
    ] {
        assert_eq!(
            lexicon.several(text),
            Ok(choices.chars().collect()),
            "`{text}`"
        );
    }
    assert_eq!(
        lexicon.several("1, 9"),
        Err(NotChosen::OutOfRange {
            number: 9,
            count: 4
        })
    );
    assert_eq!(
        lexicon.several("pvp and biopsy"),
        Err(NotChosen::NotUnderstood)
    );
}

#[test]
fn a_typing_error_never_turns_a_word_into_its_opposite() {
    let lexicon = Lexicon::new([(true, ["stable", "symptomatic", "T11 fracture"])]);
    for text in ["unstable", "asymptomatic", "T12 fracture"] {
        assert_eq!(lexicon.one(text), Err(NotChosen::NotUnderstood), "`{text}`");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_without_a_panic(text in "([a-c0-9,/ +-]|and|PVP|\\PC){0,40}") {
        let lexicon = procedures();
        let _ = lexicon.one(&text);
        if let Ok(several) = lexicon.several(&text) {
            prop_assert!(!several.is_empty());
        }
    }

    #[test]
    fn one_wrong_letter_in_a_long_word_is_forgiven(at in 1..11_usize, letter in "[a-z]") {
        let mut word = "kyphoplasty".to_owned();
        word.replace_range(at..at + 1, &letter);
        if at != 10 || letter != "a" {
            prop_assert_eq!(procedures().one(&word), Ok('k'));
        }
    }
}

#[test]
fn choices_are_numbered_in_the_order_they_are_listed() {
    let some = procedures().listing(&['s', 'v', '?']);
    assert_eq!(some.one("1"), Ok('s'));
    assert_eq!(some.one("b"), Ok('v'));
    assert_eq!(some.one("3"), Ok('?'));
    assert_eq!(some.one("kypho"), Ok('k'));
    let beyond = NotChosen::OutOfRange {
        number: 4,
        count: 3,
    };
    assert_eq!(some.one("4"), Err(beyond));
}

#[test]
fn a_fraction_or_a_number_below_zero_is_the_number_of_no_choice() {
    for text in [
        "-1",
        "-3",
        "(-3)",
        "1.5",
        "0.5",
        ".5",
        "yes -1",
        "option 1.5",
    ] {
        assert_eq!(
            procedures().one(text),
            Err(NotChosen::NotUnderstood),
            "`{text}`"
        );
        assert_eq!(
            procedures().several(text),
            Err(NotChosen::NotUnderstood),
            "`{text}`"
        );
    }
    assert_eq!(procedures().one("- 3"), Ok('s'));
    assert_eq!(procedures().several("1-3").map(|all| all.len()), Ok(3));
    assert_eq!(procedures().several("1,3").map(|all| all.len()), Ok(2));
}

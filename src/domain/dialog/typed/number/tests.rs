use super::{NotNumber, Span, number};

fn read(text: &str, greatest: i64) -> Option<Span> {
    number(text, (0, greatest)).ok()
}

#[test]
fn a_number_is_read_as_people_give_it() {
    for text in [
        "7",
        " 7 ",
        "7/10",
        "7 / 10",
        "7 out of 10",
        "7 of 10",
        "7 de 10",
        "7 sobre 10",
        "pain 7/10",
        "it is a 7",
        "seven",
        "siete",
        "NRS: 7",
        "NRS=7",
        "dolor 7/10",
        "a seven",
        "un 7",
        "T12 pain 7",
        "7 points",
    ] {
        assert_eq!(read(text, 10), Some((7, 7)), "{text}");
    }
    assert_eq!(read("RMDQ 18", 24), Some((18, 18)));
    assert_eq!(read("RMDQ18/24", 24), Some((18, 18)));
    assert_eq!(read("30%", 100), Some((30, 30)));
    assert_eq!(read("30 percent", 100), Some((30, 30)));
    assert_eq!(read("30 por ciento", 100), Some((30, 30)));
}

#[test]
fn two_numbers_are_taken_as_what_it_lies_between() {
    for text in [
        "7-8",
        "7 - 8/10",
        "7 to 8",
        "7 or 8",
        "between 7 and 8",
        "entre 7 y 8",
        "7 a 8",
        "7/10 to 8/10",
    ] {
        assert_eq!(read(text, 10), Some((7, 8)), "{text}");
    }
    assert_eq!(read("8-7", 10), None);
}

#[test]
fn what_is_not_one_exact_whole_number_is_none() {
    for text in [
        "",
        "bad",
        "7.5",
        "7,5",
        "-7",
        "about 7",
        "7 5",
        "7/24",
        "3 weeks",
        "7 3 weeks ago",
        "7mm",
        "not 7",
        "10/12",
        "82 yo 7",
    ] {
        assert_eq!(read(text, 10), None, "{text}");
    }
}

#[test]
fn a_level_is_no_number() {
    assert_eq!(read("L1", 10), None);
    assert_eq!(read("T12 and L1", 24), None);
}

#[test]
fn a_bound_leaves_the_numbers_up_to_the_end_of_the_range() {
    for (text, span) in [
        ("more than 25", (26, 100)),
        (">25%", (26, 100)),
        ("> 25 %", (26, 100)),
        ("over 25", (26, 100)),
        ("mas de 25", (26, 100)),
        ("más del 25%", (26, 100)),
        ("mayor de 25", (26, 100)),
        ("at least 30", (30, 100)),
        (">= 30", (30, 100)),
        ("≥30", (30, 100)),
        ("al menos 30", (30, 100)),
        ("no less than 30", (30, 100)),
        ("30+", (30, 100)),
        ("30% or more", (30, 100)),
        ("30 o más", (30, 100)),
        ("less than 25", (0, 24)),
        ("<25", (0, 24)),
        ("menos de 25", (0, 24)),
        ("up to 40", (0, 40)),
        ("hasta 40%", (0, 40)),
        ("no more than 40", (0, 40)),
        ("40 or less", (0, 40)),
    ] {
        assert_eq!(read(text, 100), Some(span), "{text}");
    }
    assert_eq!(read("more than 10", 10), None);
    assert_eq!(read("less than 0", 10), None);
    assert_eq!(read("more than 3 weeks", 10), None);
}

#[test]
fn a_guess_is_told_from_what_is_no_number() {
    for text in [
        "about 40",
        "approximately 40%",
        "~40",
        "casi 40",
        "mas o menos 40",
        "unos 40",
    ] {
        assert_eq!(number(text, (0, 100)), Err(NotNumber::Rough), "{text}");
    }
    for text in ["about the same", "40 50", "40.5"] {
        assert_eq!(
            number(text, (0, 100)),
            Err(NotNumber::NotUnderstood),
            "{text}"
        );
    }
}

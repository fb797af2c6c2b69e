use super::{said, transcript, utterances};
use crate::domain::transcript::{Heard, bless, compare};

/// Blesses, and sees that nothing differs any more and that blessing again changes nothing.
fn blessed(text: &str, heard: &[Heard]) -> String {
    let after = bless(text, &transcript(text), heard);
    let whole = transcript(&after);
    let left = whole
        .turns
        .iter()
        .zip(heard)
        .flat_map(|(turn, heard)| compare(turn, heard));
    assert_eq!(left.count(), 0, "{after}");
    assert_eq!(bless(&after, &whole, heard), after);
    after
}

fn hello() -> Heard {
    let choices = utterances(&[("choice-a", "A"), ("choice-b", "B [or so]")]);
    Heard {
        choices,
        ..said(&[("hello", "Good day."), ("ask", "Which one?")])
    }
}

#[test]
fn what_nobody_wrote_is_written_in_words() {
    let after = blessed(
        "today: 2026-11-22\n\n# Begin.\n> x\n\n> y\n",
        &[hello(), said(&[("end", "Bye.")])],
    );
    let expected = "\
today: 2026-11-22

# Begin.
> x
< Good day.
< Which one?
  [A] [@choice-b]

> y
< Bye.
";
    assert_eq!(after, expected);
}

#[test]
fn comments_and_the_way_an_expectation_is_written_stay() {
    let text = "\
today: 2026-11-22
< @hello
# The question:
< @ask Which ones?
< @gone
  [@choice-x]
  [@choice-y]
= needs L2: a,  b
= disposition: submit
> y
< @old
";
    let first = Heard {
        holds: vec!["b, a".into(), "investigational".into()],
        ..hello()
    };
    let expected = "\
today: 2026-11-22
< @hello
# The question:
< @ask Which one?
  [@choice-a] [@choice-b]
= needs L2: a,  b
= disposition: investigational
> y
< @new
< @end
";
    let second = said(&[("new", "New."), ("end", "Bye.")]);
    assert_eq!(blessed(text, &[first, second]), expected);
}

#[test]
fn dots_stay_and_lines_around_them_are_filled_in() {
    let heard = [said(&[("a", "A."), ("b", "B."), ("c", "C."), ("d", "D.")])];
    let after = blessed("today: 2026-11-22\n> x\n< A.\n< ...\n< C.\n", &heard);
    assert_eq!(after, "today: 2026-11-22\n> x\n< A.\n< ...\n< C.\n< D.\n");
}

#[test]
fn an_arrival_is_filled_in_before_its_first_line() {
    let after = blessed(
        "today: 2026-11-22\n< Which one?\n< ...\n> x\n",
        &[hello(), Heard::default()],
    );
    assert_eq!(
        after,
        "today: 2026-11-22\n< Good day.\n< Which one?\n< ...\n> x\n"
    );
}

#[test]
fn a_repeated_reply_stays_unwritten_and_line_ends_stay() {
    let text = "today: 2026-11-22\r\n> x\r\n! kill\r\n";
    let after = blessed(text, &[said(&[("a", "A.")]), said(&[("a", "A.")])]);
    assert_eq!(after, "today: 2026-11-22\r\n> x\r\n< A.\r\n! kill\r\n");
}

#[test]
fn many_choices_are_spread_over_lines() {
    let long = "a choice with a long label of many words";
    let choices = utterances(&[("a", long), ("b", long), ("c", long)]);
    let after = blessed(
        "today: 2026-11-22\n> x\n",
        &[Heard {
            choices,
            ..said(&[("q", "Q?")])
        }],
    );
    assert_eq!(after.lines().count(), 5);
    assert!(after.lines().all(|line| line.chars().count() <= 110));
}

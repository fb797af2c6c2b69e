use super::{said, transcript, utterances};
use crate::domain::transcript::{Heard, compare};

/// The differences of the last turn as `line: expected | got`.
fn differences(expectations: &str, heard: &Heard) -> Vec<String> {
    let whole = transcript(&format!("today: 2026-11-22\n> x\n{expectations}"));
    let found = compare(whole.turns.last().unwrap(), heard);
    let or_nothing = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
    let shown = found.iter().map(|one| {
        format!(
            "{}: {} | {}",
            one.line,
            or_nothing(&one.expected),
            or_nothing(&one.got)
        )
    });
    shown.collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

const TWO: [(&str, &str); 2] = [("hello", "Good day."), ("ask", "Which one?")];

#[test]
fn lines_fit_by_words_by_id_or_by_both() {
    let heard = said(&TWO);
    for expected in [
        "< Good day.\n< Which one?\n",
        "< @hello\n< @ask\n",
        "< @hello Good day.\n< @ask Which one?\n",
        "< @hello\n< Good day.\n< @ask\n< Which one?\n",
        "< Good day.\n< @ask\n",
    ] {
        assert_eq!(differences(expected, &heard), none(), "{expected}");
    }
}

#[test]
fn what_is_not_expected_what_is_missing_and_what_differs_is_told() {
    let heard = said(&TWO);
    assert_eq!(differences("< Good day.\n", &heard), ["3: - | Which one?"]);
    assert_eq!(
        differences("", &heard),
        ["2: - | Good day.", "2: - | Which one?"]
    );
    let more = "< @hello\n< @ask\n< @more\n";
    assert_eq!(differences(more, &heard), ["5: @more | -"]);
    let other = "< @hello\n< @ask Which ones?\n";
    assert_eq!(
        differences(other, &heard),
        ["4: @ask Which ones? | @ask Which one?"]
    );
    let swapped = "< Which one?\n< Good day.\n";
    assert_eq!(
        differences(swapped, &heard),
        ["2: - | Good day.", "4: Good day. | -"]
    );
}

#[test]
fn dots_stand_for_any_lines_where_they_stand() {
    let heard = said(&[("a", "A."), ("b", "B."), ("c", "C.")]);
    for expected in [
        "< ...\n",
        "< A.\n< ...\n",
        "< ...\n< C.\n",
        "< A.\n< ...\n< C.\n",
        "< A.\n< B.\n< C.\n< ...\n",
    ] {
        assert_eq!(differences(expected, &heard), none(), "{expected}");
    }
    assert_eq!(differences("< ...\n< B.\n", &heard), ["4: - | C."]);
}

#[test]
fn choices_are_compared_in_order() {
    let choices = utterances(&[("choice-a", "A"), ("choice-b", "B")]);
    let heard = Heard {
        choices,
        ..said(&[("ask", "Which?")])
    };
    for expected in [
        "< @ask\n[A] [B]\n",
        "< @ask\n  [A]\n  [B]\n",
        "< @ask\n[@choice-a] [@choice-b B]\n",
        "< ...\n",
    ] {
        assert_eq!(differences(expected, &heard), none(), "{expected}");
    }
    assert_eq!(
        differences("< @ask\n[B] [A]\n", &heard),
        ["4: [B] [A] | [A] [B]"]
    );
    assert_eq!(differences("< @ask\n", &heard), ["3: - | [A] [B]"]);
    assert_eq!(differences("< ...\n[A]\n", &heard), ["4: [A] | [A] [B]"]);
}

fn held(assertion: &str, got: &str) -> usize {
    let heard = Heard {
        holds: vec![got.into()],
        ..Heard::default()
    };
    differences(&format!("= {assertion}\n"), &heard).len()
}

#[test]
fn names_are_compared_as_sets_and_items_in_order() {
    assert_eq!(held("needs: b, a", "a, b"), 0);
    assert_eq!(held("needs: a", "a, b"), 1);
    assert_eq!(held("missing_documents: b, a | c", "c | a, b"), 0);
    assert_eq!(held("missing_documents: a | b | c", "c | a, b"), 1);
    assert_eq!(
        held(
            "disposition: submit + investigational",
            "submit + investigational"
        ),
        0
    );
    assert_eq!(
        held(
            "disposition: investigational + submit",
            "submit + investigational"
        ),
        1
    );
    assert_eq!(held("disposition: submit + submit", "submit"), 0);
    assert_eq!(held("disposition: submit", "submit + investigational"), 1);
    assert_eq!(
        held(
            "cites: Policy, bullet 1",
            "Policy, bullet 1; Policy, bullet 3"
        ),
        0
    );
    assert_eq!(
        held(
            "cites: Policy, bullet 2",
            "Policy, bullet 1; Policy, bullet 3"
        ),
        1
    );
    assert_eq!(held("mri: edema", "no_edema"), 1);
}

#[test]
fn a_repeated_reply_need_not_be_written_again() {
    let whole = transcript("today: 2026-11-22\n> x\n! kill\n! duplicate\n! restart\n");
    let found: Vec<usize> = whole
        .turns
        .iter()
        .map(|turn| compare(turn, &said(&TWO)).len())
        .collect();
    assert_eq!(found, [2, 0, 0, 2]);
}

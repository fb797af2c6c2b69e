use super::*;
use crate::locale::tests::{EN, ES, load};

/// Each fault as `file: underlined text: what is wrong`.
fn faults_of(en: &str, es: &str, uses: &[Use]) -> Vec<String> {
    let (locales, mut faults) = load(en, es);
    faults.extend(check(&locales, uses));
    let (en, es) = (format!("{EN}{en}"), format!("{ES}{es}"));
    let shown = faults.iter().map(|fault| {
        let source = if fault.file.contains("en-US") {
            &en
        } else {
            &es
        };
        let under = fault
            .span
            .clone()
            .and_then(|span| source.get(span))
            .unwrap_or("-");
        let warning = if fault.severity == Severity::Warning {
            "warning: "
        } else {
            ""
        };
        let language = fault.file.split('/').nth(1).unwrap();
        format!("{language}: {under}: {warning}{}", fault.message)
    });
    shown.collect()
}

fn used(id: &str) -> Use {
    Use::new(id, "step `onset`")
}

#[test]
fn texts_without_faults_pass() {
    let uses = [used("x").with("date"), used("x.short")];
    let en = "x = The day is { $date }.\n    .short = Day";
    let es = "x = El día es { $date }.\n    .short = Día";
    assert_eq!(faults_of(en, es, &uses), [""; 0]);
}

#[test]
fn a_message_missing_in_one_language_is_found_where_the_other_has_it() {
    let found = faults_of("x = Here", "", &[used("x")]);
    assert_eq!(found, ["es-US: -: `x` is missing in es-US"]);
    let found = faults_of(
        "",
        "x = Aquí\n    .short = Sí",
        &[used("x"), used("x.short")],
    );
    assert_eq!(found, ["es-US: x: `x` is missing in en-US"]);
}

#[test]
fn an_attribute_missing_in_one_language_is_found() {
    let uses = [used("x"), used("x.help")];
    let found = faults_of("x = Here\n    .help = Why", "x = Aquí", &uses);
    assert_eq!(found, ["es-US: -: `x.help` is missing in es-US"]);
}

#[test]
fn a_message_missing_everywhere_names_who_says_it() {
    let (locales, _) = load("", "");
    let found = check(&locales, &[used("x")]);
    assert_eq!(found[0].file, "locales/en-US/shell.ftl");
    assert_eq!(found[0].span, None);
    assert_eq!(found[0].message, "`x` is missing in every language");
    assert_eq!(
        found[0].help.as_deref(),
        Some("add it; step `onset` says it")
    );
}

#[test]
fn a_missing_message_belongs_in_the_file_of_its_kind() {
    let files = [("en-US", "shell.ftl", EN), ("en-US", "p.ftl", "ask-a = A")];
    let (locales, _) = Locales::load(&files);
    let found = check(&locales, &[used("ask-a"), used("ask-b")]);
    assert_eq!(found[0].file, "locales/en-US/p.ftl");
}

#[test]
fn an_unused_message_or_attribute_is_a_warning() {
    let found = faults_of(
        "x = Here\n    .short = H",
        "x = Aquí\n    .short = A",
        &[used("x")],
    );
    let expected = [
        "en-US: short: warning: `x.short` is never said",
        "es-US: short: warning: `x.short` is never said",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_message_within_another_counts_as_said_and_must_exist() {
    assert_eq!(
        faults_of("x = { y }\ny = Word", "x = { y }\ny = Voz", &[used("x")]),
        [""; 0]
    );
    let found = faults_of("x = { z }\n", "x = { -z }", &[used("x")]);
    let expected = [
        "en-US: z: `z` is missing in en-US",
        "es-US: z: `-z` is missing in es-US",
    ];
    assert_eq!(found, expected);
}

#[test]
fn functions_are_not_to_be_had() {
    let text = "x = { NUMBER($n) }";
    let found = faults_of(text, text, &[used("x").with("n")]);
    assert_eq!(found[0], "en-US: NUMBER: `NUMBER()` is missing in en-US");
}

#[test]
fn a_variable_nobody_supplies_is_found_also_within_another_message() {
    let en = "x = { y }\ny = { $n ->\n   *[other] at { $place }\n}";
    let es = "x = { y }\ny = { $n ->\n   *[other] en { $place }\n}";
    let found = faults_of(en, es, &[used("x").with("n")]);
    let expected = [
        "en-US: place: `x` takes `$place`, which step `onset` does not supply",
        "es-US: place: `x` takes `$place`, which step `onset` does not supply",
    ];
    assert_eq!(found, expected);
}

#[test]
fn variables_that_differ_between_languages_are_found() {
    let uses = [used("x").with("a").with("b")];
    let found = faults_of("x = Is { $a }", "x = Es { $b }", &uses);
    let expected = [
        "es-US: x: `x` takes `$a` in en-US and not in es-US",
        "es-US: b: `x` takes `$b` in es-US and not in en-US",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_text_left_untranslated_is_a_warning_but_a_code_is_not() {
    let text = "a = MRI { $x }\nb = The same words\nc = No\n    .phrases = brace";
    let uses = [used("a").with("x"), used("b"), used("c"), used("c.phrases")];
    let found = faults_of(text, text, &uses);
    assert_eq!(found, ["es-US: b: warning: `b` is the same as in en-US"]);
}

#[test]
fn a_button_that_does_not_fit_is_a_warning() {
    let fits = format!("verb-back = {}", "x".repeat(40));
    let long = format!("verb-back = {}", "y".repeat(41));
    let found = faults_of(&fits, &long, &[used("verb-back")]);
    let expected = "es-US: verb-back: warning: `verb-back` has 41 characters";
    assert_eq!(found, [expected]);
}

#[test]
fn bad_syntax_is_underlined_and_the_rest_is_read() {
    let found = faults_of(
        "x = Fine\n2y = no\nz = { $n ->\n    [one] a\n}\n",
        "x = Bien",
        &[used("x")],
    );
    let expected = [
        "en-US: 2: expected one of `a-zA-Z`",
        "en-US: }: the select expression must have a default variant",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_id_defined_twice_is_found_across_files() {
    let files = [
        (
            "en-US",
            "shell.ftl",
            "x = One\n    .y = Two\n    .y = Three",
        ),
        ("en-US", "p.ftl", "x = Four"),
        ("not a tag", "p.ftl", "x = Five"),
    ];
    let (locales, found) = Locales::load(&files);
    let found: Vec<_> = found
        .iter()
        .map(|fault| (&*fault.file, &*fault.message))
        .collect();
    let expected = [
        ("locales/en-US/shell.ftl", "`x.y` is defined twice"),
        ("locales/en-US/p.ftl", "`x` is defined twice"),
        (
            "locales/not a tag/p.ftl",
            "`not a tag` is not a language tag",
        ),
    ];
    assert_eq!(found, expected);
    let english = locales.get("en-US").unwrap();
    assert_eq!(
        english.render(&crate::domain::message::Message::new("x")),
        "One"
    );
}

#[test]
fn without_the_reference_language_nothing_is_taken_for_granted() {
    let (locales, found) = Locales::load(&[("es-US", "shell.ftl", "x = Uno")]);
    assert_eq!(found[0].message, "there are no texts in `en-US`");
    assert_eq!(locales.negotiate("fr").tag(), "en-US");
}

#[test]
fn answers_to_one_question_have_words_of_their_own() {
    let en = "choice-a-x = Yes\nchoice-a-y = yes \nchoice-b-x = Yes";
    let (locales, _) = load(en, "choice-a-x = Sí\nchoice-a-y = No");
    let id = |id: &str| id.to_owned();
    let questions = [
        vec![id("choice-a-x"), id("choice-a-y")],
        vec![id("choice-b-x")],
    ];
    let found: Vec<String> = same_labels(&locales, &questions)
        .into_iter()
        .map(|fault| fault.message)
        .collect();
    let expected = "`choice-a-y` has the same words as `choice-a-x` in en-US";
    assert_eq!(found, [expected]);
}

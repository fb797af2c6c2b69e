//! The texts that ship with the product.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::diagnostic::Severity;
use crate::domain::dialog::typed::normalize::normalize;

macro_rules! shipped {
    ($tag:literal, $file:literal) => {
        (
            $tag,
            $file,
            include_str!(concat!("../../../locales/", $tag, "/", $file)),
        )
    };
}

pub(super) fn shipped() -> Locales {
    let (locales, faults) = Locales::load(&[
        shipped!("en-US", "shell.ftl"),
        shipped!("en-US", "vertebral-augmentation.ftl"),
        shipped!("es-US", "shell.ftl"),
        shipped!("es-US", "vertebral-augmentation.ftl"),
    ]);
    assert_eq!(faults, []);
    locales
}

fn texts(locales: &Locales) -> impl Iterator<Item = (String, &String, String)> {
    locales.iter().flat_map(|locale| {
        let entries = locale.texts().entries();
        entries
            .iter()
            .map(|(id, entry)| (locale.tag().to_owned(), id, entry.text.clone()))
    })
}

/// Every text as used, with the variables of the English one.
fn all_used(locales: &Locales) -> Vec<Use> {
    let entries = locales.reference().texts().entries();
    let uses = entries.iter().map(|(id, entry)| {
        let names = entry.variables.iter().map(|mention| mention.name.clone());
        names.fold(Use::new(id, "a test"), Use::with)
    });
    // `month` is said within `date-long`, which is given the month.
    uses.map(|one| {
        if one.id == "date-long" {
            one.with("month")
        } else {
            one
        }
    })
    .collect()
}

#[test]
fn both_languages_have_the_same_ids_attributes_and_variables() {
    let locales = shipped();
    assert_eq!(locales.tags().count(), 2);
    assert_eq!(check(&locales, &all_used(&locales)), []);
}

#[test]
fn every_phrase_of_a_question_belongs_to_one_choice() {
    let locales = shipped();
    for locale in locales.iter() {
        let mut owner = BTreeMap::<(String, String), String>::new();
        for (id, kind) in locale.texts().entries().keys().filter_map(|id| group(id)) {
            let (message, attribute) = id.split_once('.').unwrap_or((&id, ""));
            for phrase in spoken(locale, message, attribute) {
                let other = owner.insert((kind.clone(), phrase.clone()), id.clone());
                let same = other
                    .as_ref()
                    .is_none_or(|other| message_of(other) == message);
                assert!(
                    same,
                    "{}: `{phrase}` is of {id} and {other:?}",
                    locale.tag()
                );
            }
        }
    }
}

/// The question a text's phrases compete in: a step's choices, the documents, or the verbs.
fn group(id: &str) -> Option<(String, String)> {
    let message = message_of(id);
    let kind = match message.split_once('-')? {
        ("choice", rest) => rest.split_once('-')?.0,
        (kind @ ("document" | "verb" | "language"), _) => kind,
        _ => return None,
    };
    Some((id.to_owned(), kind.to_owned()))
}

fn message_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(message, _)| message)
}

fn spoken(locale: &Locale, message: &str, attribute: &str) -> Vec<String> {
    let phrases = match attribute {
        "" => vec![locale.render(&Message::new(message.to_owned()))],
        "phrases" | "bare" => locale.listed(message, attribute),
        _ => Vec::new(),
    };
    phrases.iter().map(|phrase| normalize(phrase)).collect()
}

#[test]
fn no_list_says_a_phrase_twice() {
    let locales = shipped();
    for locale in locales.iter() {
        for id in locale.texts().entries().keys() {
            let Some((message, attribute)) = id.split_once('.') else {
                continue;
            };
            let listed = locale.listed(message, attribute);
            let once: BTreeSet<_> = listed.iter().map(|phrase| normalize(phrase)).collect();
            assert_eq!(
                listed.len(),
                once.len(),
                "{} {id}: {listed:?}",
                locale.tag()
            );
        }
    }
}

#[test]
fn no_text_has_a_procedure_code() {
    for (tag, id, text) in texts(&shipped()) {
        let numbers = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        for word in numbers.filter(|word| word.len() == 5) {
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            assert!(digits < 4, "{tag} {id}: {word}");
        }
    }
}

#[test]
fn a_text_is_one_line() {
    let lists = ["phrases", "cues", "bare"];
    for (tag, id, text) in texts(&shipped()) {
        let listed = lists.iter().any(|list| id.ends_with(list));
        assert!(listed || !text.contains('\n'), "{tag} {id}");
    }
}

#[test]
fn every_month_has_its_name() {
    let locales = shipped();
    let (locale, mut names) = (locales.get("es-US").unwrap(), BTreeSet::new());
    for month in 1..=12 {
        let day = Day::parse(&format!("2026-{month:02}-03")).unwrap();
        let message = Message::new("result-as-of").with("date", day);
        names.insert(locale.render(&message));
    }
    assert_eq!(names.len(), 12);
    assert!(names.contains("Calculado para el 3 de marzo de 2026."));
}

#[test]
fn a_wrong_text_would_be_noticed() {
    let en = include_str!("../../../locales/en-US/shell.ftl");
    let files = [
        ("en-US", "shell.ftl", en),
        shipped!("en-US", "vertebral-augmentation.ftl"),
        shipped!("es-US", "vertebral-augmentation.ftl"),
    ];
    let (locales, _) = Locales::load(&files);
    let found = check(&locales, &all_used(&locales));
    let missing = "`greeting` is missing in es-US";
    assert!(found.iter().any(|fault| fault.message == missing));
    assert!(found.iter().all(|fault| fault.severity == Severity::Error));
}

/// A verb is understood before any answer, so an answer must not sound like one.
#[test]
fn no_answer_is_a_verb() {
    let locales = shipped();
    for locale in locales.iter() {
        let ids = || {
            locale
                .texts()
                .entries()
                .keys()
                .filter_map(|id| id.split_once('.').or(Some((id, ""))))
        };
        let verbs = ids().filter(|(message, _)| message.starts_with("verb-"));
        let verbs: BTreeSet<_> = verbs
            .flat_map(|(message, attribute)| spoken(locale, message, attribute))
            .collect();
        let answers = ["choice-", "document", "yes", "no"];
        let answers =
            ids().filter(|(message, _)| answers.iter().any(|kind| message.starts_with(kind)));
        for (message, attribute) in answers.filter(|(message, _)| !message.starts_with("not")) {
            for phrase in spoken(locale, message, attribute) {
                assert!(
                    !verbs.contains(&phrase),
                    "{} {message}: `{phrase}`",
                    locale.tag()
                );
            }
        }
    }
}

//! Texts that were not translated, and texts that do not fit where they are shown.

use crate::domain::diagnostic::Diagnostic;
use crate::locale::check::{attribute_of, is_listed, message_of, warning_at};
use crate::locale::locales::Locales;

/// The longest text of a button, in characters.
const BUTTON: usize = 40;

/// Texts that are the same in the reference language. Codes and abbreviations may be.
pub(crate) fn untranslated(locales: &Locales) -> Vec<Diagnostic> {
    let reference = locales.reference().texts().entries();
    let entries = locales
        .others()
        .iter()
        .flat_map(|other| other.texts().entries());
    entries
        .filter(|(id, _)| !is_listed(id))
        .filter(|(id, entry)| {
            reference
                .get(*id)
                .is_some_and(|same| same.text == entry.text)
        })
        .filter(|(_, entry)| has_words(&entry.text))
        .map(|(id, entry)| {
            let message = format!("`{id}` is the same as in {}", locales.reference().tag());
            warning_at(entry, message).help("translate it")
        })
        .collect()
}

/// Whether a text has a word: four letters or more, not all of them capitals.
fn has_words(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic())
        .any(|word| word.chars().count() > 3 && word.chars().any(char::is_lowercase))
}

/// Texts too long for a button.
pub(crate) fn too_long(locales: &Locales) -> Vec<Diagnostic> {
    let entries = locales.iter().flat_map(|locale| {
        let entries = locale.texts().entries().iter();
        entries.filter(|(id, _)| is_button(id) && !locale.has(&format!("{id}.button")))
    });
    entries
        .filter_map(|(id, entry)| {
            let length = entry.text.chars().count();
            let message = format!("`{id}` has {length} characters");
            let help = format!("it is shown on a button, which holds {BUTTON}; say it shorter, or say it with `.button`");
            (length > BUTTON).then(|| warning_at(entry, message).help(help))
        })
        .collect()
}

/// Choices that are offered besides those of steps and documents.
const OFFERED: [&str; 9] = [
    "yes",
    "no",
    "not_on_record",
    "documents-all",
    "documents-none",
    "same-as-ask.same",
    "same-as-ask.different",
    "summary-ask.confirm",
    "summary-ask.change",
];

fn is_button(id: &str) -> bool {
    let kinds = ["choice-", "document-", "verb-"];
    match attribute_of(id) {
        _ if OFFERED.contains(&id) => true,
        None => kinds.iter().any(|kind| id.starts_with(kind)),
        Some("button") => true,
        Some(attribute) => attribute == "label" && message_of(id).starts_with("ask-"),
    }
}

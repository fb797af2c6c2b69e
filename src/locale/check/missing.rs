//! Texts that should be there and are not, and the other way round.

use crate::domain::diagnostic::Diagnostic;
use crate::locale::check::{Use, attribute_of, fault_at, message_of, said, warning_at};
use crate::locale::locales::{Locales, REFERENCE};
use crate::locale::render::Locale;

/// What one language has and another lacks.
pub(crate) fn between_languages(locales: &Locales) -> Vec<Diagnostic> {
    let reference = locales.reference();
    let pairs = locales.others().iter();
    pairs
        .flat_map(|other| [(reference, other), (other, reference)])
        .flat_map(|(has, lacks)| lacking(has, lacks))
        .collect()
}

fn lacking(has: &Locale, lacks: &Locale) -> Vec<Diagnostic> {
    let absent = |id: &str| !lacks.has(id);
    let whole =
        |id: &str| attribute_of(id).is_some() && has.has(message_of(id)) && absent(message_of(id));
    let entries = has.texts().entries().iter();
    entries
        .filter(|(id, _)| absent(id) && !whole(id))
        .map(|(id, entry)| {
            let message = format!("`{id}` is missing in {}", lacks.tag());
            let file = entry.file.replacen(has.tag(), lacks.tag(), 1);
            // What the reference language lacks is more likely a name that is misspelt here.
            if lacks.tag() == REFERENCE {
                return fault_at(entry, message).help(format!("add it to {file}"));
            }
            let mut fault = Diagnostic::error(&file, 0..0, message);
            fault.span = None;
            fault.help(format!("add it; {} has it", entry.file))
        })
        .collect()
}

/// What is said and no language has.
pub(crate) fn everywhere(locales: &Locales, uses: &[Use]) -> Vec<Diagnostic> {
    let absent = |id: &str| !locales.iter().any(|locale| locale.has(id));
    uses.iter()
        .filter(|one| absent(&one.id))
        .map(|one| {
            let message = format!("`{}` is missing in every language", one.id);
            let mut fault = Diagnostic::error(&file_for(locales, &one.id), 0..0, message);
            fault.span = None;
            fault.help(format!("add it; {} says it", one.from))
        })
        .collect()
}

/// The file of the reference language in which a message of that kind belongs: one that has the message itself, or one
/// whose id begins with the same word.
fn file_for(locales: &Locales, id: &str) -> String {
    let kind = |id: &str| id.split_once('-').map(|(kind, _)| kind.to_owned());
    let entries = locales.reference().texts().entries();
    let of_message = entries.get(message_of(id));
    let sibling = || {
        entries
            .iter()
            .find(|(other, _)| kind(other).is_some() && kind(other) == kind(id))
    };
    let file = of_message.or_else(|| sibling().map(|(_, entry)| entry));
    file.map_or_else(
        || format!("locales/{REFERENCE}/shell.ftl"),
        |entry| entry.file.to_string(),
    )
}

/// What a text contains and its language lacks.
pub(crate) fn references(locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for locale in locales.iter() {
        for entry in locale.texts().entries().values() {
            let lost = entry
                .references
                .iter()
                .filter(|mention| !locale.has(&mention.name));
            found.extend(lost.map(|mention| {
                let message = format!("`{}` is missing in {}", mention.name, locale.tag());
                Diagnostic::error(&entry.file, mention.span.clone(), message)
                    .help("name a message of this language, or put the words here")
            }));
        }
    }
    found
}

/// What is there and never said.
pub(crate) fn unused(locales: &Locales, uses: &[Use]) -> Vec<Diagnostic> {
    let said = said(locales, uses);
    let entries = locales.iter().flat_map(|locale| locale.texts().entries());
    entries
        .filter(|(id, _)| !said.contains(id.as_str()))
        .map(|(id, entry)| {
            warning_at(entry, format!("`{id}` is never said"))
                .help("remove it, or correct its name")
        })
        .collect()
}

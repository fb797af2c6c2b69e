//! Variables that a text takes and nobody supplies, or that only one language takes.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::diagnostic::Diagnostic;
use crate::locale::check::{Entries, Use, fault_at};
use crate::locale::entry::{Entry, Mention};
use crate::locale::locales::Locales;
use crate::locale::render::Locale;

/// What a text takes, by name, each with where it first says so: its own variables and those of messages within it.
type Taken<'a> = BTreeMap<&'a str, (&'a Entry, &'a Mention)>;

fn taken<'a>(entries: &'a Entries, id: &'a str) -> Taken<'a> {
    let mut taken = Taken::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        let Some(entry) = entries.get(id) else {
            continue;
        };
        if !seen.insert(id) {
            continue;
        }
        for mention in &entry.variables {
            taken.entry(&mention.name).or_insert((entry, mention));
        }
        // A term does not see the variables of the text that contains it.
        let messages = entry.references.iter().map(|mention| mention.name.as_str());
        open.extend(messages.filter(|name| !name.starts_with('-')));
    }
    taken
}

/// What a text takes and a place that says it does not supply.
pub(crate) fn not_supplied(locales: &Locales, uses: &[Use]) -> Vec<Diagnostic> {
    let each = locales
        .iter()
        .flat_map(|locale| uses.iter().map(move |one| (locale, one)));
    each.flat_map(|(locale, one)| unsupplied(locale, one))
        .collect()
}

fn unsupplied(locale: &Locale, one: &Use) -> Vec<Diagnostic> {
    let taken = taken(locale.texts().entries(), &one.id);
    let absent = |name: &str| !one.variables.iter().any(|supplied| supplied == name);
    taken
        .into_iter()
        .filter(|(name, _)| absent(name))
        .map(|(name, (entry, mention))| {
            let message = format!(
                "`{}` takes `${name}`, which {} does not supply",
                one.id, one.from
            );
            Diagnostic::error(&entry.file, mention.span.clone(), message).help(supplied(one))
        })
        .collect()
}

fn supplied(one: &Use) -> String {
    if one.variables.is_empty() {
        return "it supplies none".into();
    }
    let names: Vec<_> = one
        .variables
        .iter()
        .map(|name| format!("`${name}`"))
        .collect();
    format!("it supplies {}", names.join(", "))
}

/// What a text takes in one language only.
pub(crate) fn different(locales: &Locales) -> Vec<Diagnostic> {
    let reference = locales.reference();
    let others = locales.others().iter();
    others
        .flat_map(|other| {
            let shared = other
                .texts()
                .entries()
                .keys()
                .filter(|id| reference.has(id));
            shared.flat_map(move |id| difference(reference, other, id))
        })
        .collect()
}

fn difference(reference: &Locale, other: &Locale, id: &str) -> Vec<Diagnostic> {
    let (Some(entry), all) = (other.texts().entries().get(id), other.texts().entries()) else {
        return Vec::new();
    };
    let there = taken(reference.texts().entries(), id);
    let here = taken(all, id);
    let only = |name: &str, has: &Locale, lacks: &Locale| {
        format!(
            "`{id}` takes `${name}` in {} and not in {}",
            has.tag(),
            lacks.tag()
        )
    };
    let more = here.iter().filter(|(name, _)| !there.contains_key(*name));
    let more = more.map(|(name, (entry, mention))| {
        Diagnostic::error(
            &entry.file,
            mention.span.clone(),
            only(name, other, reference),
        )
    });
    let fewer = there.keys().filter(|name| !here.contains_key(*name));
    let fewer = fewer.map(|name| fault_at(entry, only(name, reference, other)));
    more.chain(fewer)
        .map(|fault| fault.help("a message says the same in every language"))
        .collect()
}

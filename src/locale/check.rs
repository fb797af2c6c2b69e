//! Faults of the texts as a whole: what is missing, unused, differs between languages, or does not fit.

mod labels;
mod missing;
mod style;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::locale::entry::Entry;
use crate::locale::locales::Locales;

#[cfg(test)]
mod tests;

pub use labels::same_labels;

/// A place that says a message: which one, and what it supplies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The id, or `id.attribute`.
    pub id: String,
    /// The variables supplied, without `$`.
    pub variables: Vec<String>,
    /// Who says it, for the author: "step `onset`".
    pub from: String,
}

impl Use {
    /// A use that supplies no variables.
    #[must_use]
    pub fn new(id: impl Into<String>, from: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            variables: Vec::new(),
            from: from.into(),
        }
    }

    /// The same with one variable more.
    #[must_use]
    pub fn with(mut self, variable: impl Into<String>) -> Self {
        self.variables.push(variable.into());
        self
    }
}

/// Every fault of the texts, given everything that is said. In the order of files and places.
#[must_use]
pub fn check(locales: &Locales, uses: &[Use]) -> Vec<Diagnostic> {
    let mut found = check_said(locales, uses);
    found.extend(missing::unused(locales, &with_own(uses)));
    in_order(found)
}

/// The same where more may be said than these uses: nothing is told to be unused.
#[must_use]
pub fn check_said(locales: &Locales, uses: &[Use]) -> Vec<Diagnostic> {
    let uses = with_own(uses);
    let mut found = Vec::new();
    found.extend(missing::between_languages(locales));
    found.extend(missing::everywhere(locales, &uses));
    found.extend(missing::references(locales));
    found.extend(variables::not_supplied(locales, &uses));
    found.extend(variables::different(locales));
    found.extend(style::untranslated(locales));
    found.extend(style::too_long(locales));
    in_order(found)
}

fn with_own(uses: &[Use]) -> Vec<Use> {
    uses.iter().cloned().chain(own_uses()).collect()
}

fn in_order(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(|fault| {
        (
            fault.file.clone(),
            fault.span.clone().map(|span| span.start),
        )
    });
    found.dedup();
    found
}

/// What rendering itself says: days and lists.
fn own_uses() -> [Use; 3] {
    let join = |id: &str| {
        let item = Use::new(id, "every list").with("before").with("item");
        item.with("initial")
    };
    let date = Use::new("date-long", "every day");
    let date = date.with("day").with("month").with("year");
    [date, join("list-middle"), join("list-end")]
}

type Entries = BTreeMap<String, Entry>;

/// The id without its attribute.
fn message_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(message, _)| message)
}

/// The attribute of an id, where it names one.
fn attribute_of(id: &str) -> Option<&str> {
    id.split_once('.').map(|(_, attribute)| attribute)
}

/// Whether the id lists phrases people type, which no message shows.
fn is_listed(id: &str) -> bool {
    attribute_of(id)
        .is_some_and(|name| ["cues", "bare"].contains(&name) || name.ends_with("phrases"))
}

fn fault_at(entry: &Entry, message: String) -> Diagnostic {
    Diagnostic::error(&entry.file, entry.span.clone(), message)
}

fn warning_at(entry: &Entry, message: String) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        ..fault_at(entry, message)
    }
}

/// Everything that is said: by a use, or within another text of any language.
fn said<'a>(locales: &'a Locales, uses: &'a [Use]) -> BTreeSet<&'a str> {
    let texts = locales
        .iter()
        .flat_map(|locale| locale.texts().entries().values());
    let within = texts.flat_map(|entry| &entry.references);
    let within = within.map(|mention| mention.name.as_str());
    uses.iter()
        .map(|one| one.id.as_str())
        .chain(within)
        .collect()
}

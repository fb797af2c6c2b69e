//! The texts of one language.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::domain::diagnostic::Diagnostic;
use crate::locale::entry::{Entry, entries};
use crate::locale::syntax;

/// The texts of one language, from all its files.
pub(crate) struct Texts {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    entries: BTreeMap<String, Entry>,
}

impl Texts {
    /// A language without texts yet.
    pub(crate) fn new(tag: &str, language: LanguageIdentifier) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        Self {
            tag: tag.into(),
            bundle,
            entries: BTreeMap::new(),
        }
    }

    /// Adds the texts of a file, those at fault left out.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> Vec<Diagnostic> {
        let file = format!("locales/{}/{name}", self.tag);
        let (resource, faults) = FluentResource::try_new(text.into()).map_or_else(
            |(resource, faults)| (resource, faults),
            |resource| (resource, Vec::new()),
        );
        let mut found: Vec<_> = faults
            .iter()
            .map(|fault| syntax::diagnostic(&file, text, fault))
            .collect();
        for (id, entry) in entries(&file, &resource) {
            found.extend(self.enter(id, entry));
        }
        // The bundle keeps the first of two messages with one id, as the index does; both are reported above.
        let _ = self.bundle.add_resource(resource);
        found
    }

    fn enter(&mut self, id: String, entry: Entry) -> Option<Diagnostic> {
        let Some(first) = self.entries.get(&id) else {
            self.entries.insert(id, entry);
            return None;
        };
        let message = format!("`{id}` is defined twice");
        let help = format!("it is defined first in {}; remove one of them", first.file);
        Some(Diagnostic::error(&entry.file, entry.span, message).help(help))
    }

    /// The language's tag.
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// Every text by its id.
    pub(crate) fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// The text of `id` or `id.attribute`; nothing when it is missing or cannot be rendered whole.
    pub(crate) fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (name, attribute) = id
            .split_once('.')
            .map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut faults);
        faults.is_empty().then(|| text.into_owned())
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({}, {} texts)", self.tag, self.entries.len())
    }
}

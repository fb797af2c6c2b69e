//! Answers to one question that cannot be told apart.

use crate::domain::diagnostic::Diagnostic;
use crate::locale::check::fault_at;
use crate::locale::entry::Entry;
use crate::locale::locales::Locales;

/// Each answer with the words of one before it, in any language. `questions` holds the ids of the answers to each
/// question.
#[must_use]
pub fn same_labels(locales: &Locales, questions: &[Vec<String>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for locale in locales.iter() {
        let entries = locale.texts().entries();
        for question in questions {
            let own = question.iter().filter_map(|id| entries.get_key_value(id));
            found.extend(repeated(own, locale.tag()));
        }
    }
    found
}

fn repeated<'e>(
    labels: impl Iterator<Item = (&'e String, &'e Entry)>,
    tag: &str,
) -> Vec<Diagnostic> {
    let mut before: Vec<(&str, String)> = Vec::new();
    let mut found = Vec::new();
    for (id, entry) in labels {
        let words = entry.text.trim().to_lowercase();
        if let Some((other, _)) = before.iter().find(|(_, own)| *own == words) {
            let message = format!("`{id}` has the same words as `{other}` in {tag}");
            let help = "both are answers to one question: say them so that they can be told apart";
            found.push(fault_at(entry, message).help(help));
        }
        before.push((id, words));
    }
    found
}

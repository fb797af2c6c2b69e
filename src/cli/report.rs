//! Diagnostics as text, for those who write policies and dialogs: as lines for people, or as JSON for editors.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::domain::diagnostic::{Diagnostic, Severity};

mod json;
mod place;
#[cfg(test)]
mod tests;

pub use json::json;
pub(super) use place::Place;

/// The text of each file, by the path that its diagnostics name.
pub type Sources = BTreeMap<String, String>;

/// Every diagnostic with its place, the underlined line and help, by file and place, and a last line that counts them.
/// Nothing at all when there are none. `colors` adds escape sequences for a terminal.
#[must_use]
pub fn people(diagnostics: &[Diagnostic], sources: &Sources, colors: bool) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = if colors {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for diagnostic in in_order(diagnostics) {
        let source = sources.get(&diagnostic.file).map(String::as_str);
        text.push_str(&renderer.render(&[group(diagnostic, source)]));
        text.push_str("\n\n");
    }
    text.push_str(&summary(diagnostics));
    text.push('\n');
    text
}

/// How many there are, in how many files: "3 errors in 2 files".
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
    };
    let files: BTreeSet<_> = diagnostics.iter().map(|d| &d.file).collect();
    let files = counted(files.len(), "file");
    match (count(Severity::Error), count(Severity::Warning)) {
        (errors, 0) => format!("{} in {files}", counted(errors, "error")),
        (0, warnings) => format!("{} in {files}", counted(warnings, "warning")),
        (errors, warnings) => {
            let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
            format!("{errors} and {warnings} in {files}")
        }
    }
}

/// "1 file", "2 files".
pub(super) fn counted(count: usize, noun: &str) -> String {
    counted_as(count, noun, &format!("{noun}s"))
}

/// "1 policy", "2 policies".
pub(super) fn counted_as(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// By file and place; of several at one place, the longest first.
fn in_order(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<_> = diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| {
        let span = diagnostic.span.as_ref();
        let place = span.map(|span| (span.start, Reverse(span.end)));
        (&diagnostic.file, place, diagnostic.severity)
    });
    ordered
}

fn group<'a>(diagnostic: &'a Diagnostic, source: Option<&'a str>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&*diagnostic.message);
    let group = match (&diagnostic.span, source) {
        (Some(span), Some(source)) => {
            let (source, underlined) = without_mark(source, underlined(source, span));
            let snippet = Snippet::source(source).path(&*diagnostic.file);
            title.element(snippet.annotation(AnnotationKind::Primary.span(underlined)))
        }
        _ => title.element(Origin::path(&*diagnostic.file)),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(&**help)),
        None => group,
    }
}

/// The part of a span on its first line; the rest of a long table says nothing more.
fn underlined(source: &str, span: &Range<usize>) -> Range<usize> {
    let span = place::within(source, span);
    let text = source.get(span.clone()).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    span.start..span.start.saturating_add(line.len())
}

/// The text without a byte order mark, and the same span in it: the mark takes no column.
fn without_mark(source: &str, span: Range<usize>) -> (&str, Range<usize>) {
    let Some(rest) = source.strip_prefix('\u{feff}') else {
        return (source, span);
    };
    let mark = source.len().saturating_sub(rest.len());
    let moved = |byte: usize| byte.saturating_sub(mark);
    (rest, moved(span.start)..moved(span.end))
}

/// A number with its thousands apart.
pub(super) fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

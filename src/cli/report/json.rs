//! Diagnostics for editors and scripts.

use serde::Serialize;

use super::place::{Place, within};
use super::{Sources, in_order};
use crate::domain::diagnostic::{Diagnostic, Severity};

/// One diagnostic. Lines and columns count from 1, columns in characters; the end is the first place after the span.
/// They are absent when the file as a whole is meant, or its text is not at hand.
#[derive(Debug, Serialize)]
struct Line<'a> {
    severity: &'static str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
}

/// JSON Lines: an object for each diagnostic, by file and place.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut text = String::new();
    for diagnostic in in_order(diagnostics) {
        let line = line(diagnostic, sources);
        if let Ok(line) = serde_json::to_string(&line) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

fn line<'a>(diagnostic: &'a Diagnostic, sources: &Sources) -> Line<'a> {
    let source = sources.get(&diagnostic.file);
    let place = diagnostic.span.as_ref().zip(source).map(|(span, source)| {
        let span = within(source, span);
        (Place::of(source, span.start), Place::of(source, span.end))
    });
    Line {
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: &diagnostic.file,
        line: place.map(|(start, _)| start.line),
        column: place.map(|(start, _)| start.column),
        end_line: place.map(|(_, end)| end.line),
        end_column: place.map(|(_, end)| end.column),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    }
}

//! Faults of syntax, in the words of our diagnostics.

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::domain::diagnostic::Diagnostic;

/// The diagnostic of a fault that the parser found in `file`.
pub(crate) fn diagnostic(file: &str, text: &str, fault: &ParserError) -> Diagnostic {
    let start = fault.pos.start.min(text.len());
    let end = fault.pos.end.min(text.len());
    Diagnostic::error(file, start..end, wording(&fault.kind)).help(help(&fault.kind))
}

fn wording(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::ExpectedToken(token) => format!("expected `{token}`"),
        ErrorKind::ExpectedCharRange { range } => format!("expected one of `{range}`"),
        ErrorKind::ExpectedMessageField { entry_id }
        | ErrorKind::ExpectedTermField { entry_id } => {
            format!("`{entry_id}` has no text")
        }
        ErrorKind::DuplicatedNamedArgument(name) => format!("the argument `{name}` is given twice"),
        ErrorKind::UnknownEscapeSequence(found) => format!("unknown escape sequence `{found}`"),
        ErrorKind::InvalidUnicodeEscapeSequence(found) => {
            format!("`{found}` is no unicode escape sequence")
        }
        other => lower_first(&other.to_string()),
    }
}

fn help(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpectedToken('=') => "a message is `id = text`; further lines are indented",
        ErrorKind::MissingDefaultVariant => "mark one variant with `*`, such as `*[other]`",
        ErrorKind::UnbalancedClosingBrace => "write a brace in a text as `{\"}\"}`",
        ErrorKind::ExpectedMessageField { .. } => "write a text behind `=`, or an attribute below",
        _ => "see the Fluent syntax guide; everything up to the next message is left out",
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

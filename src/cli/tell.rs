//! Saying on standard error what stands in the way.

use std::io::{self, IsTerminal, Write};

use crate::cli::report::{self, Sources};
use crate::domain::diagnostic::Diagnostic;

/// One line for the person at the terminal. That it cannot be written is no reason to fail.
pub(super) fn say(line: impl std::fmt::Display) {
    let _unsaid = writeln!(io::stderr(), "{line}");
}

/// An error that ends the command.
pub(super) fn error(what: impl std::fmt::Display) {
    say(format_args!("error: {what}"));
}

/// What can be done about it.
pub(super) fn help(text: Option<String>) {
    if let Some(text) = text {
        say(format_args!("help: {text}"));
    }
}

/// The faults of authored files, each beside the line it is in.
pub(super) fn faults(diagnostics: &[Diagnostic], sources: &Sources) {
    let colors = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = report::people(diagnostics, sources, colors);
    let _unsaid = io::stderr().write_all(text.as_bytes());
}

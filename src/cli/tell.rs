//! Saying on standard error what stands in the way.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::domain::diagnostic::Diagnostic;

/// One line for the person at the terminal. That it cannot be written is no reason to fail.
pub(super) fn say(line: impl std::fmt::Display) {
    let _unsaid = writeln!(io::stderr(), "{line}");
}

/// An error that ends the command.
pub(super) fn error(what: impl std::fmt::Display) {
    say(format_args!("error: {what}"));
}

/// The faults of authored files.
pub(super) fn faults(diagnostics: &[Diagnostic], _sources: &BTreeMap<String, String>) {
    for fault in diagnostics {
        say(format_args!("{}: {}", fault.file, fault.message));
        if let Some(help) = &fault.help {
            say(format_args!("  help: {help}"));
        }
    }
}

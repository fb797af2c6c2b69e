//! Faults in authored files: what is wrong, where, and what to do. Rules for the wording: lower case, no full stop,
//! the author's words in backticks, help apart.

use std::ops::Range;

/// How bad a fault is. Anything but a warning refuses the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Refuses the file.
    Error,
    /// Worth a look; the file is taken.
    Warning,
}

/// One fault of one authored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file's path as the author knows it.
    pub file: String,
    /// The bytes of the file to underline; nothing when the fault is of the file as a whole.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error that underlines `span`.
    #[must_use]
    pub fn error(file: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            span: Some(span),
            message: message.into(),
            help: None,
        }
    }

    /// The same with help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

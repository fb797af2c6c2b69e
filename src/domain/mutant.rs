//! Faults put into authored files on purpose: each is one edit of the text. What they come to is not known here.

mod condition;
mod dialog;
mod edit;
mod policy;
mod tree;

use std::ops::Range;

pub use dialog::of_dialog;
pub use policy::of_policy;

/// One edit of an authored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// Where it stands, in bytes from the start of the file.
    pub span: Range<usize>,
    /// What stands there afterwards.
    pub after: String,
    /// What kind of fault it is.
    pub fault: &'static str,
    /// The entry it is in, such as "criterion `A`".
    pub entry: String,
}

impl Mutant {
    /// The file with the fault.
    #[must_use]
    pub fn applied(&self, text: &str) -> String {
        let (before, rest) = text.split_at_checked(self.span.start).unwrap_or((text, ""));
        let length = self.span.len();
        let (_, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        format!("{before}{}{after}", self.after)
    }

    /// What stood there.
    #[must_use]
    pub fn before<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.clone()).unwrap_or_default()
    }

    /// The line it begins in, counted from 1.
    #[must_use]
    pub fn line(&self, text: &str) -> usize {
        let before = text.get(..self.span.start).unwrap_or_default();
        let own = before.bytes().filter(|byte| *byte == b'\n').count();
        own.saturating_add(1)
    }
}

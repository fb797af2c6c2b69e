//! Words: Fluent messages in every language. The only module that names fluent.
//!
//! One [`Locales`] holds the texts of one dialog: the shell's, and those of its policy, in every language. A message
//! that a language cannot render is said in the reference language, and one that cannot be said at all appears as its
//! id in brackets; [`fn@check`] finds both before anybody meets them.

mod check;
mod entry;
mod locales;
mod render;
mod syntax;
mod texts;
mod wording;

pub use check::{Use, check, check_said, same_labels};
pub use locales::{Locales, REFERENCE};
pub use render::Locale;

#[cfg(test)]
mod tests;

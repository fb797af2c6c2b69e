//! What people type, read into types: dates and durations, levels, choices, and what looks like a patient's
//! identity. English and Spanish are both understood always; nothing here words a message or keeps a text.
//!
//! 1. [`normalize`]: letters without case and accents, and where each token stood.
//! 2. [`mod@when`]: days, durations and periods.
//! 3. [`mod@levels`]: levels of the spine.
//! 4. [`mod@number`]: scores, counts and shares.
//! 5. [`lexicon`]: an answer among choices that the caller words.
//! 6. [`mod@spot`]: all of these found in a free text.
//! 7. [`screen`]: identifiers that must not be kept.

mod amend;
mod ask;
mod cursor;
pub mod levels;
pub mod lexicon;
pub mod normalize;
pub mod number;
pub mod screen;
pub mod spot;
pub mod when;

pub(crate) use amend::{adds, begins_with_no, puts_right};
pub use ask::asks;
pub use levels::{NotLevels, levels};
pub use lexicon::{Lexicon, NotChosen};
pub use number::{NotNumber, number};
pub use screen::{Identifier, identifiers, identifiers_beside};
pub use spot::{Cues, Spotted, denies, named, spot};
pub use when::{NotWhen, Period, When, ending, period, says_it_ended, tells_day_before, when};

/// The language a person chose. Both are understood always; the choice settles only what reads differently in each,
/// such as `3 ago` (August 3 in Spanish).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// The language of a locale's tag, such as `es-US`; English when it is neither.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("es") => Self::Spanish,
            _ => Self::English,
        }
    }
}

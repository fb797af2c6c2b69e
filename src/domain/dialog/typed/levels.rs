//! Levels of the spine as people type them.

use crate::domain::dialog::level::Level;

/// The most levels one answer names.
pub const MOST_LEVELS: usize = 12;

/// Why a text names no levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotLevels {
    /// A level no spine has.
    #[error("there is no level `{letter}{number}`")]
    NoSuchLevel {
        /// The letter of the segment.
        letter: char,
        /// The number that was typed.
        number: u32,
        /// How many levels the segment has.
        count: u8,
    },
    /// More levels than one answer may name.
    #[error("more than {most} levels")]
    TooMany {
        /// The most it may name.
        most: usize,
    },
    /// Anything else.
    #[error("no level of the spine")]
    NotUnderstood,
}

/// Reads the levels an answer names, from the neck down, each once.
///
/// # Errors
/// Why the text names no levels.
pub fn levels(text: &str) -> Result<Vec<Level>, NotLevels> {
    let _ = text;
    Err(NotLevels::NotUnderstood)
}

//! What an operator notes on an invitation.

use std::fmt;

use crate::domain::dialog::typed;

/// Characters of the longest note.
const LONGEST: usize = 120;

/// A short line about an invitation, such as `front desk, second floor`. It never names a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note(Box<str>);

/// Why a text is not a note. The text is never part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANote {
    /// It is empty, too long, or more than one line.
    #[error("a note is one line of 1 to 120 characters")]
    Form,
    /// It looks as if it identified a person.
    #[error("this note looks as if it names a person, a number or an address")]
    Identifies,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// When it is not one short line, or looks as if it identified a person.
    pub fn parse(text: &str) -> Result<Self, NotANote> {
        let note = Self::kept(text).ok_or(NotANote::Form)?;
        if typed::identifiers(text).is_empty() {
            Ok(note)
        } else {
            Err(NotANote::Identifies)
        }
    }

    /// A note that was taken before; what looks like an identifier may be seen otherwise by now.
    pub(crate) fn kept(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=LONGEST).contains(&text.chars().count());
        let one_line = !text.chars().any(char::is_control);
        (fits && one_line).then(|| Self(text.into()))
    }

    /// The note as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_short_line() {
        let note = Note::parse(" front desk, second floor ").unwrap();
        assert_eq!(note.as_str(), "front desk, second floor");
        for bad in ["", "  ", "two\nlines", &"x".repeat(121)] {
            assert_eq!(Note::parse(bad), Err(NotANote::Form), "{bad}");
        }
    }

    #[test]
    fn a_note_that_identifies_somebody_is_refused() {
        for bad in [
            "for desk@clinic.example",
            "call 555-867-5309",
            "SSN 123-45-6789",
            "patient name is Mary Smith",
        ] {
            assert_eq!(Note::parse(bad), Err(NotANote::Identifies), "{bad}");
        }
    }
}

//! What the reading of times depends on.

use crate::domain::day::Day;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::cursor;
use crate::domain::dialog::typed::when::NotWhen;

pub(crate) use crate::domain::dialog::typed::cursor::Digits;

/// A place in the tokens of a time.
pub(crate) type Cursor<'t> = cursor::Cursor<'t, Setting>;

/// What was read, nothing when it is not here, or why what is here is refused.
pub(crate) type Reading<T> = Result<Option<T>, NotWhen>;

/// What reading depends on besides the tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) language: Language,
    pub(crate) today: Day,
    /// Whether the text is about other things too: then a lone `May` or `8/10` is no date, and `82 years` an age.
    pub(crate) strict: bool,
}

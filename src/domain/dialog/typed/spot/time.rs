//! Times among other words.

use std::ops::Range;

use crate::domain::day::Day;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::Token;
use crate::domain::dialog::typed::when::Period;
use crate::domain::dialog::typed::when::cursor::{Cursor, Reading, Setting};
use crate::domain::dialog::typed::when::expression::{Found, expression};
use crate::domain::dialog::typed::when::period::bounded;

/// The times in a free text, with the tokens that tell them. What is taken for something else is left alone; ages and lone ends are left out; where a time is refused, so is the
/// rest of its clause.
pub(super) fn in_free_text(
    tokens: &[Token],
    language: Language,
    today: Day,
    taken: &[Range<usize>],
) -> Vec<(Range<usize>, Period)> {
    let mut cursor = Cursor::new(
        tokens,
        0,
        Setting {
            language,
            today,
            strict: true,
        },
    );
    let mut found = Vec::new();
    while !cursor.is_at_end() {
        let from = cursor.at();
        if taken.iter().any(|one| one.contains(&from)) {
            cursor.skip();
            continue;
        }
        match cursor.try_to(time) {
            Ok(Some(Some(time))) => found.push((from..cursor.at(), time)),
            Ok(Some(None)) => {}
            Ok(None) => cursor.skip(),
            Err(_) => skip_clause(&mut cursor),
        }
    }
    found
}

/// A time or, as nothing, an age or an end.
fn time(cursor: &mut Cursor<'_>) -> Reading<Option<Period>> {
    if let Ok(Some(period)) = cursor.try_to(bounded) {
        return Ok(Some(Some(period)));
    }
    let found = cursor.try_to(expression)?;
    Ok(found.map(|found| match found {
        Found::Time(time) => Some(Period {
            start: time.when,
            end: None,
        }),
        Found::Other => None,
    }))
}

fn skip_clause(cursor: &mut Cursor<'_>) {
    cursor.skip();
    while cursor
        .peek()
        .is_some_and(|token| !matches!(token.text(), "," | ";" | "." | "\n"))
    {
        cursor.skip();
    }
}

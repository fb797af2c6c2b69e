//! Days so long ago that they are somebody's birth rather than the beginning of anything treated.

use crate::domain::day::Day;
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};
use crate::domain::dialog::typed::when::calendar::{Told, calendar};
use crate::domain::dialog::typed::when::cursor::{Cursor, Setting};

/// The greatest age that is believed, in days: 120 years.
const OLDEST_PERSON: i32 = 43_830;

/// Whether a text names a calendar day, with its year, that is more than so many days ago and within a life. A year
/// of two digits that has not come yet is one of the last century.
#[must_use]
pub fn tells_day_before(text: &str, language: Language, today: Day, days: i32) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| is_old(&tokens, at, language, today, days))
}

fn is_old(tokens: &[Token], at: usize, language: Language, today: Day, days: i32) -> bool {
    let setting = Setting {
        language,
        today,
        strict: true,
    };
    let is_within = |token: &Token| token.is_glued() && token.kind() == Kind::Number;
    if tokens.get(at).is_none_or(is_within) {
        return false;
    }
    let mut cursor = Cursor::new(tokens, at, setting);
    let told = calendar(&mut cursor, true).ok().flatten();
    let is_old = |told: Told| {
        let ago = today.days_since(told.days.last());
        told.days.is_exact() && ago > days && ago <= OLDEST_PERSON
    };
    told.is_some_and(is_old) || is_of_last_century(tokens, at, today)
}

/// `3/4/44`, where `44` is a year to come by more than one.
fn is_of_last_century(tokens: &[Token], at: usize, today: Day) -> bool {
    let rest = tokens.get(at..).unwrap_or_default();
    let [one, mark, two, again, year, ..] = rest else {
        return false;
    };
    let short = |token: &Token| token.kind() == Kind::Number && token.text().len() <= 2;
    let year_to_come = || {
        let year = year.text().parse::<i16>().unwrap_or(0);
        year.saturating_add(2000) > today.date().year().saturating_add(1)
    };
    mark.kind() == Kind::Mark
        && mark.text() == again.text()
        && [one, two, year].into_iter().all(short)
        && year.text().len() == 2
        && year_to_come()
}

//! How often something was done: `3x a week`, `twice a day`, `cada semana`. It says nothing of when.

use crate::domain::dialog::typed::normalize::Token;
use crate::domain::dialog::typed::when::cursor::Cursor;
use crate::domain::dialog::typed::when::elapsed::unit;
use crate::domain::dialog::typed::when::quantity::number;

const COUNTS: &[&str] = &["once", "twice", "thrice"];
const COUNTED: &[&str] = &[
    "x", "times", "time", "veces", "vez", "days", "dias", "sessions", "session", "sesiones",
    "sesion", "visits", "visitas", "hours", "horas",
];
/// Words between a count and its unit; the first few need no counted thing before them.
const PER: &[&str] = &["per", "/", "cada", "por cada"];
const LOOSE_PER: &[&str] = &["a la", "al", "an", "a", "each", "every", "por"];
const EVERY: &[&str] = &["every other", "every", "each", "cada"];
const AGO: &[&str] = &["ago", "atras", "back"];

/// Reads how often.
pub(super) fn frequency(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.peek().is_none_or(Token::is_glued) {
        return None;
    }
    every(cursor).or_else(|| cursor.attempt(counted))?;
    let mut after = *cursor;
    (!after.eat(AGO)).then_some(())
}

/// `every 2 weeks`, `cada semana`, `q6h`.
fn every(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.attempt(|ahead| {
        let short = ahead.eat(&["q"]) && ahead.peek().is_some_and(Token::is_glued);
        (short || ahead.eat(EVERY)).then_some(())?;
        number(ahead);
        unit(ahead).map(|_| ())
    })
}

fn counted(cursor: &mut Cursor<'_>) -> Option<()> {
    let counts = cursor.eat(COUNTS);
    if !counts {
        number(cursor)?;
    }
    let counts = counts || cursor.eat(COUNTED);
    (cursor.eat(PER) || (counts && cursor.eat(LOOSE_PER))).then_some(())?;
    unit(cursor).map(|_| ())
}

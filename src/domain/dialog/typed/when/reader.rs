//! Whole answers: a time and nothing else, or one time among other words.

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::normalize::{Kind, Token, tokens};
use crate::domain::dialog::typed::when::cursor::{Cursor, Reading, Setting};
use crate::domain::dialog::typed::when::expression::{Found, expression, number_alone};
use crate::domain::dialog::typed::when::period::{bounded, either, ender, ongoing};
use crate::domain::dialog::typed::when::{NotWhen, Period, When};

/// Words that may turn what is said around a time into something else.
const DOUBTFUL: &[&str] = &[
    "no", "not", "never", "dont", "doesnt", "didnt", "cant", "unknown", "nunca", "sin", "ni", "or",
    "o", "will", "tomorrow", "manana", "next", "proximo", "proxima",
];

/// An answer that ought to say when.
pub(super) struct Reader {
    tokens: Vec<Token>,
    language: Language,
    today: Day,
}

impl Reader {
    pub(super) fn new(text: &str, language: Language, today: Day) -> Self {
        let mut tokens = tokens(text);
        while tokens.last().is_some_and(is_closing) {
            tokens.pop();
        }
        let openings = tokens.iter().take_while(|token| is_opening(token)).count();
        tokens.drain(..openings);
        Self {
            tokens,
            language,
            today,
        }
    }

    fn cursor(&self, at: usize, strict: bool) -> Cursor<'_> {
        let setting = Setting {
            language: self.language,
            today: self.today,
            strict,
        };
        Cursor::new(&self.tokens, at, setting)
    }

    /// Reads with `reads` when that takes the whole text.
    fn whole<T>(&self, reads: impl FnOnce(&mut Cursor<'_>) -> Reading<T>) -> Reading<T> {
        let mut cursor = self.cursor(0, false);
        let found = reads(&mut cursor)?;
        Ok(found.filter(|_| cursor.is_at_end()))
    }

    pub(super) fn when(&self) -> Result<When, NotWhen> {
        match self.whole(expression)? {
            Some(Found::Time(time)) => return Ok(time.when),
            Some(Found::Other) => return Err(NotWhen::NotUnderstood),
            None => {}
        }
        if let Some(when) = self.whole(bounded)?.and_then(either) {
            return Ok(when);
        }
        if let Some(fault) = number_alone(&mut self.cursor(0, false)) {
            return Err(fault);
        }
        self.scanned(expression)?
            .into_iter()
            .try_fold(None, agreed)?
            .ok_or(NotWhen::NotUnderstood)
    }

    pub(super) fn period(&self) -> Result<Period, NotWhen> {
        if let Some(period) = self.whole(bounded)? {
            return Ok(period);
        }
        if self.is_end_only() {
            return Err(NotWhen::NoStart);
        }
        // A part of a date can look like a worse date ("27/2026"): what a scan stumbles over counts only when the whole
        // says nothing.
        let scanned = self.scanned(bounded);
        if let Ok([period]) = scanned.as_deref() {
            return Ok(*period);
        }
        let start = self
            .when()
            .map_err(|fault| scanned.err().unwrap_or(fault))?;
        Ok(Period { start, end: None })
    }

    pub(super) fn ending(&self) -> Result<Option<When>, NotWhen> {
        let mut cursor = self.cursor(0, false);
        if self.has_ongoing_only() {
            return Ok(None);
        }
        if ender(&mut cursor) {
            let end = cursor.try_to(expression)?.filter(|_| cursor.is_at_end());
            if let Some(Found::Time(time)) = end {
                return Ok(Some(time.when));
            }
        }
        self.when().map(Some)
    }

    fn has_ongoing_only(&self) -> bool {
        let mut cursor = self.cursor(0, false);
        let named_today = self
            .tokens
            .first()
            .is_some_and(|token| token.is("today") || token.is("hoy"));
        !named_today && ongoing(&mut cursor) && cursor.is_at_end()
    }

    /// Whether the text says only that it goes on, or only when it stopped.
    fn is_end_only(&self) -> bool {
        let mut cursor = self.cursor(0, false);
        let ended = ender(&mut cursor)
            && matches!(cursor.try_to(expression), Ok(Some(_)))
            && cursor.is_at_end();
        let minus = self
            .tokens
            .first()
            .is_some_and(|token| token.kind() == Kind::Mark);
        self.has_ongoing_only() || (ended && !minus)
    }

    /// What `reads` finds anywhere; nothing when numbers or negators are left over.
    fn scanned<T>(&self, reads: impl Fn(&mut Cursor<'_>) -> Reading<T>) -> Result<Vec<T>, NotWhen> {
        let mut found = Vec::new();
        let mut cursor = self.cursor(0, true);
        let mut doubtful = false;
        while let Some(token) = cursor.peek() {
            if let Some(one) = cursor.try_to(&reads)? {
                found.push(one);
            } else {
                doubtful |= token.kind() == Kind::Number || DOUBTFUL.contains(&token.text());
                cursor.skip();
            }
        }
        Ok(if doubtful { Vec::new() } else { found })
    }
}

/// Two times that say the same are one: the days both allow.
fn agreed(former: Option<When>, found: Found) -> Result<Option<When>, NotWhen> {
    let Found::Time(time) = found else {
        return Ok(former);
    };
    let Some(former) = former else {
        return Ok(Some(time.when));
    };
    let first = former.days.first().max(time.when.days.first());
    let last = former.days.last().min(time.when.days.last());
    let days = DayRange::new(first, last).ok_or(NotWhen::NotUnderstood)?;
    Ok(Some(When { days, ..former }))
}

fn is_closing(token: &Token) -> bool {
    matches!(
        token.text(),
        "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "\"" | "'" | "\n"
    )
}

fn is_opening(token: &Token) -> bool {
    matches!(
        token.text(),
        "." | "," | ";" | ":" | "¿" | "¡" | "(" | "[" | "\"" | "'" | "\n"
    )
}

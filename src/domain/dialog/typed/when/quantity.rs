//! Numbers as people write and spell them: `6`, `1,5`, `six and a half`, `veintiuno`, `a couple of`.

use std::fmt;

use crate::domain::dialog::typed::when::cursor::Cursor;
use crate::domain::dialog::typed::when::words;

/// A number as typed, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(u32);

const HALF: Quantity = Quantity(50);

impl Quantity {
    /// So many whole ones; the largest quantity when that is too many.
    #[must_use]
    pub const fn whole(number: u32) -> Self {
        Self(number.saturating_mul(100))
    }

    /// The number, for a message that puts it in the form of its language.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// How many hundredths it is.
    pub(super) fn hundredths(self) -> u64 {
        u64::from(self.0)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_f64())
    }
}

/// A quantity, and how firmly it was put.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) quantity: Quantity,
    /// "A couple".
    pub(super) about: bool,
    /// `6+`.
    pub(super) or_more: bool,
}

impl Amount {
    /// Just so many.
    pub(super) fn just(quantity: Quantity) -> Self {
        Self {
            quantity,
            about: false,
            or_more: false,
        }
    }
}

/// Reads an amount of something: a number, an article, a half, a couple.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Option<Amount> {
    if cursor.eat(&[
        "a couple of",
        "a couple",
        "couple of",
        "couple",
        "un par de",
    ]) {
        return Some(Amount {
            about: true,
            ..Amount::just(Quantity::whole(2))
        });
    }
    let quantity = half_of_one(cursor)
        .or_else(|| number(cursor))
        .or_else(|| article(cursor))?;
    let or_more = cursor.eat_glued("+") || cursor.eat(&["or more", "o mas"]);
    Some(Amount {
        or_more,
        ..Amount::just(quantity)
    })
}

fn half_of_one(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    cursor
        .eat(&["half a", "half an", "media", "medio"])
        .then_some(HALF)
}

fn article(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    cursor.eat(&["a", "an"]).then_some(Quantity::whole(1))
}

/// Reads a number, with its fraction.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let whole = fraction(cursor)
        .or_else(|| decimal(cursor))
        .or_else(|| spelled(cursor))?;
    let more = fraction(cursor).or_else(|| and_a_half(cursor));
    Some(more.map_or(whole, |more| whole.plus(more)))
}

/// Reads "and a half", before a unit or after it.
pub(super) fn and_a_half(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let phrases = [
        "and a half",
        "and one half",
        "and half",
        "y media",
        "y medio",
    ];
    cursor.eat(&phrases).then_some(HALF)
}

fn fraction(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    if cursor.eat(&["1 / 2", "½"]) {
        Some(HALF)
    } else if cursor.eat(&["1 / 4", "¼"]) {
        Some(Quantity(25))
    } else if cursor.eat(&["3 / 4", "¾"]) {
        Some(Quantity(75))
    } else {
        None
    }
}

/// Reads digits with a decimal point or comma; before three digits either groups thousands.
fn decimal(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let whole = cursor.digits()?.value;
    let after = cursor.attempt(|ahead| {
        let point = ahead.eat_glued(".") || ahead.eat_glued(",");
        ahead.glued_digits().filter(|_| point)
    });
    let quantity = match after {
        Some(digits) if digits.count == 3 => {
            Quantity::whole(whole.saturating_mul(1000).saturating_add(digits.value))
        }
        Some(digits) => {
            Quantity::whole(whole).plus(Quantity(hundredths(digits.value, digits.count)))
        }
        None => Quantity::whole(whole),
    };
    Some(quantity)
}

/// Digits behind a decimal point as hundredths; what is finer is left off.
fn hundredths(value: u32, count: usize) -> u32 {
    match count {
        1 => value.saturating_mul(10),
        2 => value,
        _ => {
            let finer = u32::try_from(count.saturating_sub(2)).unwrap_or(u32::MAX);
            10_u32.checked_pow(finer).map_or(0, |scale| value / scale)
        }
    }
}

fn spelled(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let tens = cursor.take(|token| words::number(token.text()))?;
    let ones = cursor.attempt(|ahead| {
        ahead.eat(&["-", "y"]);
        let ones = ahead.take(|token| words::number(token.text()))?;
        ((20..100).contains(&tens) && tens % 10 == 0 && (1..10).contains(&ones)).then_some(ones)
    });
    Some(Quantity::whole(tens.saturating_add(ones.unwrap_or(0))))
}

//! Numbers and addresses known by their form alone.

use crate::domain::dialog::typed::normalize::{Kind, Token};
use crate::domain::dialog::typed::screen::text::Text;

/// Area codes that are no person's telephone.
const TOLL_FREE: &[&str] = &["800", "833", "844", "855", "866", "877", "888"];

/// Whether groups of so many digits stand there, with one separator or space between them, and no digits around them.
fn has_groups(text: &Text<'_>, at: usize, groups: &[usize]) -> bool {
    let begins = at
        .checked_sub(1)
        .is_none_or(|before| !joins(text, before, at));
    begins && end_of_groups(text, at, groups).is_some_and(|end| !continues(text, end))
}

/// Whether the token before a number belongs to it: a letter or a digit group that touches.
fn joins(text: &Text<'_>, before: usize, at: usize) -> bool {
    let touches = text.token(at).is_some_and(Token::is_glued);
    touches
        && text
            .token(before)
            .is_some_and(|token| token.kind() == Kind::Word || token.is("."))
}

fn continues(text: &Text<'_>, end: usize) -> bool {
    text.token(end)
        .is_some_and(|token| token.is_glued() && token.kind() == Kind::Word)
        || (text.is(end, "-") && text.digits(end.saturating_add(1)).is_some())
}

fn end_of_groups(text: &Text<'_>, at: usize, groups: &[usize]) -> Option<usize> {
    let mut place = at;
    for (number, &digits) in groups.iter().enumerate() {
        if number > 0 {
            let separators = text
                .next(place, 2)
                .take_while(|token| matches!(token.text(), "-" | "." | "(" | ")"));
            place = place.saturating_add(separators.count());
        }
        (text.digits(place)? == digits).then_some(())?;
        place = place.saturating_add(1);
    }
    Some(place)
}

/// `123-45-6789`.
pub(super) fn is_social_security_number(text: &Text<'_>, at: usize) -> bool {
    has_groups(text, at, &[3, 2, 4])
}

/// Nine digits on end, as in a member number, or more than any telephone has.
pub(super) fn is_long_number(text: &Text<'_>, at: usize) -> bool {
    let longer = text.digits(at).is_some_and(|digits| digits > 10);
    let toll_free = text
        .token(at)
        .and_then(|token| token.text().strip_prefix('1'))
        .is_some_and(|rest| rest.len() == 10 && begins_toll_free(rest));
    has_groups(text, at, &[9]) || (longer && !toll_free)
}

/// The fewest digits among letters that make a number of somebody's.
const DIGITS_OF_CODE: usize = 7;

/// `XYZ123456789`, `12345678Z`, `1EG4-TE5-MK73`: letters and many digits in one piece, or the form of a Medicare
/// number. Groups of four are a reference or a code of this service, and a date with its month in letters has fewer.
pub(super) fn is_code(text: &Text<'_>, at: usize) -> bool {
    let pieces = text.run(at);
    let ours = pieces.len() > 1 && pieces.iter().all(|piece| piece.len() == 4);
    let whole = pieces.concat();
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    let mixed = whole.bytes().any(|byte| byte.is_ascii_alphabetic());
    !ours && mixed && (digits >= DIGITS_OF_CODE || is_medicare_number(&whole))
}

/// Eleven characters, each a digit (`n`), a letter (`a`) or either (`e`) by its place.
fn is_medicare_number(whole: &str) -> bool {
    let fits = |(form, byte): (u8, u8)| match form {
        b'n' => byte.is_ascii_digit(),
        b'a' => byte.is_ascii_alphabetic(),
        _ => byte.is_ascii_alphanumeric(),
    };
    whole.len() == 11 && "naenaenaann".bytes().zip(whole.bytes()).all(fits)
}

fn is_toll_free(text: &Text<'_>, at: usize) -> bool {
    text.token(at)
        .is_some_and(|token| begins_toll_free(token.text()))
}

fn begins_toll_free(digits: &str) -> bool {
    TOLL_FREE.iter().any(|code| digits.starts_with(code))
}

/// `(410) 555-0123`, `4105550123`, `+52 55 1234 5678`. An area code begins with 2 to 9.
pub(super) fn is_telephone(text: &Text<'_>, at: usize) -> bool {
    let Some(first) = text.token(at) else {
        return false;
    };
    if first.is("+")
        && text
            .token(at.saturating_add(1))
            .is_some_and(Token::is_glued)
    {
        return is_international(text, at.saturating_add(1));
    }
    let area = !first.text().starts_with(['0', '1']) && !is_toll_free(text, at);
    let after_npi = at
        .checked_sub(1)
        .is_some_and(|before| text.is(before, "npi"));
    area && !after_npi && (has_groups(text, at, &[3, 3, 4]) || has_groups(text, at, &[10]))
}

fn is_international(text: &Text<'_>, at: usize) -> bool {
    let toll_free = text.is(at, "1") && is_toll_free(text, at.saturating_add(2));
    let group = text.next(at, 12).take_while(|token| {
        token.kind() == Kind::Number || matches!(token.text(), "-" | "(" | ")" | ".")
    });
    let digits: usize = group
        .filter(|token| token.kind() == Kind::Number)
        .map(|token| token.text().len())
        .sum();
    !toll_free && (10..=15).contains(&digits)
}

/// Who keeps the mail of many people, named without `@`: "mary.smith at gmail".
const MAIL: &[&str] = &[
    "gmail",
    "yahoo",
    "hotmail",
    "outlook",
    "icloud",
    "aol",
    "msn",
    "protonmail",
    "comcast",
    "verizon",
];

fn is_mail_in_words(text: &Text<'_>, at: usize) -> bool {
    let keeper = text
        .token(at.saturating_add(1))
        .is_some_and(|token| MAIL.contains(&token.text()));
    keeper && at > 0 && (text.is(at, "at") || text.is(at, "arroba") || text.is(at, "@"))
}

/// A word, `@` and a word that touch, and a point behind them; or the same in words.
pub(super) fn is_email(text: &Text<'_>, at: usize) -> bool {
    if is_mail_in_words(text, at) {
        return true;
    }
    let at_sign = text
        .token(at)
        .is_some_and(|token| token.is("@") && token.is_glued());
    let mut host = text
        .next(at.saturating_add(1), 6)
        .take_while(|token| token.is_glued());
    at_sign && host.any(|token| token.is("."))
}

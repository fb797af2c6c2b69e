//! Names of persons: behind "name is", behind a title, or at the start of a message.

use crate::domain::dialog::typed::normalize::Kind;
use crate::domain::dialog::typed::screen::known::{AFTER_PLACES, BEFORE_PLACES, is_known};
use crate::domain::dialog::typed::screen::text::Text;

const NAMED: &[&str] = &[
    "name is",
    "named",
    "name :",
    "patient name",
    "pt name",
    "member name",
    "se llama",
    "llamado",
    "llamada",
    "nombre es",
    "nombre :",
    "nombre del paciente",
    "nombre de la paciente",
    "me llamo",
    "apellido",
    "last name",
    "first name",
];
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "sr", "sra", "srta", "senor", "senora", "senorita", "don", "dona",
];
const PATIENT: &[&str] = &[
    "patient :",
    "pt :",
    "paciente :",
    "patient -",
    "patient is",
    "pt is",
    "paciente es",
    "paciente -",
    "patient",
    "paciente",
    "pt",
];
const IDENTIFIED: &[&str] = &["dob", "id", "mrn", "ssn", "born", "nacido", "nacida", "fdn"];

/// Words and marks after a name that tell something of the person.
const TOLD_OF: &[&str] = &[
    ",", "has", "is", "was", "needs", "who", "with", "tiene", "es", "con", "que", "necesita",
];

/// Words after "name" that say there is none.
const NO_NAME: &[&str] = &[
    "not",
    "no",
    "on",
    "in",
    "of",
    "unknown",
    "withheld",
    "missing",
    "and",
    "or",
    "the",
    "a",
    "desconocido",
    "desconocida",
    "en",
    "y",
];

/// Whether a person's name stands there.
pub(super) fn is_name(text: &Text<'_>, at: usize) -> bool {
    is_introduced(text, at)
        || is_titled(text, at)
        || is_patient(text, at)
        || opens_message(text, at)
        || is_bare(text, at)
        || is_beside_date(text, at)
}

/// Whether a word could be a person's name: capitalized, and none of medicine's.
fn could_be_name(text: &Text<'_>, at: usize) -> bool {
    text.is_capitalized(at)
        && text.token(at).is_some_and(|token| {
            token.text().len() > 1 && !is_known(token.text()) && !text.is_vocabulary(token.text())
        })
}

/// "Name is ...", in capitals or not.
fn is_introduced(text: &Text<'_>, at: usize) -> bool {
    let Some(after) = text.after(at, NAMED) else {
        return false;
    };
    let name = text.past(after, &["is", "es"]);
    text.typed(name).is_some()
        && text
            .token(name)
            .is_some_and(|token| !NO_NAME.contains(&token.text()))
}

/// "Mrs. Smith"; `MR` and `MS` in capitals are medicine.
fn is_titled(text: &Text<'_>, at: usize) -> bool {
    let Some(after) = text.after(at, TITLES) else {
        return false;
    };
    let short = text.token(at).is_some_and(|token| token.text().len() == 2);
    !(short && text.is_all_capitals(at)) && could_be_name(text, after_point(text, after))
}

fn after_point(text: &Text<'_>, at: usize) -> usize {
    if text.is(at, ".") {
        at.saturating_add(1)
    } else {
        at
    }
}

/// "Patient: Mary", "patient Mary Smith".
fn is_patient(text: &Text<'_>, at: usize) -> bool {
    let Some(name) = text.after(at, PATIENT) else {
        return false;
    };
    let marked = text.is(name.saturating_sub(1), ":") || text.is(name.saturating_sub(1), "-");
    let initial = text.is_capitalized(name) && text.is(name.saturating_add(1), ".");
    if marked && initial && could_be_name(text, name.saturating_add(2)) {
        return true;
    }
    let first = could_be_name(text, name) && !text.is_all_capitals(name);
    let second = could_be_name(text, name.saturating_add(1));
    first && (marked || second || is_told_of(text, name.saturating_add(1)))
}

/// Whether what stands there tells something of the person just named: an age, a comma, "has".
fn is_told_of(text: &Text<'_>, at: usize) -> bool {
    let age = text.token(at).is_some_and(|token| !token.is_glued()) && text.digits(at).is_some();
    age || text
        .token(at)
        .is_some_and(|token| TOLD_OF.contains(&token.text()))
}

/// "Mary Smith" anywhere: two words, each with a capital and then small letters, that no vocabulary has, and that
/// neither a place nor a doctor is named by.
fn is_bare(text: &Text<'_>, at: usize) -> bool {
    let second = at.saturating_add(1);
    let apart = text.token(second).is_some_and(|token| !token.is_glued());
    let before = at.checked_sub(1).map(|before| {
        let point = before.checked_sub(1).filter(|_| text.is(before, "."));
        point.unwrap_or(before)
    });
    let among = |place: usize, words: &[&str]| {
        text.token(place)
            .is_some_and(|token| words.contains(&token.text()))
    };
    apart
        && is_in_title_case(text, at)
        && is_in_title_case(text, second)
        && !before.is_some_and(|before| among(before, BEFORE_PLACES))
        && !among(second.saturating_add(1), AFTER_PLACES)
}

/// Whether an unknown word with a capital and then small letters only stands there, with nothing glued to it.
fn is_in_title_case(text: &Text<'_>, at: usize) -> bool {
    let alone = text
        .token(at.saturating_add(1))
        .is_none_or(|token| !token.is_glued() || token.kind() == Kind::Mark);
    let small = text
        .typed(at)
        .is_some_and(|word| word.chars().skip(1).all(char::is_lowercase));
    alone && small && could_be_name(text, at)
}

/// "Mary Smith DOB ...", "Smith, Mary ID ...", "Mary Smith, ...", at the start of a message.
fn opens_message(text: &Text<'_>, at: usize) -> bool {
    if at != 0 || !could_be_name(text, 0) {
        return false;
    }
    let comma = text.is(1, ",");
    let second = if comma { 2 } else { 1 };
    if !could_be_name(text, second) {
        return false;
    }
    let more = (second.saturating_add(1)..second.saturating_add(3))
        .take_while(|&place| could_be_name(text, place));
    let after = second.saturating_add(1).saturating_add(more.count());
    let in_title_case = !text.is_all_capitals(0) && !text.is_all_capitals(second);
    let identified = text
        .next(second.saturating_add(1), 4)
        .any(|token| IDENTIFIED.contains(&token.text()));
    identified || (!comma && in_title_case && (text.is(after, ",") || text.digits(after).is_some()))
}

/// "Smith, John 10/01/2026", "MARIA LOPEZ 10/1": two words that could be a name, with a date beside them.
fn is_beside_date(text: &Text<'_>, at: usize) -> bool {
    let comma = text.is(at.saturating_add(1), ",");
    let second = at.saturating_add(if comma { 2 } else { 1 });
    let capitals = spells_name(text, at) && spells_name(text, second);
    let surname_first = comma && is_in_title_case(text, at) && is_in_title_case(text, second);
    let marks = |place: usize| {
        let mark = [",", "-", "("].iter().any(|mark| text.is(place, mark));
        place.saturating_add(usize::from(mark))
    };
    let behind = || is_date(text, marks(second.saturating_add(1)));
    (capitals || surname_first) && (behind() || ends_date(text, at))
}

/// Whether an unknown word in capitals only stands there that can be spoken, unlike most abbreviations.
fn spells_name(text: &Text<'_>, at: usize) -> bool {
    const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
    let spoken = text
        .token(at)
        .is_some_and(|token| token.text().len() > 2 && token.text().contains(VOWELS));
    spoken && text.is_all_capitals(at) && could_be_name(text, at)
}

/// Whether a day and a month in digits stand there.
fn is_date(text: &Text<'_>, at: usize) -> bool {
    let short = |at: usize| text.digits(at).is_some_and(|count| count <= 2);
    let between = at.saturating_add(1);
    let cut = text.is(between, "/") || text.is(between, "-") || text.is(between, ".");
    short(at) && cut && short(at.saturating_add(2))
}

/// Whether a day and a month in digits, with or without a year, end right before that place.
fn ends_date(text: &Text<'_>, at: usize) -> bool {
    let at = at.saturating_sub(usize::from(at > 0 && text.is(at.saturating_sub(1), ",")));
    [3, 5].iter().any(|length| {
        let Some(from) = at.checked_sub(*length) else {
            return false;
        };
        let year = text.is(from.saturating_add(3), "/") || text.is(from.saturating_add(3), "-");
        is_date(text, from) && (*length == 3 || year)
    })
}

//! Identifiers that are known by the words before them.

use crate::domain::dialog::typed::normalize::{Kind, Token};
use crate::domain::dialog::typed::screen::text::Text;
use crate::domain::dialog::typed::when::is_unit;

const BIRTH: &[&str] = &[
    "dob",
    "bday",
    "birth",
    "nac",
    "naci",
    "cumpleanos",
    "nac .",
    "f . n .",
    "d . o . b",
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "born",
    "nacido",
    "nacida",
    "nacio",
    "fecha de nacimiento",
    "fecha de nac",
    "fecha nac",
    "f . nac",
    "fdn",
    "fec nac",
];
const SOCIAL: &[&str] = &["ssn", "ss #", "social security", "seguro social", "nss"];
/// Words that nothing but such a number follows, however short.
const RECORD_ONLY: &[&str] = &[
    "mrn",
    "medical record number",
    "medical record #",
    "record number",
    "chart number",
    "chart #",
    "member id",
    "member number",
    "member #",
    "subscriber id",
    "insurance id",
    "patient id",
    "account number",
    "account #",
    "claim number",
    "claim #",
    "numero de expediente",
];
const RECORD: &[&str] = &[
    "medical record",
    "member no",
    "policy number",
    "policy #",
    "policy no",
    "policy id",
    "subscriber",
    "id",
    "acct",
    "claim",
    "reclamo",
    "group number",
    "medicare number",
    "medicaid number",
    "expediente",
    "historia clinica",
    "numero de afiliado",
    "numero de afiliada",
    "numero de miembro",
    "afiliado",
    "poliza",
    "identificacion",
    "cedula",
    "pasaporte",
    "passport",
    "license",
    "licencia",
    "dni",
    "curp",
];
const TELEPHONE: &[&str] = &[
    "tel",
    "phone",
    "cell",
    "mobile",
    "celular",
    "telefono",
    "movil",
    "call me at",
    "call her at",
    "call him at",
];
const STREETS: &[&str] = &[
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "drive",
    "lane",
    "ln",
    "boulevard",
    "blvd",
    "court",
    "circle",
    "terrace",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
];
const CALLES: &[&str] = &[
    "calle",
    "avenida",
    "avda",
    "carrera",
    "colonia",
    "apartado postal",
    "codigo postal",
    "zip",
    "zip code",
];

/// Words between a label and what it labels.
const LINKS: &[&str] = &[
    "is", "es", "no", "number", "numero", "num", "code", "on", "el", "in", "id", "the", "de",
];

/// The fewest characters of an identifier with a digit, so that `ID L2` is none.
const SHORTEST: usize = 4;

/// "DOB" or "born" with a number close behind.
pub(super) fn is_birth_date(text: &Text<'_>, at: usize) -> bool {
    let Some(after) = text.after(at, BIRTH) else {
        return false;
    };
    text.next(after, 5)
        .any(|token| token.kind() == Kind::Number)
}

/// "SSN" with a number behind; its last four digits are enough.
pub(super) fn is_social_security_number(text: &Text<'_>, at: usize) -> bool {
    text.after(at, SOCIAL)
        .is_some_and(|after| code_after(text, after) >= SHORTEST)
}

/// A word such as "MRN" or "ID" with a code behind.
pub(super) fn is_record_number(text: &Text<'_>, at: usize) -> bool {
    let only = text.after(at, RECORD_ONLY);
    only.is_some_and(|after| code_after(text, after) > 0)
        || text
            .after(at, RECORD)
            .is_some_and(|after| code_after(text, after) >= SHORTEST)
}

fn code_after(text: &Text<'_>, after: usize) -> usize {
    text.code_length(text.past(after, LINKS))
}

/// "Phone" with seven digits or more behind.
pub(super) fn is_telephone(text: &Text<'_>, at: usize) -> bool {
    let Some(after) = text.after(at, TELEPHONE) else {
        return false;
    };
    let from = text.past(after, LINKS);
    let group = text.next(from, 7).take_while(|token| {
        token.kind() == Kind::Number || matches!(token.text(), "-" | "(" | ")" | ".")
    });
    let numbers: Vec<&Token> = group.filter(|token| token.kind() == Kind::Number).collect();
    let digits: usize = numbers.iter().map(|token| token.text().len()).sum();
    digits == 7
}

/// `12 Main Street`, `calle Mayor 12`.
pub(super) fn is_address(text: &Text<'_>, at: usize) -> bool {
    if let Some(after) = text.after(at, CALLES) {
        return text
            .next(after, 4)
            .any(|token| token.kind() == Kind::Number);
    }
    let number = text.digits(at).is_some_and(|digits| digits <= 6)
        && text.token(at).is_some_and(|token| !token.is_glued());
    let named = at.saturating_add(1);
    number
        && text
            .token(named)
            .is_some_and(|token| !is_unit(token.text()))
        && ends_in_street(text, named)
}

/// Whether one to three capitalized words and a word for a street stand there.
fn ends_in_street(text: &Text<'_>, at: usize) -> bool {
    (1..=3_usize).any(|words| {
        let street = at.saturating_add(words);
        let named = (at..street).all(|place| text.is_capitalized(place));
        named
            && text
                .token(street)
                .is_some_and(|token| STREETS.contains(&token.text()))
    })
}

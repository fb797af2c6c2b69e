//! Names of persons: behind "name is", behind a title, or at the start of a message.

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

/// How words begin that stand capitalized in a request and are no names.
const MEDICAL: &[&str] = &[
    "vertebr",
    "kypho",
    "cifo",
    "sacr",
    "percut",
    "augment",
    "spine",
    "spinal",
    "kiva",
    "medtron",
    "stryker",
    "cement",
    "balloon",
    "device",
    "lumb",
    "thora",
    "tora",
    "dors",
    "cervic",
    "compress",
    "compres",
    "fract",
    "burst",
    "wedge",
    "osteo",
    "bone",
    "scan",
    "edema",
    "imag",
    "mri",
    "spect",
    "xray",
    "plain",
    "pain",
    "dolor",
    "sever",
    "chronic",
    "cronic",
    "acut",
    "agud",
    "multip",
    "myelom",
    "mielom",
    "metas",
    "breast",
    "mama",
    "prostat",
    "lung",
    "cancer",
    "lesion",
    "tumor",
    "lytic",
    "insuff",
    "prophyl",
    "profil",
    "physical",
    "therap",
    "terap",
    "brace",
    "conserv",
    "treat",
    "trat",
    "fail",
    "falla",
    "hospital",
    "inpat",
    "admit",
    "emerg",
    "patient",
    "pacient",
    "bed",
    "walk",
    "stable",
    "estable",
    "unstable",
    "infec",
    "discit",
    "back",
    "hueso",
    "columna",
    "resonan",
    "level",
    "nivel",
    "two",
    "both",
    "left",
    "right",
    "new",
    "prior",
    "preauth",
    "auth",
    "request",
    "solicit",
    "case",
    "caso",
    "member",
    "afili",
    "commerc",
    "medic",
    "federal",
    "blue",
    "cross",
    "care",
    "first",
    "plan",
    "good",
    "morning",
    "afternoon",
    "evening",
    "hello",
    "hi",
    "hey",
    "hola",
    "buen",
    "dia",
    "tarde",
    "noche",
    "thank",
    "gracias",
    "please",
    "favor",
    "yes",
    "no",
    "not",
    "ok",
    "sure",
    "well",
    "so",
    "is",
    "we",
    "she",
    "he",
    "ella",
    "el",
    "la",
    "the",
    "this",
    "that",
    "my",
    "our",
    "for",
    "since",
    "desde",
    "about",
    "hace",
    "still",
    "sorry",
    "wait",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "ene",
    "abr",
    "ago",
    "dic",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lun",
    "mier",
    "juev",
    "vier",
    "sab",
    "dom",
    "female",
    "male",
    "woman",
    "man",
    "mujer",
    "hombre",
    "criteri",
    "policy",
    "poliza",
    "line",
    "pathway",
    "dr",
    "md",
    "not",
    "a",
    "b",
    "c",
    "all",
    "same",
    "clinic",
    "note",
    "report",
    "on",
    "unknown",
    "home",
    "health",
    "fell",
    "yesterday",
    "today",
    "week",
    "month",
    "univers",
];

/// Whether a person's name stands there.
pub(super) fn is_name(text: &Text<'_>, at: usize) -> bool {
    is_introduced(text, at)
        || is_titled(text, at)
        || is_patient(text, at)
        || opens_message(text, at)
}

/// Whether a word could be a person's name: capitalized, and none of medicine's.
fn could_be_name(text: &Text<'_>, at: usize) -> bool {
    let known = |word: &str| {
        MEDICAL
            .iter()
            .any(|start| word == *start || (start.len() > 3 && word.starts_with(start)))
    };
    text.is_capitalized(at)
        && text
            .token(at)
            .is_some_and(|token| token.text().len() > 1 && !known(token.text()))
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
    first && (marked || second)
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

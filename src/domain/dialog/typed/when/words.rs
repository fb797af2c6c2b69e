//! Words for numbers, units, months and weekdays, in English and Spanish, without accents.

use crate::domain::dialog::typed::when::Unit;

const UNITS: &[(Unit, &str)] = &[
    (Unit::Hour, "h hr hrs hour hours hora horas"),
    (Unit::Day, "d day days dia dias"),
    (Unit::Week, "w wk wks week weeks sem sems semana semanas"),
    (Unit::Month, "mo mos mth mths month months mes meses"),
    (Unit::Year, "y yr yrs year years ano anos"),
];

const MONTHS: &[&str] = &[
    "jan january ene enero",
    "feb february febrero",
    "mar march marzo",
    "apr april abr abril",
    "may mayo",
    "jun june junio",
    "jul july julio",
    "aug august agosto",
    "sep sept september set septiembre setiembre",
    "oct october octubre",
    "nov november noviembre",
    "dec december dic diciembre",
];

const WEEKDAYS: &[&str] = &[
    "mon monday lunes",
    "tue tues tuesday martes",
    "wed weds wednesday miercoles",
    "thu thur thurs thursday jueves",
    "fri friday viernes",
    "sat saturday sabado",
    "sun sunday domingo",
];

const NUMBERS: &[(u32, &str)] = &[
    (0, "zero cero"),
    (1, "one un uno una"),
    (2, "two dos"),
    (3, "three tres"),
    (4, "four cuatro"),
    (5, "five cinco"),
    (6, "six seis"),
    (7, "seven siete"),
    (8, "eight ocho"),
    (9, "nine nueve"),
    (10, "ten diez"),
    (11, "eleven once"),
    (12, "twelve doce"),
    (13, "thirteen trece"),
    (14, "fourteen catorce"),
    (15, "fifteen quince"),
    (16, "sixteen dieciseis"),
    (17, "seventeen diecisiete"),
    (18, "eighteen dieciocho"),
    (19, "nineteen diecinueve"),
    (20, "twenty veinte"),
    (21, "veintiuno veintiun veintiuna"),
    (22, "veintidos"),
    (23, "veintitres"),
    (24, "veinticuatro"),
    (25, "veinticinco"),
    (26, "veintiseis"),
    (27, "veintisiete"),
    (28, "veintiocho"),
    (29, "veintinueve"),
    (30, "thirty treinta"),
    (40, "forty cuarenta"),
    (50, "fifty cincuenta"),
    (60, "sixty sesenta"),
    (70, "seventy setenta"),
    (80, "eighty ochenta"),
    (90, "ninety noventa"),
    (100, "hundred cien ciento"),
];

const ORDINALS: &[(u32, &str)] = &[
    (1, "first primero primer"),
    (2, "second"),
    (3, "third"),
    (4, "fourth"),
    (5, "fifth"),
    (6, "sixth"),
    (7, "seventh"),
    (8, "eighth"),
    (9, "ninth"),
    (10, "tenth"),
    (11, "eleventh"),
    (12, "twelfth"),
    (13, "thirteenth"),
    (14, "fourteenth"),
    (15, "fifteenth"),
    (16, "sixteenth"),
    (17, "seventeenth"),
    (18, "eighteenth"),
    (19, "nineteenth"),
    (20, "twentieth"),
    (30, "thirtieth"),
];

fn holds(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

fn named<T: Copy>(table: &[(T, &str)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(_, words)| holds(words, word))
        .map(|&(value, _)| value)
}

fn numbered(table: &[&str], word: &str) -> Option<i8> {
    let position = table.iter().position(|words| holds(words, word))?;
    i8::try_from(position).ok()?.checked_add(1)
}

/// The unit a word names. A single letter names one only where it touches its number.
pub(super) fn unit(word: &str) -> Option<Unit> {
    named(UNITS, word)
}

/// The month a word names, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    numbered(MONTHS, word)
}

/// The weekday a word names, Monday 1.
pub(super) fn weekday(word: &str) -> Option<i8> {
    numbered(WEEKDAYS, word)
}

/// The number a word names.
pub(super) fn number(word: &str) -> Option<u32> {
    named(NUMBERS, word)
}

/// The ordinal a word names.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    named(ORDINALS, word)
}

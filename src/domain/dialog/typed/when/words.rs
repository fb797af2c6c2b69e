//! Words for numbers, units, months and weekdays, in English and Spanish, without accents.

use std::collections::HashMap;
use std::sync::LazyLock;

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

/// The words of a table, each with what it names; of two that share a word the first has it.
fn index<T: Copy>(table: impl Iterator<Item = (T, &'static str)>) -> HashMap<&'static str, T> {
    let mut index = HashMap::new();
    for (value, words) in table {
        for word in words.split(' ') {
            index.entry(word).or_insert(value);
        }
    }
    index
}

static UNIT: LazyLock<HashMap<&str, Unit>> = LazyLock::new(|| index(UNITS.iter().copied()));
static MONTH: LazyLock<HashMap<&str, i8>> =
    LazyLock::new(|| index((1..).zip(MONTHS.iter().copied())));
static WEEKDAY: LazyLock<HashMap<&str, i8>> =
    LazyLock::new(|| index((1..).zip(WEEKDAYS.iter().copied())));
static NUMBER: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| index(NUMBERS.iter().copied()));
static ORDINAL: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| index(ORDINALS.iter().copied()));

/// The unit a word names. A single letter names one only where it touches its number.
pub(super) fn unit(word: &str) -> Option<Unit> {
    UNIT.get(word).copied()
}

/// The month a word names, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    MONTH.get(word).copied()
}

/// The weekday a word names, Monday 1.
pub(super) fn weekday(word: &str) -> Option<i8> {
    WEEKDAY.get(word).copied()
}

/// The number a word names.
pub(super) fn number(word: &str) -> Option<u32> {
    NUMBER.get(word).copied()
}

/// The ordinal a word names.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    ORDINAL.get(word).copied()
}

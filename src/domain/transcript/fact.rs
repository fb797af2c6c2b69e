//! How the value of a fact is written in a transcript.

use crate::domain::day::{Day, DayRange};
use crate::domain::policy::{Kind, Value};

/// What a transcript says of a fact that is not known.
pub(super) const UNKNOWN: &str = "unknown";

/// `edema`, `yes`, `2026-03-03`, `2026-10-07..2026-10-15`, `from 2026-09-20 to 2026-11-01`, `7` or `7..9`.
pub(super) fn written(value: Option<&Value>) -> String {
    match value {
        None => UNKNOWN.into(),
        Some(Value::Choice(word)) => word.to_string(),
        Some(Value::Flag(yes)) => if *yes { "yes" } else { "no" }.into(),
        Some(Value::Date(days)) => range(*days),
        Some(Value::Period { start, end: None }) => format!("from {}", range(*start)),
        Some(Value::Period {
            start,
            end: Some(end),
        }) => format!("from {} to {}", range(*start), range(*end)),
        Some(Value::Number(low, high)) if low == high => low.to_string(),
        Some(Value::Number(low, high)) => format!("{low}..{high}"),
    }
}

fn range(days: DayRange) -> String {
    if days.is_exact() {
        days.first().to_string()
    } else {
        format!("{}..{}", days.first(), days.last())
    }
}

/// Whether a text can be the value of such a fact.
pub(super) fn can_be(kind: &Kind, text: &str) -> bool {
    text == UNKNOWN
        || match kind {
            Kind::Choice { values, .. } => values.iter().any(|value| value.as_str() == text),
            Kind::Flag => matches!(text, "yes" | "no"),
            Kind::Date { .. } => is_range(text),
            Kind::Period { .. } => is_period(text),
            Kind::Number { .. } => text.split("..").all(|number| number.parse::<i64>().is_ok()),
        }
}

fn is_range(text: &str) -> bool {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    matches!((Day::parse(first), Day::parse(last)), (Ok(first), Ok(last)) if first <= last)
}

fn is_period(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("from ") else {
        return false;
    };
    let (start, end) = rest.split_once(" to ").unwrap_or((rest, rest));
    is_range(start) && is_range(end)
}

/// What such a fact can be, in words.
pub(super) fn takes(kind: &Kind) -> String {
    match kind {
        Kind::Choice { values, .. } => {
            let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
            format!("it is one of {}, or `{UNKNOWN}`", values.join(", "))
        }
        Kind::Flag => format!("it is `yes`, `no` or `{UNKNOWN}`"),
        Kind::Date { .. } => "write a day such as `2026-03-03`, or `2026-10-07..2026-10-15`".into(),
        Kind::Period { .. } => "write `from 2026-09-20`, or `from 2026-09-20 to 2026-11-01`".into(),
        Kind::Number {
            least, greatest, ..
        } => format!("write a whole number from {least} to {greatest}"),
    }
}

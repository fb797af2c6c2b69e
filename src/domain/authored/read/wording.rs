//! How faults name shapes and values.

use toml::de::DeValue;

use super::shape::{Shape, Shapes, Table};

/// The most characters of an author's word that a message repeats.
const LONGEST_QUOTE: usize = 48;

/// The author's word in backticks, shortened when it is very long.
pub(super) fn quoted(word: &str) -> String {
    let mut shown: String = word.chars().take(LONGEST_QUOTE).collect();
    if shown.len() < word.len() {
        shown.push_str("..");
    }
    format!("`{}`", shown.escape_debug())
}

/// Words in backticks, divided by commas.
pub(super) fn quoted_list<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// Words of which one is meant.
pub(super) fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<_> = words.into_iter().collect();
    match words.as_slice() {
        [only] => format!("`{only}`"),
        words => format!("one of {}", quoted_list(words.iter().copied())),
    }
}

/// What a value is.
pub(super) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// What was expected, in the words of `kind`.
pub(super) fn expected(shapes: &Shapes<'_>, shape: &Shape<'_>) -> String {
    match shapes.resolve(shape) {
        Shape::Any | Shape::Named(_) => "a value".into(),
        Shape::Text => "a string".into(),
        Shape::Words(words) => one_of(words.iter().copied()),
        Shape::Flag => "true or false".into(),
        Shape::Whole(_) => "a whole number".into(),
        Shape::Number => "a number".into(),
        Shape::List(..) => "a list".into(),
        Shape::Tuple(items) => format!("a list of {}", items.len()),
        Shape::Table(_) => "a table".into(),
        Shape::Either(forms) => expected_any(shapes, &shapes.branches(forms)),
    }
}

/// What was expected where there is a choice.
pub(super) fn expected_any(shapes: &Shapes<'_>, branches: &[&Shape<'_>]) -> String {
    let mut kinds = Vec::new();
    for branch in branches {
        let kind = expected(shapes, branch);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let unclear = kinds.iter().any(|kind| kind.contains(" or "));
    kinds.join(if unclear { ", or " } else { " or " })
}

/// How a table of each of these forms is written.
pub(super) fn forms(shapes: &Shapes<'_>, tables: &[&Table<'_>]) -> String {
    let forms: Vec<_> = tables.iter().map(|table| form(shapes, table)).collect();
    let noun = if forms.len() == 1 { "form" } else { "forms" };
    format!("{noun}: {}", forms.join(", "))
}

fn form(shapes: &Shapes<'_>, table: &Table<'_>) -> String {
    let required = table.required.iter();
    let mut keys: Vec<_> = required
        .filter_map(|name| {
            let key = table.keys.get(name)?;
            Some(format!("{name} = {}", example(shapes, &key.shape)))
        })
        .collect();
    if table.rest.is_some() || keys.len() < table.keys.len() {
        keys.push("..".into());
    }
    format!("`{{ {} }}`", keys.join(", "))
}

fn example(shapes: &Shapes<'_>, shape: &Shape<'_>) -> String {
    match shapes.resolve(shape) {
        Shape::Text => "\"..\"".into(),
        Shape::Words(words) => format!("{:?}", words.first().unwrap_or(&"..")),
        Shape::Flag => "true".into(),
        Shape::Whole(range) => 1.clamp(*range.start(), *range.end()).to_string(),
        Shape::Number => "1.0".into(),
        Shape::List(..) | Shape::Tuple(_) => "[..]".into(),
        Shape::Table(_) => "{ .. }".into(),
        Shape::Either(forms) => {
            let branches = shapes.branches(forms);
            let text = branches.iter().find(|shape| matches!(shape, Shape::Text));
            let likely = text.or(branches.first());
            likely.map_or("..".into(), |shape| example(shapes, shape))
        }
        Shape::Any | Shape::Named(_) => "..".into(),
    }
}

/// A description from a type, as a clause: without a capital letter at its start and a full stop at its end.
pub(super) fn clause(description: &str) -> String {
    let sentence = description.split("\n\n").next().unwrap_or_default();
    let sentence = sentence.trim().trim_end_matches('.');
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

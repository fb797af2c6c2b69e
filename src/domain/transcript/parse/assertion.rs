//! Assertions: `= key: value`, or `= key item: value` for one of several items.

use crate::domain::authored::Faults;
use crate::domain::dialog::level::{Level, Segment};
use crate::domain::name::{FactName, ValueName};
use crate::domain::transcript::model::{Assertion, Key, Of};
use crate::domain::transcript::parse::line::Line;

/// Reads a line that begins with `=`.
pub(super) fn read(line: &Line<'_>, faults: &mut Faults) -> Option<Assertion> {
    let Some((before, value)) = line
        .after(1)
        .split_at(':')
        .filter(|(_, value)| !value.text.is_empty())
    else {
        faults
            .error(line.span(), "this does not say what holds")
            .help("write `= key: value`, such as `= disposition: submit`, and `none` where there is nothing");
        return None;
    };
    let mut words = before.text.split_whitespace();
    let name = words.next().unwrap_or_default();
    let key_span = before.start..before.start.saturating_add(name.len());
    let Some(key) = key(name) else {
        faults
            .error(
                key_span,
                format!("`{name}` is neither the name of a fact nor another key"),
            )
            .help("a key is a fact of the policy, `disposition`, `needs`, `cites` or the like");
        return None;
    };
    let of =
        of(&words.collect::<Vec<_>>()).filter(|of| !key.is_of_session() || *of == Of::default());
    let Some(of) = of else {
        faults
            .error(before.span(), "this does not name an item")
            .help("after the key write a procedure, a level or both, such as `= disposition kyphoplasty T11: submit`");
        return None;
    };
    Some(Assertion {
        line: line.number,
        key_span,
        value_span: value.span(),
        key,
        of,
        value: value.text.into(),
    })
}

fn key(name: &str) -> Option<Key> {
    let named = Key::NAMED.into_iter().find(|(known, _)| *known == name);
    named
        .map(|(_, key)| key)
        .or_else(|| FactName::parse(name).ok().map(Key::Fact))
}

fn of(words: &[&str]) -> Option<Of> {
    match words {
        [] => Some(Of::default()),
        [one] => match level(one) {
            Some(level) => Some(Of {
                procedure: None,
                level: Some(level),
            }),
            None => procedure(one),
        },
        [name, place] => Some(Of {
            level: Some(level(place)?),
            ..procedure(name)?
        }),
        _ => None,
    }
}

fn procedure(word: &str) -> Option<Of> {
    let procedure = ValueName::parse(word).ok()?;
    Some(Of {
        procedure: Some(procedure),
        level: None,
    })
}

/// A level as its own name is written, such as `T12`.
fn level(word: &str) -> Option<Level> {
    let segment = match word.chars().next()? {
        'C' => Segment::Cervical,
        'T' => Segment::Thoracic,
        'L' => Segment::Lumbar,
        'S' => Segment::Sacral,
        _ => return None,
    };
    Level::new(segment, word.get(1..)?.parse().ok()?)
}

//! Former formats, brought to the present one when they are read. Each step knows two formats, its own and the next.
//!
//! Format 1 kept the day of its events once for each turn (`on` beside `at`) and had no pages. Format 2 keeps a day
//! with each event that has one, since a turn taken at midnight can have two, and digests of the inputs that were taken
//! (`seen`). Format 3 keeps these beside the heads, and what the session waits for in them. Format 4 seals the turns; a
//! head without a slot is read as it is, and sealed when it is written.

use serde_json::Value;

use crate::store::error::Parked;
use crate::store::record::FORMAT;

/// The content of a head in the present format; nothing when it has it already.
pub(super) fn to_present(format: u16, content: &[u8]) -> Result<Option<Vec<u8>>, Parked> {
    match format {
        3 | FORMAT => Ok(None),
        1 => two_to_three(&one_to_two(content)?).map(Some),
        2 => two_to_three(content).map(Some),
        other => Err(Parked::Format(other)),
    }
}

/// What was seen is dropped: no channel that names its inputs wrote format 2.
fn two_to_three(content: &[u8]) -> Result<Vec<u8>, Parked> {
    let unreadable = || Parked::Content("first line");
    let end = content.iter().position(|byte| *byte == b'\n');
    let (first, turns) = content.split_at(end.ok_or_else(unreadable)?);
    let mut first: Value = serde_json::from_slice(first).map_err(|_| unreadable())?;
    first.as_object_mut().ok_or_else(unreadable)?.remove("seen");
    let mut upcast = serde_json::to_vec(&first).map_err(|_| unreadable())?;
    upcast.extend_from_slice(turns);
    Ok(upcast)
}

fn one_to_two(content: &[u8]) -> Result<Vec<u8>, Parked> {
    let mut lines = content
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty());
    let first = lines.next().ok_or(Parked::Content("first line"))?;
    let mut upcast = one_to_two_first(first)?;
    for line in lines {
        upcast.push(b'\n');
        upcast.extend(one_to_two_turn(line)?);
    }
    upcast.push(b'\n');
    Ok(upcast)
}

fn one_to_two_first(line: &[u8]) -> Result<Vec<u8>, Parked> {
    let unreadable = || Parked::Content("first line");
    let mut first: Value = serde_json::from_slice(line).map_err(|_| unreadable())?;
    let fields = first.as_object_mut().ok_or_else(unreadable)?;
    fields.insert("pages".to_owned(), Value::from(0));
    serde_json::to_vec(&first).map_err(|_| unreadable())
}

fn one_to_two_turn(line: &[u8]) -> Result<Vec<u8>, Parked> {
    let unreadable = || Parked::Content("turns");
    let mut turn: Value = serde_json::from_slice(line).map_err(|_| unreadable())?;
    let fields = turn.as_object_mut().ok_or_else(unreadable)?;
    let day = fields.remove("on").ok_or_else(unreadable)?;
    let events = fields.get_mut("events").and_then(Value::as_array_mut);
    for event in events.ok_or_else(unreadable)? {
        give_day(event, &day);
    }
    serde_json::to_vec(&turn).map_err(|_| unreadable())
}

const WITH_DAY: [&str; 7] = [
    "opened",
    "proposed",
    "answered",
    "confirmed",
    "resumed",
    "repinned",
    "restarted",
];

fn give_day(event: &mut Value, day: &Value) {
    // Format 1 wrote events that held nothing but their day as a bare name.
    if let Some(name) = event.as_str().filter(|name| WITH_DAY.contains(name)) {
        *event = serde_json::json!({ name: { "on": day } });
        return;
    }
    let named = event
        .as_object_mut()
        .and_then(|event| event.iter_mut().next());
    if let Some((name, Value::Object(fields))) = named
        && WITH_DAY.contains(&name.as_str())
    {
        fields.insert("on".to_owned(), day.clone());
    }
}

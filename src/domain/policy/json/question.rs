//! A line that asks: the item's id, the day, the facts and, where they matter, the documents in hand.

use std::borrow::Cow;

use serde_json::{Number, Value as Plain};

use crate::domain::day::Day;
use crate::domain::name::DocumentName;
use crate::domain::policy::facts::{FactFault, Facts};
use crate::domain::policy::json::fault::LineFault;
use crate::domain::policy::json::tree::Json;
use crate::domain::policy::json::values::Values;
use crate::domain::policy::model::Policy;

/// A question that can be answered.
#[derive(Debug)]
pub struct Question {
    /// The id it came with: a text, a number, or nothing.
    pub id: Plain,
    /// The day of evaluation.
    pub as_of: Day,
    /// The known facts and the documents in hand.
    pub facts: Facts,
}

/// A question that cannot.
#[derive(Debug)]
pub struct Refused {
    /// The id it came with, where it could be read.
    pub id: Plain,
    /// Everything that is wrong with it.
    pub faults: Vec<LineFault>,
}

/// The fields of an object, in the order they were written.
pub(super) type Fields<'a> = [(Cow<'a, str>, Json<'a>)];

/// Reads one line. What is absent or null is unknown; without `documents` the document step is left out.
///
/// # Errors
/// Everything that is wrong with the line, together with its id where that could be read.
pub fn read_question(policy: &Policy, line: &str) -> Result<Question, Box<Refused>> {
    let mut faults = Vec::new();
    let fields = match object(line) {
        Ok(fields) => fields,
        Err(fault) => return Err(refused(Plain::Null, vec![fault])),
    };
    let names = ["id", "as_of", "facts", "documents"];
    let [id, as_of, facts, documents] = take(&fields, names, &mut faults);
    let id = read_id(id, &mut faults);
    let as_of = read_as_of(as_of, &mut faults);
    let day = as_of.unwrap_or(Day::ORIGIN);
    let mut values = Values::new(policy, as_of, &mut faults);
    let known = values.read(facts);
    let facts = read_documents(policy, known, documents, &mut faults);
    faults.extend(
        policy
            .impossible_dates(&facts, day)
            .into_iter()
            .filter(|fault| matches!(fault, FactFault::Backwards(_)))
            .map(LineFault::Fact),
    );
    if faults.is_empty() {
        let as_of = day;
        Ok(Question { id, as_of, facts })
    } else {
        Err(refused(id, faults))
    }
}

fn refused(id: Plain, faults: Vec<LineFault>) -> Box<Refused> {
    Box::new(Refused { id, faults })
}

fn object(line: &str) -> Result<Vec<(Cow<'_, str>, Json<'_>)>, LineFault> {
    match serde_json::from_str(line) {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(_) => Err(LineFault::NotAnObject),
        Err(fault) => Err(LineFault::NotJson(syntax(&fault))),
    }
}

/// The fault with its column alone: the text is one line, and the caller knows which.
fn syntax(fault: &serde_json::Error) -> String {
    let whole = fault.to_string();
    let what = whole.split(" at line ").next().unwrap_or(&whole);
    format!("{what} at column {}", fault.column())
}

/// The fields of these names; null counts as absent, any other name and any name twice as a fault.
pub(super) fn take<'t, 'a, const N: usize>(
    fields: &'t Fields<'a>,
    names: [&'static str; N],
    faults: &mut Vec<LineFault>,
) -> [Option<&'t Json<'a>>; N] {
    let mut taken = [None; N];
    for (key, value) in fields {
        let place = names.iter().position(|name| name == key);
        match place.and_then(|place| taken.get_mut(place)) {
            Some(Some(_)) => faults.push(LineFault::Twice(key.clone().into_owned())),
            Some(slot) => *slot = Some(value),
            None => faults.push(LineFault::unknown("key", key, names)),
        }
    }
    taken.map(|value| value.filter(|value| **value != Json::Null))
}

fn read_id(id: Option<&Json<'_>>, faults: &mut Vec<LineFault>) -> Plain {
    match id {
        None => Plain::Null,
        Some(Json::Text(text)) => Plain::String(text.clone().into_owned()),
        Some(Json::Number(number)) => Plain::Number(Number::clone(number)),
        Some(_) => {
            let takes = "a text or a number";
            faults.push(LineFault::Form { key: "id", takes });
            Plain::Null
        }
    }
}

fn read_as_of(as_of: Option<&Json<'_>>, faults: &mut Vec<LineFault>) -> Option<Day> {
    let Some(json) = as_of else {
        faults.push(LineFault::Missing("as_of"));
        return None;
    };
    let day = json.text().and_then(|text| Day::parse(text).ok());
    if day.is_none() {
        let takes = "the day of evaluation, a calendar date in the form YYYY-MM-DD";
        faults.push(LineFault::Form {
            key: "as_of",
            takes,
        });
    }
    day
}

fn read_documents(
    policy: &Policy,
    facts: Facts,
    documents: Option<&Json<'_>>,
    faults: &mut Vec<LineFault>,
) -> Facts {
    let Some(json) = documents else { return facts };
    let Some(texts) = texts(json) else {
        let takes = "a list of document names";
        faults.push(LineFault::Form {
            key: "documents",
            takes,
        });
        return facts;
    };
    let mut names = Vec::new();
    for text in texts {
        match DocumentName::parse(text) {
            Ok(name) if policy.documents().iter().any(|one| one.name == name) => names.push(name),
            _ => {
                let known = policy.documents().iter().map(|one| one.name.as_str());
                faults.push(LineFault::unknown("document", text, known));
            }
        }
    }
    let bare = facts.clone();
    policy.with_documents(facts, &names).unwrap_or(bare)
}

fn texts<'t>(json: &'t Json<'_>) -> Option<Vec<&'t str>> {
    match json {
        Json::List(list) => list.iter().map(Json::text).collect(),
        _ => None,
    }
}

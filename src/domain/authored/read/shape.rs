//! What a value may be: the part of JSON Schema that the types of authored files come out as, in a form to check by.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde_json::Value;

/// The limit of how many names lead from one to the next before a value.
const LONGEST_CHAIN: usize = 16;

/// What a file may be, and what its named parts may be.
#[derive(Debug)]
pub(super) struct Shapes<'s> {
    pub(super) root: Shape<'s>,
    named: BTreeMap<&'s str, Shape<'s>>,
}

/// What a value may be.
#[derive(Debug)]
pub(super) enum Shape<'s> {
    /// Anything; the type itself checks it.
    Any,
    /// What another shape says.
    Named(&'s str),
    /// A string.
    Text,
    /// One of these strings.
    Words(Vec<&'s str>),
    /// True or false.
    Flag,
    /// A whole number in this range.
    Whole(RangeInclusive<i128>),
    /// A number.
    Number,
    /// A list of such values, of a length in this range.
    List(Box<Shape<'s>>, RangeInclusive<u64>),
    /// A list of exactly these values.
    Tuple(Vec<Shape<'s>>),
    /// A table.
    Table(Table<'s>),
    /// Any one of these.
    Either(Vec<Shape<'s>>),
}

/// The keys of a table.
#[derive(Debug, Default)]
pub(super) struct Table<'s> {
    /// The keys it is known to have.
    pub(super) keys: BTreeMap<&'s str, Key<'s>>,
    /// The keys it cannot do without, in the order of the type.
    pub(super) required: Vec<&'s str>,
    /// What other keys hold; nothing when there may be no others.
    pub(super) rest: Option<Box<Shape<'s>>>,
}

/// One key of a table.
#[derive(Debug)]
pub(super) struct Key<'s> {
    /// What it holds.
    pub(super) shape: Shape<'s>,
    /// What it is for.
    pub(super) about: &'s str,
}

impl<'s> Table<'s> {
    /// The words a key can have, when it can have no other value.
    pub(super) fn words(&self, key: &str) -> &[&'s str] {
        match self.keys.get(key).map(|key| &key.shape) {
            Some(Shape::Words(words)) => words,
            _ => &[],
        }
    }
}

impl<'s> Shapes<'s> {
    /// The shapes that a schema states.
    pub(super) fn new(schema: &'s Value) -> Self {
        let named = schema.get("$defs").and_then(Value::as_object);
        Self {
            root: shape(schema),
            named: named
                .into_iter()
                .flatten()
                .map(|(name, schema)| (name.as_str(), shape(schema)))
                .collect(),
        }
    }

    /// The shape itself instead of its name.
    pub(super) fn resolve<'a>(&'a self, mut shape: &'a Shape<'s>) -> &'a Shape<'s> {
        for _ in 0..LONGEST_CHAIN {
            let Shape::Named(name) = shape else {
                return shape;
            };
            shape = self.named.get(name).unwrap_or(&Shape::Any);
        }
        &Shape::Any
    }

    /// Every shape a value may have, without choices between choices.
    pub(super) fn branches<'a>(&'a self, shapes: &'a [Shape<'s>]) -> Vec<&'a Shape<'s>> {
        let mut found = Vec::new();
        self.branch_out(shapes, LONGEST_CHAIN, &mut found);
        found
    }

    fn branch_out<'a>(
        &'a self,
        shapes: &'a [Shape<'s>],
        chain: usize,
        found: &mut Vec<&'a Shape<'s>>,
    ) {
        for shape in shapes {
            match (self.resolve(shape), chain.checked_sub(1)) {
                (Shape::Either(shapes), Some(chain)) => self.branch_out(shapes, chain, found),
                (shape, _) => found.push(shape),
            }
        }
    }
}

fn shape(schema: &Value) -> Shape<'_> {
    if let Some(name) = text(schema, "$ref") {
        return Shape::Named(name.strip_prefix("#/$defs/").unwrap_or(name));
    }
    if let Some(word) = text(schema, "const") {
        return Shape::Words(vec![word]);
    }
    if let Some(words) = list(schema, "enum") {
        return Shape::Words(words.iter().filter_map(Value::as_str).collect());
    }
    if schema.get("properties").is_none() {
        if let Some(shapes) = list(schema, "anyOf").or_else(|| list(schema, "oneOf")) {
            return either(shapes.iter().filter(|s| !is_null(s)).map(shape));
        }
        if let Some([one]) = list(schema, "allOf").map(Vec::as_slice) {
            return shape(one);
        }
    }
    match schema.get("type") {
        Some(Value::String(kind)) => of_kind(kind, schema),
        Some(Value::Array(kinds)) => either(
            kinds
                .iter()
                .filter_map(Value::as_str)
                .filter(|kind| *kind != "null")
                .map(|kind| of_kind(kind, schema)),
        ),
        _ => Shape::Any,
    }
}

fn of_kind<'s>(kind: &str, schema: &'s Value) -> Shape<'s> {
    match kind {
        "string" => Shape::Text,
        "boolean" => Shape::Flag,
        "integer" => Shape::Whole(range(schema)),
        "number" => Shape::Number,
        "array" => sequence(schema),
        "object" => Shape::Table(table(schema)),
        _ => Shape::Any,
    }
}

/// The choice between shapes. Words that stand apart only to be described apart come together.
fn either<'s>(shapes: impl Iterator<Item = Shape<'s>>) -> Shape<'s> {
    let (mut words, mut others) = (Vec::new(), Vec::new());
    for shape in shapes {
        match shape {
            Shape::Any => return Shape::Any,
            Shape::Words(more) => words.extend(more),
            other => others.push(other),
        }
    }
    if !words.is_empty() {
        others.push(Shape::Words(words));
    }
    match others.pop() {
        Some(only) if others.is_empty() => only,
        Some(last) => {
            others.push(last);
            Shape::Either(others)
        }
        None => Shape::Any,
    }
}

fn sequence(schema: &Value) -> Shape<'_> {
    if let Some(shapes) = list(schema, "prefixItems") {
        return Shape::Tuple(shapes.iter().map(shape).collect());
    }
    let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
    let most = schema.get("maxItems").and_then(Value::as_u64);
    let item = schema.get("items").map_or(Shape::Any, shape);
    Shape::List(Box::new(item), least..=most.unwrap_or(u64::MAX))
}

fn table(schema: &Value) -> Table<'_> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let required = list(schema, "required").into_iter().flatten();
    Table {
        keys: properties
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.as_str(), key(schema)))
            .collect(),
        required: required.filter_map(Value::as_str).collect(),
        rest: rest(schema).map(Box::new),
    }
}

fn key(schema: &Value) -> Key<'_> {
    Key {
        shape: shape(schema),
        about: text(schema, "description").unwrap_or_default(),
    }
}

/// What the keys that a table does not name may hold.
fn rest(schema: &Value) -> Option<Shape<'_>> {
    let others = schema
        .get("additionalProperties")
        .or_else(|| schema.get("unevaluatedProperties"));
    let chosen_elsewhere = ["anyOf", "oneOf", "allOf"]
        .iter()
        .any(|key| schema.get(key).is_some());
    match others {
        _ if chosen_elsewhere => Some(Shape::Any),
        Some(Value::Bool(false)) => None,
        Some(others) => Some(shape(others)),
        None => Some(Shape::Any),
    }
}

/// The range of a whole number: of its format, narrowed by the limits the schema states.
fn range(schema: &Value) -> RangeInclusive<i128> {
    let (least, most) = match text(schema, "format") {
        Some("uint8") => (0, u8::MAX.into()),
        Some("uint16") => (0, u16::MAX.into()),
        Some("uint32") => (0, u32::MAX.into()),
        Some("uint64" | "uint") => (0, u64::MAX.into()),
        Some("int8") => (i8::MIN.into(), i8::MAX.into()),
        Some("int16") => (i16::MIN.into(), i16::MAX.into()),
        Some("int32") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    };
    let limit = |key: &str| schema.get(key).and_then(Value::as_i64).map(i128::from);
    let least = limit("minimum").map_or(least, |limit| limit.max(least));
    let most = limit("maximum").map_or(most, |limit| limit.min(most));
    least..=most
}

fn is_null(schema: &Value) -> bool {
    text(schema, "type") == Some("null")
}

fn text<'s>(schema: &'s Value, key: &str) -> Option<&'s str> {
    schema.get(key).and_then(Value::as_str)
}

fn list<'s>(schema: &'s Value, key: &str) -> Option<&'s Vec<Value>> {
    schema.get(key).and_then(Value::as_array)
}

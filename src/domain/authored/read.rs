//! Reading an authored file: its syntax, then its form as the JSON Schema of its type states it, then the value. Every
//! fault of the first two is found in one pass, each with its place.

use std::ops::Range;

use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::de::{Error, ValueDeserializer};

use super::Faults;
use crate::domain::diagnostic::Diagnostic;
use check::Check;
use damage::Damage;
use shape::Shapes;
use syntax::Document;

mod brackets;
mod check;
mod damage;
mod forms;
mod lines;
mod shape;
mod syntax;
#[cfg(test)]
mod tests;
mod wording;

/// Reads a file that its author knows as `file`. There is a value only when there is no error; faults come in the
/// order of the file.
pub fn read<T: DeserializeOwned + JsonSchema>(
    file: &str,
    text: &str,
) -> (Option<T>, Vec<Diagnostic>) {
    let mut faults = Faults::new(file);
    let value = read_into(&mut faults, text);
    let faults = faults.finish();
    (value, faults)
}

/// The JSON Schema of a type of file, for editors.
#[must_use]
pub fn schema<T: JsonSchema>() -> Value {
    SchemaGenerator::default()
        .into_root_schema_for::<T>()
        .into()
}

fn read_into<T: DeserializeOwned + JsonSchema>(faults: &mut Faults, text: &str) -> Option<T> {
    let mut document = Document::new(faults, text)?;
    let document = document.parse(faults)?;
    let schema = schema::<T>();
    let shapes = Shapes::new(&schema);
    let damage = Damage::new(text, faults);
    let mut check = Check {
        shapes: &shapes,
        faults: faults.of_same_file(),
        damage: &damage,
    };
    check.value(&shapes.root, &document);
    faults.take(check.faults, |span| !damage.touches(span));
    if faults.refuse() {
        return None;
    }
    let value = T::deserialize(ValueDeserializer::from(document));
    value.map_err(|fault| residual(faults, text, &fault)).ok()
}

/// A fault that only the type itself can see.
fn residual(faults: &mut Faults, text: &str, fault: &Error) {
    match fault.span() {
        Some(span) => faults.error(within(text, span), fault.message()),
        None => faults.error_of_file(fault.message()),
    };
}

/// A span as the text has it: inside it and between whole characters.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    start..text.ceil_char_boundary(span.end.max(start))
}

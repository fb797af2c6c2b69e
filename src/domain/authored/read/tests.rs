//! Reading `policy.toml`: what is told about every kind of fault, and of many at once.

use expect_test::{Expect, expect};

use super::*;
use crate::domain::policy::raw::PolicyFile;

mod fuzz;
mod policy;
mod shapes;

/// What is underlined, what is said, and the help.
fn shown(text: &str, faults: &[Diagnostic]) -> String {
    faults.iter().map(|fault| one_shown(text, fault)).collect()
}

fn one_shown(text: &str, fault: &Diagnostic) -> String {
    let place = fault.span.as_ref().map_or("the file".into(), |span| {
        let before = text.get(..span.start).expect("a whole character");
        let underlined = text.get(span.clone()).expect("whole characters");
        format!("{}: {underlined:?}", before.matches('\n').count() + 1)
    });
    let help = fault.help.as_ref().map(|help| format!("    {help}\n"));
    format!("{place}\n  {}\n{}", fault.message, help.unwrap_or_default())
}

fn check<T: DeserializeOwned + JsonSchema>(text: &str, expected: &Expect) {
    let (value, faults) = read::<T>("file.toml", text);
    assert_eq!(value.is_none(), !faults.is_empty());
    expected.assert_eq(&shown(text, &faults));
}

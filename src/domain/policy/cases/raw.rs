//! The form of `cases.toml`. Doc comments become the descriptions of its JSON Schema.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::domain::authored::At;

/// Facts and the assessment they must get.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CasesFile {
    /// The version of this form; 1.
    pub(super) format: At<u32>,
    /// The day of evaluation of every case that has none of its own.
    pub(super) as_of: At<String>,
    /// The cases.
    #[serde(default)]
    pub(super) case: Vec<Case>,
}

/// Facts and the assessment they must get.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    /// Its name.
    pub(super) id: At<String>,
    /// What it shows, in one sentence.
    pub(super) why: At<String>,
    /// A case above: its facts and documents are where this one starts.
    pub(super) like: Option<At<String>>,
    /// The day of evaluation.
    pub(super) as_of: Option<At<String>>,
    /// The known facts, added to those of the case it is like, or in their place.
    #[serde(default)]
    pub(super) facts: Entries<Known>,
    /// The documents in hand. Without it the document step is left out.
    pub(super) documents: Option<Vec<At<String>>>,
    /// Readings and the values they are settled on.
    #[serde(default)]
    pub(super) settled: Entries<String>,
    /// What must come out.
    pub(super) expect: Expect,
}

/// What is known of a fact.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Known {
    /// A value of a choice, a day such as "2026-10-11" or "42 days" ago, or "unknown".
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(i64),
    /// A first and a last day.
    Days((String, String)),
    /// A least and a greatest number.
    Numbers((i64, i64)),
    /// Something that began and may have ended.
    Period(Period),
}

/// Something that began and may have ended.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Period {
    /// When it began.
    pub(super) start: Days,
    /// When it ended; without it, it goes on.
    pub(super) end: Option<Days>,
}

/// A day, or a first and a last one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Days {
    /// A day such as "2026-10-11", or "42 days" ago.
    One(String),
    /// A first and a last day.
    Range((String, String)),
}

/// What must come out. A part that is left out is not looked at; lists are complete and in no order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Expect {
    /// What the office hears.
    pub(super) disposition: At<DispositionName>,
    /// The open facts on which the outcome depends.
    pub(super) needs: Option<At<Vec<At<String>>>>,
    /// The open facts that matter besides.
    pub(super) also: Option<At<Vec<At<String>>>>,
    /// The readings on which a `payer_review` hangs, or `combination`.
    pub(super) readings: Option<At<Vec<At<String>>>>,
    /// The paths that are met.
    pub(super) paths_met: Option<At<Vec<At<String>>>>,
    /// Criteria that must be met.
    #[serde(default)]
    pub(super) met: Vec<At<String>>,
    /// Criteria that must not be met.
    #[serde(default)]
    pub(super) not_met: Vec<At<String>>,
    /// Criteria that must be open.
    #[serde(default)]
    pub(super) open: Vec<At<String>>,
    /// Every smallest set of further documents.
    pub(super) missing_documents: Option<At<Vec<Vec<At<String>>>>>,
    /// The next day on which the calendar alone changes the assessment, or "never".
    pub(super) changes_on: Option<At<String>>,
}

/// What the office hears.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum DispositionName {
    /// Two answers cannot both be right.
    Inconsistent,
    /// The text does not name the procedure.
    NotAddressed,
    /// Met under every reading, with the documents in hand.
    Submit,
    /// Met; something is worth adding.
    SubmitWithNote,
    /// It hangs on how a clause is read.
    PayerReview,
    /// Something is still to be known or shown.
    DocumentationNeeded,
    /// Not met under any reading.
    Investigational,
}

/// A table whose keys are names that another file defines, each with its place.
#[derive(Debug)]
pub(super) struct Entries<T>(pub(super) Vec<(At<String>, At<T>)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Entries(pairs))
            }
        }
        deserializer.deserialize_map(Pairs(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, T>::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, T>::json_schema(generator)
    }
    fn inline_schema() -> bool {
        true
    }
}

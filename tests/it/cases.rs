//! cases.toml: facts and the assessment they must get, held against the reference.

use std::collections::BTreeMap;
use std::path::Path;

use preauth::domain::day::Day;
use serde::Deserialize;

use crate::reference::assess::{Assessment, Case};
use crate::reference::facts::{DOCUMENTS, Fact, Span, Treatment};
use crate::reference::rule::AXES;

/// How far ahead the calendar is walked for the next change.
pub(crate) const WALK: i32 = 70;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    as_of: String,
    case: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    why: String,
    like: Option<String>,
    as_of: Option<String>,
    #[serde(default)]
    facts: BTreeMap<String, toml::Value>,
    documents: Option<Vec<String>>,
    #[serde(default)]
    settled: BTreeMap<String, String>,
    expect: Expect,
}

/// What a case expects; a key that is absent is not looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    pub(crate) disposition: String,
    pub(crate) needs: Option<Vec<String>>,
    pub(crate) also: Option<Vec<String>>,
    pub(crate) readings: Option<Vec<String>>,
    pub(crate) paths_met: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) met: Vec<String>,
    #[serde(default)]
    pub(crate) not_met: Vec<String>,
    #[serde(default)]
    pub(crate) open: Vec<String>,
    pub(crate) missing_documents: Option<Vec<Vec<String>>>,
    pub(crate) changes_on: Option<String>,
}

/// A case by name, with what it expects.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) id: String,
    pub(crate) case: Case,
    pub(crate) expect: Expect,
}

fn number(day: &str) -> i32 {
    let day = Day::parse(day).unwrap_or_else(|_| panic!("`{day}` is no day"));
    day.days_since(Day::ORIGIN)
}

/// A day as `2026-10-11`, or as `42 days` before the day of evaluation.
fn day(text: &str, as_of: i32) -> i32 {
    match text.strip_suffix(" days") {
        Some(days) => as_of - days.parse::<i32>().unwrap(),
        None => number(text),
    }
}

fn span(value: &toml::Value, as_of: i32) -> Span {
    let text = |value: &toml::Value| day(value.as_str().unwrap(), as_of);
    let (first, last) = match value.as_array() {
        Some(pair) => (text(&pair[0]), text(&pair[1])),
        None => (text(value), text(value)),
    };
    assert!(first <= last, "a range ends before it begins: {value}");
    Span { first, last }
}

fn treatment(value: &toml::Value, as_of: i32) -> Treatment {
    let Some(table) = value.as_table() else {
        let start = span(value, as_of);
        return Treatment { start, end: None };
    };
    Treatment {
        start: span(&table["start"], as_of),
        end: table.get("end").map(|end| span(end, as_of)),
    }
}

fn learn(case: &mut Case, name: &str, value: &toml::Value) {
    let fact = Fact::named(name);
    if value.as_str() == Some("unknown") {
        return case.facts.forget(fact);
    }
    match fact {
        Fact::fracture_onset => case.facts.fracture_onset = Some(span(value, case.as_of)),
        Fact::conservative_treatment => {
            case.facts.conservative_treatment = Some(treatment(value, case.as_of));
        }
        _ => match value.as_bool() {
            Some(flag) => case.facts.set_named(fact, if flag { "yes" } else { "no" }),
            None => case.facts.set_named(fact, value.as_str().unwrap()),
        },
    }
}

fn axis(name: &str, value: &str) -> (usize, bool) {
    let at = AXES.iter().position(|axis| axis.0 == name).unwrap();
    let (_, stricter, lenient, _) = AXES[at];
    assert!([stricter, lenient].contains(&value), "{name}: {value}");
    (at, value == lenient)
}

fn document(name: &str) -> usize {
    let at = DOCUMENTS.iter().position(|document| document.name == name);
    at.unwrap_or_else(|| panic!("`{name}` is no document"))
}

fn case(row: &Row, as_of: i32, before: &[Expected]) -> Case {
    let like = row.like.as_ref().map(|like| {
        let found = before.iter().find(|expected| expected.id == *like);
        &found
            .unwrap_or_else(|| panic!("no case `{like}` above `{}`", row.id))
            .case
    });
    let mut case = Case {
        as_of,
        facts: like.map(|like| like.facts).unwrap_or_default(),
        documents: like.and_then(|like| like.documents.clone()),
        settled: row
            .settled
            .iter()
            .map(|(name, value)| axis(name, value))
            .collect(),
    };
    for (name, value) in &row.facts {
        learn(&mut case, name, value);
    }
    if let Some(documents) = &row.documents {
        case.documents = Some(documents.iter().map(|name| document(name)).collect());
    }
    case
}

/// Every case of the policy.
pub(crate) fn all() -> Vec<Expected> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("dialogs/vertebral-augmentation/cases.toml");
    let file: File = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(file.format, 1);
    let mut all: Vec<Expected> = Vec::new();
    for row in file.case {
        let day = number(row.as_of.as_ref().unwrap_or(&file.as_of));
        let case = case(&row, day, &all);
        assert!(
            all.iter().all(|other| other.id != row.id),
            "`{}` is there twice",
            row.id
        );
        assert!(!row.why.is_empty(), "`{}` says no why", row.id);
        all.push(Expected {
            id: row.id,
            case,
            expect: row.expect,
        });
    }
    all
}

fn sorted<T: Ord>(names: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut names: Vec<T> = names.into_iter().collect();
    names.sort();
    names
}

/// What an assessment says, in the words of a case's expectations.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) disposition: String,
    pub(crate) needs: Vec<String>,
    pub(crate) also: Vec<String>,
    pub(crate) readings: Vec<String>,
    pub(crate) paths_met: Vec<String>,
    /// Each criterion with `met`, `not_met` or `open`.
    pub(crate) criteria: Vec<(String, &'static str)>,
    pub(crate) missing_documents: Vec<Vec<String>>,
}

impl Said {
    /// What the reference says.
    pub(crate) fn by_reference(said: &Assessment) -> Self {
        let facts = |facts: &[Fact]| facts.iter().map(|fact| fact.name().to_owned()).collect();
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let status = |holds| match holds {
            Some(true) => "met",
            Some(false) => "not_met",
            None => "open",
        };
        let criteria = said.criteria.iter();
        let missing = said.missing_documents.iter();
        Self {
            disposition: said.disposition.to_owned(),
            needs: facts(&said.needs),
            also: facts(&said.also),
            readings: names(&said.readings),
            paths_met: names(&said.paths_met),
            criteria: criteria
                .map(|(name, holds)| ((*name).to_owned(), status(*holds)))
                .collect(),
            missing_documents: missing.map(|set| names(set)).collect(),
        }
    }

    /// Expects all of this.
    pub(crate) fn expect(self) -> Expect {
        let with = |status: &str| {
            let names = self.criteria.iter().filter(|(_, is)| *is == status);
            names.map(|(name, _)| name.clone()).collect()
        };
        Expect {
            met: with("met"),
            not_met: with("not_met"),
            open: with("open"),
            disposition: self.disposition,
            needs: Some(self.needs),
            also: Some(self.also),
            readings: Some(self.readings),
            paths_met: Some(self.paths_met),
            missing_documents: Some(self.missing_documents),
            changes_on: None,
        }
    }

    /// What differs from the expectation, a line each; the day of the next change is looked at elsewhere.
    pub(crate) fn differences(&self, expect: &Expect) -> Vec<String> {
        let mut found = Vec::new();
        if self.disposition != expect.disposition {
            found.push(format!(
                "disposition is {}, not {}",
                self.disposition, expect.disposition
            ));
        }
        let lists = [
            ("needs", &self.needs, &expect.needs),
            ("also", &self.also, &expect.also),
            ("readings", &self.readings, &expect.readings),
            ("paths_met", &self.paths_met, &expect.paths_met),
        ];
        for (name, is, should) in lists {
            if should
                .as_ref()
                .is_some_and(|should| sorted(is) != sorted(should))
            {
                found.push(format!("{name} is {is:?}"));
            }
        }
        let statuses = [
            ("met", &expect.met),
            ("not_met", &expect.not_met),
            ("open", &expect.open),
        ];
        for (status, names) in statuses {
            for name in names {
                let is = self
                    .criteria
                    .iter()
                    .find(|(criterion, _)| criterion == name);
                if is.is_none_or(|(_, is)| *is != status) {
                    found.push(format!("{name} is {is:?}, not {status}"));
                }
            }
        }
        fn sets(sets: &[Vec<String>]) -> Vec<Vec<&String>> {
            sorted(sets.iter().map(sorted))
        }
        let missing = expect.missing_documents.as_deref();
        if missing.is_some_and(|missing| sets(missing) != sets(&self.missing_documents)) {
            found.push(format!("missing_documents is {:?}", self.missing_documents));
        }
        found
    }
}

/// The day of the next change as a case writes it.
pub(crate) fn written(day: Option<Day>) -> String {
    day.map_or("never".to_owned(), |day| day.to_string())
}

#[test]
fn the_reference_agrees_with_every_case() {
    let mut found = Vec::new();
    for Expected { id, case, expect } in all() {
        let mut differences = Said::by_reference(&case.assess()).differences(&expect);
        if let Some(should) = &expect.changes_on {
            let day = case.changes_on(WALK);
            let is = written(day.map(|day| Day::ORIGIN.plus(day)));
            if is != *should {
                differences.push(format!("changes_on is {is}"));
            }
        }
        found.extend(differences.iter().map(|line| format!("{id}: {line}")));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

//! The text of `cases.toml` to cases of a policy.

use crate::domain::authored::{At, Faults, read};
use crate::domain::day::Day;
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::name::{DocumentName, ValueName};
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::cases::facts::{Reader, Said};
use crate::domain::policy::cases::raw::{self, CasesFile, DispositionName};
use crate::domain::policy::cases::{Case, Cases, Expect};
use crate::domain::policy::facts::ValueMap;
use crate::domain::policy::model::Policy;
use crate::domain::policy::parse::names::{define, find};

/// Reads cases of a policy. Without an error among the diagnostics there are cases.
#[must_use]
pub fn parse_cases(policy: &Policy, file: &str, text: &str) -> (Option<Cases>, Vec<Diagnostic>) {
    let (cases, diagnostics) = sound_cases(Some(policy), file, text);
    let refused = diagnostics
        .iter()
        .any(|fault| fault.severity == Severity::Error);
    (cases.filter(|_| !refused), diagnostics)
}

/// The same, with those cases that have no fault also where others have one. Without a policy there are none, and faults
/// are those of syntax, keys and types.
#[must_use]
pub fn sound_cases(
    policy: Option<&Policy>,
    file: &str,
    text: &str,
) -> (Option<Cases>, Vec<Diagnostic>) {
    let (raw, mut diagnostics) = read::<CasesFile>(file, text);
    let Some((raw, policy)) = raw.zip(policy) else {
        return (None, diagnostics);
    };
    let mut reading = Reading {
        policy,
        names: Names::of(policy),
        faults: Faults::new(file),
        ids: raw.case.iter().map(|case| case.id.value.clone()).collect(),
        taken: Vec::new(),
        list: Vec::new(),
        sound: Vec::new(),
    };
    reading.file(&raw);
    diagnostics.extend(reading.faults.finish());
    let all = reading.list.len();
    let sound = reading.list.into_iter().zip(reading.sound);
    let sound = sound.filter_map(|(case, sound)| sound.then_some(case));
    let list: Vec<Case> = sound.collect();
    let cases = Cases {
        file: file.to_owned(),
        left_out: all.saturating_sub(list.len()),
        list,
    };
    (Some(cases), diagnostics)
}

/// Every name that an expectation can use.
struct Names<'p> {
    facts: Vec<&'p str>,
    readings: Vec<&'p str>,
    paths: Vec<&'p str>,
    criteria: Vec<&'p str>,
    documents: Vec<&'p str>,
}

impl<'p> Names<'p> {
    fn of(policy: &'p Policy) -> Self {
        let facts = policy.facts_list().iter();
        let readings = policy.readings().iter().map(|one| one.name.as_str());
        let paths = policy.rules.iter().flat_map(|rule| &rule.paths);
        let documents = policy.documents().iter();
        Self {
            facts: facts.map(|fact| fact.name.as_str()).collect(),
            readings: readings.chain(["combination"]).collect(),
            paths: paths.map(|path| path.name.as_str()).collect(),
            criteria: policy.criteria().map(|(_, name)| name.as_str()).collect(),
            documents: documents.map(|one| one.name.as_str()).collect(),
        }
    }
}

struct Reading<'p> {
    policy: &'p Policy,
    names: Names<'p>,
    faults: Faults,
    /// Every case of the file.
    ids: Vec<String>,
    /// The cases so far, those with faults included.
    taken: Vec<String>,
    list: Vec<Case>,
    /// Of each of those, whether neither it nor what it is like has a fault.
    sound: Vec<bool>,
}

impl Reading<'_> {
    fn file(&mut self, raw: &CasesFile) {
        if raw.format.value != 1 {
            let message = format!("format {} is not known", raw.format.value);
            let fault = self.faults.error(raw.format.span.clone(), message);
            fault.help("this release reads format 1");
        }
        let as_of = self.day(&raw.as_of);
        for raw in &raw.case {
            let before = self.faults.len();
            let own = raw.as_of.as_ref().and_then(|day| self.day(day)).or(as_of);
            let case = self.case(raw, own.unwrap_or(Day::ORIGIN));
            let sound = self.faults.len() == before && own.is_some() && self.leans_on_sound(raw);
            self.list.push(case);
            self.sound.push(sound);
        }
    }

    /// Whether what a case is like has no fault.
    fn leans_on_sound(&self, raw: &raw::Case) -> bool {
        let Some(name) = &raw.like else { return true };
        let mut above = self.list.iter().zip(&self.sound);
        above.any(|(case, sound)| case.id.value == name.value && *sound)
    }

    fn day(&mut self, text: &At<String>) -> Option<Day> {
        let day = Day::parse(&text.value);
        if let Err(fault) = &day {
            let message = format!("`{}` is {fault}", text.value);
            self.faults.error(text.span.clone(), message);
        }
        day.ok()
    }

    fn case(&mut self, raw: &raw::Case, as_of: Day) -> Case {
        define(&raw.id, "case", &mut self.taken, &mut self.faults);
        if raw.why.value.trim().is_empty() {
            let fault = self
                .faults
                .error(raw.why.span.clone(), "no reason is given");
            fault.help("say in one sentence what the case shows");
        }
        let (mut facts, mut documents) = self.like(raw);
        self.facts(raw, as_of, &mut facts);
        if let Some(names) = &raw.documents {
            documents = Some(self.documents(names));
        }
        self.dates(raw, as_of, &facts);
        Case {
            id: raw.id.clone(),
            why: raw.why.value.clone(),
            as_of,
            facts,
            documents,
            settled: self.settled(raw),
            expect: self.expect(&raw.expect),
        }
    }

    /// What a case starts from. Cases build on those above them, so none can lead back to itself.
    fn like(&mut self, raw: &raw::Case) -> (ValueMap, Option<Vec<DocumentName>>) {
        let Some(name) = &raw.like else {
            return Default::default();
        };
        let mut above = self.list.iter();
        if let Some(case) = above.find(|case| case.id.value == name.value) {
            return (case.facts.clone(), case.documents.clone());
        }
        if self.ids.contains(&name.value) {
            let message = format!("`{}` is not above `{}`", name.value, raw.id.value);
            let fault = self.faults.error(name.span.clone(), message);
            fault.help("a case is like one above it; move one of the two");
        } else {
            let known = self.ids.iter().map(String::as_str);
            find(name, "case", known, &mut self.faults);
        }
        Default::default()
    }

    fn facts(&mut self, raw: &raw::Case, as_of: Day, facts: &mut ValueMap) {
        let mut reader = Reader {
            policy: self.policy,
            as_of,
            faults: &mut self.faults,
        };
        for (name, known) in &raw.facts.0 {
            match reader.entry(name, known) {
                Some((fact, Said::Known(value))) => {
                    facts.insert(fact.name.clone(), value);
                }
                Some((fact, Said::Unknown)) => {
                    facts.remove(&fact.name);
                }
                None => {}
            }
        }
    }

    /// Refuses days that cannot be on the day of the case.
    fn dates(&mut self, raw: &raw::Case, as_of: Day, facts: &ValueMap) {
        let Ok(facts) = self.policy.facts(facts) else {
            return;
        };
        for fault in self.policy.impossible_dates(&facts, as_of) {
            self.faults.error(raw.id.span.clone(), fault.to_string());
        }
    }

    fn documents(&mut self, names: &[At<String>]) -> Vec<DocumentName> {
        let known = &self.names.documents;
        let faults = &mut self.faults;
        let found = names.iter().filter_map(|name| {
            find(name, "document", known.iter().copied(), faults)?;
            DocumentName::parse(&name.value).ok()
        });
        found.collect()
    }

    fn settled(&mut self, raw: &raw::Case) -> Vec<(String, String)> {
        let mut settled = Vec::new();
        for (name, value) in &raw.settled.0 {
            let readings = self.policy.readings();
            let known = readings.iter().map(|one| one.name.as_str());
            let place = find(name, "reading", known, &mut self.faults);
            let Some(reading) = place.and_then(|place| readings.get(place)) else {
                continue;
            };
            let what = format!("value of the reading `{}`", reading.name);
            let values = reading.values.iter().map(ValueName::as_str);
            if find(value, &what, values, &mut self.faults).is_some() {
                settled.push((name.value.clone(), value.value.clone()));
            }
        }
        settled
    }

    fn expect(&mut self, raw: &raw::Expect) -> Expect {
        let names = &self.names;
        let faults = &mut self.faults;
        let disposition = At {
            value: raw.disposition.value.into(),
            span: raw.disposition.span.clone(),
        };
        let mut criteria = Vec::new();
        let statuses = [
            ("met", &raw.met),
            ("not_met", &raw.not_met),
            ("open", &raw.open),
        ];
        for (status, own) in statuses {
            for name in own {
                find(name, "criterion", names.criteria.iter().copied(), faults);
                criteria.push((name.clone(), status));
            }
        }
        Expect {
            disposition,
            needs: list(raw.needs.as_ref(), ("fact", &names.facts), faults),
            also: list(raw.also.as_ref(), ("fact", &names.facts), faults),
            readings: list(raw.readings.as_ref(), ("reading", &names.readings), faults),
            paths_met: list(raw.paths_met.as_ref(), ("path", &names.paths), faults),
            missing_documents: sets(raw.missing_documents.as_ref(), &names.documents, faults),
            criteria,
            changes_on: self.changes_on(raw.changes_on.as_ref()),
        }
    }

    fn changes_on(&mut self, raw: Option<&At<String>>) -> Option<At<Option<Day>>> {
        let raw = raw?;
        let value = match raw.value.as_str() {
            "never" => None,
            _ => Some(self.day(raw)?),
        };
        let span = raw.span.clone();
        Some(At { value, span })
    }
}

fn list(
    raw: Option<&At<Vec<At<String>>>>,
    (what, known): (&str, &[&str]),
    faults: &mut Faults,
) -> Option<At<Vec<String>>> {
    let raw = raw?;
    for name in &raw.value {
        find(name, what, known.iter().copied(), faults);
    }
    let value = raw.value.iter().map(|name| name.value.clone()).collect();
    let span = raw.span.clone();
    Some(At { value, span })
}

fn sets(
    raw: Option<&At<Vec<Vec<At<String>>>>>,
    known: &[&str],
    faults: &mut Faults,
) -> Option<At<Vec<Vec<String>>>> {
    let raw = raw?;
    for name in raw.value.iter().flatten() {
        find(name, "document", known.iter().copied(), faults);
    }
    let names = |set: &Vec<At<String>>| set.iter().map(|name| name.value.clone()).collect();
    let value = raw.value.iter().map(names).collect();
    let span = raw.span.clone();
    Some(At { value, span })
}

impl From<DispositionName> for Disposition {
    fn from(name: DispositionName) -> Self {
        match name {
            DispositionName::Inconsistent => Self::Inconsistent,
            DispositionName::NotAddressed => Self::NotAddressed,
            DispositionName::Submit => Self::Submit,
            DispositionName::SubmitWithNote => Self::SubmitWithNote,
            DispositionName::PayerReview => Self::PayerReview,
            DispositionName::DocumentationNeeded => Self::DocumentationNeeded,
            DispositionName::Investigational => Self::Investigational,
        }
    }
}

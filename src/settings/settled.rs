//! Readings that a site has settled, each with a reason and a date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::{At, Faults, suggest};
use crate::domain::day::Day;
use crate::domain::name::ValueName;
use crate::domain::policy::{Policy, find};
use crate::settings::file::not_empty;

/// A reading that the site has settled.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// The policy.
    policy: At<String>,
    /// The reading, as its policy names it.
    reading: At<String>,
    /// The value it is settled on.
    value: At<String>,
    /// Why, and who decided it.
    reason: At<String>,
    /// The day it was decided, such as "2026-03-01".
    date: At<String>,
}

/// A reading that a site has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The policy.
    pub policy: String,
    /// The reading.
    pub reading: String,
    /// The value it is settled on.
    pub value: String,
    /// Why.
    pub reason: String,
    /// The day it was decided.
    pub date: Day,
}

/// What is wrong with entries by themselves.
pub(super) fn check(entries: &[Entry], faults: &mut Faults) {
    for (place, entry) in entries.iter().enumerate() {
        for text in [&entry.policy, &entry.reading, &entry.value, &entry.reason] {
            not_empty(text, faults);
        }
        if Day::parse(&entry.date.value).is_err() {
            let message = format!("`{}` is not a calendar date", entry.date.value);
            let fault = faults.error(entry.date.span.clone(), message);
            fault.help("write it as \"2026-03-01\"");
        }
        let before = entries.iter().take(place);
        let mut same = before.filter(|other| {
            (&other.policy.value, &other.reading.value)
                == (&entry.policy.value, &entry.reading.value)
        });
        if same.next().is_some() {
            let message = format!("the reading `{}` is settled twice", entry.reading.value);
            let fault = faults.error(entry.reading.span.clone(), message);
            fault.help("keep one of the two entries");
        }
    }
}

/// What is wrong with entries that name no policy, reading or value, given the policies there are, and with those of a day
/// that has not come: nobody has decided them yet.
pub(super) fn check_against(
    entries: &[Entry],
    policies: &[Policy],
    today: Day,
    faults: &mut Faults,
) {
    for entry in entries {
        let names = policies.iter().map(|policy| policy.name().as_str());
        let own = find(&entry.policy, "policy", names, faults);
        let readings = own.and_then(|own| policies.get(own)).map(Policy::readings);
        let reading = readings.and_then(|readings| {
            let names = readings.iter().map(|one| one.name.as_str());
            readings.get(find(&entry.reading, "reading", names, faults)?)
        });
        if let Some(reading) = reading {
            let what = format!("value of the reading `{}`", reading.name);
            let values = reading.values.iter().map(ValueName::as_str);
            find(&entry.value, &what, values, faults);
        }
        if Day::parse(&entry.date.value).is_ok_and(|day| day > today) {
            let message = format!("`{}` has not come yet", entry.date.value);
            let fault = faults.error(entry.date.span.clone(), message);
            fault.help("the date is the day on which it was decided; add the entry on that day");
        }
    }
}

/// The entries as values; those of which [`check`] complained do not come here.
pub(super) fn entries(entries: Vec<Entry>) -> Vec<Settled> {
    let settled = entries.into_iter().map(|entry| {
        Some(Settled {
            date: Day::parse(&entry.date.value).ok()?,
            policy: entry.policy.value,
            reading: entry.reading.value,
            value: entry.value.value,
            reason: entry.reason.value,
        })
    });
    settled.flatten().collect()
}

/// The same policy with a reading settled.
///
/// # Errors
/// What is wrong with the name of the reading or of its value, with the names there are.
pub fn settle(policy: &Policy, reading: &str, value: &str) -> Result<Policy, String> {
    policy.settle(reading, value).map_err(|fault| {
        let readings = policy.readings();
        let axis = readings.iter().find(|one| one.name.as_str() == reading);
        let (wrong, names): (&str, Vec<&str>) = match axis {
            Some(axis) => (value, axis.values.iter().map(ValueName::as_str).collect()),
            None => (
                reading,
                readings.iter().map(|one| one.name.as_str()).collect(),
            ),
        };
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        match suggest(wrong, names) {
            Some(question) => format!("{fault}; {question}?"),
            None => format!("{fault}; it is one of {}", quoted.join(", ")),
        }
    })
}

impl Settled {
    /// The readings and values that the entries name for a policy.
    #[must_use]
    pub fn pairs(entries: &[Self], policy: &str) -> Vec<(String, String)> {
        let own = entries.iter().filter(|entry| entry.policy == policy);
        own.map(|entry| (entry.reading.clone(), entry.value.clone()))
            .collect()
    }

    /// The policy with every reading settled that the entries name for it.
    ///
    /// # Errors
    /// What is wrong with the first entry that cannot be.
    pub fn apply(entries: &[Self], policy: Policy) -> Result<Policy, String> {
        let name = policy.name().to_string();
        let own = entries.iter().filter(|entry| entry.policy == name);
        own.into_iter().try_fold(policy, |policy, entry| {
            settle(&policy, &entry.reading, &entry.value)
        })
    }
}

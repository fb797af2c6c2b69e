//! Getting the policy a command works with.

use std::path::Path;

use crate::cli::{Common, tell};
use crate::domain::policy::json::Pin;
use crate::domain::policy::{self, Policy};
use crate::library::{Library, LibraryError, PolicyFolder};

/// A policy ready for use, and what pins it.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) policy: Policy,
    pub(super) pin: Pin,
}

/// A reading fixed on the command line.
#[derive(Debug, Clone)]
pub(super) struct Settle {
    pub(super) reading: String,
    pub(super) value: String,
}

impl std::str::FromStr for Settle {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (reading, value) = text.split_once('=').ok_or("must be READING=VALUE")?;
        Ok(Self {
            reading: reading.into(),
            value: value.into(),
        })
    }
}

/// The policy of that name or at that path, with these readings settled. Nothing when it cannot be had; why has then
/// been said.
pub(super) fn policy(common: &Common, name: Option<&str>, settle: &[Settle]) -> Option<Loaded> {
    let folder = match folder(common, name) {
        Ok(folder) => folder,
        Err(fault) => {
            tell::error(fault);
            return None;
        }
    };
    let (policy, faults) = policy::parse(&folder.policy.path, &folder.policy.text);
    tell::faults(&faults);
    let policy = settled(policy?, settle)?;
    let pin = pin(&policy, &folder);
    Some(Loaded { policy, pin })
}

/// A name with a separator or a dot in it is a path: names of policies have neither.
fn folder(common: &Common, name: Option<&str>) -> Result<PolicyFolder, LibraryError> {
    if let Some(path) = name.filter(|name| name.contains(['/', '\\', '.'])) {
        return Library::policy_at(Path::new(path));
    }
    let library = match &common.library {
        Some(folder) => Library::open(folder)?,
        None => Library::embedded()?,
    };
    library.policy(name.unwrap_or(DEFAULT_POLICY)).cloned()
}

/// The policy offered when none is named.
const DEFAULT_POLICY: &str = "vertebral-augmentation";

fn settled(mut policy: Policy, settle: &[Settle]) -> Option<Policy> {
    for one in settle {
        match policy.settle(&one.reading, &one.value) {
            Ok(settled) => policy = settled,
            Err(fault) => {
                tell::error(fault);
                return None;
            }
        }
    }
    Some(policy)
}

fn pin(policy: &Policy, folder: &PolicyFolder) -> Pin {
    let settled = policy.readings().iter().filter_map(|reading| {
        let value = reading.values.get(reading.settled?)?;
        Some(format!("{}={value}", reading.name))
    });
    Pin {
        id: policy.name().to_string(),
        digest: folder.policy.digest.hex(),
        text_through: policy.text_through().to_owned(),
        settled: settled.collect(),
    }
}

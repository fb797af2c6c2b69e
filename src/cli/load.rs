//! Getting what a command works with. Where it cannot be had, why has been said.

mod opened;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::prove::certificate;
use crate::cli::report::Sources;
use crate::cli::{Common, tell};
use crate::domain::policy::json::Pin;
use crate::domain::policy::{self, Policy};
use crate::library::{Authored, Library, LibraryError, PolicyFolder, reason};
use crate::settings::{self, CONFIG_VARIABLE, Settings, SettingsError, Settled};
use crate::turn::{Offering, offered};
pub(super) use opened::{Opened, Origin, lies_here, opened};

/// A policy ready for use, and what pins it.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) policy: Policy,
    pub(super) pin: Pin,
}

/// A reading fixed on the command line.
#[derive(Debug, Clone)]
pub(super) struct Settle {
    reading: String,
    value: String,
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

/// The settings of the file, of the environment and of the arguments.
pub(super) fn settings(common: &Common) -> Option<Settings> {
    let named = std::env::var_os(CONFIG_VARIABLE).filter(|path| !path.is_empty());
    let path = common.config.clone().or_else(|| named.map(PathBuf::from));
    let variables = std::env::vars_os();
    let variables = variables.filter_map(|(name, value)| {
        let name = name.into_string().ok()?;
        Some((name, value.to_string_lossy().into_owned()))
    });
    match settings::read(path.as_deref(), variables) {
        Ok(mut settings) => {
            settings.library = common.library.clone().or(settings.library);
            readings_are_there(&settings, path.as_deref()).then_some(settings)
        }
        Err(SettingsError::Unreadable(path, fault)) => {
            let why = reason(&fault);
            tell::error(format_args!("cannot read `{}`: {why}", path.display()));
            None
        }
        Err(SettingsError::Faulty(faults, sources)) => {
            tell::faults(&faults, &sources);
            None
        }
    }
}

/// Whether every reading that the settings file settles is one, and was decided; what is not has been said.
fn readings_are_there(settings: &Settings, path: Option<&Path>) -> bool {
    let Some(path) = path.filter(|_| !settings.settled.is_empty()) else {
        return true;
    };
    let Some(library) = had(read_library(settings)) else {
        return false;
    };
    let policies = library.policies.values();
    let policies =
        policies.filter_map(|folder| policy::parse(&folder.policy.path, &folder.policy.text).0);
    let policies: Vec<Policy> = policies.collect();
    if policies.len() < library.policies.len() {
        // The faults of the one that cannot be read come first.
        return true;
    }
    let (file, text) = (
        path.display().to_string(),
        std::fs::read_to_string(path).unwrap_or_default(),
    );
    let faults = settings::check_settled(&file, &text, &policies, crate::clock::today());
    tell::faults(&faults, &[(file, text)].into());
    faults.is_empty()
}

fn read_library(settings: &Settings) -> Result<Library, LibraryError> {
    match &settings.library {
        Some(folder) => Library::open(folder),
        None => Library::embedded(),
    }
}

/// Every authored file. A reading can be settled only in a policy that is among them.
pub(super) fn library(settings: &Settings) -> Option<Library> {
    let library = had(read_library(settings))?;
    for entry in &settings.settled {
        had(library.policy(&entry.policy))?;
    }
    Some(library)
}

/// The policy of that name or at that path, or the one that is offered; with the readings settled that the settings
/// and these arguments settle.
pub(super) fn policy(settings: &Settings, name: Option<&str>, settle: &[Settle]) -> Option<Loaded> {
    let library = library(settings)?;
    let folder = folder(&library, named(&library, settings, name)?)?;
    let policy = parsed(&folder.policy)?;
    let policy = Settled::apply(&settings.settled, policy);
    let policy = had(policy.and_then(|policy| {
        let mut settle = settle.iter();
        settle.try_fold(policy, |policy, one| {
            settings::settle(&policy, &one.reading, &one.value)
        })
    }))?;
    let pin = pin(&policy, folder.policy.digest.hex());
    Some(Loaded { policy, pin })
}

/// The policy of that name or at that path with its dialog and its words, every one of them checked. Nothing when there
/// is a fault.
pub(super) fn offering(
    settings: &Settings,
    name: Option<&str>,
    settle: &[Settle],
) -> Option<Offering> {
    let library = library(settings)?;
    let name = named(&library, settings, name)?;
    let folder = folder(&library, name)?;
    let site = Settled::pairs(&settings.settled, &id_of(&folder, name));
    let own = settle
        .iter()
        .map(|one| (one.reading.clone(), one.value.clone()));
    let settled: Vec<(String, String)> = site.into_iter().chain(own).collect();
    let (offering, faults) = Offering::load(&folder, &library.locales, &settled);
    // Warnings are for those who write the files: `preauth check` shows them.
    if offering.is_none() {
        tell::faults(&faults, &sources(&folder, &library));
    }
    offering
}

/// The policy that is named here or in the settings, else the one to offer where none is named.
pub(super) fn named<'n>(
    library: &'n Library,
    settings: &'n Settings,
    name: Option<&'n str>,
) -> Option<&'n str> {
    let named = name.or(settings.policy.as_deref());
    named.or_else(|| {
        let offered = offered(library).map_err(|fault| {
            tell::error(fault);
            tell::help(Some("name it with `--policy`, or in the settings".into()));
        });
        offered.ok()
    })
}

/// The policy of that name or at that path as `offering` gives it, and with a certificate of these very files where one
/// is demanded, here or in the settings.
pub(super) fn certified(
    settings: &Settings,
    name: Option<&str>,
    settle: &[Settle],
    demanded: bool,
) -> Option<Offering> {
    let offering = offering(settings, name, settle)?;
    if !demanded && !settings.certified {
        return Some(offering);
    }
    let library = library(settings)?;
    let folder = folder(&library, named(&library, settings, name)?)?;
    let own = settle
        .iter()
        .map(|one| (one.reading.clone(), one.value.clone()));
    let settled: Vec<(String, String)> =
        settled(settings, &folder).into_iter().chain(own).collect();
    match certificate::lacking(&folder, &library.locales, &settled) {
        Some(lacking) => {
            tell::faults(&[lacking], &sources(&folder, &library));
            None
        }
        None => Some(offering),
    }
}

/// The readings that the settings settle in a policy.
pub(super) fn settled(settings: &Settings, folder: &PolicyFolder) -> Vec<(String, String)> {
    Settled::pairs(&settings.settled, &id_of(folder, ""))
}

/// The name a policy has, however it was named here. One that cannot be read has no other.
fn id_of(folder: &PolicyFolder, name: &str) -> String {
    let (policy, _) = policy::parse(&folder.policy.path, &folder.policy.text);
    policy.map_or_else(|| name.to_owned(), |policy| policy.name().to_string())
}

/// The text of every file that a policy and its words come from.
pub(super) fn sources(folder: &PolicyFolder, library: &Library) -> Sources {
    let own = [
        Some(&folder.policy),
        folder.dialog.as_ref(),
        folder.cases.as_ref(),
        folder.certificate.as_ref(),
    ];
    let own = own.into_iter().flatten();
    let words = library
        .locales
        .iter()
        .map(|locale| (locale.file.path.clone(), locale.file.text.clone()));
    own.map(|file| (file.path.clone(), file.text.clone()))
        .chain(words)
        .collect()
}

/// Whether this is no name: one with a separator or a dot in it is a path, and names of policies have neither.
pub(super) fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}

/// The policy of that name or at that path, with the files beside it.
pub(super) fn folder(library: &Library, name: &str) -> Option<PolicyFolder> {
    if is_path(name) {
        return had(Library::policy_at(Path::new(name)));
    }
    had(library.policy(name).cloned())
}

fn parsed(file: &Authored) -> Option<Policy> {
    let (policy, faults) = policy::parse(&file.path, &file.text);
    let sources = BTreeMap::from([(file.path.clone(), file.text.clone())]);
    tell::faults(&faults, &sources);
    policy
}

/// What could be had; what could not is said.
fn had<T, E: std::fmt::Display>(result: Result<T, E>) -> Option<T> {
    result.map_err(tell::error).ok()
}

/// What pins an assessment to the text of that digest.
pub(super) fn pin(policy: &Policy, digest: String) -> Pin {
    let settled = policy.readings().iter().filter_map(|reading| {
        let value = reading.values.get(reading.settled?)?;
        Some(format!("{}={value}", reading.name))
    });
    Pin {
        id: policy.name().to_string(),
        digest,
        text_through: policy.text_through().to_owned(),
        example: policy.is_example(),
        settled: settled.collect(),
    }
}

//! Where the sessions are kept.

use std::env;
use std::path::{Path, PathBuf};

use crate::cli::tell;
use crate::domain::dialog::Session;
use crate::domain::name::PolicyName;
use crate::settings::Settings;
use crate::store::{Disk, Log};

/// The folder that was named, or the usual one. Nothing when there is none; why has then been said.
pub(super) fn folder(named: Option<&Path>, settings: &Settings) -> Option<PathBuf> {
    let named = named.map(Path::to_owned).or_else(|| settings.data.clone());
    let folder = named.or_else(usual);
    if folder.is_none() {
        tell::error("there is no folder for the sessions");
        tell::help(Some("name one with `--data`".to_owned()));
    }
    folder
}

/// Opens the store in a folder. Nothing when it cannot be; why has then been said.
pub(super) fn open(folder: &Path) -> Option<Disk> {
    let opened = Disk::open(folder);
    opened
        .map_err(|fault| {
            tell::error(&fault);
            tell::help(fault.help());
        })
        .ok()
}

/// The policy that a session is about; nothing before anything was answered.
pub(super) fn policy_of(log: &Log) -> Option<PolicyName> {
    let turns = log.turns.iter().map(|turn| turn.events.as_slice());
    Session::replay("", turns).pins.map(|pins| pins.policy)
}

/// `preauth` in the folder where programs keep a person's data.
fn usual() -> Option<PathBuf> {
    let set = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let data = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")))?;
    Some(data.join("preauth"))
}

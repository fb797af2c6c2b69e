//! Where the sessions are kept.

use std::env;
use std::path::{Path, PathBuf};

use crate::cli::tell;
use crate::settings::Settings;
use crate::store::Disk;

/// Opens the store in this folder, or in the usual one. Nothing when it cannot be; why has then been said.
pub(super) fn open(folder: Option<&Path>, settings: &Settings) -> Option<Disk> {
    let named = folder.map(Path::to_owned).or_else(|| settings.data.clone());
    let folder = named.or_else(usual);
    let Some(folder) = folder else {
        tell::error("there is no folder for the sessions");
        tell::help(Some("name one with `--data`".to_owned()));
        return None;
    };
    Disk::open(&folder).map_or_else(
        |fault| {
            tell::error(&fault);
            tell::help(fault.help());
            None
        },
        Some,
    )
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

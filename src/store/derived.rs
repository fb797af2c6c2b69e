//! Files the storage library derives from its log: they can be made again.

use std::fs;
use std::io;
use std::path::Path;

/// Removes snapshots that were never finished. The library takes them for its latest.
pub(super) fn remove_unfinished(dir: &Path) -> io::Result<()> {
    for name in names(dir)? {
        if name.starts_with("snap.") && name.ends_with(".generating") {
            fs::remove_file(dir.join(name))?;
        }
    }
    Ok(())
}

/// Sets aside, under names that begin with `aside.`, what the library makes again from its log.
pub(super) fn set_aside(dir: &Path) -> io::Result<()> {
    for name in names(dir)? {
        if name == "conf" || name.starts_with("snap.") {
            fs::rename(dir.join(&name), dir.join(format!("aside.{name}")))?;
        }
    }
    Ok(())
}

fn names(dir: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.file_name()));
    let names: io::Result<Vec<_>> = names.collect();
    Ok(names?
        .into_iter()
        .filter_map(|name| name.into_string().ok())
        .collect())
}

//! Finding transcripts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::library::reason;

/// A transcript as it lies on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The path as its author knows it.
    pub file: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

/// Why transcripts cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum Unfound {
    /// A file or folder cannot be read.
    #[error("cannot read `{}`: {}", .0.display(), reason(.1))]
    Unreadable(PathBuf, #[source] io::Error),
    /// A folder without transcripts.
    #[error("`{}` has no transcripts: files that end in `.txt`", .0.display())]
    Empty(PathBuf),
}

/// The transcripts at these paths, in order: a file as it is, and every `.txt` below a folder by its path.
///
/// # Errors
/// When a path cannot be read, or a folder has no transcript.
pub fn scripts(paths: &[PathBuf]) -> Result<Vec<Script>, Unfound> {
    let mut found = Vec::new();
    for path in paths {
        let before = found.len();
        if path.is_dir() {
            below(path, &mut found)?;
            if found.len() == before {
                return Err(Unfound::Empty(path.clone()));
            }
        } else {
            found.push(script(path)?);
        }
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<Script>) -> Result<(), Unfound> {
    let unreadable = |fault| Unfound::Unreadable(folder.to_owned(), fault);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()
        .map_err(unreadable)?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            below(&path, found)?;
        } else if path.extension().is_some_and(|kind| kind == "txt") {
            found.push(script(&path)?);
        }
    }
    Ok(())
}

fn script(path: &Path) -> Result<Script, Unfound> {
    let text =
        fs::read_to_string(path).map_err(|fault| Unfound::Unreadable(path.to_owned(), fault))?;
    Ok(Script {
        file: path.display().to_string(),
        path: path.to_owned(),
        text,
    })
}

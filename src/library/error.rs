//! Why authored files cannot be had.

use std::io;
use std::path::PathBuf;

use crate::domain::authored::suggest;

/// Why authored files cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// A file or folder cannot be read.
    #[error("cannot read `{}`: {}", .path.display(), reason(.source))]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is not text.
    #[error("`{}` is not UTF-8", .0.display())]
    NotText(PathBuf),
    /// A library folder without anything that belongs into one.
    #[error("`{}` has neither `dialogs/` nor `locales/`", .0.display())]
    NoLibrary(PathBuf),
    /// A policy folder without a policy.
    #[error("`{}` has no `policy.toml`", .0.display())]
    NoPolicy(PathBuf),
    /// A policy that is not in the library.
    #[error("no policy is named `{name}`; {}", known_names(.name, .known))]
    NoSuchPolicy {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// No policy is named, and none or several could be meant.
    #[error("it is not said which policy is meant; there is {}", quoted(.known))]
    WhichPolicy {
        /// The names there are, examples among them.
        known: Vec<String>,
    },
}

fn quoted(known: &[String]) -> String {
    let all: Vec<String> = known.iter().map(|one| format!("`{one}`")).collect();
    all.join(", ")
}

fn known_names(name: &str, known: &[String]) -> String {
    let there = format!("there is {}", quoted(known));
    match suggest(name, known.iter().map(String::as_str)) {
        Some(question) => format!("{question}?"),
        None => there,
    }
}

/// Why the system refused, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => error.to_string(),
    }
}

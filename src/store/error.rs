//! What can go wrong, told so that an operator can act on it. No answer and no free text is ever part of it.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::SessionKey;

/// Why a record cannot be read. It is kept as it is until somebody deletes it or a newer program reads it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Parked {
    /// Its bytes are not those that were written.
    #[error("its checksum does not fit")]
    Checksum,
    /// A newer program wrote it.
    #[error("it has format {0}, which this version does not know")]
    Format(u16),
    /// The checksum fits and the content makes no sense.
    #[error("its {0} cannot be read")]
    Content(&'static str),
    /// Its key is gone, or another one.
    #[error("it is sealed and its key is gone")]
    Key,
    /// Some of its pages are gone.
    #[error("page {0} of it is gone")]
    PageGone(u32),
}

/// Why the store cannot do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another process has the store open. The caller ends.
    #[error("another preauth has `{0}` open")]
    InUse(PathBuf),
    /// The place for the store is a file. The caller ends.
    #[error("`{0}` is not a directory")]
    NotADirectory(PathBuf),
    /// The operating system refuses access. The caller ends.
    #[error("no permission to read and write `{0}`")]
    NotPermitted(PathBuf),
    /// The file system is mounted read-only. The caller ends.
    #[error("`{0}` is on a read-only file system")]
    ReadOnly(PathBuf),
    /// There is no room. Nothing of the write was kept; the caller says "try again". It works again by itself when
    /// there is room.
    #[error("no room left on the disk of `{0}`")]
    Full(PathBuf),
    /// The store ends before the last commit its witness has seen. The caller ends and tells the operator.
    #[error("`{dir}` has lost its last commits: {missing} of {acknowledged} are missing")]
    Behind {
        /// The directory of the store.
        dir: PathBuf,
        /// How many acknowledged commits are missing.
        missing: u64,
        /// How many had been acknowledged.
        acknowledged: u64,
    },
    /// Records are missing or older than the store's own account of them. The caller ends and tells the operator.
    #[error("`{0}` does not hold what was last written to it")]
    Altered(PathBuf),
    /// The store has no witness. The caller ends and tells the operator.
    #[error("the witness `{0}` of the last commit is missing")]
    WitnessMissing(PathBuf),
    /// The witness cannot be read. The caller ends and tells the operator.
    #[error("the witness `{0}` of the last commit is damaged")]
    WitnessDamaged(PathBuf),
    /// The file of keys is missing, and sessions are sealed with them. The caller ends and tells the operator.
    #[error("the keys `{0}` of the sessions are missing")]
    KeysMissing(PathBuf),
    /// The file of keys is damaged, or is not the one that was written last. The caller ends and tells the operator.
    #[error("the keys `{0}` of the sessions are damaged")]
    KeysDamaged(PathBuf),
    /// The files of the store are damaged. The caller ends and tells the operator.
    #[error("the store in `{0}` is damaged and cannot be read")]
    Corrupt(PathBuf),
    /// The operating system failed in another way. The caller says "try again" and logs it.
    #[error("cannot {doing} `{dir}`: {kind}")]
    Io {
        /// The directory of the store.
        dir: PathBuf,
        /// What was being done to it.
        doing: &'static str,
        /// What the operating system said.
        kind: io::ErrorKind,
    },
    /// The disk failed while a commit was made durable, and what it holds is unknown until the store is opened
    /// again. The caller says "try again later"; the process is restarted.
    #[error("the disk of `{0}` failed; a restart is needed")]
    Failed(PathBuf),
    /// The store was closed. The caller ends.
    #[error("the store is closed")]
    Closed,
    /// The session cannot be read and is parked. The caller tells the office that the case needs an operator.
    #[error("session `{key}` is parked: {reason}")]
    Parked {
        /// The session.
        key: SessionKey,
        /// Why it cannot be read.
        reason: Parked,
    },
}

impl StoreError {
    /// What the operator can do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let text = match self {
            Self::InUse(_) => {
                "stop the other one, or give this one a directory of its own".to_owned()
            }
            Self::NotADirectory(_) => "name a directory, or one that can be made".to_owned(),
            Self::NotPermitted(_) => {
                "run as the owner of the directory, or give access to it".to_owned()
            }
            Self::ReadOnly(_) => "name a directory on a disk that can be written".to_owned(),
            Self::Full(_) => "make room; no restart is needed".to_owned(),
            Self::Behind { dir, .. } | Self::Altered(dir) => accept_loss(dir),
            Self::WitnessMissing(path)
            | Self::WitnessDamaged(path)
            | Self::KeysMissing(path)
            | Self::KeysDamaged(path) => accept_loss(path.parent().unwrap_or(path)),
            Self::Corrupt(dir) => format!(
                "restore `{dir}` from a backup; or keep what can be read: `preauth sessions accept-loss`; \
                 or move it away to begin with an empty store",
                dir = dir.display()
            ),
            Self::Io { .. } => "check the disk".to_owned(),
            Self::Failed(_) => "check the disk, then start again".to_owned(),
            Self::Closed => return None,
            Self::Parked { key, .. } => format!(
                "`preauth sessions export {key}` shows it as it is; `preauth sessions delete {key}` erases it"
            ),
        };
        Some(text)
    }
}

fn accept_loss(dir: &Path) -> String {
    let dir = dir.display();
    format!(
        "restore `{dir}` from a backup; or go on with what is left: `preauth sessions accept-loss`, \
         which says what is left and keeps it"
    )
}

/// Why a write was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody else wrote in between. The caller loads the session and decides again.
    #[error("it has version {found}, not {expected}")]
    Conflict {
        /// The version the write was decided on.
        expected: u64,
        /// The version the session has.
        found: u64,
    },
    /// The input was taken before, by this session or another one: see [`crate::store::Store::taken`]. The caller drops
    /// the write and says again what was said then.
    #[error("the input was already taken")]
    AlreadySeen,
    /// The session cannot be read. The caller tells the office that the case needs an operator.
    #[error("it is parked: {0}")]
    Parked(Parked),
    /// The events of one turn are larger than the store takes. The caller drops the write; it is a fault.
    #[error("the events of one turn have {bytes} bytes, and at most {limit} are taken")]
    TooLarge {
        /// The size of the turn.
        bytes: usize,
        /// The largest size.
        limit: usize,
    },
}

/// Why a commit did not happen. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Some of its writes were not taken, each with its key: the caller acts on each and commits the rest again.
    #[error("{} of the commit's writes were not taken", .0.len())]
    Refused(Vec<(SessionKey, Refusal)>),
    /// The store could not write. The caller says nothing that rests on the commit.
    #[error(transparent)]
    Store(#[from] StoreError),
}

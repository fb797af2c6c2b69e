//! The storage library: records by key in one tree, in batches that are durable when they return.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use ::sled::{Batch, Config, Db, Error, IVec};

use crate::store::derived;
use crate::store::error::StoreError;
use crate::store::ledger::Change;
use crate::store::quiet;
use crate::store::read::Pair;

/// How often the library tidies its file, in milliseconds. Nothing rests on it being written then.
const TIDY: u64 = 2_000;
/// How much of the tree is kept in memory, in bytes.
const CACHE: u64 = 24 * 1024 * 1024;

/// How often and how long a lock is waited for.
const TRIES: u32 = 200;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// The file the library appends to.
pub(super) fn log_path(dir: &Path) -> PathBuf {
    dir.join("db")
}

/// An open tree. Clones are the same tree; it is closed with the last one.
#[derive(Clone)]
pub(super) struct Tree(Arc<Inner>);

struct Inner {
    db: Option<Db>,
    log: File,
    dir: PathBuf,
}

impl Drop for Inner {
    fn drop(&mut self) {
        let db = self.db.take();
        // Closing syncs, and the library panics when that fails; what was acknowledged is durable already.
        let _ = quiet::catch(|| drop(db));
    }
}

/// Why a batch was not made durable.
pub(super) enum Undurable {
    /// It could not be written: the tree is to be opened again.
    Unwritten(StoreError),
    /// It was written and could not be synced: what the disk holds is unknown.
    Unsynced(StoreError),
}

impl Undurable {
    /// What to tell when nothing is open any more either way.
    pub(super) fn into_error(self) -> StoreError {
        match self {
            Self::Unwritten(error) | Self::Unsynced(error) => error,
        }
    }
}

impl Tree {
    /// Opens the tree in a directory that exists, or begins it. What the library derives from its log is made again when
    /// it cannot be read: the library does not write it in one piece, so a process killed meanwhile leaves a part of it.
    pub(super) fn open(dir: &Path) -> Result<Self, StoreError> {
        derived::remove_unfinished(dir).map_err(|error| io_error(dir, "tidy", &error))?;
        let opened = once_unless_it_panics(dir, || open_let_go(dir));
        let panicked = opened.is_none();
        let db = match told(dir, "open", opened) {
            Err(StoreError::Corrupt(_)) if !panicked => {
                derived::set_aside(dir)
                    .map_err(|error| io_error(dir, "set aside files of", &error))?;
                told(dir, "open", once_unless_it_panics(dir, || open_let_go(dir)))
            }
            other => other,
        }?;
        let log = File::options()
            .write(true)
            .open(log_path(dir))
            .map_err(|error| io_error(dir, "open", &error))?;
        Ok(Self(Arc::new(Inner {
            db: Some(db),
            log,
            dir: dir.to_owned(),
        })))
    }

    fn with<T>(
        &self,
        doing: &'static str,
        run: impl FnOnce(&Db) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let db = self.0.db.as_ref().ok_or(StoreError::Closed)?;
        told(&self.0.dir, doing, quiet::catch(|| run(db)))
    }

    /// Applies the changes as one and returns when they are durable.
    pub(super) fn apply(&self, changes: Vec<Change>) -> Result<(), Undurable> {
        let mut batch = Batch::default();
        for (key, value) in changes {
            match value {
                Some(value) => batch.insert(key, value),
                None => batch.remove(key),
            }
        }
        self.with("write", |db| {
            db.apply_batch(batch)?;
            db.flush()
        })
        .map_err(Undurable::Unwritten)?;
        // The library's flush ends in `sync_file_range`, which a power cut does not respect.
        self.0
            .log
            .sync_data()
            .map_err(|error| Undurable::Unsynced(io_error(&self.0.dir, "sync", &error)))
    }

    /// Shows every record in order of the keys.
    pub(super) fn each(&self, mut show: impl FnMut(&[u8], &[u8])) -> Result<(), StoreError> {
        self.with("read", |db| {
            for pair in db.iter() {
                let (key, value) = pair?;
                show(&key, &value);
            }
            Ok(())
        })
    }

    /// Shows records in order of the keys, from the first one after `after`.
    pub(super) fn some(
        &self,
        after: Option<&[u8]>,
        limit: usize,
        mut show: impl FnMut(&[u8], &[u8]),
    ) -> Result<(), StoreError> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        self.with("read", |db| {
            for pair in db.range::<&[u8], _>((from, Bound::Unbounded)).take(limit) {
                let (key, value) = pair?;
                show(&key, &value);
            }
            Ok(())
        })
    }

    /// The directory of the store.
    pub(super) fn dir(&self) -> &Path {
        &self.0.dir
    }

    /// The record of a key.
    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let value = self.with("read", |db| db.get(key))?;
        Ok(value.map(|value| value.to_vec()))
    }

    /// Records, as [`crate::store::read::Reader::range`] gives them.
    pub(super) fn range(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Pair>, StoreError> {
        let from = after.unwrap_or(prefix);
        self.with("read", |db| {
            db.range(from..)
                .take_while(|pair| {
                    pair.as_ref()
                        .map_or(true, |(key, _)| key.starts_with(prefix))
                })
                .filter(|pair| {
                    pair.as_ref()
                        .map_or(true, |(key, _)| after != Some(key.as_ref()))
                })
                .take(limit)
                .map(|pair| pair.map(owned))
                .collect()
        })
    }
}

/// Opens the library's files. It lets go of a file it closed a little later than it says, so a lock is waited for: the
/// store's own lock has kept everybody else away by then.
fn open_let_go(dir: &Path) -> Result<Db, Error> {
    let config = Config::new()
        .path(dir)
        .cache_capacity(CACHE)
        .flush_every_ms(Some(TIDY));
    let mut tries = 0;
    loop {
        match config.open() {
            Err(Error::Io(error)) if tries < TRIES && is_lock(&error) => {
                tries += 1;
                thread::sleep(BETWEEN_TRIES);
            }
            opened => return opened,
        }
    }
}

fn is_lock(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Other && error.to_string().contains("acquire lock")
}

/// The library keeps the lock of a file it panicked over as long as the process lives: it is not opened twice then.
fn once_unless_it_panics<T>(dir: &Path, open: impl FnOnce() -> T) -> Option<T> {
    static PANICKED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut panicked = PANICKED.lock().unwrap_or_else(PoisonError::into_inner);
    if panicked.contains(dir) {
        return None;
    }
    let opened = quiet::catch(open);
    if opened.is_none() {
        panicked.insert(dir.to_owned());
    }
    opened
}

fn owned((key, value): (IVec, IVec)) -> Pair {
    (key.to_vec(), value.to_vec())
}

fn told<T>(
    dir: &Path,
    doing: &'static str,
    outcome: Option<Result<T, Error>>,
) -> Result<T, StoreError> {
    let corrupt = || StoreError::Corrupt(dir.to_owned());
    outcome.ok_or_else(corrupt)?.map_err(|error| match error {
        Error::Io(error) => io_error(dir, doing, &error),
        _ => corrupt(),
    })
}

/// What the operating system said, as the store tells it.
pub(super) fn io_error(dir: &Path, doing: &'static str, error: &io::Error) -> StoreError {
    let path = dir.to_owned();
    match error.kind() {
        _ if is_lock(error) => StoreError::InUse(path),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::Full(path)
        }
        io::ErrorKind::PermissionDenied => StoreError::NotPermitted(path),
        io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path),
        io::ErrorKind::NotADirectory => StoreError::NotADirectory(path),
        // What the library expects in its file and does not find.
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => StoreError::Corrupt(path),
        kind => StoreError::Io {
            dir: path,
            doing,
            kind,
        },
    }
}

//! The one owner of a store's files: opens them, checks them against their witness, and makes changes durable.

use std::fs::{DirBuilder, File, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::error::StoreError;
use crate::store::files::{Files, behind};
use crate::store::ledger::{Account, Ledger};
use crate::store::opened::Opened;
use crate::store::shared::Shared;
use crate::store::sled::{Undurable, io_error, log_path};
use crate::store::witness::{self, Seen, Witness};

/// Owns the files.
pub(super) struct Engine {
    dir: PathBuf,
    files: Option<Files>,
    account: Account,
    witness: Witness,
    shared: Arc<Shared>,
    failed: Option<StoreError>,
    // Held until the end, whatever becomes of the files.
    _lock: File,
}

impl Engine {
    /// Opens the store, or begins it when the directory has none.
    pub(super) fn open(dir: &Path) -> Result<Self, StoreError> {
        let lock = lock(dir)?;
        let acknowledged = acknowledged(dir)?;
        let files = Files::open(dir, acknowledged)?;
        let account = files.account;
        let witness = Witness::begin(dir, account).map_err(told(dir, "write"))?;
        Ok(Self {
            dir: dir.to_owned(),
            shared: Arc::new(Shared::new(files.opened.clone(), account.sequence)),
            files: Some(files),
            account,
            witness,
            failed: None,
            _lock: lock,
        })
    }

    /// What readers share with the owner.
    pub(super) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// Lets the closure decide on what the store holds, makes the outcome durable, and returns what was decided.
    pub(super) fn change<T>(
        &mut self,
        decide: impl FnOnce(&mut Ledger<'_, Opened>) -> T,
    ) -> Result<T, StoreError> {
        self.ready()?;
        let files = self.files.as_mut().ok_or(StoreError::Closed)?;
        let decided = match files.change(decide) {
            Ok(decided) => decided,
            Err(error) => return Err(self.give_up(error)),
        };
        let account = files.account;
        if account != self.account {
            self.account = account;
            self.shared.durable(account.sequence);
            // The commit is durable, and is acknowledged whatever happens here: the next one sees to it.
            let _ = self.witness.note(account);
        }
        Ok(decided)
    }

    /// Looks at some of the records that were not looked at yet. Says whether there are more. Damage is told to everybody
    /// who asks from then on.
    pub(super) fn verify(&mut self) -> bool {
        let Some(files) = &mut self.files else {
            return false;
        };
        files.verify().unwrap_or_else(|error| {
            self.failed = Some(error.clone());
            self.shared.closed(error);
            self.files = None;
            false
        })
    }

    /// Opens the files again if they had to be closed.
    pub(super) fn ready(&mut self) -> Result<(), StoreError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        self.witness
            .note(self.account)
            .map_err(told(&self.dir, "write"))?;
        if self.files.is_none() {
            let files = Files::open(&self.dir, self.account)?;
            self.account = files.account;
            self.shared
                .opened(files.opened.clone(), files.account.sequence);
            self.files = Some(files);
        }
        Ok(())
    }

    fn give_up(&mut self, error: Undurable) -> StoreError {
        let told = match error {
            Undurable::Unwritten(error) => error,
            Undurable::Unsynced(_) => {
                let failed = StoreError::Failed(self.dir.clone());
                self.failed = Some(failed.clone());
                failed
            }
        };
        self.shared.closed(told.clone());
        self.files = None;
        told
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.shared.closed(StoreError::Closed);
    }
}

/// Makes the directory when there is none, and keeps every other process out of it.
pub(super) fn lock(dir: &Path) -> Result<File, StoreError> {
    // Nobody else reads what begins here; a folder that was there keeps the rights its owner gave it.
    let mut folder = DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder.create(dir).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => StoreError::NotADirectory(dir.to_owned()),
        _ => io_error(dir, "make", &error),
    })?;
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(dir.join("lock"))
        .map_err(told(dir, "lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse(dir.to_owned())),
        Err(TryLockError::Error(error)) => Err(io_error(dir, "lock", &error)),
    }
}

fn told<'a>(dir: &'a Path, doing: &'static str) -> impl Fn(io::Error) -> StoreError + use<'a> {
    move |error| io_error(dir, doing, &error)
}

/// The account acknowledged last, before the log is touched. A store that begins gets its witness first, so a log
/// without a witness has always lost it.
fn acknowledged(dir: &Path) -> Result<Account, StoreError> {
    let log = log_path(dir).try_exists().map_err(told(dir, "read"))?;
    match witness::look(dir).map_err(told(dir, "read"))? {
        Seen::Damaged => Err(StoreError::WitnessDamaged(witness::path(dir))),
        Seen::Missing if log => Err(StoreError::WitnessMissing(witness::path(dir))),
        Seen::Missing => {
            Witness::begin(dir, Account::default()).map_err(told(dir, "write"))?;
            Ok(Account::default())
        }
        Seen::At(account) if !log && account.sequence > 0 => Err(behind(dir, 0, account.sequence)),
        Seen::At(account) => Ok(account),
    }
}

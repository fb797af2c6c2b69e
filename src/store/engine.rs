//! The one owner of a store's files: opens them, checks them against their witness, and makes changes durable.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::error::StoreError;
use crate::store::ledger::{ACCOUNT, Account, Change, Ledger};
use crate::store::read::Reader;
use crate::store::record::stamp;
use crate::store::shared::Shared;
use crate::store::sled::{Tree, Undurable, io_error, log_path};
use crate::store::witness::{self, Seen, Witness};

/// Owns the files.
pub(super) struct Engine {
    dir: PathBuf,
    tree: Option<Tree>,
    account: Account,
    witness: Witness,
    shared: Arc<Shared>,
    failed: Option<StoreError>,
    // Held until the end, whatever becomes of the tree.
    _lock: File,
}

impl Engine {
    /// Opens the store, or begins it when the directory has none.
    pub(super) fn open(dir: &Path) -> Result<Self, StoreError> {
        let lock = lock(dir)?;
        let acknowledged = acknowledged(dir)?;
        let (tree, account) = open_checked(dir, acknowledged)?;
        let witness = Witness::begin(dir, account).map_err(told(dir, "write"))?;
        Ok(Self {
            dir: dir.to_owned(),
            shared: Arc::new(Shared::new(tree.clone(), account.sequence)),
            tree: Some(tree),
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
        decide: impl FnOnce(&mut Ledger<'_, Tree>) -> T,
    ) -> Result<T, StoreError> {
        let tree = self.ready()?;
        let mut ledger = Ledger::new(&tree, self.account);
        let decided = decide(&mut ledger);
        if let Some((account, changes)) = ledger.finish()? {
            self.write(&tree, changes)?;
            self.account = account;
            self.shared.durable(account.sequence);
            // The commit is durable, and is acknowledged whatever happens here: the next one sees to it.
            let _ = self.witness.note(account);
        }
        Ok(decided)
    }

    /// The tree, opened again if it had to be closed.
    pub(super) fn ready(&mut self) -> Result<Tree, StoreError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        self.witness
            .note(self.account)
            .map_err(told(&self.dir, "write"))?;
        match &self.tree {
            Some(tree) => Ok(tree.clone()),
            None => self.open_again(),
        }
    }

    fn open_again(&mut self) -> Result<Tree, StoreError> {
        let (tree, account) = open_checked(&self.dir, self.account)?;
        self.account = account;
        self.tree = Some(tree.clone());
        self.shared.opened(tree.clone(), account.sequence);
        Ok(tree)
    }

    fn write(&mut self, tree: &Tree, changes: Vec<Change>) -> Result<(), StoreError> {
        let Err(error) = tree.apply(changes) else {
            return Ok(());
        };
        let told = match error {
            Undurable::Unwritten(error) => error,
            Undurable::Unsynced(_) => {
                let failed = StoreError::Failed(self.dir.clone());
                self.failed = Some(failed.clone());
                failed
            }
        };
        self.shared.closed(told.clone());
        self.tree = None;
        Err(told)
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.shared.closed(StoreError::Closed);
    }
}

/// Makes the directory when there is none, and keeps every other process out of it.
pub(super) fn lock(dir: &Path) -> Result<File, StoreError> {
    fs::create_dir_all(dir).map_err(|error| match error.kind() {
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

fn behind(dir: &Path, present: u64, acknowledged: u64) -> StoreError {
    StoreError::Behind {
        dir: dir.to_owned(),
        missing: acknowledged.saturating_sub(present),
        acknowledged,
    }
}

/// Opens the tree and holds it against what was acknowledged and against its own account.
fn open_checked(dir: &Path, acknowledged: Account) -> Result<(Tree, Account), StoreError> {
    let tree = Tree::open(dir)?;
    let account = account(dir, &tree)?;
    if account.sequence < acknowledged.sequence {
        return Err(behind(dir, account.sequence, acknowledged.sequence));
    }
    let rewritten = account.sequence == acknowledged.sequence && account != acknowledged;
    if rewritten || stamps(&tree)? != account.stamp {
        return Err(StoreError::Altered(dir.to_owned()));
    }
    Ok((tree, account))
}

/// The store's account of itself; that of an empty store when it has none.
pub(super) fn account(dir: &Path, tree: &Tree) -> Result<Account, StoreError> {
    let bytes = tree.get(ACCOUNT)?;
    let account = bytes.map_or(Ok(Account::default()), |bytes| Account::decode(&bytes));
    account.map_err(|_| StoreError::Altered(dir.to_owned()))
}

/// The marks of all records, combined.
pub(super) fn stamps(tree: &Tree) -> Result<u128, StoreError> {
    let mut combined = 0;
    tree.each(|key, value| {
        if key != ACCOUNT {
            combined ^= stamp(key, value);
        }
    })?;
    Ok(combined)
}

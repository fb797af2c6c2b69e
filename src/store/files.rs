//! The files of a store: opened and held against each other, and changed so that a crash leaves nothing in between.

use std::collections::BTreeMap;
use std::path::Path;

use crate::store::SessionKey;
use crate::store::error::StoreError;
use crate::store::keys::{self, Found, Keys};
use crate::store::ledger::{ACCOUNT, Account, Ledger, Outcome};
use crate::store::opened::Opened;
use crate::store::read;
use crate::store::record::{Head, stamp};
use crate::store::sled::{Tree, Undurable, io_error};
use crate::store::slot::{Owner, Slot};
use crate::store::verify::Verify;

/// The files, and what they hold by their own account.
pub(super) struct Files {
    /// What can be read.
    pub(super) opened: Opened,
    /// The account.
    pub(super) account: Account,
    keys: Keys,
    /// What is left to look at of the records.
    verify: Option<Verify>,
}

/// How many records are looked at before a store is open, and how many at a time from then on.
const AT_FIRST: usize = 100_000;
const AT_A_TIME: usize = 500;

impl Files {
    /// Opens the files and holds them against what was acknowledged and against their own account. What a crash left
    /// half erased is erased. Of a large store only the first records are looked at; [`Files::verify`] goes on with it.
    pub(super) fn open(dir: &Path, acknowledged: Account) -> Result<Self, StoreError> {
        Self::open_looking_at(dir, acknowledged, AT_FIRST)
    }

    fn open_looking_at(
        dir: &Path,
        acknowledged: Account,
        records: usize,
    ) -> Result<Self, StoreError> {
        let tree = Tree::open(dir)?;
        let account = account(dir, &tree)?;
        if account.sequence < acknowledged.sequence {
            return Err(behind(dir, account.sequence, acknowledged.sequence));
        }
        let rewritten =
            account.sequence == acknowledged.sequence && account.stamp != acknowledged.stamp;
        if rewritten {
            return Err(StoreError::Altered(dir.to_owned()));
        }
        let (keys, interrupted) = open_keys(dir, &tree, account)?;
        let slots = keys.slots();
        let mut files = Self {
            opened: Opened { tree, slots },
            account,
            keys,
            verify: Some(Verify::default()),
        };
        files.look_at(records)?;
        if !interrupted.is_empty() {
            files.erase(&interrupted).map_err(Undurable::into_error)?;
        }
        Ok(files)
    }

    /// Looks at some of the records that were not looked at yet. Says whether there are more.
    ///
    /// # Errors
    /// [`StoreError::Altered`] when they are not what was last written.
    pub(super) fn verify(&mut self) -> Result<bool, StoreError> {
        self.look_at(AT_A_TIME)
    }

    fn look_at(&mut self, count: usize) -> Result<bool, StoreError> {
        let Some(verify) = &mut self.verify else {
            return Ok(false);
        };
        let tree = &self.opened.tree;
        match verify.some(tree, count)? {
            None => return Ok(true),
            Some(marks) if marks == self.account.stamp => self.verify = None,
            Some(_) => return Err(StoreError::Altered(tree.dir().to_owned())),
        }
        Ok(false)
    }

    fn erase(&mut self, sessions: &[SessionKey]) -> Result<(), Undurable> {
        let erased: Result<Vec<bool>, _> = self.change(|ledger| {
            let erased = sessions.iter().map(|session| ledger.delete(session));
            erased.collect()
        })?;
        erased.map(drop).map_err(Undurable::Unwritten)
    }

    /// Lets the closure decide on what the store holds, makes the outcome durable, and returns what was decided.
    pub(super) fn change<T>(
        &mut self,
        decide: impl FnOnce(&mut Ledger<'_, Opened>) -> T,
    ) -> Result<T, Undurable> {
        let mut ledger = Ledger::new(&self.opened, self.account);
        let decided = decide(&mut ledger);
        let outcome = ledger.finish(|| self.keys.take());
        if let Some(outcome) = outcome.map_err(Undurable::Unwritten)? {
            self.write(outcome)?;
        }
        Ok(decided)
    }

    /// Keys first: records are durable only when their key is, and are removed only when it is overwritten.
    fn write(&mut self, outcome: Outcome) -> Result<(), Undurable> {
        let erased = outcome.erased.iter();
        let erased = erased.map(|(number, owner)| (*number, Slot::Erased(*owner)));
        self.put(outcome.begun.into_iter().chain(erased).collect())?;
        if let Some(verify) = &mut self.verify {
            let noted = verify.before(&self.opened.tree, &outcome.changes);
            noted.map_err(Undurable::Unwritten)?;
        }
        self.opened.tree.apply(outcome.changes)?;
        self.account = outcome.account;
        let free = outcome.erased.iter().map(|(number, _)| *number);
        // A slot that could not be freed is freed when the store is opened again.
        let _ = self.keys.free(free);
        Ok(())
    }

    fn put(&mut self, slots: Vec<(u32, Slot)>) -> Result<(), Undurable> {
        let dir = self.opened.tree.dir();
        put(&mut self.keys, dir, slots)
    }
}

fn put(keys: &mut Keys, dir: &Path, slots: Vec<(u32, Slot)>) -> Result<(), Undurable> {
    if slots.is_empty() {
        return Ok(());
    }
    keys.put(slots)
        .map_err(|error| Undurable::Unwritten(io_error(dir, "write the keys of", &error)))?;
    keys.sync()
        .map_err(|error| Undurable::Unsynced(io_error(dir, "sync the keys of", &error)))
}

/// That a store lacks commits that were acknowledged.
pub(super) fn behind(dir: &Path, present: u64, acknowledged: u64) -> StoreError {
    StoreError::Behind {
        dir: dir.to_owned(),
        missing: acknowledged.saturating_sub(present),
        acknowledged,
    }
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

/// Opens the keys and holds them against the account. Says which sessions were being erased.
fn open_keys(
    dir: &Path,
    tree: &Tree,
    account: Account,
) -> Result<(Keys, Vec<SessionKey>), StoreError> {
    let Some(found) = look(dir, account.sequence)? else {
        if account.keys != 0 {
            return Err(StoreError::KeysMissing(keys::path(dir)));
        }
        return Ok((begin(dir)?, Vec::new()));
    };
    // A store that begins is killed while its file of keys is written.
    if account.keys == 0 && found.is_empty() {
        return Ok((begin(dir)?, Vec::new()));
    }
    if !found.good || !found.damaged.is_empty() {
        return Err(StoreError::KeysDamaged(keys::path(dir)));
    }
    let (keys, stamp, interrupted) = settled(dir, tree, found)?;
    if stamp != account.keys {
        return Err(StoreError::KeysDamaged(keys::path(dir)));
    }
    Ok((keys, interrupted))
}

/// Accepts the keys as they are: a slot that cannot be read is freed, and its session will be parked. Gives their mark.
pub(super) fn accept_keys(
    dir: &Path,
    tree: &Tree,
    sequence: u64,
) -> Result<(Keys, u128), StoreError> {
    let Some(mut found) = look(dir, sequence)? else {
        return Ok((begin(dir)?, 0));
    };
    if !found.good {
        let mended = found.keys.mend();
        mended.map_err(|error| io_error(dir, "write the keys of", &error))?;
    }
    found.strays.append(&mut found.damaged);
    let (keys, stamp, _) = settled(dir, tree, found)?;
    Ok((keys, stamp))
}

fn look(dir: &Path, sequence: u64) -> Result<Option<Found>, StoreError> {
    Keys::look(dir, sequence).map_err(|error| io_error(dir, "read the keys of", &error))
}

fn begin(dir: &Path) -> Result<Keys, StoreError> {
    Keys::begin(dir).map_err(|error| io_error(dir, "write the keys of", &error))
}

/// Frees the slots that no session is in. Gives the mark of all others, and the sessions that were being erased.
fn settled(
    dir: &Path,
    tree: &Tree,
    found: Found,
) -> Result<(Keys, u128, Vec<SessionKey>), StoreError> {
    let Found {
        mut keys,
        mut stamp,
        erased,
        strays,
        ..
    } = found;
    let interrupted = interrupted(tree, &erased)?;
    for (number, owner) in &erased {
        if interrupted.contains_key(number) {
            stamp ^= owner.stamp(*number);
        }
    }
    let done = erased.into_iter().map(|(number, _)| number);
    let done = done.filter(|number| !interrupted.contains_key(number));
    let free: Vec<_> = done.chain(strays).collect();
    put(
        &mut keys,
        dir,
        free.iter().map(|number| (*number, Slot::Free)).collect(),
    )
    .map_err(Undurable::into_error)?;
    keys.vacate(&free);
    Ok((keys, stamp, interrupted.into_values().collect()))
}

/// The sessions whose key is overwritten and whose head is still there, by slot.
fn interrupted(
    tree: &Tree,
    erased: &[(u32, Owner)],
) -> Result<BTreeMap<u32, SessionKey>, StoreError> {
    let mut found = BTreeMap::new();
    if erased.is_empty() {
        return Ok(found);
    }
    tree.each(|name, bytes| {
        let Some(key) = read::session_key(name) else {
            return;
        };
        let slot = Head::decode(bytes).map(|head| head.slot());
        for (number, owner) in erased {
            // A head that cannot be read does not say which slot it is in.
            if owner.is(&key) && slot.as_ref().map_or(true, |slot| *slot == Some(*number)) {
                found.insert(*number, key.clone());
            }
        }
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests;

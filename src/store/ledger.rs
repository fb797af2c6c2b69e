//! Decides a group of commits in order, each against what the ones before it leave behind, and says what to write.
//! It writes nothing itself; the memory store and the disk store apply the same outcome.

use std::collections::BTreeMap;

use crate::store::error::{CommitError, Refusal, StoreError};
use crate::store::read::{self, Reader};
use crate::store::record::{Head, encode_turn};
use crate::store::slot::{Owner, Slot};
use crate::store::taken;
use crate::store::{SessionKey, UnixSeconds, Write};

mod account;
mod trial;

use trial::Trial;

pub(super) use account::{ACCOUNT, Account};

/// The largest line of one turn, in bytes.
const LARGEST_TURN: usize = 32 * 1024;

/// What a key holds after a group; nothing when it is removed.
pub(super) type Change = (Vec<u8>, Option<Vec<u8>>);

type Changes = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// A write with its turn in stored form, made by the caller so that the writer has less to do.
#[derive(Debug)]
pub(super) struct Prepared {
    write: Write,
    line: Result<Vec<u8>, Refusal>,
}

impl Prepared {
    pub(super) fn new(write: Write) -> Self {
        let line = match encode_turn(&write.turn) {
            Err(reason) => Err(Refusal::Parked(reason)),
            Ok(line) if line.len() > LARGEST_TURN => Err(Refusal::TooLarge {
                bytes: line.len(),
                limit: LARGEST_TURN,
            }),
            Ok(line) => Ok(line),
        };
        Self { write, line }
    }
}

/// What a group leaves behind, before it is put into records: sealing comes last, once for each session.
#[derive(Default)]
struct Staged {
    /// Heads; nothing for a session that is erased.
    heads: BTreeMap<SessionKey, Option<Head>>,
    /// All other records.
    records: Changes,
    /// The slots of sessions that are erased.
    erased: BTreeMap<u32, Owner>,
}

impl Staged {
    fn is_empty(&self) -> bool {
        self.heads.is_empty() && self.records.is_empty()
    }

    fn extend(&mut self, later: Self) {
        self.heads.extend(later.heads);
        self.records.extend(later.records);
        self.erased.extend(later.erased);
    }
}

/// What is to be written for a group: first the keys, then the records, durable each.
pub(super) struct Outcome {
    /// The account once it is written.
    pub(super) account: Account,
    /// The records.
    pub(super) changes: Vec<Change>,
    /// The keys of sessions that begin.
    pub(super) begun: Vec<(u32, Slot)>,
    /// The slots whose keys are overwritten, free once the records are written.
    pub(super) erased: Vec<(u32, Owner)>,
}

/// A group of commits being decided.
pub(super) struct Ledger<'a, R> {
    reader: &'a R,
    account: Account,
    staged: Staged,
}

impl<'a, R: Reader> Ledger<'a, R> {
    pub(super) fn new(reader: &'a R, account: Account) -> Self {
        Self {
            reader,
            account,
            staged: Staged::default(),
        }
    }

    /// Takes all the writes, or none of them.
    pub(super) fn commit(&mut self, writes: &[Prepared]) -> Result<(), CommitError> {
        let mut trial = Trial::of(self);
        let mut refused = Vec::new();
        for prepared in writes {
            match trial.write(prepared) {
                Ok(()) => {}
                Err(CommitError::Store(error)) => return Err(error.into()),
                Err(CommitError::Refused(why)) => refused.extend(why),
            }
        }
        if !refused.is_empty() {
            return Err(CommitError::Refused(refused));
        }
        let own = trial.own;
        self.take(own);
        Ok(())
    }

    /// Notes a delivered reply. A session that is gone or parked is left alone.
    pub(super) fn mark(&mut self, key: &SessionKey, version: u64) -> Result<(), StoreError> {
        let mut trial = Trial::of(self);
        if let Ok(Some(mut head)) = trial.head_to_write(key)?
            && head.delivered(version)
        {
            trial.own.heads.insert(key.clone(), Some(head));
            let own = trial.own;
            self.take(own);
        }
        Ok(())
    }

    /// Erases a session; says whether there was one.
    pub(super) fn delete(&mut self, key: &SessionKey) -> Result<bool, StoreError> {
        let mut trial = Trial::of(self);
        let there = trial.erase(key)?;
        let own = trial.own;
        self.take(own);
        Ok(there)
    }

    /// Forgets inputs, given by the keys of their records, when they were taken before this moment. Says how many.
    pub(super) fn forget(
        &mut self,
        names: &[Vec<u8>],
        before: UnixSeconds,
    ) -> Result<u64, StoreError> {
        let mut trial = Trial::of(self);
        for name in names {
            let held = trial.get(name)?;
            if held.is_some_and(|bytes| taken::is_before(&bytes, before)) {
                trial.own.records.insert(name.clone(), None);
            }
        }
        let own = trial.own;
        let forgotten = own.records.len();
        self.take(own);
        Ok(u64::try_from(forgotten).unwrap_or(u64::MAX))
    }

    fn take(&mut self, own: Staged) {
        self.account.sequence += u64::from(!own.is_empty());
        self.staged.extend(own);
    }

    /// What to write, the store's account of itself included; nothing when the group changes nothing. New sessions are
    /// given the slots that `vacant` names.
    pub(super) fn finish(self, vacant: impl FnMut() -> u32) -> Result<Option<Outcome>, StoreError> {
        if self.staged.is_empty() {
            return Ok(None);
        }
        let mut outcome = Outcome {
            account: self.account,
            changes: Vec::with_capacity(self.staged.heads.len() + self.staged.records.len() + 1),
            begun: Vec::new(),
            erased: self.staged.erased.into_iter().collect(),
        };
        outcome.seal(self.staged.heads, vacant)?;
        outcome.changes.extend(self.staged.records);
        outcome.settle(self.reader)?;
        Ok(Some(outcome))
    }
}

impl Outcome {
    fn seal(
        &mut self,
        heads: BTreeMap<SessionKey, Option<Head>>,
        mut vacant: impl FnMut() -> u32,
    ) -> Result<(), StoreError> {
        let sequence = self.account.sequence;
        for (key, head) in heads {
            let name = read::head_key(&key);
            let Some(mut head) = head else {
                self.changes.push((name, None));
                continue;
            };
            if head.slot().is_none() {
                let slot = vacant();
                head.place(slot);
                let held = Slot::Held(Owner::new(sequence, &key), head.secret().clone());
                self.begun.push((slot, held));
            }
            let record = head.encode(&name, sequence);
            let record = record.map_err(|reason| StoreError::Parked { key, reason })?;
            self.changes.push((name, Some(record)));
        }
        Ok(())
    }

    /// Brings the account up to what is written, and adds it.
    fn settle(&mut self, reader: &impl Reader) -> Result<(), StoreError> {
        for (name, after) in &self.changes {
            let before = reader.get(name)?;
            self.account
                .replace(name, before.as_deref(), after.as_deref());
        }
        for (slot, held) in &self.begun {
            if let Slot::Held(owner, _) = held {
                self.account.keys ^= owner.stamp(*slot);
            }
        }
        for (slot, owner) in &self.erased {
            self.account.keys ^= owner.stamp(*slot);
        }
        let account = self.account.encode();
        self.changes.push((ACCOUNT.to_vec(), Some(account)));
        Ok(())
    }
}

fn check(head: &Head, write: &Write) -> Result<(), Refusal> {
    if head.version != write.expected_version {
        return Err(Refusal::Conflict {
            expected: write.expected_version,
            found: head.version,
        });
    }
    Ok(())
}

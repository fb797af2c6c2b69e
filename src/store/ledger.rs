//! Decides a group of commits in order, each against what the ones before it leave behind, and says what to write.
//! It writes nothing itself; the memory store and the disk store apply the same outcome.

use std::collections::BTreeMap;

use crate::store::error::{CommitError, Parked, Refusal, StoreError};
use crate::store::read::{self, Reader};
use crate::store::record::{Frame, Head, Kind, encode_turn};
use crate::store::taken;
use crate::store::{Binding, ChannelKey, SessionKey, UnixSeconds, Write};

mod account;

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

/// A group of commits being decided.
pub(super) struct Ledger<'a, R> {
    reader: &'a R,
    account: Account,
    staged: Changes,
}

impl<'a, R: Reader> Ledger<'a, R> {
    pub(super) fn new(reader: &'a R, account: Account) -> Self {
        Self {
            reader,
            account,
            staged: Changes::new(),
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
        let changes = trial.changes;
        self.take(changes);
        Ok(())
    }

    /// Notes a delivered reply. A session that is gone or parked is left alone.
    pub(super) fn mark(&mut self, key: &SessionKey, version: u64) -> Result<(), StoreError> {
        let mut trial = Trial::of(self);
        if let Ok(Some(mut head)) = trial.head(key)?
            && head.delivered(version)
            && trial.put_head(key, &head).is_ok()
        {
            let changes = trial.changes;
            self.take(changes);
        }
        Ok(())
    }

    /// Erases a session; says whether there was one.
    pub(super) fn delete(&mut self, key: &SessionKey) -> Result<bool, StoreError> {
        let mut trial = Trial::of(self);
        if trial.get(&read::head_key(key))?.is_none() {
            return Ok(false);
        }
        trial.erase(key)?;
        let changes = trial.changes;
        self.take(changes);
        Ok(true)
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
                trial.changes.insert(name.clone(), None);
            }
        }
        let changes = trial.changes;
        let forgotten = changes.len();
        self.take(changes);
        Ok(u64::try_from(forgotten).unwrap_or(u64::MAX))
    }

    fn take(&mut self, changes: Changes) {
        self.account.sequence += u64::from(!changes.is_empty());
        self.staged.extend(changes);
    }

    /// What to write, the store's account of itself included; nothing when the group changes nothing.
    pub(super) fn finish(self) -> Result<Option<(Account, Vec<Change>)>, StoreError> {
        if self.staged.is_empty() {
            return Ok(None);
        }
        let mut account = self.account;
        for (key, after) in &self.staged {
            let before = self.reader.get(key)?;
            account.replace(key, before.as_deref(), after.as_deref());
        }
        let mut changes: Vec<Change> = self.staged.into_iter().collect();
        changes.push((ACCOUNT.to_vec(), Some(account.encode())));
        Ok(Some((account, changes)))
    }
}

/// One commit on top of a group.
struct Trial<'l, R> {
    reader: &'l R,
    staged: &'l Changes,
    changes: Changes,
    sequence: u64,
}

impl<'l, R: Reader> Trial<'l, R> {
    fn of(ledger: &'l Ledger<'_, R>) -> Self {
        Self {
            reader: ledger.reader,
            staged: &ledger.staged,
            changes: Changes::new(),
            sequence: ledger.account.sequence + 1,
        }
    }

    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let staged = self.changes.get(key).or_else(|| self.staged.get(key));
        staged.map_or_else(|| self.reader.get(key), |staged| Ok(staged.clone()))
    }

    fn head(&self, key: &SessionKey) -> Result<Result<Option<Head>, Parked>, StoreError> {
        let bytes = self.get(&read::head_key(key))?;
        Ok(bytes.as_deref().map(Head::decode).transpose())
    }

    fn put_head(&mut self, key: &SessionKey, head: &Head) -> Result<(), Parked> {
        let record = head.encode(self.sequence)?;
        self.changes.insert(read::head_key(key), Some(record));
        Ok(())
    }

    fn write(&mut self, prepared: &Prepared) -> Result<(), CommitError> {
        let write = &prepared.write;
        let refuse = |why| CommitError::Refused(vec![(write.key.clone(), why)]);
        let line = prepared.line.as_ref().map_err(|why| refuse(why.clone()))?;
        let input = taken::key_of(write);
        if let Some(name) = &input
            && self
                .get(name)?
                .is_some_and(|bytes| taken::decode(&bytes).is_some())
        {
            return Err(refuse(Refusal::AlreadySeen));
        }
        let head = self.head(&write.key)?;
        let head = head.map_err(|reason| refuse(Refusal::Parked(reason)))?;
        let mut head = head.unwrap_or_else(|| Head::new(write.turn.at));
        check(&head, write).map_err(refuse)?;
        self.append(&mut head, write, line);
        if let Some(name) = input {
            let record = taken::encode(write, head.version, self.sequence);
            self.changes.insert(name, Some(record));
        }
        self.bind(&mut head, write)?;
        self.put_head(&write.key, &head)
            .map_err(|reason| refuse(Refusal::Parked(reason)))
    }

    fn append(&mut self, head: &mut Head, write: &Write, line: &[u8]) {
        if let Some((number, turns)) = head.append(line, write.turn.at) {
            let page = Frame::new(Kind::Page, self.sequence).wrap(&turns);
            let name = read::page_key(&write.key, number);
            self.changes.insert(name, Some(page));
        }
        head.owe(write.reply_owed);
        head.plan(write.agenda);
    }

    fn bind(&mut self, head: &mut Head, write: &Write) -> Result<(), StoreError> {
        match &write.binding {
            None => {}
            Some(Binding::Enter(channel)) => {
                head.enter(channel);
                let content = write.key.as_str().as_bytes();
                let record = Frame::new(Kind::Channel, self.sequence).wrap(content);
                self.changes
                    .insert(read::channel_key(channel), Some(record));
            }
            Some(Binding::Leave(channel)) => {
                head.leave(channel);
                self.unbind(channel, &write.key)?;
            }
        }
        Ok(())
    }

    /// Removes the binding of a channel when it names this session.
    fn unbind(&mut self, channel: &ChannelKey, key: &SessionKey) -> Result<(), StoreError> {
        let name = read::channel_key(channel);
        let bound = self.get(&name)?;
        if bound.and_then(|bytes| read::bound(&bytes)).as_ref() == Some(key) {
            self.changes.insert(name, None);
        }
        Ok(())
    }

    fn erase(&mut self, key: &SessionKey) -> Result<(), StoreError> {
        if let Ok(Some(head)) = self.head(key)? {
            for channel in head.channels() {
                self.unbind(&channel, key)?;
            }
        }
        let prefix = read::pages_prefix(key);
        let stored = self.reader.range(&prefix, None, usize::MAX)?;
        let staged = self.staged.keys().filter(|name| name.starts_with(&prefix));
        let pages: Vec<_> = stored
            .into_iter()
            .map(|(name, _)| name)
            .chain(staged.cloned())
            .collect();
        let gone = pages.into_iter().chain([read::head_key(key)]);
        self.changes.extend(gone.map(|name| (name, None)));
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

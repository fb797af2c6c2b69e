//! The store on disk.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use crate::store::engine::{self, Engine};
use crate::store::error::StoreError;
use crate::store::files;
use crate::store::ledger::{ACCOUNT, Account, Prepared};
use crate::store::opened::Opened;
use crate::store::pending::Pending;
use crate::store::read;
use crate::store::record::Present;
use crate::store::shared::Shared;
use crate::store::sled::{Tree, Undurable, io_error};
use crate::store::taken;
use crate::store::witness::{self, Seen, Witness};
use crate::store::writer::{Request, Writer};
use crate::store::{
    ChannelKey, CommitError, InputId, Listed, Log, RawRecord, SessionKey, Store, Taken,
    Undelivered, UnixSeconds, Write,
};

/// Keeps logs in a directory of its own. One thread writes; any number of others read and wait.
///
/// Dropping it closes the store, after what was handed to it is written.
pub struct Disk {
    requests: Option<mpsc::Sender<Request>>,
    shared: Arc<Shared>,
    writer: Option<JoinHandle<()>>,
}

impl Disk {
    /// Opens the store in the directory, or begins one. Every record is looked at, so that a loss is told now.
    ///
    /// # Errors
    /// When another process has it open, when the directory cannot be used, and when the store has lost commits or is
    /// damaged; see [`StoreError`].
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        let engine = Engine::open(dir)?;
        let shared = engine.shared();
        let (requests, asked) = mpsc::channel();
        let writer = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || Writer::new(engine).run(&asked))
            .map_err(|error| io_error(dir, "start the writer of", &error))?;
        Ok(Self {
            requests: Some(requests),
            shared,
            writer: Some(writer),
        })
    }

    fn ask(&self, request: Request) -> Result<(), StoreError> {
        let requests = self.requests.as_ref().ok_or(StoreError::Closed)?;
        requests.send(request).map_err(|_| StoreError::Closed)
    }

    fn settle(&self) -> Result<(), StoreError> {
        let (reply, pending) = Pending::pair();
        self.ask(Request::Settle(reply))?;
        pending.wait().unwrap_or(Err(StoreError::Closed))
    }

    /// What is durable, after an attempt to open the store again if it had to be closed.
    fn reader(&self) -> Result<&Shared, StoreError> {
        if self.shared.check().is_err() {
            self.settle()?;
        }
        Ok(&self.shared)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(writer) = self.writer.take() {
            // The writer does not panic; if it did, there is nothing left to close.
            let _ = writer.join();
        }
    }
}

impl Store for Disk {
    fn load(&self, key: &SessionKey) -> Result<Option<Log>, StoreError> {
        read::load(self.reader()?, key)
    }

    fn session_of(&self, channel: &ChannelKey) -> Result<Option<SessionKey>, StoreError> {
        read::session_of(self.reader()?, channel)
    }

    fn taken(&self, channel: &ChannelKey, input: &InputId) -> Result<Option<Taken>, StoreError> {
        taken::find(self.reader()?, channel, input)
    }

    fn sweep_taken(&self, before: UnixSeconds) -> Result<u64, StoreError> {
        taken::sweep(
            |after, limit| taken::page(self.reader()?, after, limit),
            before,
            |names| {
                let (reply, pending) = Pending::pair();
                self.ask(Request::Forget(names, before, reply))?;
                pending.wait().unwrap_or(Err(StoreError::Closed))
            },
        )
    }

    fn submit(&self, writes: Vec<Write>) -> Pending<Result<(), CommitError>> {
        let prepared = writes.into_iter().map(Prepared::new).collect();
        let (reply, pending) = Pending::pair();
        match self.ask(Request::Commit(prepared, reply)) {
            Ok(()) => pending,
            Err(error) => Pending::ready(Err(error.into())),
        }
    }

    fn undelivered(&self) -> Result<Vec<Undelivered>, StoreError> {
        self.settle()?;
        read::undelivered(&*self.shared)
    }

    fn mark_delivered(&self, key: &SessionKey, version: u64) -> Result<(), StoreError> {
        self.ask(Request::Mark(key.clone(), version))
    }

    fn scan(&self, after: Option<&SessionKey>, limit: usize) -> Result<Vec<Listed>, StoreError> {
        read::scan(self.reader()?, after, limit)
    }

    fn delete(&self, key: &SessionKey) -> Result<bool, StoreError> {
        let (reply, pending) = Pending::pair();
        self.ask(Request::Delete(key.clone(), reply))?;
        pending.wait().unwrap_or(Err(StoreError::Closed))
    }

    fn raw(&self, key: &SessionKey) -> Result<Vec<RawRecord>, StoreError> {
        read::raw(self.reader()?, key)
    }
}

/// What was left when a loss was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// How many acknowledged commits are missing, when the witness could tell.
    pub missing: Option<u64>,
    /// How many sessions are left.
    pub sessions: u64,
    /// How many of them are parked.
    pub parked: u64,
}

/// Goes on with what is left of a store that has lost something: from here on, what it holds is what it should hold.
/// Nothing that can be read is removed. It does no harm to a store that has lost nothing.
///
/// # Errors
/// When another process has the store open, or when its files cannot be opened at all.
pub fn accept_loss(dir: &Path) -> Result<Loss, StoreError> {
    let _lock = engine::lock(dir)?;
    let witness = witness::look(dir).map_err(|error| io_error(dir, "read", &error))?;
    let tree = Tree::open(dir)?;
    let present = files::account(dir, &tree).map_or(0, |account| account.sequence);
    let acknowledged = match witness {
        Seen::At(account) => Some(account.sequence),
        Seen::Missing | Seen::Damaged => None,
    };
    let latest = latest(&tree)?.max(present).max(acknowledged.unwrap_or(0));
    let sequence = latest.saturating_add(1);
    let (keys, marks) = files::accept_keys(dir, &tree, sequence)?;
    let account = Account {
        sequence,
        stamp: files::stamps(&tree)?,
        keys: marks,
    };
    let change = (ACCOUNT.to_vec(), Some(account.encode()));
    tree.apply(vec![change]).map_err(Undurable::into_error)?;
    Witness::begin(dir, account).map_err(|error| io_error(dir, "write", &error))?;
    let slots = keys.slots();
    let (sessions, parked) = count(&Opened { tree, slots })?;
    Ok(Loss {
        missing: acknowledged.map(|sequence| sequence.saturating_sub(present)),
        sessions,
        parked,
    })
}

/// The number of the latest commit that left a record.
fn latest(tree: &Tree) -> Result<u64, StoreError> {
    let mut latest = 0;
    tree.each(|_, value| {
        let sequence = Present::of(value).map_or(0, |present| present.sequence);
        latest = latest.max(sequence);
    })?;
    Ok(latest)
}

/// How many sessions there are, and how many of them are parked.
fn count(opened: &Opened) -> Result<(u64, u64), StoreError> {
    let (mut sessions, mut parked) = (0, 0);
    opened.tree.each(|name, bytes| {
        if let Some(key) = read::session_key(name) {
            sessions += 1;
            parked += u64::from(!matches!(read::opened(opened, &key, bytes), Ok(Ok(_))));
        }
    })?;
    Ok((sessions, parked))
}

#[cfg(test)]
mod tests;

//! What readers share with the owner of the files: the files, and how far it is durable.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::store::SessionKey;
use crate::store::error::StoreError;
use crate::store::opened::Opened;
use crate::store::read::{Pair, Reader};
use crate::store::record::Present;
use crate::store::slot::Slot;

/// Reads only what is durable: a record of a commit that is still on its way is waited for.
pub(super) struct Shared {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    opened: Result<Opened, StoreError>,
    durable: u64,
}

impl Shared {
    pub(super) fn new(opened: Opened, durable: u64) -> Self {
        Self {
            state: Mutex::new(State {
                opened: Ok(opened),
                durable,
            }),
            moved: Condvar::new(),
        }
    }

    /// Notes that everything up to this commit is durable.
    pub(super) fn durable(&self, sequence: u64) {
        self.lock().durable = sequence;
        self.moved.notify_all();
    }

    /// Notes that the files were opened again.
    pub(super) fn opened(&self, opened: Opened, durable: u64) {
        *self.lock() = State {
            opened: Ok(opened),
            durable,
        };
        self.moved.notify_all();
    }

    /// Notes that there are no files for the time being.
    pub(super) fn closed(&self, why: StoreError) {
        let former = std::mem::replace(&mut self.lock().opened, Err(why));
        self.moved.notify_all();
        // Closing the files takes a while: not under the lock.
        drop(former);
    }

    /// Whether there are files, and if not, why.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        self.files().map(drop)
    }

    fn files(&self) -> Result<Opened, StoreError> {
        self.lock().opened.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until this commit is durable. Says whether it had to: then what was read may not hold any more.
    fn wait_for(&self, sequence: u64) -> bool {
        let mut state = self.lock();
        let mut waited = false;
        while state.opened.is_ok() && state.durable < sequence {
            waited = true;
            state = self
                .moved
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        waited
    }

    fn durably<T>(
        &self,
        read: impl Fn(&Opened) -> Result<T, StoreError>,
        latest: impl Fn(&T) -> u64,
    ) -> Result<T, StoreError> {
        loop {
            let found = read(&self.files()?)?;
            if !self.wait_for(latest(&found)) {
                return Ok(found);
            }
        }
    }
}

fn sequence(bytes: &[u8]) -> u64 {
    Present::of(bytes).map_or(0, |present| present.sequence)
}

impl Reader for Shared {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.durably(
            |opened| opened.get(key),
            |found| found.as_deref().map_or(0, sequence),
        )
    }

    fn range(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Pair>, StoreError> {
        self.durably(
            |opened| opened.range(prefix, after, limit),
            |found| {
                found
                    .iter()
                    .map(|(_, bytes)| sequence(bytes))
                    .max()
                    .unwrap_or(0)
            },
        )
    }
    // A slot is durable before the record that names it is written.
    fn slot(&self, number: u32) -> Result<Option<Slot>, StoreError> {
        self.files()?.slot(number)
    }

    fn slot_of(&self, session: &SessionKey) -> Result<Option<u32>, StoreError> {
        self.files()?.slot_of(session)
    }
}

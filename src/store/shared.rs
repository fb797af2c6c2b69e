//! What readers share with the owner of the files: the tree, and how far it is durable.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::store::error::StoreError;
use crate::store::read::{Pair, Reader};
use crate::store::record::Present;
use crate::store::sled::Tree;

/// Reads only what is durable: a record of a commit that is still on its way is waited for.
pub(super) struct Shared {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    tree: Result<Tree, StoreError>,
    durable: u64,
}

impl Shared {
    pub(super) fn new(tree: Tree, durable: u64) -> Self {
        Self {
            state: Mutex::new(State {
                tree: Ok(tree),
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

    /// Notes that the tree was opened again.
    pub(super) fn opened(&self, tree: Tree, durable: u64) {
        *self.lock() = State {
            tree: Ok(tree),
            durable,
        };
        self.moved.notify_all();
    }

    /// Notes that there is no tree for the time being.
    pub(super) fn closed(&self, why: StoreError) {
        let former = std::mem::replace(&mut self.lock().tree, Err(why));
        self.moved.notify_all();
        // Closing the tree takes a while: not under the lock.
        drop(former);
    }

    /// Whether there is a tree, and if not, why.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        self.tree().map(drop)
    }

    fn tree(&self) -> Result<Tree, StoreError> {
        self.lock().tree.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until this commit is durable. Says whether it had to: then what was read may not hold any more.
    fn wait_for(&self, sequence: u64) -> bool {
        let mut state = self.lock();
        let mut waited = false;
        while state.tree.is_ok() && state.durable < sequence {
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
        read: impl Fn(&Tree) -> Result<T, StoreError>,
        latest: impl Fn(&T) -> u64,
    ) -> Result<T, StoreError> {
        loop {
            let found = read(&self.tree()?)?;
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
            |tree| tree.get(key),
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
            |tree| tree.range(prefix, after, limit),
            |found| {
                found
                    .iter()
                    .map(|(_, bytes)| sequence(bytes))
                    .max()
                    .unwrap_or(0)
            },
        )
    }
}

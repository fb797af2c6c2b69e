//! A store that is gone when it is dropped: for tests, replays and trying things out.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::store::ledger::{Account, Ledger, Outcome, Prepared};
use crate::store::read::{self, Pair, Reader};
use crate::store::slot::{Slot, Vacant};
use crate::store::taken;
use crate::store::{
    ChannelKey, CommitError, InputId, Listed, Log, Pending, RawRecord, SessionKey, Store,
    StoreError, Taken, Undelivered, UnixSeconds, Write,
};

/// Keeps logs in memory, in the same records as the store on disk.
#[derive(Debug, Default)]
pub struct Memory(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    records: Records,
    account: Account,
    vacant: Vacant,
}

#[derive(Debug, Default)]
struct Records {
    records: BTreeMap<Vec<u8>, Vec<u8>>,
    slots: BTreeMap<u32, Slot>,
}

impl Records {
    fn apply(&mut self, outcome: Outcome) {
        for (key, value) in outcome.changes {
            match value {
                Some(value) => self.records.insert(key, value),
                None => self.records.remove(&key),
            };
        }
        for (number, _) in outcome.erased {
            self.slots.remove(&number);
        }
        self.slots.extend(outcome.begun);
    }
}

impl Reader for Records {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.records.get(key).cloned())
    }

    fn range(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Pair>, StoreError> {
        let from = after.unwrap_or(prefix);
        let pairs = self.records.range(from.to_vec()..);
        let pairs = pairs
            .take_while(|(key, _)| key.starts_with(prefix))
            .filter(|(key, _)| after != Some(key.as_slice()))
            .take(limit);
        Ok(pairs
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect())
    }

    fn slot(&self, number: u32) -> Result<Option<Slot>, StoreError> {
        Ok(Some(self.slots.get(&number).cloned().unwrap_or(Slot::Free)))
    }

    fn slot_of(&self, session: &SessionKey) -> Result<Option<u32>, StoreError> {
        let held = |slot: &Slot| matches!(slot, Slot::Held(owner, _) if owner.is(session));
        let mut slots = self.slots.iter();
        Ok(slots.find_map(|(number, slot)| held(slot).then_some(*number)))
    }
}

impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T, E: From<StoreError>>(
        &self,
        decide: impl FnOnce(&mut Ledger<'_, Records>) -> Result<T, E>,
    ) -> Result<T, E> {
        let state = &mut *self.state();
        let mut ledger = Ledger::new(&state.records, state.account);
        let decided = decide(&mut ledger)?;
        if let Some(outcome) = ledger.finish(|| state.vacant.take())? {
            state.account = outcome.account;
            for (number, _) in &outcome.erased {
                state.vacant.saw(*number, true);
            }
            state.records.apply(outcome);
        }
        Ok(decided)
    }
}

impl Store for Memory {
    fn load(&self, key: &SessionKey) -> Result<Option<Log>, StoreError> {
        read::load(&self.state().records, key)
    }

    fn session_of(&self, channel: &ChannelKey) -> Result<Option<SessionKey>, StoreError> {
        read::session_of(&self.state().records, channel)
    }

    fn taken(&self, channel: &ChannelKey, input: &InputId) -> Result<Option<Taken>, StoreError> {
        taken::find(&self.state().records, channel, input)
    }

    fn sweep_taken(&self, before: UnixSeconds) -> Result<u64, StoreError> {
        taken::sweep(
            |after, limit| taken::page(&self.state().records, after, limit),
            before,
            |names| self.change(|ledger| ledger.forget(&names, before)),
        )
    }

    fn submit(&self, writes: Vec<Write>) -> Pending<Result<(), CommitError>> {
        let prepared: Vec<_> = writes.into_iter().map(Prepared::new).collect();
        Pending::ready(self.change(|ledger| ledger.commit(&prepared)))
    }

    fn undelivered(&self) -> Result<Vec<Undelivered>, StoreError> {
        read::undelivered(&self.state().records)
    }

    fn mark_delivered(&self, key: &SessionKey, version: u64) -> Result<(), StoreError> {
        self.change(|ledger| ledger.mark(key, version))
    }

    fn scan(&self, after: Option<&SessionKey>, limit: usize) -> Result<Vec<Listed>, StoreError> {
        read::scan(&self.state().records, after, limit)
    }

    fn delete(&self, key: &SessionKey) -> Result<bool, StoreError> {
        self.change(|ledger| ledger.delete(key))
    }

    fn raw(&self, key: &SessionKey) -> Result<Vec<RawRecord>, StoreError> {
        read::raw(&self.state().records, key)
    }
}

//! The files of an open store as they are read: the tree of records and the slots of the keys.

use std::path::Path;

use crate::store::SessionKey;
use crate::store::error::StoreError;
use crate::store::keys::Slots;
use crate::store::read::{Pair, Reader};
use crate::store::sled::{Tree, io_error};
use crate::store::slot::Slot;

/// The files. Clones are the same files.
#[derive(Clone)]
pub(super) struct Opened {
    /// The records.
    pub(super) tree: Tree,
    /// The keys.
    pub(super) slots: Slots,
}

impl Opened {
    fn dir(&self) -> &Path {
        self.tree.dir()
    }
}

impl Reader for Opened {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.tree.get(key)
    }

    fn range(
        &self,
        prefix: &[u8],
        after: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Pair>, StoreError> {
        self.tree.range(prefix, after, limit)
    }

    fn slot(&self, number: u32) -> Result<Option<Slot>, StoreError> {
        let read = self.slots.read(number);
        read.map_err(|error| io_error(self.dir(), "read the keys of", &error))
    }

    fn slot_of(&self, session: &SessionKey) -> Result<Option<u32>, StoreError> {
        let found = self.slots.find(session);
        found.map_err(|error| io_error(self.dir(), "read the keys of", &error))
    }
}

//! Holds every record against the store's account of them, some at a time.
//!
//! The one who writes also verifies, between commits, so what was looked at and what was written since never mix: a record
//! that changes after it was looked at has the change noted, one that changes before is looked at as it is then.

use crate::store::error::StoreError;
use crate::store::ledger::{ACCOUNT, Change};
use crate::store::record::stamp;
use crate::store::sled::Tree;

/// How far the records were looked at.
#[derive(Debug, Default)]
pub(super) struct Verify {
    /// The last record that was looked at.
    to: Option<Vec<u8>>,
    /// The marks of all records looked at, as they are now.
    marks: u128,
}

impl Verify {
    /// Looks at so many records more. Gives the mark of all records once there are no more.
    pub(super) fn some(&mut self, tree: &Tree, count: usize) -> Result<Option<u128>, StoreError> {
        let (mut marks, mut looked, mut last) = (self.marks, 0, None);
        tree.some(self.to.as_deref(), count, |name, bytes| {
            if name != ACCOUNT {
                marks ^= stamp(name, bytes);
            }
            looked += 1;
            if looked == count {
                last = Some(name.to_vec());
            }
        })?;
        self.marks = marks;
        if last.is_none() {
            return Ok(Some(marks));
        }
        self.to = last;
        Ok(None)
    }

    /// Notes what is about to be written to records that were looked at.
    pub(super) fn before(&mut self, tree: &Tree, changes: &[Change]) -> Result<(), StoreError> {
        let Some(to) = &self.to else {
            return Ok(());
        };
        for (name, after) in changes {
            if name <= to && name != ACCOUNT {
                let former = tree.get(name)?;
                for bytes in [former.as_deref(), after.as_deref()].into_iter().flatten() {
                    self.marks ^= stamp(name, bytes);
                }
            }
        }
        Ok(())
    }
}

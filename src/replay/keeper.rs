//! Where sessions are kept while a transcript plays.

use std::sync::Arc;

use tempfile::TempDir;

use crate::replay::stage::Halt;
use crate::store::{Disk, Memory, Store};

/// Where sessions are kept while a transcript plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// In memory.
    #[default]
    Memory,
    /// On disk, in a folder that is removed afterwards.
    Sled,
}

/// A store that can be opened again, as a new process would.
#[derive(Debug)]
pub(super) enum Keeper {
    Memory(Arc<Memory>),
    Folder(TempDir),
}

impl Keeper {
    /// An empty one.
    pub(super) fn new(keeping: Keeping) -> Result<Self, Halt> {
        Ok(match keeping {
            Keeping::Memory => Self::Memory(Arc::new(Memory::new())),
            Keeping::Sled => {
                Self::Folder(tempfile::tempdir().map_err(|fault| Halt::Failed(fault.to_string()))?)
            }
        })
    }

    /// Opens it. On disk, whoever had it open has let go of it before.
    pub(super) fn open(&self) -> Result<Arc<dyn Store>, Halt> {
        Ok(match self {
            Self::Memory(memory) => Arc::<Memory>::clone(memory),
            Self::Folder(folder) => Arc::new(
                Disk::open(folder.path()).map_err(|fault| Halt::Failed(fault.to_string()))?,
            ),
        })
    }
}

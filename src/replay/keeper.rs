//! Where sessions are kept while a transcript plays.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;

use crate::replay::stage::Halt;
use crate::store::{Disk, Memory, Store};

/// A store that can be opened again, as a new process would.
#[derive(Debug)]
pub(super) enum Keeper {
    Memory(Arc<Memory>),
    /// A folder that is removed afterwards.
    Folder(TempDir),
}

impl Keeper {
    pub(super) fn memory() -> Self {
        Self::Memory(Arc::new(Memory::new()))
    }

    pub(super) fn folder() -> Result<Self, Halt> {
        Ok(Self::Folder(
            tempfile::tempdir().map_err(|fault| failed(&fault))?,
        ))
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

    /// What a process that dies now leaves behind: on disk the files as they lie, which nobody closed.
    pub(super) fn left_behind(&self) -> Result<Self, Halt> {
        match self {
            Self::Memory(memory) => Ok(Self::Memory(Arc::clone(memory))),
            Self::Folder(folder) => {
                let copy = tempfile::tempdir().map_err(|fault| failed(&fault))?;
                copied(folder.path(), copy.path()).map_err(|fault| failed(&fault))?;
                Ok(Self::Folder(copy))
            }
        }
    }
}

fn failed(fault: &io::Error) -> Halt {
    Halt::Failed(fault.to_string())
}

fn copied(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&place)?;
            copied(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

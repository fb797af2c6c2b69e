//! The file of keys beside the log: one slot for each session, overwritten in its place when the session is erased.
//!
//! A key is durable before the first commit of its session, and overwritten durably before the session's records are
//! removed. So a crash leaves a session whole, or a key without records, or records without a key; opening the store
//! clears away the latter two.

use std::fs::{File, Permissions};
use std::io::{self, BufReader, ErrorKind, Read};
use std::os::unix::fs::{FileExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::SessionKey;
use crate::store::slot::{Owner, SLOT, Slot, Vacant};

const FIRST: &[u8] = b"preauth keys 1\n";
/// By how many slots the file grows at least, so that few syncs change its length.
const GROWTH: u32 = 256;

/// Who may read the file: nobody but its owner.
const OWN: u32 = 0o600;

/// The place of the keys in the directory of a store.
pub(super) fn path(dir: &Path) -> PathBuf {
    dir.join("keys")
}

/// Reads slots. Clones read the same file.
#[derive(Clone)]
pub(super) struct Slots(Arc<File>);

impl Slots {
    /// A slot; nothing when it is damaged.
    pub(super) fn read(&self, number: u32) -> io::Result<Option<Slot>> {
        let mut bytes = [0; SLOT];
        match self.0.read_exact_at(&mut bytes, place(number)) {
            // Where the file ends, no slot was ever taken.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(Some(Slot::Free)),
            read => read.map(|()| Slot::decode(&bytes)),
        }
    }

    /// The slot of a session, by looking at them all: for a session whose head cannot be read.
    pub(super) fn find(&self, session: &SessionKey) -> io::Result<Option<u32>> {
        let mut found = None;
        each(&self.0, |number, slot| match slot {
            Some(Slot::Held(owner, _)) if owner.is(session) => found = Some(number),
            _ => {}
        })?;
        Ok(found)
    }
}

fn place(number: u32) -> u64 {
    (u64::from(number) + 1) * (SLOT as u64)
}

/// Shows every slot. Says whether the file begins as it should.
fn each(file: &File, mut show: impl FnMut(u32, Option<Slot>)) -> io::Result<bool> {
    let mut from = BufReader::with_capacity(1 << 16, Whole(file, 0));
    let mut bytes = [0; SLOT];
    let good = fill(&mut from, &mut bytes)? && bytes == first();
    let mut number = 0;
    while fill(&mut from, &mut bytes)? {
        show(number, Slot::decode(&bytes));
        number += 1;
    }
    Ok(good)
}

/// Reads a file from its beginning, wherever others read in it.
struct Whole<'a>(&'a File, u64);

impl Read for Whole<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read_at(into, self.1)?;
        self.1 += u64::try_from(read).unwrap_or_default();
        Ok(read)
    }
}

/// Reads a slot's bytes; no at the end of the file. A last slot that is not there in full is read with zeros.
fn fill(from: &mut impl Read, bytes: &mut [u8; SLOT]) -> io::Result<bool> {
    let mut read = Vec::with_capacity(SLOT);
    from.take(SLOT as u64).read_to_end(&mut read)?;
    bytes.fill(0);
    bytes
        .iter_mut()
        .zip(&read)
        .for_each(|(to, from)| *to = *from);
    Ok(!read.is_empty())
}

fn first() -> [u8; SLOT] {
    let mut bytes = [0; SLOT];
    bytes
        .iter_mut()
        .zip(FIRST)
        .for_each(|(to, from)| *to = *from);
    bytes
}

/// What the file of keys holds when it is opened.
pub(super) struct Found {
    /// The keys.
    pub(super) keys: Keys,
    /// The marks of all slots that hold a key, combined.
    pub(super) stamp: u128,
    /// Slots whose key is overwritten.
    pub(super) erased: Vec<(u32, Owner)>,
    /// Slots that were taken for a commit that never came to be.
    pub(super) strays: Vec<u32>,
    /// Slots that cannot be read.
    pub(super) damaged: Vec<u32>,
    /// Whether the file begins as it should.
    pub(super) good: bool,
}

/// The keys of an open store.
pub(super) struct Keys {
    slots: Slots,
    vacant: Vacant,
    /// How many slots the file has room for.
    room: u32,
}

impl Keys {
    /// Looks at the file of a store that has taken so many commits; nothing when there is none.
    pub(super) fn look(dir: &Path, sequence: u64) -> io::Result<Option<Found>> {
        let file = match File::options().read(true).write(true).open(path(dir)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => Arc::new(opened?),
        };
        // Somebody else's file in a folder that is shared stays as it is.
        let _kept = file.set_permissions(Permissions::from_mode(OWN));
        let mut found = Found::new(Slots(Arc::clone(&file)));
        found.good = each(&file, |number, slot| {
            found.saw(number, slot.as_ref(), sequence);
        })?;
        Ok(Some(found))
    }

    /// Makes the file, durably, with its entry in the directory.
    pub(super) fn begin(dir: &Path) -> io::Result<Self> {
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(OWN)
            .open(path(dir))?;
        file.write_all_at(&first(), 0)?;
        file.sync_all()?;
        File::open(dir)?.sync_all()?;
        Ok(Found::new(Slots(Arc::new(file))).keys)
    }

    /// Who reads them.
    pub(super) fn slots(&self) -> Slots {
        self.slots.clone()
    }

    /// Takes a slot. It is free until something is put into it.
    pub(super) fn take(&mut self) -> u32 {
        self.vacant.take()
    }

    /// Puts something into slots; durable with [`Keys::sync`].
    pub(super) fn put(&mut self, slots: Vec<(u32, Slot)>) -> io::Result<()> {
        for (number, slot) in slots {
            self.make_room(number)?;
            self.slots.0.write_all_at(&slot.encode(), place(number))?;
        }
        Ok(())
    }

    /// Makes durable what was put into slots.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.slots.0.sync_data()
    }

    /// Notes that slots are free.
    pub(super) fn vacate(&mut self, numbers: &[u32]) {
        numbers
            .iter()
            .for_each(|number| self.vacant.saw(*number, true));
    }

    /// Frees slots whose sessions have no records any more. Without a sync: what was in them is overwritten already, and
    /// opening the store frees them again.
    pub(super) fn free(&mut self, numbers: impl Iterator<Item = u32>) -> io::Result<()> {
        for number in numbers {
            self.slots
                .0
                .write_all_at(&Slot::Free.encode(), place(number))?;
            self.vacant.saw(number, true);
        }
        Ok(())
    }

    /// Writes the first line again, for a file that lost it.
    pub(super) fn mend(&mut self) -> io::Result<()> {
        self.slots.0.write_all_at(&first(), 0)
    }

    fn make_room(&mut self, number: u32) -> io::Result<()> {
        if number < self.room {
            return Ok(());
        }
        let room = number
            .saturating_add(1)
            .max(self.room.saturating_add(GROWTH.max(self.room / 8)));
        let bytes = usize::try_from(place(room) - place(self.room)).unwrap_or_default();
        self.slots
            .0
            .write_all_at(&vec![0; bytes], place(self.room))?;
        self.room = room;
        Ok(())
    }
}

impl Found {
    /// Whether no session ever had a key here.
    pub(super) fn is_empty(&self) -> bool {
        self.stamp == 0
            && self.erased.is_empty()
            && self.strays.is_empty()
            && self.damaged.is_empty()
    }

    fn new(slots: Slots) -> Self {
        let keys = Keys {
            slots,
            vacant: Vacant::default(),
            room: 0,
        };
        Self {
            keys,
            stamp: 0,
            erased: Vec::new(),
            strays: Vec::new(),
            damaged: Vec::new(),
            good: true,
        }
    }

    fn saw(&mut self, number: u32, slot: Option<&Slot>, sequence: u64) {
        let free = slot == Some(&Slot::Free);
        self.keys.vacant.saw(number, free);
        self.keys.room = number.saturating_add(1);
        match slot {
            Some(Slot::Free) => {}
            Some(Slot::Held(owner, _) | Slot::Erased(owner)) if owner.sequence > sequence => {
                self.strays.push(number);
            }
            Some(Slot::Held(owner, _)) => self.stamp ^= owner.stamp(number),
            Some(Slot::Erased(owner)) => self.erased.push((number, *owner)),
            None => self.damaged.push(number),
        }
    }
}

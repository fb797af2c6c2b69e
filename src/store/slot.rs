//! Where the keys of sessions stand: slots of one size, so that a key is overwritten in its place.

use crate::store::SessionKey;
use crate::store::seal::{KEY, Secret};

/// The bytes of a slot. A sector holds a whole number of them, so a slot is replaced as a whole or not at all.
pub(super) const SLOT: usize = 64;

/// What a slot holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing: all its bytes are zero.
    Free,
    /// The key of a session.
    Held(Owner, Secret),
    /// The key is overwritten, and the records of the session may still be there.
    Erased(Owner),
}

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner {
    /// The number of the commit that began the session.
    pub(super) sequence: u64,
    /// A digest of the session's key.
    pub(super) session: [u8; 16],
}

impl Owner {
    /// The owner of a slot taken with this commit.
    pub(super) fn new(sequence: u64, session: &SessionKey) -> Self {
        Self {
            sequence,
            session: digest(session),
        }
    }

    /// Whether it is this session.
    pub(super) fn is(&self, session: &SessionKey) -> bool {
        self.session == digest(session)
    }

    /// The mark the slot leaves in the store's account of itself. It is the same when the key is overwritten.
    pub(super) fn stamp(&self, number: u32) -> u128 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&number.to_le_bytes());
        hasher.update(&self.sequence.to_le_bytes());
        hasher.update(&self.session);
        let mut wide = [0; 16];
        hasher.finalize_xof().fill(&mut wide);
        u128::from_le_bytes(wide)
    }
}

fn digest(session: &SessionKey) -> [u8; 16] {
    let mut wide = [0; 16];
    let mut hasher = blake3::Hasher::new();
    hasher.update(session.as_str().as_bytes());
    hasher.finalize_xof().fill(&mut wide);
    wide
}

const HELD: u8 = 1;
const ERASED: u8 = 2;

impl Slot {
    /// Its bytes: state (1), zero (3), CRC-32 of all the others (4), sequence (8), session (16), key (32).
    pub(super) fn encode(&self) -> [u8; SLOT] {
        let (state, owner, key) = match self {
            Self::Free => return [0; SLOT],
            Self::Held(owner, secret) => (HELD, owner, secret.bytes()),
            Self::Erased(owner) => (ERASED, owner, &[0; KEY]),
        };
        let crc = checksum(state, owner, key);
        bytes(state, crc, owner, key)
    }

    /// Reads a slot; nothing when these are not the bytes of one.
    pub(super) fn decode(bytes: &[u8; SLOT]) -> Option<Self> {
        if bytes.iter().all(|byte| *byte == 0) {
            return Some(Self::Free);
        }
        let owner = Owner {
            sequence: u64::from_le_bytes(*bytes.get(8..)?.first_chunk()?),
            session: *bytes.get(16..)?.first_chunk()?,
        };
        let key = *bytes.get(32..)?.first_chunk()?;
        let slot = match *bytes.first()? {
            HELD => Self::Held(owner, Secret::of(key)),
            ERASED => Self::Erased(owner),
            _ => return None,
        };
        // The checksum included, everything has to be as it would be written.
        (slot.encode() == *bytes).then_some(slot)
    }
}

fn bytes(state: u8, crc: u32, owner: &Owner, key: &[u8; KEY]) -> [u8; SLOT] {
    let mut bytes = [0; SLOT];
    let (state, crc) = ([state, 0, 0, 0], crc.to_le_bytes());
    let sequence = owner.sequence.to_le_bytes();
    let parts: [&[u8]; 5] = [&state, &crc, &sequence, &owner.session, key];
    let mut rest = bytes.as_mut_slice();
    for part in parts {
        let (into, after) = rest.split_at_mut(part.len());
        into.copy_from_slice(part);
        rest = after;
    }
    bytes
}

fn checksum(state: u8, owner: &Owner, key: &[u8; KEY]) -> u32 {
    crc32fast::hash(&bytes(state, 0, owner, key))
}

/// The slots that can be taken.
#[derive(Debug, Default)]
pub(super) struct Vacant {
    free: Vec<u32>,
    next: u32,
}

impl Vacant {
    /// Notes a slot, in order of the numbers, and whether it is free.
    pub(super) fn saw(&mut self, number: u32, free: bool) {
        self.next = self.next.max(number.saturating_add(1));
        if free {
            self.free.push(number);
        }
    }

    /// Takes a slot.
    pub(super) fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            let number = self.next;
            self.next = self.next.saturating_add(1);
            number
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_byte_is_noticed() {
        let owner = Owner::new(7, &SessionKey::parse("A").unwrap());
        for slot in [Slot::Held(owner, Secret::draw()), Slot::Erased(owner)] {
            let good = slot.encode();
            assert_eq!(Slot::decode(&good), Some(slot));
            for at in 0..SLOT {
                let mut bad = good;
                bad[at] ^= 0x20;
                assert_eq!(Slot::decode(&bad), None, "byte {at}");
            }
        }
        assert_eq!(Slot::decode(&[0; SLOT]), Some(Slot::Free));
    }

    #[test]
    fn a_free_slot_is_taken_before_a_new_one() {
        let mut vacant = Vacant::default();
        vacant.saw(0, false);
        vacant.saw(1, true);
        vacant.saw(2, false);
        assert_eq!([vacant.take(), vacant.take(), vacant.take()], [1, 3, 4]);
    }
}

//! The header of every record and the checksum over it and its content.

use crate::store::error::Parked;
use crate::store::record::FORMAT;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The head of a session.
    Head,
    /// A page of turns.
    Page,
    /// The session a channel is in.
    Channel,
    /// The store's account of itself.
    Account,
    /// An input that was taken.
    Taken,
}

impl Kind {
    fn code(self) -> u8 {
        match self {
            Self::Head => 0,
            Self::Page => 1,
            Self::Channel => 2,
            Self::Account => 3,
            Self::Taken => 4,
        }
    }

    /// The format this version writes. Logs have their own, so that a store with some newer logs can be opened.
    fn format(self) -> u16 {
        match self {
            Self::Head | Self::Page => FORMAT,
            Self::Account => 2,
            Self::Channel | Self::Taken => 1,
        }
    }
}

/// What stands in front of a record's content.
///
/// Bytes, integers little-endian: `PA`, format (2), kind (1), owed (1), zero (2), sequence (8), version (8),
/// length of the content (4), CRC-32 of all that and the content (4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The format of the content.
    pub(crate) format: u16,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether a reply is owed, for heads.
    pub(crate) owed: bool,
    /// The number of the commit that wrote it, counted over the whole store.
    pub(crate) sequence: u64,
    /// The version of the session, for heads and inputs that were taken.
    pub(crate) version: u64,
}

const MAGIC: [u8; 2] = *b"PA";
const HEADER: usize = 32;
const CHECKED: usize = HEADER - 4;

impl Frame {
    /// A frame in the present format.
    pub(crate) fn new(kind: Kind, sequence: u64) -> Self {
        Self {
            format: kind.format(),
            kind,
            owed: false,
            sequence,
            version: 0,
        }
    }

    /// The record: this frame around the content.
    pub(crate) fn wrap(self, content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
        let mut bytes = Vec::with_capacity(HEADER + content.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&self.format.to_le_bytes());
        bytes.extend_from_slice(&[self.kind.code(), u8::from(self.owed), 0, 0]);
        bytes.extend_from_slice(&self.sequence.to_le_bytes());
        bytes.extend_from_slice(&self.version.to_le_bytes());
        bytes.extend_from_slice(&length.to_le_bytes());
        let crc = checksum(&bytes, content);
        bytes.extend_from_slice(&crc.to_le_bytes());
        bytes.extend_from_slice(content);
        bytes
    }

    /// Reads a record of the kind: its frame and its content.
    ///
    /// # Errors
    /// [`Parked::Checksum`] when a byte of it differs from what was written, [`Parked::Format`] when its format is
    /// newer than the present one.
    pub(crate) fn unwrap(kind: Kind, bytes: &[u8]) -> Result<(Self, &[u8]), Parked> {
        let (header, content) = bytes.split_at_checked(HEADER).ok_or(Parked::Checksum)?;
        let (checked, crc) = header.split_at_checked(CHECKED).ok_or(Parked::Checksum)?;
        let present = Present::of(bytes).ok_or(Parked::Checksum)?;
        if crc != checksum(checked, content).to_le_bytes() || checked.get(4) != Some(&kind.code()) {
            return Err(Parked::Checksum);
        }
        if present.format > kind.format() {
            return Err(Parked::Format(present.format));
        }
        let frame = Self {
            format: present.format,
            kind,
            owed: checked.get(5) == Some(&1),
            sequence: present.sequence,
            version: present.version,
        };
        Ok((frame, content))
    }
}

fn checksum(header: &[u8], content: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(header);
    hasher.update(content);
    hasher.finalize()
}

/// What a header says without its checksum having been looked at: enough to know that the record is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Present {
    /// The format.
    pub(crate) format: u16,
    /// The number of the commit that wrote it.
    pub(crate) sequence: u64,
    /// The version of the session.
    pub(crate) version: u64,
}

impl Present {
    /// Reads the header; nothing when these are not the bytes of a record.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.get(..2)? != MAGIC || bytes.len() < HEADER {
            return None;
        }
        Some(Self {
            format: u16::from_le_bytes(array(bytes, 2)?),
            sequence: u64::from_le_bytes(array(bytes, 8)?),
            version: u64::from_le_bytes(array(bytes, 16)?),
        })
    }
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

/// The mark a record leaves in the store's account of itself: it changes with the key and with anything in the
/// header, so a record that is gone or is an older one of the same session is noticed. The content is left to the
/// checksum: a record damaged in place is parked alone.
pub(crate) fn stamp(key: &[u8], bytes: &[u8]) -> u128 {
    let header = bytes.get(..HEADER).unwrap_or(bytes);
    let mut hasher = blake3::Hasher::new();
    hasher.update(key);
    hasher.update(&[0]);
    hasher.update(header);
    let mut wide = [0; 16];
    hasher.finalize_xof().fill(&mut wide);
    u128::from_le_bytes(wide)
}

//! The witness: a small file beside the log that says which commit was acknowledged last.
//!
//! The storage library takes a damaged tail of its log for the log's end and says nothing. The witness notices: a store
//! that ends before its witness has lost commits. It is written after each commit without a sync of its own, so
//! after a power cut it may be older than the store, and never newer. Of the account it keeps all but the mark of the
//! keys, which only the account in the log is held against.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use crate::store::ledger::Account;

/// What is found at the witness's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// No file.
    Missing,
    /// A file that is not a witness.
    Damaged,
    /// The account that was acknowledged last.
    At(Account),
}

/// The witness's place in the directory of a store.
pub(super) fn path(dir: &Path) -> PathBuf {
    dir.join("witness")
}

/// Looks at the witness.
pub(super) fn look(dir: &Path) -> io::Result<Seen> {
    let mut text = Vec::new();
    match File::open(path(dir)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Seen::Missing),
        Err(error) => return Err(error),
        Ok(file) => file.take(512).read_to_end(&mut text)?,
    };
    Ok(parse(&text).map_or(Seen::Damaged, Seen::At))
}

/// Always of the same length, within one sector: it is replaced as a whole or not at all.
fn line(account: Account) -> String {
    let body = format!(
        "preauth witness 1 {:020} {:032x}",
        account.sequence, account.stamp
    );
    let crc = crc32fast::hash(body.as_bytes());
    format!("{body} {crc:08x}\n")
}

fn parse(text: &[u8]) -> Option<Account> {
    let mut words = std::str::from_utf8(text)
        .ok()?
        .split_ascii_whitespace()
        .skip(3);
    let account = Account {
        sequence: words.next()?.parse().ok()?,
        stamp: u128::from_str_radix(words.next()?, 16).ok()?,
        keys: 0,
    };
    // Everything else, the checksum included, has to be as it would be written.
    (line(account).as_bytes() == text).then_some(account)
}

/// The witness of an open store.
pub(super) struct Witness {
    file: File,
    written: Account,
}

impl Witness {
    /// Writes the witness durably, with its entry in the directory.
    pub(super) fn begin(dir: &Path, account: Account) -> io::Result<Self> {
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path(dir))?;
        let text = line(account);
        file.write_all_at(text.as_bytes(), 0)?;
        file.set_len(u64::try_from(text.len()).unwrap_or_default())?;
        file.sync_all()?;
        File::open(dir)?.sync_all()?;
        Ok(Self {
            file,
            written: account,
        })
    }

    /// Notes an acknowledged account; without a sync.
    pub(super) fn note(&mut self, account: Account) -> io::Result<()> {
        if self.written != account {
            self.file.write_all_at(line(account).as_bytes(), 0)?;
            self.written = account;
        }
        Ok(())
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        // A witness that is not synced is only older than it could be.
        let _ = self.file.sync_data();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_byte_is_noticed() {
        let account = Account {
            sequence: 1_234_567,
            stamp: u128::MAX / 3,
            keys: 0,
        };
        let good = line(account).into_bytes();
        assert_eq!(parse(&good), Some(account));
        for at in 0..good.len() {
            for flip in [1, 0x20, 0x80] {
                let mut bad = good.clone();
                bad[at] ^= flip;
                assert_eq!(parse(&bad), None, "byte {at}");
            }
            assert_eq!(parse(&good[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn what_is_noted_is_seen() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(look(dir.path()).unwrap(), Seen::Missing);
        let mut witness = Witness::begin(dir.path(), Account::default()).unwrap();
        assert_eq!(look(dir.path()).unwrap(), Seen::At(Account::default()));
        let account = Account {
            sequence: 7,
            stamp: 9,
            keys: 0,
        };
        witness.note(account).unwrap();
        assert_eq!(look(dir.path()).unwrap(), Seen::At(account));
        std::fs::write(path(dir.path()), b"").unwrap();
        assert_eq!(look(dir.path()).unwrap(), Seen::Damaged);
    }
}

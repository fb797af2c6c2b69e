//! Seals what is answered in a session with a key that is the session's own: without the key it is noise, wherever in the
//! files its bytes still stand.

use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use chacha20poly1305::aead::rand_core::RngCore;
use chacha20poly1305::aead::{Aead, KeyInit, OsRng, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::store::error::Parked;

/// The bytes of a key.
pub(super) const KEY: usize = 32;
/// The bytes of a nonce, which stand in front of what is sealed.
const NONCE: usize = 24;
/// How many of them are drawn once for each process; the others count what it seals.
const DRAWN: usize = 16;

/// The key of a session. It is never shown.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret([u8; KEY]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A key that nobody had before.
    pub(super) fn draw() -> Self {
        let mut bytes = [0; KEY];
        OsRng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The key of these bytes.
    pub(super) fn of(bytes: [u8; KEY]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for the file of keys.
    pub(super) fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }

    /// Seals the content of a record, so that it opens in this record alone.
    pub(super) fn seal(&self, record: &[u8], clear: &[u8]) -> Result<Vec<u8>, Parked> {
        let nonce = next_nonce();
        let payload = Payload {
            msg: clear,
            aad: record,
        };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Parked::Content("turns"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens the content of a record.
    pub(super) fn open(&self, record: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Parked> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(Parked::Key)?;
        let payload = Payload {
            msg: sealed,
            aad: record,
        };
        let clear = self.cipher().decrypt(&XNonce::from(*nonce), payload);
        clear.map_err(|_| Parked::Key)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// A nonce that was never used: neither by this process, which counts, nor by another one, which drew other bytes.
fn next_nonce() -> [u8; NONCE] {
    static OURS: OnceLock<[u8; DRAWN]> = OnceLock::new();
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let ours = OURS.get_or_init(|| {
        let mut bytes = [0; DRAWN];
        OsRng.fill_bytes(&mut bytes);
        bytes
    });
    let count = COUNT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
    let mut nonce = [0; NONCE];
    let bytes = ours.iter().chain(&count);
    nonce
        .iter_mut()
        .zip(bytes)
        .for_each(|(to, from)| *to = *from);
    nonce
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_in_its_record_alone() {
        let secret = Secret::draw();
        let sealed = secret.seal(b"h/A", b"kyphoplasty").unwrap();
        assert_eq!(secret.open(b"h/A", &sealed).unwrap(), b"kyphoplasty");
        assert_eq!(secret.open(b"h/B", &sealed), Err(Parked::Key));
        assert_eq!(Secret::draw().open(b"h/A", &sealed), Err(Parked::Key));
        for at in 0..sealed.len() {
            let mut bad = sealed.clone();
            bad[at] ^= 1;
            assert_eq!(secret.open(b"h/A", &bad), Err(Parked::Key), "byte {at}");
            assert_eq!(secret.open(b"h/A", &sealed[..at]), Err(Parked::Key));
        }
    }

    #[test]
    fn no_nonce_and_no_key_comes_twice() {
        let nonces: BTreeSet<_> = (0..10_000).map(|_| next_nonce()).collect();
        assert_eq!(nonces.len(), 10_000);
        assert_ne!(Secret::draw(), Secret::draw());
        assert_eq!(format!("{:?}", Secret::draw()), "Secret");
    }
}

//! Updates that brought about a fault of ours: where they are noted, so that somebody can look. Nobody's words are.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::error;

use crate::store::UnixSeconds;

/// Where updates are noted that could not be decided.
pub(super) struct Dead {
    path: PathBuf,
    count: AtomicU64,
    now: fn() -> UnixSeconds,
}

impl Dead {
    /// Notes in a file of this folder.
    pub(super) fn new(folder: &Path, now: fn() -> UnixSeconds) -> Self {
        Self {
            path: folder.join("dead-letters.jsonl"),
            count: AtomicU64::new(0),
            now,
        }
    }

    /// Notes an update. It is not tried again.
    pub(super) fn bury(&self, update: u32, chat: i64) {
        let count = self.count.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        error!(update, chat, count, file = %self.path.display(), "an update brought about a fault and is left out; it is noted");
        let at = (self.now)().0;
        let line = format!("{{\"at\":{at},\"update\":{update},\"chat\":{chat}}}\n");
        let file = File::options().create(true).append(true).open(&self.path);
        let noted = file.and_then(|mut file| {
            file.write_all(line.as_bytes())?;
            file.sync_data()
        });
        if noted.is_err() {
            error!("the note of it could not be written");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dead_update_is_noted_without_anybodys_words() {
        let place = tempfile::tempdir().unwrap();
        let dead = Dead::new(place.path(), || UnixSeconds(7));
        dead.bury(1, -2);
        dead.bury(3, 4);
        let noted = std::fs::read_to_string(place.path().join("dead-letters.jsonl")).unwrap();
        let expected = "{\"at\":7,\"update\":1,\"chat\":-2}\n{\"at\":7,\"update\":3,\"chat\":4}\n";
        assert_eq!(noted, expected);
    }
}

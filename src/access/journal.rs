//! The file of the log. Several processes append to it, one at a time; each reads what the others appended.
//!
//! Whoever appends holds an exclusive lock, whoever reads news a shared one, so what follows the last end of line is
//! never a line somebody is still writing: it is what a crash left of one that was never acknowledged.

use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::access::entry::Entry;
use crate::access::error::{AccessError, Fault, io_error};
use crate::access::state::State;

/// The log's name in the folder of the data.
pub(super) const NAME: &str = "access.jsonl";

/// The log, with what was read of it so far.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    reading: Option<Reading>,
    state: State,
}

/// The file, and how far it was read: always to the end of a line.
#[derive(Debug)]
struct Reading {
    file: Arc<File>,
    identity: (u64, u64),
    bytes: u64,
    lines: u64,
}

/// Releases the lock when it goes.
struct Locked<'a>(&'a File);

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        // It goes with the file at the latest.
        let _ = self.0.unlock();
    }
}

impl Journal {
    /// The log in a folder. Nothing is made before the first line.
    pub(super) fn open(dir: &Path) -> Result<Self, AccessError> {
        let mut journal = Self {
            path: dir.join(NAME),
            reading: None,
            state: State::default(),
        };
        journal.catch_up()?;
        Ok(journal)
    }

    /// What all lines add up to, those of other processes among them. Cheap when there is nothing new.
    pub(super) fn state(&mut self) -> Result<&State, AccessError> {
        self.catch_up()?;
        Ok(&self.state)
    }

    /// Lets the closure decide on what all lines add up to, and writes down what it decided, durable on return. Nobody
    /// else appends in between.
    pub(super) fn decide<T>(
        &mut self,
        decide: impl FnOnce(&State) -> Result<(Option<Entry>, T), AccessError>,
    ) -> Result<T, AccessError> {
        let found = self.found()?;
        let file = self.current(found.as_ref())?;
        file.lock().map_err(self.told("lock"))?;
        let _locked = Locked(&file);
        self.read_on()?;
        let (entry, decided) = decide(&self.state)?;
        if let Some(entry) = entry {
            self.append(&entry)?;
        }
        Ok(decided)
    }

    fn told(&self, doing: &'static str) -> impl Fn(io::Error) -> AccessError + use<> {
        let path = self.path.clone();
        move |error| io_error(&path, doing, &error)
    }

    fn catch_up(&mut self) -> Result<(), AccessError> {
        let Some(found) = self.found()? else {
            return Ok(());
        };
        if self.reading.as_ref().is_some_and(|it| it.is_all_of(&found)) {
            return Ok(());
        }
        let file = self.current(Some(&found))?;
        file.lock_shared().map_err(self.told("lock"))?;
        let _locked = Locked(&file);
        self.read_on()
    }

    /// What is at the log's place; nothing before the first line.
    fn found(&self) -> Result<Option<Metadata>, AccessError> {
        match fs::metadata(&self.path) {
            Ok(found) => Ok(Some(found)),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.told("read")(error)),
            Err(_) if self.reading.is_some() => Err(AccessError::Gone(self.path.clone())),
            Err(_) => Ok(None),
        }
    }

    /// The file at the log's place, read from its start again when it is another one than before.
    fn current(&mut self, found: Option<&Metadata>) -> Result<Arc<File>, AccessError> {
        if let Some(reading) = &self.reading
            && found.is_some_and(|found| reading.is_in(found))
        {
            return Ok(Arc::clone(&reading.file));
        }
        let begun = opened(&self.path).and_then(Reading::begin);
        let reading = begun.map_err(self.told("open"))?;
        let file = Arc::clone(&reading.file);
        self.forget();
        self.reading = Some(reading);
        Ok(file)
    }

    /// Has everything read again.
    fn forget(&mut self) {
        self.reading = None;
        self.state = State::default();
    }

    /// Reads and folds the whole lines that were not read yet, under a lock.
    fn read_on(&mut self) -> Result<(), AccessError> {
        let told = self.told("read");
        let Some(reading) = &mut self.reading else {
            return Ok(());
        };
        let length = reading.file.metadata().map(|found| found.len());
        let news = length.and_then(|length| reading.between(reading.bytes, length));
        let news = news.map_err(told)?;
        for line in news.split_inclusive(|byte| *byte == b'\n') {
            let Some(text) = line.strip_suffix(b"\n") else {
                break;
            };
            let taken = Entry::parse(text).and_then(|entry| self.state.apply(&entry));
            taken.map_err(|why| unreadable(&self.path, reading.lines + 1, why))?;
            reading.bytes += size(line);
            reading.lines += 1;
        }
        Ok(())
    }

    /// Appends a line under the exclusive lock, in place of what a crash left behind. What cannot be made durable is
    /// taken back.
    fn append(&mut self, entry: &Entry) -> Result<(), AccessError> {
        let told = self.told("write");
        let line = entry.json().map_err(|error| told(error.into()))? + "\n";
        let Some(reading) = &mut self.reading else {
            return Err(AccessError::Gone(self.path.clone()));
        };
        let place = reading.lines + 1;
        let applied = self.state.apply(entry);
        applied.map_err(|why| unreadable(&self.path, place, why))?;
        let written = reading.write(line.as_bytes());
        written.map_err(|error| {
            self.forget();
            told(error)
        })
    }

    /// Every line, oldest first.
    pub(super) fn entries(&mut self) -> Result<Vec<Entry>, AccessError> {
        self.catch_up()?;
        let Some(reading) = &self.reading else {
            return Ok(Vec::new());
        };
        let text = reading.between(0, reading.bytes);
        let text = text.map_err(self.told("read"))?;
        let lines = (1..).zip(text.split_inclusive(|byte| *byte == b'\n'));
        let entry = |(at, line): (u64, &[u8])| {
            Entry::parse(line).map_err(|why| unreadable(&self.path, at, why))
        };
        lines.map(entry).collect()
    }
}

impl Reading {
    fn begin(file: File) -> io::Result<Self> {
        let found = file.metadata()?;
        Ok(Self {
            file: Arc::new(file),
            identity: identity(&found),
            bytes: 0,
            lines: 0,
        })
    }

    /// Whether this is what was read, and perhaps more.
    fn is_in(&self, found: &Metadata) -> bool {
        self.identity == identity(found) && self.bytes <= found.len()
    }

    /// Whether this is what was read, and no more.
    fn is_all_of(&self, found: &Metadata) -> bool {
        self.identity == identity(found) && self.bytes == found.len()
    }

    fn between(&self, start: u64, end: u64) -> io::Result<Vec<u8>> {
        let length = usize::try_from(end.saturating_sub(start)).map_err(io::Error::other)?;
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, start)?;
        Ok(bytes)
    }

    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        if self.file.metadata()?.len() != self.bytes {
            self.file.set_len(self.bytes)?;
        }
        let mut file = &*self.file;
        let written = file.write_all(line).and_then(|()| file.sync_data());
        if written.is_err() {
            // What is left of it otherwise is taken back by whoever appends next.
            let _ = file.set_len(self.bytes);
        }
        self.bytes += size(line);
        self.lines += 1;
        written
    }
}

fn identity(found: &Metadata) -> (u64, u64) {
    (found.dev(), found.ino())
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn unreadable(path: &Path, line: u64, why: Fault) -> AccessError {
    AccessError::Unreadable {
        path: path.to_owned(),
        line,
        why,
    }
}

/// Opens the file, and makes it with its folder when it is not there, both for their owner alone and both durable.
fn opened(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).append(true).mode(0o600);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => return other,
    }
    let dir = path.parent().unwrap_or(path);
    DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
    let file = options.create(true).open(path)?;
    file.sync_all()?;
    File::open(dir)?.sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests;

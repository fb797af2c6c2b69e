//! `preauth sessions export`: what happened in a session. Answers are coded; no text that was typed is kept anywhere.

use std::io::{self, Write};

use serde_json::json;

use crate::cli::sessions::{Kept, Stop, key_of};
use crate::domain::dialog::CaseReference;
use crate::store::{Disk, Log, RawRecord, SessionKey, Store, StoreError};

impl Kept {
    /// A line a turn; of a session that cannot be read, a line a record.
    pub(super) fn export(&self, case: CaseReference) -> Result<(), Stop> {
        let store = self.open()?;
        let key = key_of(case)?;
        let mut out = io::BufWriter::new(io::stdout().lock());
        match store.load(&key) {
            Ok(Some(log)) => turns(&mut out, &log)?,
            Ok(None) => return Err(self.no_such(case)),
            Err(StoreError::Parked { .. }) => records(&mut out, &store, &key)?,
            Err(fault) => return Err(fault.into()),
        }
        Ok(out.flush()?)
    }
}

fn turns(out: &mut impl Write, log: &Log) -> Result<(), Stop> {
    for turn in &log.turns {
        let line = turn.json().map_err(io::Error::other)?;
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn records(out: &mut impl Write, store: &Disk, key: &SessionKey) -> Result<(), Stop> {
    for record in store.raw(key)? {
        let RawRecord { name, bytes } = record;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = String::from_utf8_lossy(&bytes);
        writeln!(out, "{}", json!({"record": name, "text": text, "hex": hex}))?;
    }
    Ok(())
}

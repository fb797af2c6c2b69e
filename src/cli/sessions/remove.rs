//! `preauth sessions delete` and `accept-loss`.

use std::io::{self, BufRead, IsTerminal, Write};

use serde_json::json;

use crate::cli::sessions::{Kept, Stop, key_of};
use crate::domain::dialog::CaseReference;
use crate::store::{Store, accept_loss};

impl Kept {
    pub(super) fn delete(&self, case: CaseReference, yes: bool) -> Result<(), Stop> {
        let store = self.open()?;
        let key = key_of(case)?;
        if store.raw(&key)?.is_empty() {
            return Err(self.no_such(case));
        }
        if !yes && !asked(case)? {
            return Err(Stop::NotAsked);
        }
        let erased = store.delete(&key)?;
        let mut out = io::stdout().lock();
        if self.json {
            let line = json!({"reference": case.to_string(), "erased": erased});
            return Ok(writeln!(out, "{line}")?);
        }
        Ok(writeln!(out, "erased case {case}")?)
    }

    pub(super) fn accept_loss(&self) -> Result<(), Stop> {
        let loss = accept_loss(&self.folder)?;
        let mut out = io::stdout().lock();
        let (sessions, parked) = (loss.sessions, loss.parked);
        if self.json {
            let line = json!({"missing": loss.missing, "sessions": sessions, "parked": parked});
            return Ok(writeln!(out, "{line}")?);
        }
        let missing = match loss.missing {
            Some(0) => "no commit is missing".to_owned(),
            Some(missing) => format!("commits that are missing: {missing}"),
            None => "how many commits are missing cannot be told".to_owned(),
        };
        Ok(writeln!(
            out,
            "{missing}; sessions left: {sessions}, of which parked: {parked}"
        )?)
    }
}

/// Asks on the terminal; no where there is none.
fn asked(case: CaseReference) -> io::Result<bool> {
    let mut input = io::stdin().lock();
    if !input.is_terminal() {
        return Ok(false);
    }
    let mut out = io::stderr();
    write!(
        out,
        "Erase case {case} and everything answered in it? This cannot be undone. [y/N] "
    )?;
    out.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

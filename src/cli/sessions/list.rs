//! `preauth sessions list`: one line a session.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use crate::cli::sessions::{Apps, Kept, Stop, standing};
use crate::clock;
use crate::domain::day::Day;
use crate::domain::dialog::{CaseReference, ItemState};
use crate::store::{Listed, Store};
use crate::turn::Outgoing;

/// Sessions read at a time.
const AT_ONCE: usize = 256;

/// One session, in the order in which its keys are written.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    reference: String,
    state: &'static str,
    began: Option<String>,
    last: Option<String>,
    turns: Option<u64>,
    policy: Option<String>,
    items: Vec<ListedItem>,
    parked: Option<String>,
    #[serde(skip)]
    times: Option<(String, String)>,
}

/// One item.
#[derive(Debug, Serialize)]
struct ListedItem {
    procedure: String,
    level: Option<String>,
    disposition: &'static str,
}

impl Kept {
    pub(super) fn list(&self, today: Day) -> Result<(), Stop> {
        let store = Arc::new(self.open()?);
        let mut apps = self.apps(Arc::<_>::clone(&store) as Arc<dyn Store>)?;
        let mut out = io::BufWriter::new(io::stdout().lock());
        let mut after = None;
        loop {
            let page = store.scan(after.as_ref(), AT_ONCE)?;
            if after.is_none() && !self.json {
                head(&mut out, page.is_empty())?;
            }
            let Some(last) = page.last() else { break };
            after = Some(last.key.clone());
            for listed in &page {
                let entry = self.entry(&mut apps, listed, today)?;
                self.line(&mut out, &entry)?;
            }
        }
        Ok(out.flush()?)
    }

    /// What is known of a session. One that cannot be read has a reference and a reason.
    pub(super) fn entry(
        &self,
        apps: &mut Apps<'_>,
        listed: &Listed,
        today: Day,
    ) -> Result<Entry, Stop> {
        let mut entry = Entry::parked(listed);
        let (Ok(overview), Ok(case)) = (&listed.state, CaseReference::parse(listed.key.as_str()))
        else {
            return Ok(entry);
        };
        entry.began = Some(clock::utc(overview.began));
        entry.last = Some(clock::utc(overview.last));
        entry.times = Some((clock::local(overview.began), clock::local(overview.last)));
        entry.turns = Some(overview.version);
        let looked = apps.of(case).and_then(|app| self.looked(app, case, today));
        match looked {
            Ok(looked) => entry.looked(&looked),
            Err(fault @ (Stop::Store(_) | Stop::Unknown(_))) => {
                entry.parked = Some(fault.to_string());
            }
            Err(other) => return Err(other),
        }
        Ok(entry)
    }

    fn line(&self, out: &mut impl Write, entry: &Entry) -> Result<(), Stop> {
        if self.json {
            serde_json::to_writer(&mut *out, entry).map_err(io::Error::from)?;
            writeln!(out)?;
            return Ok(());
        }
        let (began, last) = entry.times.clone().unwrap_or_default();
        let items: Vec<String> = entry.items.iter().map(ListedItem::text).collect();
        let items = entry.parked.clone().unwrap_or_else(|| items.join("; "));
        let line = format!(
            "{:<9}  {:<9}  {began:<16}  {last:<16}  {items}",
            entry.reference, entry.state
        );
        writeln!(out, "{}", line.trim_end())?;
        Ok(())
    }
}

fn head(out: &mut impl Write, none: bool) -> io::Result<()> {
    if none {
        return writeln!(out, "no sessions");
    }
    writeln!(
        out,
        "{:<9}  {:<9}  {:<16}  {:<16}  items",
        "case", "state", "began", "last turn"
    )
}

impl Entry {
    fn parked(listed: &Listed) -> Self {
        Self {
            reference: listed.key.to_string(),
            state: "parked",
            began: None,
            last: None,
            turns: None,
            policy: None,
            items: Vec::new(),
            parked: listed.state.as_ref().err().map(ToString::to_string),
            times: None,
        }
    }

    /// What the session says.
    fn looked(&mut self, looked: &Outgoing) {
        self.state = standing(looked);
        let policy = looked.session.pins.as_ref().map(|pins| &pins.policy);
        self.policy = policy.map(ToString::to_string);
        self.items = looked.states.iter().map(ListedItem::new).collect();
    }
}

impl ListedItem {
    fn new(state: &ItemState) -> Self {
        Self {
            procedure: state.item.procedure.to_string(),
            level: state.item.level.map(|level| level.to_string()),
            disposition: state.assessment.disposition.as_str(),
        }
    }

    fn text(&self) -> String {
        let level = self.level.iter().map(|level| format!(" {level}"));
        let level: String = level.collect();
        format!("{}{level}: {}", self.procedure, self.disposition)
    }
}

//! What a picture is shaded by: sessions that are stored, and transcripts that are played.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::cli::{data, tell};
use crate::domain::day::Day;
use crate::domain::dialog::{Event, Session};
use crate::domain::name::PolicyName;
use crate::graph::{Counts, Of};
use crate::lab::tally::{Gauge, Tally};
use crate::library::Library;
use crate::replay::{Options, Replayer, scripts};
use crate::store::{Disk, Listed, Log, Store, StoreError};
use crate::turn::Offering;

/// Sessions read at a time.
const AT_ONCE: usize = 256;

/// What the stored sessions about this policy did. Those of another policy, and those that cannot be read, are left out.
pub(super) fn sessions(offering: &Offering, folder: &Path) -> Option<Counts> {
    if !folder.is_dir() {
        tell::error(format_args!(
            "there are no sessions in `{}`",
            folder.display()
        ));
        return None;
    }
    let store = data::open(folder)?;
    let mut counted = Counted::new(offering);
    let done = every(&store, &mut |listed| {
        match store.load(&listed.key) {
            Ok(Some(log)) => counted.add(&log),
            Ok(None) | Err(StoreError::Parked { .. }) => {}
            Err(fault) => return Err(fault),
        }
        Ok(())
    });
    done.map_err(|fault| tell::error(&fault)).ok()?;
    Some(counted.of(Of::Sessions))
}

/// Looks at every session, with progress at a terminal.
fn every(
    store: &Disk,
    look: &mut dyn FnMut(&Listed) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let progress = io::stderr().is_terminal();
    let (mut after, mut seen) = (None, 0_usize);
    loop {
        let page = store.scan(after.as_ref(), AT_ONCE)?;
        let Some(last) = page.last() else { break };
        after = Some(last.key.clone());
        page.iter().try_for_each(&mut *look)?;
        seen = seen.saturating_add(page.len());
        if progress {
            let _unsaid = write!(io::stderr(), "\r{seen} sessions");
        }
    }
    if progress {
        let _unsaid = write!(io::stderr(), "\r\x1b[K");
    }
    Ok(())
}

/// What the transcripts of a folder about this policy do, or what one transcript does. Nothing when one cannot be played;
/// why has then been said.
pub(super) fn transcripts(library: Library, offering: &Offering, path: &Path) -> Option<Counts> {
    let scripts = scripts(&[path.to_owned()]).map_err(tell::error).ok()?;
    let replayer = Replayer::new(
        library,
        Options {
            tally: true,
            ..Options::default()
        },
    );
    let mut counted = Counted::new(offering);
    let mut refused = false;
    for script in &scripts {
        match replayer.play(script).result {
            Ok(ran) => ran.touched.iter().for_each(|own| counted.take(own)),
            Err(faults) => {
                refused = true;
                tell::faults(
                    &faults,
                    &[(script.file.clone(), script.text.clone())].into(),
                );
            }
        }
    }
    (!refused).then(|| counted.of(Of::Transcripts))
}

/// What was counted so far.
struct Counted<'o> {
    offering: &'o Offering,
    gauge: Gauge,
    tally: Tally,
    total: u64,
}

impl<'o> Counted<'o> {
    fn new(offering: &'o Offering) -> Self {
        Self {
            offering,
            gauge: Gauge::new(&offering.policy),
            tally: Tally::default(),
            total: 0,
        }
    }

    /// Takes in a conversation, where it is about this policy. Each turn is looked at on the day it took place.
    fn add(&mut self, log: &Log) {
        let name = self.offering.policy.name();
        let own = log.events().any(|event| match event {
            Event::Opened { pins, .. } => pins.policy == *name,
            _ => false,
        });
        if !own {
            return;
        }
        let mut session = Session::default();
        let turns = log.turns.iter().map(|turn| {
            session.turn(&turn.events);
            (
                session.last_day.unwrap_or(Day::ORIGIN),
                turn.events.as_slice(),
            )
        });
        let of = (&self.offering.policy, &self.offering.dialog);
        self.tally.session(of, &self.gauge, turns);
        self.total = self.total.saturating_add(1);
    }

    /// Takes in what a transcript touched, where it is about this policy.
    fn take(&mut self, (name, tally): &(PolicyName, Tally)) {
        if name == self.offering.policy.name() {
            self.tally.add(tally);
            self.total = self.total.saturating_add(1);
        }
    }

    fn of(&self, of: Of) -> Counts {
        Counts::new(of, self.total, &self.offering.policy, &self.tally)
    }
}

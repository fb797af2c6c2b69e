//! The one thread that writes: it takes what waits and commits it as one, so that many sessions share a sync.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::store::engine::Engine;
use crate::store::error::{CommitError, StoreError};
use crate::store::ledger::{Ledger, Prepared};
use crate::store::opened::Opened;
use crate::store::{SessionKey, UnixSeconds};

/// What is asked of the writer.
pub(super) enum Request {
    /// Commit, all or none.
    Commit(Vec<Prepared>, oneshot::Sender<Result<(), CommitError>>),
    /// Note a delivered reply, with something else or soon.
    Mark(SessionKey, u64),
    /// Erase a session.
    Delete(SessionKey, oneshot::Sender<Result<bool, StoreError>>),
    /// Forget inputs that were taken before a moment.
    Forget(
        Vec<Vec<u8>>,
        UnixSeconds,
        oneshot::Sender<Result<u64, StoreError>>,
    ),
    /// Write what was noted, and open the store again if it had to be closed.
    Settle(oneshot::Sender<Result<(), StoreError>>),
}

/// How many requests share a commit at most.
const GROUP: usize = 1024;
/// How long a delivered reply may wait to be noted. Most are overtaken by the session's next turn and cost nothing.
const SOON: Duration = Duration::from_secs(1);

/// What was decided and is told once it is durable.
enum Told {
    Commit(
        oneshot::Sender<Result<(), CommitError>>,
        Result<(), CommitError>,
    ),
    Delete(
        oneshot::Sender<Result<bool, StoreError>>,
        Result<bool, StoreError>,
    ),
    Forget(
        oneshot::Sender<Result<u64, StoreError>>,
        Result<u64, StoreError>,
    ),
    Settle(oneshot::Sender<Result<(), StoreError>>),
}

/// The writer, with the marks that wait.
pub(super) struct Writer {
    engine: Engine,
    marks: BTreeMap<SessionKey, u64>,
    noted: Instant,
    /// Whether there are records that were not looked at since the files were opened.
    unverified: bool,
}

impl Writer {
    pub(super) fn new(engine: Engine) -> Self {
        Self {
            engine,
            marks: BTreeMap::new(),
            noted: Instant::now(),
            unverified: false,
        }
    }

    /// Works until nobody can ask any more, and writes what is left.
    pub(super) fn run(mut self, requests: &Receiver<Request>) {
        loop {
            self.unverified = self.engine.verify();
            let group = match self.next(requests) {
                Ok(first) => std::iter::once(first).chain(requests.try_iter()),
                Err(RecvTimeoutError::Timeout) if self.unverified && !self.is_due() => continue,
                Err(RecvTimeoutError::Timeout) => {
                    self.group(Vec::new(), true);
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let group: Vec<_> = group.take(GROUP).collect();
            self.group(group, false);
        }
        self.group(Vec::new(), true);
    }

    fn next(&self, requests: &Receiver<Request>) -> Result<Request, RecvTimeoutError> {
        if self.unverified {
            return requests.recv_timeout(Duration::ZERO);
        }
        if self.marks.is_empty() {
            return requests.recv().map_err(|_| RecvTimeoutError::Disconnected);
        }
        requests.recv_timeout(SOON)
    }

    fn is_due(&self) -> bool {
        !self.marks.is_empty() && self.noted.elapsed() > SOON
    }

    fn group(&mut self, group: Vec<Request>, settle: bool) {
        let group = self.keep_marks(group);
        let asked = group
            .iter()
            .any(|request| matches!(request, Request::Settle(_)));
        let settle = settle || asked || self.noted.elapsed() > SOON;
        let marks = if settle {
            std::mem::take(&mut self.marks)
        } else {
            BTreeMap::new()
        };
        if group.is_empty() && marks.is_empty() {
            return;
        }
        if let Err(error) = self.engine.ready() {
            group
                .into_iter()
                .for_each(|request| refuse(request, &error));
            self.marks.extend(marks);
            return;
        }
        let mut told = Vec::with_capacity(group.len());
        let outcome = self.engine.change(|ledger| {
            told.extend(
                group
                    .into_iter()
                    .filter_map(|request| decide(ledger, request)),
            );
            for (key, version) in &marks {
                // A session that cannot be read has its reply delivered once more.
                let _ = ledger.mark(key, *version);
            }
        });
        self.finish(told, marks, &outcome);
    }

    fn keep_marks(&mut self, group: Vec<Request>) -> Vec<Request> {
        let (marks, rest): (Vec<_>, Vec<_>) = group
            .into_iter()
            .partition(|request| matches!(request, Request::Mark(..)));
        for request in marks {
            if let Request::Mark(key, version) = request {
                let mark = self.marks.entry(key).or_default();
                *mark = version.max(*mark);
            }
        }
        rest
    }

    fn finish(
        &mut self,
        told: Vec<Told>,
        marks: BTreeMap<SessionKey, u64>,
        outcome: &Result<(), StoreError>,
    ) {
        if outcome.is_ok() && !marks.is_empty() {
            self.noted = Instant::now();
        } else {
            self.marks.extend(marks);
        }
        for told in told {
            tell(told, outcome);
        }
    }
}

fn decide(ledger: &mut Ledger<'_, Opened>, request: Request) -> Option<Told> {
    match request {
        Request::Commit(writes, reply) => {
            let decided = ledger.commit(&writes);
            Some(Told::Commit(reply, decided))
        }
        Request::Delete(key, reply) => {
            let decided = ledger.delete(&key);
            Some(Told::Delete(reply, decided))
        }
        Request::Forget(names, before, reply) => {
            let decided = ledger.forget(&names, before);
            Some(Told::Forget(reply, decided))
        }
        Request::Settle(reply) => Some(Told::Settle(reply)),
        Request::Mark(..) => None,
    }
}

/// Tells that the store cannot be written.
fn refuse(request: Request, error: &StoreError) {
    let error = error.clone();
    match request {
        Request::Commit(_, reply) => tell(Told::Commit(reply, Ok(())), &Err(error)),
        Request::Delete(_, reply) => tell(Told::Delete(reply, Ok(false)), &Err(error)),
        Request::Forget(_, _, reply) => tell(Told::Forget(reply, Ok(0)), &Err(error)),
        Request::Settle(reply) => tell(Told::Settle(reply), &Err(error)),
        Request::Mark(..) => {}
    }
}

/// Tells the outcome. Whoever does not listen any more asks again and finds the commit.
fn tell(told: Told, outcome: &Result<(), StoreError>) {
    let outcome = outcome.clone();
    match told {
        Told::Commit(reply, decided) => {
            let _ = reply.send(outcome.map_err(CommitError::Store).and(decided));
        }
        Told::Delete(reply, decided) => {
            let _ = reply.send(outcome.and(decided));
        }
        Told::Forget(reply, decided) => {
            let _ = reply.send(outcome.and(decided));
        }
        Told::Settle(reply) => {
            let _ = reply.send(outcome);
        }
    }
}

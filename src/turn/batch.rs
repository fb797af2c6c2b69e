//! Inputs that wait, decided in order and committed at once.

use std::collections::BTreeMap;

use crate::store::{CommitError, Refusal, SessionKey, StoreError};
use crate::turn::draft::Draft;
use crate::turn::{App, Incoming, Outgoing, TurnError};

/// How often a batch is decided again when somebody else wrote to one of its sessions in between.
const TRIES: usize = 5;

impl App {
    /// Takes inputs in order: decides each on what those before it led to, makes them durable in one commit, and says for
    /// each what there is to say. One that fails keeps no other from being taken.
    pub fn turns(&self, batch: &[Incoming<'_>]) -> Vec<Result<Outgoing, TurnError>> {
        let mut failed: BTreeMap<usize, TurnError> = BTreeMap::new();
        for _ in 0..TRIES {
            let mut draft = Draft::new(self);
            let mut outcomes = Vec::with_capacity(batch.len());
            let mut writers: Vec<usize> = Vec::new();
            for (at, incoming) in batch.iter().enumerate() {
                outcomes.push(match failed.get(&at) {
                    Some(fault) => Err(fault.clone()),
                    None => draft.decide(incoming),
                });
                writers.resize(draft.writes.len(), at);
            }
            let keys = draft.writes.iter().map(|write| write.key.clone());
            let written: Vec<(usize, SessionKey)> = writers.into_iter().zip(keys).collect();
            match self.commit(draft) {
                Ok(()) => return outcomes,
                Err(Uncommitted::Failed(fault)) => {
                    for (at, _) in written {
                        outcomes
                            .get_mut(at)
                            .into_iter()
                            .for_each(|one| *one = Err(fault.clone()));
                    }
                    return outcomes;
                }
                Err(Uncommitted::Refused(refused)) => {
                    let refused = refused.into_iter();
                    refused.for_each(|one| self.refused(one, &written, &mut failed));
                }
            }
        }
        batch.iter().map(|_| Err(TurnError::Busy)).collect()
    }

    /// Looks at a session anew, or leaves its inputs out for good.
    fn refused(
        &self,
        (key, reason): (SessionKey, Option<TurnError>),
        written: &[(usize, SessionKey)],
        failed: &mut BTreeMap<usize, TurnError>,
    ) {
        self.cache.forget(&key);
        let Some(reason) = reason else { return };
        let own = written.iter().filter(|(_, written)| *written == key);
        failed.extend(own.map(|(at, _)| (*at, reason.clone())));
    }

    fn commit(&self, draft: Draft<'_>) -> Result<(), Uncommitted> {
        let Draft {
            sessions,
            writes,
            erased,
            ..
        } = draft;
        if !writes.is_empty() {
            self.store.commit(writes).map_err(Uncommitted::of)?;
        }
        for (key, kept) in sessions {
            self.cache.put(key, kept);
        }
        for key in erased {
            self.cache.forget(&key);
            let erased = self.store.delete(&key);
            erased.map_err(|fault| Uncommitted::Failed(fault.into()))?;
        }
        Ok(())
    }
}

/// Why a batch was not committed.
enum Uncommitted {
    /// The store failed.
    Failed(TurnError),
    /// The writes to these sessions were not taken, for good where there is a reason; nothing was kept.
    Refused(Vec<(SessionKey, Option<TurnError>)>),
}

impl Uncommitted {
    fn of(error: CommitError) -> Self {
        match error {
            CommitError::Store(fault) => Self::Failed(fault.into()),
            CommitError::Refused(refused) => Self::Refused(
                refused
                    .into_iter()
                    .map(|(key, refusal)| {
                        let fault = for_good(&key, refusal);
                        (key, fault)
                    })
                    .collect(),
            ),
        }
    }
}

/// The reason that deciding again will not change; nothing when the session has only moved on.
fn for_good(key: &SessionKey, refusal: Refusal) -> Option<TurnError> {
    match refusal {
        Refusal::Conflict { .. } | Refusal::AlreadySeen => None,
        Refusal::Parked(reason) => {
            let key = key.clone();
            Some(StoreError::Parked { key, reason }.into())
        }
        Refusal::TooLarge { .. } => Some(TurnError::Busy),
    }
}

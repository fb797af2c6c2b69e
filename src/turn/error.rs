//! Why a turn could not be taken.

use crate::store::{CommitError, Refusal, StoreError};

/// Why a turn could not be taken. Nothing of the input was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TurnError {
    /// There is no case of this reference. The office checks it.
    #[error("there is no case of this reference")]
    NoSuchCase,
    /// Others kept writing to the same session. The office sends its answer again.
    #[error("the session is being written to by others; try again")]
    Busy,
    /// The store failed; what the office can do is told with it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whether a commit was taken; not, when the session has moved on and the turn is to be decided again.
pub(super) fn committed(result: Result<(), CommitError>) -> Result<bool, TurnError> {
    match result {
        Ok(()) => Ok(true),
        Err(CommitError::Store(fault)) => Err(TurnError::Store(fault)),
        Err(CommitError::Refused(refused)) => {
            for (key, refusal) in refused {
                match refusal {
                    Refusal::Conflict { .. } | Refusal::AlreadySeen => {}
                    Refusal::Parked(reason) => {
                        return Err(StoreError::Parked { key, reason }.into());
                    }
                    Refusal::TooLarge { .. } => return Err(TurnError::Busy),
                }
            }
            Ok(false)
        }
    }
}

//! Why a turn could not be taken.

use crate::domain::name::PolicyName;
use crate::store::StoreError;

/// Why a turn could not be taken. Nothing of the input was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TurnError {
    /// There is no case of this reference. The office checks it.
    #[error("there is no case of this reference")]
    NoSuchCase,
    /// The case is about another policy than the one on offer. It is opened where that is offered.
    #[error("the case is about another policy, `{0}`")]
    OtherPolicy(PolicyName),
    /// Others kept writing to the same session. The office sends its answer again.
    #[error("the session is being written to by others; try again")]
    Busy,
    /// The store failed; what the office can do is told with it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

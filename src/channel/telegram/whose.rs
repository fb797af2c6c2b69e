//! Whose a case is: which chats may open it, go on with it, and be told of it.

use tracing::warn;

use crate::access::{AccessError, Opening};
use crate::channel::telegram::Stop;
use crate::channel::telegram::desk::Desk;
use crate::domain::dialog::CaseReference;
use crate::store::{ChannelKey, SessionKey};
use crate::turn::{TurnError, Which};

/// What a text names.
pub(super) enum Named {
    Case(CaseReference),
    /// A case that there is not, or not for this chat.
    Closed,
    Nothing,
}

/// Whether a case opens.
enum Opens {
    Yes,
    No,
}

/// What was decided about somebody outside; nothing when it could not be written down, which keeps them outside and is no
/// reason to leave those alone who are inside.
pub(super) fn spared<T>(decided: Result<T, AccessError>) -> Result<Option<T>, Stop> {
    match decided {
        Ok(decided) => Ok(Some(decided)),
        Err(fault @ AccessError::Io { .. }) => {
            warn!(%fault, "nobody new can be let in");
            Ok(None)
        }
        Err(fault) => Err(fault.into()),
    }
}

impl Desk {
    /// The session of a chat: the one it is in, unless that belongs to another office than the chat does now.
    pub(super) fn which(&self, channel: &ChannelKey) -> Result<Which, Stop> {
        let Some(access) = &self.access else {
            return Ok(Which::Current);
        };
        if !access.moved(channel)? {
            return Ok(Which::Current);
        }
        let current = self.app.current(channel);
        let current = current.or_else(|fault| Stop::of(&fault).map_or(Ok(None), Err))?;
        let foreign = match current {
            Some(case) => !matches!(self.opens(case, channel, false)?, Opens::Yes),
            None => false,
        };
        Ok(if foreign {
            Which::Apart
        } else {
            Which::Current
        })
    }

    /// The case a text names, when it names one and this chat may see it.
    pub(super) fn case(&self, text: &str, by: &ChannelKey) -> Result<Named, Stop> {
        let Ok(case) = CaseReference::parse(text) else {
            return Ok(Named::Nothing);
        };
        Ok(match self.opens(case, by, true)? {
            Opens::Yes => Named::Case(case),
            Opens::No => Named::Closed,
        })
    }

    /// Whether a case opens for a chat. What somebody asked for is written down.
    fn opens(&self, case: CaseReference, by: &ChannelKey, asked: bool) -> Result<Opens, Stop> {
        let holders = match self.app.holders(case) {
            Ok(holders) => holders,
            Err(TurnError::NoSuchCase) => return Ok(Opens::No),
            Err(fault) => return Stop::of(&fault).map_or(Ok(Opens::No), Err),
        };
        let Some(access) = &self.access else {
            return Ok(Opens::Yes);
        };
        let Ok(key) = SessionKey::parse(&case.to_string()) else {
            return Ok(Opens::No);
        };
        let opening = Opening {
            by,
            case: &key,
            channels: &holders.channels,
            began: holders.began,
        };
        let allowed = match asked {
            true => spared(access.open_case(&opening, self.now()))?.unwrap_or(false),
            false => access.may_open(&opening)?,
        };
        Ok(if allowed { Opens::Yes } else { Opens::No })
    }

    /// Whether a chat may still be told of a case it was in. Where that cannot be known it is told nothing.
    pub(super) fn may_see(&self, case: CaseReference, chat: &ChannelKey) -> bool {
        matches!(self.opens(case, chat, false), Ok(Opens::Yes))
    }
}

//! What an operator names to revoke it.

use crate::access::{Code, InvitationId, OfficeId};
use crate::store::ChannelKey;

/// What is to be revoked, as it was named.
#[derive(Debug)]
pub enum Target {
    /// An invitation, by its code.
    Code(Code),
    /// An invitation, by its id.
    Invitation(InvitationId),
    /// A chat.
    Chat(ChannelKey),
    /// An office, with its chats and invitations.
    Office(OfficeId),
}

/// Why a text names nothing. The text is never part of it: it may have been a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no code, no id of an invitation or office, and no chat")]
pub struct NotATarget;

impl Target {
    /// Reads what an operator names: `K7QM-..`, `invite-9xwe2b`, `office-k7qm4t` or `telegram:1234`.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn parse(text: &str) -> Result<Self, NotATarget> {
        if let Ok(code) = Code::parse(text) {
            return Ok(Self::Code(code));
        }
        if let Ok(id) = InvitationId::parse(text) {
            return Ok(Self::Invitation(id));
        }
        if let Ok(id) = OfficeId::parse(text) {
            return Ok(Self::Office(id));
        }
        let is_chat = text.contains(':');
        let chat = ChannelKey::parse(text).ok().filter(|_| is_chat);
        chat.map(Self::Chat).ok_or(NotATarget)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_known_by_its_form() {
        let code = "AAAA-AAAA-AAAA-AAAA-AAAA";
        assert!(matches!(Target::parse(code), Ok(Target::Code(_))));
        let read = Target::parse("invite-9xwe2b");
        assert!(matches!(read, Ok(Target::Invitation(_))));
        let read = Target::parse("OFFICE-k7qm4t");
        assert!(matches!(read, Ok(Target::Office(_))));
        let read = Target::parse("telegram:1234");
        assert!(matches!(read, Ok(Target::Chat(_))));
        for bad in ["", "1234", "K7QM", "telegram: 1"] {
            assert_eq!(Target::parse(bad).unwrap_err(), NotATarget, "{bad}");
        }
    }
}

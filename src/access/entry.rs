//! What the access log says: everything that was decided about who may come in.

use crate::access::code::CodeHash;
use crate::access::{InvitationId, Note, OfficeId};
use crate::store::{ChannelKey, SessionKey, UnixSeconds};

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was decided.
    pub at: UnixSeconds,
    /// What was decided.
    pub event: Event,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An office was invited.
    Invited(Invitation),
    /// A chat used an invitation and is let in.
    Redeemed {
        /// The invitation.
        invitation: InvitationId,
        /// The chat.
        channel: ChannelKey,
    },
    /// A chat was not let in.
    Refused {
        /// The chat.
        channel: ChannelKey,
        /// Why; the chat is not told.
        why: Why,
        /// The invitation whose code it gave, when there is one.
        invitation: Option<InvitationId>,
    },
    /// So many chats were refused on this day that further refusals are not written down until it ends.
    Silenced,
    /// Something was revoked.
    Revoked(Subject),
    /// A case was asked for by its reference.
    Opened {
        /// The chat that asked.
        channel: ChannelKey,
        /// The case.
        case: SessionKey,
        /// Whether it was opened for the chat.
        allowed: bool,
    },
}

/// An invitation, without its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its name.
    pub id: InvitationId,
    /// The office that whoever uses it belongs to.
    pub office: OfficeId,
    /// What whoever uses it may do.
    pub role: Role,
    /// What the operator noted on it.
    pub note: Option<Note>,
    /// From when on it is not valid.
    pub expires: UnixSeconds,
    pub(crate) code: CodeHash,
}

/// What can be revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An invitation that was not used.
    Invitation(InvitationId),
    /// A chat that is let in.
    Member(ChannelKey),
    /// An office with its chats and invitations.
    Office(OfficeId),
}

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Hold conversations about the cases of its office.
    Office,
}

/// Why a chat was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It gave no code.
    Stranger,
    /// It gave a code in which a symbol was misread.
    Misread,
    /// No invitation has the code it gave.
    Unknown,
    /// The invitation was used before.
    Used,
    /// The invitation was no longer valid.
    Expired,
    /// The invitation or its office was revoked.
    Revoked,
    /// It gave too many wrong codes; those that follow are not looked at for a while.
    TooMany,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 1] = [Self::Office];

    /// Its word, in the log and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

impl Why {
    const ALL: [Self; 7] = [
        Self::Stranger,
        Self::Misread,
        Self::Unknown,
        Self::Used,
        Self::Expired,
        Self::Revoked,
        Self::TooMany,
    ];

    /// Its word, in the log.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stranger => "stranger",
            Self::Misread => "misread",
            Self::Unknown => "unknown",
            Self::Used => "used",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::TooMany => "too_many",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == word)
    }
}

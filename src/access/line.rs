//! Entries as they are stored: a line of JSON each, in a form of its own, with a version.

use serde::{Deserialize, Serialize};

use crate::access::code::CodeHash;
use crate::access::entry::{Entry, Event, Invitation, Role, Subject, Why};
use crate::access::error::Fault;
use crate::access::{InvitationId, Note, OfficeId};
use crate::store::{ChannelKey, SessionKey, UnixSeconds};

/// The version this program writes.
const VERSION: u64 = 1;

/// What is read of a line before its version is known.
#[derive(Debug, Deserialize)]
struct Versioned {
    v: u64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    v: u64,
    at: i64,
    event: Stored,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Stored {
    Invited {
        invitation: String,
        office: String,
        role: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        expires: i64,
        code: String,
    },
    Redeemed {
        invitation: String,
        channel: String,
    },
    Refused {
        channel: String,
        why: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        invitation: Option<String>,
    },
    Silenced {},
    RevokedInvitation {
        invitation: String,
    },
    RevokedMember {
        channel: String,
    },
    RevokedOffice {
        office: String,
    },
    Opened {
        channel: String,
        case: String,
        allowed: bool,
    },
}

impl Entry {
    /// The entry as a line of JSON, in the form in which it is stored, without an end of line.
    ///
    /// # Errors
    /// When it has no such form; every entry has one.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Line {
            v: VERSION,
            at: self.at.0,
            event: stored(&self.event),
        })
    }

    /// Reads a line.
    pub(crate) fn parse(line: &[u8]) -> Result<Self, Fault> {
        let fault = |error: serde_json::Error| match error.is_data() {
            true => Fault::Unknown,
            false => Fault::Form,
        };
        let Versioned { v } = serde_json::from_slice(line).map_err(|_| Fault::Form)?;
        if v != VERSION {
            return Err(Fault::Version(v));
        }
        let line: Line = serde_json::from_slice(line).map_err(fault)?;
        Ok(Self {
            at: UnixSeconds(line.at),
            event: event(line.event).ok_or(Fault::Unknown)?,
        })
    }
}

fn stored(event: &Event) -> Stored {
    match event {
        Event::Invited(invitation) => invited(invitation),
        Event::Redeemed {
            invitation,
            channel,
        } => Stored::Redeemed {
            invitation: invitation.to_string(),
            channel: channel.to_string(),
        },
        Event::Refused {
            channel,
            why,
            invitation,
        } => Stored::Refused {
            channel: channel.to_string(),
            why: why.as_str().into(),
            invitation: invitation.map(|id| id.to_string()),
        },
        Event::Silenced => Stored::Silenced {},
        Event::Revoked(subject) => revoked(subject),
        Event::Opened {
            channel,
            case,
            allowed,
        } => Stored::Opened {
            channel: channel.to_string(),
            case: case.to_string(),
            allowed: *allowed,
        },
    }
}

fn invited(invitation: &Invitation) -> Stored {
    Stored::Invited {
        invitation: invitation.id.to_string(),
        office: invitation.office.to_string(),
        role: invitation.role.as_str().into(),
        note: invitation.note.as_ref().map(ToString::to_string),
        expires: invitation.expires.0,
        code: invitation.code.to_string(),
    }
}

fn revoked(subject: &Subject) -> Stored {
    match subject {
        Subject::Invitation(id) => Stored::RevokedInvitation {
            invitation: id.to_string(),
        },
        Subject::Member(channel) => Stored::RevokedMember {
            channel: channel.to_string(),
        },
        Subject::Office(office) => Stored::RevokedOffice {
            office: office.to_string(),
        },
    }
}

fn event(stored: Stored) -> Option<Event> {
    Some(match stored {
        Stored::Invited { .. } => Event::Invited(invitation(stored)?),
        Stored::Redeemed {
            invitation,
            channel,
        } => Event::Redeemed {
            invitation: InvitationId::parse(&invitation).ok()?,
            channel: ChannelKey::parse(&channel).ok()?,
        },
        Stored::Refused {
            channel,
            why,
            invitation,
        } => Event::Refused {
            channel: ChannelKey::parse(&channel).ok()?,
            why: Why::parse(&why)?,
            invitation: invitation
                .map(|id| InvitationId::parse(&id))
                .transpose()
                .ok()?,
        },
        Stored::Silenced {} => Event::Silenced,
        Stored::RevokedInvitation { invitation } => {
            Event::Revoked(Subject::Invitation(InvitationId::parse(&invitation).ok()?))
        }
        Stored::RevokedMember { channel } => {
            Event::Revoked(Subject::Member(ChannelKey::parse(&channel).ok()?))
        }
        Stored::RevokedOffice { office } => {
            Event::Revoked(Subject::Office(OfficeId::parse(&office).ok()?))
        }
        Stored::Opened {
            channel,
            case,
            allowed,
        } => Event::Opened {
            channel: ChannelKey::parse(&channel).ok()?,
            case: SessionKey::parse(&case).ok()?,
            allowed,
        },
    })
}

fn invitation(stored: Stored) -> Option<Invitation> {
    let Stored::Invited {
        invitation,
        office,
        role,
        note,
        expires,
        code,
    } = stored
    else {
        return None;
    };
    Some(Invitation {
        id: InvitationId::parse(&invitation).ok()?,
        office: OfficeId::parse(&office).ok()?,
        role: Role::parse(&role)?,
        note: match note {
            Some(text) => Some(Note::kept(&text)?),
            None => None,
        },
        expires: UnixSeconds(expires),
        code: CodeHash::parse(&code)?,
    })
}

#[cfg(test)]
mod tests;

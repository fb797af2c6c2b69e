//! What the lines of the log add up to. Folding decides nothing: each entry was decided before it was written.

use std::collections::{BTreeMap, BTreeSet};

use crate::access::code::CodeHash;
use crate::access::entry::{Entry, Event, Invitation, Role, Subject, Why};
use crate::access::error::Fault;
use crate::access::{InvitationId, OfficeId};
use crate::store::{ChannelKey, UnixSeconds};

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// A chat that is let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The chat.
    pub channel: ChannelKey,
    /// The office it belongs to.
    pub office: OfficeId,
    /// What it may do.
    pub role: Role,
    /// Since when.
    pub since: UnixSeconds,
    /// The invitation it used.
    pub invitation: InvitationId,
}

/// A time a chat was let in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stay {
    pub(crate) member: Member,
    pub(crate) until: Option<UnixSeconds>,
}

/// What became of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Used(ChannelKey),
    Revoked,
}

/// An invitation and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Issued {
    pub(crate) invitation: Invitation,
    pub(crate) at: UnixSeconds,
    pub(crate) fate: Fate,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) since: UnixSeconds,
    pub(crate) revoked: bool,
}

/// What all lines add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) offices: BTreeMap<OfficeId, Office>,
    pub(crate) invitations: BTreeMap<InvitationId, Issued>,
    codes: BTreeMap<CodeHash, InvitationId>,
    /// Every time every chat was let in for, oldest first.
    pub(crate) stays: BTreeMap<ChannelKey, Vec<Stay>>,
    /// Chats that were greeted as strangers since they were last let in.
    strangers: BTreeSet<ChannelKey>,
    refused: Refused,
}

/// How many refusals a day of universal time has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Refused {
    day: i64,
    count: u32,
    silenced: bool,
}

impl State {
    /// Takes an entry in.
    ///
    /// # Errors
    /// When it does not fit those before it; nothing has changed then.
    pub(crate) fn apply(&mut self, entry: &Entry) -> Result<(), Fault> {
        let at = entry.at;
        match &entry.event {
            Event::Invited(invitation) => self.invited(invitation, at),
            Event::Redeemed {
                invitation,
                channel,
            } => self.redeemed(*invitation, channel, at),
            Event::Refused { channel, why, .. } => {
                self.refused.on(at).count += 1;
                if *why == Why::Stranger {
                    self.strangers.insert(channel.clone());
                }
                Ok(())
            }
            Event::Silenced => {
                self.refused.on(at).silenced = true;
                Ok(())
            }
            Event::Revoked(subject) => self.revoked(subject, at),
            Event::Opened { .. } => Ok(()),
        }
    }

    fn invited(&mut self, invitation: &Invitation, at: UnixSeconds) -> Result<(), Fault> {
        let taken = self.invitations.contains_key(&invitation.id);
        if taken || self.codes.contains_key(&invitation.code) {
            return Err(Fault::Unfit);
        }
        self.codes.insert(invitation.code, invitation.id);
        self.offices.entry(invitation.office).or_insert(Office {
            since: at,
            revoked: false,
        });
        let issued = Issued {
            invitation: invitation.clone(),
            at,
            fate: Fate::Open,
        };
        self.invitations.insert(invitation.id, issued);
        Ok(())
    }

    fn redeemed(
        &mut self,
        id: InvitationId,
        channel: &ChannelKey,
        at: UnixSeconds,
    ) -> Result<(), Fault> {
        let member_already = self.member(channel).is_some();
        let issued = self.invitations.get_mut(&id).ok_or(Fault::Unfit)?;
        if issued.fate != Fate::Open || member_already {
            return Err(Fault::Unfit);
        }
        issued.fate = Fate::Used(channel.clone());
        let member = Member {
            channel: channel.clone(),
            office: issued.invitation.office,
            role: issued.invitation.role,
            since: at,
            invitation: id,
        };
        let stay = Stay {
            member,
            until: None,
        };
        self.stays.entry(channel.clone()).or_default().push(stay);
        self.strangers.remove(channel);
        Ok(())
    }

    fn revoked(&mut self, subject: &Subject, at: UnixSeconds) -> Result<(), Fault> {
        match subject {
            Subject::Invitation(id) => {
                let issued = self.invitations.get_mut(id);
                let open = issued.filter(|issued| issued.fate == Fate::Open);
                open.ok_or(Fault::Unfit)?.fate = Fate::Revoked;
            }
            Subject::Member(channel) => {
                let stays = self.stays.get_mut(channel).ok_or(Fault::Unfit)?;
                end(stays.iter_mut(), at);
            }
            Subject::Office(office) => {
                self.offices.get_mut(office).ok_or(Fault::Unfit)?.revoked = true;
                let stays = self.stays.values_mut().flatten();
                end(stays.filter(|stay| stay.member.office == *office), at);
                let issued = self.invitations.values_mut();
                issued
                    .filter(|issued| issued.invitation.office == *office)
                    .filter(|issued| issued.fate == Fate::Open)
                    .for_each(|issued| issued.fate = Fate::Revoked);
            }
        }
        Ok(())
    }

    /// The chat, when it is let in now.
    pub(crate) fn member(&self, channel: &ChannelKey) -> Option<&Member> {
        let last = self.stays.get(channel)?.last()?;
        last.until.is_none().then_some(&last.member)
    }

    /// Those let in now, in order of their chats.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Member> {
        let last = self.stays.values().filter_map(|stays| stays.last());
        last.filter(|stay| stay.until.is_none())
            .map(|stay| &stay.member)
    }

    /// The invitation with this code.
    pub(crate) fn by_code(&self, code: CodeHash) -> Option<&Issued> {
        self.invitations.get(self.codes.get(&code)?)
    }

    /// Whether the chat was greeted as a stranger since it was last let in.
    pub(crate) fn greeted(&self, channel: &ChannelKey) -> bool {
        self.strangers.contains(channel)
    }

    /// How many refusals the day of this moment has, and whether the log has fallen silent about them.
    pub(crate) fn refused(&self, at: UnixSeconds) -> (u32, bool) {
        let Refused {
            count, silenced, ..
        } = *self.refused.clone().on(at);
        (count, silenced)
    }
}

fn end<'a>(stays: impl Iterator<Item = &'a mut Stay>, at: UnixSeconds) {
    for stay in stays.filter(|stay| stay.until.is_none()) {
        stay.until = Some(at);
    }
}

impl Refused {
    /// The count of the day of this moment, begun anew when the day is another one.
    fn on(&mut self, at: UnixSeconds) -> &mut Self {
        let day = at.0.div_euclid(DAY);
        if self.day != day {
            *self = Self {
                day,
                ..Self::default()
            };
        }
        self
    }
}

#[cfg(test)]
mod tests;

//! Every decision about who may come in, on what the log adds up to. Nothing is read or written here.

use std::collections::BTreeSet;

use crate::access::code::{Code, CodeHash};
use crate::access::entry::{Entry, Event, Invitation, Subject, Why};
use crate::access::error::AccessError;
use crate::access::id::Entropy;
use crate::access::state::{Fate, Issued, Member, State, Stay};
use crate::access::{InvitationId, Invite, OfficeId, Opening, Revoked, Target};
use crate::store::{ChannelKey, UnixSeconds};

/// Refusals of a day that are written down one by one.
pub(super) const REFUSALS_A_DAY: u32 = 1_000;
/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// What becomes of a chat that gives a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is let in.
    In(InvitationId),
    /// It was let in by this code before.
    Welcome(Member),
    /// It was let in by another code before.
    Already(Member),
    /// It is not let in.
    Refused(Why, Option<InvitationId>),
}

/// An entry of now.
pub(super) fn entry(event: Event, at: UnixSeconds) -> Entry {
    Entry { at, event }
}

/// A refusal as it is written down: with so many on one day that the log has no room for it, not at all.
pub(super) fn refusal(
    state: &State,
    (channel, at): (&ChannelKey, UnixSeconds),
    (why, invitation): (Why, Option<InvitationId>),
) -> Option<Entry> {
    match state.refused(at) {
        (_, true) => None,
        (count, false) if count >= REFUSALS_A_DAY => Some(entry(Event::Silenced, at)),
        (_, false) => {
            let channel = channel.clone();
            let refused = Event::Refused {
                channel,
                why,
                invitation,
            };
            Some(entry(refused, at))
        }
    }
}

/// What becomes of a chat that gives a code; of one that was misread, nothing is left.
pub(super) fn redeem(
    state: &State,
    code: Option<CodeHash>,
    (channel, at): (&ChannelKey, UnixSeconds),
) -> Outcome {
    let issued = code.and_then(|code| state.by_code(code));
    if let Some(member) = state.member(channel) {
        let own = issued.is_some_and(|issued| issued.invitation.id == member.invitation);
        let member = member.clone();
        return if own {
            Outcome::Welcome(member)
        } else {
            Outcome::Already(member)
        };
    }
    match issued {
        None if code.is_none() => Outcome::Refused(Why::Misread, None),
        None => Outcome::Refused(Why::Unknown, None),
        Some(issued) => match barrier(issued, at) {
            Some(why) => Outcome::Refused(why, Some(issued.invitation.id)),
            None => Outcome::In(issued.invitation.id),
        },
    }
}

fn barrier(issued: &Issued, at: UnixSeconds) -> Option<Why> {
    match issued.fate {
        Fate::Used(_) => Some(Why::Used),
        Fate::Revoked => Some(Why::Revoked),
        Fate::Open if at >= issued.invitation.expires => Some(Why::Expired),
        Fate::Open => None,
    }
}

/// The invitation that is asked for, with its code.
pub(super) fn invite(
    state: &State,
    (invite, entropy): (&Invite, &Entropy),
    at: UnixSeconds,
) -> Result<(Invitation, Code), AccessError> {
    let code = Code::from_entropy(entropy);
    let id = InvitationId::drawn(entropy);
    let drawn = OfficeId::drawn(entropy);
    let office = invite.office.unwrap_or(drawn);
    let known = state.offices.get(&office);
    if invite.office.is_some() && known.is_none_or(|office| office.revoked) {
        return Err(AccessError::NoSuchOffice(office));
    }
    let taken = invite.office.is_none() && known.is_some();
    if taken || state.invitations.contains_key(&id) || state.by_code(code.hash()).is_some() {
        return Err(AccessError::Taken);
    }
    let valid = i64::from(invite.valid_days).saturating_mul(DAY);
    let invitation = Invitation {
        id,
        office,
        role: invite.role,
        note: invite.note.clone(),
        expires: UnixSeconds(at.0.saturating_add(valid)),
        code: code.hash(),
    };
    Ok((invitation, code))
}

/// What a target names, and whether it is revoked already.
pub(super) fn revoke(state: &State, target: &Target) -> Result<Revoked, AccessError> {
    match target {
        Target::Code(code) => {
            let issued = state.by_code(code.hash()).ok_or(AccessError::NoSuchCode)?;
            invitation(issued)
        }
        Target::Invitation(id) => {
            let issued = state.invitations.get(id);
            invitation(issued.ok_or(AccessError::NoSuchInvitation(*id))?)
        }
        Target::Chat(channel) => chat(state, channel),
        Target::Office(office) => self::office(state, *office),
    }
}

fn invitation(issued: &Issued) -> Result<Revoked, AccessError> {
    let id = issued.invitation.id;
    match &issued.fate {
        Fate::Used(channel) => Err(AccessError::Used(id, channel.clone())),
        fate => Ok(Revoked {
            subject: Subject::Invitation(id),
            already: *fate == Fate::Revoked,
            chats: 0,
            invitations: usize::from(*fate == Fate::Open),
        }),
    }
}

fn chat(state: &State, channel: &ChannelKey) -> Result<Revoked, AccessError> {
    if !state.stays.contains_key(channel) {
        return Err(AccessError::NoSuchMember(channel.clone()));
    }
    let inside = state.member(channel).is_some();
    Ok(Revoked {
        subject: Subject::Member(channel.clone()),
        already: !inside,
        chats: usize::from(inside),
        invitations: 0,
    })
}

fn office(state: &State, id: OfficeId) -> Result<Revoked, AccessError> {
    let office = state.offices.get(&id);
    let office = office.ok_or(AccessError::NoSuchOffice(id))?;
    let open = state.invitations.values().filter(|issued| {
        let invitation = &issued.invitation;
        invitation.office == id && issued.fate == Fate::Open
    });
    Ok(Revoked {
        subject: Subject::Office(id),
        already: office.revoked,
        chats: state.members().filter(|member| member.office == id).count(),
        invitations: open.count(),
    })
}

/// Whether a case is one of the office that the chat belongs to now.
pub(super) fn may_open(state: &State, opening: &Opening<'_>) -> bool {
    let member = state.member(opening.by);
    member.is_some_and(|member| {
        office_of(state, opening.channels, opening.began) == Some(member.office)
    })
}

/// The office a case belongs to: the one its chats belonged to when it began, whatever became of them since. Chats that
/// joined later count when none of the others is left. Nothing when chats of several offices make it unclear.
fn office_of(state: &State, channels: &[ChannelKey], began: UnixSeconds) -> Option<OfficeId> {
    let stays = || {
        channels
            .iter()
            .filter_map(|channel| state.stays.get(channel))
    };
    // Whoever is outside begins no case, so the last stay that had begun by then is the one.
    let then = |stays: &Vec<Stay>| {
        let mut begun = stays.iter().filter(|stay| stay.member.since <= began);
        begun.next_back().map(|stay| stay.member.office)
    };
    let mut found: BTreeSet<OfficeId> = stays().filter_map(then).collect();
    if found.is_empty() {
        found = stays().flatten().map(|stay| stay.member.office).collect();
    }
    let only = found.pop_first();
    only.filter(|_| found.is_empty())
}

//! Who may come in, as an operator sees it.

use crate::access::entry::Invitation;
use crate::access::state::{Fate, Issued, Member, State};
use crate::access::{Note, OfficeId};
use crate::store::UnixSeconds;

/// An office with those that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOffice {
    /// The office.
    pub id: OfficeId,
    /// When it was invited first.
    pub since: UnixSeconds,
    /// Whether its access was revoked.
    pub revoked: bool,
    /// The chats that are let in, each with the note of the invitation it used.
    pub members: Vec<(Member, Option<Note>)>,
    /// The invitations that can be used, the latest last.
    pub invitations: Vec<Invitation>,
}

/// Every office, in order of the time it was invited first, with the invitations that can be used now.
pub(super) fn list(state: &State, now: UnixSeconds) -> Vec<ListedOffice> {
    let offices = state.offices.iter().map(|(id, office)| ListedOffice {
        id: *id,
        since: office.since,
        revoked: office.revoked,
        members: members(state, *id),
        invitations: invitations(state, *id, now),
    });
    let mut offices: Vec<ListedOffice> = offices.collect();
    offices.sort_by_key(|office| (office.since, office.id));
    offices
}

fn members(state: &State, office: OfficeId) -> Vec<(Member, Option<Note>)> {
    let members = state.members().filter(|member| member.office == office);
    let noted = members.map(|member| {
        let issued = state.invitations.get(&member.invitation);
        let note = issued.and_then(|issued| issued.invitation.note.clone());
        (member.clone(), note)
    });
    noted.collect()
}

fn invitations(state: &State, office: OfficeId, now: UnixSeconds) -> Vec<Invitation> {
    let issued = state.invitations.values();
    let mut open: Vec<&Issued> = issued
        .filter(|issued| issued.invitation.office == office && issued.fate == Fate::Open)
        .filter(|issued| now < issued.invitation.expires)
        .collect();
    open.sort_by_key(|issued| (issued.at, issued.invitation.id));
    open.into_iter()
        .map(|issued| issued.invitation.clone())
        .collect()
}

//! `preauth access list`: offices, the chats that are let in, and the invitations that can be used.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::access::{Access, Invitation, ListedOffice, Member, Note};
use crate::cli::access::{Door, Stop};
use crate::clock;

impl Door {
    pub(super) fn list(&self, access: &Access) -> Result<(), Stop> {
        let offices = access.list(clock::now())?;
        let mut out = io::BufWriter::new(io::stdout().lock());
        if offices.is_empty() && !self.json {
            writeln!(out, "nobody was invited to `{}`", self.folder.display())?;
        }
        for office in &offices {
            if self.json {
                writeln!(out, "{}", json(office))?;
            } else {
                people(&mut out, office)?;
            }
        }
        Ok(out.flush()?)
    }
}

fn json(office: &ListedOffice) -> Value {
    let members = office.members.iter().map(|(member, note)| {
        json!({
            "chat": member.channel.as_str(),
            "role": member.role.as_str(),
            "since": clock::utc(member.since),
            "invitation": member.invitation.to_string(),
            "note": note.as_ref().map(Note::as_str),
        })
    });
    let invitations = office.invitations.iter().map(|invitation| {
        json!({
            "invitation": invitation.id.to_string(),
            "role": invitation.role.as_str(),
            "expires": clock::utc(invitation.expires),
            "note": invitation.note.as_ref().map(Note::as_str),
        })
    });
    json!({
        "office": office.id.to_string(),
        "since": clock::utc(office.since),
        "revoked": office.revoked,
        "members": members.collect::<Vec<_>>(),
        "invitations": invitations.collect::<Vec<_>>(),
    })
}

fn people(out: &mut impl Write, office: &ListedOffice) -> io::Result<()> {
    let revoked = if office.revoked { "  revoked" } else { "" };
    writeln!(
        out,
        "{}  since {}{revoked}",
        office.id,
        clock::local(office.since)
    )?;
    for (member, note) in &office.members {
        writeln!(out, "{}", with(&chat(member), note.as_ref()))?;
    }
    for invitation in &office.invitations {
        writeln!(out, "{}", with(&open(invitation), invitation.note.as_ref()))?;
    }
    Ok(())
}

fn chat(member: &Member) -> String {
    let since = clock::local(member.since);
    format!(
        "  chat {}  {}  since {since}",
        member.channel,
        member.role.as_str()
    )
}

fn open(invitation: &Invitation) -> String {
    let until = clock::local(invitation.expires);
    format!(
        "  {}  {}  valid until {until}",
        invitation.id,
        invitation.role.as_str()
    )
}

fn with(line: &str, note: Option<&Note>) -> String {
    let note = note.map(|note| format!("  ({note})"));
    format!("{line}{}", note.unwrap_or_default())
}

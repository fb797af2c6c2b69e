//! `preauth access log`: every decision about who may come in.

use std::io::{self, Write};

use crate::access::{Access, Entry, Event, Invitation, Note, Subject};
use crate::cli::access::{Door, Stop};
use crate::clock;

impl Door {
    /// A line a decision; as JSON in the form in which it is stored.
    pub(super) fn log(&self, access: &Access) -> Result<(), Stop> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        for entry in access.log()? {
            let line = if self.json {
                entry.json().map_err(io::Error::from)?
            } else {
                people(&entry)
            };
            writeln!(out, "{line}")?;
        }
        Ok(out.flush()?)
    }
}

fn people(entry: &Entry) -> String {
    format!("{}  {}", clock::local(entry.at), told(&entry.event))
}

fn told(event: &Event) -> String {
    match event {
        Event::Invited(invitation) => invited(invitation),
        Event::Redeemed {
            invitation,
            channel,
        } => format!("let in    {channel} by {invitation}"),
        Event::Refused {
            channel,
            why,
            invitation,
        } => {
            let by = invitation.map(|id| format!(", {id}")).unwrap_or_default();
            let why = why.as_str().replace('_', " ");
            format!("refused   {channel}: {why}{by}")
        }
        Event::Silenced => "silenced  further refusals of this day are not written down".into(),
        Event::Revoked(Subject::Invitation(id)) => format!("revoked   {id}"),
        Event::Revoked(Subject::Member(channel)) => format!("revoked   {channel}"),
        Event::Revoked(Subject::Office(office)) => format!("revoked   {office}"),
        Event::Opened {
            channel,
            case,
            allowed,
        } => {
            let word = if *allowed { "opened " } else { "withheld" };
            format!("{word:<9} case {case} for {channel}")
        }
    }
}

fn invited(invitation: &Invitation) -> String {
    let Invitation {
        id, office, role, ..
    } = invitation;
    let until = clock::local(invitation.expires);
    let note = invitation.note.as_ref().map(Note::as_str);
    let note = note.map(|note| format!("  ({note})")).unwrap_or_default();
    let role = role.as_str();
    format!("invited   {id} to {office} as {role}, until {until}{note}")
}

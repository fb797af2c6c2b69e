//! `preauth access revoke`: an invitation, a chat or an office is let in no more.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::access::{Access, NotATarget, Revoked, Subject, Target};
use crate::cli::access::{Door, Stop};
use crate::clock;

/// Take back an invitation, or let a chat or a whole office in no more
///
/// It counts from the next message on. Cases stay with their office; to let somebody in again, invite them again.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  preauth access revoke invite-9xwe2b
  preauth access revoke telegram:5550
  preauth access revoke office-k7qm4t")]
pub(super) struct RevokeArgs {
    /// The id or the whole code of an invitation, a chat or an office, as `preauth access list` shows it
    #[arg(value_name = "CODE|INVITATION|CHAT|OFFICE", value_parser = Named::parse)]
    what: Named,
}

/// What was named. A code cannot be found from what is kept of it, so it is named as a whole.
#[derive(Debug, Clone)]
struct Named(std::sync::Arc<Target>);

impl Named {
    fn parse(text: &str) -> Result<Self, NotATarget> {
        Target::parse(text).map(|target| Self(target.into()))
    }
}

impl Door {
    pub(super) fn revoke(&self, access: &Access, args: &RevokeArgs) -> Result<(), Stop> {
        let revoked = access.revoke(&args.what.0, clock::now())?;
        let mut out = io::stdout().lock();
        if self.json {
            let line = json!({
                "revoked": name(&revoked.subject),
                "already": revoked.already,
                "chats": revoked.chats,
                "invitations": revoked.invitations,
            });
            return Ok(writeln!(out, "{line}")?);
        }
        Ok(writeln!(out, "{}", told(&revoked))?)
    }
}

fn name(subject: &Subject) -> String {
    match subject {
        Subject::Invitation(id) => id.to_string(),
        Subject::Member(channel) => channel.to_string(),
        Subject::Office(office) => office.to_string(),
    }
}

fn told(revoked: &Revoked) -> String {
    let name = name(&revoked.subject);
    if revoked.already {
        return format!("{name} was revoked before; nothing changed");
    }
    match revoked.subject {
        Subject::Office(_) => format!(
            "revoked {name}; chats let in no more: {}, invitations taken back: {}",
            revoked.chats, revoked.invitations
        ),
        Subject::Invitation(_) | Subject::Member(_) => format!("revoked {name}"),
    }
}

//! `preauth access invite`: a code that lets one chat in, shown once.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::access::{Access, Entropy, Invite, Invited, Note, OfficeId, Role};
use crate::cli::access::{Door, Stop};
use crate::clock;
use crate::settings::is_bot;

/// Make an invitation: a code that lets one chat in, once
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  preauth access invite --role office --note \"front desk\"
  preauth access invite --role office --office office-k7qm4t --bot our_intake_bot --json")]
pub(super) struct InviteArgs {
    /// What whoever uses it may do: `office` holds conversations about the cases of its office
    #[arg(long, value_name = "ROLE", value_parser = role)]
    role: Role,
    /// The office to join, as `preauth access list` shows it; without it a new office
    #[arg(long, value_name = "OFFICE", value_parser = OfficeId::parse)]
    office: Option<OfficeId>,
    /// What it is for, such as "front desk"; never a person
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Days for which it can be used, 1 to 90; without it those of the settings
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=90))]
    valid_days: Option<u16>,
    /// The bot's name, for a link that opens it; without it the one of the settings
    #[arg(long, value_name = "NAME", value_parser = bot)]
    bot: Option<String>,
}

fn role(word: &str) -> Result<Role, String> {
    let words = Role::ALL.map(|role| format!("`{}`", role.as_str()));
    Role::parse(word).ok_or_else(|| format!("a role is one of {}", words.join(", ")))
}

fn bot(name: &str) -> Result<String, &'static str> {
    let name = name.strip_prefix('@').unwrap_or(name);
    is_bot(name)
        .then(|| name.to_owned())
        .ok_or("it has 5 to 32 letters, digits and `_`")
}

impl Door {
    pub(super) fn invite(&self, access: &Access, args: &InviteArgs) -> Result<(), Stop> {
        let note = args.note.as_deref().map(Note::parse).transpose()?;
        let invite = Invite {
            role: args.role,
            office: args.office,
            note,
            valid_days: args.valid_days.unwrap_or(self.settings.invitation_days),
        };
        let entropy = Entropy::of(clock::secret()?);
        let invited = access.invite(&invite, &entropy, clock::now())?;
        let bot = args.bot.as_ref().or(self.settings.bot.as_ref());
        let link = bot.map(|bot| format!("https://t.me/{bot}?start={}", invited.code.reveal()));
        let mut out = io::stdout().lock();
        if self.json {
            return Ok(json(&mut out, &invited, link.as_deref())?);
        }
        Ok(people(&mut out, (&invited, &invite), link.as_deref())?)
    }
}

fn json(out: &mut impl Write, invited: &Invited, link: Option<&str>) -> io::Result<()> {
    let invitation = &invited.invitation;
    let line = json!({
        "code": invited.code.reveal(),
        "invitation": invitation.id.to_string(),
        "office": invitation.office.to_string(),
        "role": invitation.role.as_str(),
        "note": invitation.note.as_ref().map(Note::as_str),
        "expires": clock::utc(invitation.expires),
        "link": link,
    });
    writeln!(out, "{line}")
}

fn people(
    out: &mut impl Write,
    (invited, invite): (&Invited, &Invite),
    link: Option<&str>,
) -> io::Result<()> {
    let invitation = &invited.invitation;
    let new = if invite.office.is_none() {
        " (new)"
    } else {
        ""
    };
    writeln!(out, "code:        {}", invited.code.reveal())?;
    if let Some(link) = link {
        writeln!(out, "link:        {link}")?;
    }
    writeln!(out, "invitation:  {}", invitation.id)?;
    writeln!(out, "office:      {}{new}", invitation.office)?;
    writeln!(out, "valid until: {}", clock::local(invitation.expires))?;
    writeln!(
        out,
        "\nThe code lets one chat in, once. It is not kept and not shown again."
    )
}

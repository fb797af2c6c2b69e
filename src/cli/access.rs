//! `preauth access`: who may come in over the messenger.

mod invite;
mod list;
mod log;
mod revoke;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::access::{Access, AccessError, NotANote};
use crate::cli::{Common, data, load, tell};
use crate::settings::Settings;

const AFTER: &str = "\
All of it works while `preauth telegram` runs on the same folder, which notices at once.

Examples:
  preauth access invite --role office --note \"front desk\" --bot our_intake_bot
  preauth access invite --role office --office office-k7qm4t --valid-days 2
  preauth access list
  preauth access revoke invite-9xwe2b
  preauth access log --json

Exit status:
  0  done
  1  the access log could not be read or written, or there is nothing of that name
  2  the settings have errors, or the arguments are wrong";

/// Invite offices, list and revoke what they may do, and show every decision
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(super) struct AccessArgs {
    /// The folder of the sessions
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Write JSON Lines
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: AccessCommand,
}

#[derive(Debug, Subcommand)]
enum AccessCommand {
    Invite(invite::InviteArgs),
    /// Offices, the chats that are let in, and the invitations that can be used
    List,
    Revoke(revoke::RevokeArgs),
    /// Every decision about who may come in, oldest first
    Log,
}

/// What stands in the way.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error(transparent)]
    Access(#[from] AccessError),
    #[error(transparent)]
    Note(#[from] NotANote),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Access to the sessions of a folder.
struct Door {
    settings: Settings,
    folder: PathBuf,
    json: bool,
}

/// Does what the arguments say.
pub(super) fn run(common: &Common, args: &AccessArgs) -> ExitCode {
    let Some(settings) = load::settings(common) else {
        return ExitCode::from(2);
    };
    let Some(folder) = data::folder(args.data.as_deref(), &settings) else {
        return ExitCode::FAILURE;
    };
    let door = Door {
        settings,
        folder,
        json: args.json,
    };
    match door.run(&args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Io(fault)) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(stop) => stop.tell(),
    }
}

impl Door {
    fn run(&self, command: &AccessCommand) -> Result<(), Stop> {
        let access = Access::open(&self.folder)?;
        match command {
            AccessCommand::Invite(args) => self.invite(&access, args),
            AccessCommand::List => self.list(&access),
            AccessCommand::Revoke(args) => self.revoke(&access, args),
            AccessCommand::Log => self.log(&access),
        }
    }
}

impl Stop {
    fn help(&self) -> Option<String> {
        match self {
            Self::Access(fault) => fault.help().map(Into::into),
            Self::Note(NotANote::Identifies) => {
                Some("say which desk or office it is for, without names and numbers".into())
            }
            Self::Note(NotANote::Form) | Self::Io(_) => None,
        }
    }

    fn tell(&self) -> ExitCode {
        tell::error(self);
        tell::help(self.help());
        match self {
            Self::Note(_) => ExitCode::from(2),
            Self::Access(_) | Self::Io(_) => ExitCode::FAILURE,
        }
    }
}

//! `preauth sessions`: what is kept, from outside the conversation.

mod export;
mod list;
mod remove;
mod show;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};

use crate::cli::{Common, data, load, tell};
use crate::clock;
use crate::domain::day::Day;
use crate::domain::dialog::{CaseReference, Position};
use crate::domain::name::PolicyName;
use crate::library::Library;
use crate::settings::Settings;
use crate::store::{Disk, SessionKey, Store, StoreError};
use crate::turn::{App, Outgoing, TurnError};

const AFTER: &str = "\
A case reference can be typed in either case, with or without its dash.

Exit status:
  0  done
  1  the sessions could not be read or written, or there is no such case
  2  the settings, the policy or the texts have errors, or the arguments are wrong";

/// List, show, export and delete what is kept
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(super) struct SessionsArgs {
    /// The folder of the sessions
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Write JSON Lines
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: SessionsCommand,
}

#[derive(Debug, Subcommand)]
enum SessionsCommand {
    /// One line a session, with the disposition of each item
    List(On),
    /// All answers of a session and its assessment
    Show {
        #[command(flatten)]
        case: Case,
        #[command(flatten)]
        on: On,
    },
    /// What happened in a session, as JSON Lines; a session that cannot be read as it is stored
    Export(Case),
    /// Erase a session with everything answered in it
    ///
    /// Everything answered in it is sealed with a key of its own, which is overwritten on the disk at once: what is
    /// left of it in the files cannot be read by anybody. Copies of the folder have copies of the keys: erase there as
    /// well. That a case of this reference was kept, and when, may be seen in the files until they are written over.
    Delete {
        #[command(flatten)]
        case: Case,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Go on with what is left of sessions whose last commits were lost
    AcceptLoss,
}

#[derive(Debug, Args)]
struct Case {
    /// The case reference, such as K7QM-4T9X
    #[arg(value_name = "REFERENCE", value_parser = CaseReference::parse)]
    reference: CaseReference,
}

#[derive(Debug, Args)]
struct On {
    /// Assess as of this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Day::parse)]
    today: Option<Day>,
}

impl On {
    fn day(&self) -> Day {
        self.today.unwrap_or_else(clock::today)
    }
}

/// What stands in the way.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("there is no case `{0}` in `{1}`")]
    NoSuchCase(CaseReference, PathBuf),
    #[error("the policy `{0}`, which it is about, is not among those there are")]
    Unknown(PolicyName),
    #[error("there are no sessions in `{0}`")]
    NoSessions(PathBuf),
    #[error("the case is erased only after a yes")]
    NotAsked,
    #[error(transparent)]
    Turn(TurnError),
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It has been said.
    #[error("the authored files have errors")]
    Faulty,
}

/// The sessions of a folder.
struct Kept {
    settings: Settings,
    folder: PathBuf,
    json: bool,
}

/// Does what the arguments say.
pub(super) fn run(common: &Common, args: &SessionsArgs) -> ExitCode {
    let Some(settings) = load::settings(common) else {
        return ExitCode::from(2);
    };
    let Some(folder) = data::folder(args.data.as_deref(), &settings) else {
        return ExitCode::FAILURE;
    };
    let kept = Kept {
        settings,
        folder,
        json: args.json,
    };
    match kept.run(&args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Io(fault)) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(stop) => stop.tell(),
    }
}

impl Kept {
    fn run(&self, command: &SessionsCommand) -> Result<(), Stop> {
        if !self.folder.exists() {
            return Err(Stop::NoSessions(self.folder.clone()));
        }
        match command {
            SessionsCommand::List(on) => self.list(on.day()),
            SessionsCommand::Show { case, on } => self.show(case.reference, on.day()),
            SessionsCommand::Export(case) => self.export(case.reference),
            SessionsCommand::Delete { case, yes } => self.delete(case.reference, *yes),
            SessionsCommand::AcceptLoss => self.accept_loss(),
        }
    }

    fn open(&self) -> Result<Disk, StoreError> {
        Disk::open(&self.folder)
    }

    /// The application for each policy that sessions are about.
    fn apps(&self, store: Arc<dyn Store>) -> Result<Apps<'_>, Stop> {
        Ok(Apps {
            settings: &self.settings,
            library: load::library(&self.settings).ok_or(Stop::Faulty)?,
            store,
            made: BTreeMap::new(),
        })
    }

    fn no_such(&self, case: CaseReference) -> Stop {
        Stop::NoSuchCase(case, self.folder.clone())
    }

    fn looked(&self, app: &App, case: CaseReference, today: Day) -> Result<Outgoing, Stop> {
        app.look(case, today).map_err(|fault| match fault {
            TurnError::NoSuchCase => self.no_such(case),
            TurnError::Store(fault) => Stop::Store(fault),
            TurnError::Busy | TurnError::OtherPolicy(_) => Stop::Turn(fault),
        })
    }
}

/// The applications on what is kept, one for each policy.
struct Apps<'a> {
    settings: &'a Settings,
    library: Library,
    store: Arc<dyn Store>,
    made: BTreeMap<Option<PolicyName>, App>,
}

impl Apps<'_> {
    /// The one for the policy that a case is about; the one that is offered where nothing was answered yet.
    fn of(&mut self, case: CaseReference) -> Result<&App, Stop> {
        let log = self.store.load(&key_of(case)?)?;
        let about = log.as_ref().and_then(data::policy_of);
        let known = |name: &PolicyName| self.library.policies.contains_key(name.as_str());
        if let Some(name) = about.as_ref().filter(|name| !known(name)) {
            return Err(Stop::Unknown(name.clone()));
        }
        let app = match self.made.entry(about) {
            Entry::Occupied(made) => made.into_mut(),
            Entry::Vacant(place) => {
                let name = place.key().as_ref().map(PolicyName::as_str);
                let offering = load::offering(self.settings, name, &[]).ok_or(Stop::Faulty)?;
                let store = Arc::clone(&self.store);
                place.insert(App::new(Arc::new(offering), store, clock::seed))
            }
        };
        Ok(app)
    }
}

fn key_of(case: CaseReference) -> Result<SessionKey, Stop> {
    SessionKey::parse(&case.to_string()).map_err(|fault| Stop::Io(io::Error::other(fault)))
}

/// Where a session stands, in one word.
fn standing(looked: &Outgoing) -> &'static str {
    match &looked.position {
        Position::Cancelled => "cancelled",
        _ if looked.session.paused => "paused",
        Position::Assessed => "assessed",
        _ => "open",
    }
}

impl Stop {
    fn help(&self) -> Option<String> {
        match self {
            Self::Store(fault) => fault.help(),
            Self::NoSuchCase(..) => Some("`preauth sessions list` shows those there are".into()),
            Self::NoSessions(_) => Some("name their folder with `--data`".into()),
            Self::Unknown(_) => Some("name the folder that has it with `--library`".into()),
            Self::NotAsked => Some("answer the question, or give `--yes`".into()),
            Self::Turn(_) | Self::Io(_) | Self::Faulty => None,
        }
    }

    fn tell(&self) -> ExitCode {
        if matches!(self, Self::Faulty) {
            return ExitCode::from(2);
        }
        tell::error(self);
        tell::help(self.help());
        ExitCode::FAILURE
    }
}

//! `preauth chat`: the conversation on this terminal.

use std::io::{self, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ColorChoice};

use crate::channel::terminal::{
    self, Clock, Lines, Manner, Page, Piped, Record, TerminalError, Typed,
};
use crate::cli::load::{self, Settle};
use crate::cli::{Common, data, record, tell, view};
use crate::clock;
use crate::domain::day::Day;
use crate::domain::dialog::CaseReference;
use crate::domain::name::PolicyName;
use crate::settings::Settings;
use crate::store::{ChannelKey, Disk, SessionKey, Store};
use crate::turn::{App, Offering, TurnError, Which};

/// The one who sits at this terminal.
const CHANNEL: &str = "terminal:default";

/// Bytes that a reply may have, to go out at once.
const REPLY: usize = 64 * 1024;

/// The authored files or the settings have errors.
const FAULTY: u8 = 2;

const LONG: &str = "\
Ask about one request for prior authorization, question by question, and say what the payer's policy says about it.

Every answer is on disk before the next question is asked. Stop whenever you like, with `pause` or Ctrl-D: the next
`preauth chat` goes on where this one stopped. Type `help` at any question, and `/record` to write the conversation down
as a transcript in the present folder, without anything that identifies a patient.";

const AFTER: &str = "\
Examples:
  preauth chat
  preauth chat --new --locale es-US
  preauth chat --case K7QM-4T9X
  printf 'sacroplasty\\n' | preauth chat --new --today 2026-11-22

Exit status:
  0  the conversation ended or was left; what was answered is kept
  1  the sessions could not be read or written, or there is no such case
  2  the policy, the dialog or the texts have errors, or the arguments are wrong";

/// Go through the questions for one request, here on the terminal
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct ChatArgs {
    /// The folder of the sessions
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// A policy by name, or the path of its folder or of its policy.toml; without it that of the case which waits
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Go on with the case of this reference
    #[arg(long, value_name = "REFERENCE", value_parser = CaseReference::parse)]
    case: Option<CaseReference>,
    /// Begin a new case
    #[arg(long, conflicts_with = "case")]
    new: bool,
    /// The language of a new case, such as es-US
    #[arg(long, value_name = "LANGUAGE")]
    locale: Option<String>,
    /// Take this day for today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Day::parse)]
    today: Option<Day>,
    /// Fix how a clause is read, such as `tail=all_pathways`; can be given more than once
    #[arg(long, value_name = "READING=VALUE")]
    settle: Vec<Settle>,
    /// When to make headings and questions bold
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

/// Holds a conversation.
pub(super) fn run(common: &Common, args: &ChatArgs) -> ExitCode {
    let Some(settings) = load::settings(common) else {
        return ExitCode::from(FAULTY);
    };
    let folder = || data::folder(args.data.as_deref(), &settings);
    // What is wrong with a policy that was named is told before anything is opened.
    let named = match &args.policy {
        Some(named) => match load::certified(&settings, Some(named), &args.settle, false) {
            Some(offering) => Some(offering),
            None => return ExitCode::from(FAULTY),
        },
        None => None,
    };
    let Some(store) = folder().and_then(|folder| data::open(&folder)) else {
        return ExitCode::FAILURE;
    };
    let waits = waits_about(&store, args);
    let offering = match named {
        Some(offering) => {
            leaves(&offering, waits.as_ref(), args);
            Some(offering)
        }
        None => {
            let about = waits.as_ref().map(|(policy, _)| policy.as_str());
            load::certified(&settings, about, &args.settle, false)
        }
    };
    let Some(offering) = offering else {
        return ExitCode::from(FAULTY);
    };
    let app = App::new(Arc::new(offering), Arc::new(store), clock::seed);
    match converse(&app, args, &settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(TerminalError::Io(fault)) if fault.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(fault) => {
            explain(&fault, args.case);
            ExitCode::FAILURE
        }
    }
}

/// The case that is gone on with, and the policy that it is about.
fn waits_about(store: &Disk, args: &ChatArgs) -> Option<(PolicyName, SessionKey)> {
    let key = match (args.case, args.new) {
        (Some(case), _) => SessionKey::parse(&case.to_string()).ok(),
        (None, true) => None,
        (None, false) => {
            let channel = ChannelKey::parse(CHANNEL).ok()?;
            store.session_of(&channel).ok().flatten()
        }
    };
    let key = key?;
    let log = store.load(&key).ok().flatten()?;
    Some((data::policy_of(&log)?, key))
}

/// Says which case is left where another policy is named than that of the case which waits.
fn leaves(offering: &Offering, waits: Option<&(PolicyName, SessionKey)>, args: &ChatArgs) {
    let own = offering.policy.name();
    let other = waits.filter(|(policy, _)| policy != own && args.case.is_none());
    if let Some((policy, case)) = other {
        tell::say(format_args!(
            "note: case {case} waits here and is about another policy, `{policy}`: `preauth chat --case {case}` goes on with it"
        ));
    }
}

fn explain(fault: &TerminalError, case: Option<CaseReference>) {
    match (fault, case) {
        (TerminalError::Turn(TurnError::NoSuchCase), Some(case)) => {
            tell::error(format_args!("there is no case `{case}`"));
            tell::help(Some("`preauth sessions list` shows those there are".into()));
        }
        (TerminalError::Turn(TurnError::OtherPolicy(policy)), Some(case)) => {
            tell::error(format_args!(
                "the case `{case}` is about another policy, `{policy}`"
            ));
            tell::help(Some(format!(
                "leave `--policy` out, or name that one: `preauth chat --case {case} --policy {policy}`"
            )));
        }
        (TerminalError::Turn(TurnError::Store(fault)), _) => {
            tell::error(fault);
            tell::help(fault.help());
        }
        _ => tell::error(fault),
    }
}

fn converse(app: &App, args: &ChatArgs, settings: &Settings) -> Result<(), TerminalError> {
    let seen = io::stdout().is_terminal();
    let typed = io::stdin().is_terminal() && seen;
    let write = |case| written_down(app, settings, args, case);
    let mut manner = manner(args, typed, seen, &write)?;
    manner.locale = args.locale.as_ref().unwrap_or(&settings.locale).clone();
    let clock = Clock {
        today: clock::today,
        now: clock::now,
    };
    let mut lines: Box<dyn Lines> = if typed {
        Box::new(Typed::new()?)
    } else {
        Box::new(Piped(io::stdin().lock()))
    };
    // A reply goes out as a whole.
    let out = BufWriter::with_capacity(REPLY, io::stdout().lock());
    terminal::run(app, &manner, clock, &mut *lines, out)
}

/// Writes a case down in the present folder.
fn written_down(
    app: &App,
    settings: &Settings,
    args: &ChatArgs,
    case: CaseReference,
) -> Result<(String, usize), String> {
    let log = app.log(case).map_err(|fault| fault.to_string())?;
    record::beside(Path::new("."), settings, args.policy.as_deref(), &log)
}

fn manner<'a>(
    args: &ChatArgs,
    typed: bool,
    seen: bool,
    record: Record<'a>,
) -> io::Result<Manner<'a>> {
    let which = match (args.case, args.new) {
        (Some(case), _) => Which::Case(case),
        (None, true) => Which::New,
        (None, false) => Which::Current,
    };
    Ok(Manner {
        channel: ChannelKey::parse(CHANNEL).map_err(io::Error::other)?,
        which,
        locale: String::new(),
        today: args.today,
        page: Page {
            width: seen.then(view::columns),
            styled: styled(args.color, seen),
            typed,
        },
        record,
    })
}

fn styled(choice: ColorChoice, seen: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => seen && view::colors(),
    }
}

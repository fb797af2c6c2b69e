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
use crate::settings::Settings;
use crate::store::ChannelKey;
use crate::turn::{App, TurnError, Which};

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
    /// A policy by name, or the path of its folder or of its policy.toml
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
    let Some(offering) = load::offering(&settings, args.policy.as_deref(), &args.settle) else {
        return ExitCode::from(FAULTY);
    };
    let Some(store) =
        data::folder(args.data.as_deref(), &settings).and_then(|folder| data::open(&folder))
    else {
        return ExitCode::FAILURE;
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

fn explain(fault: &TerminalError, case: Option<CaseReference>) {
    match (fault, case) {
        (TerminalError::Turn(TurnError::NoSuchCase), Some(case)) => {
            tell::error(format_args!("there is no case `{case}`"));
            tell::help(Some("`preauth sessions list` shows those there are".into()));
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
) -> Result<String, String> {
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

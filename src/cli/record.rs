//! `preauth record`: a session as a transcript.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, data, load, tell};
use crate::domain::dialog::CaseReference;
use crate::domain::name::PolicyName;
use crate::library::{Library, reason};
use crate::replay::record::{Days, record};
use crate::replay::{Options, Replayer, Script};
use crate::settings::Settings;
use crate::store::{Log, SessionKey, Store};
use crate::turn::Offering;

/// The authored files have errors, or the transcript cannot be written.
const FAULTY: u8 = 2;

const LONG: &str = "\
Write a session down as a transcript: a conversation that leads to the same answers and the same result, to be attached
to a report, or kept as a test.

It holds nothing that identifies a patient or the office. No typed text is ever kept, so what is typed in a transcript
are words of the language for the answers that were taken. The case reference is not part of it. All days are moved by
as much, so that the session begins on the same day in every recording: the result depends only on the days between
them, and a day on which somebody was treated tells who it was. `--keep-dates` keeps the true ones.

What was said and led to nothing is not known any more. The transcript is played once to fill in what is said: under
the policy as it is now, with readings as it ships them.";

const AFTER: &str = "\
Examples:
  preauth record K7QM-4T9X
  preauth record K7QM-4T9X --output report.txt && preauth replay report.txt

Exit status:
  0  the session is written down
  1  some turns could not be put into words and are left out, or there is no such case
  2  the sessions or the authored files cannot be read, the file is there already or cannot be written, or the
     arguments are wrong";

/// Write a session down as a transcript, without anything that identifies a patient
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct RecordArgs {
    /// The case reference, such as K7QM-4T9X
    #[arg(value_name = "REFERENCE", value_parser = CaseReference::parse)]
    case: CaseReference,
    /// The folder of the sessions
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// A policy by name, or the path of its folder or of its policy.toml; without it that of the session
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Write to this file; without it to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Keep the days as they were
    #[arg(long)]
    keep_dates: bool,
}

/// Why a session is not written down.
#[derive(Debug, thiserror::Error)]
enum Unwritten {
    /// There is nothing to write down.
    #[error("there is no case `{0}` in `{folder}`", folder = .1.display())]
    NoSuchCase(CaseReference, PathBuf),
    /// It has been said.
    #[error("the session cannot be written down")]
    Told,
    /// The file is there, or cannot be written.
    #[error("cannot write `{file}`: {why}", file = .0.display(), why = reason(.1))]
    File(PathBuf, #[source] io::Error),
    /// The recording cannot be played.
    #[error("the recording cannot be played: {0}")]
    Unplayed(String),
    /// Standard output cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A session that was written down.
#[derive(Debug)]
pub(super) struct Written {
    /// The transcript.
    pub(super) text: String,
    /// How many turns there were no words for.
    pub(super) left_out: usize,
}

/// Writes a session down.
pub(super) fn run(common: &Common, args: &RecordArgs) -> ExitCode {
    let done = written_down(common, args).and_then(|written| {
        match &args.output {
            Some(file) => save(file, &written.text, args.force)?,
            None => io::stdout().lock().write_all(written.text.as_bytes())?,
        }
        Ok(written.left_out)
    });
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(left_out) => {
            tell::error(format_args!(
                "{left_out} turns could not be put into words and are left out"
            ));
            ExitCode::FAILURE
        }
        Err(Unwritten::Io(fault)) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => refused(&fault),
    }
}

fn refused(fault: &Unwritten) -> ExitCode {
    if !matches!(fault, Unwritten::Told) {
        tell::error(fault);
    }
    match fault {
        Unwritten::NoSuchCase(..) => {
            tell::help(Some("`preauth sessions list` shows those there are".into()));
            ExitCode::FAILURE
        }
        Unwritten::File(_, fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            tell::help(Some(
                "name another file, or give `--force` to write over it".into(),
            ));
            ExitCode::from(FAULTY)
        }
        _ => ExitCode::from(FAULTY),
    }
}

fn written_down(common: &Common, args: &RecordArgs) -> Result<Written, Unwritten> {
    let settings = load::settings(common).ok_or(Unwritten::Told)?;
    let folder = data::folder(args.data.as_deref(), &settings).ok_or(Unwritten::Told)?;
    let no_such = || Unwritten::NoSuchCase(args.case, folder.clone());
    if !folder.exists() {
        return Err(no_such());
    }
    let store = data::open(&folder).ok_or(Unwritten::Told)?;
    let key = SessionKey::parse(&args.case.to_string()).map_err(|_| no_such())?;
    let log = store.load(&key).map_err(|fault| {
        tell::error(fault);
        Unwritten::Told
    })?;
    let days = if args.keep_dates {
        Days::Kept
    } else {
        Days::Moved
    };
    let log = log.ok_or_else(no_such)?;
    let about = About::load(&settings, args.policy.as_deref(), &log).ok_or(Unwritten::Told)?;
    transcript(about, &log, days)?.ok_or_else(no_such)
}

/// What a session is about.
struct About {
    library: Library,
    offering: Offering,
}

impl About {
    /// The policy of that name or at that path, or else the one that a session is about, with readings as it ships them.
    /// Nothing when there is none, or the session is about another; why has then been said.
    fn load(settings: &Settings, policy: Option<&str>, log: &Log) -> Option<Self> {
        let mut library = load::library(settings)?;
        let own = data::policy_of(log);
        let name = policy.or(own.as_ref().map(PolicyName::as_str));
        let name = load::named(&library, settings, name)?;
        let folder = load::folder(&library, name)?;
        let (offering, faults) = Offering::load(&folder, &library.locales, &[]);
        let Some(offering) = offering else {
            tell::faults(&faults, &load::sources(&folder, &library));
            return None;
        };
        if let Some(own) = own.filter(|own| own != offering.policy.name()) {
            tell::error(format_args!("the session is about another policy, `{own}`"));
            tell::help(Some("leave `--policy` out, or name that one".into()));
            return None;
        }
        let name = offering.policy.name().to_string();
        library.policies.insert(name, folder);
        Some(Self { library, offering })
    }
}

/// The transcript of a session, with what is said in return; nothing when nothing happened in it.
fn transcript(about: About, log: &Log, days: Days) -> Result<Option<Written>, Unwritten> {
    let Some(recording) = record(&about.offering, log, days) else {
        return Ok(None);
    };
    let left_out = recording.left_out;
    let played = Replayer::new(about.library, Options::default()).play(&Script {
        file: "the recording".into(),
        path: PathBuf::new(),
        text: recording.text,
    });
    match played.result {
        Ok(ran) => Ok(Some(Written {
            text: ran.blessed,
            left_out,
        })),
        Err(faults) => {
            let first = faults.first().map(|fault| fault.message.clone());
            Err(Unwritten::Unplayed(first.unwrap_or_default()))
        }
    }
}

fn save(file: &Path, text: &str, force: bool) -> Result<(), Unwritten> {
    let opened = if force {
        File::create(file)
    } else {
        File::create_new(file)
    };
    let written = opened.and_then(|mut opened| opened.write_all(text.as_bytes()));
    written.map_err(|fault| Unwritten::File(file.to_owned(), fault))
}

/// The most recordings that one folder has.
const MOST: usize = 1000;

/// Writes a session that is being held to a file of its own in a folder; the file's name, and how many turns there were
/// no words for.
///
/// # Errors
/// Why it cannot be written down.
pub(super) fn beside(
    folder: &Path,
    settings: &Settings,
    policy: Option<&str>,
    log: &Log,
) -> Result<(String, usize), String> {
    let told = |fault: Unwritten| fault.to_string();
    let about = About::load(settings, policy, log).ok_or("the policy cannot be read")?;
    let written = transcript(about, log, Days::Moved).map_err(told)?;
    let written = written.ok_or("nothing was said yet")?;
    for number in 1..=MOST {
        let name = format!("recording-{number}.txt");
        match save(&folder.join(&name), &written.text, false) {
            Ok(()) => return Ok((name, written.left_out)),
            Err(Unwritten::File(_, fault)) if fault.kind() == io::ErrorKind::AlreadyExists => {}
            Err(fault) => return Err(told(fault)),
        }
    }
    Err(format!("there are {MOST} recordings already"))
}

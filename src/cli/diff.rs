//! `preauth diff`: what a change of a policy means.

mod compare;
mod read;
mod sessions;
mod show;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, data, load, tell};
use crate::clock;
use crate::domain::day::Day;
use crate::lab::difference::Touches;
use crate::library::reason;
use compare::Compared;

/// The two cannot be compared.
const FAULTY: u8 = 2;

const LONG: &str = "\
Say what a change of a policy means: which classes of cases get another disposition, how many of all, with the smallest
case of each, the shortest conversation that comes to it, and the criterion that is responsible.

Every class of cases that either policy can tell apart is held against one another, none is sampled: each choice, each
side of each threshold of either, and not on record. What changes besides the disposition (needs, documents, notes,
readings), what changes in the dialog alone, and what is only read (words, citations, order) are told apart.

OLD and NEW are each the folder of a policy, a policy.toml, a folder with `dialogs/`, the name of a policy of the
library, or a git revision: REV for the same place as the other side, or REV:PATH. With --git there is one place, and
its revision is the old side.";

const AFTER: &str = "\
Examples:
  preauth diff HEAD~1 dialogs/vertebral-augmentation
  preauth diff --git main dialogs/vertebral-augmentation --witnesses witnesses
  preauth diff old/policy.toml new/policy.toml --json
  preauth diff HEAD dialogs/vertebral-augmentation --data ~/.local/share/preauth

Exit status:
  0  the meaning is the same: nothing changes, or only what is read
  1  the meaning changes
  2  the two cannot be compared, or the arguments are wrong";

/// Say what a change of a policy means
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct DiffArgs {
    /// The policy before the change; with --git the one place of both
    #[arg(value_name = "OLD")]
    old: String,
    /// The policy after the change; without it the one in this folder
    #[arg(value_name = "NEW", conflicts_with = "git")]
    new: Option<String>,
    /// Compare the place with what it was at this revision
    #[arg(long, value_name = "REV")]
    git: Option<String>,
    /// Which policy, where a place has several
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// Tell which of the sessions in this folder are touched today, and what they will be asked
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Write the conversations to this folder, a transcript each
    #[arg(long, value_name = "FOLDER")]
    witnesses: Option<PathBuf>,
    /// Write one JSON object
    #[arg(long)]
    json: bool,
    /// Take this day for today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Day::parse)]
    today: Option<Day>,
}

impl DiffArgs {
    /// The names of both sides, the old one first.
    fn sides(&self) -> [&str; 2] {
        match &self.git {
            Some(revision) => [revision, &self.old],
            None => [&self.old, self.new.as_deref().unwrap_or(".")],
        }
    }
}

/// Compares, shows what came out, and writes the conversations.
pub(super) fn run(common: &Common, args: &DiffArgs) -> ExitCode {
    match compared(common, args) {
        None => ExitCode::from(FAULTY),
        Some(Touches::Nothing | Touches::Words) => ExitCode::SUCCESS,
        Some(_) => ExitCode::FAILURE,
    }
}

/// What the change touches; nothing when it cannot be told, and why has then been said.
fn compared(common: &Common, args: &DiffArgs) -> Option<Touches> {
    let settings = load::settings(common)?;
    let library = load::library(&settings)?;
    let name = load::named(&library, &settings, args.policy.as_deref())?;
    let read = read::both(args.sides(), name, &library);
    let [old, new] = read
        .map_err(|why| {
            tell::error(&why.what);
            tell::help(why.help);
        })
        .ok()?;
    let [old, new] = [old.checked(&settings)?, new.checked(&settings)?];
    if old.policy.name() != new.policy.name() {
        let [one, other] = [&old, &new].map(|side| side.policy.name());
        tell::say(format_args!(
            "warning: these are two policies, `{one}` and `{other}`: only what both have words for can be compared"
        ));
    }
    let today = args.today.unwrap_or_else(crate::cli::prove::day);
    let compared = compare::compare(&old, &new, today, &progress)?;
    let sessions = match &args.data {
        Some(folder) => {
            let folder = data::folder(Some(folder), &settings)?;
            let today = args.today.unwrap_or_else(clock::today);
            Some(sessions::touched(&folder, (&old, &new), today)?)
        }
        None => None,
    };
    let text = match args.json {
        true => show::json(&old, &new, &compared, sessions.as_deref()),
        false => show::people(&old, &new, &compared, sessions.as_deref()),
    };
    let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
    if let Some(folder) = &args.witnesses {
        write(folder, &compared).map_err(tell::error).ok()?;
    }
    Some(compared.touches())
}

/// Overwrites the line of progress, on a terminal; nothing clears it.
fn progress(what: &str, count: usize) {
    if io::stderr().is_terminal() {
        let _unsaid = match count {
            0 => write!(io::stderr(), "\r\x1b[K"),
            count => write!(io::stderr(), "\r\x1b[K{what}: {count} conversations"),
        };
    }
}

fn write(folder: &Path, compared: &Compared) -> Result<(), String> {
    let cannot = |path: &Path, fault: &io::Error| {
        format!("cannot write `{}`: {}", path.display(), reason(fault))
    };
    fs::create_dir_all(folder).map_err(|fault| cannot(folder, &fault))?;
    for (name, text) in compared.transcripts() {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|fault| cannot(&path, &fault))?;
    }
    Ok(())
}

//! `preauth mutate`: faults put into a policy and its dialog on purpose, and what notices them.

mod judge;
mod show;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use clap::{Args, ValueEnum};

use crate::check::transcripts_in;
use crate::cli::{Common, load, tell};
use crate::domain::mutant::{Mutant, of_dialog, of_policy};
use crate::lab::walk::by_hands;
use crate::library::{Library, PolicyFolder};
use crate::replay::{Script, scripts};
use crate::settings::Settings;
use judge::{Fate, Suite};

/// The files have faults, or there is nothing to judge by.
const FAULTY: u8 = 2;

const LONG: &str = "\
Put faults into policy.toml and dialog.toml on purpose, one at a time, and say what notices them: the check of the files,
the cases, or a transcript.

Faults are thresholds one more and one less and the other side of them, all for any, a dropped or negated condition,
another value, fact, reading or citation, what a document shows, when a note is shown, choices and steps exchanged or
dropped, and what a choice sets. A fault that changes nothing is proved to: both policies say the same of every class of
cases and the dialogs are the same. A fault that survives is shown with a conversation that would notice it.";

const AFTER: &str = "\
Examples:
  preauth mutate
  preauth mutate dialogs/vertebral-augmentation --only dialog
  preauth mutate --all --json > mutants.json

Exit status:
  0  every fault is noticed, or changes nothing
  1  some fault goes unnoticed
  2  the authored files have errors as they are, or the arguments are wrong";

/// Put faults into a policy on purpose, and say what notices them
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct MutateArgs {
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Faults of this file only
    #[arg(long, value_enum, value_name = "FILE")]
    only: Option<File>,
    /// The transcripts, or folders of them; without any, those in tests/transcripts that are of the policy
    #[arg(long, value_name = "PATH")]
    transcripts: Vec<PathBuf>,
    /// Tell every case and transcript that notices a fault, not the first of them alone
    #[arg(long)]
    all: bool,
    /// How many faults are judged at once; without it one on each core
    #[arg(long, value_name = "COUNT")]
    jobs: Option<NonZeroUsize>,
    /// Write one JSON object
    #[arg(long)]
    json: bool,
}

/// A file that faults are put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum File {
    /// policy.toml
    Policy,
    /// dialog.toml
    Dialog,
}

/// A fault, and what became of it.
struct Judged {
    file: File,
    mutant: Mutant,
    fate: Fate,
}

/// Everything that was found.
struct Found {
    suite: Suite,
    judged: Vec<Judged>,
    seconds: f64,
}

impl Found {
    fn survivors(&self) -> impl Iterator<Item = &Judged> {
        let judged = self.judged.iter();
        judged.filter(|one| matches!(one.fate, Fate::Survives(_)))
    }
}

/// Judges every fault, and shows what came out.
pub(super) fn run(common: &Common, args: &MutateArgs) -> ExitCode {
    let Some(found) = found(common, args) else {
        return ExitCode::from(FAULTY);
    };
    let text = match args.json {
        true => show::json(&found),
        false => show::people(&found),
    };
    let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
    match found.survivors().next() {
        Some(_) => ExitCode::FAILURE,
        None => ExitCode::SUCCESS,
    }
}

fn found(common: &Common, args: &MutateArgs) -> Option<Found> {
    let begun = Instant::now();
    let settings = load::settings(common)?;
    let suite = suite(&settings, args)?;
    let mutants = mutants(&suite.folder, args.only);
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let hands = args.jobs.map_or_else(cores, usize::from);
    let mut judged: Vec<Judged> = Vec::with_capacity(mutants.len());
    while judged.len() < mutants.len() {
        let end = judged
            .len()
            .saturating_add(REPORT * hands)
            .min(mutants.len());
        let more = by_hands(
            (hands, 1),
            judged.len()..end,
            || (),
            |(), number| {
                let (file, mutant) = mutants.get(number)?;
                Some(Judged {
                    file: *file,
                    mutant: mutant.clone(),
                    fate: suite.judge(*file, mutant, args.all),
                })
            },
        );
        judged.extend(more.into_iter().flatten());
        progress(judged.len(), mutants.len());
    }
    Some(Found {
        suite,
        judged,
        seconds: begun.elapsed().as_secs_f64(),
    })
}

/// How many faults each hand judges between two reports.
const REPORT: usize = 8;

fn progress(done: usize, all: usize) {
    if io::stderr().is_terminal() {
        let _unsaid = match done < all {
            true => write!(io::stderr(), "\r{done} of {all} faults"),
            false => write!(io::stderr(), "\r\x1b[K"),
        };
    }
}

/// Every fault of the files, in their order.
fn mutants(folder: &PolicyFolder, only: Option<File>) -> Vec<(File, Mutant)> {
    let policy = of_policy(&folder.policy.text);
    let policy = policy.into_iter().map(|one| (File::Policy, one));
    let dialog = folder.dialog.as_ref();
    let dialog = dialog.map(|dialog| of_dialog(&dialog.text, &folder.policy.text));
    let dialog = dialog.into_iter().flatten().map(|one| (File::Dialog, one));
    let all = policy.chain(dialog);
    all.filter(|(file, _)| only.is_none_or(|only| only == *file))
        .collect()
}

/// What faults are judged by: everything as it is must hold.
fn suite(settings: &Settings, args: &MutateArgs) -> Option<Suite> {
    let library = load::library(settings)?;
    let name = load::named(&library, settings, args.policy.as_deref())?;
    let folder = load::folder(&library, name)?;
    let sources = load::sources(&folder, &library);
    let words = words(settings, name, &library);
    let mut suite = Suite::new(folder, words)
        .map_err(|faults| tell::faults(&faults, &sources))
        .ok()?;
    let id = suite.name().to_owned();
    let place = transcripts_in(settings.library.as_deref()).join(&id);
    let paths = match args.transcripts.as_slice() {
        [] if place.is_dir() => vec![place],
        named => named.to_vec(),
    };
    let scripts: Vec<Script> = match paths.is_empty() {
        true => Vec::new(),
        false => scripts(&paths).map_err(tell::error).ok()?,
    };
    match suite.play(scripts) {
        Ok(left_out) => {
            for file in left_out {
                tell::say(format_args!(
                    "warning: `{file}` notices even a remark in a file, such as by a digest: it is left out"
                ));
            }
            Some(suite)
        }
        Err(file) => {
            tell::error(format_args!("`{file}` does not hold as the policy is"));
            tell::help(Some("`preauth replay` shows why".into()));
            None
        }
    }
}

/// The texts: those of the library around a policy that is named by its path, where there is one.
fn words(settings: &Settings, name: &str, library: &Library) -> Vec<crate::library::LocaleFile> {
    let path = PathBuf::from(name);
    let folder = if path.is_file() {
        path.parent()
    } else {
        Some(path.as_path())
    };
    let around = folder.map(|folder| folder.join("..").join(".."));
    let around = around.filter(|_| load::is_path(name) && settings.library.is_none());
    let own = around.filter(|folder| folder.join("locales").is_dir());
    let own = own.and_then(|folder| Library::open(&folder).ok());
    own.map_or_else(|| library.locales.clone(), |own| own.locales)
}

//! `preauth evaluate`: questions in, assessments out, a line each.

mod lines;
mod stream;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::load::{self, Settle};
use crate::cli::{Common, tell};
use crate::library::reason;
use stream::{Stopped, Tally};

/// Some lines could not be answered.
const SOME_REFUSED: u8 = 2;

/// Bytes read from the input at a time.
const READ_AT_ONCE: usize = 64 * 1024;

const LONG: &str = "\
Read JSON Lines and write JSON Lines: one item a line, one assessment a line, in the same order.

A line names the day and the known facts; what is absent or null is unknown:
  {\"id\":\"c1\",\"as_of\":\"2026-11-22\",\"facts\":{\"procedure\":\"kyphoplasty\",\"symptomatic\":true,
   \"fracture_onset\":[\"2026-10-01\",\"2026-10-05\"],\"conservative_treatment\":{\"start\":\"2026-10-11\",\"end\":null}},
   \"documents\":[\"mri_report\"]}
A day is \"YYYY-MM-DD\", or [\"first\",\"last\"] when it is known to lie in a range. Without `documents` nothing is said
about missing documents. Blank lines are skipped.

A line that cannot be read gets an error line in its place, {\"line\":3,\"id\":\"c3\",\"error\":\"..\"}, and the others are
answered all the same. A line may have up to 1 MiB; memory does not grow with the input.";

const AFTER: &str = "\
Examples:
  preauth evaluate items.jsonl > assessments.jsonl
  preauth evaluate --settle tail=all_pathways items.jsonl
  echo '{\"id\":\"c1\",\"as_of\":\"2026-11-22\",\"facts\":{\"procedure\":\"sacroplasty\"}}' | preauth evaluate

Exit status:
  0  every line was answered
  1  the policy or the input could not be read, or the output not written
  2  at least one line has an error, or the arguments are wrong";

/// Assess items given as JSON Lines
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct EvaluateArgs {
    /// The file with the items; `-`, or nothing, is standard input
    #[arg(default_value = "-", hide_default_value = true)]
    file: PathBuf,
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Fix how a clause is read, such as `tail=all_pathways`; can be given more than once
    #[arg(long, value_name = "READING=VALUE")]
    settle: Vec<Settle>,
    /// JSON Lines, which is the only form of output
    #[arg(long, hide = true)]
    json: bool,
}

/// Answers every line of the input.
pub(super) fn run(common: &Common, args: &EvaluateArgs) -> ExitCode {
    let input = match open(&args.file) {
        Ok(input) => BufReader::with_capacity(READ_AT_ONCE, input),
        Err(fault) => {
            let path = args.file.display();
            tell::error(format_args!("cannot read `{path}`: {}", reason(&fault)));
            return ExitCode::FAILURE;
        }
    };
    let settings = load::settings(common);
    let loaded =
        settings.and_then(|settings| load::policy(&settings, args.policy.as_deref(), &args.settle));
    let Some(loaded) = loaded else {
        return ExitCode::FAILURE;
    };
    let output = io::BufWriter::with_capacity(READ_AT_ONCE, io::stdout().lock());
    match stream::answer(&loaded, input, output) {
        Ok(tally) => end(tally),
        Err(Stopped::NobodyReads) => ExitCode::SUCCESS,
        Err(Stopped::Failed(what, fault)) => {
            tell::error(format_args!("cannot {what}: {fault}"));
            ExitCode::FAILURE
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Box::new(file))
}

fn end(tally: Tally) -> ExitCode {
    if tally.refused == 0 {
        return ExitCode::SUCCESS;
    }
    let Tally {
        answered,
        refused,
        first,
    } = tally;
    let lines = if refused == 1 { "line" } else { "lines" };
    tell::say(format_args!(
        "{refused} {lines} could not be answered, the first is line {first}; {answered} answered"
    ));
    ExitCode::from(SOME_REFUSED)
}

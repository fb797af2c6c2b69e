//! `preauth prove`: every conversation about a policy is walked, and what must hold in each is verified.

pub(super) mod certificate;
mod show;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use crate::cli::{Common, labs, load, tell};
use crate::domain::day::Day;
use crate::lab::count::Counts;
use crate::lab::verify::Verdict;
use crate::library::{CERTIFICATE_FILE, PolicyFolder, reason};
use crate::settings::Settled;
use crate::turn::Offering;
use certificate::Certificate;

/// The authored files have errors, or the certificate cannot be written.
const FAULTY: u8 = 2;

/// The day on which everything is said unless another is given, in days since 1970-01-01: what is proved does not
/// depend on it, and a certificate is the same whenever it is made.
const DAY: i32 = 20_779;

/// The day on which everything is said unless another is given.
pub(super) fn day() -> Day {
    Day::ORIGIN.plus(DAY)
}

const LONG: &str = "\
Walk every conversation about a policy through the real code, and verify what must hold in each.

Answers are those the policy can tell apart: each choice, each region, an exact day on each side of each threshold and
days across it, each set of offered documents that comes to something else, and not on record at every step. Sessions
that go on alike are walked on once. Every conversation about one procedure at one level is walked; several items share
no facts but those of one place, which is argued and not walked.

It verifies that every conversation ends in a disposition (ends); that what is offered is understood (heard); that the
disposition is the evaluator's on the same facts (agrees); that every step, choice and message is reached (reached) and
every criterion and reading seen (seen); that no question is asked whose answer cannot matter (needed); and, for the
shortest conversation to every place, that going back, every changed answer and every resumption lead to where one would
be had it been so at first (back, edit, resume). What does not hold is shown with the shortest conversation, as a
transcript.";

const AFTER: &str = "\
Examples:
  preauth prove
  preauth prove --policy dialogs/vertebral-augmentation --write
  preauth prove --json > proof.json

Exit status:
  0  everything holds
  1  something does not hold
  2  the authored files have errors, the certificate cannot be written, or the arguments are wrong";

/// Walk every conversation about a policy, and verify what must hold
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct ProveArgs {
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Write the certificate, when everything holds, to this file
    #[arg(long, value_name = "FILE", conflicts_with = "write")]
    certificate: Option<PathBuf>,
    /// Write the certificate, when everything holds, beside the policy
    #[arg(long)]
    write: bool,
    /// Write one JSON object
    #[arg(long)]
    json: bool,
    /// Take this day for today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Day::parse)]
    today: Option<Day>,
}

/// What was proved of a policy, and how long it took.
struct Proof {
    counts: Counts,
    least: Option<f64>,
    verdict: Verdict,
    /// The transcript of each thing that is broken.
    transcripts: Vec<String>,
    seconds: f64,
}

/// Proves, shows what came out, and writes the certificate.
pub(super) fn run(common: &Common, args: &ProveArgs) -> ExitCode {
    let Some(settings) = load::settings(common) else {
        return ExitCode::from(FAULTY);
    };
    let name = args.policy.as_deref();
    let Some(offering) = load::offering(&settings, name, &[]) else {
        return ExitCode::from(FAULTY);
    };
    let library = load::library(&settings);
    let folder = library.as_ref().and_then(|library| {
        let name = load::named(library, &settings, name)?;
        load::folder(library, name)
    });
    let Some((library, folder)) = library.as_ref().zip(folder) else {
        return ExitCode::from(FAULTY);
    };
    let today = args.today.unwrap_or_else(day);
    let Some(proof) = prove(&offering, today) else {
        tell::error("there are no texts");
        return ExitCode::from(FAULTY);
    };
    let settled = Settled::pairs(&settings.settled, offering.policy.name().as_str());
    let own = Certificate::new(&folder, &library.locales, &settled).proved(&proof.counts);
    let text = if args.json {
        let name = offering.policy.name().as_str();
        let fill = |text: &String| labs::filled(&folder, &library.locales, name, text);
        show::json(
            &proof,
            &proof.transcripts.iter().map(fill).collect::<Vec<_>>(),
            &own,
        )
    } else {
        show::people(&offering, &proof)
    };
    let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
    if !proof.verdict.broken.is_empty() {
        return ExitCode::FAILURE;
    }
    match place(args, &folder).map(|path| write(&path, &own)) {
        Some(Err(fault)) => {
            tell::error(fault);
            ExitCode::from(FAULTY)
        }
        Some(Ok(())) | None => ExitCode::SUCCESS,
    }
}

fn prove(offering: &Offering, today: Day) -> Option<Proof> {
    let begun = Instant::now();
    labs::with_lab(offering, today, |lab| {
        let progress = io::stderr().is_terminal();
        let report = |what: &str, count: usize| {
            if progress {
                let _unsaid = write!(io::stderr(), "\r\x1b[K{what}: {count} places");
            }
        };
        let walk = lab.walk(&|count| report("walked", count));
        let mut verdict = lab.verify(&walk, &|count| report("verified", count));
        for tag in offering.locales.tags().filter(|tag| *tag != lab.tag) {
            labs::in_language(offering, tag, today, |other| {
                other.hears(&walk, &mut verdict);
            });
        }
        if progress {
            let _unsaid = write!(io::stderr(), "\r\x1b[K");
        }
        Proof {
            counts: walk.counts(lab),
            least: lab.least(true),
            transcripts: verdict
                .broken
                .iter()
                .map(|one| lab.transcript(one))
                .collect(),
            verdict,
            seconds: begun.elapsed().as_secs_f64(),
        }
    })
}

/// Where the certificate is to be written, if anywhere.
fn place(args: &ProveArgs, folder: &PolicyFolder) -> Option<PathBuf> {
    let beside = || PathBuf::from(&folder.policy.path).with_file_name(CERTIFICATE_FILE);
    args.certificate.clone().or_else(|| args.write.then(beside))
}

fn write(path: &PathBuf, certificate: &Certificate) -> Result<(), String> {
    std::fs::write(path, certificate.json())
        .map_err(|fault| format!("cannot write `{}`: {}", path.display(), reason(&fault)))
}

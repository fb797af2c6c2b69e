//! `preauth check`: everything that is authored, checked together, every fault at once.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::check::{Checked, check, check_policy, transcripts_in};
use crate::cli::prove::certificate;
use crate::cli::{Common, load, report, tell, view};
use crate::domain::diagnostic::Severity;
use crate::library::{Library, PolicyFolder};
use crate::replay::{Script, scripts};
use crate::settings::Settings;

const LONG: &str = "\
Check policies, dialogs, cases, texts and transcripts together, and show every fault at once with its place.

Transcripts are those in tests/transcripts of the library's folder, or of this one. With --policy only that policy is
checked, with its dialog, its cases and its texts; of a policy in the library also its transcripts.";

const AFTER: &str = "\
Exit status:
  0  there are no errors
  1  there are errors, or warnings under --deny-warnings
  2  the files could not be read, or the arguments are wrong";

/// Check everything that is authored
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct CheckArgs {
    /// Only this policy: a name, or the path of its folder or of its policy.toml
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// Take warnings for errors
    #[arg(long)]
    deny_warnings: bool,
    /// Refuse a policy whose certificate is missing or of other files: `preauth prove --write` makes one
    #[arg(long)]
    certified: bool,
    /// Write JSON Lines, an object a fault
    #[arg(long)]
    json: bool,
}

/// Checks, shows what is wrong, and counts.
pub(super) fn run(common: &Common, args: &CheckArgs) -> ExitCode {
    let Some(mut checked) = checked(common, args) else {
        return ExitCode::from(2);
    };
    if args.deny_warnings {
        for fault in &mut checked.faults {
            fault.severity = Severity::Error;
        }
    }
    let written = write(&checked, args.json);
    if let Err(fault) = written
        && fault.kind() != io::ErrorKind::BrokenPipe
    {
        tell::error(fault);
        return ExitCode::FAILURE;
    }
    if checked.has_errors() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// What there is to check. Nothing when it could not be read; why has then been said.
fn checked(common: &Common, args: &CheckArgs) -> Option<Checked> {
    let settings = load::settings(common)?;
    let mut library = load::library(&settings)?;
    let place = transcripts_in(settings.library.as_deref());
    let certified = args.certified || settings.certified;
    let demanded = |checked: Checked, folders: Vec<&PolicyFolder>, library: &Library| {
        let folders = folders.into_iter().filter(|_| certified);
        folders.fold(checked, |checked, folder| {
            demand(checked, folder, library, &settings)
        })
    };
    let Some(name) = args.policy.as_deref() else {
        let checked = check(&library, &played(&place)?);
        return Some(demanded(
            checked,
            library.policies.values().collect(),
            &library,
        ));
    };
    let folder = load::folder(&library, name)?;
    if load::is_path(name) {
        let checked = check_policy(&folder, &library.locales);
        return Some(demanded(checked, vec![&folder], &library));
    }
    only(&mut library, name, folder.clone());
    let checked = check(&library, &played(&place.join(name))?);
    Some(demanded(checked, vec![&folder], &library))
}

/// The same with what stands against taking a policy for proved.
fn demand(
    mut checked: Checked,
    folder: &PolicyFolder,
    library: &Library,
    settings: &Settings,
) -> Checked {
    let settled = load::settled(settings, folder);
    let lacking = certificate::lacking(folder, &library.locales, &settled);
    if let (Some(_), Some(file)) = (&lacking, &folder.certificate) {
        checked.sources.insert(file.path.clone(), file.text.clone());
    }
    checked.faults.extend(lacking);
    checked
}

fn only(library: &mut Library, name: &str, folder: PolicyFolder) {
    let own = format!("{name}.ftl");
    library.policies = [(name.to_owned(), folder)].into();
    library
        .locales
        .retain(|file| file.name == own || file.is_common());
}

/// The transcripts at a place, where there are any.
fn played(place: &Path) -> Option<Vec<Script>> {
    if !place.is_dir() {
        return Some(Vec::new());
    }
    scripts(&[place.to_owned()]).map_err(tell::error).ok()
}

fn write(checked: &Checked, json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if json {
        return out.write_all(report::json(&checked.faults, &checked.sources).as_bytes());
    }
    let colors = out.is_terminal() && view::colors();
    let faults = report::people(&checked.faults, &checked.sources, colors);
    out.write_all(faults.as_bytes())?;
    writeln!(out, "{}", summary(checked))
}

/// "checked 1 policy with 97 cases, 40 transcripts, texts in 2 languages: no faults".
fn summary(checked: &Checked) -> String {
    let policies = report::counted_as(checked.policies, "policy", "policies");
    let cases = report::counted(checked.cases, "case");
    let transcripts = report::counted(checked.transcripts, "transcript");
    let languages = report::counted(checked.languages, "language");
    let none = if checked.faults.is_empty() {
        ": no faults"
    } else {
        ""
    };
    format!("checked {policies} with {cases}, {transcripts}, texts in {languages}{none}")
}

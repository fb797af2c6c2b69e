//! `preauth check`: everything that is authored, checked together, every fault at once.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::check::{Checked, check, transcripts_in};
use crate::cli::load::{self, Origin};
use crate::cli::prove::certificate;
use crate::cli::{Common, report, tell, view};
use crate::domain::diagnostic::Severity;
use crate::library::{Library, PolicyFolder};
use crate::replay::{Script, scripts};
use crate::settings::Settings;

const LONG: &str = "\
Check policies, dialogs, cases, texts and transcripts together, and show every fault at once with its place.

The files are those of --library; without it those of this folder, where it has `dialogs/` or `locales/`, because it is
these that an author edits; else those the program carries. The last lines say which were read. Transcripts are those in
tests/transcripts of the same folder. With --policy only that policy is checked, with its dialog, cases, texts and
transcripts; where it is named by a path, texts and transcripts are those of the library it lies in (`../../locales`
beside its folder), or else the texts the program carries and no transcripts.";

const AFTER: &str = "\
Examples:
  preauth check
  preauth check --library . --deny-warnings
  preauth check --policy dialogs/vertebral-augmentation --json

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
    let Some((mut checked, origin)) = checked(common, args) else {
        return ExitCode::from(2);
    };
    if args.deny_warnings {
        for fault in &mut checked.faults {
            fault.severity = Severity::Error;
        }
    }
    if args.json {
        origin.say();
        tell::say(summary(&checked));
    }
    let written = write(&checked, &origin, args.json);
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

/// What there is to check, and where it was read. Nothing when it could not be read; why has then been said.
fn checked(common: &Common, args: &CheckArgs) -> Option<(Checked, Origin)> {
    let mut settings = load::settings(common)?;
    let name = args.policy.as_deref();
    if settings.library.is_none() && load::lies_here() && !name.is_some_and(load::is_path) {
        settings.library = Some(PathBuf::new());
    }
    let (library, origin, place) = match name {
        None => {
            let library = load::library(&settings)?;
            let place = Some(transcripts_in(settings.library.as_deref()));
            (library, Origin::of(&settings), place)
        }
        Some(name) => {
            let opened = load::opened(&settings, Some(name))?;
            let root = opened.origin.root.as_deref();
            let known = root.is_some() || !load::is_path(name);
            let place = known.then(|| transcripts_in(root).join(&opened.id));
            (opened.alone(), opened.origin, place)
        }
    };
    let scripts = match place {
        Some(place) => played(&place)?,
        None => Vec::new(),
    };
    let mut checked = check(&library, &scripts);
    if args.certified || settings.certified {
        for folder in library.policies.values() {
            checked = demand(checked, folder, &library, &settings);
        }
    }
    Some((checked, origin))
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

/// The transcripts at a place, where there are any.
fn played(place: &Path) -> Option<Vec<Script>> {
    if !place.is_dir() {
        return Some(Vec::new());
    }
    scripts(&[place.to_owned()]).map_err(tell::error).ok()
}

fn write(checked: &Checked, origin: &Origin, json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if json {
        return out.write_all(report::json(&checked.faults, &checked.sources).as_bytes());
    }
    let colors = out.is_terminal() && view::colors();
    let faults = report::people(&checked.faults, &checked.sources, colors);
    out.write_all(faults.as_bytes())?;
    writeln!(out, "read: {}", origin.told())?;
    writeln!(out, "{}", summary(checked))
}

/// "checked 1 policy with 97 cases, 40 transcripts, texts in 2 languages: no faults".
fn summary(checked: &Checked) -> String {
    let policies = report::counted_as(checked.policies, "policy", "policies");
    let cases = report::counted(checked.cases, "case");
    let cases = cases + &left(checked.cases_left, "run");
    let transcripts = report::counted(checked.transcripts, "transcript");
    let transcripts = transcripts + &left(checked.transcripts_left, "played");
    let languages = report::counted(checked.languages, "language");
    let none = if checked.faults.is_empty() {
        ": no faults"
    } else {
        ""
    };
    format!("checked {policies} with {cases}, {transcripts}, texts in {languages}{none}")
}

/// " (169 not run)", where there are any.
fn left(count: usize, done: &str) -> String {
    match count {
        0 => String::new(),
        _ => format!(" ({count} not {done})"),
    }
}

//! `preauth guide`: a policy's handbook for whoever signs it off.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::cli::{Common, labs, load, output, tell};
use crate::domain::day::Day;
use crate::domain::diagnostic::Severity;
use crate::domain::policy::{self, Case, Cases, check_cases, parse_cases};
use crate::guide::html::html;
use crate::guide::markdown::markdown;
use crate::guide::{Decided, Guide, Pinned};
use crate::library::{Digest, Library, PolicyFolder};
use crate::settings::Settings;
use crate::turn::Offering;

/// The authored files have errors, or the handbook cannot be written.
const FAULTY: u8 = 2;

const LONG: &str = "\
Write the handbook of a policy for the nurse or the medical director who must sign it off.

It says what can be requested and what can come out; every rule, path and criterion with its place in the payer's
policy; every boundary, one below, at and one above; every open question about the text; every question with its
answers; records, notes and history; an example for each result; and a block to be signed, with the digests of the
files. All of it is made from the policy and the dialog that the program itself uses.

The cases are run first: of a policy with one that does not hold no handbook is written.";

const AFTER: &str = "\
Examples:
  preauth guide --output handbook.html
  preauth guide --locale es-US --format markdown
  preauth guide dialogs/vertebral-augmentation > handbook.html

Exit status:
  0  the handbook is written
  2  the authored files have errors, a case does not hold, the handbook cannot be written, or the arguments are wrong";

/// Write a policy's handbook for whoever signs it off
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct GuideArgs {
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(value_name = "POLICY")]
    policy: Option<String>,
    /// The same, as other commands take it
    #[arg(long = "policy", value_name = "NAME|PATH", conflicts_with = "policy")]
    named: Option<String>,
    /// How it is written
    #[arg(long, value_enum, default_value = "html")]
    format: Format,
    /// The language
    #[arg(long, value_name = "TAG", default_value = "en-US")]
    locale: String,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One page that needs nothing else; prints well
    Html,
    /// Plain text with marks
    Markdown,
}

impl GuideArgs {
    /// The policy, in either way of naming it.
    fn policy(&self) -> Option<&str> {
        self.policy.as_deref().or(self.named.as_deref())
    }
}

/// Writes the handbook.
pub(super) fn run(common: &Common, args: &GuideArgs) -> ExitCode {
    match written(common, args) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::from(FAULTY),
    }
}

fn written(common: &Common, args: &GuideArgs) -> Option<()> {
    let settings = load::settings(common)?;
    let opened = load::opened(&settings, args.policy())?;
    let offering = opened.offering(&settings)?;
    let tag = output::tag(&offering, &args.locale)?;
    let cases = cases(&opened.folder)?;
    opened.origin.say();
    let text = handbook(
        &Sources {
            settings: &settings,
            library: &opened.library,
            offering: &offering,
            folder: &opened.folder,
        },
        tag,
        &cases,
        args.format,
    )?;
    output::write(args.output.as_deref(), &text)
}

/// What a handbook is made from.
struct Sources<'a> {
    settings: &'a Settings,
    library: &'a Library,
    offering: &'a Offering,
    folder: &'a PolicyFolder,
}

fn handbook(sources: &Sources<'_>, tag: &str, cases: &[Case], format: Format) -> Option<String> {
    let files = sources.pinned(tag);
    let site = sources.decided();
    let page = labs::in_language(sources.offering, tag, Day::ORIGIN, |lab| {
        Guide {
            lab,
            cases,
            files: &files,
            seal: &sources.seal(&files),
            site: &site,
        }
        .page()
    })?;
    Some(match format {
        Format::Html => html(&page),
        Format::Markdown => markdown(&page),
    })
}

impl Sources<'_> {
    /// The files that say what stands in the handbook.
    fn pinned(&self, tag: &str) -> Vec<Pinned> {
        let own = [
            Some(("policy.toml", &self.folder.policy)),
            self.folder
                .dialog
                .as_ref()
                .map(|file| ("dialog.toml", file)),
            self.folder.cases.as_ref().map(|file| ("cases.toml", file)),
        ];
        let own = own.into_iter().flatten();
        let own = own.map(|(name, file)| (name.to_owned(), file.digest.hex()));
        let texts = format!("{}.ftl", self.offering.policy.name());
        let words = self.library.locales.iter();
        let words =
            words.filter(|file| file.tag == tag && (file.is_common() || file.name == texts));
        own.chain(words.map(|file| (file.path(), file.file.digest.hex())))
            .map(|(name, digest)| Pinned { name, digest })
            .collect()
    }

    fn decided(&self) -> Vec<Decided> {
        let policy = self.offering.policy.name().as_str();
        let own = self
            .settings
            .settled
            .iter()
            .filter(|one| one.policy == policy);
        own.map(|one| Decided {
            reading: one.reading.clone(),
            reason: one.reason.clone(),
            on: one.date,
        })
        .collect()
    }

    fn seal(&self, files: &[Pinned]) -> String {
        let files = files
            .iter()
            .map(|file| format!("{} {}\n", file.name, file.digest));
        let settled = load::settled(self.settings, self.folder).into_iter();
        let settled = settled.map(|(reading, value)| format!("{reading}={value}\n"));
        Digest::of(files.chain(settled).collect::<String>().as_bytes()).hex()
    }
}

/// The cases of a policy; none where it has no file of them. Nothing when one of them does not hold or has a fault; which
/// has then been said.
fn cases(folder: &PolicyFolder) -> Option<Vec<Case>> {
    let (Some(file), (Some(policy), _)) = (
        folder.cases.as_ref(),
        policy::parse(&folder.policy.path, &folder.policy.text),
    ) else {
        return Some(Vec::new());
    };
    let (cases, mut faults) = parse_cases(&policy, &file.path, &file.text);
    faults.extend(cases.iter().flat_map(|cases| check_cases(&policy, cases)));
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        tell::faults(&faults, &[(file.path.clone(), file.text.clone())].into());
        tell::error("no handbook is written of a policy whose cases do not hold");
        return None;
    }
    cases.map(Cases::into_list)
}

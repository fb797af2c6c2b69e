//! Everything that is authored, checked together: policies, dialogs, cases, texts and transcripts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::policy::{self, check_cases, sound_cases};
use crate::domain::transcript;
use crate::library::{Authored, Library, LocaleFile, PolicyFolder};
use crate::replay::{Options, Played, Replayer, Script};
use crate::turn::{Offering, offered};

/// What was checked, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Every fault and every warning.
    pub faults: Vec<Diagnostic>,
    /// The text of each file, by the path that its faults name.
    pub sources: BTreeMap<String, String>,
    /// How many policies were read.
    pub policies: usize,
    /// How many cases were evaluated.
    pub cases: usize,
    /// How many cases were not, because of a fault in them or in their policy.
    pub cases_left: usize,
    /// In how many languages there are texts.
    pub languages: usize,
    /// How many transcripts were played.
    pub transcripts: usize,
    /// How many transcripts were not, because their policy is refused.
    pub transcripts_left: usize,
}

impl Checked {
    /// Whether something is refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}

/// Checks every policy of a library with its dialog, its cases and its texts, and plays the transcripts on it.
#[must_use]
pub fn check(library: &Library, scripts: &[Script]) -> Checked {
    let mut checked = Checked::default();
    let mut refused = BTreeSet::new();
    for (name, folder) in &library.policies {
        if !checked.policy(folder, &library.locales) {
            refused.insert(name.as_str());
        }
    }
    checked.orphans(library);
    let replayer = Replayer::new(library.clone(), Options::default());
    for script in scripts {
        match about(script, library) {
            Some(name) if refused.contains(name.as_str()) => {
                checked.transcripts_left = checked.transcripts_left.saturating_add(1);
            }
            _ => checked.transcript(script, replayer.play(script)),
        }
    }
    checked.finish()
}

/// The policy that a transcript is about. One that cannot be read is about none, so that its faults are told.
fn about(script: &Script, library: &Library) -> Option<String> {
    let (transcript, _) = transcript::parse(&script.file, &script.text);
    match transcript?.header.policy {
        Some(name) => Some(name.to_string()),
        None => offered(library).ok().map(str::to_owned),
    }
}

/// Checks one policy with its dialog, its cases and its texts.
#[must_use]
pub fn check_policy(folder: &PolicyFolder, words: &[LocaleFile]) -> Checked {
    let mut checked = Checked::default();
    let _offered = checked.policy(folder, words);
    checked.finish()
}

impl Checked {
    /// Whether it can be offered.
    fn policy(&mut self, folder: &PolicyFolder, words: &[LocaleFile]) -> bool {
        self.policies = self.policies.saturating_add(1);
        let files = [
            Some(&folder.policy),
            folder.dialog.as_ref(),
            folder.cases.as_ref(),
        ];
        for file in files.into_iter().flatten() {
            self.source(&file.path, &file.text);
        }
        for file in words {
            self.source(&file.file.path, &file.file.text);
        }
        let tags: BTreeSet<&str> = words.iter().map(|file| file.tag.as_str()).collect();
        self.languages = self.languages.max(tags.len());
        let (offering, faults) = Offering::load(folder, words, &[]);
        self.faults.extend(faults);
        self.lacking(folder);
        if let Some(cases) = &folder.cases {
            self.cases(folder, cases);
        }
        offering.is_some()
    }

    /// A policy that cannot be asked about, or whose thresholds nothing tests.
    fn lacking(&mut self, folder: &PolicyFolder) {
        let dialog = folder.dialog.is_none().then_some("dialog.toml");
        let cases = folder.cases.is_none().then_some("cases.toml");
        for lacking in dialog.into_iter().chain(cases) {
            let message = format!("there is no `{lacking}` beside this policy");
            self.faults
                .push(whole(&folder.policy.path, message).help("write one"));
        }
    }

    /// Of a policy that cannot be read only the form of the cases is told; those wait.
    fn cases(&mut self, folder: &PolicyFolder, file: &Authored) {
        let (policy, _) = policy::parse(&folder.policy.path, &folder.policy.text);
        let (cases, faults) = sound_cases(policy.as_ref(), &file.path, &file.text);
        self.faults.extend(faults);
        let mut run = 0;
        if let Some((policy, cases)) = policy.zip(cases) {
            run = cases.list().len();
            self.faults.extend(check_cases(&policy, &cases));
        }
        let lines = file.text.lines();
        let all = lines.filter(|line| line.trim_start().starts_with("[[case]]"));
        self.cases = self.cases.saturating_add(run);
        let left = all.count().saturating_sub(run);
        self.cases_left = self.cases_left.saturating_add(left);
    }

    /// Texts of a policy that is not there.
    fn orphans(&mut self, library: &Library) {
        let known = |file: &&LocaleFile| {
            let name = file.name.trim_end_matches(".ftl");
            file.is_common() || library.policies.contains_key(name)
        };
        for file in library.locales.iter().filter(|file| !known(file)) {
            let fault = whole(
                &file.file.path,
                "these texts are of no policy that is there".into(),
            );
            self.faults.push(Diagnostic {
                severity: Severity::Warning,
                ..fault.help("name the file by its policy, or remove it")
            });
        }
    }

    fn transcript(&mut self, script: &Script, played: Played) {
        self.transcripts = self.transcripts.saturating_add(1);
        self.source(&script.file, &script.text);
        let differences = match played.result {
            Ok(ran) => ran.differences,
            Err(faults) => return self.faults.extend(faults),
        };
        let Some(first) = differences.first() else {
            return;
        };
        let more = match differences.len() {
            1 => String::new(),
            2 => ", and at one more place".to_owned(),
            many => format!(", and at {} more places", many.saturating_sub(1)),
        };
        let message = format!("the conversation goes another way here{more}");
        let span = line(&script.text, first.line);
        let fault = Diagnostic::error(&script.file, span, message);
        let help = format!(
            "`preauth replay {}` shows what is expected beside what is said",
            script.file
        );
        self.faults.push(fault.help(help));
    }

    fn source(&mut self, path: &str, text: &str) {
        self.sources.insert(path.to_owned(), text.to_owned());
    }

    /// Two policies share the texts of the shell, and with them its faults.
    fn finish(mut self) -> Self {
        let mut seen = Vec::new();
        self.faults.retain(|fault| {
            let new = !seen.contains(fault);
            if new {
                seen.push(fault.clone());
            }
            new
        });
        self
    }
}

fn whole(file: &str, message: String) -> Diagnostic {
    let mut fault = Diagnostic::error(file, 0..0, message);
    fault.span = None;
    fault
}

/// Where a line stands, counted from 1, without its end.
fn line(text: &str, number: usize) -> Range<usize> {
    let before = number.saturating_sub(1);
    let lines = text.split_inclusive('\n');
    let start: usize = lines.clone().take(before).map(str::len).sum();
    let length = lines
        .skip(before)
        .map(|line| line.trim_end().len())
        .next()
        .unwrap_or(0);
    start..start.saturating_add(length)
}

/// Where the transcripts of a library lie, in the folder it is read from.
#[must_use]
pub fn transcripts_in(folder: Option<&Path>) -> PathBuf {
    folder
        .unwrap_or(Path::new(""))
        .join("tests")
        .join("transcripts")
}

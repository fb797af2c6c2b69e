//! Everything that is authored, checked together: policies, dialogs, cases, texts and transcripts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::policy::{self, check_cases, parse_cases};
use crate::library::{Authored, Library, LocaleFile, PolicyFolder};
use crate::replay::{Options, Played, Replayer, Script};
use crate::turn::Offering;

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
    /// In how many languages there are texts.
    pub languages: usize,
    /// How many transcripts were played.
    pub transcripts: usize,
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
    for folder in library.policies.values() {
        checked.policy(folder, &library.locales);
    }
    checked.orphans(library);
    let replayer = Replayer::new(library.clone(), Options::default());
    for script in scripts {
        checked.transcript(script, replayer.play(script));
    }
    checked.finish()
}

/// Checks one policy with its dialog, its cases and its texts.
#[must_use]
pub fn check_policy(folder: &PolicyFolder, words: &[LocaleFile]) -> Checked {
    let mut checked = Checked::default();
    checked.policy(folder, words);
    checked.finish()
}

impl Checked {
    fn policy(&mut self, folder: &PolicyFolder, words: &[LocaleFile]) {
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
        let (_, faults) = Offering::load(folder, words, &[]);
        self.faults.extend(faults);
        self.lacking(folder);
        if let Some(cases) = &folder.cases {
            self.cases(folder, cases);
        }
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

    /// A policy that cannot be read has been told; its cases wait.
    fn cases(&mut self, folder: &PolicyFolder, file: &Authored) {
        let (policy, _) = policy::parse(&folder.policy.path, &folder.policy.text);
        let Some(policy) = policy else { return };
        let (cases, faults) = parse_cases(&policy, &file.path, &file.text);
        self.faults.extend(faults);
        if let Some(cases) = cases {
            self.cases = self.cases.saturating_add(cases.list().len());
            self.faults.extend(check_cases(&policy, &cases));
        }
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

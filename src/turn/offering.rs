//! A policy with its dialog and its words, read, checked and pinned.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::dialog::event::Pins;
use crate::domain::dialog::{self, Dialog, Vocabulary};
use crate::domain::policy::{self, Policy};
use crate::library::{Digest, Library, LibraryError, LocaleFile, PolicyFolder};
use crate::locale::{Locale, Locales, check, check_said, same_labels};
use crate::turn::uses;

/// A reading that a site settled: its name and its value.
pub type Settled = (String, String);

/// A policy with its dialog and its words.
#[derive(Debug)]
pub struct Offering {
    /// The policy.
    pub policy: Policy,
    /// The dialog.
    pub dialog: Dialog,
    /// The words, in every language.
    pub locales: Locales,
    pins: Pins,
    /// For each language its vocabulary, made when somebody first types in it.
    vocabularies: BTreeMap<String, OnceLock<Vocabulary>>,
}

impl Offering {
    /// Reads and checks a policy, its dialog and its words. Without an error among the diagnostics there is one.
    #[must_use]
    pub fn load(
        folder: &PolicyFolder,
        words: &[LocaleFile],
        settled: &[Settled],
    ) -> (Option<Self>, Vec<Diagnostic>) {
        let (policy, mut faults) = policy::parse(&folder.policy.path, &folder.policy.text);
        let policy = policy.and_then(|policy| settle(policy, settled, folder, &mut faults));
        let Some((policy, file)) = policy.zip(folder.dialog.as_ref()) else {
            faults.extend(forms(folder, words));
            return (None, faults);
        };
        let (dialog, more) = dialog::draft(&file.path, &file.text, &policy);
        let whole = !refuse(&more);
        faults.extend(more);
        let (locales, more) = read_words(policy.name().as_str(), words);
        faults.extend(at_their_paths(more, words));
        let uses = uses::all(&policy, &dialog, &locales);
        // Of a dialog with faults it is not known what else it says.
        let more = match whole {
            true => check(&locales, &uses),
            false => check_said(&locales, &uses),
        };
        faults.extend(at_their_paths(more, words));
        let questions = dialog.steps.iter().map(|step| {
            let own = step.choices.iter();
            own.map(|choice| step.choice_message(choice)).collect()
        });
        let questions: Vec<Vec<String>> = questions.collect();
        faults.extend(at_their_paths(same_labels(&locales, &questions), words));
        let refused = refuse(&faults);
        let pins = pins(&policy, folder, &file.digest, settled);
        (
            (!refused).then(|| Self::new(policy, dialog, locales, pins)),
            faults,
        )
    }

    fn new(policy: Policy, dialog: Dialog, locales: Locales, pins: Pins) -> Self {
        let vocabularies = locales
            .tags()
            .map(|tag| (tag.to_owned(), OnceLock::new()))
            .collect();
        Self {
            pins,
            vocabularies,
            policy,
            dialog,
            locales,
        }
    }

    /// The digests of what is offered.
    #[must_use]
    pub fn pins(&self) -> &Pins {
        &self.pins
    }

    /// The words that people type in a language; nothing when there is none.
    #[must_use]
    pub fn words(&self, tag: &str) -> Option<&Vocabulary> {
        let locale = self.locales.negotiate(tag);
        let tags = || self.locales.tags().map(Into::into).collect::<Vec<String>>();
        let made = self.vocabularies.get(locale.tag())?;
        Some(made.get_or_init(|| Vocabulary::new(&self.dialog, locale, &tags())))
    }

    /// The language of a tag, or the one that fits it best.
    #[must_use]
    pub fn locale(&self, tag: &str) -> &Locale {
        self.locales.negotiate(tag)
    }
}

/// The name of the policy to offer where none is named: the only one that is not an example. One that cannot be read is
/// none, so that its faults are told.
///
/// # Errors
/// When there is none, or there are several.
pub fn offered(library: &Library) -> Result<&str, LibraryError> {
    let is_example = |folder: &PolicyFolder| {
        let (policy, _) = policy::parse(&folder.policy.path, &folder.policy.text);
        policy.is_some_and(|policy| policy.is_example())
    };
    let offered = library.policies.iter();
    let offered = offered.filter(|(_, folder)| !is_example(folder));
    let offered: Vec<&str> = offered.map(|(name, _)| name.as_str()).collect();
    match offered.as_slice() {
        [only] => Ok(only),
        _ => Err(LibraryError::WhichPolicy {
            known: library.policies.keys().cloned().collect(),
        }),
    }
}

fn refuse(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

/// What can be told of dialog and texts where the policy is refused: their syntax, keys and types.
fn forms(folder: &PolicyFolder, words: &[LocaleFile]) -> Vec<Diagnostic> {
    let dialog = folder.dialog.iter();
    let dialog = dialog.flat_map(|file| dialog::form(&file.path, &file.text));
    let name = Path::new(&folder.policy.path).parent();
    let name = name.and_then(Path::file_name).unwrap_or_default();
    let (_, texts) = read_words(&name.to_string_lossy(), words);
    dialog.chain(at_their_paths(texts, words)).collect()
}

fn read_words(policy: &str, words: &[LocaleFile]) -> (Locales, Vec<Diagnostic>) {
    let own = format!("{policy}.ftl");
    let files = words
        .iter()
        .filter(|file| file.is_common() || file.name == own);
    let files: Vec<(&str, &str, &str)> = files
        .map(|file| {
            (
                file.tag.as_str(),
                file.name.as_str(),
                file.file.text.as_str(),
            )
        })
        .collect();
    Locales::load(&files)
}

/// The faults of texts under the paths by which their author knows the files.
fn at_their_paths(faults: Vec<Diagnostic>, words: &[LocaleFile]) -> Vec<Diagnostic> {
    let renamed = faults.into_iter().map(|mut fault| {
        for file in words {
            let (within, path) = (file.path(), &file.file.path);
            let other = |help: String| help.replace(&within, path);
            fault.help = fault.help.map(other);
            if fault.file == within {
                fault.file.clone_from(path);
            }
        }
        fault
    });
    renamed.collect()
}

fn settle(
    mut policy: Policy,
    settled: &[Settled],
    folder: &PolicyFolder,
    faults: &mut Vec<Diagnostic>,
) -> Option<Policy> {
    for (reading, value) in settled {
        match policy.settle(reading, value) {
            Ok(fixed) => policy = fixed,
            Err(fault) => {
                faults.push(Diagnostic::error(&folder.policy.path, 0..0, fault));
                return None;
            }
        }
    }
    Some(policy)
}

/// What a session is pinned to. A settled reading changes what the policy says, so it is part of the digest.
fn pins(policy: &Policy, folder: &PolicyFolder, dialog: &Digest, settled: &[Settled]) -> Pins {
    let settled: Vec<String> = settled
        .iter()
        .map(|(reading, value)| format!("\n{reading}={value}"))
        .collect();
    let digest = match settled.as_slice() {
        [] => folder.policy.digest.hex(),
        more => Digest::of(format!("{}{}", folder.policy.text, more.concat()).as_bytes()).hex(),
    };
    Pins {
        policy: policy.name().clone(),
        policy_digest: digest,
        dialog_digest: dialog.hex(),
    }
}

//! The certificate: which files were proved, what was counted, and by which version of the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::diagnostic::Diagnostic;
use crate::lab::count::Counts;
use crate::library::{CERTIFICATE_FILE, LocaleFile, PolicyFolder};

/// What was proved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli) struct Certificate {
    format: u32,
    program: String,
    space: String,
    /// The digest of each file, by its name.
    files: BTreeMap<String, String>,
    /// The readings that were settled.
    settled: Vec<String>,
    counts: Option<Counted>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    conversations: String,
    contradictions: String,
    places: usize,
    ways: usize,
    longest: usize,
    mean_questions: f64,
    mean_questions_on_record: f64,
}

/// What is walked, for whoever reads the certificate.
const SPACE: &str =
    "every conversation about one procedure at one level, by the answers the policy can tell apart";

impl Certificate {
    /// What stands on record of these files, with nothing proved yet.
    pub(in crate::cli) fn new(
        folder: &PolicyFolder,
        words: &[LocaleFile],
        settled: &[(String, String)],
    ) -> Self {
        let mut files = BTreeMap::new();
        files.insert("policy.toml".to_owned(), folder.policy.digest.hex());
        let dialog = folder.dialog.as_ref();
        files.extend(dialog.map(|dialog| ("dialog.toml".to_owned(), dialog.digest.hex())));
        let own = own_words(folder);
        let words = words
            .iter()
            .filter(|file| file.name == "shell.ftl" || own == file.name);
        files.extend(words.map(|file| {
            (
                format!("{}/{}", file.tag, file.name),
                file.file.digest.hex(),
            )
        }));
        Self {
            format: 1,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            space: SPACE.to_owned(),
            files,
            settled: settled
                .iter()
                .map(|(reading, value)| format!("{reading}={value}"))
                .collect(),
            counts: None,
        }
    }

    /// The same with what was counted.
    pub(in crate::cli) fn proved(mut self, counts: &Counts) -> Self {
        self.counts = Some(Counted {
            conversations: counts.paths.to_string(),
            contradictions: counts.contradictions.to_string(),
            places: counts.places,
            ways: counts.ways,
            longest: counts.longest,
            mean_questions: counts.mean.all,
            mean_questions_on_record: counts.mean_on_record.all,
        });
        self
    }

    pub(super) fn value(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// As it is kept.
    pub(super) fn json(&self) -> String {
        format!("{:#}\n", self.value())
    }
}

/// The file of texts of a policy.
fn own_words(folder: &PolicyFolder) -> String {
    let (policy, _) = crate::domain::policy::parse(&folder.policy.path, &folder.policy.text);
    policy.map_or_else(String::new, |policy| format!("{}.ftl", policy.name()))
}

/// What stands against taking a policy for proved; nothing when its certificate is of these very files.
pub(in crate::cli) fn lacking(
    folder: &PolicyFolder,
    words: &[LocaleFile],
    settled: &[(String, String)],
) -> Option<Diagnostic> {
    let fault = |file: &str, message: String| {
        let fault = Diagnostic {
            span: None,
            ..Diagnostic::error(file, 0..0, message)
        };
        let path = &folder.policy.path;
        Some(fault.help(format!(
            "run `preauth prove --policy {path} --write`, and keep what it writes beside the policy"
        )))
    };
    let Some(file) = &folder.certificate else {
        let message = format!("there is no `{CERTIFICATE_FILE}` beside this policy");
        return fault(&folder.policy.path, message);
    };
    let Ok(certificate) = serde_json::from_str::<Certificate>(&file.text) else {
        return fault(
            &file.path,
            "this is not a certificate of this release".into(),
        );
    };
    let own = Certificate::new(folder, words, settled);
    if (certificate.format, &certificate.space) != (own.format, &own.space) {
        return fault(
            &file.path,
            "this is not a certificate of this release".into(),
        );
    }
    if certificate.counts.is_none() {
        return fault(&file.path, "this certificate proves nothing".into());
    }
    let names = own.files.keys().chain(certificate.files.keys());
    let changed = names
        .into_iter()
        .find(|name| own.files.get(*name) != certificate.files.get(*name));
    if let Some(name) = changed {
        return fault(
            &file.path,
            format!("`{name}` is not the one that was proved"),
        );
    }
    if own.settled != certificate.settled {
        return fault(
            &file.path,
            "other readings are settled than were proved".into(),
        );
    }
    if own.program != certificate.program {
        let message = format!(
            "it was proved by version {} of the program",
            certificate.program
        );
        return fault(&file.path, message);
    }
    None
}

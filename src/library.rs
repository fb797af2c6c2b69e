//! The authored files: policies with their dialogs and cases, and the texts of every language. The binary carries a
//! copy of them all; a folder can take their place. Every file is pinned by its digest.

mod digest;
mod error;
mod read;

use std::collections::BTreeMap;
use std::path::Path;

pub use digest::Digest;
pub use error::LibraryError;
pub(crate) use error::reason;

/// The file of a policy folder that holds the policy.
pub const POLICY_FILE: &str = "policy.toml";
/// The file of a policy folder that holds the dialog.
pub const DIALOG_FILE: &str = "dialog.toml";
/// The file of a policy folder that holds the cases.
pub const CASES_FILE: &str = "cases.toml";
/// The file of a policy folder that holds what was proved of it.
pub const CERTIFICATE_FILE: &str = "certificate.json";

/// An authored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authored {
    /// The path by which its author knows it.
    pub path: String,
    /// What it says.
    pub text: String,
    /// The digest of its text.
    pub digest: Digest,
}

/// One folder under `dialogs/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFolder {
    /// `policy.toml`.
    pub policy: Authored,
    /// `dialog.toml`, without which the policy can be evaluated but not asked about.
    pub dialog: Option<Authored>,
    /// `cases.toml`.
    pub cases: Option<Authored>,
    /// `certificate.json`, which `preauth prove` writes.
    pub certificate: Option<Authored>,
}

/// A file of messages in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleFile {
    /// The language's tag: the folder under `locales/`.
    pub tag: String,
    /// The file's name without its folder: `shell.ftl`, or that of a policy.
    pub name: String,
    /// The file.
    pub file: Authored,
}

/// Every authored file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// The policies, by the name of their folder.
    pub policies: BTreeMap<String, PolicyFolder>,
    /// The messages, by language and file name.
    pub locales: Vec<LocaleFile>,
}

impl Authored {
    /// A file with this path and text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let digest = Digest::of(text.as_bytes());
        Self {
            path: path.into(),
            text,
            digest,
        }
    }
}

/// The files of messages that every policy shares: what the program says, and the words of handbook and pictures.
const COMMON: [&str; 2] = ["shell.ftl", "guide.ftl"];

impl LocaleFile {
    /// Whether its messages are of no policy of its own.
    #[must_use]
    pub fn is_common(&self) -> bool {
        COMMON.contains(&self.name.as_str())
    }

    /// Its path within its library.
    #[must_use]
    pub fn path(&self) -> String {
        format!("locales/{}/{}", self.tag, self.name)
    }
}

impl Library {
    /// The files that the binary carries.
    ///
    /// # Errors
    /// When one of them is not UTF-8.
    pub fn embedded() -> Result<Self, LibraryError> {
        read::embedded()
    }

    /// The files of a folder that has `dialogs/`, `locales/` or both; the binary's own stand in for what it lacks.
    ///
    /// # Errors
    /// When the folder has neither, or a file cannot be read.
    pub fn open(folder: &Path) -> Result<Self, LibraryError> {
        read::folder(folder)
    }

    /// The policy of one folder, or of one `policy.toml`, together with the files beside it.
    ///
    /// # Errors
    /// When there is no policy or a file cannot be read.
    pub fn policy_at(path: &Path) -> Result<PolicyFolder, LibraryError> {
        read::policy_at(path)
    }

    /// The policy of that name.
    ///
    /// # Errors
    /// When there is none; the error names those there are.
    pub fn policy(&self, name: &str) -> Result<&PolicyFolder, LibraryError> {
        self.policies
            .get(name)
            .ok_or_else(|| LibraryError::NoSuchPolicy {
                name: name.to_owned(),
                known: self.policies.keys().cloned().collect(),
            })
    }
}

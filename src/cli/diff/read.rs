//! Where the two sides of a comparison come from: folders, files, the library, and revisions of git.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::{load, tell};
use crate::domain::dialog::{self, Dialog};
use crate::domain::policy::{self, Policy};
use crate::library::{
    Authored, CASES_FILE, DIALOG_FILE, Library, LocaleFile, POLICY_FILE, PolicyFolder,
};
use crate::settings::{Settings, Settled};
use crate::turn::Offering;

/// One side, as it was read.
#[derive(Debug)]
pub(super) struct Found {
    /// How it was named.
    label: String,
    folder: PolicyFolder,
    words: Vec<LocaleFile>,
}

/// One side, read and checked.
#[derive(Debug)]
pub(super) struct Side {
    /// How it was named.
    pub(super) label: String,
    pub(super) folder: PolicyFolder,
    pub(super) words: Vec<LocaleFile>,
    pub(super) policy: Policy,
    pub(super) dialog: Option<Dialog>,
    /// Everything that a conversation needs; nothing where texts are lacking.
    pub(super) offering: Option<Offering>,
}

/// Why a side cannot be had.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) what: String,
    pub(super) help: Option<String>,
}

fn unread(what: &(impl std::fmt::Display + ?Sized), help: &str) -> Unread {
    Unread {
        what: format!("{what}"),
        help: (!help.is_empty()).then(|| help.to_owned()),
    }
}

impl Found {
    /// The side with its policy and dialog read. Nothing when there is a fault in them; faults have been told.
    pub(super) fn checked(self, settings: &Settings) -> Option<Side> {
        let settled = load::settled(settings, &self.folder);
        let (offering, faults) = Offering::load(&self.folder, &self.words, &settled);
        let file = &self.folder.policy;
        let (policy, own) = policy::parse(&file.path, &file.text);
        let policy = policy.and_then(|policy| {
            let applied = Settled::apply(&settings.settled, policy);
            applied.map_err(tell::error).ok()
        });
        let Some(policy) = policy else {
            tell::faults(&own, &self.sources());
            return None;
        };
        let dialog = match &self.folder.dialog {
            Some(file) => {
                let (dialog, own) = dialog::parse(&file.path, &file.text, &policy);
                if dialog.is_none() {
                    tell::faults(&own, &self.sources());
                    return None;
                }
                dialog
            }
            None => None,
        };
        if offering.is_none() && dialog.is_some() {
            let count = faults.len();
            tell::say(format_args!(
                "warning: `{}` has {count} faults in its texts: no conversation of it can be shown",
                self.label
            ));
        }
        Some(Side {
            label: self.label,
            folder: self.folder,
            words: self.words,
            policy,
            dialog,
            offering,
        })
    }

    fn sources(&self) -> crate::cli::report::Sources {
        let files = [Some(&self.folder.policy), self.folder.dialog.as_ref()];
        let files = files.into_iter().flatten();
        files
            .map(|file| (file.path.clone(), file.text.clone()))
            .collect()
    }
}

/// Both sides. A revision without a path is the place of the other side.
pub(super) fn both(
    [old, new]: [&str; 2],
    policy: &str,
    library: &Library,
) -> Result<[Found; 2], Unread> {
    let place = |name: &str| place(name, policy);
    match (place(old), place(new)) {
        (Some(own), Some(other)) => Ok([own.read(old, library)?, other.read(new, library)?]),
        (None, Some(other)) => Ok([
            elsewhere(old, Some(&other), policy, library)?,
            other.read(new, library)?,
        ]),
        (Some(own), None) => Ok([
            own.read(old, library)?,
            elsewhere(new, Some(&own), policy, library)?,
        ]),
        (None, None) => {
            let here = self::place(".", policy);
            let both = [old, new].map(|name| elsewhere(name, here.as_ref(), policy, library));
            let [old, new] = both;
            Ok([old?, new?])
        }
    }
}

/// Where a policy lies on disk: its folder or its file.
struct Place {
    path: PathBuf,
}

/// The place of that name: the folder of a policy, a file, or the policy in a folder with `dialogs/`.
fn place(name: &str, policy: &str) -> Option<Place> {
    let path = PathBuf::from(name);
    let below = path.join("dialogs").join(policy);
    let path = match () {
        () if path.is_file() || path.join(POLICY_FILE).is_file() => path,
        () if below.join(POLICY_FILE).is_file() => below,
        () => return None,
    };
    Some(Place { path })
}

impl Place {
    /// Its folder.
    fn folder(&self) -> &Path {
        let parent = self.path.parent().filter(|_| self.path.is_file());
        let folder = parent.unwrap_or(&self.path);
        if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        }
    }

    /// The name of its policy file.
    fn file(&self) -> String {
        let name = self.path.file_name().filter(|_| self.path.is_file());
        name.map_or(POLICY_FILE.into(), |name| {
            name.to_string_lossy().into_owned()
        })
    }

    fn read(&self, label: &str, library: &Library) -> Result<Found, Unread> {
        let folder = Library::policy_at(&self.path).map_err(|fault| unread(&fault, ""))?;
        // A library around it has its own texts.
        let around = self.folder().join("..").join("..");
        let words = match around.join("locales").is_dir() {
            true => {
                Library::open(&around)
                    .map_err(|fault| unread(&fault, ""))?
                    .locales
            }
            false => library.locales.clone(),
        };
        Ok(Found {
            label: label.to_owned(),
            folder,
            words,
        })
    }
}

/// What is no place on disk: a policy of the library, or a revision.
fn elsewhere(
    name: &str,
    other: Option<&Place>,
    policy: &str,
    library: &Library,
) -> Result<Found, Unread> {
    if let Ok(folder) = library.policy(name) {
        return Ok(Found {
            label: name.to_owned(),
            folder: folder.clone(),
            words: library.locales.clone(),
        });
    }
    let (revision, path) = match name.split_once(':') {
        Some((revision, path)) => (revision, Some(path)),
        None => (name, None),
    };
    let git = Git {
        folder: match path {
            Some(_) => PathBuf::from("."),
            None => other.map_or(PathBuf::from("."), |other| other.folder().to_owned()),
        },
        revision: revision.to_owned(),
    };
    git.is_known(name)?;
    let (base, file) = match (path, other) {
        (Some(path), _) if path.ends_with(".toml") => match path.rsplit_once('/') {
            Some((base, file)) => (base.to_owned(), file.to_owned()),
            None => (String::new(), path.to_owned()),
        },
        (Some(path), _) => (
            path.trim_end_matches('/').to_owned(),
            POLICY_FILE.to_owned(),
        ),
        (None, Some(other)) => (".".to_owned(), other.file()),
        (None, None) => (format!("dialogs/{policy}"), POLICY_FILE.to_owned()),
    };
    git.found(name, &base, &file, library)
}

fn at(base: &str, file: &str) -> String {
    match base {
        "" | "." => file.to_owned(),
        base => format!("{base}/{file}"),
    }
}

/// A revision, as seen from a folder.
struct Git {
    folder: PathBuf,
    revision: String,
}

impl Git {
    fn run(&self, args: &[&str]) -> Result<Option<String>, Unread> {
        let output = Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(args)
            .output()
            .map_err(|fault| match fault.kind() {
                io::ErrorKind::NotFound => unread(
                    "`git` is not installed, so a revision cannot be read",
                    "install it, or name two folders",
                ),
                _ => unread(&format!("`git` cannot be run: {fault}"), ""),
            })?;
        let text = String::from_utf8(output.stdout).ok();
        Ok(text.filter(|_| output.status.success()))
    }

    /// Whether there is such a revision.
    fn is_known(&self, name: &str) -> Result<(), Unread> {
        let revision = format!("{}^{{commit}}", self.revision);
        if self.run(&["rev-parse", "--git-dir"])?.is_none() {
            return Err(unread(
                &format!(
                    "`{name}` is neither a place nor a policy, and there is no git repository here"
                ),
                "name a folder with a `policy.toml`, or go to the repository",
            ));
        }
        match self.run(&["rev-parse", "--verify", "--quiet", &revision])? {
            Some(_) => Ok(()),
            None => Err(unread(
                &format!("`{name}` is no place, no policy, and no revision that git knows"),
                "`git log --oneline` shows revisions; REV:PATH names a place in one",
            )),
        }
    }

    /// A file of the revision; `base` is a path from the folder that the revision is seen from.
    fn file(&self, base: &str, file: &str) -> Result<Option<Authored>, Unread> {
        let at = format!("{}:./{}", self.revision, at(base, file));
        let text = self.run(&["show", &at])?;
        Ok(text.map(|text| Authored::new(at.replace("./", ""), text)))
    }

    fn found(
        &self,
        label: &str,
        base: &str,
        file: &str,
        library: &Library,
    ) -> Result<Found, Unread> {
        let policy = self.file(base, file)?.ok_or_else(|| {
            unread(
                &format!("revision `{}` has no `{}`", self.revision, at(base, file)),
                "name the place with REV:PATH",
            )
        })?;
        let folder = PolicyFolder {
            policy,
            dialog: self.file(base, DIALOG_FILE)?,
            cases: self.file(base, CASES_FILE)?,
            certificate: None,
        };
        Ok(Found {
            label: label.to_owned(),
            folder,
            words: self.words(library)?,
        })
    }

    /// The texts of the revision; where it has none, those of the library.
    fn words(&self, library: &Library) -> Result<Vec<LocaleFile>, Unread> {
        let list = [
            "ls-tree",
            "-r",
            "--name-only",
            "--full-tree",
            &self.revision,
            "locales",
        ];
        let names = self.run(&list)?.unwrap_or_default();
        let mut words = Vec::new();
        for path in names.lines().filter(|path| path.ends_with(".ftl")) {
            let mut parts = path.split('/').skip(1);
            let (Some(tag), Some(name)) = (parts.next(), parts.next()) else {
                continue;
            };
            let text = self.run(&["show", &format!("{}:{path}", self.revision)])?;
            words.extend(text.map(|text| LocaleFile {
                tag: tag.to_owned(),
                name: name.to_owned(),
                file: Authored::new(path, text),
            }));
        }
        if words.is_empty() {
            return Ok(library.locales.clone());
        }
        Ok(words)
    }
}

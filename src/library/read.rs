//! Reading authored files from the binary and from folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::library::{
    Authored, CASES_FILE, CERTIFICATE_FILE, DIALOG_FILE, Library, LibraryError, LocaleFile,
    POLICY_FILE, PolicyFolder,
};

static DIALOGS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/dialogs");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The text of each file of a folder, by its name.
type Files = BTreeMap<String, Authored>;

pub(super) fn embedded() -> Result<Library, LibraryError> {
    let policies = carried(&DIALOGS, "dialogs")?;
    let locales = carried(&LOCALES, "locales")?;
    Ok(Library {
        policies: policies.into_iter().filter_map(policy_of).collect(),
        locales: locales.into_iter().flat_map(locale_of).collect(),
    })
}

pub(super) fn folder(folder: &Path) -> Result<Library, LibraryError> {
    let (dialogs, locales) = (folder.join("dialogs"), folder.join("locales"));
    if !dialogs.is_dir() && !locales.is_dir() {
        return Err(LibraryError::NoLibrary(folder.to_owned()));
    }
    let mut library = embedded()?;
    if dialogs.is_dir() {
        let folders = subfolders(&dialogs)?;
        library.policies = folders.into_iter().filter_map(policy_of).collect();
    }
    if locales.is_dir() {
        let folders = subfolders(&locales)?;
        library.locales = folders.into_iter().flat_map(locale_of).collect();
    }
    Ok(library)
}

pub(super) fn policy_at(path: &Path) -> Result<PolicyFolder, LibraryError> {
    if !path.is_dir() {
        return beside(path);
    }
    let found = policy_of((String::new(), files(path)?));
    found
        .map(|(_, folder)| folder)
        .ok_or_else(|| LibraryError::NoPolicy(path.to_owned()))
}

/// A policy file of any name, with the dialog and the cases of its folder.
fn beside(path: &Path) -> Result<PolicyFolder, LibraryError> {
    let policy = file(path)?;
    let optional = |name: &str| {
        let path = path.with_file_name(name);
        path.is_file().then(|| file(&path)).transpose()
    };
    Ok(PolicyFolder {
        policy,
        dialog: optional(DIALOG_FILE)?,
        cases: optional(CASES_FILE)?,
        certificate: optional(CERTIFICATE_FILE)?,
    })
}

fn policy_of((name, mut files): (String, Files)) -> Option<(String, PolicyFolder)> {
    let folder = PolicyFolder {
        policy: files.remove(POLICY_FILE)?,
        dialog: files.remove(DIALOG_FILE),
        cases: files.remove(CASES_FILE),
        certificate: files.remove(CERTIFICATE_FILE),
    };
    Some((name, folder))
}

fn locale_of((tag, files): (String, Files)) -> Vec<LocaleFile> {
    let messages = files.into_iter().filter(|(name, _)| name.ends_with(".ftl"));
    messages
        .map(|(name, file)| LocaleFile {
            tag: tag.clone(),
            name,
            file,
        })
        .collect()
}

fn carried(dir: &Dir<'_>, under: &str) -> Result<Vec<(String, Files)>, LibraryError> {
    let named = dir.dirs().map(|folder| {
        let files = folder.files().map(|file| {
            let path = Path::new(under).join(file.path());
            let text = file.contents_utf8();
            let text = text.ok_or_else(|| LibraryError::NotText(path.clone()))?;
            Ok((last(&path), Authored::new(shown(&path), text)))
        });
        Ok((last(folder.path()), files.collect::<Result<_, _>>()?))
    });
    named.collect()
}

fn subfolders(path: &Path) -> Result<Vec<(String, Files)>, LibraryError> {
    let folders = entries(path)?.into_iter().filter(|entry| entry.is_dir());
    folders
        .map(|folder| Ok((last(&folder), files(&folder)?)))
        .collect()
}

fn files(folder: &Path) -> Result<Files, LibraryError> {
    let authored = entries(folder)?.into_iter().filter(|path| {
        let kind = path.extension().and_then(|kind| kind.to_str());
        path.is_file() && matches!(kind, Some("toml" | "ftl" | "json"))
    });
    authored
        .map(|path| Ok((last(&path), file(&path)?)))
        .collect()
}

/// What a folder holds, in the order of its names.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, LibraryError> {
    let unreadable = |source| LibraryError::Unreadable {
        path: folder.to_owned(),
        source,
    };
    let all = fs::read_dir(folder).map_err(unreadable)?;
    let all = all.map(|entry| entry.map(|entry| entry.path()));
    let mut all: Vec<PathBuf> = all.collect::<Result<_, _>>().map_err(unreadable)?;
    all.sort();
    Ok(all)
}

fn file(path: &Path) -> Result<Authored, LibraryError> {
    let bytes = fs::read(path).map_err(|source| LibraryError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| LibraryError::NotText(path.to_owned()))?;
    Ok(Authored::new(shown(path), text))
}

fn last(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

//! The policy that a command is about, with the library that it and its texts come from, and how that is said.

use std::path::{Component, Path, PathBuf};

use crate::cli::load::{folder, had, id_of, is_path, library, named, settled, sources};
use crate::cli::tell;
use crate::library::{Library, PolicyFolder};
use crate::settings::Settings;
use crate::turn::Offering;

/// A policy, and the texts that belong to it.
#[derive(Debug)]
pub(in crate::cli) struct Opened {
    /// The library; its texts are those around a policy that is named by its path, where there are any.
    pub(in crate::cli) library: Library,
    /// The policy with the files beside it.
    pub(in crate::cli) folder: PolicyFolder,
    /// The policy's own name, however it was named.
    pub(in crate::cli) id: String,
    /// Where all of it was read.
    pub(in crate::cli) origin: Origin,
}

/// Where policies and texts were read; what has no place is what the program carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::cli) struct Origin {
    policies: Option<PathBuf>,
    texts: Option<PathBuf>,
    /// The folder in which the transcripts of these files lie; nothing where there is none.
    pub(in crate::cli) root: Option<PathBuf>,
}

impl Origin {
    /// Where the library of these settings is read.
    pub(in crate::cli) fn of(settings: &Settings) -> Self {
        let Some(root) = &settings.library else {
            return Self::default();
        };
        let within = |name: &str| Some(root.join(name)).filter(|path| path.is_dir());
        Self {
            policies: within(DIALOGS),
            texts: within(LOCALES),
            root: Some(root.clone()),
        }
    }

    /// "`dialogs`, and the texts the program carries".
    pub(in crate::cli) fn told(&self) -> String {
        let quoted = |path: &PathBuf| format!("`{}`", path.display());
        match (self.policies.as_ref(), self.texts.as_ref()) {
            (None, None) => "the files the program carries".to_owned(),
            (Some(own), Some(texts)) => format!("{} and {}", quoted(own), quoted(texts)),
            (Some(own), None) => format!("{}, and the texts the program carries", quoted(own)),
            (None, Some(texts)) => {
                format!("the policies the program carries, and {}", quoted(texts))
            }
        }
    }

    /// Says on standard error what was read, and what lies here and was not.
    pub(in crate::cli) fn say(&self) {
        tell::say(format_args!("read: {}", self.told()));
        if self.policies.is_none() && self.texts.is_none() && lies_here() {
            tell::help(Some(
                "`dialogs/` and `locales/` of this folder were not read; `--library .` takes them"
                    .into(),
            ));
        }
    }
}

const DIALOGS: &str = "dialogs";
const LOCALES: &str = "locales";

/// Whether this folder is a library.
pub(in crate::cli) fn lies_here() -> bool {
    [DIALOGS, LOCALES]
        .iter()
        .any(|name| Path::new(name).is_dir())
}

/// The policy of that name or at that path, or the one that is offered. Nothing when it cannot be read; why has then been
/// said.
pub(in crate::cli) fn opened(settings: &Settings, name: Option<&str>) -> Option<Opened> {
    let mut library = library(settings)?;
    let mut origin = Origin::of(settings);
    let name = named(&library, settings, name)?.to_owned();
    let folder = folder(&library, &name)?;
    if is_path(&name) {
        origin.policies = Some(PathBuf::from(&name));
        if let Some(around) = around(Path::new(&name)).filter(|_| settings.library.is_none()) {
            library.locales = had(Library::open(&around))?.locales;
            origin.texts = Some(around.join(LOCALES));
            origin.root = Some(around);
        }
    }
    let id = id_of(&folder, &own_name(&name));
    Some(Opened {
        library,
        folder,
        id,
        origin,
    })
}

impl Opened {
    /// The library with this policy in it, under its own name.
    pub(in crate::cli) fn whole(&self) -> Library {
        let mut library = self.library.clone();
        library
            .policies
            .insert(self.id.clone(), self.folder.clone());
        library
    }

    /// The library with nothing but this policy and the texts it uses.
    pub(in crate::cli) fn alone(&self) -> Library {
        let mut library = self.library.clone();
        library.policies = [(self.id.clone(), self.folder.clone())].into();
        let own = format!("{}.ftl", self.id);
        library
            .locales
            .retain(|file| file.name == own || file.is_common());
        library
    }

    /// The policy with its dialog and its words, every one of them checked. Nothing when there is a fault; all faults have
    /// then been said.
    pub(in crate::cli) fn offering(&self, settings: &Settings) -> Option<Offering> {
        let settled = settled(settings, &self.folder);
        let (offering, faults) = Offering::load(&self.folder, &self.library.locales, &settled);
        if offering.is_none() {
            tell::faults(&faults, &sources(&self.folder, &self.library));
        }
        offering
    }
}

/// What a policy is called that cannot be read: its folder's name.
fn own_name(name: &str) -> String {
    let path = Path::new(name);
    let folder = path.parent().filter(|_| path.is_file()).unwrap_or(path);
    let last = folder.file_name();
    last.map_or_else(
        || name.to_owned(),
        |last| last.to_string_lossy().into_owned(),
    )
}

/// The library around a policy's folder or file: where `locales` lies two folders up.
fn around(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|_| path.is_file()).unwrap_or(path);
    let plain = folder.components().rev().take(2);
    let plain = plain.filter(|part| matches!(part, Component::Normal(_)));
    let above = folder.ancestors().nth(2).filter(|_| plain.count() == 2);
    let around = above.map_or_else(|| folder.join("..").join(".."), Path::to_owned);
    around.join(LOCALES).is_dir().then_some(around)
}

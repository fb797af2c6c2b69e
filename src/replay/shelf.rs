//! The policies that transcripts are about, each read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::name::PolicyName;
use crate::lab::tally::Gauge;
use crate::library::{Library, PolicyFolder};
use crate::turn::{Offering, offered};

/// An offering, or why there is none.
type Offered = Result<Arc<Offering>, String>;

#[derive(Debug)]
pub(super) struct Shelf {
    library: Library,
    read: Mutex<BTreeMap<PathBuf, Offered>>,
    gauges: Mutex<BTreeMap<String, Arc<Gauge>>>,
}

impl Shelf {
    pub(super) fn new(library: Library) -> Self {
        Self {
            library,
            read: Mutex::default(),
            gauges: Mutex::default(),
        }
    }

    /// The policy of that name; the one to offer when none is named.
    pub(super) fn named(&self, name: Option<&PolicyName>) -> Offered {
        let offered = || {
            let offered = offered(&self.library);
            offered.map_err(|_| "the header does not say which policy this is about".to_owned())
        };
        let name = name.map_or_else(offered, |name| Ok(name.as_str()))?;
        self.once(PathBuf::from(name), || {
            let folder = self
                .library
                .policy(name)
                .map_err(|fault| fault.to_string())?;
            self.offer(folder)
        })
    }

    /// Another version of a policy: a folder or a file as seen from `beside`, or as seen from here, or the name of a
    /// policy. What it lacks besides the policy is taken from the `present` one.
    pub(super) fn version(&self, written: &str, beside: &Path, present: &Offering) -> Offered {
        let places = [beside.join(written), PathBuf::from(written)];
        let Some(path) = places.into_iter().find(|path| path.exists()) else {
            let name = PolicyName::parse(written)
                .map_err(|_| format!("there is no policy at `{written}`"))?;
            return self.named(Some(&name));
        };
        self.once(path.clone(), || {
            let mut folder = Library::policy_at(&path).map_err(|fault| fault.to_string())?;
            let own = self.library.policies.get(present.policy.name().as_str());
            folder.dialog = folder
                .dialog
                .or_else(|| own.and_then(|own| own.dialog.clone()));
            self.offer(&folder)
        })
    }

    /// The gauge of a policy, made once.
    pub(super) fn gauge(&self, offering: &Offering) -> Arc<Gauge> {
        let mut all = self.gauges.lock().unwrap_or_else(PoisonError::into_inner);
        let key = offering.pins().policy_digest.clone();
        let gauge = all
            .entry(key)
            .or_insert_with(|| Arc::new(Gauge::new(&offering.policy)));
        Arc::clone(gauge)
    }

    fn once(&self, key: PathBuf, read: impl FnOnce() -> Offered) -> Offered {
        let mut all = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(key).or_insert_with(read).clone()
    }

    fn offer(&self, folder: &PolicyFolder) -> Offered {
        let (offering, faults) = Offering::load(folder, &self.library.locales, &[]);
        offering.map(Arc::new).ok_or_else(|| first(&faults))
    }
}

/// The first error in one line; `preauth check` tells them all.
fn first(faults: &[Diagnostic]) -> String {
    let error = faults
        .iter()
        .find(|fault| fault.severity == Severity::Error);
    let told = error.map(|fault| format!("`{}` is refused: {}", fault.file, fault.message));
    told.unwrap_or_else(|| "the policy has no dialog".into())
}

//! What a policy says besides the disposition, by names that another policy may have too.

use crate::domain::policy::model::Policy;

/// Something about which a policy says of every case whether it is met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aspect {
    /// What it is.
    pub kind: AspectKind,
    /// Its name.
    pub name: String,
}

/// What an aspect is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AspectKind {
    /// The policy under one set of readings: default, strictest or lenient.
    Readings,
    /// What the change of one reading changes.
    Reading,
    /// A criterion.
    Criterion,
    /// A part that criteria share.
    Part,
    /// A path of a rule.
    Path,
    /// When a note is shown.
    Note,
}

impl AspectKind {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Readings => "readings",
            Self::Reading => "reading",
            Self::Criterion => "criterion",
            Self::Part => "part",
            Self::Path => "path",
            Self::Note => "note",
        }
    }
}

pub(super) fn aspect(kind: AspectKind, name: &impl ToString) -> Aspect {
    Aspect {
        kind,
        name: name.to_string(),
    }
}

impl Policy {
    /// Every aspect but the notes, with its roots.
    pub(super) fn aspects(&self) -> Vec<(Aspect, Vec<u32>)> {
        let roots = &self.compiled.roots;
        let mut all = vec![
            (
                aspect(AspectKind::Readings, &"default"),
                vec![roots.default],
            ),
            (
                aspect(AspectKind::Readings, &"strictest"),
                vec![roots.strictest],
            ),
            (
                aspect(AspectKind::Readings, &"lenient"),
                vec![roots.lenient],
            ),
        ];
        for (number, reading) in self.readings.iter().enumerate() {
            let single = [
                &roots.flips,
                &roots.strictest_but_one,
                &roots.lenient_but_one,
            ];
            let own = single.into_iter().flatten().filter(|one| one.0 == number);
            let own: Vec<u32> = own.map(|(_, root)| *root).collect();
            all.push((aspect(AspectKind::Reading, &reading.name), own));
        }
        let named = self.named.iter().zip(&roots.named).zip(&roots.extremes);
        all.extend(named.map(|((named, root), (strict, lenient))| {
            let kind = match &named.criterion {
                Some(_) => AspectKind::Criterion,
                None => AspectKind::Part,
            };
            (aspect(kind, &named.name), vec![*root, *strict, *lenient])
        }));
        all.extend(roots.paths.iter().filter_map(|(rule, path, root)| {
            let rule = self.rules.get(*rule)?;
            let name = format!("{} of {}", rule.paths.get(*path)?.name, rule.name);
            Some((aspect(AspectKind::Path, &name), vec![*root]))
        }));
        all
    }
}

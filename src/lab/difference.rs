//! What a change of a policy and its dialog comes to: what is said of cases, what goes with it, what is asked, or only
//! what is read.

use crate::domain::authored::{Change, Changed, changes};
use crate::domain::day::Day;
use crate::domain::dialog::{Dialog, ORDER};
use crate::domain::policy::{Aspect, Group, Joint, Policy, ValueMap};

/// A policy with its dialog, where it has one.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The dialog.
    pub dialog: Option<&'a Dialog>,
}

/// Everything in which two policies with their dialogs differ.
#[derive(Debug, Clone, Default)]
pub struct Difference {
    /// For each disposition of the old policy what the new one says; those among them that stay.
    pub groups: Vec<Group>,
    /// What comes out otherwise for some case, with the facts of one.
    pub aspects: Vec<(Aspect, ValueMap)>,
    /// The entries of the policies that are not the same.
    pub entries: Vec<Changed>,
    /// The steps of the dialogs that are not the same.
    pub steps: Vec<Changed>,
}

/// What a change touches: the most that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touches {
    /// Nothing at all of what the files say.
    Nothing,
    /// Nothing that is said of any case, nor what is asked: words, citations, order.
    Words,
    /// Which questions are asked, and how.
    Dialog,
    /// What goes with a disposition: needs, documents, notes, readings.
    Results,
    /// The disposition of some case.
    Dispositions,
}

impl Touches {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Words => "words",
            Self::Dialog => "dialog",
            Self::Results => "results",
            Self::Dispositions => "dispositions",
        }
    }
}

impl Difference {
    /// What two policies with their dialogs differ in, of which `joint` is what they say.
    #[must_use]
    pub fn new(joint: &Joint<'_>, old: Side<'_>, new: Side<'_>) -> Self {
        let steps = |side: Side<'_>| {
            let dialog = side.dialog;
            dialog.map(|dialog| dialog.entries(side.policy))
        };
        let steps = match (steps(old), steps(new)) {
            (Some(old), Some(new)) => changes(&old, &new),
            _ => Vec::new(),
        };
        Self {
            groups: joint.groups(),
            aspects: joint.changed(),
            entries: changes(&old.policy.entries(), &new.policy.entries()),
            steps,
        }
    }

    /// The changes of disposition.
    pub fn moves(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.from != group.to)
    }

    /// The entries of the policies with such a change.
    pub fn with(&self, change: Change) -> impl Iterator<Item = &Changed> {
        self.entries.iter().filter(move |one| one.change == change)
    }

    /// The most that it touches.
    #[must_use]
    pub fn touches(&self) -> Touches {
        let counts = |one: &Changed| !matches!(one.change, Change::Words | Change::Form);
        if self.moves().next().is_some() {
            Touches::Dispositions
        } else if !self.aspects.is_empty() || self.entries.iter().any(counts) {
            Touches::Results
        } else if !self.steps.is_empty() {
            Touches::Dialog
        } else if self.entries.is_empty() {
            Touches::Nothing
        } else {
            Touches::Words
        }
    }

    /// The steps that alone can make conversations part, where the policies are the same and the steps in order.
    #[must_use]
    pub fn within(&self) -> Option<Vec<String>> {
        let changed = self.steps.iter();
        let named = changed
            .clone()
            .all(|one| one.change == Change::Meaning && one.name != ORDER);
        let own = self.touches() == Touches::Dialog && self.entries.is_empty() && named;
        own.then(|| changed.map(|one| one.name.clone()).collect())
    }

    /// Whether neither file says anything that the other does not: at most, conditions of which nothing but what comes out
    /// of them is heard are put otherwise. `policies` are those that differ.
    #[must_use]
    pub fn is_none(&self, policies: [&Policy; 2]) -> bool {
        let unheard = |one: &Changed| {
            let heard = policies
                .iter()
                .any(|policy| policy.form_is_heard(&one.name));
            one.change == Change::Form && !heard
        };
        self.touches() <= Touches::Words && self.entries.iter().all(unheard)
    }
}

/// What two policies with their dialogs differ in. Nothing when they are too entangled to be held against one another.
#[must_use]
pub fn difference(old: Side<'_>, new: Side<'_>, today: Day) -> Option<Difference> {
    let joint = Joint::new(old.policy, new.policy, today)?;
    Some(Difference::new(&joint, old, new))
}

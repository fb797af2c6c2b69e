//! What must hold in every conversation, each with the shortest one in which it does not.

mod edit;
mod needed;
mod place;
mod tongue;
mod whole;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::policy::{Residues, Set};
use crate::lab::Lab;
use crate::lab::walk::{Walk, each};

/// Something that must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// Every conversation ends in a disposition.
    Ends,
    /// What is offered is understood as what it says.
    Heard,
    /// The disposition is the evaluator's on the same facts.
    Agrees,
    /// Every step, choice and message is reached.
    Reached,
    /// Every criterion is seen met, not met and open, and every reading decides.
    Seen,
    /// No question is asked whose answer cannot matter.
    Needed,
    /// Going back leads to where one was.
    Back,
    /// A changed answer leads to where it would have led at first.
    Edit,
    /// A session that is taken up again stands where it stood.
    Resume,
}

impl Property {
    /// Every property.
    pub const ALL: [Self; 9] = [
        Self::Ends,
        Self::Heard,
        Self::Agrees,
        Self::Reached,
        Self::Seen,
        Self::Needed,
        Self::Back,
        Self::Edit,
        Self::Resume,
    ];

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ends => "ends",
            Self::Heard => "heard",
            Self::Agrees => "agrees",
            Self::Reached => "reached",
            Self::Seen => "seen",
            Self::Needed => "needed",
            Self::Back => "back",
            Self::Edit => "edit",
            Self::Resume => "resume",
        }
    }
}

/// A property that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which.
    pub property: Property,
    /// What is wrong, in words for the author.
    pub what: String,
    /// The shortest conversation that shows it: what is typed, one text a turn.
    pub said: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// For each thing that is wrong the shortest conversation that shows it, shorter ones first.
    pub broken: Vec<Broken>,
    /// How many answers were changed to see where that leads.
    pub edits: u64,
    /// How many questions can only change what is said to be missing: what is not on record leaves the rest open anyway.
    pub sharpening: usize,
    /// How many questions only complete what a stricter reading needs, and cannot change the disposition.
    pub completing: usize,
    /// The messages that were said.
    pub said: BTreeSet<String>,
}

/// What was found at one place.
#[derive(Debug, Clone, Default)]
struct Found {
    /// What is wrong, with what is typed after the way to the place.
    broken: Vec<(Property, String, Vec<String>)>,
    said: BTreeSet<String>,
    /// For each criterion the outcomes it was seen with: met, not met, open.
    criteria: Vec<(usize, usize)>,
    /// The readings on which the assessment hangs.
    readings: Set,
    /// What is left of the outcomes, and of the disposition, as functions of what may still be said.
    left: Left,
    /// Whether an answer to what is asked here leaves something else open.
    opens: bool,
    edits: u64,
}

/// Fingerprints for each item: of the outcomes and of the dispositions that can still come, as functions of what may
/// still be said.
type Left = Vec<[crate::domain::policy::Fingerprint; 2]>;

impl Verdict {
    /// Whether a property holds.
    #[must_use]
    pub fn holds(&self, property: Property) -> bool {
        self.broken.iter().all(|one| one.property != property)
    }
}

/// How many places are looked at between two reports.
const REPORT: usize = 2_048;

impl Lab<'_> {
    /// Verifies every property at every place. `tell` hears how many places were looked at so far.
    #[must_use]
    pub fn verify(&self, walk: &Walk, tell: &dyn Fn(usize)) -> Verdict {
        let mut verdict = Verdict::default();
        let mut found: Vec<Found> = Vec::with_capacity(walk.places.len());
        while found.len() < walk.places.len() {
            let end = found.len().saturating_add(REPORT).min(walk.places.len());
            let mut more = self.look(walk, found.len()..end);
            let said = more.iter_mut().map(|one| std::mem::take(&mut one.said));
            verdict.said.extend(said.flatten());
            found.append(&mut more);
            tell(found.len());
        }
        for (number, one) in found.iter().enumerate() {
            verdict.take(walk, number, one);
        }
        self.whole(walk, &found, &mut verdict);
        verdict
            .broken
            .sort_by_key(|one| (one.property, one.said.len()));
        verdict
            .broken
            .dedup_by(|a, b| a.property == b.property && a.what == b.what);
        verdict
    }

    fn look(&self, walk: &Walk, places: Range<usize>) -> Vec<Found> {
        each(
            places,
            || Residues::new(&self.chart),
            |residues, number| {
                let mut found = Found::default();
                if let Some(place) = walk.places.get(number) {
                    let standing = self.standing(&place.session);
                    self.at_place(walk, (number, place, &standing), residues, &mut found);
                    self.edits_at((walk, number), &standing, &mut found);
                }
                found
            },
        )
    }
}

impl Verdict {
    fn take(&mut self, walk: &Walk, number: usize, found: &Found) {
        self.edits = self.edits.saturating_add(found.edits);
        for (property, what, more) in &found.broken {
            self.breaks(*property, what.clone(), || {
                let mut said = walk.said(number);
                said.extend(more.iter().cloned());
                said
            });
        }
    }

    /// Notes what is wrong, once; places come in the order of the fewest turns to them.
    fn breaks(&mut self, property: Property, what: String, said: impl FnOnce() -> Vec<String>) {
        let known = |one: &Broken| one.property == property && one.what == what;
        if !self.broken.iter().any(known) {
            self.broken.push(Broken {
                property,
                what,
                said: said(),
            });
        }
    }
}

//! What a policy says as a function of what records can say, "not on record" among it.
//!
//! The diagram of a policy gives an outcome for every completion of the facts. Here every fact has one more value: it is
//! not on record, and so whatever it may be. The outcome is then met, not met, not addressed or open, and a chart holds
//! it for every combination of answers. Clocks are taken by the classes the policy can tell apart.

mod algebra;
mod build;
mod joint;
mod residue;
mod store;

use crate::domain::day::Day;
use crate::domain::policy::clocks::{classes_touched, days_run};
use crate::domain::policy::facts::{Facts, Known};
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::restrict::Outcome;
use crate::domain::policy::set::Set;

pub use joint::{Aspect, AspectKind, Cause, CauseKind, Class, Dimension, Group, Joint, Rest, Says};
pub use residue::{Fingerprint, Function, Residues, fingerprint};
use store::Store;

/// What a policy says for every combination of answers.
#[derive(Debug, Clone)]
pub struct Chart {
    axes: Vec<Axis>,
    store: Store,
    /// The outcome under the default, the strictest and the most lenient readings.
    under: [Function; 3],
    outcomes: Function,
    disposition: Function,
    met: Function,
    paths: Vec<Function>,
    named: Vec<Function>,
    /// The outcome with one reading other than by default: the reading by its number.
    flips: Vec<(usize, Function)>,
}

/// One variable: a fact, or the clocks that constraints tie together.
#[derive(Debug, Clone)]
pub struct Axis {
    /// Its facts, by number.
    pub facts: Vec<usize>,
    /// How many values each fact has; the last of them stands for "not on record".
    sizes: Vec<usize>,
    /// The value of each fact in each combination.
    digits: Vec<Vec<usize>>,
    /// The values of each fact that settle nothing, "not on record" among them.
    unsettled: Vec<Set>,
    /// For each combination of values the classes of the policy's variable that it leaves possible.
    possible: Vec<Set>,
}

/// A function of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The outcomes under the default, the strictest and the most lenient readings at once.
    Outcomes,
    /// The disposition they come to, before any document is asked for; its end is its number among all.
    Disposition,
    /// The outcome under the default readings (0), the strictest (1) or the most lenient (2).
    Under(usize),
    /// Whether the default readings are met.
    Met,
    /// A path of a rule under the default readings, by its place among those of all rules.
    Path(usize),
    /// A criterion or part under the default readings, by its number.
    Named(usize),
    /// The outcome under the default readings but for one, by its number.
    Flip(usize),
}

/// The outcomes under the default, the strictest and the most lenient readings.
pub type Triple = [Outcome; 3];

impl Chart {
    /// The number of nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether the policy says the same of everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.store.len() == 0
    }

    /// Its variables, in the order in which its functions ask them.
    #[must_use]
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// The number of paths, those of all rules together.
    #[must_use]
    pub fn paths(&self) -> usize {
        self.paths.len()
    }
}

impl Policy {
    /// The classes that the facts leave possible, on that day, of the variable that stands for a fact: none when they
    /// contradict one another.
    #[must_use]
    pub fn left_of(&self, facts: &Facts, fact: usize, as_of: Day) -> Set {
        let variable = self.facts.get(fact).map(|fact| usize::from(fact.variable));
        let variable = variable.and_then(|number| self.variables.get(number));
        variable.map_or(Set::default(), |variable| {
            self.possible_of(variable, facts, as_of)
        })
    }

    /// The values of a chart that a known fact may have by itself on that day; none when it is unknown or open.
    #[must_use]
    pub fn values_of(&self, facts: &Facts, fact: usize, as_of: Day) -> Set {
        let (Some(known), Some(own)) = (facts.get(fact), self.facts.get(fact)) else {
            return Set::default();
        };
        let thresholds = self.parted_at(own);
        match known {
            Known::Class(class) => Set::of(class).less(own.kind.unsettled()),
            Known::Number(low, high) => classes_touched(&thresholds, low, high),
            Known::Date(_) | Known::Period(..) => {
                let period = matches!(own.kind, Kind::Period { .. });
                let (low, high) = days_run(known, period, as_of);
                classes_touched(&thresholds, low, high)
            }
        }
    }

    /// Where a chart parts the values of a fact: clocks that are tied to one another are parted alike, so that what one
    /// says of another follows from their values.
    fn parted_at(&self, fact: &Fact) -> Vec<i64> {
        let variable = self.variables.get(usize::from(fact.variable));
        let tied = variable.map_or(&[][..], |variable| variable.facts.as_slice());
        let tied = tied.iter().filter_map(|number| self.facts.get(*number));
        let mut all: Vec<i64> = tied
            .flat_map(|fact| fact.kind.thresholds())
            .copied()
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The facts without some of them.
    #[must_use]
    pub fn without(&self, facts: &Facts, hidden: Set) -> Facts {
        facts.without(hidden)
    }
}

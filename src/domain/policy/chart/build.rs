//! A policy's diagram, with "not on record" as one more value of every fact.

use std::collections::HashMap;

use super::algebra::{Algebra, OUTCOMES};
use super::residue::triple;
use super::store::NONE;
use super::{Axis, Chart};
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::clocks::Variable;
use crate::domain::policy::diagram::{Diagram, MET};
use crate::domain::policy::evaluate::undocumented;
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::set::Set;

struct Charter<'p> {
    diagram: &'p Diagram,
    axes: Vec<Axis>,
    algebra: Algebra,
    extended: HashMap<u32, u32>,
}

impl Policy {
    /// What this policy says for every combination of answers.
    #[must_use]
    pub fn chart(&self) -> Chart {
        let axes: Vec<Axis> = self.variables.iter().map(|one| self.axis(one)).collect();
        let mut charter = Charter {
            diagram: &self.compiled.diagram,
            algebra: Algebra::new(axes.iter().map(Axis::len).collect()),
            axes,
            extended: HashMap::new(),
        };
        let roots = &self.compiled.roots;
        let under = [roots.default, roots.strictest, roots.lenient];
        let under = under.map(|root| charter.extend(root));
        let [default, ..] = under;
        let paths = roots.paths.iter().map(|(_, _, root)| charter.extend(*root));
        let paths = paths.collect();
        let named = roots.named.iter().map(|root| charter.extend(*root));
        let named = named.collect();
        let flips = roots.flips.iter();
        let flips = flips.map(|(reading, root)| (*reading, charter.extend(*root)));
        let flips = flips.collect();
        let outcomes = charter.algebra.join(OUTCOMES, &under);
        let met = charter
            .algebra
            .ends(default, &mut HashMap::new(), &|end| u32::from(end == MET));
        let disposition = charter.algebra.ends(outcomes, &mut HashMap::new(), &|end| {
            let disposition = undocumented(triple(end));
            let mut all = Disposition::ALL.iter().zip(0..);
            all.find(|(one, _)| **one == disposition)
                .map_or(NONE, |(_, number)| number)
        });
        Chart {
            axes: charter.axes,
            store: charter.algebra.store,
            under,
            outcomes,
            disposition,
            met,
            paths,
            named,
            flips,
        }
    }

    fn axis(&self, variable: &Variable) -> Axis {
        let facts: Vec<&Fact> = variable
            .facts
            .iter()
            .filter_map(|fact| self.facts.get(*fact))
            .collect();
        let unsettled = facts.iter().map(|fact| match fact.kind.is_clock() {
            true => Set::of(self.parted_at(fact).len().saturating_add(1)),
            false => fact.kind.unsettled(),
        });
        let unsettled: Vec<Set> = unsettled.collect();
        let last = |set: &Set| set.iter().last().unwrap_or(0).saturating_add(1);
        let sizes: Vec<usize> = unsettled.iter().map(last).collect();
        let mut axis = Axis {
            facts: variable.facts.clone(),
            digits: combinations(&sizes),
            possible: Vec::new(),
            sizes,
            unsettled,
        };
        let settled = axis.digits.iter().filter(|digits| axis.settles(digits));
        let settled = settled.filter(|digits| can_be(variable, digits));
        let settled: Vec<(&Vec<usize>, usize)> = settled
            .map(|digits| (digits, self.class_at(&facts, digits)))
            .collect();
        let possible = axis.digits.iter().map(|digits| {
            let fits = |own: &Vec<usize>| {
                let mut facts = own.iter().zip(digits).zip(&axis.unsettled);
                facts.all(|((own, digit), unsettled)| own == digit || unsettled.has(*digit))
            };
            let fitting = settled.iter().filter(|(own, _)| fits(own));
            fitting.map(|(_, class)| *class).collect()
        });
        axis.possible = possible.collect();
        axis
    }

    /// The class of the policy's variable in which such values of its facts lie.
    fn class_at(&self, facts: &[&Fact], digits: &[usize]) -> usize {
        let own = facts.iter().zip(digits).map(|(fact, digit)| {
            let stride = usize::try_from(fact.stride).unwrap_or(1);
            let digit = match fact.kind.is_clock() {
                true => self.digit_at(fact, *digit),
                false => *digit,
            };
            digit.saturating_mul(stride)
        });
        own.sum()
    }

    /// The class of a clock for which its value in a chart stands.
    fn digit_at(&self, fact: &Fact, value: usize) -> usize {
        let parted = self.parted_at(fact);
        let least = value.checked_sub(1).and_then(|below| parted.get(below));
        let least = least.copied().unwrap_or(i64::MIN);
        fact.kind
            .thresholds()
            .partition_point(|days| *days <= least)
    }
}

/// Whether clocks with such values can be tied as they are: what began no earlier has run no longer.
fn can_be(variable: &Variable, digits: &[usize]) -> bool {
    let value = |fact: usize| {
        let place = variable.facts.iter().position(|own| *own == fact);
        place.and_then(|place| digits.get(place))
    };
    variable
        .ties
        .iter()
        .all(|(later, earlier)| value(*later) <= value(*earlier))
}

impl Axis {
    /// Whether every fact has a value that settles it.
    fn settles(&self, digits: &[usize]) -> bool {
        let mut facts = digits.iter().zip(&self.unsettled);
        facts.all(|(digit, unsettled)| !unsettled.has(*digit))
    }
}

/// Every combination of so many values each, the first changing fastest.
fn combinations(sizes: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for size in sizes.iter().rev() {
        let longer = all.iter().flat_map(|rest: &Vec<usize>| {
            (0..*size).map(move |digit| [&[digit], rest.as_slice()].concat())
        });
        all = longer.collect();
    }
    all
}

impl Kind {
    /// The values of a chart that settle nothing: those that are open, and the one for "not on record".
    pub(super) fn unsettled(&self) -> Set {
        let open = match self {
            Self::Choice { open, .. } => *open,
            _ => Set::default(),
        };
        open.or(Set::of(self.classes()))
    }
}

impl Charter<'_> {
    fn extend(&mut self, root: u32) -> u32 {
        let Some(node) = self.diagram.node(root) else {
            return root;
        };
        if let Some(known) = self.extended.get(&root) {
            return *known;
        }
        let possible = self
            .axes
            .get(usize::from(node.variable))
            .map(|axis| axis.possible.clone())
            .unwrap_or_default();
        let children = possible
            .iter()
            .map(|classes| {
                classes.iter().fold(NONE, |sum, class| {
                    let class = u32::try_from(class).unwrap_or(0);
                    let below = self.extend(self.diagram.child(node, class));
                    self.algebra.combine(sum, below)
                })
            })
            .collect();
        let result = self.algebra.store.make(node.variable, children);
        self.extended.insert(root, result);
        result
    }
}

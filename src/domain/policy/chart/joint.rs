//! Two policies over one space of answers: every fact of either, parted by the thresholds of both, each perhaps not on
//! record. What one says is then held against what the other says for every class of cases at once.

mod aspect;
mod blame;
mod count;
mod lift;
mod note;
mod rest;
mod space;

use std::collections::BTreeMap;

use super::algebra::{Algebra, OUTCOMES};
use super::residue::{Function, triple};
use crate::domain::day::Day;
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::evaluate::undocumented;
use crate::domain::policy::facts::ValueMap;
use crate::domain::policy::model::Policy;
use crate::domain::policy::value::Value;

pub use aspect::{Aspect, AspectKind};
pub use blame::{Cause, CauseKind};
pub use rest::Rest;
pub use space::{Class, Dimension};

use lift::Lift;
use note::Subject;

/// What a policy says of a case with every document in hand; nothing where it has no words for the case.
pub type Says = Option<Disposition>;

/// The end of a function where a policy has no words for a case.
const UNSAYABLE: u32 = 7;
/// How many ends one policy's disposition can have.
const SAYS: u32 = 8;
/// The ends of an outcome where answers contradict one another, and where the policy has no words for them.
const NO_OUTCOME: [u32; 2] = [4, 5];
/// The most nodes that two policies may take together.
const MOST: usize = 2_000_000;

/// Two policies, the old one first, over one space of answers.
#[derive(Debug, Clone)]
pub struct Joint<'p> {
    policies: [&'p Policy; 2],
    today: Day,
    dimensions: Vec<Dimension>,
    algebra: Algebra,
    /// The dispositions of both at once.
    pair: Function,
    /// What both have besides and say differently: what both say at once.
    changed: Vec<(Aspect, Function)>,
}

/// The cases that go from one disposition to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What the old policy says.
    pub from: Says,
    /// What the new policy says.
    pub to: Says,
    /// How many classes of cases.
    pub cases: u128,
    /// The facts of one with as few of them on record as can be.
    pub example: ValueMap,
}

impl<'p> Joint<'p> {
    /// Both policies on a day, which decides nothing but the days of examples. Nothing when they are too entangled to be
    /// held against one another.
    #[must_use]
    pub fn new(old: &'p Policy, new: &'p Policy, today: Day) -> Option<Self> {
        let policies = [old, new];
        let dimensions = space::dimensions(policies, today);
        let sizes = dimensions.iter().map(|one| one.classes.len()).collect();
        let mut joint = Self {
            policies,
            today,
            dimensions,
            algebra: Algebra::new(sizes),
            pair: 0,
            changed: Vec::new(),
        };
        joint.work_out();
        (joint.algebra.store.len() <= MOST).then_some(joint)
    }

    fn work_out(&mut self) {
        let [old, new] = self.policies;
        let [old, new] =
            [(0, old), (1, new)].map(|(side, policy)| {
                let subject = self.subject(policy);
                let mut lift = Lift::new(self, (side, policy));
                let says = lift.disposition();
                let aspects = policy.aspects().into_iter().map(|(aspect, roots)| {
                    let functions = roots.iter().map(|root| lift.outcome(*root));
                    (aspect, functions.collect::<Vec<Function>>())
                });
                let mut aspects: BTreeMap<Aspect, Vec<Function>> = aspects.collect();
                if let Some(subject) = &subject {
                    let notes = lift.notes(says, subject).into_iter();
                    aspects.extend(notes.map(|(name, both)| {
                        (aspect::aspect(AspectKind::Note, &name), both.to_vec())
                    }));
                }
                (says, aspects)
            });
        self.pair = self.algebra.join(SAYS, &[old.0, new.0]);
        let (old, new) = (old.1, new.1);
        let algebra = &mut self.algebra;
        let changed = old.into_iter().filter_map(|(aspect, own)| {
            let mut pairs = own.iter().zip(new.get(&aspect)?);
            let (old, new) = pairs.find(|(old, new)| old != new)?;
            Some((aspect, algebra.join(SAYS, &[*old, *new])))
        });
        self.changed = changed.collect();
    }

    /// The procedure of one of the policies.
    fn subject(&self, policy: &Policy) -> Option<Subject> {
        let fact = policy.subject_fact()?;
        let mut all = self.dimensions.iter().zip(0..);
        let (own, dimension) = all.find(|(one, _)| one.facts.contains(&fact.name))?;
        let number = |class: &Class| match class.values.get(&fact.name) {
            Some(Value::Choice(value)) => policy.procedures().iter().position(|one| one == value),
            _ => None,
        };
        Some(Subject {
            dimension,
            procedures: own.classes.iter().map(number).collect(),
        })
    }

    /// The facts of both, in one order.
    #[must_use]
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// What both have and say differently of some case, each with the facts of one.
    #[must_use]
    pub fn changed(&self) -> Vec<(Aspect, ValueMap)> {
        let all = self.changed.iter();
        all.map(|(aspect, both)| (aspect.clone(), self.example_of(*both)))
            .collect()
    }

    /// Whether every case gets the same disposition and the same outcome everywhere.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.groups().iter().all(|group| group.from == group.to)
    }
}

/// The end that stands for what two policies say.
fn end_of(from: Says, to: Says) -> u32 {
    number(from).saturating_add(number(to).saturating_mul(SAYS))
}

fn number(says: Says) -> u32 {
    let mut all = Disposition::ALL.iter().zip(0..);
    let own = says.and_then(|says| all.find(|(one, _)| **one == says));
    own.map_or(UNSAYABLE, |(_, number)| number)
}

fn said(number: u32) -> Says {
    Disposition::ALL.get(number as usize).copied()
}

/// What the outcomes under the default, the strictest and the most lenient readings come to.
fn comes_to(end: u32) -> u32 {
    number(Some(undocumented(triple(end))))
}

//! The diagram of one policy, over the space of both.

use std::collections::HashMap;

use super::super::store::NONE;
use super::{Function, Joint, NO_OUTCOME, OUTCOMES, UNSAYABLE, comes_to, number};
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::chart::algebra::Algebra;
use crate::domain::policy::model::Policy;
use crate::domain::policy::set::Set;

/// For each class of a dimension what is left of one variable; nothing when the policy has no words for it.
type Possible = Vec<Option<Set>>;

/// A dimension, and which of its classes are of a kind.
type Mask = (u16, Vec<bool>);

pub(super) struct Lift<'j, 'p> {
    pub(super) policy: &'p Policy,
    pub(super) algebra: &'j mut Algebra,
    /// For each variable its dimension.
    places: Vec<Option<(u16, Possible)>>,
    inconsistent: Vec<Mask>,
    unsayable: Vec<Mask>,
    lifted: HashMap<u32, Function>,
    masked: HashMap<Function, Function>,
}

impl<'j, 'p> Lift<'j, 'p> {
    /// One of the two policies of `joint`, into its functions.
    pub(super) fn new(joint: &'j mut Joint<'p>, (side, policy): (usize, &'p Policy)) -> Self {
        let mut places: Vec<Option<(u16, Possible)>> = vec![None; policy.variables.len()];
        let (mut inconsistent, mut unsayable) = (Vec::new(), Vec::new());
        for (dimension, number) in joint.dimensions.iter().zip(0_u16..) {
            let left = dimension.classes.iter().map(|class| class.left.get(side));
            let left: Vec<_> = left.map(|left| left.and_then(Option::as_ref)).collect();
            let variables = left.iter().flatten().flat_map(|left| left.iter());
            for (variable, _) in variables {
                let possible = left.iter().map(|left| {
                    let own = left.and_then(|left| left.iter().find(|one| one.0 == *variable));
                    own.map(|(_, set)| *set)
                });
                if let Some(place @ None) = places.get_mut(usize::from(*variable)) {
                    *place = Some((number, possible.collect()));
                }
            }
            let empty = |left: &Vec<(u16, Set)>| left.iter().any(|(_, set)| set.is_empty());
            let contradicts: Vec<bool> = left.iter().map(|left| left.is_some_and(empty)).collect();
            let speechless: Vec<bool> = left.iter().map(Option::is_none).collect();
            inconsistent.extend(contradicts.contains(&true).then_some((number, contradicts)));
            unsayable.extend(speechless.contains(&true).then_some((number, speechless)));
        }
        Self {
            policy,
            algebra: &mut joint.algebra,
            places,
            inconsistent,
            unsayable,
            lifted: HashMap::new(),
            masked: HashMap::new(),
        }
    }

    /// The disposition it comes to; its end is the number among all.
    pub(super) fn disposition(&mut self) -> Function {
        let roots = &self.policy.compiled.roots;
        let roots = [roots.default, roots.strictest, roots.lenient];
        let under = roots.map(|root| self.lift(root));
        let outcomes = self.algebra.join(OUTCOMES, &under);
        let says = self.algebra.ends(outcomes, &mut HashMap::new(), &comes_to);
        self.mask(says, [number(Some(Disposition::Inconsistent)), UNSAYABLE])
    }

    /// The outcome at a root.
    pub(super) fn outcome(&mut self, root: u32) -> Function {
        let lifted = self.lift(root);
        if let Some(known) = self.masked.get(&lifted) {
            return *known;
        }
        let masked = self.mask(lifted, NO_OUTCOME);
        self.masked.insert(lifted, masked);
        masked
    }

    /// The same where the policy has words for the answers and they do not contradict one another.
    pub(super) fn mask(
        &mut self,
        function: Function,
        [inconsistent, unsayable]: [u32; 2],
    ) -> Function {
        let mut masked = function;
        for (masks, end) in [
            (&self.inconsistent, inconsistent),
            (&self.unsayable, unsayable),
        ] {
            for (dimension, mask) in masks {
                let of = mask.iter().map(|out| if *out { end } else { masked });
                let of: Vec<Function> = of.collect();
                masked = self.algebra.choose(*dimension, &of);
            }
        }
        masked
    }

    fn lift(&mut self, root: u32) -> Function {
        let policy = self.policy;
        let Some(node) = policy.compiled.diagram.node(root) else {
            return root;
        };
        if let Some(known) = self.lifted.get(&root) {
            return *known;
        }
        let place = self.places.get(usize::from(node.variable)).cloned();
        let (dimension, possible) = place.flatten().unwrap_or_default();
        let of = possible.iter().map(|left| {
            let classes = left.unwrap_or_default();
            classes.iter().fold(NONE, |sum, class| {
                let class = u32::try_from(class).unwrap_or(0);
                let below = self.lift(policy.compiled.diagram.child(node, class));
                self.algebra.combine(sum, below)
            })
        });
        let of: Vec<Function> = of.collect();
        let result = self.algebra.choose(dimension, &of);
        self.lifted.insert(root, result);
        result
    }
}

//! What can still become of a case while its facts are told one by one.

use std::collections::HashMap;

use super::super::residue::hashed;
use super::{Algebra, Function, Joint, Says, end_of};
use crate::domain::name::FactName;
use crate::domain::policy::facts::ValueMap;

/// What can still be said of a case by both policies. Functions are those of one `Rest`.
#[derive(Debug, Clone)]
pub struct Rest<'j> {
    joint: &'j Joint<'j>,
    algebra: Algebra,
    ends: HashMap<Function, u64>,
}

impl<'j> Rest<'j> {
    /// Nothing told yet.
    #[must_use]
    pub fn new(joint: &'j Joint<'j>) -> Self {
        Self {
            joint,
            algebra: joint.algebra.clone(),
            ends: HashMap::new(),
        }
    }

    /// What both policies say once these facts are told and `asked` says which others are not on record. Clocks that are
    /// tied to one that was not asked yet are left open.
    pub fn after(&mut self, values: &ValueMap, asked: impl Fn(&FactName) -> bool) -> Function {
        let mut function = self.joint.pair;
        for (dimension, number) in self.joint.dimensions.iter().zip(0_u16..) {
            let told = |fact: &FactName| values.contains_key(fact) || asked(fact);
            if !dimension.facts.iter().all(told) {
                continue;
            }
            let own = values
                .iter()
                .filter(|(fact, _)| dimension.facts.contains(fact));
            let own: ValueMap = own
                .map(|(fact, value)| (fact.clone(), value.clone()))
                .collect();
            if let Some(class) = self.joint.class_of(usize::from(number), own) {
                let left = [class];
                let key = (left.as_slice(), hashed(3, &left));
                function = self.algebra.keep(function, number, key);
            }
        }
        function
    }

    /// Whether cases can still go from one disposition to the other.
    pub fn can_be(&mut self, function: Function, from: Says, to: Says) -> bool {
        self.ends(function) >> end_of(from, to) & 1 == 1
    }

    fn ends(&mut self, function: Function) -> u64 {
        let Some((_, children)) = self.algebra.store.node(function).cloned() else {
            return 1_u64.checked_shl(function).unwrap_or(0);
        };
        if let Some(known) = self.ends.get(&function) {
            return *known;
        }
        let ends = children
            .iter()
            .fold(0, |sum, child| sum | self.ends(*child));
        self.ends.insert(function, ends);
        ends
    }
}

impl Joint<'_> {
    /// The class of a dimension in which values lie; nothing when they lie in several.
    fn class_of(&self, dimension: usize, values: ValueMap) -> Option<usize> {
        let own = self.dimensions.get(dimension)?;
        let class = own.class(self.policies, values, self.today);
        own.classes.iter().position(|other| other.is_like(&class))
    }
}

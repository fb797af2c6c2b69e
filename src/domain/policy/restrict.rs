//! A diagram restricted to what is possible: what is left of it says the outcome and the facts it depends on.

use std::cell::OnceCell;

use crate::domain::day::Day;
use crate::domain::policy::diagram::{self, OUTCOMES};
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::Policy;
use crate::domain::policy::set::Set;

/// The outcome of a policy, or of a criterion, for what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Every consistent completion of the unknown facts meets it.
    Met,
    /// None does.
    NotMet,
    /// The text does not name what is requested.
    NotAddressed,
    /// It depends on facts that are open.
    Open,
}

/// How many chains of rests there are: enough that few share one.
const HEADS: usize = 64;

/// What is left of a node: its variable and its children for each class that is possible.
#[derive(Debug)]
struct Rest {
    variable: u16,
    /// Another with the same last bits of the sum of its children, plus one; zero for none.
    next: u32,
    children: std::ops::Range<usize>,
}

/// The diagram of a policy, restricted to the facts of one item on one day.
pub(super) struct Restricted<'a> {
    policy: &'a Policy,
    facts: &'a Facts,
    as_of: Day,
    possible: Vec<Set>,
    /// For each node what is left of it, plus one; zero while not looked at. Made when a node with several possible
    /// classes is met: none is when everything is known.
    memo: Vec<u32>,
    rests: Vec<Rest>,
    children: Vec<u32>,
    /// For the last bits of a sum of children the latest rest that has them, plus one; zero for none.
    heads: [u32; HEADS],
    /// What is left of the children of the nodes that are being looked at.
    pending: Vec<u32>,
    contradictory: OnceCell<bool>,
}

impl<'a> Restricted<'a> {
    pub(super) fn new(policy: &'a Policy, facts: &'a Facts, as_of: Day) -> Self {
        let mut possible = Vec::with_capacity(policy.variables.len());
        policy.possible(facts, as_of, &mut possible);
        Self {
            policy,
            facts,
            as_of,
            possible,
            memo: Vec::new(),
            rests: Vec::new(),
            children: Vec::new(),
            heads: [0; HEADS],
            pending: Vec::new(),
            contradictory: OnceCell::new(),
        }
    }

    /// Whether no completion of the facts is consistent.
    pub(super) fn contradictory(&self) -> bool {
        *self
            .contradictory
            .get_or_init(|| self.possible.iter().any(|classes| classes.is_empty()))
    }

    /// The classes of a variable that are possible.
    pub(super) fn possible(&self, variable: usize) -> Set {
        self.possible.get(variable).copied().unwrap_or_default()
    }

    /// The variables without a possible class.
    pub(super) fn contradictions(&self) -> impl Iterator<Item = usize> {
        let empty = self
            .possible
            .iter()
            .enumerate()
            .filter(|(_, classes)| classes.is_empty());
        empty.map(|(variable, _)| variable)
    }

    /// The outcome at a root.
    pub(super) fn outcome(&mut self, root: u32) -> Outcome {
        match self.reduce(root) {
            diagram::NOT_MET => Outcome::NotMet,
            diagram::MET => Outcome::Met,
            diagram::NOT_ADDRESSED => Outcome::NotAddressed,
            _ => Outcome::Open,
        }
    }

    /// The open facts on which the outcome at a root depends: two consistent completions differ in that fact only, and
    /// in the outcome. What is left of a node comes after what is left of its children, so one pass from the root down
    /// meets every node after all that lead to it.
    pub(super) fn needs(&mut self, root: u32) -> Set {
        let mut needs = Set::default();
        let Some(root) = self.reduce(root).checked_sub(OUTCOMES) else {
            return needs;
        };
        let mut reached = vec![false; (root as usize).saturating_add(1)];
        reached.iter_mut().rev().take(1).for_each(|own| *own = true);
        for index in (0..reached.len()).rev() {
            if reached.get(index) != Some(&true) {
                continue;
            }
            needs = needs.or(self.needs_at(index, needs));
            for child in self.children_of(index) {
                let below = child.checked_sub(OUTCOMES).map(|below| below as usize);
                if let Some(below) = below.and_then(|below| reached.get_mut(below)) {
                    *below = true;
                }
            }
        }
        needs
    }

    fn children_of(&self, index: usize) -> &[u32] {
        let range = self
            .rests
            .get(index)
            .map(|rest| rest.children.clone())
            .unwrap_or_default();
        self.children.get(range).unwrap_or_default()
    }

    fn needs_at(&self, index: usize, found: Set) -> Set {
        let variable = self
            .rests
            .get(index)
            .map_or(usize::MAX, |rest| usize::from(rest.variable));
        match self
            .policy
            .variables
            .get(variable)
            .map(|variable| variable.facts.as_slice())
        {
            Some([only]) => Set::of(*only),
            Some(tied) => tied
                .iter()
                .copied()
                .filter(|fact| found.has(*fact) || self.differs(index, variable, *fact))
                .collect(),
            None => Set::default(),
        }
    }

    /// Whether two possible classes that differ in one tied clock alone lead to different ends.
    fn differs(&self, index: usize, variable: usize, fact: usize) -> bool {
        let Some(tied) = self.policy.variables.get(variable) else {
            return false;
        };
        let possible = self.possible.get(variable).copied().unwrap_or_default();
        let ends: Vec<(usize, u32)> = possible
            .iter()
            .zip(self.children_of(index).iter().copied())
            .collect();
        ends.iter().enumerate().any(|(at, (class, end))| {
            ends.iter()
                .skip(at.saturating_add(1))
                .any(|(other, other_end)| {
                    end != other_end
                        && self.apart_only_in(tied, fact, (*class, *other))
                        && self.policy.can_differ(
                            tied,
                            (self.facts, self.as_of),
                            (*class, self.policy.digit(fact, *other)),
                            fact,
                        )
                })
        })
    }

    fn apart_only_in(
        &self,
        tied: &super::clocks::Variable,
        fact: usize,
        (a, b): (usize, usize),
    ) -> bool {
        tied.facts.iter().all(|other| {
            (self.policy.digit(*other, a) == self.policy.digit(*other, b)) == (*other != fact)
        })
    }

    /// What is left of a node. Nodes with a single possible class are passed through.
    fn reduce(&mut self, mut id: u32) -> u32 {
        let policy = self.policy;
        loop {
            let Some(node) = policy.compiled.diagram.node(id) else {
                return id;
            };
            let possible = self.possible.get(usize::from(node.variable));
            let possible = possible.copied().unwrap_or_default();
            let Some(class) = possible.only() else {
                return self.reduce_once(id, node, possible);
            };
            let class = u32::try_from(class).unwrap_or(0);
            id = policy.compiled.diagram.child(node, class);
        }
    }

    fn reduce_once(&mut self, id: u32, node: diagram::Node, possible: Set) -> u32 {
        let place = id.saturating_sub(OUTCOMES) as usize;
        if self.memo.is_empty() {
            self.memo = vec![0; self.policy.compiled.diagram.len()];
            self.rests.reserve(HEADS);
            self.children.reserve(4 * HEADS);
        }
        if let Some(known) = self.memo.get(place).and_then(|memo| memo.checked_sub(1)) {
            return known;
        }
        let result = self.reduce_open(node, possible);
        if let Some(memo) = self.memo.get_mut(place) {
            *memo = result.saturating_add(1);
        }
        result
    }

    fn reduce_open(&mut self, node: diagram::Node, possible: Set) -> u32 {
        let start = self.pending.len();
        for class in possible.iter() {
            let class = u32::try_from(class).unwrap_or(0);
            let end = self.reduce(self.policy.compiled.diagram.child(node, class));
            self.pending.push(end);
        }
        let result = match self.pending.get(start..) {
            None | Some([]) => diagram::NOT_MET,
            Some([first, rest @ ..]) if rest.iter().all(|end| end == first) => *first,
            Some(_) => self.share(node.variable, start),
        };
        self.pending.truncate(start);
        result
    }

    /// The one rest of that variable whose children are those pending from `start` on.
    fn share(&mut self, variable: u16, start: usize) -> u32 {
        let ends = self.pending.get(start..).unwrap_or_default();
        let sum = ends.iter().fold(u32::from(variable), |sum, end| {
            sum.wrapping_mul(31).wrapping_add(*end)
        });
        let head = usize::try_from(sum).unwrap_or(0) % HEADS;
        let first = self.heads.get(head).copied().unwrap_or(0);
        let mut index = first;
        while let Some(rest) = index
            .checked_sub(1)
            .and_then(|at| self.rests.get(at as usize))
        {
            if rest.variable == variable && self.children.get(rest.children.clone()) == Some(ends) {
                return index.saturating_sub(1).saturating_add(OUTCOMES);
            }
            index = rest.next;
        }
        let from = self.children.len();
        self.children.extend_from_slice(ends);
        self.rests.push(Rest {
            variable,
            next: first,
            children: from..self.children.len(),
        });
        let number = u32::try_from(self.rests.len()).unwrap_or(u32::MAX);
        if let Some(head) = self.heads.get_mut(head) {
            *head = number;
        }
        number.saturating_sub(1).saturating_add(OUTCOMES)
    }
}

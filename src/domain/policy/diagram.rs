//! A decision diagram: a function from facts to outcomes, in the one reduced form that equal functions share.
//!
//! A node asks one variable and has a child for each of its classes; variables come in one fixed order from the root.
//! Because equal functions are one node, the facts an outcome depends on are exactly those that still have a node
//! once the diagram is restricted to what is known.

use std::collections::HashMap;

/// The outcome "not met".
pub(super) const NOT_MET: u32 = 0;
/// The outcome "met".
pub(super) const MET: u32 = 1;
/// The outcome "the text does not name what is requested".
pub(super) const NOT_ADDRESSED: u32 = 2;
/// The number of outcomes; nodes are numbered from here.
pub(super) const OUTCOMES: u32 = 3;

/// A finished diagram: children before parents.
#[derive(Debug, Clone, Default)]
pub(super) struct Diagram {
    nodes: Vec<Node>,
    children: Vec<u32>,
}

/// One node: the variable it asks and where its children begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// The variable, by its place in the order.
    pub(super) variable: u16,
    first_child: u32,
    count: u32,
}

impl Diagram {
    /// The number of nodes that ask something.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of that number; nothing for an outcome.
    pub(super) fn node(&self, id: u32) -> Option<Node> {
        let index = id.checked_sub(OUTCOMES)?;
        self.nodes.get(index as usize).copied()
    }

    /// The child of a node for one class of its variable.
    pub(super) fn child(&self, node: Node, class: u32) -> u32 {
        debug_assert!(
            class < node.count,
            "a class that the variable does not have"
        );
        let at = node.first_child.saturating_add(class) as usize;
        self.children.get(at).copied().unwrap_or(NOT_MET)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Op {
    And,
    Or,
    Not,
}

/// Builds a diagram bottom-up.
#[derive(Debug, Default)]
pub(super) struct Builder {
    sizes: Vec<u32>,
    nodes: Vec<(u16, Box<[u32]>)>,
    unique: HashMap<(u16, Box<[u32]>), u32>,
    memo: HashMap<(Op, u32, u32), u32>,
}

impl Builder {
    /// A builder over variables with so many classes each, in this order.
    pub(super) fn new(sizes: Vec<u32>) -> Self {
        Self {
            sizes,
            ..Self::default()
        }
    }

    /// The number of nodes made so far.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The function that asks `variable` and goes on as the child of its class says.
    pub(super) fn make(&mut self, variable: u16, children: Box<[u32]>) -> u32 {
        if let Some(first) = children.first()
            && children.iter().all(|child| child == first)
        {
            return *first;
        }
        let key = (variable, children);
        if let Some(id) = self.unique.get(&key) {
            return *id;
        }
        let id = OUTCOMES.saturating_add(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(key.clone());
        self.unique.insert(key, id);
        id
    }

    /// Met exactly where `variable` is in one of the classes of the mask.
    pub(super) fn test(&mut self, variable: u16, classes: u64) -> u32 {
        let size = self.sizes.get(usize::from(variable)).copied().unwrap_or(0);
        let children = (0..size)
            .map(|class| u32::from(classes >> class & 1 == 1))
            .collect();
        self.make(variable, children)
    }

    /// Met where both are.
    pub(super) fn and(&mut self, a: u32, b: u32) -> u32 {
        match (a, b) {
            (NOT_MET, _) | (_, NOT_MET) => NOT_MET,
            (MET, other) | (other, MET) => other,
            _ if a == b => a,
            _ => self.apply(Op::And, a.min(b), a.max(b)),
        }
    }

    /// Met where either is.
    pub(super) fn or(&mut self, a: u32, b: u32) -> u32 {
        match (a, b) {
            (MET, _) | (_, MET) => MET,
            (NOT_MET, other) | (other, NOT_MET) => other,
            _ if a == b => a,
            _ => self.apply(Op::Or, a.min(b), a.max(b)),
        }
    }

    /// Met where it is not.
    pub(super) fn not(&mut self, a: u32) -> u32 {
        match a {
            NOT_MET => MET,
            MET => NOT_MET,
            _ => self.apply(Op::Not, a, a),
        }
    }

    /// As `then` where the condition is met, as `other` elsewhere.
    pub(super) fn choose(&mut self, condition: u32, then: u32, other: u32) -> u32 {
        let negated = self.not(condition);
        let yes = self.and(condition, then);
        let no = self.and(negated, other);
        self.or(yes, no)
    }

    /// The function left when `variable`, the first in the order, is in that class.
    pub(super) fn fix_first(&self, function: u32, class: u32) -> u32 {
        match self.node(function) {
            Some((0, children)) => children.get(class as usize).copied().unwrap_or(NOT_MET),
            _ => function,
        }
    }

    fn node(&self, id: u32) -> Option<(u16, &[u32])> {
        let (variable, children) = self.nodes.get(id.checked_sub(OUTCOMES)? as usize)?;
        Some((*variable, children))
    }

    fn apply(&mut self, op: Op, a: u32, b: u32) -> u32 {
        if let Some(known) = self.memo.get(&(op, a, b)) {
            return *known;
        }
        let variable = self.top(a).min(self.top(b));
        let size = self.sizes.get(usize::from(variable)).copied().unwrap_or(0);
        let children = (0..size)
            .map(|class| {
                let (x, y) = (
                    self.below(a, variable, class),
                    self.below(b, variable, class),
                );
                match op {
                    Op::And => self.and(x, y),
                    Op::Or => self.or(x, y),
                    Op::Not => self.not(x),
                }
            })
            .collect();
        let result = self.make(variable, children);
        self.memo.insert((op, a, b), result);
        result
    }

    fn top(&self, id: u32) -> u16 {
        self.node(id).map_or(u16::MAX, |(variable, _)| variable)
    }

    fn below(&self, id: u32, variable: u16, class: u32) -> u32 {
        match self.node(id) {
            Some((own, children)) if own == variable => {
                children.get(class as usize).copied().unwrap_or(NOT_MET)
            }
            _ => id,
        }
    }

    /// Keeps what the roots reach, and renumbers the roots accordingly.
    pub(super) fn finish(self, roots: &mut [&mut u32]) -> Diagram {
        let mut keep = vec![false; self.nodes.len()];
        let mut stack: Vec<u32> = roots.iter().map(|root| **root).collect();
        while let Some(id) = stack.pop() {
            let Some(index) = id.checked_sub(OUTCOMES) else {
                continue;
            };
            let Some(kept) = keep.get_mut(index as usize) else {
                continue;
            };
            if !std::mem::replace(kept, true) {
                stack.extend(
                    self.node(id)
                        .into_iter()
                        .flat_map(|(_, children)| children.iter().copied()),
                );
            }
        }
        self.compact(&keep, roots)
    }

    fn compact(&self, keep: &[bool], roots: &mut [&mut u32]) -> Diagram {
        let mut diagram = Diagram::default();
        let mut renumbered: HashMap<u32, u32> =
            (0..OUTCOMES).map(|outcome| (outcome, outcome)).collect();
        let new_id = |map: &HashMap<u32, u32>, id: u32| map.get(&id).copied().unwrap_or(NOT_MET);
        for ((id, (variable, children)), _) in (OUTCOMES..)
            .zip(&self.nodes)
            .zip(keep)
            .filter(|(_, kept)| **kept)
        {
            let first_child = u32::try_from(diagram.children.len()).unwrap_or(u32::MAX);
            let count = u32::try_from(children.len()).unwrap_or(0);
            diagram
                .children
                .extend(children.iter().map(|child| new_id(&renumbered, *child)));
            diagram.nodes.push(Node {
                variable: *variable,
                first_child,
                count,
            });
            let fresh = u32::try_from(diagram.nodes.len()).unwrap_or(u32::MAX);
            renumbered.insert(id, fresh.saturating_add(OUTCOMES).saturating_sub(1));
        }
        for root in roots {
            **root = new_id(&renumbered, **root);
        }
        diagram
    }
}

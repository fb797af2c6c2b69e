//! Functions of a chart, in the one form that equal functions share.

use std::collections::HashMap;

/// A combination of values that cannot occur.
pub(super) const NONE: u32 = 64;
/// The number of ends; nodes are numbered from here.
pub(super) const ENDS: u32 = 65;

/// One node: its variable and its children by combination of values.
pub(super) type Node = (u16, Box<[u32]>);

/// Every node once.
#[derive(Debug, Clone, Default)]
pub(super) struct Store {
    nodes: Vec<Node>,
    unique: HashMap<Node, u32>,
}

impl Store {
    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node by its number; nothing for an end.
    pub(super) fn node(&self, id: u32) -> Option<&Node> {
        self.nodes.get(id.checked_sub(ENDS)? as usize)
    }

    /// The function that asks a variable. What cannot occur is any function.
    pub(super) fn make(&mut self, variable: u16, children: Box<[u32]>) -> u32 {
        let mut possible = children.iter().filter(|child| **child != NONE);
        let Some(first) = possible.next() else {
            return NONE;
        };
        if possible.all(|child| child == first) {
            return *first;
        }
        let key = (variable, children);
        if let Some(id) = self.unique.get(&key) {
            return *id;
        }
        let id = ENDS.saturating_add(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(key.clone());
        self.unique.insert(key, id);
        id
    }

    /// The first variable that some of these functions ask.
    pub(super) fn top(&self, functions: &[u32]) -> Option<u16> {
        let own = functions.iter().filter_map(|id| self.node(*id));
        own.map(|(variable, _)| *variable).min()
    }

    /// What is left of a function when a variable, the first it may ask, has that combination of values.
    pub(super) fn below(&self, id: u32, variable: u16, alternative: usize) -> u32 {
        match self.node(id) {
            Some((own, children)) if *own == variable => {
                children.get(alternative).copied().unwrap_or(NONE)
            }
            _ => id,
        }
    }
}

//! Where each box stands: a tree grows to the right, what it leads to stands below one another, and the trees themselves
//! too. No two boxes touch.

use crate::graph::measure::{LEADING, lines};
use crate::graph::{Graph, Tree};

/// Between the border of a box and its words, in points.
pub(super) const PADDING: f64 = 10.0;
/// Between a box and those it leads to, across.
pub(super) const ACROSS: f64 = 44.0;
/// Between boxes below one another.
const BETWEEN: f64 = 10.0;
/// Between trees.
const APART: f64 = 34.0;

/// A box in its place, in points from the top left.
#[derive(Debug, Clone)]
pub(super) struct Placed<'g> {
    pub(super) tree: &'g Tree,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Its lines, and whether they stand out.
    pub(super) lines: Vec<(String, bool)>,
    /// The boxes it leads to.
    pub(super) inner: Vec<Self>,
}

/// Every tree in its place, from that height on, and where the last one ends.
pub(super) fn place(graph: &Graph, left: f64, top: f64) -> (Vec<Placed<'_>>, f64) {
    let mut below = top;
    let mut placed = Vec::new();
    for tree in &graph.trees {
        let one = grow(graph, tree, 0, (left, below));
        below = one.bottom() + APART;
        placed.push(one);
    }
    (placed, below - APART)
}

fn grow<'g>(graph: &Graph, tree: &'g Tree, depth: usize, (left, top): (f64, f64)) -> Placed<'g> {
    let width = graph.widths.get(depth).or(graph.widths.last());
    let width = f64::from(width.copied().unwrap_or(240));
    let lines = wrapped(tree, width - 2.0 * PADDING);
    let rows = lines.iter().fold(0.0, |sum, _| sum + LEADING);
    let height = rows + 2.0 * PADDING;
    let mut below = top;
    let mut inner = Vec::new();
    for one in &tree.inner {
        let at = (left + width + ACROSS, below);
        let grown = grow(graph, one, depth.saturating_add(1), at);
        below = grown.bottom() + BETWEEN;
        inner.push(grown);
    }
    let mut own = Placed {
        tree,
        left,
        top,
        width,
        height,
        lines,
        inner,
    };
    own.center(graph.chained && depth == 0);
    own
}

/// The lines of a box: what it says, the first paragraph standing out, and how often it was seen.
fn wrapped(tree: &Tree, width: f64) -> Vec<(String, bool)> {
    let paragraphs = tree.lines().into_iter().enumerate();
    let counted = tree.text.len();
    let each = paragraphs.flat_map(|(place, text)| {
        let bold = place == 0 || place >= counted;
        let broken = lines(&text, width, bold);
        broken.into_iter().map(move |line| (line, bold))
    });
    each.collect()
}

impl Placed<'_> {
    /// Where it and all it leads to end.
    pub(super) fn bottom(&self) -> f64 {
        let own = self.top + self.height;
        self.inner.iter().map(Self::bottom).fold(own, f64::max)
    }

    /// Where it and all it leads to end on the right.
    pub(super) fn right(&self) -> f64 {
        let own = self.left + self.width;
        self.inner.iter().map(Self::right).fold(own, f64::max)
    }

    pub(super) fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }

    /// Puts it beside the middle of what it leads to, or that beside it where it is the taller one. What leads on to the
    /// next tree stays at the top, so that the way on is short.
    fn center(&mut self, at_the_top: bool) {
        let span = self.inner.iter().map(Self::bottom).fold(self.top, f64::max) - self.top;
        let spare = span - self.height;
        if spare < 0.0 {
            let down = -spare / 2.0;
            self.inner.iter_mut().for_each(|one| one.shift(down));
        } else if !at_the_top {
            self.top += spare / 2.0;
        }
    }

    fn shift(&mut self, down: f64) {
        self.top += down;
        self.inner.iter_mut().for_each(|one| one.shift(down));
    }

    /// Looks at it and at all it leads to.
    pub(super) fn walk<'p>(&'p self, look: &mut impl FnMut(&'p Self)) {
        look(self);
        self.inner.iter().for_each(|one| one.walk(look));
    }
}

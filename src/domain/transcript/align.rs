//! Which expectation goes with which line that was said: the pairing with the fewest differences.

/// What an expectation can be, to the alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Stands for one line.
    One,
    /// Stands for one line, and the next expectation may stand for the same line.
    Head,
    /// Stands for any number of lines.
    Any,
}

/// One step of a pairing, by positions from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// The expectation holds for the line that was said.
    Same(usize, usize),
    /// The expectation and the next one hold for the same line.
    Both(usize, usize),
    /// Something else was said in place of what is expected.
    Changed(usize, usize),
    /// What is expected was not said.
    Missing(usize),
    /// What was said is not expected.
    Extra(usize),
    /// An `Any` stands for no more, or for one line more.
    Passed(usize),
}

/// Something said beyond what is expected is the lesser fault: what is expected is then still looked for.
const EXTRA: u32 = 2;
const MISSING: u32 = 3;
const CHANGED: u32 = 4;

impl Pair {
    /// The expectation (of two the last) and the line it is about.
    pub(super) fn places(self) -> (Option<usize>, Option<usize>) {
        match self {
            Self::Same(e, s) | Self::Changed(e, s) => (Some(e), Some(s)),
            Self::Both(e, s) => (Some(e.saturating_add(1)), Some(s)),
            Self::Missing(e) | Self::Passed(e) => (Some(e), None),
            Self::Extra(s) => (None, Some(s)),
        }
    }

    /// Whether it is a difference.
    pub(super) fn is_fault(self) -> bool {
        matches!(self, Self::Changed(..) | Self::Missing(_) | Self::Extra(_))
    }
}

/// Pairs expectations with `said` lines in order. `same` tells whether an expectation holds for a line.
pub(super) fn align(kinds: &[Kind], said: usize, same: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let table = Table::fill(kinds, said, &same);
    let (mut e, mut s) = (0, 0);
    let mut pairs = Vec::new();
    while let Some((pair, de, ds)) = table.best(e, s) {
        pairs.push(pair);
        (e, s) = (e.saturating_add(de), s.saturating_add(ds));
    }
    pairs
}

/// A pair, and how many expectations and lines it uses up.
type Move = (Pair, usize, usize);

/// For each number of expectations and lines used up, the cost of the rest and the first move of the cheapest way.
struct Table {
    width: usize,
    cells: Vec<(u32, Option<Move>)>,
}

impl Table {
    fn fill(kinds: &[Kind], said: usize, same: &impl Fn(usize, usize) -> bool) -> Self {
        let width = said.saturating_add(1);
        let cells = vec![(0, None); kinds.len().saturating_add(1).saturating_mul(width)];
        let mut table = Self { width, cells };
        for e in (0..=kinds.len()).rev() {
            for s in (0..=said).rev() {
                let moves = moves(kinds.get(e).copied(), (e, s), s < said, same);
                let best = moves
                    .into_iter()
                    .map(|(cost, (pair, de, ds))| {
                        let rest = table.cost(e.saturating_add(de), s.saturating_add(ds));
                        (cost.saturating_add(rest), Some((pair, de, ds)))
                    })
                    .min_by_key(|(cost, _)| *cost);
                table.set(e, s, best.unwrap_or((0, None)));
            }
        }
        table
    }

    fn place(&self, e: usize, s: usize) -> usize {
        e.saturating_mul(self.width).saturating_add(s)
    }

    fn cost(&self, e: usize, s: usize) -> u32 {
        self.cells
            .get(self.place(e, s))
            .map_or(u32::MAX, |cell| cell.0)
    }

    fn set(&mut self, e: usize, s: usize, best: (u32, Option<Move>)) {
        let place = self.place(e, s);
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = best;
        }
    }

    fn best(&self, e: usize, s: usize) -> Option<Move> {
        self.cells.get(self.place(e, s)).and_then(|cell| cell.1)
    }
}

/// What can be done with the next expectation and the next line, with its cost; of equal costs the first is taken.
fn moves(
    kind: Option<Kind>,
    (e, s): (usize, usize),
    more: bool,
    same: &impl Fn(usize, usize) -> bool,
) -> Vec<(u32, Move)> {
    let mut moves = Vec::new();
    if kind == Some(Kind::Any) {
        moves.push((0, (Pair::Passed(e), 1, 0)));
        if more {
            moves.push((0, (Pair::Passed(e), 0, 1)));
        }
        return moves;
    }
    if kind.is_some() && more {
        let fits = same(e, s);
        if fits && kind == Some(Kind::Head) && same(e.saturating_add(1), s) {
            moves.push((0, (Pair::Both(e, s), 2, 1)));
        }
        let (cost, pair) = if fits {
            (0, Pair::Same(e, s))
        } else {
            (CHANGED, Pair::Changed(e, s))
        };
        moves.push((cost, (pair, 1, 1)));
    }
    if more {
        moves.push((EXTRA, (Pair::Extra(s), 0, 1)));
    }
    if kind.is_some() {
        moves.push((MISSING, (Pair::Missing(e), 1, 0)));
    }
    moves
}

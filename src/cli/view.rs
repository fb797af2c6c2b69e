//! What the terminal at the other end can show.

use std::env;

/// Columns where the terminal does not say how many it has.
const COLUMNS: usize = 80;

/// How many columns the terminal has.
pub(super) fn columns() -> usize {
    let told = env::var("COLUMNS").ok();
    told.and_then(|columns| columns.parse().ok())
        .filter(|columns| *columns > 0)
        .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .unwrap_or(COLUMNS)
}

/// Whether colors are welcome on a terminal.
pub(super) fn colors() -> bool {
    env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

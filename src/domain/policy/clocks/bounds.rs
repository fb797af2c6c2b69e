//! Days that clocks began on, under bounds: whether any satisfy them all.

use crate::domain::day::{Day, DayRange};
use crate::domain::policy::clocks::MOST_TIED;
use crate::domain::policy::facts::Known;

/// Longer ago than any day, and far enough from the ends of the type that no sum of two overflows.
const FAR: i64 = 1 << 40;

/// Each tied clock and one twin.
const PLACES: usize = MOST_TIED + 1;

/// How many days ago a clock began and, for a period, ended: the least and the most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Age {
    began: (i64, i64),
    ended: (i64, i64),
}

fn ago(days: DayRange, as_of: Day) -> (i64, i64) {
    let low = i64::from(as_of.days_since(days.last())).max(0);
    (low, i64::from(as_of.days_since(days.first())))
}

impl Age {
    /// What is known of a clock; nothing known is any day up to the day of evaluation. A date ends with that day.
    pub(super) fn of(known: Option<Known>, period: bool, as_of: Day) -> Self {
        const ANY: (i64, i64) = (0, FAR);
        const NOW: (i64, i64) = (0, 0);
        match known {
            Some(Known::Date(days)) => Self {
                began: ago(days, as_of),
                ended: NOW,
            },
            Some(Known::Period(start, None)) => Self {
                began: ago(start, as_of),
                ended: NOW,
            },
            Some(Known::Period(start, Some(end))) => Self {
                began: ago(start, as_of),
                ended: ago(end, as_of),
            },
            _ if period => Self {
                began: ANY,
                ended: ANY,
            },
            _ => Self {
                began: ANY,
                ended: NOW,
            },
        }
    }

    /// The least and the most days it has run; the least above the most when no days are possible.
    pub(super) fn duration(self) -> (i64, i64) {
        let possible = self.began.0 <= self.began.1 && self.ended.0 <= self.ended.1;
        let most = self.began.1.saturating_sub(self.ended.0);
        let least = self.began.0.saturating_sub(self.ended.1).max(0);
        if possible { (least, most) } else { (0, -1) }
    }

    /// The days ago on which it can have begun if it has run for so many days. The end is bound to nothing else, so
    /// each of these days has an end that fits.
    fn began_for(self, (least, most): (i64, i64)) -> (i64, i64) {
        if self.ended.0 > self.ended.1 {
            return (0, -1);
        }
        let low = self.ended.0.saturating_add(least.max(0));
        let high = self.ended.1.saturating_add(most.min(FAR));
        (self.began.0.max(low), self.began.1.min(high))
    }
}

/// For each clock the least and the most days ago on which it began, and which clocks began no earlier than which.
#[derive(Debug)]
pub(super) struct Bounds {
    began: [(i64, i64); PLACES],
    used: usize,
}

impl Bounds {
    /// No clock yet.
    pub(super) fn new() -> Self {
        Self {
            began: [(0, FAR); PLACES],
            used: 0,
        }
    }

    /// Adds a clock of that age that has run for so many days; gives its place.
    pub(super) fn add(&mut self, age: Age, days: (i64, i64)) -> usize {
        let place = self.used;
        if let Some(began) = self.began.get_mut(place) {
            *began = age.began_for(days);
        }
        self.used = self.used.saturating_add(1);
        place
    }

    /// The clock at `later` did not begin before the one at `earlier`. To be repeated until nothing changes.
    fn raise(&mut self, later: usize, earlier: usize) -> bool {
        let least = self.began.get(later).map_or(0, |began| began.0);
        match self.began.get_mut(earlier) {
            Some(began) if began.0 < least => {
                began.0 = least;
                true
            }
            _ => false,
        }
    }

    /// Whether some days satisfy every bound when the first clock of each tie began no earlier than the second. The
    /// least days ago that the ties allow are found; then only the most can still stand against them.
    pub(super) fn hold(mut self, ties: &(impl Iterator<Item = (usize, usize)> + Clone)) -> bool {
        for _ in 0..self.used {
            let mut changed = false;
            for (later, earlier) in ties.clone() {
                changed |= self.raise(later, earlier);
            }
            if !changed {
                break;
            }
        }
        let mut began = self.began.iter().take(self.used);
        began.all(|(least, most)| least <= most)
    }
}

//! Differences between days under bounds: whether any days satisfy them all.

use crate::domain::day::{Day, DayRange};
use crate::domain::policy::clocks::MOST_TIED;
use crate::domain::policy::facts::Known;

/// Far enough that no sum of two overflows.
const FAR: i64 = 1 << 40;

/// Two days for each tied clock and for one twin, and the day of evaluation itself.
const PLACES: usize = 2 * (MOST_TIED + 1) + 1;

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
}

/// For each pair of days the most by which the first may lie before the second.
#[derive(Debug)]
pub(super) struct Bounds {
    most: [[i64; PLACES]; PLACES],
    used: usize,
}

impl Bounds {
    /// The day of evaluation alone.
    pub(super) fn new() -> Self {
        Self {
            most: [[FAR; PLACES]; PLACES],
            used: 1,
        }
    }

    /// Adds a clock that began and ended so many days ago and has run for so many; gives its place.
    pub(super) fn add(&mut self, age: Age, (least, most): (i64, i64)) -> usize {
        let (began, ended) = (self.used, self.used.saturating_add(1));
        self.used = self.used.saturating_add(2);
        self.between(began, 0, age.began);
        self.between(ended, 0, age.ended);
        self.between(began, ended, (least.max(0), most.min(FAR)));
        began
    }

    /// The clock at `later` did not begin before the one at `earlier`.
    pub(super) fn starts_no_earlier(&mut self, later: usize, earlier: usize) {
        self.limit(later, earlier, 0);
    }

    fn between(&mut self, a: usize, b: usize, (least, most): (i64, i64)) {
        self.limit(a, b, most);
        self.limit(b, a, least.saturating_neg());
    }

    fn limit(&mut self, a: usize, b: usize, most: i64) {
        if let Some(cell) = self.most.get_mut(a).and_then(|row| row.get_mut(b)) {
            *cell = (*cell).min(most);
        }
    }

    fn get(&self, a: usize, b: usize) -> i64 {
        self.most
            .get(a)
            .and_then(|row| row.get(b))
            .copied()
            .unwrap_or(FAR)
    }

    /// Whether some days satisfy every bound: no way round comes back to a day before itself.
    pub(super) fn hold(mut self) -> bool {
        for via in 0..self.used {
            for a in 0..self.used {
                let first = self.get(a, via);
                if first < FAR {
                    self.relax(a, via, first);
                }
            }
        }
        (0..self.used).all(|day| self.get(day, day) >= 0)
    }

    fn relax(&mut self, a: usize, via: usize, first: i64) {
        for b in 0..self.used {
            let second = self.get(via, b);
            if second < FAR {
                self.limit(a, b, first.saturating_add(second));
            }
        }
    }
}

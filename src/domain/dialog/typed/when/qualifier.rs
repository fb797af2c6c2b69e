//! Words before and after a time that widen it or leave a side open: "about", "more than", "or so".

use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::typed::when::cursor::Cursor;
use crate::domain::dialog::typed::when::elapsed::Span;
use crate::domain::dialog::typed::when::{NotWhen, Open, Unit};

/// How far an open side reaches beyond the bound that was told: ten years.
const FAR: i32 = 3653;

const ABOUT: &[&str] = &[
    "about",
    "around",
    "approximately",
    "approx",
    "aprox",
    "roughly",
    "nearly",
    "almost",
    "like",
    "some",
    "circa",
    "ca",
    "~",
    "mas o menos",
    "aproximadamente",
    "alrededor de",
    "cerca de",
    "casi",
    "unos",
    "unas",
    "como",
];
const ABOUT_AFTER: &[&str] = &[
    "or so",
    "give or take",
    "approximately",
    "approx",
    "aproximadamente",
    "aprox",
    "mas o menos",
    "ish",
    "- ish",
];
const AT_LEAST: &[&str] = &[
    "at least",
    "no less than",
    "not less than",
    "no fewer than",
    "a minimum of",
    "minimum of",
    "al menos",
    "por lo menos",
    "como minimo",
    "minimo",
    "no menos de",
    "> =",
    "≥",
    "no later than",
    "by",
];
const MORE: &[&str] = &[
    "more than",
    "over",
    "greater than",
    "longer than",
    "well over",
    "mas de",
    ">",
    "before",
    "prior to",
    "antes de",
    "antes del",
];
const AT_MOST: &[&str] = &[
    "at most",
    "up to",
    "no more than",
    "not more than",
    "no longer than",
    "within",
    "a maximum of",
    "como maximo",
    "a lo sumo",
    "no mas de",
    "< =",
    "≤",
];
const LESS: &[&str] = &[
    "less than",
    "fewer than",
    "under",
    "not quite",
    "menos de",
    "<",
    "after",
    "despues de",
    "despues del",
];
const OR_MORE: &[&str] = &[
    "or more",
    "or longer",
    "o mas",
    "at least",
    "minimum",
    "como minimo",
    "plus",
    "+",
];
const OR_LESS: &[&str] = &["or less", "o menos", "at most", "maximum", "como maximo"];

/// A bound, and whether it is itself included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    open: Open,
    inclusive: bool,
}

/// What was said around a time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Qualifier {
    pub(super) about: bool,
    pub(super) bound: Option<Bound>,
}

fn bound(cursor: &mut Cursor<'_>) -> Option<Bound> {
    let inclusive = |open| {
        Some(Bound {
            open,
            inclusive: true,
        })
    };
    let exclusive = |open| {
        Some(Bound {
            open,
            inclusive: false,
        })
    };
    if cursor.eat(AT_LEAST) {
        inclusive(Open::Earlier)
    } else if cursor.eat(AT_MOST) {
        inclusive(Open::Later)
    } else if cursor.eat(MORE) {
        exclusive(Open::Earlier)
    } else if cursor.eat(LESS) {
        exclusive(Open::Later)
    } else {
        None
    }
}

fn bound_after(cursor: &mut Cursor<'_>) -> Option<Bound> {
    if cursor.eat(OR_MORE) {
        Some(Bound {
            open: Open::Earlier,
            inclusive: true,
        })
    } else if cursor.eat(OR_LESS) {
        Some(Bound {
            open: Open::Later,
            inclusive: true,
        })
    } else {
        None
    }
}

impl Qualifier {
    /// Reads the words before a time.
    pub(super) fn before(cursor: &mut Cursor<'_>) -> Self {
        let about = cursor.eat(ABOUT);
        let bound = bound(cursor);
        let about = cursor.eat(ABOUT) || about;
        Self { about, bound }
    }

    /// "At most": the bound of a duration is its longest.
    pub(super) fn at_most() -> Self {
        Self {
            about: false,
            bound: Some(Bound {
                open: Open::Later,
                inclusive: true,
            }),
        }
    }

    /// Whether nothing was said.
    pub(super) fn is_plain(self) -> bool {
        !self.about && self.bound.is_none()
    }

    /// Reads the words after a duration.
    pub(super) fn read_after(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if cursor.eat(ABOUT_AFTER) {
            self.about = true;
            return true;
        }
        let bound = bound_after(cursor);
        self.bound = self.bound.or(bound);
        bound.is_some()
    }

    /// What was said within the duration itself: "a couple", `6+`.
    pub(super) fn join(&mut self, span: &Span) {
        self.about |= span.about;
        if span.or_more && self.bound.is_none() {
            self.bound = Some(Bound {
                open: Open::Earlier,
                inclusive: true,
            });
        }
    }

    /// The side left open.
    pub(super) fn open(self) -> Option<Open> {
        self.bound.map(|bound| bound.open)
    }

    /// The days on which something began that has lasted so long.
    pub(super) fn days_since(self, span: &Span, today: Day) -> Result<DayRange, NotWhen> {
        let (least, most) = match self.bound {
            None if self.about => (
                span.least.saturating_sub(tenth(span.least)),
                span.most.saturating_add(tenth(span.most)),
            ),
            None => (span.least, span.most),
            Some(bound) => {
                let step = i32::from(!bound.inclusive);
                match bound.open {
                    Open::Earlier => {
                        let least = span.least.saturating_add(step);
                        (least, least.saturating_add(FAR))
                    }
                    Open::Later => (0, span.most.saturating_sub(step)),
                }
            }
        };
        let back = |days: i32| today.plus(days.max(0).saturating_neg());
        DayRange::new(back(most), back(least)).ok_or(NotWhen::Negative)
    }

    /// The days a date stands for.
    pub(super) fn days_of(
        self,
        days: DayRange,
        unit: Unit,
        today: Day,
    ) -> Result<DayRange, NotWhen> {
        let range = match self.bound {
            None if self.about => {
                let slack = slack(unit);
                DayRange::new(
                    days.first().plus(slack.saturating_neg()),
                    days.last().plus(slack).min(today),
                )
            }
            None => Some(days),
            Some(Bound {
                open: Open::Earlier,
                inclusive,
            }) => {
                let last = if inclusive {
                    days.last()
                } else {
                    days.first().plus(-1)
                };
                DayRange::new(last.plus(FAR.saturating_neg()), last)
            }
            Some(Bound {
                open: Open::Later,
                inclusive,
            }) => {
                let first = if inclusive {
                    days.first()
                } else {
                    days.last().plus(1)
                };
                DayRange::new(first, today)
            }
        };
        range.ok_or(NotWhen::Future)
    }
}

/// How much "about" gives either way: a tenth, rounded, at least a day.
fn tenth(days: i32) -> i32 {
    (days.saturating_add(5) / 10).max(1)
}

/// How many days "about" gives either way around a date.
fn slack(unit: Unit) -> i32 {
    match unit {
        Unit::Hour | Unit::Day | Unit::Week => 3,
        Unit::Month => 15,
        Unit::Year => 90,
    }
}

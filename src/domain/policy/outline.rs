//! Conditions and rules as they can be told to people: the very conditions that the evaluator compiles, with their
//! classes turned back into values, days and numbers.

use crate::domain::name::{CriterionName, ValueName};
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::model::{Citation, Condition, Kind, Note, Policy};
use crate::domain::policy::set::Set;

/// When something holds. Facts, readings and criteria are told by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// Every one holds.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// At least so many hold.
    AtLeast(usize, Vec<Self>),
    /// A choice has one of these values.
    Is(usize, Vec<ValueName>),
    /// A flag is so, or is not.
    Flag(usize, bool),
    /// A clock has run so many days, or a number is so great.
    Within(usize, Span),
    /// A reading has the value of that number.
    Reading(usize, usize),
    /// A criterion is met.
    Criterion(usize),
    /// A part that criteria share holds.
    Part(usize),
}

/// From a first value to the one before `below`, in days or as a number; open where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first value that counts.
    pub from: Option<i64>,
    /// The first value that no longer counts.
    pub below: Option<i64>,
}

impl Span {
    /// Whether a value counts.
    #[must_use]
    pub fn has(self, value: i64) -> bool {
        self.from.is_none_or(|from| from <= value) && self.below.is_none_or(|below| value < below)
    }
}

impl Clause {
    /// The clauses it is made of.
    #[must_use]
    pub fn inner(&self) -> &[Self] {
        match self {
            Self::All(inner) | Self::Any(inner) | Self::AtLeast(_, inner) => inner,
            Self::Not(inner) => std::slice::from_ref(inner),
            _ => &[],
        }
    }

    /// The clauses it is made of, where all of them must hold together.
    #[must_use]
    pub fn joined(&self) -> &[Self] {
        match self {
            Self::All(inner) => inner,
            _ => &[],
        }
    }

    /// Looks at it and at everything it is made of; what it names is not gone into.
    pub fn walk(&self, look: &mut impl FnMut(&Self)) {
        look(self);
        self.inner().iter().for_each(|inner| inner.walk(look));
    }
}

/// When a note is shown: everything that is said here must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    /// For one of these procedures, by number.
    pub procedures: Option<Set>,
    /// With one of these dispositions.
    pub dispositions: Option<Vec<Disposition>>,
    /// Where this holds.
    pub when: Option<Clause>,
    /// Where this criterion is not met.
    pub when_not_met: Option<usize>,
    /// Where this criterion is not "not met".
    pub unless_not_met: Option<usize>,
    /// When one request asks for all of these procedures.
    pub together: Option<Set>,
    /// With `together`: only at different levels.
    pub different_levels: bool,
    /// When the items of one request come out differently.
    pub items_disagree: bool,
}

/// The levels of one region: `T1` to `T12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels<'p> {
    /// The region: a value of the fact that the level settles.
    pub region: &'p ValueName,
    /// The letter of its segment.
    pub letter: char,
    /// The number of its first level.
    pub first: u8,
    /// The number of its last level.
    pub last: u8,
}

impl Policy {
    /// When a criterion or a part holds.
    #[must_use]
    pub fn clause(&self, number: usize) -> Option<Clause> {
        self.named
            .get(number)
            .map(|named| self.told(&named.condition))
    }

    /// The parts that criteria share, with their names.
    pub fn parts(&self) -> impl Iterator<Item = (usize, &CriterionName)> {
        let named = self.named.iter().enumerate();
        named
            .filter(|(_, named)| named.criterion.is_none())
            .map(|(number, named)| (number, &named.name))
    }

    /// A criterion or a part by its number.
    #[must_use]
    pub fn named(&self, number: usize) -> Clause {
        match self
            .named
            .get(number)
            .is_some_and(|named| named.criterion.is_some())
        {
            true => Clause::Criterion(number),
            false => Clause::Part(number),
        }
    }

    /// The criteria and parts that every path of a rule requires.
    #[must_use]
    pub fn requires_told(&self, rule: usize) -> Vec<Clause> {
        let all = self.requires(rule).iter();
        all.map(|one| self.named(*one)).collect()
    }

    /// The paths of a rule by name, each with everything it takes: its criteria and parts.
    pub fn paths_told(&self, rule: usize) -> impl Iterator<Item = (&CriterionName, Vec<Clause>)> {
        let paths = self
            .rules
            .get(rule)
            .into_iter()
            .flat_map(|rule| &rule.paths);
        paths.map(|path| {
            (
                &path.name,
                path.all.iter().map(|one| self.named(*one)).collect(),
            )
        })
    }

    /// The procedures of a rule, by number.
    #[must_use]
    pub fn procedures_of(&self, rule: usize) -> Set {
        self.rules
            .get(rule)
            .map_or(Set::default(), |rule| rule.procedures)
    }

    /// The procedures that the text does not name, by number.
    #[must_use]
    pub fn not_named(&self) -> Set {
        self.subject.not_addressed
    }

    /// Which levels give which region, in the order of the regions.
    pub fn levels_told(&self) -> impl Iterator<Item = Levels<'_>> {
        let regions = self.subject.level.iter().flat_map(|level| &level.regions);
        let mut told: Vec<Levels<'_>> = regions
            .map(|(region, letter, first, last)| Levels {
                region,
                letter: *letter,
                first: *first,
                last: *last,
            })
            .collect();
        let values = match self.region_fact().map(|fact| &fact.kind) {
            Some(Kind::Choice { values, .. }) => values.as_slice(),
            _ => &[],
        };
        told.sort_by_key(|levels| values.iter().position(|value| value == levels.region));
        told.into_iter()
    }

    /// Section and bullet of a criterion, with those of each procedure.
    #[must_use]
    pub fn citation(&self, criterion: usize) -> Option<&Citation> {
        let criterion = self.named.get(criterion)?.criterion.as_ref()?;
        Some(&criterion.cite)
    }

    /// When a note is shown.
    #[must_use]
    pub fn showing(&self, note: &Note) -> Showing {
        let shown = &note.shown;
        let all = || Disposition::ALL.into_iter();
        Showing {
            procedures: shown.procedures,
            dispositions: shown
                .dispositions
                .map(|mask| all().filter(|one| mask & one.bit() != 0).collect()),
            when: shown.when.as_ref().map(|when| self.told(when)),
            when_not_met: shown.when_not_met,
            unless_not_met: shown.unless_not_met,
            together: shown.together,
            different_levels: shown.different_levels,
            items_disagree: shown.items_disagree,
        }
    }

    fn told(&self, condition: &Condition) -> Clause {
        let each = |inner: &[Condition]| inner.iter().map(|one| self.told(one)).collect();
        match condition {
            Condition::All(inner) => Clause::All(each(inner)),
            Condition::Any(inner) => Clause::Any(each(inner)),
            Condition::Not(inner) => Clause::Not(Box::new(self.told(inner))),
            Condition::AtLeast(count, inner) => Clause::AtLeast(*count, each(inner)),
            Condition::Fact(fact, classes) => self.fact_told(*fact, *classes),
            Condition::Reading(reading, value) => Clause::Reading(*reading, *value),
            Condition::Named(number) => self.named(*number),
        }
    }

    fn fact_told(&self, fact: usize, classes: Set) -> Clause {
        match self.facts.get(fact).map(|fact| &fact.kind) {
            Some(Kind::Choice { values, .. }) => {
                let own = classes.iter().filter_map(|class| values.get(class));
                Clause::Is(fact, own.cloned().collect())
            }
            Some(Kind::Flag) | None => Clause::Flag(fact, classes.has(1)),
            Some(kind) => Clause::Within(fact, span(kind.thresholds(), classes)),
        }
    }
}

/// The values of neighbouring classes.
fn span(thresholds: &[i64], classes: Set) -> Span {
    let first = classes.iter().next().unwrap_or(0);
    let last = classes.iter().last().unwrap_or(thresholds.len());
    Span {
        from: first
            .checked_sub(1)
            .and_then(|at| thresholds.get(at))
            .copied(),
        below: thresholds.get(last).copied(),
    }
}

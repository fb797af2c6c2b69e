//! Small sets of numbered things: facts, values, documents, notes.

/// A set of numbers below 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Set(u64);

impl Set {
    /// How many numbers there can be.
    pub const LIMIT: usize = 64;

    /// The set of the numbers below `count`.
    #[must_use]
    pub fn first(count: usize) -> Self {
        if count >= Self::LIMIT {
            Self(u64::MAX)
        } else {
            Self((1 << count) - 1)
        }
    }

    /// The set of one number.
    #[must_use]
    pub fn of(number: usize) -> Self {
        if number < Self::LIMIT {
            Self(1 << number)
        } else {
            Self(0)
        }
    }

    /// The set of these bits.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Whether the number is in it.
    #[must_use]
    pub fn has(self, number: usize) -> bool {
        Self::of(number).0 & self.0 != 0
    }

    /// Adds a number.
    pub fn add(&mut self, number: usize) {
        self.0 |= Self::of(number).0;
    }

    /// In either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// In both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// In this one only.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number, when it is the only one.
    #[must_use]
    pub fn only(self) -> Option<usize> {
        self.0
            .is_power_of_two()
            .then(|| self.0.trailing_zeros() as usize)
    }

    /// How many are in it.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The numbers, rising.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let next = rest.trailing_zeros() as usize;
            rest &= rest.checked_sub(1)?;
            Some(next)
        })
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.add(number));
        set
    }
}

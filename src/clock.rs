//! The one file that asks the clock, and chance. Everything else is given the day, the time and the seed.

use std::hash::{BuildHasher, Hasher, RandomState};

use jiff::{Timestamp, Zoned};

use crate::domain::day::Day;
use crate::store::UnixSeconds;

/// Today, in the time zone of the machine.
#[must_use]
pub fn today() -> Day {
    Day::of(Zoned::now().date())
}

/// Now.
#[must_use]
pub fn now() -> UnixSeconds {
    UnixSeconds(Timestamp::now().as_second())
}

/// A number that nobody can foresee, from the seed that the system gives every hash map.
#[must_use]
pub fn seed() -> u64 {
    RandomState::new().build_hasher().finish()
}

//! The one file that asks the clock, and chance. Everything else is given the day, the time and the seed.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;

use jiff::tz::TimeZone;
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

/// The hour of the day, in the time zone of the machine.
#[must_use]
pub fn hour() -> u8 {
    u8::try_from(Zoned::now().hour()).unwrap_or(0)
}

/// A number that nobody can foresee, from the seed that the system gives every hash map.
#[must_use]
pub fn seed() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Bytes that nobody can foresee, from the system's source of secrets.
///
/// # Errors
/// When the system has none to give.
pub fn secret<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

/// A moment in universal time, such as `2026-11-22T15:04:05Z`.
#[must_use]
pub fn utc(at: UnixSeconds) -> String {
    timestamp(at).to_string()
}

/// A moment to the minute in the time zone of the machine, such as `2026-11-22 10:04`.
#[must_use]
pub fn local(at: UnixSeconds) -> String {
    let zoned = timestamp(at).to_zoned(TimeZone::system());
    zoned.strftime("%Y-%m-%d %H:%M").to_string()
}

fn timestamp(at: UnixSeconds) -> Timestamp {
    Timestamp::from_second(at.0).unwrap_or(Timestamp::UNIX_EPOCH)
}

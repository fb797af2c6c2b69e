//! How often a chat may do something. In memory only, bounded, and given the time by its caller.

use std::num::NonZeroUsize;

use lru::LruCache;

use crate::store::{ChannelKey, UnixSeconds};

/// Chats that are remembered; of more, those that were quiet longest are forgotten, and begin anew.
const CHATS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(9_999);

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

/// Whether a message is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// It is.
    Yes,
    /// It is not, and the chat is told so: for the first time since it was quiet for a while.
    TellOnce,
    /// It is not, and the chat is told nothing.
    No,
}

/// Lets each chat send a number of messages a minute: so many at once after a quiet minute, then one whenever its share
/// of the minute has passed.
#[derive(Debug)]
pub struct Limit {
    a_minute: u64,
    chats: LruCache<ChannelKey, Bucket>,
}

/// What a chat has left. A message costs a minute's milliseconds, and every millisecond brings `a_minute`.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: u64,
    at: u64,
    told: bool,
}

impl Limit {
    /// A limit of so many messages a minute for each chat; 0 for none.
    #[must_use]
    pub fn a_minute(messages: u16) -> Self {
        Self {
            a_minute: messages.into(),
            chats: LruCache::new(CHATS),
        }
    }

    /// Counts a message of the chat that came at `now`, in milliseconds from any moment on that stays the same.
    pub fn allow(&mut self, channel: &ChannelKey, now: u64) -> Allowed {
        if self.a_minute == 0 {
            return Allowed::Yes;
        }
        let full = self.a_minute * MINUTE;
        let begin = || Bucket {
            left: full,
            at: now,
            told: false,
        };
        let a_minute = self.a_minute;
        let bucket = self.chats.get_or_insert_mut_ref(channel, begin);
        bucket.refill(now, a_minute, full);
        bucket.take()
    }
}

impl Bucket {
    fn refill(&mut self, now: u64, a_minute: u64, full: u64) {
        let gained = now.saturating_sub(self.at).saturating_mul(a_minute);
        self.left = self.left.saturating_add(gained).min(full);
        self.at = self.at.max(now);
        self.told &= self.left < full;
    }

    fn take(&mut self) -> Allowed {
        if let Some(left) = self.left.checked_sub(MINUTE) {
            self.left = left;
            return Allowed::Yes;
        }
        if self.told {
            return Allowed::No;
        }
        self.told = true;
        Allowed::TellOnce
    }
}

/// Wrong tries of each chat: a few, then none is looked at until an hour after the last.
#[derive(Debug)]
pub(crate) struct Tries {
    chats: LruCache<ChannelKey, Wrong>,
}

#[derive(Debug, Clone, Copy)]
struct Wrong {
    count: u8,
    last: UnixSeconds,
}

/// Whether a try is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Try {
    Look,
    /// It is the first that is not.
    First,
    Ignore,
}

impl Tries {
    /// Wrong tries a chat has.
    pub(crate) const MOST: u8 = 5;
    /// Seconds after the last wrong try until there are new ones.
    pub(crate) const PAUSE: i64 = 60 * 60;

    pub(crate) fn new() -> Self {
        Self {
            chats: LruCache::new(CHATS),
        }
    }

    /// Whether the next try of the chat is looked at.
    pub(crate) fn ask(&mut self, channel: &ChannelKey, at: UnixSeconds) -> Try {
        match self.chats.get_mut(channel) {
            None => Try::Look,
            Some(wrong) if at.0.saturating_sub(wrong.last.0) >= Self::PAUSE => {
                self.chats.pop(channel);
                Try::Look
            }
            Some(wrong) if wrong.count < Self::MOST => Try::Look,
            Some(wrong) if wrong.count == Self::MOST => {
                wrong.count += 1;
                Try::First
            }
            Some(_) => Try::Ignore,
        }
    }

    /// Notes that a try that was looked at was wrong.
    pub(crate) fn wrong(&mut self, channel: &ChannelKey, at: UnixSeconds) {
        let begin = || Wrong { count: 0, last: at };
        let wrong = self.chats.get_or_insert_mut_ref(channel, begin);
        wrong.count = wrong.count.saturating_add(1);
        wrong.last = wrong.last.max(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(name: impl std::fmt::Display) -> ChannelKey {
        ChannelKey::parse(&format!("telegram:{name}")).unwrap()
    }

    #[test]
    fn so_many_at_once_and_then_one_whenever_its_share_has_passed() {
        let mut limit = Limit::a_minute(3);
        let one = chat(1);
        for _ in 0..3 {
            assert_eq!(limit.allow(&one, 0), Allowed::Yes);
        }
        assert_eq!(limit.allow(&one, 0), Allowed::TellOnce);
        assert_eq!(limit.allow(&one, 19_999), Allowed::No);
        assert_eq!(limit.allow(&one, 20_000), Allowed::Yes);
        assert_eq!(
            limit.allow(&one, 20_001),
            Allowed::No,
            "it was told already"
        );
        assert_eq!(limit.allow(&chat(2), 20_001), Allowed::Yes, "others go on");
        assert_eq!(limit.allow(&one, 200_000), Allowed::Yes);
        for _ in 0..2 {
            limit.allow(&one, 200_000);
        }
        assert_eq!(
            limit.allow(&one, 200_000),
            Allowed::TellOnce,
            "after a quiet minute again"
        );
    }

    #[test]
    fn zero_is_no_limit_and_a_clock_that_goes_back_gives_nothing() {
        let mut none = Limit::a_minute(0);
        assert!((0..1000).all(|_| none.allow(&chat(1), 0) == Allowed::Yes));
        let mut limit = Limit::a_minute(1);
        assert_eq!(limit.allow(&chat(1), 90_000), Allowed::Yes);
        assert_eq!(limit.allow(&chat(1), 0), Allowed::TellOnce);
        assert_eq!(limit.allow(&chat(1), 90_001), Allowed::No);
        assert_eq!(limit.allow(&chat(1), u64::MAX), Allowed::Yes);
    }

    #[test]
    fn no_span_of_a_minute_has_more_than_twice_the_limit() {
        let mut limit = Limit::a_minute(10);
        let taken: Vec<u64> = (0..600_000)
            .step_by(100)
            .filter(|now| limit.allow(&chat(1), *now) == Allowed::Yes)
            .collect();
        for (at, start) in taken.iter().enumerate() {
            let within = taken[at..].iter().take_while(|now| **now < start + MINUTE);
            assert!(within.count() <= 20);
        }
        assert!(taken.len() <= 10 + 100);
    }

    #[test]
    fn memory_is_bounded() {
        let mut limit = Limit::a_minute(1);
        let mut tries = Tries::new();
        for name in 0..CHATS.get() + 5 {
            limit.allow(&chat(name), 0);
            tries.wrong(&chat(name), UnixSeconds(0));
        }
        assert_eq!(limit.chats.len(), CHATS.get());
        assert_eq!(tries.chats.len(), CHATS.get());
    }

    #[test]
    fn a_few_wrong_tries_and_then_an_hour_of_silence() {
        let mut tries = Tries::new();
        let one = chat(1);
        for second in 0..i64::from(Tries::MOST) {
            assert_eq!(tries.ask(&one, UnixSeconds(second)), Try::Look);
            tries.wrong(&one, UnixSeconds(second));
        }
        assert_eq!(tries.ask(&one, UnixSeconds(5)), Try::First);
        assert_eq!(tries.ask(&one, UnixSeconds(6)), Try::Ignore);
        assert_eq!(tries.ask(&chat(2), UnixSeconds(6)), Try::Look);
        assert_eq!(
            tries.ask(&one, UnixSeconds(4 + Tries::PAUSE - 1)),
            Try::Ignore
        );
        assert_eq!(tries.ask(&one, UnixSeconds(4 + Tries::PAUSE)), Try::Look);
    }
}

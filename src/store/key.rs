//! What names a session, a channel and an input in the store. All are opaque: nothing is read out of them.

use std::fmt;

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a key has 1 to 96 printable ASCII characters and neither space nor `/`")]
pub struct NotAKey;

const LONGEST: usize = 96;

fn is_key(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'/')
}

macro_rules! key_types {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads a key.
            ///
            /// # Errors
            /// When the text is empty, longer than 96 bytes, or has a space, a `/` or anything beyond ASCII.
            pub fn parse(text: &str) -> Result<Self, NotAKey> {
                if is_key(text) { Ok(Self(text.into())) } else { Err(NotAKey) }
            }

            /// The key as written.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    )* };
}

key_types! {
    /// Names a session: the text of its case reference, such as `K7QM-4T9X`.
    SessionKey
    /// Names where somebody talks to us, and who: a channel and a user of it, such as `terminal:default`.
    ChannelKey
    /// Names one input of a channel, so that the same input delivered twice is known again.
    InputId
}

impl SessionKey {
    /// Names no session: an input that belonged to none was decided.
    #[must_use]
    pub fn none() -> Self {
        Self("-".into())
    }
}

/// A moment, in seconds since 1970-01-01T00:00:00Z. The store never asks the clock: callers pass it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixSeconds(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_hold_what_can_be_read_aloud_and_nothing_that_splits_a_path() {
        assert_eq!(
            SessionKey::parse("K7QM-4T9X").unwrap().as_str(),
            "K7QM-4T9X"
        );
        assert!(ChannelKey::parse("terminal:default").is_ok());
        for bad in ["", "a b", "a/b", "é", &"x".repeat(97)] {
            assert_eq!(InputId::parse(bad), Err(NotAKey), "{bad}");
        }
    }
}

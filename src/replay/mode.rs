//! What can be done to any transcript besides playing it as it is written.

/// A way to play a transcript besides as it is written. What it expects must hold all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Every input is delivered twice: the second time says the same, and nothing happens again.
    Twice,
    /// The process dies after every commit, before the reply is sent: the next start owes the same reply.
    Crash,
    /// After every reply the buttons of all earlier questions are pressed: nothing happens, and what is asked stays.
    Stale,
    /// The store is closed and opened again after every turn.
    Reopen,
    /// The conversation is held in every other language.
    Locales,
    /// The conversation is held over every channel there is, and everything that is said is shown there.
    Channels,
    /// The answers that count in the end are given in other orders: the assessment is the same.
    Shuffle,
    /// The session is recorded: the recording replays as it is written, and comes to the same.
    Recorded,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 8] = [
        Self::Twice,
        Self::Crash,
        Self::Stale,
        Self::Reopen,
        Self::Locales,
        Self::Channels,
        Self::Shuffle,
        Self::Recorded,
    ];

    /// Its name, as it is written on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Twice => "every-update-twice",
            Self::Crash => "crash-after-each-turn",
            Self::Stale => "stale-buttons",
            Self::Reopen => "reopen",
            Self::Locales => "all-locales",
            Self::Channels => "all-channels",
            Self::Shuffle => "shuffle",
            Self::Recorded => "recorded",
        }
    }
}

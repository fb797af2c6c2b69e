//! The modes of `preauth replay`, as they are named on the command line.

use clap::Args;

use crate::replay::Mode;

/// How transcripts are played again once they are as written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Modes")]
pub(super) struct ModeArgs {
    /// Deliver every input twice: the second time says the same, and nothing happens again
    #[arg(long)]
    every_update_twice: bool,
    /// Let the process die after every commit, before the reply is sent: the next start gives the same reply
    #[arg(long)]
    crash_after_each_turn: bool,
    /// After every reply press the buttons of all earlier questions: nothing happens, and what is asked stays
    #[arg(long)]
    stale_buttons: bool,
    /// Close the store after every turn and open it again, on disk
    #[arg(long)]
    reopen: bool,
    /// Hold the conversation in every other language: the same messages come, with the same values
    #[arg(long)]
    all_locales: bool,
    /// Hold the conversation over every channel there is: everything that is said is shown there
    #[arg(long)]
    all_channels: bool,
    /// Give the answers that count in the end in other orders: the assessment is the same
    #[arg(long)]
    shuffle: bool,
    /// Record the session as `preauth record` does: the recording replays, and comes to the same
    #[arg(long)]
    recorded: bool,
    /// All of these
    #[arg(long)]
    all_modes: bool,
    /// What the orders of `--shuffle` are drawn from; a difference names the one that shows it
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(super) seed: u64,
}

impl ModeArgs {
    /// The modes that were named, in the order of [`Mode::ALL`].
    pub(super) fn all(&self) -> Vec<Mode> {
        let named = |mode: &Mode| {
            self.all_modes
                || match mode {
                    Mode::Twice => self.every_update_twice,
                    Mode::Crash => self.crash_after_each_turn,
                    Mode::Stale => self.stale_buttons,
                    Mode::Reopen => self.reopen,
                    Mode::Locales => self.all_locales,
                    Mode::Channels => self.all_channels,
                    Mode::Shuffle => self.shuffle,
                    Mode::Recorded => self.recorded,
                }
        };
        Mode::ALL.into_iter().filter(named).collect()
    }
}

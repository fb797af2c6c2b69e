//! Conversational prior-authorization intake.
//!
//! An office answers one question at a time; a pure evaluator says whether the payer's policy is met, what is
//! missing, or that the policy holds the procedure investigational. Read the crate in this order:
//!
//! 1. [`domain`]: what a policy, a dialog and a session are, and every decision about them. No I/O below it.
//! 2. [`locale`]: messages to words.
//! 3. [`store`]: sessions on disk, where no accepted answer is lost.
//! 4. [`library`]: the authored files, carried by the binary or read from a folder.
//! 5. [`settings`]: what a site sets.
//! 6. [`turn`]: the one use case, from an input to a durable answer and its reply.
//! 7. [`access`]: who may come in, and which cases they may see.
//! 8. [`channel`]: where people talk to it.
//! 9. [`lab`]: every conversation about a policy, walked before it is published.
//! 10. [`guide`] and [`graph`]: a policy as a handbook and as pictures.
//! 11. [`replay`]: conversations as text, played as tests. [`check`] checks everything that is authored at once.
//! 12. [`cli`]: the commands. [`clock`] is the one file that asks the time.

pub mod access;
pub mod channel;
pub mod check;
pub mod cli;
pub mod clock;
pub mod domain;
pub mod graph;
pub mod guide;
pub mod lab;
pub mod library;
pub mod locale;
pub mod replay;
pub mod settings;
pub mod store;
pub mod turn;

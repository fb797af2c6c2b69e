//! The integration tests: one binary, a sentence per module.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "what tests share stops at the first fault, as tests do"
)]

/// `preauth access` invites, revokes and tells, while other processes do the same.
mod access;
/// Arrows, homes, budgets and words, checked on the source.
mod architecture;
/// `preauth chat` asks, keeps, resumes, and says what stands in the way.
mod chat;
/// `preauth check` tells every fault of every authored file at once.
mod check;
/// Running the real binary.
mod command;
/// The command is killed while it holds conversations: no answer is lost or taken twice.
mod crash;
/// `preauth diff` says exactly what a change of a policy means.
mod diff;
/// `preauth evaluate` answers line by line, in order, with every fault said in its place.
mod evaluate_command;
/// Any transcript played in other ways, sessions recorded as transcripts, and what transcripts touch.
mod modes;
/// `preauth mutate` puts faults into policies and dialogs, and says what notices them.
mod mutate;
/// `preauth prove` walks every conversation, and tells what does not hold with a conversation that shows it.
mod prove;
/// README.md is true.
mod readme;
/// Conversations as text: the shipped ones are as written, and whatever differs is told.
mod replay;
/// What is said to an office, word for word where it matters.
mod said;
/// `preauth sessions` shows, exports and erases what is kept.
mod sessions;
/// Settings, schemas and faults of authored files on the command line.
mod settings_command;
/// What child processes of the store's tests do.
mod store_child;
/// What every store does, in memory and on disk.
mod store_contract;
/// Damaged sectors of a store: intact or told, never silent.
mod store_damage;
/// What is erased is in no file any more.
mod store_erase;
/// A process that commits is killed at random moments.
mod store_kill;
/// What the tests of the store share.
mod store_support;
/// A second process, a full disk, a place that cannot be used.
mod store_trouble;

/// The Telegram channel, against a Bot API server of our own.
mod telegram;

/// The definition of the answer for vertebral augmentation, without the product.
#[cfg(test)]
mod reference;

/// Facts and the assessment they must get: cases.toml.
#[cfg(test)]
mod cases;

/// The product, asked in the words of the reference.
#[cfg(test)]
mod product;

/// The product agrees with the reference, on every case and on random ones, and keeps its laws.
#[cfg(test)]
mod evaluator;
/// `preauth graph` draws every question and every criterion, so that each can be read.
mod graph;
/// `preauth guide` says everything of a policy, truly, in pages that hold together.
mod guide;
/// What is written as HTML, SVG or XML, read back strictly.
mod markup;

/// Faults put into the facts on purpose: the cases notice each.
#[cfg(test)]
mod mutants;

/// What policies and dialogs can say beyond what the first one does, shown on the second.
#[cfg(test)]
mod second;

/// No conversation asks more than it must.
#[cfg(test)]
mod questions;

/// What happens to a case that nobody is talking to.
#[cfg(test)]
mod wake;

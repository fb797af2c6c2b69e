//! The Telegram channel, against a Bot API server of our own.

#![expect(dead_code, reason = "the channel is built on this server")]

mod beside;
pub(crate) mod bot;
mod buttons;
mod canary;
mod cases;
pub(crate) mod fake;
mod kept;
mod kills;
mod let_in;
mod manners;
mod mirror;
pub(crate) mod office;
mod redelivered;
mod rules;
mod talk;
mod transcripts;
mod trouble;
mod webhook;

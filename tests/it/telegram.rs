//! The Telegram channel, against a Bot API server of our own.

#![expect(dead_code, reason = "the channel is built on this server")]

pub(crate) mod bot;
pub(crate) mod fake;
pub(crate) mod office;
mod rules;

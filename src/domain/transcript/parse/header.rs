//! Header lines.

use crate::domain::authored::{Faults, suggest};
use crate::domain::day::Day;
use crate::domain::name::PolicyName;
use crate::domain::transcript::model::Header;
use crate::domain::transcript::parse::line::Line;

const KEYS: [&str; 4] = ["locale", "today", "channel", "policy"];

const CHANNELS: [&str; 3] = ["terminal", "telegram", "console"];

/// The header as read so far.
#[derive(Default)]
pub(super) struct Draft {
    seen: Vec<&'static str>,
    locale: Option<String>,
    today: Option<Day>,
    channel: Option<String>,
    policy: Option<PolicyName>,
}

impl Draft {
    /// Reads one line `key: value`.
    pub(super) fn read(&mut self, line: &Line<'_>, faults: &mut Faults) {
        let Some((key, value)) = line.split_at(':') else {
            faults
                .error(
                    line.span(),
                    "this is neither a header line nor a line of the conversation",
                )
                .help(super::KINDS);
            return;
        };
        let Some(known) = KEYS.into_iter().find(|known| *known == key.text) else {
            let fault = faults.error(key.span(), format!("unknown header `{}`", key.text));
            let meant = suggest(key.text, KEYS);
            fault.help(meant.unwrap_or_else(|| {
                "a header has `locale`, `today`, `channel` and `policy`".into()
            }));
            return;
        };
        if self.seen.contains(&known) {
            faults.error(key.span(), format!("`{known}` is given twice"));
        }
        self.seen.push(known);
        self.set(known, &value, faults);
    }

    fn set(&mut self, key: &str, value: &Line<'_>, faults: &mut Faults) {
        match key {
            "today" => self.today = day(value, faults),
            "policy" => self.policy = policy(value, faults),
            "locale" => self.locale = word(value, faults),
            _ => self.channel = channel(value, faults),
        }
    }

    /// The header, once every line was read.
    pub(super) fn finish(&mut self, faults: &mut Faults) -> Option<Header> {
        if !self.seen.contains(&"today") {
            faults
                .error_of_file("the header does not say which day it is")
                .help("write a line such as `today: 2026-11-22`");
        }
        Some(Header {
            locale: self.locale.take().unwrap_or_else(|| "en-US".into()),
            today: self.today?,
            channel: self.channel.take().unwrap_or_else(|| "terminal".into()),
            policy: self.policy.take(),
        })
    }
}

fn day(value: &Line<'_>, faults: &mut Faults) -> Option<Day> {
    let day = Day::parse(value.text);
    if day.is_err() {
        faults
            .error(value.span(), format!("`{}` is not a date", value.text))
            .help("write year, month and day, such as `2026-11-22`");
    }
    day.ok()
}

fn policy(value: &Line<'_>, faults: &mut Faults) -> Option<PolicyName> {
    let policy = PolicyName::parse(value.text);
    if policy.is_err() {
        faults
            .error(
                value.span(),
                format!("`{}` is not the name of a policy", value.text),
            )
            .help("a policy is named after its folder, with letters, digits, `_` and `-`");
    }
    policy.ok()
}

/// A word of letters, digits and `-`, `_` or `:`.
/// One of the channels that conversations are held over.
fn channel(value: &Line<'_>, faults: &mut Faults) -> Option<String> {
    let word = word(value, faults)?;
    if CHANNELS.contains(&word.as_str()) {
        return Some(word);
    }
    faults
        .error(value.span(), format!("there is no channel `{word}`"))
        .help(
            suggest(&word, CHANNELS)
                .unwrap_or_else(|| "a channel is one of `terminal`, `telegram`, `console`".into()),
        );
    None
}

pub(super) fn word(value: &Line<'_>, faults: &mut Faults) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    if !value.text.is_empty() && value.text.len() <= 64 && value.text.chars().all(fits) {
        return Some(value.text.into());
    }
    faults
        .error(value.span(), format!("`{}` is not one word", value.text))
        .help("write one word of letters, digits, `-` and `_`");
    None
}

//! The messenger's part of the settings file.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::{At, Faults};

/// How the messenger is talked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telegram {
    /// The address of the Bot API, when it is not the usual one.
    pub api_url: Option<String>,
    /// The file that holds the bot's token.
    pub token_file: Option<PathBuf>,
    /// Seconds that one request waits for updates.
    pub poll_seconds: u16,
    /// The most updates that are decided together.
    pub batch: u8,
    /// Seconds to go on sending after being told to stop.
    pub stop_seconds: u16,
    /// The address under which Telegram brings updates, instead of being asked for them.
    pub webhook_url: Option<String>,
    /// Where updates are waited for when Telegram brings them.
    pub webhook_listen: String,
    /// The file that holds the secret by which Telegram is known.
    pub webhook_secret_file: Option<PathBuf>,
}

impl Default for Telegram {
    fn default() -> Self {
        Self {
            api_url: None,
            token_file: None,
            poll_seconds: 30,
            batch: 100,
            stop_seconds: 10,
            webhook_url: None,
            webhook_listen: "127.0.0.1:8443".into(),
            webhook_secret_file: None,
        }
    }
}

/// The messenger.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    /// The address of the Bot API, when it is not the usual one.
    api_url: Option<At<String>>,
    /// The file that holds the bot's token; the variable PREAUTH_TELEGRAM_TOKEN comes first.
    token_file: Option<At<String>>,
    /// Seconds that one request waits for updates: 0 to 50.
    poll_seconds: Option<At<u16>>,
    /// The most updates that are decided together: 1 to 100.
    batch: Option<At<u8>>,
    /// Seconds to go on sending after being told to stop: 0 to 300.
    stop_seconds: Option<At<u16>>,
    /// The address under which Telegram brings updates, instead of being asked for them.
    webhook_url: Option<At<String>>,
    /// The address and port where updates are waited for when Telegram brings them.
    webhook_listen: Option<At<String>>,
    /// The file that holds the secret by which Telegram is known; the variable PREAUTH_TELEGRAM_WEBHOOK_SECRET comes
    /// first.
    webhook_secret_file: Option<At<String>>,
}

impl Section {
    pub(super) fn check(&self, faults: &mut Faults) {
        within(
            self.poll_seconds.as_ref(),
            0..=50,
            "a request cannot wait for {} seconds",
            faults,
        );
        within(
            self.batch.as_ref(),
            1..=100,
            "a batch cannot have {} updates",
            faults,
        );
        within(
            self.stop_seconds.as_ref(),
            0..=300,
            "stopping cannot take {} seconds",
            faults,
        );
        for address in [&self.api_url, &self.webhook_url].into_iter().flatten() {
            let known = ["http://", "https://"];
            if !known.iter().any(|scheme| address.value.starts_with(scheme)) {
                let message = format!("`{}` is not the address of a server", address.value);
                let fault = faults.error(address.span.clone(), message);
                fault.help("it begins with `https://`");
            }
        }
    }

    pub(super) fn texts(&self) -> [Option<&At<String>>; 3] {
        [
            &self.token_file,
            &self.webhook_listen,
            &self.webhook_secret_file,
        ]
        .map(Option::as_ref)
    }

    pub(super) fn overlaid(self, other: Self) -> Self {
        Self {
            api_url: other.api_url.or(self.api_url),
            token_file: other.token_file.or(self.token_file),
            poll_seconds: other.poll_seconds.or(self.poll_seconds),
            batch: other.batch.or(self.batch),
            stop_seconds: other.stop_seconds.or(self.stop_seconds),
            webhook_url: other.webhook_url.or(self.webhook_url),
            webhook_listen: other.webhook_listen.or(self.webhook_listen),
            webhook_secret_file: other.webhook_secret_file.or(self.webhook_secret_file),
        }
    }

    pub(super) fn settings(self) -> Telegram {
        let default = Telegram::default();
        Telegram {
            api_url: self.api_url.map(|it| it.value),
            token_file: self.token_file.map(|it| it.value.into()),
            poll_seconds: self
                .poll_seconds
                .map_or(default.poll_seconds, |it| it.value),
            batch: self.batch.map_or(default.batch, |it| it.value),
            stop_seconds: self
                .stop_seconds
                .map_or(default.stop_seconds, |it| it.value),
            webhook_url: self.webhook_url.map(|it| it.value),
            webhook_listen: self
                .webhook_listen
                .map_or(default.webhook_listen, |it| it.value),
            webhook_secret_file: self.webhook_secret_file.map(|it| it.value.into()),
        }
    }
}

/// Refuses a number outside its range.
pub(super) fn within<T: Copy + PartialOrd + std::fmt::Display>(
    number: Option<&At<T>>,
    range: std::ops::RangeInclusive<T>,
    wrong: &str,
    faults: &mut Faults,
) {
    let Some(number) = number.filter(|number| !range.contains(&number.value)) else {
        return;
    };
    let message = wrong.replace("{}", &number.value.to_string());
    let fault = faults.error(number.span.clone(), message);
    fault.help(format!(
        "give a number from {} to {}",
        range.start(),
        range.end()
    ));
}

//! The form of `config/preauth.toml`. Doc comments become the descriptions of its JSON Schema.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::authored::{self, At, Faults};
use crate::domain::diagnostic::Diagnostic;
use crate::settings::telegram::within;
use crate::settings::{Settings, settled, telegram};

/// What a site sets. Everything may be left out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsFile {
    /// Sessions on disk.
    #[serde(default)]
    store: Store,
    /// Conversations.
    #[serde(default)]
    dialog: Dialog,
    /// Authored files.
    #[serde(default)]
    library: Library,
    /// Who may come in over a messenger.
    #[serde(default)]
    access: Access,
    /// The messenger.
    #[serde(default)]
    telegram: telegram::Section,
    /// Readings that the site has settled.
    #[serde(default)]
    pub(super) settled: Vec<settled::Entry>,
}

/// Sessions on disk.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Store {
    /// The folder of the sessions, as seen from where the program is started.
    data: Option<At<String>>,
    /// Days without an answer after which a session ends: 1 to 3650.
    session_expiry_days: Option<At<u16>>,
    /// Hours without an answer after which a chat is asked once more: 1 to 8760; 0 for never.
    nudge_hours: Option<At<u16>>,
    /// Days after its last turn on which a session is erased: 1 to 36500; 0 for never.
    retention_days: Option<At<u16>>,
}

/// Conversations.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Dialog {
    /// The policy that a new session is about; without it the only one that is not an example.
    policy: Option<At<String>>,
    /// The language of those whose own is not known or not spoken here.
    locale: Option<At<String>>,
    /// Whether a policy is offered only with a certificate of its very files: `preauth prove --write` makes one.
    certified: Option<At<bool>>,
}

/// Authored files.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Library {
    /// A folder with `dialogs/`, `locales/` or both, instead of the files the program carries.
    folder: Option<At<String>>,
}

/// Who may come in over a messenger.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Access {
    /// Days for which an invitation can be used: 1 to 90.
    invitation_days: Option<At<u16>>,
    /// Messages that a chat may send a minute; 0 for any number.
    messages_per_minute: Option<At<u16>>,
    /// The bot's name on the messenger, without `@`, for links that open it.
    bot: Option<At<String>>,
    /// Whether everybody may come in without an invitation. For trying things out only.
    open: Option<At<bool>>,
}

/// Reads and checks a file that its author knows as `file`.
pub(super) fn read(file: &str, text: &str) -> (Option<SettingsFile>, Vec<Diagnostic>) {
    let (set, mut found) = authored::read::<SettingsFile>(file, text);
    let Some(set) = set else {
        return (None, found);
    };
    let mut faults = Faults::new(file);
    set.check(&mut faults);
    let refuse = faults.refuse();
    found.extend(faults.finish());
    ((!refuse).then_some(set), found)
}

impl SettingsFile {
    fn check(&self, faults: &mut Faults) {
        if let Some(days) = &self.store.session_expiry_days
            && !(1..=3650).contains(&days.value)
        {
            let message = format!("a session cannot end after {} days", days.value);
            let fault = faults.error(days.span.clone(), message);
            fault.help("give a number of days from 1 to 3650");
        }
        within(
            self.store.nudge_hours.as_ref(),
            0..=8760,
            "nobody is asked once more after {} hours",
            faults,
        );
        within(
            self.store.retention_days.as_ref(),
            0..=36_500,
            "a session cannot be kept for {} days",
            faults,
        );
        self.access.check(faults);
        self.telegram.check(faults);
        let texts = self.texts().into_iter().chain(self.telegram.texts());
        for text in texts.flatten() {
            not_empty(text, faults);
        }
        settled::check(&self.settled, faults);
    }

    fn texts(&self) -> [Option<&At<String>>; 4] {
        let Self {
            store,
            dialog,
            library,
            ..
        } = self;
        [&store.data, &dialog.policy, &dialog.locale, &library.folder].map(Option::as_ref)
    }

    /// The same with what `other` sets in place of its own.
    pub(super) fn overlaid(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self };
        Self {
            store: Store {
                data: other.store.data.or(self.store.data),
                session_expiry_days: other
                    .store
                    .session_expiry_days
                    .or(self.store.session_expiry_days),
                nudge_hours: other.store.nudge_hours.or(self.store.nudge_hours),
                retention_days: other.store.retention_days.or(self.store.retention_days),
            },
            dialog: Dialog {
                policy: other.dialog.policy.or(self.dialog.policy),
                locale: other.dialog.locale.or(self.dialog.locale),
                certified: other.dialog.certified.or(self.dialog.certified),
            },
            library: Library {
                folder: other.library.folder.or(self.library.folder),
            },
            access: self.access.overlaid(other.access),
            telegram: self.telegram.overlaid(other.telegram),
            settled: self.settled,
        }
    }

    /// The settings, with the default of everything that is left out.
    pub(super) fn settings(self) -> Settings {
        let default = Settings::default();
        let days = self.store.session_expiry_days;
        let Access {
            invitation_days,
            messages_per_minute,
            bot,
            open,
        } = self.access;
        Settings {
            data: self.store.data.map(|data| data.value.into()),
            session_expiry_days: days.map_or(default.session_expiry_days, |days| days.value),
            policy: self.dialog.policy.map(|name| name.value),
            locale: self.dialog.locale.map_or(default.locale, |tag| tag.value),
            certified: self
                .dialog
                .certified
                .map_or(default.certified, |it| it.value),
            library: self.library.folder.map(|folder| folder.value.into()),
            invitation_days: invitation_days.map_or(default.invitation_days, |it| it.value),
            messages_per_minute: messages_per_minute
                .map_or(default.messages_per_minute, |it| it.value),
            bot: bot.map(|name| name.value),
            open: open.map_or(default.open, |it| it.value),
            nudge_hours: self
                .store
                .nudge_hours
                .map_or(default.nudge_hours, |it| it.value),
            retention_days: self
                .store
                .retention_days
                .map_or(default.retention_days, |it| it.value),
            telegram: self.telegram.settings(),
            settled: settled::entries(self.settled),
        }
    }
}

impl Access {
    fn check(&self, faults: &mut Faults) {
        if let Some(days) = &self.invitation_days
            && !(1..=90).contains(&days.value)
        {
            let message = format!("an invitation cannot be used for {} days", days.value);
            let fault = faults.error(days.span.clone(), message);
            fault.help("give a number of days from 1 to 90");
        }
        if let Some(bot) = &self.bot
            && !is_bot(&bot.value)
        {
            let message = format!("`{}` is not the name of a bot", bot.value);
            let fault = faults.error(bot.span.clone(), message);
            fault.help("it has 5 to 32 letters, digits and `_`, such as `our_intake_bot`");
        }
    }

    fn overlaid(self, other: Self) -> Self {
        Self {
            invitation_days: other.invitation_days.or(self.invitation_days),
            messages_per_minute: other.messages_per_minute.or(self.messages_per_minute),
            bot: other.bot.or(self.bot),
            open: other.open.or(self.open),
        }
    }
}

/// Whether a text can be the name of a bot.
pub(super) fn is_bot(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    (5..=32).contains(&name.len()) && name.bytes().all(fits)
}

/// Refuses a text that says nothing.
pub(super) fn not_empty(text: &At<String>, faults: &mut Faults) {
    if text.value.trim().is_empty() {
        let span: Range<usize> = text.span.clone();
        let fault = faults.error(span, "this text is empty");
        fault.help("give it a value, or leave the key out");
    }
}

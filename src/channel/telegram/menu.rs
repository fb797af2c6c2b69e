//! What the chat's menu offers.

use teloxide_core::types::BotCommand;

use crate::domain::message::Message;
use crate::turn::Offering;

/// The commands, in the order of the menu, each with the message that describes it.
const COMMANDS: [(&str, &str); 10] = [
    ("start", "telegram-command-start"),
    ("new", "telegram-command-new"),
    ("help", "telegram-command-help"),
    ("status", "telegram-command-status"),
    ("summary", "telegram-command-summary"),
    ("edit", "telegram-command-edit"),
    ("back", "telegram-command-back"),
    ("language", "telegram-command-language"),
    ("cancel", "telegram-command-cancel"),
    ("delete", "telegram-command-delete"),
];

/// The commands in each language; those of the reference language for every other.
pub(super) fn commands(offering: &Offering) -> Vec<(Option<String>, Vec<BotCommand>)> {
    let tags = offering.locales.tags().enumerate();
    let in_language = |tag: &str| {
        let locale = offering.locale(tag);
        let commands = COMMANDS.iter();
        commands
            .map(|(name, message)| BotCommand::new(*name, locale.render(&Message::new(*message))))
            .collect::<Vec<_>>()
    };
    let language = |tag: &str| tag.split('-').next().unwrap_or(tag).to_owned();
    tags.map(|(at, tag)| ((at > 0).then(|| language(tag)), in_language(tag)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::turn::MESSENGER;

    #[test]
    fn every_command_is_checked_with_the_texts() {
        for (name, message) in COMMANDS {
            assert!(MESSENGER.contains(&message), "{name}");
        }
    }
}

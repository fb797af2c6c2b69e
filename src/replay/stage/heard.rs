//! What is heard of a reply, whatever the channel makes of it.

use crate::domain::message::Message;
use crate::domain::transcript::{Heard, Utterance};
use crate::locale::Locale;
use crate::turn::Outgoing;

/// Everything that was said and offered, on one line.
pub(crate) fn in_one_line(heard: &Heard) -> String {
    let said = heard.said.iter().map(|one| one.text.clone());
    let choices = heard.choices.iter().map(|one| format!("[{}]", one.text));
    said.chain(choices).collect::<Vec<_>>().join(" ")
}

/// What is told, how far along it is, what is asked and how it can be answered; then the choices.
pub(super) fn heard(outgoing: &Outgoing, locale: &Locale) -> Heard {
    let utter = |message: &Message| Utterance::new(message.id.clone(), &locale.render(message));
    let mut said: Vec<Utterance> = outgoing
        .reply
        .lines
        .iter()
        .map(|line| utter(&line.message))
        .collect();
    let prompt = outgoing.reply.prompt.as_ref();
    if let Some(prompt) = prompt {
        said.extend(prompt.progress.as_ref().map(utter));
        said.push(utter(&prompt.question));
        said.extend(prompt.hint.as_ref().map(utter));
    }
    said.retain(|one| !one.text.is_empty());
    let choices = prompt.map(|prompt| {
        let texts = prompt.choices.iter().map(|offer| &offer.text);
        texts.map(utter).collect()
    });
    Heard {
        said,
        choices: choices.unwrap_or_default(),
        holds: Vec::new(),
    }
}

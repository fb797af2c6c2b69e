//! Working with the lab on what is offered.

use std::path::PathBuf;

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::lab::Lab;
use crate::library::{Library, LocaleFile, PolicyFolder};
use crate::replay::{Options, Replayer, Script};
use crate::turn::Offering;

/// Works with the lab, in the language that every other is checked against. Nothing when there is none.
pub(super) fn with_lab<T>(
    offering: &Offering,
    today: Day,
    work: impl FnOnce(&Lab<'_>) -> T,
) -> Option<T> {
    let tag = offering.locales.tags().next()?;
    in_language(offering, tag, today, work)
}

/// A transcript of what is typed with all that is said in return filled in; as it was where it cannot be played.
pub(super) fn filled(
    folder: &PolicyFolder,
    words: &[LocaleFile],
    name: &str,
    text: &str,
) -> String {
    let library = Library {
        policies: [(name.to_owned(), folder.clone())].into(),
        locales: words.to_vec(),
    };
    let played = Replayer::new(library, Options::default()).play(&Script {
        file: "the conversation".into(),
        path: PathBuf::new(),
        text: text.to_owned(),
    });
    played
        .result
        .map_or_else(|_| text.to_owned(), |ran| ran.blessed)
}

/// The same in a language. Nothing when there are no words of it.
pub(super) fn in_language<T>(
    offering: &Offering,
    tag: &str,
    today: Day,
    work: impl FnOnce(&Lab<'_>) -> T,
) -> Option<T> {
    let locale = offering.locale(tag);
    let say = |message: &Message| locale.render(message);
    Some(work(&Lab {
        policy: &offering.policy,
        dialog: &offering.dialog,
        pins: offering.pins(),
        words: offering.words(tag)?,
        say: &say,
        tag,
        today,
        chart: offering.policy.chart(),
        refined: Vec::new(),
    }))
}

//! What a bot left behind, read as anybody can read it once it has ended.

use std::collections::BTreeMap;
use std::path::Path;

use preauth::domain::dialog::Event;
use preauth::store::{Disk, Store};

/// The events of a session, in order.
pub(crate) type Events = Vec<Event>;

/// The same with languages as apps name them: without a country.
fn spoken(event: Event) -> Event {
    let short = |locale: String| locale.split('-').take(1).collect();
    match event {
        Event::Opened { pins, locale, on } => Event::Opened {
            pins,
            locale: short(locale),
            on,
        },
        Event::LocaleChanged { locale } => Event::LocaleChanged {
            locale: short(locale),
        },
        other => other,
    }
}

/// The sessions that a chat was ever in, in no order that matters.
pub(crate) fn sessions(data: &Path, chat: i64) -> Vec<Events> {
    by_chat(data).remove(&chat).unwrap_or_default()
}

/// The same of every chat.
pub(crate) fn by_chat(data: &Path) -> BTreeMap<i64, Vec<Events>> {
    in_store(&Disk::open(data).unwrap())
}

/// The same in any store.
pub(crate) fn in_store(store: &dyn Store) -> BTreeMap<i64, Vec<Events>> {
    let mut found: BTreeMap<i64, Vec<Events>> = BTreeMap::new();
    for listed in store.scan(None, usize::MAX).unwrap() {
        let log = store.load(&listed.key).unwrap().unwrap();
        let events: Events = log.events().cloned().map(spoken).collect();
        for channel in listed.state.unwrap().channels {
            let chat = channel.as_str().strip_prefix("telegram:").unwrap();
            let chat = chat.parse().unwrap();
            found.entry(chat).or_default().push(events.clone());
        }
    }
    let every = found.values_mut();
    every.for_each(|sessions| sessions.sort_by_key(|events| format!("{events:?}")));
    found
}

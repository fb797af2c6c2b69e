//! The same conversation without Telegram: what each input must lead to.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use preauth::domain::day::Day;
use preauth::domain::dialog::{CaseReference, Wake};
use preauth::library::Library;
use preauth::store::{ChannelKey, Memory, UnixSeconds};
use preauth::turn::{App, Incoming, Input, Offering, Outgoing, Rendered, RenderedLine, Which};

use crate::telegram::kept::{Events, in_store};

/// When all of it happens; nothing that is said depends on it.
const AT: UnixSeconds = UnixSeconds(1_795_305_600);

/// An office that types the same at a terminal.
pub(crate) struct Mirror {
    app: App,
    store: Arc<Memory>,
    channel: ChannelKey,
    locale: String,
    today: Day,
    case: Option<CaseReference>,
}

/// What is said in return.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reply {
    /// Every line that is told or asked.
    pub(crate) lines: Vec<String>,
    pub(crate) choices: Vec<String>,
}

impl Mirror {
    pub(crate) fn new(chat: i64, locale: &str, today: Day) -> Self {
        let store = Arc::new(Memory::new());
        Self {
            app: app(offering(None), &store),
            store,
            channel: channel(chat),
            locale: locale.to_owned(),
            today,
            case: None,
        }
    }

    pub(crate) fn arrives(&mut self) -> Reply {
        self.take(Which::Current, Input::Arrived)
    }

    pub(crate) fn types(&mut self, text: &str) -> Reply {
        self.take(Which::Current, Input::Text(text.trim()))
    }

    /// Takes up the case in another chat.
    pub(crate) fn moves(&mut self, chat: i64) -> Reply {
        self.channel = channel(chat);
        self.take(Which::Case(self.case.unwrap()), Input::Arrived)
    }

    /// Time has passed; what is said by itself, if anything is.
    pub(crate) fn wakes(&mut self, wake: Wake) -> Option<Reply> {
        let at = (self.case.unwrap(), std::slice::from_ref(&self.channel));
        let outgoing = self.app.wake(at, wake, self.today, AT).unwrap()?;
        self.app.delivered(&outgoing).unwrap();
        Some(reply(&self.app, &outgoing))
    }

    /// The policy is another version from now on.
    pub(crate) fn policy(&mut self, path: &Path) {
        self.app = app(offering(Some(path)), &self.store);
    }

    pub(crate) fn advance(&mut self, days: i32) -> Day {
        self.today = self.today.plus(days);
        self.today
    }

    /// How somebody asks for a language, in the one that is spoken.
    pub(crate) fn language(&mut self, tag: &str) -> String {
        let here = self.app.peek(&self.channel, &self.locale, self.today);
        let locale = self.app.offering().locale(&here.unwrap().locale);
        locale.phrases(&format!("language-{tag}")).swap_remove(0)
    }

    /// The sessions of a chat.
    pub(crate) fn sessions(&self, chat: i64) -> Vec<Events> {
        in_store(self.store.as_ref())
            .remove(&chat)
            .unwrap_or_default()
    }

    fn take(&mut self, which: Which, input: Input<'_>) -> Reply {
        let incoming = Incoming {
            channel: &self.channel,
            id: None,
            which,
            input,
            locale: &self.locale,
            today: self.today,
            at: AT,
        };
        let outgoing = self.app.turn(&incoming).unwrap();
        self.app.delivered(&outgoing).unwrap();
        self.case = outgoing.case.or(self.case);
        reply(&self.app, &outgoing)
    }
}

fn channel(chat: i64) -> ChannelKey {
    ChannelKey::parse(&format!("telegram:{chat}")).unwrap()
}

fn reply(app: &App, outgoing: &Outgoing) -> Reply {
    let rendered = Rendered::new(&outgoing.reply, app.offering().locale(&outgoing.locale));
    // On a small screen a result comes without its details, and the details come by themselves.
    let some = rendered
        .lines
        .iter()
        .any(|line| line.detail == outgoing.details);
    let wanted = |line: &RenderedLine| !some || line.detail == outgoing.details;
    let told = rendered.lines.into_iter().filter(wanted);
    let mut lines: Vec<String> = told.map(|line| line.text).collect();
    let Some(prompt) = rendered.prompt else {
        return Reply {
            lines,
            choices: Vec::new(),
        };
    };
    lines.extend(prompt.progress);
    lines.push(prompt.question);
    lines.extend(prompt.hint);
    Reply {
        lines,
        choices: prompt
            .choices
            .into_iter()
            .map(|choice| choice.text)
            .collect(),
    }
}

fn app(offering: Offering, store: &Arc<Memory>) -> App {
    let seeds = AtomicU64::new(1);
    let seed = move || seeds.fetch_add(0x9e37_79b9, Ordering::Relaxed);
    App::new(Arc::new(offering), Arc::clone(store) as _, seed)
}

/// The policy that is shipped, or the one at a path with the dialog of the one that is shipped.
fn offering(path: Option<&Path>) -> Offering {
    let library = Library::embedded().unwrap();
    let shipped = library.policy("vertebral-augmentation").unwrap();
    let mut folder = path.map_or_else(|| shipped.clone(), |path| Library::policy_at(path).unwrap());
    folder.dialog = folder.dialog.or_else(|| shipped.dialog.clone());
    let (offering, faults) = Offering::load(&folder, &library.locales, &[]);
    offering.unwrap_or_else(|| panic!("{faults:?}"))
}

//! The channel over which a conversation is held.

use super::{Halt, failed};
use crate::channel::telegram::{Brought, Rehearsal};
use crate::channel::terminal::Page;
use crate::store::{ChannelKey, InputId};
use crate::turn::{App, Incoming, Input, Outgoing, Rendered, Which};

/// The channel over which a conversation is held.
pub(crate) enum Over {
    /// The one that the transcript names: inputs are put to the application as they are, and replies are not laid out.
    Named,
    /// The terminal.
    Terminal(Shows),
    /// The messenger, with nobody behind it.
    Telegram(Shows),
}

/// What a channel was brought, and what it did not show.
#[derive(Debug, Default)]
pub(crate) struct Shows {
    /// The names of inputs, by the number of their update.
    updates: Vec<InputId>,
    missing: Vec<String>,
}

/// The first number of an update.
const FIRST: u32 = 1;

impl Over {
    /// Each channel there is, by its name.
    pub(crate) fn every() -> [(&'static str, Self); 2] {
        [
            ("terminal", Self::Terminal(Shows::default())),
            ("telegram", Self::Telegram(Shows::default())),
        ]
    }

    pub(super) fn channel(&self, named: &str) -> Result<ChannelKey, Halt> {
        match self {
            Self::Named => key(named),
            Self::Terminal(_) => key("terminal"),
            Self::Telegram(_) => Rehearsal::channel().ok_or_else(no_chat),
        }
    }

    /// The channel at which somebody else takes the case up.
    pub(super) fn handed_to(&mut self, to: &str) -> Result<ChannelKey, Halt> {
        *self = Self::Named;
        key(to)
    }

    /// What of the replies since the last time was not shown.
    pub(super) fn missing(&mut self) -> Vec<String> {
        match self {
            Self::Named => Vec::new(),
            Self::Terminal(shows) | Self::Telegram(shows) => std::mem::take(&mut shows.missing),
        }
    }

    pub(super) fn put(&mut self, app: &App, incoming: &Incoming<'_>) -> Result<Outgoing, Halt> {
        match self {
            Self::Named => app.turn(incoming).map_err(|fault| failed(&fault)),
            Self::Terminal(shows) => {
                let outgoing = app.turn(incoming).map_err(|fault| failed(&fault))?;
                shows.missing.extend(missing(app, &outgoing)?);
                Ok(outgoing)
            }
            Self::Telegram(shows) => shows.bring(app, incoming),
        }
    }
}

impl Shows {
    fn bring(&mut self, app: &App, incoming: &Incoming<'_>) -> Result<Outgoing, Halt> {
        let rehearsal = Rehearsal {
            app,
            locale: incoming.locale,
            today: incoming.today,
        };
        let case = match incoming.which {
            Which::Case(case) => Some(case.to_string()),
            _ => None,
        };
        let brought = match incoming.input {
            Input::Arrived | Input::Read(_) => Brought::Start(case.as_deref()),
            Input::Press { mark, said } => Brought::Choice(mark, said.parse().unwrap_or_default()),
            Input::Text(said) | Input::Added { said, .. } => self.pressed(app, incoming, said)?,
        };
        let decided = rehearsal.decide(self.update(incoming.id.as_ref()), brought);
        let decided = decided.map_err(|stop| Halt::Failed(stop.to_string()))?;
        let decided = decided.ok_or_else(|| Halt::Failed("the channel gave no reply".into()))?;
        self.missing.extend(decided.missing);
        Ok(decided.outgoing)
    }

    /// What is typed as it stands on a button is pressed.
    fn pressed<'a>(
        &self,
        app: &App,
        incoming: &Incoming<'_>,
        said: &'a str,
    ) -> Result<Brought<'a>, Halt> {
        let known = incoming
            .id
            .as_ref()
            .is_some_and(|id| self.updates.contains(id));
        let here = app.peek(incoming.channel, incoming.locale, incoming.today);
        let here = here.map_err(|fault| failed(&fault))?;
        let rendered = Rendered::new(&here.reply, app.offering().locale(&here.locale));
        let prompt = rendered.prompt.filter(|prompt| !prompt.several && !known);
        let choices = prompt.map(|prompt| prompt.choices).unwrap_or_default();
        let at = choices
            .iter()
            .position(|offer| offer.text.eq_ignore_ascii_case(said.trim()));
        let number = at.and_then(|at| u8::try_from(at.saturating_add(1)).ok());
        let same_day = here
            .session
            .last_day
            .is_none_or(|day| day == incoming.today);
        Ok(match number.filter(|_| same_day) {
            Some(number) => Brought::Choice(here.mark(), number),
            None => Brought::Text(said),
        })
    }

    /// The number of an update: an input that comes again has the number it had.
    fn update(&mut self, id: Option<&InputId>) -> u32 {
        let known = id.and_then(|id| self.updates.iter().position(|one| one == id));
        let at = known.unwrap_or(self.updates.len());
        if known.is_none() {
            let name = InputId::parse(&format!("update-{at}")).ok();
            self.updates.extend(id.cloned().or(name));
        }
        u32::try_from(at).unwrap_or(u32::MAX).saturating_add(FIRST)
    }
}

/// The lines and choices of a reply that do not stand on the terminal's page.
fn missing(app: &App, outgoing: &Outgoing) -> Result<Vec<String>, Halt> {
    let rendered = Rendered::new(&outgoing.reply, app.offering().locale(&outgoing.locale));
    let page = Page {
        width: None,
        styled: false,
        typed: false,
    };
    let mut out = Vec::new();
    let written = page.write(&mut out, &rendered);
    written.map_err(|fault| Halt::Failed(fault.to_string()))?;
    let whole = squeezed(&String::from_utf8_lossy(&out));
    let prompt = rendered.prompt.as_ref();
    let lines = rendered.lines.iter().map(|line| &line.text);
    let asked = prompt.into_iter().flat_map(|prompt| {
        let choices = prompt.choices.iter().map(|offer| &offer.text);
        std::iter::once(&prompt.question)
            .chain(&prompt.hint)
            .chain(choices)
    });
    let all = lines.chain(asked);
    Ok(all
        .filter(|text| !whole.contains(&squeezed(text)))
        .cloned()
        .collect())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key(name: &str) -> Result<ChannelKey, Halt> {
    ChannelKey::parse(&format!("{name}:replay"))
        .map_err(|fault| Halt::Impossible(fault.to_string()))
}

fn no_chat() -> Halt {
    Halt::Failed("there is no chat".into())
}

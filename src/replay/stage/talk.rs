//! What is said to the application, and what is heard of it.

use super::heard::heard;
use super::{Halt, Said, Stage, failed, seconds_of};
use crate::domain::dialog::Position;
use crate::domain::transcript::Heard;
use crate::store::InputId;
use crate::turn::{App, Incoming, Input, Outgoing, Which};

impl Stage<'_> {
    pub(super) fn say(
        &mut self,
        said: Option<&Said>,
        input: Option<InputId>,
        which: Which,
        lost: bool,
    ) -> Result<Heard, Halt> {
        let said = match said {
            None => Input::Arrived,
            Some(Said::Text(text)) => Input::Text(text),
            Some(Said::Read(read)) => Input::Read(read),
        };
        let outgoing = self.put(said, input, which)?;
        self.hear(outgoing, lost)
    }

    /// Puts an input to the application.
    pub(super) fn put(
        &mut self,
        said: Input<'_>,
        input: Option<InputId>,
        which: Which,
    ) -> Result<Outgoing, Halt> {
        let incoming = Incoming {
            channel: &self.channel,
            id: input,
            which,
            input: said,
            locale: &self.locale,
            today: self.today,
            at: seconds_of(self.today),
        };
        let app = self.app.as_ref().ok_or_else(not_running)?;
        self.over.put(app, &incoming)
    }

    pub(super) fn app(&self) -> Result<&App, Halt> {
        self.app.as_ref().ok_or_else(not_running)
    }

    pub(super) fn hear(&mut self, outgoing: Outgoing, lost: bool) -> Result<Heard, Halt> {
        if !lost {
            self.app()?
                .delivered(&outgoing)
                .map_err(|fault| failed(&fault))?;
        }
        if let Position::Ask(asked) = &outgoing.position {
            self.asked.insert((asked.scope.clone(), asked.step.clone()));
        }
        let heard = heard(&outgoing, self.offering.locale(&outgoing.locale));
        self.last = Some(outgoing);
        self.last_heard = heard.clone();
        Ok(heard)
    }

    /// How somebody asks for a language, in the one that is spoken.
    pub(super) fn language(&self, tag: &str) -> Result<String, Halt> {
        let spoken = self
            .last
            .as_ref()
            .map_or(self.locale.as_str(), |last| last.locale.as_str());
        let mut phrases = self
            .offering
            .locale(spoken)
            .phrases(&format!("language-{tag}"))
            .into_iter();
        phrases
            .next()
            .ok_or_else(|| Halt::Impossible(format!("there is no language `{tag}`")))
    }
}

fn not_running() -> Halt {
    Halt::Failed("the process is not running".into())
}

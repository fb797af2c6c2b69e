//! Reading what is typed, and saying the same in another language.

use super::{Halt, Said, Stage, failed};
use crate::domain::dialog::{Context, Move, Rejection, View};
use crate::domain::message::Message;
use crate::lab::phrase::{Read, Tongue};
use crate::turn::Outgoing;

impl Stage<'_> {
    /// What a text that is typed now is read as.
    pub(crate) fn read(&self, text: &str) -> Result<Read, Halt> {
        let here = self.here()?;
        Ok(self.context(&here, |context| context.interpret(text)))
    }

    /// The tag of the language that is spoken now.
    pub(crate) fn spoken(&self) -> String {
        let here = self.here().map(|here| here.locale);
        here.unwrap_or_else(|_| self.locale.clone())
    }

    /// What is said here for something that was typed in another language: the same text where it is read alike, words
    /// of this language for it, or what it was read as.
    pub(crate) fn translated(&self, text: &str, read: &Read) -> Result<Said, Halt> {
        let here = self.here()?;
        let fits = |own: &Read| own == read;
        let phrase = self.context(&here, |context| {
            if fits(&context.interpret(text)) {
                return Ok(Some(text.to_owned()));
            }
            let entries: &[_] = match read {
                Ok(Move::Answer(entries, _)) => entries,
                _ => &[],
            };
            let locale = self.offering.locale(&here.locale);
            let say = |message: &Message| locale.render(message);
            let tongue = Tongue {
                wording: locale,
                say: &say,
            };
            Ok(tongue.phrase(context, entries, &fits))
        });
        let phrase = phrase.unwrap_or_default();
        Ok(phrase.map_or_else(|| Said::Read(read.clone()), Said::Text))
    }

    /// Whether a text is one of the choices that are offered now, as it is offered.
    pub(crate) fn offers(&self, text: &str) -> bool {
        let here = self.here().ok();
        let prompt = here
            .as_ref()
            .and_then(|here| here.reply.prompt.as_ref().zip(Some(here)));
        prompt.is_some_and(|(prompt, here)| {
            let locale = self.offering.locale(&here.locale);
            let mut choices = prompt.choices.iter();
            choices.any(|offer| locale.render(&offer.text).eq_ignore_ascii_case(text.trim()))
        })
    }

    fn here(&self) -> Result<Outgoing, Halt> {
        let here = self.app()?.peek(&self.channel, &self.locale, self.today);
        here.map_err(|fault| failed(&fault))
    }

    fn context<T>(
        &self,
        here: &Outgoing,
        look: impl FnOnce(&Context<'_>) -> Result<T, Rejection>,
    ) -> Result<T, Rejection> {
        let words = self.offering.words(&here.session.locale);
        let context = Context {
            view: View {
                policy: &self.offering.policy,
                dialog: &self.offering.dialog,
                session: &here.session,
                today: self.today,
            },
            states: &here.states,
            position: &here.position,
            words: words.ok_or(Rejection::NotUnderstood)?,
        };
        look(&context)
    }
}

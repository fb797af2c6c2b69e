//! What a mode does besides after a turn, and what must be so then.

use super::{Differs, Done, Halt, Stage, failed, in_one_line, repeated};
use crate::domain::dialog::Rejection;
use crate::domain::transcript::{Deed, Heard, Subject};
use crate::replay::mode::Mode;
use crate::turn::{Input, Mark, Which};

/// Sessions that one transcript may have.
const SESSIONS: usize = 1000;

impl Stage<'_> {
    /// How many turns all sessions have together.
    pub(crate) fn turns(&self) -> Result<u64, Halt> {
        let listed = self.app()?.sessions(None, SESSIONS);
        let listed = listed.map_err(|fault| failed(&fault))?;
        let known = listed.into_iter().filter_map(|one| one.state.ok());
        Ok(known.map(|overview| overview.version).sum())
    }

    /// Does what a mode does after a turn; `taken` says whether something happened in it.
    pub(crate) fn strain(
        &mut self,
        mode: Mode,
        deed: &Deed,
        taken: bool,
    ) -> Result<Option<(Differs, String)>, Halt> {
        let typed = matches!(deed, Deed::Type(_) | Deed::Locale(_));
        match mode {
            Mode::Twice if typed => self.twice(taken),
            Mode::Crash if taken && matches!(deed, Deed::Wake(_)) => self.owed(),
            Mode::Crash if taken && !self.has_left(true) => Ok(told(self.kill(false)?)),
            Mode::Stale => self.press_all(),
            Mode::Crash => self.deliver(),
            Mode::Reopen => self.start().map(|()| None),
            Mode::Channels => Ok(self.unshown()),
            _ => Ok(None),
        }
    }

    /// The reply to what led to nothing, or out of the case, arrives after all.
    fn deliver(&mut self) -> Result<Option<(Differs, String)>, Halt> {
        if let Some(last) = &self.last {
            self.app()?
                .delivered(last)
                .map_err(|fault| failed(&fault))?;
        }
        Ok(None)
    }

    fn unshown(&mut self) -> Option<(Differs, String)> {
        let missing = self.missing();
        let differs = (Subject::NotShown, missing.join(" "));
        (!missing.is_empty()).then(|| (differs, "(not shown)".into()))
    }

    /// An input that led to nothing, or out of the case, is not answered the same: what is asked then stays.
    fn twice(&mut self, taken: bool) -> Result<Option<(Differs, String)>, Halt> {
        let (left, turns) = (self.has_left(false), self.turns()?);
        let done = self.again(1, false)?;
        if taken && !left || self.turns()? != turns {
            return Ok(told(done));
        }
        let asked = &self.last_heard.choices;
        let same = left || done.heard.choices == *asked;
        let differs = (Subject::Repeated, in_one_line(&self.last_heard));
        Ok((!same).then(|| (differs, in_one_line(&done.heard))))
    }

    /// What nobody asked for is owed all the same when the process dies before it is sent.
    fn owed(&mut self) -> Result<Option<(Differs, String)>, Halt> {
        let before = self.last_heard.clone();
        self.die()?;
        let case = self.last.as_ref().and_then(|last| last.case);
        let owed = case.map(|case| {
            self.app()?
                .again(case, self.today)
                .map_err(|fault| failed(&fault))
        });
        let heard = match owed.transpose()?.flatten() {
            Some(outgoing) => self.hear(outgoing, false)?,
            None => Heard::default(),
        };
        Ok(told(repeated(heard.into(), &before)))
    }

    /// Presses a button of every question that was asked before and does not wait now.
    fn press_all(&mut self) -> Result<Option<(Differs, String)>, Halt> {
        let asked = self.app()?.peek(&self.channel, &self.locale, self.today);
        let asked = asked.map_err(|fault| failed(&fault))?;
        let prompt = asked.reply.prompt.as_ref();
        let choices = prompt.map_or(0, |prompt| prompt.choices.len());
        let mark = asked.mark();
        let old: Vec<(Mark, usize)> = self
            .shown
            .iter()
            .copied()
            .filter(|one| one.0 != mark)
            .collect();
        for (old, choices) in old {
            if let Some(differs) = self.press(old, choices)? {
                return Ok(Some(differs));
            }
        }
        if choices > 0 && !self.shown.iter().any(|(shown, _)| *shown == mark) {
            self.shown.push((mark, choices));
        }
        Ok(None)
    }

    /// Presses the last choice of a question that is gone: nothing happens, and what is asked now is shown.
    fn press(&mut self, mark: Mark, choices: usize) -> Result<Option<(Differs, String)>, Halt> {
        let (turns, today) = (self.turns()?, self.today);
        let asked = self.app()?.peek(&self.channel, &self.locale, today);
        let asked = asked.map_err(|fault| failed(&fault))?;
        self.pressed = self.pressed.saturating_add(1);
        let input = self.input("press", self.pressed)?;
        let said = choices.to_string();
        let press = Input::Press { mark, said: &said };
        let outgoing = self.put(press, Some(input), Which::Current)?;
        let heard = super::heard::heard(&outgoing, self.offering.locale(&outgoing.locale));
        let expected = super::heard::heard(&asked, self.offering.locale(&asked.locale));
        let stale = outgoing.rejected == Some(Rejection::Stale);
        let subject = if self.turns()? != turns || !stale {
            Subject::TakenTwice
        } else if outgoing.reply.prompt != asked.reply.prompt {
            Subject::Repeated
        } else {
            return Ok(None);
        };
        Ok(Some((
            (subject, in_one_line(&expected)),
            in_one_line(&heard),
        )))
    }
}

fn told(done: Done) -> Option<(Differs, String)> {
    let got = in_one_line(&done.heard);
    done.repeats.map(|differs| (differs, got))
}

//! The conversation on a terminal, or through a pipe: plain lines in, plain lines out. It can be read aloud from top to
//! bottom: nothing is drawn, nothing moves, and one question is asked at a time.

mod lines;
mod page;

use std::io::{self, Write};

use crate::channel::terminal::lines::Line;
use crate::domain::day::Day;
use crate::domain::dialog::{CaseReference, Position};
use crate::domain::message::Message;
use crate::store::{ChannelKey, StoreError, UnixSeconds};
use crate::turn::{App, Incoming, Input, Outgoing, Rendered, TurnError, Which};

pub use lines::{Lines, Piped, Typed};
pub use page::Page;

/// What is typed to have the conversation written down as a transcript.
const RECORD: &str = "/record";

/// Writes a case down as a transcript: gives the name of the file and how many turns are missing there, or why there is
/// none.
pub type Record<'a> = &'a dyn Fn(CaseReference) -> Result<(String, usize), String>;

/// How the conversation is held.
#[derive(Clone)]
pub struct Manner<'a> {
    /// Who talks.
    pub channel: ChannelKey,
    /// Which session it is about.
    pub which: Which,
    /// The language until one is chosen.
    pub locale: String,
    /// A day that takes the place of today.
    pub today: Option<Day>,
    /// How the page looks.
    pub page: Page,
    /// Writes the case down where `/record` is typed.
    pub record: Record<'a>,
}

/// The clock, as the terminal asks it.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The day it is.
    pub today: fn() -> Day,
    /// The time it is.
    pub now: fn() -> UnixSeconds,
}

/// Why a conversation ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// A turn could not be taken.
    #[error(transparent)]
    Turn(#[from] TurnError),
    /// What was said could not be written, or what was typed could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Where a conversation stands.
struct Talk<'a, W> {
    app: &'a App,
    manner: &'a Manner<'a>,
    clock: Clock,
    out: W,
    case: Option<CaseReference>,
    locale: String,
}

/// Holds the conversation to its end: until the office pauses, cancels, or types no more.
///
/// # Errors
/// When the store fails for good, or the terminal cannot be read or written. Every answer that was replied to is kept.
pub fn run(
    app: &App,
    manner: &Manner<'_>,
    clock: Clock,
    lines: &mut dyn Lines,
    out: impl Write,
) -> Result<(), TerminalError> {
    let mut talk = Talk {
        app,
        manner,
        clock,
        out,
        case: None,
        locale: manner.locale.clone(),
    };
    let mut over = talk.turn(None)?;
    while !over {
        match lines.next(talk.manner.page.prompt())? {
            Line::Text(text) if text.trim().is_empty() => {}
            Line::Text(text) if text.trim().eq_ignore_ascii_case(RECORD) => talk.record()?,
            Line::Text(text) => over = talk.turn(Some(&text))?,
            Line::End => {
                talk.bye()?;
                over = true;
            }
        }
    }
    Ok(())
}

impl<W: Write> Talk<'_, W> {
    /// Takes a turn and says its reply; whether the conversation is over then.
    fn turn(&mut self, text: Option<&str>) -> Result<bool, TerminalError> {
        let taken = self.app.turn(&self.incoming(text));
        match taken {
            Ok(outgoing) => Ok(self.reply(&outgoing)?),
            Err(fault) => match (text, excuse(&fault)) {
                (Some(_), Some(id)) => {
                    self.say(&Message::new(id))?;
                    Ok(false)
                }
                _ => Err(fault.into()),
            },
        }
    }

    fn incoming<'a>(&'a self, text: Option<&'a str>) -> Incoming<'a> {
        Incoming {
            channel: &self.manner.channel,
            id: None,
            which: self.case.map_or(self.manner.which, Which::Case),
            input: text.map_or(Input::Arrived, Input::Text),
            locale: &self.manner.locale,
            today: self.manner.today.unwrap_or_else(self.clock.today),
            at: (self.clock.now)(),
        }
    }

    fn reply(&mut self, outgoing: &Outgoing) -> Result<bool, TerminalError> {
        let locale = self.app.offering().locale(&outgoing.locale);
        let rendered = Rendered::new(&outgoing.reply, locale);
        if self.manner.page.typed {
            writeln!(self.out)?;
        }
        self.manner.page.write(&mut self.out, &rendered)?;
        self.out.flush()?;
        self.app.delivered(outgoing)?;
        self.case = outgoing.case.or(self.case);
        self.locale.clone_from(&outgoing.locale);
        Ok(outgoing.session.paused || outgoing.position == Position::Cancelled)
    }

    /// Writes the case down as a transcript, and says where it is.
    fn record(&mut self) -> io::Result<()> {
        let said = match self.case.map(self.manner.record) {
            None => Message::new("terminal-nothing-kept"),
            Some(Ok((file, 0))) => Message::new("terminal-recorded").with("file", file.as_str()),
            Some(Ok((file, missing))) => Message::new("terminal-recorded-partly")
                .with("file", file.as_str())
                .with("count", i64::try_from(missing).unwrap_or(i64::MAX)),
            Some(Err(why)) => Message::new("terminal-not-recorded").with("why", why.as_str()),
        };
        self.say(&said)
    }

    /// Says that what was answered is kept, and how to come back to it.
    fn bye(&mut self) -> io::Result<()> {
        let message = match self.case {
            Some(case) => {
                Message::new("terminal-kept").with("reference", case.to_string().as_str())
            }
            None => Message::new("terminal-nothing-kept"),
        };
        self.say(&message)
    }

    fn say(&mut self, message: &Message) -> io::Result<()> {
        let text = self.app.offering().locale(&self.locale).render(message);
        self.manner.page.paragraph(&mut self.out, &text)?;
        self.out.flush()
    }
}

/// What to tell an office that can simply try again; nothing when it cannot.
fn excuse(fault: &TurnError) -> Option<&'static str> {
    match fault {
        TurnError::Busy => Some("terminal-busy"),
        TurnError::Store(StoreError::Full(_)) => Some("terminal-full"),
        TurnError::NoSuchCase | TurnError::OtherPolicy(_) | TurnError::Store(_) => None,
    }
}

//! Playing deeds: what an office does, against an application that is started again when a deed says so.

mod heard;
mod over;
mod strain;
mod talk;
mod tongue;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::day::Day;
use crate::domain::dialog::event::Scope;
use crate::domain::dialog::{Dialog, ItemState, Wake};
use crate::domain::name::StepName;
use crate::domain::policy::Policy;
use crate::domain::transcript::{Deed, Header, Heard, Seen, Subject};
use crate::lab::phrase::Read;
use crate::replay::keeper::Keeper;
use crate::replay::shelf::Shelf;
use crate::store::{ChannelKey, InputId, Log, UnixSeconds};
use crate::turn::{App, Mark, Offering, Outgoing, TurnError, Which};

pub(super) use heard::in_one_line;
pub(super) use over::Over;

/// Why a transcript cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Halt {
    /// What is written cannot be done.
    #[error("{0}")]
    Impossible(String),
    /// The application failed.
    #[error("{0}")]
    Failed(String),
}

/// How a reply differs from what it should be: what it is about, and what it should be.
pub(super) type Differs = (Subject, String);

/// What came of a deed.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) heard: Heard,
    /// How it differs from a reply it should repeat.
    pub(super) repeats: Option<Differs>,
}

impl From<Heard> for Done {
    fn from(heard: Heard) -> Self {
        Self {
            heard,
            repeats: None,
        }
    }
}

/// What somebody says.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// This text.
    Text(String),
    /// Something that was read in another language.
    Read(Read),
}

/// An input, so that it can be delivered again.
#[derive(Debug, Clone)]
struct Typed {
    input: InputId,
    said: Said,
    heard: Heard,
}

/// What a conversation starts from.
pub(super) struct Setting<'a> {
    pub(super) header: &'a Header,
    pub(super) locale: &'a str,
    pub(super) keeper: Keeper,
    pub(super) over: Over,
}

/// A conversation that is being played.
pub(super) struct Stage<'s> {
    shelf: &'s Shelf,
    offering: Arc<Offering>,
    changed: bool,
    keeper: Keeper,
    app: Option<App>,
    over: Over,
    seeds: Arc<AtomicU64>,
    channel: ChannelKey,
    locale: String,
    today: Day,
    typed: Vec<Typed>,
    pressed: u64,
    shown: Vec<(Mark, usize)>,
    last: Option<Outgoing>,
    last_heard: Heard,
    asked: BTreeSet<(Scope, StepName)>,
}

impl<'s> Stage<'s> {
    pub(super) fn set(
        shelf: &'s Shelf,
        offering: Arc<Offering>,
        setting: Setting<'_>,
    ) -> Result<Self, Halt> {
        let mut stage = Self {
            shelf,
            offering,
            changed: false,
            keeper: setting.keeper,
            app: None,
            channel: setting.over.channel(&setting.header.channel)?,
            over: setting.over,
            seeds: Arc::new(AtomicU64::new(1)),
            locale: setting.locale.into(),
            today: setting.header.today,
            typed: Vec::new(),
            pressed: 0,
            shown: Vec::new(),
            last: None,
            last_heard: Heard::default(),
            asked: BTreeSet::new(),
        };
        stage.start()?;
        Ok(stage)
    }

    pub(super) fn policy(&self) -> &Policy {
        &self.offering.policy
    }

    pub(super) fn dialog(&self) -> &Dialog {
        &self.offering.dialog
    }

    pub(super) fn offering(&self) -> &Arc<Offering> {
        &self.offering
    }

    /// Whether it goes on under another version of the policy than it began with.
    pub(super) fn is_of_another_version(&self) -> bool {
        self.changed
    }

    /// What happened in the case so far; nothing while there is none.
    pub(super) fn log(&self) -> Result<Option<Log>, Halt> {
        let Some(case) = self.last.as_ref().and_then(|last| last.case) else {
            return Ok(None);
        };
        match self.app()?.log(case) {
            Ok(log) => Ok(Some(log)),
            Err(TurnError::NoSuchCase) => Ok(None),
            Err(fault) => Err(failed(&fault)),
        }
    }

    /// The items as they stand on a day.
    pub(super) fn states_on(&self, day: Day) -> Vec<ItemState> {
        let case = self.last.as_ref().and_then(|last| last.case);
        let looked = case.and_then(|case| self.app().ok()?.look(case, day).ok());
        looked.map(|looked| looked.states).unwrap_or_default()
    }

    /// What of the last replies the channel did not show.
    pub(super) fn missing(&mut self) -> Vec<String> {
        self.over.missing()
    }

    /// Goes on from where another conversation stands: on its day, about its version of the policy.
    pub(super) fn begin_as(&mut self, other: &Self) -> Result<(), Halt> {
        self.today = other.today;
        self.offering = Arc::clone(&other.offering);
        self.start()
    }

    pub(super) fn last(&self) -> Option<&Outgoing> {
        self.last.as_ref()
    }

    /// Whether the channel is in no session any more. Whoever `comes_back` after a pause is welcomed and takes the case
    /// up, so that the last reply is not said again.
    pub(super) fn has_left(&self, comes_back: bool) -> bool {
        let last = self.last.as_ref();
        last.is_some_and(|last| {
            let session = &last.session;
            last.erased || session.is_over() || comes_back && session.paused
        })
    }

    /// What the session has come to.
    pub(super) fn seen(&self) -> Seen<'_> {
        let states: &[ItemState] = self.last.as_ref().map_or(&[], |last| &last.states);
        let case = self.last.as_ref().and_then(|last| last.case);
        Seen {
            policy: self.policy(),
            states,
            case,
            questions: self.asked.len(),
        }
    }

    /// Does it. `beside` is the transcript's folder; `lost` says that the reply is never delivered.
    pub(super) fn perform(&mut self, deed: &Deed, beside: &Path, lost: bool) -> Result<Done, Halt> {
        match deed {
            Deed::Arrive => self.arrive(lost),
            Deed::Type(text) => self.type_in(Said::Text(text.clone()), lost),
            Deed::Locale(tag) => self.type_in(Said::Text(self.language(tag)?), lost),
            Deed::Advance(days) => {
                self.today = self.today.plus(*days);
                Ok(Done::default())
            }
            Deed::Restart => {
                self.start()?;
                self.arrive(lost)
            }
            Deed::Kill => self.kill(lost),
            Deed::Duplicate => self.again(1, lost),
            Deed::Stale(count) => self.again(count.saturating_add(1), lost),
            Deed::Policy(written) => self.load(written, beside),
            Deed::HandOver(to) => self.hand_over(to, lost),
            Deed::Wake(wake) => self.wake(*wake, lost),
        }
    }

    /// Starts a process: whoever held the store lets go of it first.
    pub(super) fn start(&mut self) -> Result<(), Halt> {
        self.app = None;
        let seeds = Arc::clone(&self.seeds);
        let seed = move || seeds.fetch_add(1, Ordering::Relaxed);
        self.app = Some(App::new(
            Arc::clone(&self.offering),
            self.keeper.open()?,
            seed,
        ));
        Ok(())
    }

    /// The process dies before its last reply is delivered, and starts again.
    fn kill(&mut self, lost: bool) -> Result<Done, Halt> {
        let before = self.last_heard.clone();
        self.die()?;
        let done = self.arrive(lost)?;
        Ok(repeated(done, &before))
    }

    /// The process dies, and starts again on what it left behind.
    fn die(&mut self) -> Result<(), Halt> {
        let left = self.keeper.left_behind()?;
        self.app = None;
        self.keeper = left;
        self.start()
    }

    fn load(&mut self, written: &str, beside: &Path) -> Result<Done, Halt> {
        let offering = self
            .shelf
            .version(written, beside, &self.offering)
            .map_err(Halt::Impossible)?;
        self.offering = offering;
        self.changed = true;
        self.start()?;
        Ok(Done::default())
    }

    fn hand_over(&mut self, to: &str, lost: bool) -> Result<Done, Halt> {
        let case = self.last.as_ref().and_then(|last| last.case);
        let case =
            case.ok_or_else(|| Halt::Impossible("there is no case yet to hand over".into()))?;
        self.channel = self.over.handed_to(to)?;
        self.shown.clear();
        Ok(self.say(None, None, Which::Case(case), lost)?.into())
    }

    fn wake(&mut self, wake: Wake, lost: bool) -> Result<Done, Halt> {
        let case = self.last.as_ref().and_then(|last| last.case);
        let case = case.ok_or_else(|| Halt::Impossible("there is no case yet to wake".into()))?;
        let (app, today) = (self.app()?, self.today);
        let outgoing = app
            .wake(
                (case, std::slice::from_ref(&self.channel)),
                wake,
                today,
                seconds_of(today),
            )
            .map_err(|fault| failed(&fault))?;
        let heard = outgoing.map(|outgoing| self.hear(outgoing, lost));
        Ok(heard.transpose()?.unwrap_or_default().into())
    }

    fn arrive(&mut self, lost: bool) -> Result<Done, Halt> {
        Ok(self.say(None, None, Which::Current, lost)?.into())
    }

    pub(super) fn type_in(&mut self, said: Said, lost: bool) -> Result<Done, Halt> {
        let input = self.input("input", self.typed.len())?;
        let heard = self.say(Some(&said), Some(input.clone()), Which::Current, lost)?;
        self.typed.push(Typed {
            input,
            said,
            heard: heard.clone(),
        });
        Ok(heard.into())
    }

    /// Delivers the input before so many others once more: its reply is the same, and nothing happens twice.
    pub(super) fn again(&mut self, back: usize, lost: bool) -> Result<Done, Halt> {
        let typed = self.typed.len().checked_sub(back);
        let typed = typed.and_then(|at| self.typed.get(at)).cloned();
        let typed =
            typed.ok_or_else(|| Halt::Impossible("nothing was typed so long ago".into()))?;
        let (last, last_heard) = (self.last.clone(), self.last_heard.clone());
        let turns = self.turns()?;
        let heard = self.say(Some(&typed.said), Some(typed.input), Which::Current, lost)?;
        if self.turns()? != turns {
            let told = (Subject::TakenTwice, in_one_line(&typed.heard));
            return Ok(Done {
                heard,
                repeats: Some(told),
            });
        }
        // The reply was a view of the session as it stood then; it stands where it stood before.
        (self.last, self.last_heard) = (last, last_heard);
        Ok(repeated(heard.into(), &typed.heard))
    }

    fn input(&self, kind: &str, number: impl std::fmt::Display) -> Result<InputId, Halt> {
        InputId::parse(&format!("{kind}-{number}")).map_err(|fault| Halt::Failed(fault.to_string()))
    }
}

const SECONDS_A_DAY: i64 = 86_400;

/// A time on that day.
fn seconds_of(day: Day) -> UnixSeconds {
    UnixSeconds(i64::from(day.days_since(Day::ORIGIN)).saturating_mul(SECONDS_A_DAY))
}

fn failed(fault: &TurnError) -> Halt {
    Halt::Failed(fault.to_string())
}

/// The same, with how it differs from the reply it should repeat.
fn repeated(done: Done, before: &Heard) -> Done {
    let same = done.heard.said == before.said && done.heard.choices == before.choices;
    Done {
        repeats: (!same).then(|| (Subject::Repeated, in_one_line(before))),
        ..done
    }
}

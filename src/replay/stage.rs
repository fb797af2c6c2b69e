//! Playing deeds: what an office does, against an application that is started again when a deed says so.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::day::Day;
use crate::domain::dialog::event::Scope;
use crate::domain::dialog::{ItemState, Position, Wake};
use crate::domain::message::Message;
use crate::domain::name::StepName;
use crate::domain::policy::Policy;
use crate::domain::transcript::{Deed, Header, Heard, Seen, Subject, Utterance};
use crate::locale::Locale;
use crate::replay::keeper::{Keeper, Keeping};
use crate::replay::shelf::Shelf;
use crate::store::{ChannelKey, InputId, UnixSeconds};
use crate::turn::{App, Incoming, Input, Offering, Outgoing, TurnError, Which};

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

/// What came of a deed.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) heard: Heard,
    /// How it differs from a reply it should repeat, and that reply.
    pub(super) repeats: Option<(Subject, String)>,
}

/// An input that was typed, so that it can be delivered again.
#[derive(Debug, Clone)]
struct Typed {
    input: InputId,
    text: String,
    heard: Heard,
}

/// A conversation that is being played.
pub(super) struct Stage<'s> {
    shelf: &'s Shelf,
    offering: Arc<Offering>,
    keeper: Keeper,
    app: Option<App>,
    seeds: Arc<AtomicU64>,
    channel: ChannelKey,
    locale: String,
    today: Day,
    typed: Vec<Typed>,
    last: Option<Outgoing>,
    last_heard: Heard,
    asked: BTreeSet<(Scope, StepName)>,
}

impl<'s> Stage<'s> {
    pub(super) fn set(
        shelf: &'s Shelf,
        offering: Arc<Offering>,
        header: &Header,
        locale: &str,
        keeping: Keeping,
    ) -> Result<Self, Halt> {
        let mut stage = Self {
            shelf,
            offering,
            keeper: Keeper::new(keeping)?,
            app: None,
            seeds: Arc::new(AtomicU64::new(1)),
            channel: channel(&header.channel)?,
            locale: locale.into(),
            today: header.today,
            typed: Vec::new(),
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

    /// The version of the session; nothing before the first reply.
    pub(super) fn version(&self) -> Option<u64> {
        self.last.as_ref().map(|last| last.version)
    }

    /// Whether the channel is in no session any more. Whoever `comes_back` after a pause is welcomed and takes the case
    /// up, so that the last reply is not said again.
    pub(super) fn has_left(&self, comes_back: bool) -> bool {
        let session = self.last.as_ref().map(|last| &last.session);
        session.is_some_and(|session| session.is_over() || comes_back && session.paused)
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
            Deed::Type(text) => self.type_in(text.clone(), lost),
            Deed::Locale(tag) => self.type_in(self.language(tag)?, lost),
            Deed::Advance(days) => {
                self.today = self.today.plus(*days);
                Ok(Done::default())
            }
            Deed::Restart => {
                self.start()?;
                self.arrive(lost)
            }
            Deed::Kill => {
                let before = self.last_heard.clone();
                self.start()?;
                let done = self.arrive(lost)?;
                Ok(repeated(done, &before))
            }
            Deed::Duplicate => self.again(1, lost),
            Deed::Stale(count) => self.again(count.saturating_add(1), lost),
            Deed::Policy(written) => self.load(written, beside),
            Deed::HandOver(to) => self.hand_over(to, lost),
            Deed::Wake(wake) => self.wake(*wake, lost),
        }
    }

    /// Starts a process: whoever held the store lets go of it first.
    fn start(&mut self) -> Result<(), Halt> {
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

    fn load(&mut self, written: &str, beside: &Path) -> Result<Done, Halt> {
        let offering = self
            .shelf
            .version(written, beside, &self.offering)
            .map_err(Halt::Impossible)?;
        self.offering = offering;
        self.start()?;
        Ok(Done::default())
    }

    fn hand_over(&mut self, to: &str, lost: bool) -> Result<Done, Halt> {
        let case = self.last.as_ref().and_then(|last| last.case);
        let case =
            case.ok_or_else(|| Halt::Impossible("there is no case yet to hand over".into()))?;
        self.channel = channel(to)?;
        let heard = self.say(None, None, Which::Case(case), lost)?;
        Ok(Done {
            heard,
            repeats: None,
        })
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
        Ok(Done {
            heard: heard.transpose()?.unwrap_or_default(),
            repeats: None,
        })
    }

    fn arrive(&mut self, lost: bool) -> Result<Done, Halt> {
        let heard = self.say(None, None, Which::Current, lost)?;
        Ok(Done {
            heard,
            repeats: None,
        })
    }

    fn type_in(&mut self, text: String, lost: bool) -> Result<Done, Halt> {
        let input = InputId::parse(&format!("input-{}", self.typed.len()));
        let input = input.map_err(|fault| Halt::Failed(fault.to_string()))?;
        let heard = self.say(Some(&text), Some(input.clone()), Which::Current, lost)?;
        self.typed.push(Typed {
            input,
            text,
            heard: heard.clone(),
        });
        Ok(Done {
            heard,
            repeats: None,
        })
    }

    /// Delivers the input before so many others once more: its reply is the same, and nothing happens twice.
    fn again(&mut self, back: usize, lost: bool) -> Result<Done, Halt> {
        let typed = self
            .typed
            .len()
            .checked_sub(back)
            .and_then(|at| self.typed.get(at))
            .cloned();
        let typed =
            typed.ok_or_else(|| Halt::Impossible("nothing was typed so long ago".into()))?;
        let (last, last_heard) = (self.last.clone(), self.last_heard.clone());
        let text = Some(typed.text.as_str());
        let heard = self.say(text, Some(typed.input), Which::Current, lost)?;
        let again = self.last.as_ref().is_some_and(|last| last.again);
        let twice = !again && last.as_ref().map(|last| last.version) != self.version();
        if !twice {
            // The reply was a view of the session as it stood then; it stands where it stood before.
            (self.last, self.last_heard) = (last, last_heard);
        }
        let done = repeated(
            Done {
                heard,
                repeats: None,
            },
            &typed.heard,
        );
        let told = || (Subject::TakenTwice, in_one_line(&typed.heard));
        Ok(Done {
            repeats: if twice { Some(told()) } else { done.repeats },
            ..done
        })
    }

    fn say(
        &mut self,
        text: Option<&str>,
        input: Option<InputId>,
        which: Which,
        lost: bool,
    ) -> Result<Heard, Halt> {
        let incoming = Incoming {
            channel: &self.channel,
            id: input,
            which,
            input: text.map_or(Input::Arrived, Input::Text),
            locale: &self.locale,
            today: self.today,
            at: seconds_of(self.today),
        };
        let outgoing = self
            .app()?
            .turn(&incoming)
            .map_err(|fault| failed(&fault))?;
        self.hear(outgoing, lost)
    }

    fn app(&self) -> Result<&App, Halt> {
        let app = self.app.as_ref();
        app.ok_or_else(|| Halt::Failed("the process is not running".into()))
    }

    fn hear(&mut self, outgoing: Outgoing, lost: bool) -> Result<Heard, Halt> {
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
    fn language(&self, tag: &str) -> Result<String, Halt> {
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

const SECONDS_A_DAY: i64 = 86_400;

/// A time on that day.
fn seconds_of(day: Day) -> UnixSeconds {
    UnixSeconds(i64::from(day.days_since(Day::ORIGIN)).saturating_mul(SECONDS_A_DAY))
}

fn failed(fault: &TurnError) -> Halt {
    Halt::Failed(fault.to_string())
}

fn channel(name: &str) -> Result<ChannelKey, Halt> {
    ChannelKey::parse(&format!("{name}:replay"))
        .map_err(|fault| Halt::Impossible(fault.to_string()))
}

/// The same, with how it differs from the reply it should repeat.
fn repeated(done: Done, before: &Heard) -> Done {
    let same = done.heard.said == before.said && done.heard.choices == before.choices;
    Done {
        repeats: (!same).then(|| (Subject::Repeated, in_one_line(before))),
        ..done
    }
}

/// Everything that was said and offered, on one line.
pub(super) fn in_one_line(heard: &Heard) -> String {
    let said = heard.said.iter().map(|one| one.text.clone());
    let choices = heard.choices.iter().map(|one| format!("[{}]", one.text));
    said.chain(choices).collect::<Vec<_>>().join(" ")
}

/// What is told, how far along it is, what is asked and how it can be answered; then the choices.
fn heard(outgoing: &Outgoing, locale: &Locale) -> Heard {
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

//! Where updates are decided: who may, what it means, and what is said. Nothing here waits for Telegram.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use lru::LruCache;
use secrecy::{ExposeSecret, SecretString};
use teloxide_core::types::ChatId;

use crate::access::{Access, Allowed, Limit};
use crate::channel::telegram::button::{Chosen, Seal};
use crate::channel::telegram::keyboard::typed;
use crate::channel::telegram::plan::{Plan, Take};
use crate::channel::telegram::received::{Received, What};
use crate::channel::telegram::sender::Job;
use crate::channel::telegram::{Clock, Dead, Stop};
use crate::domain::day::Day;
use crate::domain::dialog::typed::identifiers;
use crate::store::{ChannelKey, InputId, UnixSeconds};
use crate::turn::{App, Incoming, Mark, Outgoing, TurnError};

/// How many updates are remembered, so that one that comes twice is decided once.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(16_383);

/// The hours at which an office is told something it did not just ask for.
const DAYTIME: std::ops::Range<u8> = 8..20;

/// A day in seconds.
const DAY: i64 = 24 * 3600;

/// What decides updates.
pub(super) struct Desk {
    pub(super) app: App,
    /// Who may come in; nobody is asked where everybody may.
    pub(super) access: Option<Access>,
    pub(super) seal: Seal,
    pub(super) locale: String,
    clock: Clock,
    today: Option<Day>,
    /// The number of the bot, which every token begins with.
    bot: String,
    began: Instant,
    limit: Mutex<Limit>,
    seen: Mutex<LruCache<u32, ()>>,
    /// Groups that were told that the service works in private chats only.
    groups: Mutex<LruCache<i64, ()>>,
    /// The choices that are ticked in a chat and not sent yet, with their question.
    ticks: Mutex<LruCache<ChannelKey, (Mark, Chosen)>>,
    dead: Dead,
}

/// What a desk is set up with.
pub(super) struct Setup {
    pub(super) app: App,
    pub(super) access: Option<Access>,
    pub(super) locale: String,
    pub(super) clock: Clock,
    pub(super) today: Option<Day>,
    pub(super) messages_per_minute: u16,
    pub(super) dead: Dead,
}

/// What a batch of updates comes to.
#[derive(Default)]
pub(super) struct Decided {
    pub(super) jobs: Vec<(ChatId, Job)>,
    /// Why nothing more can be taken.
    pub(super) stop: Option<Stop>,
}

impl Desk {
    pub(super) fn new(setup: Setup, token: &SecretString) -> Self {
        let token = token.expose_secret();
        Self {
            app: setup.app,
            access: setup.access,
            seal: Seal::of(token),
            locale: setup.locale,
            clock: setup.clock,
            today: setup.today,
            bot: token.split(':').next().unwrap_or_default().to_owned(),
            began: Instant::now(),
            limit: Mutex::new(Limit::a_minute(setup.messages_per_minute)),
            seen: Mutex::new(LruCache::new(REMEMBERED)),
            groups: Mutex::new(LruCache::new(REMEMBERED)),
            ticks: Mutex::new(LruCache::new(REMEMBERED)),
            dead: setup.dead,
        }
    }

    /// Decides updates in order and makes what they lead to durable in one commit.
    pub(super) fn decide(&self, updates: Vec<Received>) -> Decided {
        let mut here = HashSet::new();
        let new: Vec<Received> = updates
            .into_iter()
            .filter(|one| !self.seen().contains(&one.update) && here.insert(one.update))
            .collect();
        let numbers: Vec<u32> = new.iter().map(|one| one.update).collect();
        let decided = catch_unwind(AssertUnwindSafe(|| self.together(&new)));
        let decided = decided.unwrap_or_else(|_| self.one_by_one(&new));
        if decided.stop.is_none() {
            let mut seen = self.seen();
            numbers.into_iter().for_each(|number| {
                seen.put(number, ());
            });
        }
        decided
    }

    /// After a panic: each by itself, so that only the update that brings it about is lost.
    fn one_by_one(&self, updates: &[Received]) -> Decided {
        let mut all = Decided::default();
        for update in updates {
            let one = std::slice::from_ref(update);
            match catch_unwind(AssertUnwindSafe(|| self.together(one))) {
                Ok(decided) => {
                    all.jobs.extend(decided.jobs);
                    all.stop = all.stop.or(decided.stop);
                }
                Err(_) => {
                    self.dead.bury(update.update, update.chat.0);
                    all.jobs.extend(self.apology(update));
                }
            }
        }
        all
    }

    /// Decides updates in order, whatever it takes.
    pub(super) fn together(&self, updates: &[Received]) -> Decided {
        let mut stop = None;
        let plans: Vec<Plan> = updates
            .iter()
            .map(|update| {
                self.plan(update).unwrap_or_else(|fault| {
                    stop = Some(fault);
                    Plan::Nothing
                })
            })
            .collect();
        let takes = plans.iter().filter_map(Plan::take);
        let incoming: Vec<Incoming<'_>> = takes.map(|take| self.incoming(take)).collect();
        let mut outcomes = self.app.turns(&incoming).into_iter();
        drop(incoming);
        let mut decided = Decided {
            jobs: Vec::new(),
            stop,
        };
        for (update, plan) in updates.iter().zip(plans) {
            let outcome = plan.take().and_then(|_| outcomes.next());
            self.conclude(update, plan, outcome, &mut decided);
        }
        decided
    }

    fn incoming<'a>(&'a self, take: &'a Take) -> Incoming<'a> {
        Incoming {
            channel: &take.channel,
            id: Some(take.id.clone()),
            which: take.which,
            input: take.input(),
            locale: &take.locale,
            today: self.today(),
            at: self.at(),
        }
    }

    fn conclude(
        &self,
        update: &Received,
        plan: Plan,
        outcome: Option<Result<Outgoing, TurnError>>,
        decided: &mut Decided,
    ) {
        let unread = unread_identifiers(update, &plan);
        let jobs = match outcome {
            None => plan.jobs(self, update),
            Some(Ok(outgoing)) => {
                decided.jobs.extend(self.told_others(&outgoing));
                self.replied(update, &plan, outgoing)
            }
            Some(Err(fault)) => match Stop::of(&fault) {
                Some(stop) => {
                    decided.stop = Some(stop);
                    Vec::new()
                }
                None => self.excused(update, &plan, &fault),
            },
        };
        let jobs = unread.into_iter().chain(jobs);
        decided.jobs.extend(jobs.map(|job| (update.chat, job)));
    }

    /// The choices that are ticked in a chat, as they can be typed.
    pub(super) fn ticked(&self, channel: &ChannelKey) -> Option<(Mark, String)> {
        let (mark, chosen) = *self.ticks().get(channel)?;
        (chosen != 0).then(|| (mark, typed(chosen)))
    }

    /// The choices that are ticked under this question.
    pub(super) fn ticks_of(&self, channel: &ChannelKey, mark: Mark) -> Chosen {
        let ticks = self.ticks();
        let here = ticks.peek(channel).filter(|(under, _)| *under == mark);
        here.map_or(0, |(_, chosen)| *chosen)
    }

    /// Notes which choices are ticked now.
    pub(super) fn tick(&self, channel: ChannelKey, mark: Mark, chosen: Chosen) {
        self.ticks().put(channel, (mark, chosen));
    }

    fn ticks(&self) -> MutexGuard<'_, LruCache<ChannelKey, (Mark, Chosen)>> {
        self.ticks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a message of this chat is taken now.
    pub(super) fn allowed(&self, channel: &ChannelKey) -> Allowed {
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let mut limit = self.limit.lock().unwrap_or_else(PoisonError::into_inner);
        limit.allow(channel, now)
    }

    /// Whether a group was not answered yet. It is answered once.
    pub(super) fn first_of_group(&self, chat: i64) -> bool {
        let mut groups = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
        groups.put(chat, ()).is_none()
    }

    /// Notes an update that cannot be read.
    pub(super) fn bury(&self, update: i64) {
        self.dead.bury(u32::try_from(update).unwrap_or(u32::MAX), 0);
    }

    /// The time as sessions know it: where the day is set, this hour of that day.
    pub(super) fn at(&self) -> UnixSeconds {
        let UnixSeconds(now) = self.now();
        let days = |day: Day| i64::from(day.days_since(Day::ORIGIN));
        let set = |day| {
            UnixSeconds(
                days(day)
                    .saturating_mul(DAY)
                    .saturating_add(now.rem_euclid(DAY)),
            )
        };
        self.today.map_or(UnixSeconds(now), set)
    }

    /// The time as those who come in know it.
    pub(super) fn now(&self) -> UnixSeconds {
        (self.clock.now)()
    }

    /// Whether an office is written to that has not written just now: by day. Where the day is set, at any hour.
    pub(super) fn is_daytime(&self) -> bool {
        self.today.is_some() || DAYTIME.contains(&(self.clock.hour)())
    }

    pub(super) fn today(&self) -> Day {
        self.today.unwrap_or_else(self.clock.today)
    }

    /// The name of an update in the store. Another bot counts its updates anew.
    pub(super) fn id(&self, update: u32) -> Option<InputId> {
        InputId::parse(&format!("{}-{update}", self.bot)).ok()
    }

    fn seen(&self) -> MutexGuard<'_, LruCache<u32, ()>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The deletion of a message that may hold a patient's name or numbers and that the conversation does not look at: from
/// somebody outside, too much at once, beside a command, or put into a message afterwards.
fn unread_identifiers(update: &Received, plan: &Plan) -> Option<Job> {
    let (What::Text(text, id) | What::Edited(text, id)) = &update.what else {
        return None;
    };
    let read = plan.take().is_some_and(|take| take.says(text));
    (!read && !identifiers(text).is_empty()).then_some(Job::Delete(*id))
}

/// The channel of a chat.
pub(super) fn channel(chat: ChatId) -> Option<ChannelKey> {
    ChannelKey::parse(&format!("telegram:{}", chat.0)).ok()
}

/// The chat of a channel; nothing when it is none of Telegram.
pub(super) fn chat(channel: &ChannelKey) -> Option<ChatId> {
    let number = channel.as_str().strip_prefix("telegram:")?;
    number.parse().ok().map(ChatId)
}

#[cfg(test)]
mod tests;

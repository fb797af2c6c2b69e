//! Inputs decided one after the other, before any of it is durable.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::dialog::event::Event;
use crate::domain::dialog::{CaseReference, Session};
use crate::store::{Agenda, Binding, ChannelKey, InputId, Log, SessionKey, Taken, Turn, Write};
use crate::turn::cache::Kept;
use crate::turn::found::Found;
use crate::turn::{App, Incoming, Input, Outgoing, Told, TurnError, Which, key_of};

/// What a batch comes to so far.
pub(super) struct Draft<'a> {
    app: &'a App,
    /// The sessions channels are in, where the batch has looked.
    current: HashMap<ChannelKey, Option<SessionKey>>,
    /// The sessions the batch has touched.
    pub(super) sessions: HashMap<SessionKey, Kept>,
    /// What is to be written, in order.
    pub(super) writes: Vec<Write>,
    /// The sessions to erase.
    pub(super) erased: BTreeSet<SessionKey>,
    /// The inputs that were looked at.
    inputs: HashSet<(ChannelKey, InputId)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(app: &'a App) -> Self {
        Self {
            app,
            current: HashMap::new(),
            sessions: HashMap::new(),
            writes: Vec::new(),
            erased: BTreeSet::new(),
            inputs: HashSet::new(),
        }
    }

    /// The reply to an input that was decided before, in this batch or another: the session is shown as that input left
    /// it. Nothing is left to show of an erased one: its office is answered as anybody who comes.
    fn taken_before(&mut self, incoming: &Incoming<'_>) -> Result<Option<Outgoing>, TurnError> {
        let Some(id) = &incoming.id else {
            return Ok(None);
        };
        let name = (incoming.channel.clone(), id.clone());
        let in_batch = !self.inputs.insert(name);
        let taken = self.app.store.taken(incoming.channel, id)?;
        if taken.is_none() && !in_batch {
            return Ok(None);
        }
        let log = taken.map(|taken| self.app.log_then(&taken)).transpose()?;
        let (case, kept, owed) = match log.flatten() {
            Some((case, log)) => (case, Kept::of(&log, incoming.locale), true),
            None => {
                let here = Incoming {
                    which: Which::Current,
                    ..incoming.clone()
                };
                let found = self.find(&here)?;
                (found.case, found.kept, in_batch)
            }
        };
        let told = Told {
            owed,
            again: true,
            ..Told::default()
        };
        let outgoing = self.app.outgoing(case, &kept, incoming.today, told);
        Ok(Some(outgoing))
    }

    /// Decides an input on what those before it led to.
    pub(super) fn decide(&mut self, incoming: &Incoming<'_>) -> Result<Outgoing, TurnError> {
        if let Some(outgoing) = self.taken_before(incoming)? {
            return Ok(outgoing);
        }
        let mut found = self.find(incoming)?;
        let heard = found.heard(self.app, incoming);
        let events = heard.events;
        if !events.is_empty() {
            found.kept.session.turn(&events);
        }
        let written = self.note(&mut found, &events)?;
        let told = Told {
            tell: heard.tell,
            rejected: heard.rejected,
            owed: !events.is_empty()
                || found.kept.owed && !found.enters && incoming.input == Input::Arrived,
            again: false,
            unseen: heard.unseen,
        };
        let mut outgoing = self
            .app
            .outgoing(found.case, &found.kept, incoming.today, told);
        self.shown(incoming.channel, &mut found);
        if let Some(key) = written {
            self.sessions.insert(key.clone(), found.kept);
            self.write(incoming, key, events, &outgoing);
        } else {
            self.remember(incoming, &found)?;
        }
        if outgoing.erased {
            outgoing.left = self.erase(incoming, &outgoing)?;
        }
        Ok(outgoing)
    }

    /// Notes what happened; the session to be written, if anything is.
    fn note(&self, found: &mut Found, events: &[Event]) -> Result<Option<SessionKey>, TurnError> {
        if events.is_empty() {
            return Ok(None);
        }
        let seed = || CaseReference::from_seed((self.app.seeds)());
        let case = *found.case.get_or_insert_with(seed);
        found.kept.version = found.kept.version.saturating_add(1);
        found.kept.owed = true;
        found.kept.session.last_turn = events.to_vec();
        found.kept.seen.clear();
        key_of(case).map(Some)
    }

    /// Notes that the channel is shown where the session stands after this.
    fn shown(&mut self, channel: &ChannelKey, found: &mut Found) {
        found.kept.shown(channel);
        let Some(Ok(key)) = found.case.map(key_of) else {
            return;
        };
        match self.sessions.get_mut(&key) {
            Some(kept) => kept.shown(channel),
            None => self.app.cache.shown((&key, found.kept.version), channel),
        }
    }

    fn write(
        &mut self,
        incoming: &Incoming<'_>,
        key: SessionKey,
        events: Vec<Event>,
        outgoing: &Outgoing,
    ) {
        let over = events.iter().any(Event::is_end);
        let channel = incoming.channel.clone();
        let now_in = (!over).then(|| key.clone());
        self.current.insert(channel.clone(), now_in);
        self.writes.push(Write {
            key,
            expected_version: outgoing.version.saturating_sub(1),
            reply_owed: true,
            turn: Turn {
                input: incoming.id.clone(),
                events,
                at: incoming.at,
            },
            channel: Some(channel.clone()),
            binding: Some(if over {
                Binding::Leave(channel)
            } else {
                Binding::Enter(channel)
            }),
            agenda: self.app.agenda(outgoing, incoming.today),
        });
    }

    /// What leads to nothing is known as decided all the same: when it comes again, another question may wait. A channel
    /// that enters a session does so without a turn.
    fn remember(&mut self, incoming: &Incoming<'_>, found: &Found) -> Result<(), TurnError> {
        let enters = found.enters && found.case.is_some();
        if incoming.id.is_none() && !enters {
            return Ok(());
        }
        let key = found.case.map(key_of).transpose()?;
        if enters {
            self.current.insert(incoming.channel.clone(), key.clone());
        }
        self.writes.push(Write {
            key: key.unwrap_or_else(SessionKey::none),
            expected_version: found.kept.version,
            reply_owed: false,
            turn: Turn {
                input: incoming.id.clone(),
                events: Vec::new(),
                at: incoming.at,
            },
            channel: Some(incoming.channel.clone()),
            binding: enters.then(|| Binding::Enter(incoming.channel.clone())),
            agenda: Agenda::default(),
        });
        Ok(())
    }

    /// The session goes once what was written before is durable; what the channel says next begins another one. Gives the
    /// other channels that were in it.
    fn erase(
        &mut self,
        incoming: &Incoming<'_>,
        outgoing: &Outgoing,
    ) -> Result<Vec<ChannelKey>, TurnError> {
        let Some(case) = outgoing.case else {
            return Ok(Vec::new());
        };
        let known = self.app.store.load(&key_of(case)?)?;
        let mut others = known.map(|log| log.channels).unwrap_or_default();
        others.retain(|channel| channel != incoming.channel);
        self.erased.insert(key_of(case)?);
        self.current.insert(incoming.channel.clone(), None);
        self.app.present(case, &others)
    }

    fn find(&mut self, incoming: &Incoming<'_>) -> Result<Found, TurnError> {
        let current = self.current(incoming.channel)?;
        let key = match incoming.which {
            Which::Case(case) => Some(key_of(case)?),
            Which::New | Which::Apart | Which::Current => current.clone(),
        };
        let kept = match key.as_ref().map(|key| self.kept(key, incoming.locale)) {
            // A channel that comes by itself leaves a case about another policy, which stays as it is.
            Some(Err(TurnError::OtherPolicy(_))) if !matches!(incoming.which, Which::Case(_)) => {
                None
            }
            kept => kept.transpose()?.flatten(),
        };
        let (key, kept) = match (key, kept) {
            (Some(key), Some(kept)) => (key, kept),
            (_, None) if matches!(incoming.which, Which::Case(_)) => {
                return Err(TurnError::NoSuchCase);
            }
            _ => return Ok(Found::unbegun(incoming, false)),
        };
        let leaves = match incoming.which {
            Which::New => kept.session.has_begun(),
            Which::Apart => true,
            Which::Current | Which::Case(_) => false,
        };
        if leaves {
            return Ok(Found::unbegun(incoming, true));
        }
        Ok(Found {
            case: CaseReference::parse(key.as_str()).ok(),
            enters: current.as_ref() != Some(&key),
            begins: false,
            kept,
        })
    }

    fn current(&mut self, channel: &ChannelKey) -> Result<Option<SessionKey>, TurnError> {
        if let Some(current) = self.current.get(channel) {
            return Ok(current.clone());
        }
        let current = self.app.store.session_of(channel)?;
        self.current.insert(channel.clone(), current.clone());
        Ok(current)
    }

    fn kept(&self, key: &SessionKey, locale: &str) -> Result<Option<Kept>, TurnError> {
        if self.erased.contains(key) {
            return Ok(None);
        }
        if let Some(kept) = self.sessions.get(key) {
            return Ok(Some(kept.clone()));
        }
        self.app.kept(key, locale)
    }
}

impl App {
    /// A session as it stands; nothing when there is none.
    ///
    /// # Errors
    /// When the store fails, or the session is about another policy: its answers mean nothing to this one.
    pub(super) fn kept(&self, key: &SessionKey, locale: &str) -> Result<Option<Kept>, TurnError> {
        if let Some(kept) = self.cache.get(key) {
            return Ok(Some(kept));
        }
        let kept = self.store.load(key)?.map(|log| Kept::of(&log, locale));
        if let Some(kept) = &kept {
            self.own(&kept.session)?;
            self.cache.put(key.clone(), kept.clone());
        }
        Ok(kept)
    }

    /// Refuses a session about another policy than the one on offer.
    pub(super) fn own(&self, session: &Session) -> Result<(), TurnError> {
        let own = self.offering.policy.name();
        let policy = session.pins.as_ref().map(|pins| &pins.policy);
        let other = policy.filter(|policy| *policy != own);
        other.map_or(Ok(()), |other| Err(TurnError::OtherPolicy(other.clone())))
    }

    /// The session that took an input, with its log up to there; nothing when it was erased.
    fn log_then(&self, taken: &Taken) -> Result<Option<(Option<CaseReference>, Log)>, TurnError> {
        let Some(mut log) = self.store.load(&taken.key)? else {
            return Ok(None);
        };
        log.turns
            .truncate(usize::try_from(taken.version).unwrap_or(usize::MAX));
        log.version = taken.version;
        Ok(Some((CaseReference::parse(taken.key.as_str()).ok(), log)))
    }
}

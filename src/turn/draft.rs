//! Inputs decided one after the other, before any of it is durable.

use std::collections::{BTreeSet, HashMap};

use crate::domain::dialog::event::Event;
use crate::domain::dialog::{CaseReference, Context, Decision, Position, Rejection, Session, Tell};
use crate::store::{Binding, ChannelKey, Log, SessionKey, Turn, Write};
use crate::turn::cache::Kept;
use crate::turn::{App, Incoming, Input, Mark, Outgoing, Told, TurnError, Which, key_of, place};

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
}

/// A session as an input found it.
struct Found {
    case: Option<CaseReference>,
    /// Whether the channel is in another session, or in none.
    enters: bool,
    kept: Kept,
}

impl<'a> Draft<'a> {
    pub(super) fn new(app: &'a App) -> Self {
        Self {
            app,
            current: HashMap::new(),
            sessions: HashMap::new(),
            writes: Vec::new(),
            erased: BTreeSet::new(),
        }
    }

    /// Decides an input on what those before it led to.
    pub(super) fn decide(&mut self, incoming: &Incoming<'_>) -> Result<Outgoing, TurnError> {
        if let Some(outgoing) = self.app.taken_before(incoming)? {
            return Ok(outgoing);
        }
        let mut found = self.find(incoming)?;
        let stale = found.is_stale(self.app, incoming);
        let pins = self.app.offering.pins();
        let view = self.app.view(&found.kept.session, incoming.today);
        let mut events: Vec<Event> = view.repinned(pins).into_iter().collect();
        if !events.is_empty() {
            found.kept.session.turn(&events);
        }
        let heard = if stale {
            Err(Rejection::Stale)
        } else {
            self.app.hear(incoming, &found.kept.session)
        };
        let (decision, rejected) = match heard {
            Ok(decision) => (decision, None),
            Err(rejection) => (Decision::default(), Some(rejection)),
        };
        events.extend(decision.events.iter().cloned());
        if !decision.events.is_empty() {
            found.kept.session.turn(&decision.events);
        }
        let written = self.note(incoming, &mut found, &events)?;
        let told = Told {
            tell: decision.tell,
            rejected,
            owed: found.kept.owed,
            again: false,
        };
        let outgoing = self
            .app
            .outgoing(found.case, &found.kept, incoming.today, told);
        if let Some(key) = written {
            self.sessions.insert(key.clone(), found.kept);
            self.write(incoming, key, events, &outgoing);
        }
        if decision.tell == Some(Tell::Erased) {
            self.erase(incoming, &outgoing)?;
        }
        Ok(outgoing)
    }

    /// Notes what happened; the session to be written, if anything is.
    fn note(
        &self,
        incoming: &Incoming<'_>,
        found: &mut Found,
        events: &[Event],
    ) -> Result<Option<SessionKey>, TurnError> {
        if events.is_empty() && !found.enters {
            found.kept.owed &= incoming.input == Input::Arrived;
            return Ok(None);
        }
        let seed = || CaseReference::from_seed((self.app.seeds)());
        let case = *found.case.get_or_insert_with(seed);
        found.kept.version = found.kept.version.saturating_add(1);
        found.kept.owed = !events.is_empty();
        found.kept.session.last_turn = events.to_vec();
        key_of(case).map(Some)
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
            reply_owed: !events.is_empty(),
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

    /// The session goes once what was written before is durable; what the channel says next begins another one.
    fn erase(&mut self, incoming: &Incoming<'_>, outgoing: &Outgoing) -> Result<(), TurnError> {
        if let Some(case) = outgoing.case {
            self.erased.insert(key_of(case)?);
            self.current.insert(incoming.channel.clone(), None);
        }
        Ok(())
    }

    fn find(&mut self, incoming: &Incoming<'_>) -> Result<Found, TurnError> {
        let current = self.current(incoming.channel)?;
        let key = match incoming.which {
            Which::New => None,
            Which::Case(case) => Some(key_of(case)?),
            Which::Current => current.clone(),
        };
        let kept = key
            .as_ref()
            .map(|key| self.kept(key, incoming.locale))
            .transpose()?
            .flatten();
        match (key, kept) {
            (Some(key), Some(kept)) => Ok(Found {
                case: CaseReference::parse(key.as_str()).ok(),
                enters: current.as_ref() != Some(&key),
                kept,
            }),
            (_, None) if matches!(incoming.which, Which::Case(_)) => Err(TurnError::NoSuchCase),
            _ => Ok(Found {
                case: None,
                enters: false,
                kept: Kept::unbegun(incoming.locale),
            }),
        }
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

impl Found {
    /// Whether a button was pressed that belongs to another question than the one that waits.
    fn is_stale(&self, app: &App, incoming: &Incoming<'_>) -> bool {
        let Input::Press { mark, .. } = incoming.input else {
            return false;
        };
        let view = app.view(&self.kept.session, incoming.today);
        let position = view.position(&view.states());
        let here = Mark {
            case: self.case,
            version: self.kept.version,
            place: place(&position),
        };
        mark != here
    }
}

impl App {
    /// A session as it stands; nothing when there is none.
    pub(super) fn kept(&self, key: &SessionKey, locale: &str) -> Result<Option<Kept>, TurnError> {
        if let Some(kept) = self.cache.get(key) {
            return Ok(Some(kept));
        }
        let kept = self.store.load(key)?.map(|log| Kept::of(&log, locale));
        if let Some(kept) = &kept {
            self.cache.put(key.clone(), kept.clone());
        }
        Ok(kept)
    }

    /// The reply to an input that was taken before: the session is shown as that input left it.
    fn taken_before(&self, incoming: &Incoming<'_>) -> Result<Option<Outgoing>, TurnError> {
        let Some((key, log)) = self.log_with(incoming)? else {
            return Ok(None);
        };
        let kept = Kept::of(&log, incoming.locale);
        let told = Told {
            tell: None,
            rejected: None,
            owed: true,
            again: true,
        };
        let case = CaseReference::parse(key.as_str()).ok();
        Ok(Some(self.outgoing(case, &kept, incoming.today, told)))
    }

    /// The session that took this input, with its log up to there.
    fn log_with(&self, incoming: &Incoming<'_>) -> Result<Option<(SessionKey, Log)>, TurnError> {
        let Some(id) = &incoming.id else {
            return Ok(None);
        };
        let Some(taken) = self.store.taken(incoming.channel, id)? else {
            return Ok(None);
        };
        // An erased session has nothing left to show: its office is answered as anybody who comes.
        let Some(mut log) = self.store.load(&taken.key)? else {
            return Ok(None);
        };
        log.turns
            .truncate(usize::try_from(taken.version).unwrap_or(usize::MAX));
        log.version = taken.version;
        Ok(Some((taken.key, log)))
    }

    fn hear(&self, incoming: &Incoming<'_>, session: &Session) -> Result<Decision, Rejection> {
        let view = self.view(session, incoming.today);
        let Some(text) = incoming.input.said() else {
            return Ok(view.arrived());
        };
        let states = view.states();
        let position: Position = view.position(&states);
        let words = self
            .offering
            .words(&session.locale)
            .ok_or(Rejection::NotUnderstood)?;
        let context = Context {
            view,
            states: &states,
            position: &position,
            words,
        };
        context.decide(context.interpret(text)?, self.offering.pins())
    }
}

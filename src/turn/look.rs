//! Looking at a case from outside the conversation: nothing happens and nothing is written.

use crate::domain::day::Day;
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::{CaseReference, Session};
use crate::store::{ChannelKey, Listed, Log, SessionKey, UnixSeconds};
use crate::turn::cache::Kept;
use crate::turn::{App, Outgoing, Told, TurnError, key_of};

impl App {
    /// A case as it stands on that day under the policy on offer, with its answers and its assessment as the reply.
    ///
    /// # Errors
    /// When the store fails, there is no such case, or it is about another policy.
    pub fn look(&self, case: CaseReference, today: Day) -> Result<Outgoing, TurnError> {
        let log = self.log(case)?;
        let turns = log.turns.iter().map(|turn| turn.events.as_slice());
        let mut session = Session::replay("", turns);
        self.own(&session)?;
        let changed = self.view(&session, today).repinned(self.offering.pins());
        session.turn(changed.as_slice());
        let view = self.view(&session, today);
        let states = view.states();
        let position = view.position(&states);
        let scene = Scene {
            view,
            states: &states,
            position: &position,
            case: Some(case),
        };
        Ok(Outgoing {
            case: Some(case),
            version: log.version,
            locale: session.locale.clone(),
            reply: scene.overview(),
            states,
            position,
            session,
            taken: Vec::new(),
            details: false,
            rejected: None,
            again: false,
            erased: false,
            left: Vec::new(),
        })
    }

    /// What happened in a case, turn by turn.
    ///
    /// # Errors
    /// When the store fails or there is no such case.
    pub fn log(&self, case: CaseReference) -> Result<Log, TurnError> {
        let log = self.store.load(&key_of(case)?)?;
        log.ok_or(TurnError::NoSuchCase)
    }

    /// What is asked in the session a channel is in, or would be asked in a new one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn peek(
        &self,
        channel: &ChannelKey,
        locale: &str,
        today: Day,
    ) -> Result<Outgoing, TurnError> {
        let key = self.store.session_of(channel)?;
        let kept = key.as_ref().map(|key| self.kept(key, locale));
        let (key, kept) = match kept {
            Some(Err(TurnError::OtherPolicy(_))) => (None, None),
            kept => (key.clone(), kept.transpose()?.flatten()),
        };
        let kept = kept.unwrap_or_else(|| Kept::unbegun(locale));
        let case = key.and_then(|key| CaseReference::parse(key.as_str()).ok());
        Ok(self.outgoing(case, &kept, today, Told::default()))
    }

    /// The replies that may not have been delivered, each with the channel it belongs to.
    ///
    /// # Errors
    /// When the store fails.
    pub fn owed(&self) -> Result<Vec<(CaseReference, ChannelKey)>, TurnError> {
        let owed = self.store.undelivered()?.into_iter();
        let known = owed.filter_map(|one| {
            let case = CaseReference::parse(one.key.as_str()).ok()?;
            Some((case, one.channels.last()?.clone()))
        });
        Ok(known.collect())
    }

    /// The reply to the last turn of a case once more, the same as it was; nothing when it was delivered meanwhile.
    ///
    /// # Errors
    /// When the store fails or there is no such case.
    pub fn again(&self, case: CaseReference, today: Day) -> Result<Option<Outgoing>, TurnError> {
        let kept = self
            .kept(&key_of(case)?, "")?
            .ok_or(TurnError::NoSuchCase)?;
        let told = Told {
            owed: true,
            ..Told::default()
        };
        let again = || self.outgoing(Some(case), &kept, today, told);
        Ok(kept.owed.then(again))
    }

    /// Sessions in order of their keys: at most `limit`, from the first one after `after`.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sessions(
        &self,
        after: Option<&SessionKey>,
        limit: usize,
    ) -> Result<Vec<Listed>, TurnError> {
        Ok(self.store.scan(after, limit)?)
    }

    /// Erases a case and all that was answered; whether there was one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn erase(&self, case: CaseReference) -> Result<bool, TurnError> {
        let key = key_of(case)?;
        self.cache.forget(&key);
        Ok(self.store.delete(&key)?)
    }

    /// Forgets the names of inputs that were taken before this moment; how many.
    ///
    /// # Errors
    /// When the store fails.
    pub fn forget_inputs(&self, before: UnixSeconds) -> Result<u64, TurnError> {
        Ok(self.store.sweep_taken(before)?)
    }

    /// Who has a case: the channels that were ever in it, and since when there is one.
    ///
    /// # Errors
    /// When the store fails or there is no such case.
    pub fn holders(&self, case: CaseReference) -> Result<Holders, TurnError> {
        let log = self.log(case)?;
        let began = log.turns.first().map_or(UnixSeconds(0), |turn| turn.at);
        Ok(Holders {
            channels: log.channels,
            began,
        })
    }

    /// The case a channel is in.
    ///
    /// # Errors
    /// When the store fails.
    pub fn current(&self, channel: &ChannelKey) -> Result<Option<CaseReference>, TurnError> {
        let key = self.store.session_of(channel)?;
        Ok(key.and_then(|key| CaseReference::parse(key.as_str()).ok()))
    }

    /// Those of these channels that are in the case now.
    ///
    /// # Errors
    /// When the store fails.
    pub fn present(
        &self,
        case: CaseReference,
        channels: &[ChannelKey],
    ) -> Result<Vec<ChannelKey>, TurnError> {
        let key = key_of(case)?;
        let mut there = Vec::new();
        for channel in channels {
            if self.store.session_of(channel)?.as_ref() == Some(&key) {
                there.push(channel.clone());
            }
        }
        Ok(there)
    }
}

/// Who has a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders {
    /// The channels that were ever in it, the latest last.
    pub channels: Vec<ChannelKey>,
    /// When its first turn was committed.
    pub began: UnixSeconds,
}

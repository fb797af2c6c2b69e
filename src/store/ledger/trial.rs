//! One commit on top of a group: what it would leave behind, should it be taken.

use crate::store::error::{CommitError, Parked, Refusal, StoreError};
use crate::store::ledger::{Ledger, Prepared, Staged, check};
use crate::store::read::{self, Reader};
use crate::store::record::{Frame, Head, Kind, encode_page};
use crate::store::slot::Slot;
use crate::store::taken;
use crate::store::{Binding, ChannelKey, SessionKey, Write};

/// One commit.
pub(super) struct Trial<'l, R> {
    reader: &'l R,
    staged: &'l Staged,
    /// What it would leave behind.
    pub(super) own: Staged,
    sequence: u64,
}

impl<'l, R: Reader> Trial<'l, R> {
    pub(super) fn of(ledger: &'l Ledger<'_, R>) -> Self {
        Self {
            reader: ledger.reader,
            staged: &ledger.staged,
            own: Staged::default(),
            sequence: ledger.account.sequence + 1,
        }
    }

    /// A record other than a head.
    pub(super) fn get(&self, name: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let staged = self.own.records.get(name);
        let staged = staged.or_else(|| self.staged.records.get(name));
        staged.map_or_else(|| self.reader.get(name), |staged| Ok(staged.clone()))
    }

    fn head(&self, key: &SessionKey) -> Result<Result<Option<Head>, Parked>, StoreError> {
        let staged = self.own.heads.get(key);
        let staged = staged.or_else(|| self.staged.heads.get(key));
        staged.map_or_else(
            || read::head(self.reader, key),
            |staged| Ok(Ok(staged.clone())),
        )
    }

    /// The head of a session that is to be written. What a former version left unsealed is sealed with it.
    pub(super) fn head_to_write(
        &mut self,
        key: &SessionKey,
    ) -> Result<Result<Option<Head>, Parked>, StoreError> {
        let mut found = self.head(key)?;
        if let Ok(Some(head)) = &mut found
            && head.known_secret().is_none()
            && let Err(reason) = self.seal_pages(key, head)?
        {
            return Ok(Err(reason));
        }
        Ok(found)
    }

    fn seal_pages(
        &mut self,
        key: &SessionKey,
        head: &mut Head,
    ) -> Result<Result<(), Parked>, StoreError> {
        for number in 0..head.pages() {
            let turns = match read::page(self.reader, key, head, number)? {
                Ok(turns) => turns,
                Err(reason) => return Ok(Err(reason)),
            };
            if let Err(reason) = self.put_page(key, head, (number, &turns)) {
                return Ok(Err(reason));
            }
        }
        head.secret();
        Ok(Ok(()))
    }

    fn put_page(
        &mut self,
        key: &SessionKey,
        head: &mut Head,
        (number, turns): (u32, &[u8]),
    ) -> Result<(), Parked> {
        let name = read::page_key(key, number);
        let page = encode_page(&name, self.sequence, turns, head.secret())?;
        self.own.records.insert(name, Some(page));
        Ok(())
    }

    pub(super) fn write(&mut self, prepared: &Prepared) -> Result<(), CommitError> {
        let write = &prepared.write;
        let refuse = |why| CommitError::Refused(vec![(write.key.clone(), why)]);
        let parked = |reason| refuse(Refusal::Parked(reason));
        if write.turn.events.is_empty() {
            return self.remember(write).map_err(CommitError::Store);
        }
        let line = prepared.line.as_ref().map_err(|why| refuse(why.clone()))?;
        let input = taken::key_of(write);
        if let Some(name) = &input
            && self.is_taken(name)?
        {
            return Err(refuse(Refusal::AlreadySeen));
        }
        let head = self.head_to_write(&write.key)?.map_err(parked)?;
        let mut head = head.unwrap_or_else(|| Head::new(write.turn.at));
        check(&head, write).map_err(refuse)?;
        self.append(&mut head, write, line).map_err(parked)?;
        if let Some(name) = input {
            let record = taken::encode(write, head.version, self.sequence);
            self.own.records.insert(name, Some(record));
        }
        self.bind(&mut head, write)?;
        self.own.heads.insert(write.key.clone(), Some(head));
        Ok(())
    }

    /// A write without events is no turn: its input is known from now on, and its channel enters or leaves.
    fn remember(&mut self, write: &Write) -> Result<(), StoreError> {
        if let Some(name) = taken::key_of(write)
            && !self.is_taken(&name)?
        {
            let record = taken::encode(write, write.expected_version, self.sequence);
            self.own.records.insert(name, Some(record));
        }
        if write.binding.is_some()
            && let Ok(Some(mut head)) = self.head_to_write(&write.key)?
        {
            self.bind(&mut head, write)?;
            self.own.heads.insert(write.key.clone(), Some(head));
        }
        Ok(())
    }

    fn is_taken(&self, name: &[u8]) -> Result<bool, StoreError> {
        let held = self.get(name)?;
        Ok(held.is_some_and(|bytes| taken::decode(&bytes).is_some()))
    }

    fn append(&mut self, head: &mut Head, write: &Write, line: &[u8]) -> Result<(), Parked> {
        if let Some((number, turns)) = head.append(line, write.turn.at) {
            self.put_page(&write.key, head, (number, &turns))?;
        }
        head.owe(write.reply_owed);
        head.plan(write.agenda);
        Ok(())
    }

    fn bind(&mut self, head: &mut Head, write: &Write) -> Result<(), StoreError> {
        match &write.binding {
            None => {}
            Some(Binding::Enter(channel)) => {
                head.enter(channel);
                self.enter(channel, &write.key)?;
            }
            Some(Binding::Leave(channel)) => self.unbind(channel, &write.key)?,
        }
        Ok(())
    }

    /// Binds a channel. Most turns find it bound: the record is not written again.
    fn enter(&mut self, channel: &ChannelKey, key: &SessionKey) -> Result<(), StoreError> {
        let name = read::channel_key(channel);
        let bound = self.get(&name)?;
        if bound.and_then(|bytes| read::bound(&bytes)).as_ref() != Some(key) {
            let record = Frame::new(Kind::Channel, self.sequence).wrap(key.as_str().as_bytes());
            self.own.records.insert(name, Some(record));
        }
        Ok(())
    }

    /// Removes the binding of a channel when it names this session.
    fn unbind(&mut self, channel: &ChannelKey, key: &SessionKey) -> Result<(), StoreError> {
        let name = read::channel_key(channel);
        let bound = self.get(&name)?;
        if bound.and_then(|bytes| read::bound(&bytes)).as_ref() == Some(key) {
            self.own.records.insert(name, None);
        }
        Ok(())
    }

    /// Erases a session; says whether there was one.
    pub(super) fn erase(&mut self, key: &SessionKey) -> Result<bool, StoreError> {
        let stored = self.reader.get(&read::head_key(key))?;
        let head = match self.staged.heads.get(key) {
            Some(None) => return Ok(false),
            None if stored.is_none() => return Ok(false),
            Some(Some(head)) => Some(head.clone()),
            None => stored.as_deref().and_then(|bytes| Head::decode(bytes).ok()),
        };
        for channel in head.iter().flat_map(Head::channels) {
            self.unbind(&channel, key)?;
        }
        if stored.is_some() {
            self.erase_slot(key, head.and_then(|head| head.slot()))?;
        }
        self.erase_pages(key)?;
        self.own.heads.insert(key.clone(), None);
        Ok(true)
    }

    /// Notes that the session's key is to be overwritten. A head that cannot be read does not say where it is.
    fn erase_slot(&mut self, key: &SessionKey, known: Option<u32>) -> Result<(), StoreError> {
        let number = known.map_or_else(|| self.reader.slot_of(key), |slot| Ok(Some(slot)))?;
        let Some(number) = number else {
            return Ok(());
        };
        match self.reader.slot(number)? {
            Some(Slot::Held(owner, _) | Slot::Erased(owner)) if owner.is(key) => {
                self.own.erased.insert(number, owner);
            }
            _ => {}
        }
        Ok(())
    }

    fn erase_pages(&mut self, key: &SessionKey) -> Result<(), StoreError> {
        let prefix = read::pages_prefix(key);
        let stored = self.reader.range(&prefix, None, usize::MAX)?;
        let stored = stored.into_iter().map(|(name, _)| name);
        let staged = self.staged.records.keys();
        let staged = staged.filter(|name| name.starts_with(&prefix)).cloned();
        let pages: Vec<_> = stored.chain(staged).collect();
        let gone = pages.into_iter().map(|name| (name, None));
        self.own.records.extend(gone);
        Ok(())
    }
}

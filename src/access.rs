//! Who may come in. Closed by default: a chat is let in by a one-time invitation code, belongs to an office from then
//! on, and sees the cases of that office only.
//!
//! Everything is in one append-only file of JSON lines beside the sessions, `access.jsonl`. It is the audit log, and
//! what it adds up to is the state. A command can append to it while the bot runs: whoever appends holds a lock on the
//! file, reads what the others appended, decides, and makes its line durable before it answers. A line names chats,
//! offices, invitations and cases; it holds no code (only a hash of one), no text that anybody typed, and nothing
//! about a patient. Nothing here asks the clock or chance.

mod code;
mod decide;
mod entry;
mod error;
mod id;
mod journal;
mod limit;
mod line;
mod listing;
mod note;
mod state;
mod target;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use code::{Code, NotACode};
pub use entry::{Entry, Event, Invitation, Role, Subject, Why};
pub use error::{AccessError, Fault};
pub use id::{Entropy, InvitationId, NotAnInvitation, NotAnOffice, OfficeId};
pub use limit::{Allowed, Limit};
pub use listing::ListedOffice;
pub use note::{NotANote, Note};
pub use state::Member;
pub use target::{NotATarget, Target};

use crate::store::{ChannelKey, SessionKey, UnixSeconds};
use decide::Outcome;
use journal::Journal;
use limit::{Tries, Try};

/// Who may come in. Calls wait for each other, and those that change something for the disk.
#[derive(Debug)]
pub struct Access {
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    journal: Journal,
    codes: Tries,
    cases: Tries,
}

/// What an invitation is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// What whoever uses it may do.
    pub role: Role,
    /// The office to join; without one, a new office.
    pub office: Option<OfficeId>,
    /// What the operator notes on it.
    pub note: Option<Note>,
    /// Days for which it can be used.
    pub valid_days: u16,
}

/// An invitation that was made.
#[derive(Debug)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// Its code, which is kept nowhere: this is the only time it can be shown.
    pub code: Code,
}

/// What became of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Redeemed {
    /// The chat is let in by this code, now or before: a repeated input welcomes again.
    Welcome(Member),
    /// The chat was let in before by another code; this one is as it was.
    Already(Member),
    /// The code is not valid. Why, only the log says.
    NotValid,
    /// A symbol of the code was misread.
    Misread,
    /// The text is no code. Nothing happened.
    NotACode,
    /// The chat gave too many wrong codes and is told nothing.
    Silence,
}

/// What a stranger is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    /// One polite answer.
    Once,
    /// Nothing.
    Silence,
}

/// A chat asks for a case by its reference.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// The chat.
    pub by: &'a ChannelKey,
    /// The case.
    pub case: &'a SessionKey,
    /// The channels that are bound to the case.
    pub channels: &'a [ChannelKey],
    /// When the case began.
    pub began: UnixSeconds,
}

/// What was revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// What was named.
    pub subject: Subject,
    /// Whether it was revoked before; nothing happened then.
    pub already: bool,
    /// How many chats are let in no more.
    pub chats: usize,
    /// How many invitations cannot be used any more.
    pub invitations: usize,
}

impl Access {
    /// The access log in a folder. Nothing is made before the first line.
    ///
    /// # Errors
    /// When there is a log that cannot be read.
    pub fn open(dir: &Path) -> Result<Self, AccessError> {
        let inner = Inner {
            journal: Journal::open(dir)?,
            codes: Tries::new(),
            cases: Tries::new(),
        };
        Ok(Self {
            inner: Mutex::new(inner),
        })
    }

    /// Every call leaves what is kept whole, so one that stopped halfway changes nothing for the others.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes an invitation.
    ///
    /// # Errors
    /// When there is no such office, when an id that was drawn is taken, or when the log fails.
    pub fn invite(
        &self,
        invite: &Invite,
        entropy: &Entropy,
        at: UnixSeconds,
    ) -> Result<Invited, AccessError> {
        let mut inner = self.inner();
        // What cannot be invited makes no file.
        decide::invite(inner.journal.state()?, (invite, entropy), at)?;
        inner.journal.decide(|state| {
            let (invitation, code) = decide::invite(state, (invite, entropy), at)?;
            let entry = decide::entry(Event::Invited(invitation.clone()), at);
            Ok((Some(entry), Invited { invitation, code }))
        })
    }

    /// Lets a chat in when the text it sent is a valid code.
    ///
    /// # Errors
    /// When the log fails; the chat is not let in then.
    pub fn redeem(
        &self,
        text: &str,
        channel: &ChannelKey,
        at: UnixSeconds,
    ) -> Result<Redeemed, AccessError> {
        let code = match Code::parse(text) {
            Err(NotACode::Other) => return Ok(Redeemed::NotACode),
            read => read.ok().map(|code| code.hash()),
        };
        let mut inner = self.inner();
        let who = (channel, at);
        let member = inner.journal.state()?.member(channel).is_some();
        let look = if member {
            Try::Look
        } else {
            inner.codes.ask(channel, at)
        };
        match look {
            Try::Ignore => Ok(Redeemed::Silence),
            Try::First => {
                inner.refuse(who, Why::TooMany)?;
                Ok(Redeemed::Silence)
            }
            Try::Look => inner.look(code, who),
        }
    }

    /// The chat, when it is let in now.
    ///
    /// # Errors
    /// When the log fails; the chat is not let in then.
    pub fn member(&self, channel: &ChannelKey) -> Result<Option<Member>, AccessError> {
        Ok(self.inner().journal.state()?.member(channel).cloned())
    }

    /// Whether a chat that is not let in is answered: once since it was last let in, and on a day with very many
    /// strangers not at all.
    ///
    /// # Errors
    /// When the log fails; the chat is told nothing then.
    pub fn stranger(&self, channel: &ChannelKey, at: UnixSeconds) -> Result<Greeting, AccessError> {
        let mut inner = self.inner();
        let state = inner.journal.state()?;
        let (_, silenced) = state.refused(at);
        if silenced || state.greeted(channel) {
            return Ok(Greeting::Silence);
        }
        let written = inner.refuse((channel, at), Why::Stranger)?;
        Ok(if written {
            Greeting::Once
        } else {
            Greeting::Silence
        })
    }

    /// Whether a chat was in another office before the one it is in now.
    ///
    /// # Errors
    /// When the log fails.
    pub fn moved(&self, channel: &ChannelKey) -> Result<bool, AccessError> {
        let mut inner = self.inner();
        let stays = inner.journal.state()?.stays.get(channel);
        let offices = stays.into_iter().flatten().map(|stay| stay.member.office);
        Ok(offices.collect::<BTreeSet<_>>().len() > 1)
    }

    /// Whether a case belongs to the office of the chat. Nothing is written down.
    ///
    /// # Errors
    /// When the log fails; the case is not shown then.
    pub fn may_open(&self, opening: &Opening<'_>) -> Result<bool, AccessError> {
        Ok(decide::may_open(self.inner().journal.state()?, opening))
    }

    /// Decides whether a chat that asks for a case by its reference gets it, and writes the decision down.
    ///
    /// # Errors
    /// When the log fails; the case is not opened then.
    pub fn open_case(&self, opening: &Opening<'_>, at: UnixSeconds) -> Result<bool, AccessError> {
        let mut inner = self.inner();
        let allowed = decide::may_open(inner.journal.state()?, opening);
        if !allowed && inner.cases.ask(opening.by, at) != Try::Look {
            return Ok(false);
        }
        let allowed = inner.journal.decide(|state| {
            let allowed = decide::may_open(state, opening);
            let opened = Event::Opened {
                channel: opening.by.clone(),
                case: opening.case.clone(),
                allowed,
            };
            Ok((Some(decide::entry(opened, at)), allowed))
        })?;
        if !allowed {
            inner.cases.wrong(opening.by, at);
        }
        Ok(allowed)
    }

    /// Revokes an invitation, a chat, or an office with its chats and invitations, from this moment on. Their cases
    /// stay with the office.
    ///
    /// # Errors
    /// When there is no such thing, when the invitation was used, or when the log fails.
    pub fn revoke(&self, target: &Target, at: UnixSeconds) -> Result<Revoked, AccessError> {
        let mut inner = self.inner();
        // What cannot be revoked makes no file.
        decide::revoke(inner.journal.state()?, target)?;
        inner.journal.decide(|state| {
            let revoked = decide::revoke(state, target)?;
            let entry = decide::entry(Event::Revoked(revoked.subject.clone()), at);
            Ok(((!revoked.already).then_some(entry), revoked))
        })
    }

    /// Every office, with its chats and the invitations that can be used now.
    ///
    /// # Errors
    /// When the log fails.
    pub fn list(&self, now: UnixSeconds) -> Result<Vec<ListedOffice>, AccessError> {
        Ok(listing::list(self.inner().journal.state()?, now))
    }

    /// Every decision, oldest first.
    ///
    /// # Errors
    /// When the log fails.
    pub fn log(&self) -> Result<Vec<Entry>, AccessError> {
        self.inner().journal.entries()
    }
}

impl Inner {
    /// Writes a refusal down unless the day has too many. Says whether it was written down.
    fn refuse(&mut self, who: (&ChannelKey, UnixSeconds), why: Why) -> Result<bool, AccessError> {
        self.journal.decide(|state| {
            let entry = decide::refusal(state, who, (why, None));
            let refused = |entry: &Entry| matches!(entry.event, Event::Refused { .. });
            let written = entry.as_ref().is_some_and(refused);
            Ok((entry, written))
        })
    }

    /// Looks at a code, and writes down what became of it.
    fn look(
        &mut self,
        code: Option<code::CodeHash>,
        (channel, at): (&ChannelKey, UnixSeconds),
    ) -> Result<Redeemed, AccessError> {
        let who = (channel, at);
        let outcome = self.journal.decide(|state| {
            let outcome = decide::redeem(state, code, who);
            let entry = match &outcome {
                Outcome::In(invitation) => Some(decide::entry(
                    Event::Redeemed {
                        invitation: *invitation,
                        channel: channel.clone(),
                    },
                    at,
                )),
                Outcome::Refused(why, id) => decide::refusal(state, who, (*why, *id)),
                Outcome::Welcome(_) | Outcome::Already(_) => None,
            };
            Ok((entry, outcome))
        })?;
        self.told(outcome, who)
    }

    fn told(
        &mut self,
        outcome: Outcome,
        (channel, at): (&ChannelKey, UnixSeconds),
    ) -> Result<Redeemed, AccessError> {
        Ok(match outcome {
            Outcome::Welcome(member) => Redeemed::Welcome(member),
            Outcome::Already(member) => Redeemed::Already(member),
            Outcome::In(_) => match self.journal.state()?.member(channel) {
                Some(member) => Redeemed::Welcome(member.clone()),
                // Revoked by somebody else in the same moment.
                None => Redeemed::NotValid,
            },
            Outcome::Refused(why, _) => {
                self.codes.wrong(channel, at);
                match why {
                    Why::Misread => Redeemed::Misread,
                    _ => Redeemed::NotValid,
                }
            }
        })
    }
}

#[cfg(test)]
mod tests;

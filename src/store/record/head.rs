//! The head of a session and its pages: what stands in their lines.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::dialog::Event;
use crate::store::error::Parked;
use crate::store::record::event::{StoredEvent, StoredTurn};
use crate::store::record::{Frame, Kind, upcast};
use crate::store::seal::Secret;
use crate::store::{Agenda, ChannelKey, InputId, Turn, UnixSeconds};

/// The turns of a head move to a page when they reach this many bytes.
const PAGE: usize = 4096;
/// The first format with pages, and the first one that is sealed.
const PAGES_SINCE: u16 = 2;
const SEALED_SINCE: u16 = 4;

/// The first line of a head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// Where the key stands; nothing when the turns are not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    slot: Option<u32>,
    pages: u32,
    began: i64,
    last: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owed: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    waits: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    nudged: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remind: Option<Day>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A session's head, with its turns left as they are: sealed, until [`Head::unseal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// How many turns the session has.
    pub(crate) version: u64,
    line: Line,
    turns: Vec<u8>,
    secret: Option<Secret>,
}

impl Head {
    /// The head of a session that begins.
    pub(crate) fn new(at: UnixSeconds) -> Self {
        Self {
            version: 0,
            line: Line {
                slot: None,
                pages: 0,
                began: at.0,
                last: at.0,
                owed: None,
                channels: Vec::new(),
                waits: false,
                nudged: false,
                remind: None,
            },
            turns: Vec::new(),
            secret: None,
        }
    }

    /// Reads a head of this format or a former one.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Parked> {
        let (frame, content) = Frame::unwrap(Kind::Head, bytes)?;
        let upcast = upcast::to_present(frame.format, content)?;
        let content = upcast.as_deref().unwrap_or(content);
        let end = content
            .iter()
            .position(|byte| *byte == b'\n')
            .ok_or(Parked::Content("first line"))?;
        let (line, rest) = content.split_at(end);
        Ok(Self {
            version: frame.version,
            line: serde_json::from_slice(line).map_err(|_| Parked::Content("first line"))?,
            turns: rest.get(1..).unwrap_or_default().to_vec(),
            secret: None,
        })
    }

    /// Unseals the turns.
    pub(crate) fn unseal(&mut self, record: &[u8], secret: Secret) -> Result<(), Parked> {
        self.turns = secret.open(record, &self.turns)?;
        self.secret = Some(secret);
        Ok(())
    }

    /// The key the turns are sealed with when they are written; drawn when there is none.
    pub(crate) fn secret(&mut self) -> &Secret {
        self.secret.get_or_insert_with(Secret::draw)
    }

    /// Has the turns sealed with a known key.
    #[cfg(test)]
    pub(crate) fn seal_with(&mut self, secret: Secret) {
        self.secret = Some(secret);
    }

    /// The key, when the turns were unsealed with it.
    pub(crate) fn known_secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// Where the key stands; nothing when the turns are not sealed.
    pub(crate) fn slot(&self) -> Option<u32> {
        self.line.slot
    }

    /// Notes where the key stands.
    pub(crate) fn place(&mut self, slot: u32) {
        self.line.slot = Some(slot);
    }

    /// The record of this head, under the name by which it is kept.
    pub(crate) fn encode(&mut self, record: &[u8], sequence: u64) -> Result<Vec<u8>, Parked> {
        let frame = Frame {
            owed: self.line.owed.is_some(),
            version: self.version,
            ..Frame::new(Kind::Head, sequence)
        };
        let mut content =
            serde_json::to_vec(&self.line).map_err(|_| Parked::Content("first line"))?;
        content.push(b'\n');
        let turns = std::mem::take(&mut self.turns);
        let sealed = self.secret().seal(record, &turns);
        self.turns = turns;
        content.extend(sealed?);
        Ok(frame.wrap(&content))
    }

    /// Appends a turn, given as its line. Says which page the former turns move to, when they do.
    pub(crate) fn append(&mut self, line: &[u8], at: UnixSeconds) -> Option<(u32, Vec<u8>)> {
        let full = !self.turns.is_empty() && self.turns.len() + line.len() > PAGE;
        let page = full.then(|| (self.line.pages, std::mem::take(&mut self.turns)));
        self.line.pages += u32::from(full);
        self.turns.extend_from_slice(line);
        self.version += 1;
        self.line.last = self.line.last.max(at.0);
        page
    }

    /// Notes that the reply to the present version is owed, or that none is.
    pub(crate) fn owe(&mut self, owed: bool) {
        self.line.owed = owed.then_some(self.version).or(self.line.owed);
    }

    /// Notes that the reply to this version was delivered; says whether that changed anything.
    pub(crate) fn delivered(&mut self, version: u64) -> bool {
        let done = self.line.owed.is_some_and(|owed| owed <= version);
        if done {
            self.line.owed = None;
        }
        done
    }

    /// Notes what the session waits for.
    pub(crate) fn plan(&mut self, agenda: Agenda) {
        self.line.waits = agenda.waits;
        self.line.nudged = agenda.nudged;
        self.line.remind = agenda.remind;
    }

    /// What the session waits for.
    pub(crate) fn agenda(&self) -> Agenda {
        Agenda {
            waits: self.line.waits,
            nudged: self.line.nudged,
            remind: self.line.remind,
        }
    }

    /// Notes that the channel entered; it is the latest.
    pub(crate) fn enter(&mut self, channel: &ChannelKey) {
        self.line.channels.retain(|known| known != channel.as_str());
        self.line.channels.push(channel.as_str().to_owned());
    }

    /// The version whose reply is owed.
    pub(crate) fn owed(&self) -> Option<u64> {
        self.line.owed
    }

    /// The first and the last turn's time.
    pub(crate) fn times(&self) -> (UnixSeconds, UnixSeconds) {
        (UnixSeconds(self.line.began), UnixSeconds(self.line.last))
    }

    /// The channels that entered, the latest last.
    pub(crate) fn channels(&self) -> Vec<ChannelKey> {
        let keys = self.line.channels.iter();
        keys.filter_map(|text| ChannelKey::parse(text).ok())
            .collect()
    }

    /// How many pages stand before the turns of this head.
    pub(crate) fn pages(&self) -> u32 {
        self.line.pages
    }

    /// The turns of the head itself.
    pub(crate) fn turns(&self) -> &[u8] {
        &self.turns
    }
}

/// The line of a turn, with its line feed.
pub(crate) fn encode_turn(turn: &Turn) -> Result<Vec<u8>, Parked> {
    let stored = StoredTurn {
        input: turn.input.as_ref().map(|input| input.as_str().to_owned()),
        at: turn.at.0,
        events: turn.events.iter().map(StoredEvent::from).collect(),
    };
    let mut line = serde_json::to_vec(&stored).map_err(|_| Parked::Content("turns"))?;
    line.push(b'\n');
    Ok(line)
}

/// Reads lines of turns in the present format.
pub(crate) fn decode_turns(lines: &[u8]) -> Result<Vec<Turn>, Parked> {
    lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(decode_turn)
        .collect()
}

fn decode_turn(line: &[u8]) -> Result<Turn, Parked> {
    let unreadable = || Parked::Content("turns");
    let stored: StoredTurn = serde_json::from_slice(line).map_err(|_| unreadable())?;
    let input = stored.input.map(|text| InputId::parse(&text));
    Ok(Turn {
        input: input.transpose().map_err(|_| unreadable())?,
        events: stored.events.into_iter().map(Event::from).collect(),
        at: UnixSeconds(stored.at),
    })
}

/// The record of a page, under the name by which it is kept.
pub(crate) fn encode_page(
    record: &[u8],
    sequence: u64,
    turns: &[u8],
    secret: &Secret,
) -> Result<Vec<u8>, Parked> {
    Ok(Frame::new(Kind::Page, sequence).wrap(&secret.seal(record, turns)?))
}

/// Reads the lines of a page, with the key of its session if that has one.
pub(crate) fn page_turns(
    record: &[u8],
    bytes: &[u8],
    secret: Option<&Secret>,
) -> Result<Vec<u8>, Parked> {
    let (frame, content) = Frame::unwrap(Kind::Page, bytes)?;
    match frame.format {
        SEALED_SINCE.. => secret.ok_or(Parked::Key)?.open(record, content),
        PAGES_SINCE.. => Ok(content.to_vec()),
        older => Err(Parked::Format(older)),
    }
}

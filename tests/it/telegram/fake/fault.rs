//! What can go wrong on the way, on purpose.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use super::request::Refusal;

/// A call that comes so soon after another was refused may have been on its way already.
const ON_ITS_WAY: Duration = Duration::from_millis(200);

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// The server answers with this status, and nothing happened.
    Status(u16),
    /// The connection ends before anything happened.
    LostBefore,
    /// The connection ends after it happened.
    LostAfter,
    /// The call is refused in these words, with this code.
    Refused(u16, &'static str),
}

/// Calls that fail.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// Calls of this method, in lower case; of any when it is empty.
    pub(crate) method: &'static str,
    /// Calls to this chat; to any when there is none.
    pub(crate) chat: Option<i64>,
    /// How many of them fail.
    pub(crate) times: u32,
    /// One of so many fails: 1 for each.
    pub(crate) one_in: u32,
    pub(crate) what: What,
}

impl Fault {
    /// The next call of a method fails so.
    pub(crate) fn once(method: &'static str, what: What) -> Self {
        Self {
            method,
            chat: None,
            times: 1,
            one_in: 1,
            what,
        }
    }

    /// Every call of a method fails so, until faults are cleared.
    pub(crate) fn always(method: &'static str, what: What) -> Self {
        Self {
            times: u32::MAX,
            ..Self::once(method, what)
        }
    }
}

/// A chat, or all of them, to which too much was sent.
#[derive(Debug)]
struct Limit {
    until: Instant,
    /// The chats for which the bot knows, and since when.
    told: BTreeMap<i64, Instant>,
}

/// All that goes wrong now.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    planned: Vec<(Fault, u32)>,
    limits: HashMap<Option<i64>, Limit>,
    /// Calls that came although their caller had been told to wait.
    pub(crate) impatient: u32,
    /// What a call takes to get here and back.
    pub(crate) round_trip: Duration,
    /// Whether nothing can be reached.
    pub(crate) outage: bool,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.planned.push((fault, 0));
    }

    pub(crate) fn clear(&mut self) {
        self.planned.clear();
        self.limits.clear();
        self.outage = false;
    }

    /// Too much was sent to a chat, or to all of them, so nothing is taken for so long.
    pub(crate) fn limit(&mut self, chat: Option<i64>, time: Duration) {
        let until = Instant::now() + time;
        self.limits.insert(
            chat,
            Limit {
                until,
                told: BTreeMap::new(),
            },
        );
    }

    /// What happens to this call.
    pub(crate) fn strike(&mut self, method: &str, chat: Option<i64>) -> Option<What> {
        let fits = |fault: &Fault| {
            (fault.method.is_empty() || fault.method == method)
                && (fault.chat.is_none() || fault.chat == chat)
        };
        for (fault, seen) in &mut self.planned {
            if fits(fault) && fault.times > 0 {
                *seen += 1;
                if *seen % fault.one_in.max(1) == 0 {
                    fault.times -= 1;
                    return Some(fault.what.clone());
                }
            }
        }
        None
    }

    /// Whether a call to this chat comes too soon.
    pub(crate) fn limited(&mut self, chat: i64) -> Option<Refusal> {
        let now = Instant::now();
        for which in [Some(chat), None] {
            if let Some(limit) = self
                .limits
                .get_mut(&which)
                .filter(|limit| limit.until > now)
            {
                let told = *limit.told.entry(chat).or_insert(now);
                self.impatient += u32::from(now.duration_since(told) > ON_ITS_WAY);
                let left = limit.until.duration_since(now).as_secs_f64().ceil();
                return Some(Refusal::too_many(left as u64));
            }
        }
        None
    }
}

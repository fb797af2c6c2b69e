//! Looking after sessions that nobody is talking to: reminders that fall due, questions that wait, sessions that are
//! closed or erased.

use std::sync::Arc;
use std::time::Duration;

use teloxide_core::types::ChatId;
use tokio::sync::watch;
use tokio::time::sleep;
use tracing::{info, warn};

use crate::channel::telegram::Stop;
use crate::channel::telegram::desk::{Desk, chat};
use crate::channel::telegram::page::Layout;
use crate::channel::telegram::sender::{Job, Reply, Sender};
use crate::domain::dialog::{CaseReference, Wake};
use crate::store::{ChannelKey, Overview, SessionKey, UnixSeconds};
use crate::turn::TurnError;

/// Between two looks at all sessions.
const BETWEEN: Duration = Duration::from_secs(10 * 60);

/// Sessions that are looked at between two pauses, and how long a pause is: turns come first.
const PAGE: usize = 256;
const PAUSE: Duration = Duration::from_millis(5);

/// How long it is remembered that an input was taken, in seconds. Telegram repeats updates for a day.
const REMEMBERED: i64 = 48 * 3600;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// When a session is looked after.
#[derive(Debug, Clone, Copy)]
pub struct Care {
    /// Hours without an answer after which the office is asked once more; 0 for never.
    pub nudge_hours: u16,
    /// Days without an answer after which a session is closed; its answers are kept.
    pub expiry_days: u16,
    /// Days after its last turn on which a session is erased; 0 for never.
    pub retention_days: u16,
}

/// What is to be done about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    Wake(Wake),
    Erase,
}

/// Looks at all sessions at once and then again and again, until told to stop.
pub(super) async fn run(
    desk: Arc<Desk>,
    sender: Sender,
    care: Care,
    mut stopping: watch::Receiver<bool>,
) {
    loop {
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => return,
            () = round(&desk, &sender, care) => {}
        }
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => return,
            () = sleep(BETWEEN) => {}
        }
    }
}

async fn round(desk: &Arc<Desk>, sender: &Sender, care: Care) {
    let mut after = None;
    loop {
        let own = Arc::clone(desk);
        let page = tokio::task::spawn_blocking(move || own.look_after(after.as_ref(), care)).await;
        let Ok(Ok(page)) = page else {
            warn!("the sessions could not be looked after; trying again later");
            return;
        };
        sender.put(page.jobs);
        after = page.last;
        if after.is_none() {
            break;
        }
        sleep(PAUSE).await;
    }
    let own = Arc::clone(desk);
    let before = UnixSeconds(desk.at().0.saturating_sub(REMEMBERED));
    let swept = tokio::task::spawn_blocking(move || own.app.forget_inputs(before)).await;
    if !matches!(swept, Ok(Ok(_))) {
        warn!("inputs of former days could not be forgotten; trying again later");
    }
}

/// Some sessions that were looked after.
struct Page {
    jobs: Vec<(ChatId, Job)>,
    /// The last of them; nothing when there are no more.
    last: Option<SessionKey>,
}

impl Desk {
    fn look_after(&self, after: Option<&SessionKey>, care: Care) -> Result<Page, Stop> {
        let stop = |fault: TurnError| Stop::of(&fault).unwrap_or(Stop::Fault);
        let listed = self.app.sessions(after, PAGE).map_err(stop)?;
        let last = listed.last().map(|one| one.key.clone());
        let mut jobs = Vec::new();
        for one in listed {
            let Ok(overview) = one.state else { continue };
            let due = due(&overview, care, self.at(), self.today());
            let due = due.filter(|due| *due == Due::Erase || self.is_daytime());
            if let Some((case, due)) = CaseReference::parse(one.key.as_str()).ok().zip(due) {
                jobs.extend(self.see_to(case, &overview, due).map_err(stop)?);
            }
        }
        Ok(Page { jobs, last })
    }

    fn see_to(
        &self,
        case: CaseReference,
        overview: &Overview,
        due: Due,
    ) -> Result<Vec<(ChatId, Job)>, TurnError> {
        let wake = match due {
            Due::Erase => {
                self.app.erase(case)?;
                info!("a session was erased, because the time to keep it is over");
                return Ok(Vec::new());
            }
            Due::Wake(wake) => wake,
        };
        // Only those who talk here are told; others are when they come back.
        let (told, present) = self.told_of(case, overview)?;
        if told.is_empty() {
            return Ok(Vec::new());
        }
        let woken = match self.app.wake((case, &told), wake, self.today(), self.at()) {
            Err(TurnError::Busy | TurnError::NoSuchCase | TurnError::OtherPolicy(_)) => {
                return Ok(Vec::new());
            }
            woken => woken?,
        };
        let Some(outgoing) = woken else {
            return Ok(Vec::new());
        };
        let told = told
            .iter()
            .filter_map(|channel| Some((channel, chat(channel)?)));
        let reply = |(channel, chat): (&ChannelKey, ChatId)| {
            let layout = Layout::new(&self.app, &outgoing, &self.seal, chat.0);
            let here = present.contains(channel);
            let reply = Reply {
                page: if here { layout.page() } else { layout.news() },
                answered: None,
                pressed: None,
                outgoing: outgoing.clone(),
            };
            (chat, Job::Reply(Box::new(reply)))
        };
        Ok(told.map(reply).collect())
    }

    /// The chats that are told of a case: those that are in it now, and else the one that was there last; none that may not
    /// see it any more.
    fn told_of(
        &self,
        case: CaseReference,
        overview: &Overview,
    ) -> Result<(Vec<ChannelKey>, Vec<ChannelKey>), TurnError> {
        let mut may = Vec::new();
        for channel in &overview.channels {
            let known = chat(channel).is_some() && self.may_see(case, channel);
            may.extend(known.then(|| channel.clone()));
        }
        let present = self.app.present(case, &may)?;
        let told = match present.is_empty() {
            true => may.last().into_iter().cloned().collect(),
            false => present.clone(),
        };
        Ok((told, present))
    }
}

/// What is to be done about a session now.
fn due(
    overview: &Overview,
    care: Care,
    now: UnixSeconds,
    today: crate::domain::day::Day,
) -> Option<Due> {
    let quiet = now.0.saturating_sub(overview.last.0);
    let over = |limit: u16, unit: i64| limit > 0 && quiet >= i64::from(limit).saturating_mul(unit);
    let agenda = overview.agenda;
    if over(care.retention_days, DAY) {
        return Some(Due::Erase);
    }
    if agenda.remind.is_some_and(|day| day <= today) {
        return Some(Due::Wake(Wake::Remind));
    }
    if agenda.waits && over(care.expiry_days, DAY) {
        return Some(Due::Wake(Wake::Expire));
    }
    let nudge = agenda.waits && !agenda.nudged && over(care.nudge_hours, HOUR);
    nudge.then_some(Due::Wake(Wake::Nudge))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::store::Agenda;

    const CARE: Care = Care {
        nudge_hours: 24,
        expiry_days: 90,
        retention_days: 365,
    };

    fn after(quiet: i64, agenda: Agenda) -> Option<Due> {
        let overview = Overview {
            version: 1,
            began: UnixSeconds(0),
            last: UnixSeconds(0),
            owed: None,
            channels: Vec::new(),
            agenda,
        };
        due(
            &overview,
            CARE,
            UnixSeconds(quiet),
            Day::parse("2026-12-03").unwrap(),
        )
    }

    #[test]
    fn a_session_is_asked_once_more_then_closed_then_erased() {
        let waits = Agenda {
            waits: true,
            ..Agenda::default()
        };
        let nudged = Agenda {
            nudged: true,
            ..waits
        };
        assert_eq!(after(DAY - 1, waits), None);
        assert_eq!(after(DAY, waits), Some(Due::Wake(Wake::Nudge)));
        assert_eq!(after(DAY, nudged), None);
        assert_eq!(after(DAY, Agenda::default()), None);
        assert_eq!(after(90 * DAY, nudged), Some(Due::Wake(Wake::Expire)));
        assert_eq!(after(90 * DAY, Agenda::default()), None);
        assert_eq!(after(365 * DAY - 1, Agenda::default()), None);
        assert_eq!(after(365 * DAY, Agenda::default()), Some(Due::Erase));
    }

    #[test]
    fn a_reminder_is_due_on_its_day() {
        let remind = |day: &str| Agenda {
            remind: Day::parse(day).ok(),
            ..Agenda::default()
        };
        assert_eq!(after(0, remind("2026-12-04")), None);
        assert_eq!(
            after(0, remind("2026-12-03")),
            Some(Due::Wake(Wake::Remind))
        );
        assert_eq!(
            after(0, remind("2026-12-01")),
            Some(Due::Wake(Wake::Remind))
        );
    }
}

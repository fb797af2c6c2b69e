//! What is sent once an update was decided.

use crate::channel::telegram::desk::{Desk, channel, chat};
use crate::channel::telegram::page::{Layout, Page};
use crate::channel::telegram::plan::{Buttons, Notice, Plan};
use crate::channel::telegram::received::{Press, Received, What};
use crate::channel::telegram::sender::{Job, Reply};
use crate::channel::telegram::text::{self, Paragraph, Style};
use crate::domain::dialog::Rejection;
use crate::domain::message::Message;
use crate::locale::Locale;
use crate::store::StoreError;
use crate::turn::{Mark, Outgoing, TurnError};
use teloxide_core::types::ChatId;

/// The longest notice a button can bring, in characters.
const NOTICE: usize = 190;

impl Plan {
    /// What is sent where no turn is taken.
    pub(super) fn jobs(self, desk: &Desk, update: &Received) -> Vec<Job> {
        let mut jobs = Vec::new();
        match self {
            Self::Take(_) => {}
            Self::Nothing => jobs.extend(answer(update, None)),
            Self::Say(notice) => {
                jobs.extend(answer(update, None));
                jobs.push(desk.notice(update, notice));
            }
            Self::Refuse(notice) => {
                if let What::Sent(_, id) = update.what {
                    jobs.push(Job::Delete(id));
                }
                jobs.push(desk.notice(update, notice));
            }
            Self::Stale => jobs.extend(desk.stale(update)),
            Self::Buttons(mark, buttons) => jobs.extend(desk.buttons(update, mark, buttons)),
        }
        jobs
    }
}

/// Ends the waiting of a button, if one was pressed.
fn answer(update: &Received, notice: Option<String>) -> Option<Job> {
    match &update.what {
        What::Press(press) => Some(Job::Answer(press.query.clone(), notice)),
        _ => None,
    }
}

fn press(update: &Received) -> Option<&Press> {
    match &update.what {
        What::Press(press) => Some(press),
        _ => None,
    }
}

impl Desk {
    /// The language of a chat that is not in a conversation.
    pub(super) fn spoken(&self, update: &Received) -> &Locale {
        let tag = update.language.as_deref().unwrap_or(&self.locale);
        self.app.offering().locale(tag)
    }

    fn notice(&self, update: &Received, notice: Notice) -> Job {
        let text = self.spoken(update).render(&Message::new(notice.message()));
        Job::Say(plain(text))
    }

    /// What is sent for a turn that was taken.
    pub(super) fn replied(&self, update: &Received, plan: &Plan, outgoing: Outgoing) -> Vec<Job> {
        let locale = self.app.offering().locale(&outgoing.locale);
        let say = |id: &'static str| locale.render(&Message::new(id));
        let mut jobs = Vec::new();
        let stale = outgoing.rejected == Some(Rejection::Stale);
        let toast = stale.then(|| text::shortened(&say("telegram-stale"), NOTICE));
        jobs.extend(answer(update, toast));
        let mut first = Vec::new();
        if outgoing.rejected == Some(Rejection::Identifiers)
            && let What::Text(_, id) = update.what
        {
            jobs.push(Job::Delete(id));
            first.push("telegram-deleted");
        }
        first.extend(plan.take().and_then(|take| take.first));
        let layout = Layout::new(&self.app, &outgoing, &self.seal, update.chat.0);
        let mut page = layout.page_after(&first);
        if let Some(take) = plan.take() {
            let chosen = self.ticks_of(&take.channel, outgoing.mark());
            if chosen != 0 {
                page.keyboard = Some(layout.chosen(chosen));
            }
        }
        let answered: Vec<String> = outgoing
            .taken
            .iter()
            .map(|one| locale.render(one))
            .collect();
        jobs.push(Job::Reply(Box::new(Reply {
            page,
            answered: (!answered.is_empty()).then(|| answered.join("; ")),
            pressed: press(update).and_then(|press| press.message.clone()),
            outgoing,
        })));
        jobs
    }

    /// What is said in other chats that were in a case which is erased now.
    pub(super) fn told_others(&self, outgoing: &Outgoing) -> Vec<(ChatId, Job)> {
        let locale = self.app.offering().locale(&outgoing.locale);
        let reference = outgoing.case.map(|case| case.to_string());
        let gone = Message::new("telegram-erased")
            .with("reference", reference.unwrap_or_default().as_str());
        let chats = outgoing.left.iter().filter_map(chat);
        chats
            .map(|chat| (chat, Job::Say(plain(locale.render(&gone)))))
            .collect()
    }

    /// The question that waits, as it is asked now.
    fn current(&self, update: &Received) -> Option<Outgoing> {
        let channel = channel(update.chat)?;
        let tag = update.language.as_deref().unwrap_or(&self.locale);
        self.app.peek(&channel, tag, self.today()).ok()
    }

    /// A button that is none of ours, or whose question is gone: its buttons go, and the current question is shown.
    fn stale(&self, update: &Received) -> Vec<Job> {
        let Some(outgoing) = self.current(update) else {
            return answer(update, None).into_iter().collect();
        };
        let locale = self.app.offering().locale(&outgoing.locale);
        let toast = locale.render(&Message::new("telegram-stale"));
        let page = Layout::new(&self.app, &outgoing, &self.seal, update.chat.0).page();
        let pressed = press(update).and_then(|press| press.message.clone());
        let mut jobs: Vec<Job> = answer(update, Some(text::shortened(&toast, NOTICE)))
            .into_iter()
            .collect();
        jobs.push(Job::Reply(Box::new(Reply {
            page,
            answered: None,
            pressed,
            outgoing,
        })));
        jobs
    }

    /// Other buttons under the same question.
    fn buttons(&self, update: &Received, mark: Mark, buttons: Buttons) -> Vec<Job> {
        let message = press(update).and_then(|press| press.message.as_ref());
        let (Some(outgoing), Some(message)) = (self.current(update), message) else {
            return self.stale(update);
        };
        if outgoing.mark() != mark {
            return self.stale(update);
        }
        let layout = Layout::new(&self.app, &outgoing, &self.seal, update.chat.0);
        if let (Buttons::Chosen(chosen), Some(channel)) = (buttons, channel(update.chat)) {
            self.tick(channel, mark, chosen);
        }
        let keyboard = match buttons {
            Buttons::Chosen(chosen) => Some(layout.chosen(chosen)),
            Buttons::Month(day) => Some(layout.calendar(day, self.today())),
            Buttons::Same => layout.page().keyboard,
        };
        let mut jobs: Vec<Job> = answer(update, None).into_iter().collect();
        jobs.push(Job::Buttons(message.id, keyboard));
        jobs
    }

    /// What is sent for a turn that could not be taken, when the office can do something about it.
    pub(super) fn excused(&self, update: &Received, plan: &Plan, fault: &TurnError) -> Vec<Job> {
        let id = match fault {
            TurnError::Busy => "telegram-busy",
            TurnError::Store(StoreError::Full(_)) => "telegram-full",
            TurnError::Store(_) => "telegram-parked",
            TurnError::NoSuchCase | TurnError::OtherPolicy(_) => "telegram-no-such-case",
        };
        let spoken = plan
            .take()
            .map_or(self.locale.as_str(), |take| &take.locale);
        let locale = self.app.offering().locale(spoken);
        let mut jobs: Vec<Job> = answer(update, None).into_iter().collect();
        jobs.push(Job::Say(plain(locale.render(&Message::new(id)))));
        jobs
    }

    /// What is said when an update brought about a fault of ours.
    pub(super) fn apology(&self, update: &Received) -> Vec<(ChatId, Job)> {
        let text = self.spoken(update).render(&Message::new("telegram-fault"));
        vec![(update.chat, Job::Say(plain(text)))]
    }
}

/// A text by itself.
pub(super) fn plain(text: String) -> Page {
    Page {
        messages: text::messages(&[Paragraph::new(Style::Plain, text)]),
        keyboard: None,
    }
}

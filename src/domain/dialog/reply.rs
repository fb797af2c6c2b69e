//! What is said: a pure view of a session. After a crash the same session gives the same reply.

mod describe;
mod help;
mod missing;
mod news;
mod notes;
mod progress;
mod prompt;
mod result;
mod review;
mod stands;
mod summary;

pub use prompt::{Offer, Picks, Prompt};

use crate::domain::dialog::case_reference::CaseReference;
use crate::domain::dialog::decide::Tell;
use crate::domain::dialog::event::Event;
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::said;
use crate::domain::message::Message;

/// What is said after an input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// What is told, in order.
    pub lines: Vec<Line>,
    /// What is asked; nothing when nothing more is.
    pub prompt: Option<Prompt>,
}

/// One thing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What kind of text it is.
    pub kind: LineKind,
    /// What it says.
    pub message: Message,
    /// Whether it is one of the details of a result, which a small screen shows when asked.
    pub detail: bool,
}

/// What kind of text a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A paragraph.
    Paragraph,
    /// The heading of what follows.
    Heading,
    /// One of several points.
    Bullet,
}

/// What a reply is a view of.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The session, as it stands now.
    pub view: View<'a>,
    /// Its items.
    pub states: &'a [ItemState],
    /// Where it stands.
    pub position: &'a Position,
    /// Its case reference, once it has one.
    pub case: Option<CaseReference>,
}

/// What became of the input.
#[derive(Debug, Clone, Copy)]
pub enum Heard<'a> {
    /// It led to the events of the session's last turn.
    Taken,
    /// Nothing was said: the office came, or comes again.
    Arrived,
    /// Something was asked that changes nothing.
    Told(Tell),
    /// It was not taken.
    Rejected(&'a Rejection),
    /// It was not taken, because it answered something else than what is asked now: somebody else went on, or the day or
    /// the policy changed what is asked.
    Unseen {
        /// Whether the session's last turn is news.
        news: bool,
    },
}

impl Reply {
    pub(crate) fn say(&mut self, message: Message) {
        self.line(LineKind::Paragraph, message);
    }

    pub(crate) fn head(&mut self, message: Message) {
        self.line(LineKind::Heading, message);
    }

    pub(crate) fn point(&mut self, message: Message) {
        self.line(LineKind::Bullet, message);
    }

    fn line(&mut self, kind: LineKind, message: Message) {
        self.lines.push(Line {
            kind,
            message,
            detail: false,
        });
    }

    /// Marks what is told from that line on as details.
    fn details_from(&mut self, line: usize) {
        let details = self.lines.iter_mut().skip(line);
        details.for_each(|line| line.detail = true);
    }
}

impl Scene<'_> {
    /// What is said after an input.
    #[must_use]
    pub fn reply(&self, heard: Heard<'_>) -> Reply {
        let mut reply = Reply::default();
        self.answer_to(&mut reply, heard);
        if matches!(heard, Heard::Told(Tell::Erased)) {
            return reply;
        }
        if !self.is_silent() {
            self.at_this_point(&mut reply, heard);
            reply.prompt = self.prompt();
        }
        reply
    }

    fn answer_to(&self, reply: &mut Reply, heard: Heard<'_>) {
        match heard {
            Heard::Taken => self.news(reply),
            Heard::Arrived if self.view.session.is_new() => self.greeting(reply),
            Heard::Arrived => self.welcome_back(reply),
            Heard::Told(tell) => self.told(reply, tell),
            Heard::Unseen { news } => {
                reply.say(said::unseen());
                if news {
                    self.news(reply);
                }
            }
            Heard::Rejected(rejection) => {
                let messages = self.refused(rejection).into_iter();
                messages.for_each(|one| reply.say(one));
                if *self.position == Position::Assessed {
                    reply.say(said::result_next());
                }
            }
        }
    }

    /// What was wrong, and what would be understood: where only two choices are offered, those.
    fn refused(&self, rejection: &Rejection) -> Vec<Message> {
        let asked = matches!(self.position, Position::Ask(_));
        let offers = self.prompt().filter(|_| !asked);
        match (rejection, offers) {
            (Rejection::ExpectedYesNo, Some(prompt)) => {
                let choices = prompt.choices.into_iter().map(|offer| offer.text);
                let choices = describe::list(choices.collect());
                vec![
                    said::reject_not_understood(),
                    said::reject_expected_these(choices),
                ]
            }
            _ => rejection.messages(),
        }
    }

    fn told(&self, reply: &mut Reply, tell: Tell) {
        match tell {
            Tell::Help => self.help(reply),
            Tell::Commands => self.commands(reply),
            Tell::Summary => self.summary(reply),
            Tell::Status => self.stands(reply),
            Tell::Details => self.details(reply),
            Tell::Reminder(on) => reply.say(said::reminder_set(on)),
            Tell::Erased => reply.say(said::erased()),
            Tell::Faq(faq) => reply.say(Message::new(faq.message())),
        }
    }

    /// Whether nothing is asked, because the case rests; an office that is told what waits is asked all the same.
    fn is_silent(&self) -> bool {
        let session = self.view.session;
        let nudged = || {
            let last = &session.last_turn;
            last.iter()
                .any(|event| matches!(event, Event::Nudged { .. }))
        };
        session.expired || session.paused && !nudged()
    }

    /// What stands above the question, or in its place, by where the session stands.
    fn at_this_point(&self, reply: &mut Reply, heard: Heard<'_>) {
        let fresh = matches!(heard, Heard::Taken | Heard::Arrived | Heard::Unseen { .. });
        match self.position {
            Position::Assessed if fresh && !self.reminder_was_set(heard) => {
                self.results(reply);
                reply.say(said::result_next());
            }
            Position::Summary if fresh => self.summary(reply),
            Position::Ask(asked) => self.present(reply, asked),
            Position::ReadBack => self.read_back(reply),
            Position::Contradiction { constraint, .. } => self.contradiction(reply, *constraint),
            _ => {}
        }
    }

    /// The result was just given to an office that asks to be reminded of it.
    fn reminder_was_set(&self, heard: Heard<'_>) -> bool {
        let last = &self.view.session.last_turn;
        let set = |event: &Event| matches!(event, Event::ReminderSet { .. });
        matches!(heard, Heard::Taken) && last.iter().any(set)
    }

    /// What the result rests on; all answers so far while there is no result.
    fn details(&self, reply: &mut Reply) {
        if *self.position == Position::Assessed {
            self.result_details(reply);
        } else {
            let told = !self.view.session.answers.is_empty();
            if told {
                reply.say(said::details_none());
            }
            self.summary(reply);
        }
    }

    /// All there is to see of a case from outside the conversation: its answers and its assessment.
    #[must_use]
    pub fn overview(&self) -> Reply {
        let mut reply = Reply::default();
        self.summary(&mut reply);
        if self.view.session.cancelled {
            reply.say(self.cancelled());
        } else if !self.states.is_empty() {
            self.results(&mut reply);
        }
        reply
    }

    fn greeting(&self, reply: &mut Reply) {
        reply.say(said::greeting());
        let through = self.view.policy.text_through();
        reply.say(said::greeting_policy(Message::new("policy-title"), through));
        if self.view.policy.is_example() {
            reply.say(said::example());
        }
        reply.say(said::greeting_commands());
    }

    /// What cannot both be right, and where the policy says so.
    fn contradiction(&self, reply: &mut Reply, number: usize) {
        if let Some(constraint) = self.view.policy.constraints().get(number) {
            let text = Message::new(format!("constraint-{}", constraint.name));
            let procedure = self.view.procedures().first().map(ToString::to_string);
            let cite = self
                .view
                .policy
                .cited(&constraint.cite, procedure.as_deref());
            reply.say(said::result_rule(text, cite));
        }
    }

    fn welcome_back(&self, reply: &mut Reply) {
        if let Some(case) = self.case {
            reply.say(said::resume_greeting(case.to_string().as_str()));
        }
    }
}

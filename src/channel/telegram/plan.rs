//! What is done about an update, before anything is decided: who it is from, and what it means.

use crate::access::{Allowed, Greeting, Member, Redeemed};
use crate::channel::telegram::Stop;
use crate::channel::telegram::button::{Action, Button, Chosen};
use crate::channel::telegram::desk::{Desk, channel};
use crate::channel::telegram::keyboard::typed;
use crate::channel::telegram::received::{Kind, Press, Received, What};
use crate::channel::telegram::whose::{Named, spared};
use crate::domain::day::Day;
use crate::domain::dialog::Verb;
use crate::store::{ChannelKey, InputId};
use crate::turn::{Input, Mark, Which};

/// What is done about an update.
#[derive(Debug)]
pub(super) enum Plan {
    /// A turn.
    Take(Box<Take>),
    /// Something is said that belongs to no session.
    Say(Notice),
    /// Something is said, and the message it is about is deleted.
    Refuse(Notice),
    /// The buttons of the question change; nothing is answered yet.
    Buttons(Mark, Buttons),
    /// The button is none of ours, or its question is gone.
    Stale,
    /// Nothing.
    Nothing,
}

/// Buttons in place of others.
#[derive(Debug, Clone, Copy)]
pub(super) enum Buttons {
    Chosen(Chosen),
    Month(Day),
    Same,
}

/// Something that is said beside the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    Stranger,
    CodeNotValid,
    TooFast,
    File,
    Voice,
    OtherKind,
    Edited,
    NotPrivate,
}

impl Notice {
    /// The id of its message.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Stranger => "telegram-stranger",
            Self::CodeNotValid => "telegram-code-not-valid",
            Self::TooFast => "telegram-too-fast",
            Self::File => "telegram-no-files",
            Self::Voice => "telegram-no-voice",
            Self::OtherKind => "telegram-text-only",
            Self::Edited => "telegram-edited",
            Self::NotPrivate => "telegram-private-only",
        }
    }
}

/// A turn to take.
#[derive(Debug)]
pub(super) struct Take {
    pub(super) channel: ChannelKey,
    pub(super) id: InputId,
    pub(super) which: Which,
    pub(super) locale: String,
    said: Option<String>,
    mark: Option<Mark>,
    /// The choices that were ticked and not sent, with their question.
    ticked: Option<(Mark, String)>,
    /// The id of what is said first.
    pub(super) first: Option<&'static str>,
}

impl Take {
    /// Whether the conversation looks at what was typed.
    pub(super) fn says(&self, text: &str) -> bool {
        self.said.as_deref() == Some(text.trim())
    }

    pub(super) fn input(&self) -> Input<'_> {
        match (&self.said, self.mark, &self.ticked) {
            (None, ..) => Input::Arrived,
            (Some(said), Some(mark), _) => Input::Press { mark, said },
            (Some(said), None, None) => Input::Text(said),
            (Some(said), None, Some((mark, ticked))) => Input::Added {
                mark: *mark,
                ticked,
                said,
            },
        }
    }
}

impl Plan {
    pub(super) fn take(&self) -> Option<&Take> {
        match self {
            Self::Take(take) => Some(take),
            _ => None,
        }
    }
}

/// What a text says to the bot itself.
enum Said<'a> {
    /// The chat was opened, with what the link carried.
    Start(Option<&'a str>),
    /// A new case.
    New,
    /// Something for the conversation.
    Text(&'a str),
}

impl Desk {
    /// What is done about an update. A fault of the list of those who may come in stops everything: nobody is let in
    /// while it cannot be read.
    pub(super) fn plan(&self, update: &Received) -> Result<Plan, Stop> {
        if matches!(update.what, What::NotPrivate) {
            let first = self.first_of_group(update.chat.0);
            return Ok(if first {
                Plan::Say(Notice::NotPrivate)
            } else {
                Plan::Nothing
            });
        }
        let Some((channel, id)) = channel(update.chat).zip(self.id(update.update)) else {
            return Ok(Plan::Nothing);
        };
        if matches!(update.what, What::Nothing) {
            return Ok(Plan::Nothing);
        }
        match self.allowed(&channel) {
            Allowed::Yes => {}
            Allowed::TellOnce => return Ok(Plan::Say(Notice::TooFast)),
            Allowed::No => return Ok(Plan::Nothing),
        }
        let take = Take {
            channel,
            id,
            which: Which::Current,
            locale: self.spoken(update).tag().to_owned(),
            said: None,
            mark: None,
            ticked: None,
            first: None,
        };
        match self.member(&take.channel)? {
            Some(member) => self.plan_member(update, take, member.as_ref()),
            None => self.plan_stranger(update, take),
        }
    }

    /// Whether the chat was let in: nothing when not; where everybody may come, nobody in particular.
    fn member(&self, channel: &ChannelKey) -> Result<Option<Option<Member>>, Stop> {
        match &self.access {
            None => Ok(Some(None)),
            Some(access) => Ok(access.member(channel)?.map(Some)),
        }
    }

    fn plan_stranger(&self, update: &Received, take: Take) -> Result<Plan, Stop> {
        let Some(access) = &self.access else {
            return Ok(Plan::Nothing);
        };
        if let What::Text(text, _) = &update.what {
            let code = match said(text) {
                Said::Start(payload) => payload,
                Said::New => None,
                Said::Text(text) => Some(text),
            };
            if let Some(code) = code {
                match spared(access.redeem(code, &take.channel, self.now()))? {
                    Some(Redeemed::Welcome(_) | Redeemed::Already(_)) => {
                        let which = self.which(&take.channel)?;
                        let first = Some("telegram-welcome");
                        let take = Take {
                            which,
                            first,
                            ..take
                        };
                        return Ok(Plan::Take(Box::new(take)));
                    }
                    Some(Redeemed::NotValid | Redeemed::Misread) => {
                        return Ok(Plan::Say(Notice::CodeNotValid));
                    }
                    Some(Redeemed::NotACode) => {}
                    Some(Redeemed::Silence) | None => return Ok(Plan::Nothing),
                }
            }
        }
        Ok(match spared(access.stranger(&take.channel, self.now()))? {
            Some(Greeting::Once) => Plan::Say(Notice::Stranger),
            Some(Greeting::Silence) | None => Plan::Nothing,
        })
    }

    fn plan_member(
        &self,
        update: &Received,
        take: Take,
        member: Option<&Member>,
    ) -> Result<Plan, Stop> {
        Ok(match &update.what {
            What::Text(..) | What::Press(_) if self.which(&take.channel)? == Which::Apart => {
                let which = Which::Apart;
                Plan::Take(Box::new(Take { which, ..take }))
            }
            What::Text(text, _) => return self.plan_text(text, take, member),
            What::Press(press) => self.plan_press(update, press, take),
            What::Sent(Kind::File, _) => Plan::Refuse(Notice::File),
            What::Sent(Kind::Voice, _) => Plan::Refuse(Notice::Voice),
            What::Sent(Kind::Other, _) => Plan::Refuse(Notice::OtherKind),
            What::Edited(..) => Plan::Say(Notice::Edited),
            What::NotPrivate | What::Nothing => Plan::Nothing,
        })
    }

    fn plan_text(&self, text: &str, mut take: Take, member: Option<&Member>) -> Result<Plan, Stop> {
        match said(text) {
            Said::New => take.which = Which::New,
            Said::Start(None) => {}
            Said::Start(Some(payload)) => match self.case(payload, &take.channel)? {
                Named::Case(case) => take.which = Which::Case(case),
                Named::Closed => take.first = Some("telegram-no-such-case"),
                // Whoever is in already may open the link once more.
                Named::Nothing if member.is_some() => {}
                Named::Nothing => return Ok(Plan::Say(Notice::CodeNotValid)),
            },
            Said::Text(text) => match self.case(text, &take.channel)? {
                Named::Case(case) => take.which = Which::Case(case),
                Named::Closed => take.first = Some("telegram-no-such-case"),
                Named::Nothing => {
                    take.said = Some(text.to_owned());
                    take.ticked = self.ticked(&take.channel);
                }
            },
        }
        Ok(Plan::Take(Box::new(take)))
    }

    fn plan_press(&self, update: &Received, press: &Press, mut take: Take) -> Plan {
        let Some(Button { mark, action }) = self.seal.read(update.chat.0, &press.data) else {
            return Plan::Stale;
        };
        let said = match action {
            Action::Choice(number) => self.chosen(&take, number),
            Action::Done(chosen) => Some(typed(chosen)),
            Action::Day(day) => self.picked(&take, day),
            Action::Verb(at) => verb(at),
            Action::New => {
                take.which = Which::New;
                return Plan::Take(Box::new(take));
            }
            Action::GoOn => return Plan::Take(Box::new(take)),
            Action::Chosen(chosen) => return Plan::Buttons(mark, Buttons::Chosen(chosen)),
            Action::Month(day) => return Plan::Buttons(mark, Buttons::Month(day)),
            Action::Question => return Plan::Buttons(mark, Buttons::Same),
            Action::Blank => return Plan::Nothing,
        };
        let Some(said) = said else {
            return Plan::Stale;
        };
        take.said = Some(said);
        take.mark = Some(mark);
        Plan::Take(Box::new(take))
    }

    /// A choice as it can be typed: by its number, or by its words where a number is the answer to the question.
    fn chosen(&self, take: &Take, number: u8) -> Option<String> {
        let here = self.app.peek(&take.channel, &take.locale, self.today());
        let here = here.ok()?;
        let prompt = here.reply.prompt.as_ref().filter(|one| !one.numbered);
        let Some(prompt) = prompt else {
            return Some(number.to_string());
        };
        let offer = prompt.choices.get(usize::from(number).checked_sub(1)?)?;
        let locale = self.app.offering().locale(&here.locale);
        Some(locale.render(&offer.text))
    }

    /// A picked day as it can be typed in answer to the question that waits.
    fn picked(&self, take: &Take, day: Day) -> Option<String> {
        let here = self.app.peek(&take.channel, &take.locale, self.today());
        let here = here.ok()?;
        let picks = here.reply.prompt.as_ref()?.picks?;
        let locale = self.app.offering().locale(&here.locale);
        Some(locale.render(&picks.typed(day)))
    }
}

/// A verb as it can be typed in every language.
fn verb(at: u8) -> Option<String> {
    let verb = Verb::ALL.get(usize::from(at))?;
    Some(format!("/{}", verb.command()))
}

fn said(text: &str) -> Said<'_> {
    let text = text.trim();
    let Some(command) = text.strip_prefix('/') else {
        return Said::Text(text);
    };
    let (name, rest) = command
        .split_once(char::is_whitespace)
        .unwrap_or((command, ""));
    let name = name.split('@').next().unwrap_or_default();
    let rest = rest.trim();
    match name {
        "start" => Said::Start((!rest.is_empty()).then_some(rest)),
        "new" => Said::New,
        // What comes before the name of the bot is the command.
        _ if rest.is_empty() => Said::Text(text.split('@').next().unwrap_or(text)),
        _ => Said::Text(text),
    }
}

//! What is asked, by where the session stands.

use crate::domain::day::Day;
use crate::domain::dialog::event::{Menu, Scope};
use crate::domain::dialog::model::{Step, StepKind};
use crate::domain::dialog::position::{Asked, Position};
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::name::StepName;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The question.
    pub question: Message,
    /// How it can be answered in words.
    pub hint: Option<Message>,
    /// The question as a call-center agent reads it to a caller; where there is none, the question itself.
    pub aloud: Option<Message>,
    /// The choices, in the order of their numbers where they have any.
    pub choices: Vec<Offer>,
    /// Whether several can be chosen.
    pub several: bool,
    /// Whether the number of a choice, typed, chooses it: not where a number is the answer.
    pub numbered: bool,
    /// What a calendar can pick for it.
    pub picks: Option<Picks>,
    /// How far along the conversation is.
    pub progress: Option<Message>,
}

/// A choice that is offered. Its number, typed, chooses it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it says.
    pub text: Message,
    /// What it says where there is little room, when that is something else.
    pub button: Option<Message>,
    /// Where several can be chosen: whether it stands alone, because it says all or none of the others.
    pub alone: bool,
}

/// What a calendar can pick for a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picks {
    /// The day on which something began.
    Day,
    /// The day since which something goes on.
    Since,
}

impl Picks {
    /// What to type for a picked day, so that it is read back as that day.
    #[must_use]
    pub fn typed(self, day: Day) -> Message {
        match self {
            Self::Day => said::picked_day(day.to_string().as_str()),
            Self::Since => said::picked_since(day.to_string().as_str()),
        }
    }

    fn of(kind: StepKind) -> Option<Self> {
        match kind {
            StepKind::Date => Some(Self::Day),
            StepKind::Period => Some(Self::Since),
            _ => None,
        }
    }
}

impl From<Message> for Offer {
    fn from(text: Message) -> Self {
        Self {
            text,
            button: None,
            alone: false,
        }
    }
}

impl Offer {
    fn alone(text: Message) -> Self {
        Self {
            alone: true,
            ..text.into()
        }
    }
}

impl Prompt {
    fn new(question: Message, choices: Vec<Offer>) -> Self {
        Self {
            question,
            hint: None,
            aloud: None,
            choices,
            several: false,
            numbered: true,
            picks: None,
            progress: None,
        }
    }

    fn two(question: Message, first: Message, second: Message) -> Self {
        Self::new(question, vec![first.into(), second.into()])
    }

    fn yes_no(question: Message) -> Self {
        Self::two(question, said::yes(), said::no())
    }
}

impl Scene<'_> {
    /// What is asked; nothing when nothing more is.
    #[must_use]
    pub fn prompt(&self) -> Option<Prompt> {
        match self.position {
            Position::Cancelled | Position::Assessed => None,
            Position::Menu(Menu::Edit) => Some(Prompt::new(said::edit_ask(), self.edit_choices())),
            Position::Menu(Menu::Restart) => Some(Prompt::yes_no(said::restart_ask())),
            Position::Menu(Menu::Cancel) if self.has_result() => {
                Some(Prompt::yes_no(said::cancel_ask_result()))
            }
            Position::Menu(Menu::Cancel) => Some(Prompt::yes_no(said::cancel_ask())),
            Position::Menu(Menu::Delete) => Some(Prompt::yes_no(said::delete_ask(
                self.reference().as_str(),
                self.answers(),
            ))),
            Position::ReadBack => Some(Prompt::yes_no(self.read_back_question())),
            Position::Ask(asked) => self.asked_prompt(asked),
            Position::Recheck(asked) => self.recheck_prompt(asked),
            Position::Contradiction { steps, .. } => Some(Prompt::new(
                said::contradiction_ask(),
                steps.iter().map(|one| self.told_offer(one)).collect(),
            )),
            Position::Same { place, other } => {
                let place = self.view.place(&Scope::Place(*place));
                let question = said::same_as_ask(self.view.place(&Scope::Place(*other)), place);
                Some(Prompt::two(
                    question,
                    said::same_as_same(),
                    said::same_as_different(),
                ))
            }
            Position::Summary => Some(Prompt::two(
                said::summary_ask(),
                said::summary_confirm(),
                said::summary_change(),
            )),
        }
    }

    /// A question that was answered and is seen again can be left as it was.
    fn asked_prompt(&self, asked: &Asked) -> Option<Prompt> {
        let step = self.view.dialog.step(&asked.step)?;
        let mut prompt = self.step_prompt(step, &asked.scope);
        if self.view.present(asked).is_some() {
            prompt.choices.push(Offer::alone(said::keep_answer()));
        }
        Some(prompt)
    }

    fn step_prompt(&self, step: &Step, scope: &Scope) -> Prompt {
        let spoken = matches!(
            step.kind,
            StepKind::Date | StepKind::Period | StepKind::Levels | StepKind::Number
        );
        let several = matches!(
            step.kind,
            StepKind::Procedures | StepKind::Documents | StepKind::Several
        );
        let hint = match (spoken, several) {
            (true, _) => Some(Message::new(format!("ask-{}.hint", step.name))),
            (false, true) => Some(said::choose_several()),
            (false, false) => None,
        };
        Prompt {
            question: self.view.question(step, scope),
            hint,
            aloud: Some(
                self.view
                    .with_place(Message::new(format!("ask-{}.aloud", step.name)), scope),
            ),
            choices: self.step_choices(step),
            several,
            numbered: step.kind != StepKind::Number,
            picks: Picks::of(step.kind),
            progress: self.progress(step),
        }
    }

    pub(in crate::domain::dialog) fn step_choices(&self, step: &Step) -> Vec<Offer> {
        let label = |number: usize| {
            let choice = step.choices.get(number)?;
            Some(Message::new(step.choice_message(choice)).into())
        };
        if step.kind == StepKind::Documents {
            let worth = self.view.documents_worth(self.states);
            let ends = [said::documents_all(), said::documents_none()].map(Offer::alone);
            return worth.into_iter().filter_map(label).chain(ends).collect();
        }
        let own = (0..step.choices.len()).filter_map(label);
        let ends = [
            (step.kind == StepKind::Several).then(said::documents_none),
            step.can_be_open().then(said::not_on_record),
        ];
        let ends = ends.into_iter().flatten();
        let ends: Vec<Offer> = if step.kind == StepKind::Several {
            ends.map(Offer::alone).collect()
        } else {
            ends.map(Offer::from).collect()
        };
        own.chain(ends).collect()
    }

    fn recheck_prompt(&self, asked: &Asked) -> Option<Prompt> {
        let step = self.view.dialog.step(&asked.step)?;
        let told = self.view.session.told(&asked.scope, &asked.step)?;
        let answer = self.view.answer(step, &told.answer);
        Some(Prompt::yes_no(said::recheck_ask(
            told.on,
            answer,
            self.view.question(step, &asked.scope),
        )))
    }

    /// The answers that can be changed, each with what was said.
    fn edit_choices(&self) -> Vec<Offer> {
        self.view
            .editables(self.states)
            .iter()
            .map(|one| self.told_offer(one))
            .collect()
    }

    /// An answer with what was said; where there is little room, the question by its label alone.
    fn told_offer(&self, one: &(Scope, StepName)) -> Offer {
        let step = self.view.dialog.step(&one.1);
        Offer {
            text: self.told_line(one),
            button: step.map(|step| self.label_at(step, &one.0)),
            alone: false,
        }
    }

    fn told_line(&self, (scope, name): &(Scope, StepName)) -> Message {
        let step = self.view.dialog.step(name);
        let told = self.view.session.told(scope, name);
        match (step, told) {
            (Some(step), Some(told)) => self.answer_line(step, scope, &told.answer),
            (Some(step), None) => crate::domain::dialog::item::View::label(step),
            (None, _) => said::not_on_record(),
        }
    }
}

//! What is asked, by where the session stands.

use crate::domain::dialog::event::{Menu, Scope};
use crate::domain::dialog::model::{Step, StepKind};
use crate::domain::dialog::position::{Asked, Position};
use crate::domain::dialog::reply::{Prompt, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::name::StepName;

impl Prompt {
    fn new(question: Message, choices: Vec<Message>) -> Self {
        Self {
            question,
            hint: None,
            aloud: None,
            choices,
            several: false,
            progress: None,
        }
    }

    fn yes_no(question: Message) -> Self {
        Self::new(question, vec![said::yes(), said::no()])
    }
}

impl Scene<'_> {
    pub(super) fn prompt(&self) -> Option<Prompt> {
        match self.position {
            Position::Cancelled | Position::Assessed => None,
            Position::Menu(Menu::Edit) => Some(Prompt::new(said::edit_ask(), self.edit_choices())),
            Position::Menu(Menu::Restart) => Some(Prompt::yes_no(said::restart_ask())),
            Position::Menu(Menu::Cancel) => Some(Prompt::yes_no(said::cancel_ask())),
            Position::Menu(Menu::Delete) => Some(Prompt::yes_no(said::delete_ask(
                self.reference().as_str(),
                self.answers(),
            ))),
            Position::ReadBack => Some(Prompt::yes_no(self.read_back_question())),
            Position::Ask(asked) => self
                .view
                .dialog
                .step(&asked.step)
                .map(|step| self.step_prompt(step, &asked.scope)),
            Position::Recheck(asked) => self.recheck_prompt(asked),
            Position::Contradiction { steps, .. } => Some(Prompt::new(
                said::contradiction_ask(),
                steps.iter().map(|one| self.told_line(one)).collect(),
            )),
            Position::Same { place, other } => {
                let place = self.view.place(&Scope::Place(*place));
                let question = said::same_as_ask(self.view.place(&Scope::Place(*other)), place);
                Some(Prompt::new(
                    question,
                    vec![said::same_as_same(), said::same_as_different()],
                ))
            }
            Position::Summary => Some(Prompt::new(
                said::summary_ask(),
                vec![said::summary_confirm(), said::summary_change()],
            )),
        }
    }

    fn step_prompt(&self, step: &Step, scope: &Scope) -> Prompt {
        let spoken = matches!(
            step.kind,
            StepKind::Date | StepKind::Period | StepKind::Levels | StepKind::Number
        );
        let several = matches!(step.kind, StepKind::Procedures | StepKind::Documents);
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
            progress: self.progress(step),
        }
    }

    fn step_choices(&self, step: &Step) -> Vec<Message> {
        let label = |number: usize| {
            step.choices
                .get(number)
                .map(|choice| Message::new(step.choice_message(choice)))
        };
        if step.kind == StepKind::Documents {
            let worth = self.view.documents_worth(self.states);
            let ends = [said::documents_all(), said::documents_none()];
            return worth.into_iter().filter_map(label).chain(ends).collect();
        }
        let own = (0..step.choices.len()).filter_map(label);
        let open = (step.kind != StepKind::Procedures).then(said::not_on_record);
        own.chain(open).collect()
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
    fn edit_choices(&self) -> Vec<Message> {
        self.view
            .editables(self.states)
            .iter()
            .map(|one| self.told_line(one))
            .collect()
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

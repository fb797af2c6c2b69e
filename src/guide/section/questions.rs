//! The questions, in the order in which a person would ask.

use crate::domain::dialog::{Choice, Per, Step, StepKind, WhenAsked};
use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::guide::Guide;
use crate::guide::page::{Block, Cell, Section, plain};

impl Guide<'_> {
    pub(in crate::guide) fn questions(&self) -> Option<Section> {
        let steps = &self.lab.dialog.steps;
        let lead = [
            said::questions_lead(),
            said::questions_record(),
            said::questions_free(),
        ];
        let lead = lead.map(|one| self.text(one)).to_vec();
        let mut section = self.section("questions", said::questions(), lead);
        let all = steps.iter().enumerate();
        section.sections = all
            .map(|(number, step)| self.question(number, step))
            .collect();
        Some(section)
    }

    fn question(&self, number: usize, step: &Step) -> Section {
        let words = self.words();
        let mut blocks = vec![
            Block::Notice(plain(self.say(words.of_step(step, "")))),
            self.text(words.of_step(step, ".help")),
            Block::Terms(self.particulars(step)),
        ];
        blocks.extend(self.choices(step));
        if step.kind == StepKind::Several {
            blocks.push(self.text(said::several()));
        }
        let number = number.saturating_add(1);
        Section {
            anchor: format!("q-{}", step.name),
            title: format!("{number}. {}", words.text(&words.label(step))),
            blocks,
            sections: Vec::new(),
        }
    }

    fn particulars(&self, step: &Step) -> Vec<(String, Cell)> {
        let words = self.words();
        let mut terms = vec![
            (self.say(said::asked_when()), self.asked(step)),
            (self.say(said::about_what()), self.cell(about(step))),
        ];
        if has_hint(step.kind) {
            terms.push((
                self.say(said::typed_as()),
                self.cell(words.of_step(step, ".hint")),
            ));
        }
        if !step.sets.is_empty() {
            terms.push((self.say(said::settles()), self.cell(words.facts(step.sets))));
        }
        let supplier = Message::new(format!("supplier-{}", step.supplied_by));
        terms.push((self.say(said::supplied_by()), self.cell(supplier)));
        let open = if step.can_be_open() {
            said::may_be_open()
        } else {
            said::never_open()
        };
        terms.push((self.say(Message::new("not_on_record")), self.cell(open)));
        if step.recheck {
            terms.push((self.say(said::again()), self.cell(said::again_when())));
        }
        terms
    }

    /// When a step is asked, and for which criteria.
    fn asked(&self, step: &Step) -> Cell {
        let policy = self.lab.policy;
        let mut told = self.cell(self.words().asked(step));
        let criteria: Vec<_> = policy
            .criteria()
            .filter(|(number, _)| !policy.facts_of(*number).and(step.sets).is_empty())
            .map(|(number, _)| vec![self.link(number)])
            .collect();
        if step.kind != StepKind::Procedures && !criteria.is_empty() {
            told.push(plain(self.say(said::needed_for())));
            told.extend(criteria);
        }
        told
    }

    fn choices(&self, step: &Step) -> Option<Block> {
        if step.choices.is_empty() {
            return None;
        }
        let rows = step.choices.iter().map(|choice| {
            vec![
                self.cell(Message::new(step.choice_message(choice))),
                self.stands_for(choice),
            ]
        });
        Some(Block::Table {
            caption: self.say(said::choices_caption()),
            head: vec![self.say(said::choice()), self.say(said::choice_sets())],
            rows: rows.collect(),
        })
    }

    fn stands_for(&self, choice: &Choice) -> Cell {
        let told = self.words().stands_for(choice).into_iter();
        told.map(|one| plain(self.say(one))).collect()
    }
}

fn about(step: &Step) -> Message {
    match step.per {
        Per::Request => said::per_request(),
        Per::Procedure => said::per_procedure(),
        Per::Place => said::per_place(),
    }
}

impl crate::guide::Words<'_> {
    /// When a step is asked.
    #[must_use]
    pub fn asked(&self, step: &Step) -> Message {
        let first = self.dialog.steps.first().map(|one| &one.name);
        match step.kind {
            _ if step.asked == WhenAsked::OnRequest => said::asked_on_request(),
            _ if step.asked == WhenAsked::ForNotes => said::asked_for_notes(),
            _ if first == Some(&step.name) => said::asked_first(),
            StepKind::Documents => said::asked_documents(),
            StepKind::Levels => said::asked_levels(self.facts(step.sets)),
            _ => said::asked_needed(self.facts(step.sets)),
        }
    }
}

/// Whether a step says how it can be answered in words.
fn has_hint(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Procedures
            | StepKind::Date
            | StepKind::Period
            | StepKind::Number
            | StepKind::Levels
            | StepKind::Documents
    )
}

//! Answers as people speak: a yes with more behind it, a word of the answer within a sentence.

use crate::domain::dialog::event::Entry;
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::model::{Step, StepKind};
use crate::domain::dialog::position::{Asked, Position};
use crate::domain::dialog::typed::normalize::normalize;
use crate::domain::dialog::typed::{asks, denies, spot};
use crate::domain::dialog::vocabulary::{Cue, Pick};

/// The most words of a yes or a no.
const LONGEST_YES: usize = 3;

/// Words that take back what stands before them.
const BUT: &[&str] = &[
    "but", "pero", "except", "excepto", "only", "solo", "if", "unless",
];

/// Words after a no without a comma that show that it is an answer: "no she does not".
const WHO: &[&str] = &[
    "she", "he", "it", "they", "the", "ella", "el", "la", "sir", "maam", "senor", "senora",
];

impl Context<'_> {
    /// "Yes, a lot of pain": a yes or a no at the beginning, with nothing behind it that says otherwise.
    pub(super) fn leading_yes_no(&self, step: &Step, text: &str) -> Option<Pick> {
        let plain = normalize(text);
        let words: Vec<&str> = plain.split(' ').collect();
        let (yes, rest) = (1..=LONGEST_YES).rev().find_map(|count| {
            let (head, rest) = words.split_at_checked(count)?;
            Some((self.words.yes_no.named_by(&head.join(" "))?, rest))
        })?;
        let takes_back = |word: &&str| {
            BUT.contains(word)
                || self
                    .words
                    .yes_no
                    .named_by(word)
                    .is_some_and(|own| own != yes)
        };
        let marked = text.contains(',') || rest.first().is_some_and(|word| WHO.contains(word));
        let otherwise = rest.iter().any(takes_back) || (yes && denies(&rest.join(" ")));
        if rest.is_empty() || otherwise || (!yes && !marked) {
            return None;
        }
        let name = if yes { "yes" } else { "no" };
        let own = step
            .choices
            .iter()
            .position(|one| one.name.as_str() == name)?;
        let number = self
            .view
            .dialog
            .steps
            .iter()
            .position(|one| one.name == step.name)?;
        let contradicts = |cue: &Cue| matches!(cue, Cue::Choice(step, choice) if *step == number && *choice != own);
        (!self.spotted(text).choices.iter().any(contradicts)).then_some(Pick::Choice(own))
    }

    /// An answer to a question with choices that says one of them among other words.
    pub(super) fn own_words(&self, text: &str) -> Option<Move> {
        let Position::Ask(Asked { scope, step }) = self.position else {
            return None;
        };
        let step = self.view.dialog.step(step)?;
        let cues = self.words.own_cues.get(&step.name)?;
        let found = spot(text, self.words.language, self.view.today, cues);
        let mut choices = found.choices;
        choices.retain(|choice| !found.over.contains(choice));
        let [only] = choices.as_slice() else {
            return None;
        };
        let answer = self.facts_of(step.choices.get(*only)?)?;
        let entry = Entry {
            scope: scope.clone(),
            step: step.name.clone(),
            answer,
        };
        let plain = step.kind == StepKind::Choice && !asks(text);
        plain.then(|| Move::Answer(vec![entry], Manner::ReadBack))
    }
}

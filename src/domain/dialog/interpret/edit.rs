//! Which answer somebody wants to change.

use crate::domain::dialog::event::Scope;
use crate::domain::dialog::interpret::{Context, Move};
use crate::domain::dialog::item::View;
use crate::domain::dialog::model::WhenAsked;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::{Lexicon, normalize::normalize};
use crate::domain::message::Message;
use crate::domain::name::StepName;

/// An answer: what it is about, and its step.
type Told = (Scope, StepName);

impl Context<'_> {
    /// "edit onset", "change 3".
    ///
    /// # Errors
    /// When the words fit several answers.
    pub(super) fn edit(&self, text: &str) -> Result<Option<Move>, Rejection> {
        let text = normalize(text);
        let edits = self.words.edits.iter();
        let what = edits
            .filter_map(|edit| text.strip_prefix(edit.as_str())?.strip_prefix(' '))
            .min_by_key(|rest| rest.len());
        match what.map(|what| self.editable(what)) {
            Some(Ok(edit)) => Ok(Some(edit)),
            Some(Err(several @ Rejection::Ambiguous(_))) => Err(several),
            Some(Err(_)) | None => Ok(None),
        }
    }

    /// "Wrong level": what stands beside a word that says no by more than "no".
    pub(super) fn said_wrong(&self, text: &str) -> Option<Move> {
        let text = normalize(text);
        let wrong = |word: &str| word.len() > 3 && self.words.yes_no.named_by(word) == Some(false);
        let ahead = text.split_once(' ').filter(|(word, _)| wrong(word));
        let behind = || text.rsplit_once(' ').filter(|(_, word)| wrong(word));
        let what = ahead
            .map(|(_, what)| what)
            .or_else(|| behind().map(|(what, _)| what))?;
        self.editable(what).ok()
    }

    /// The answer that a text names: by its label, by words that only its label has, by its step, or by its number.
    pub(super) fn editable(&self, text: &str) -> Result<Move, Rejection> {
        let answers = self.view.editables(self.states);
        let steps = self.view.dialog.steps.iter();
        let more = steps
            .filter(|step| step.asked == WhenAsked::OnRequest)
            .map(|step| (Scope::Request, step.name.clone()))
            .filter(|one| !answers.contains(one));
        let all: Vec<Told> = answers.iter().cloned().chain(more).collect();
        if let Some(found) = self.by_label(&all, text) {
            return found.map(|(scope, step)| Move::Edit(scope, step));
        }
        let labelled = all.iter().map(|one| (one.clone(), self.labels(&one.1)));
        let picked = Lexicon::new(labelled).one(text).map_err(|fault| {
            self.not_chosen(&fault, |(_, step)| {
                Message::new(format!("ask-{step}.label"))
            })
        })?;
        Ok(Move::Edit(picked.0, picked.1))
    }

    /// The answer whose label fits a text; a fault where the labels of several steps do. Nothing where none does, or where
    /// one step has several answers.
    fn by_label(&self, all: &[Told], text: &str) -> Option<Result<Told, Rejection>> {
        let text = normalize(text);
        let label = |step: &StepName| {
            let own = self.words.labels.get(step).and_then(|own| own.first());
            normalize(own.map(String::as_str).unwrap_or_default())
        };
        let fitting = |fits: fn(&str, &str) -> bool| -> Vec<&Told> {
            let fits = |one: &&Told| fits(&label(&one.1), &text);
            all.iter().filter(fits).collect()
        };
        let mut found = fitting(is_label);
        if found.is_empty() {
            found = fitting(has_words);
        }
        let mut steps: Vec<&StepName> = found.iter().map(|(_, step)| step).collect();
        steps.dedup();
        match (found.as_slice(), steps.len()) {
            ([only], _) => Some(Ok((*only).clone())),
            ([], _) | (_, 1) => None,
            _ => {
                let labels = steps.iter().filter_map(|name| self.view.dialog.step(name));
                Some(Err(Rejection::Ambiguous(labels.map(View::label).collect())))
            }
        }
    }

    pub(super) fn labels(&self, step: &StepName) -> Vec<String> {
        let own = self.words.labels.get(step).cloned().unwrap_or_default();
        own.into_iter()
            .chain([step.as_str().replace('_', " ")])
            .collect()
    }
}

/// Whether a text is a label, but for the end of a plural.
fn is_label(label: &str, text: &str) -> bool {
    let rest = label
        .strip_prefix(text)
        .or_else(|| text.strip_prefix(label));
    rest.is_some_and(|rest| ["", "s", "es"].contains(&rest))
}

/// Whether each word of a text begins a word of the label.
fn has_words(label: &str, text: &str) -> bool {
    /// Shorter words begin too many others.
    const SHORTEST: usize = 3;
    let begins =
        |word: &str| word.len() >= SHORTEST && label.split(' ').any(|own| own.starts_with(word));
    !text.is_empty() && text.split(' ').all(begins)
}

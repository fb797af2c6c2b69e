//! What somebody typed, as a move in the conversation. Nothing of the text is kept: what comes out is coded.

mod answer;
mod claim;
mod correction;
mod edit;
mod findings;
mod free;
mod parts;
mod procedures;
mod several;
mod speech;

use crate::domain::dialog::event::{Answer, Entry, Menu, Scope};
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::position::{Asked, Position};
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::{
    Lexicon, NotWhen, adds, identifiers_beside, named, normalize::normalize, tells_day_before,
};
use crate::domain::dialog::vocabulary::{Faq, Verb, Vocabulary};
use crate::domain::name::StepName;

/// The longest input that is looked at, in bytes; Telegram's limit is shorter.
const LONGEST: usize = 16_384;

/// Thirty years, in days: an older day in any text is taken for a birth date.
const LIKELY_BIRTH: i32 = 10_957;

/// A move in the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// One of the things that can be said at any step.
    Verb(Verb),
    /// The answer to a step is to be changed.
    Edit(Scope, StepName),
    /// Another language.
    Language(String),
    /// Answers; read back first when they were understood from words that could mean something else.
    Answer(Vec<Entry>, Manner),
    /// Yes to what was asked.
    Agree,
    /// No to what was asked.
    Disagree,
    /// A question that is no answer.
    Ask(Faq),
    /// The office comes, or comes back, and says so.
    Arrive,
}

/// How an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Plainly: it counts at once.
    Plain,
    /// In words that are read back before they count.
    ReadBack,
    /// The same, and of some steps something was said that is not clear and was left out.
    InPart(LeftOut),
}

/// Steps, by their number in the dialog, of which something was said that could not be taken: two things at once, or
/// nothing that tells for which level it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut(u64);

impl LeftOut {
    pub(super) fn add(&mut self, step: usize) {
        self.0 |= bit(step);
    }

    /// Whether something of that step was left out.
    #[must_use]
    pub fn has(self, step: usize) -> bool {
        self.0 & bit(step) != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

fn bit(step: usize) -> u64 {
    u32::try_from(step)
        .ok()
        .and_then(|step| 1_u64.checked_shl(step))
        .unwrap_or(0)
}

/// Everything that reading an input takes.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The session and its surroundings.
    pub view: View<'a>,
    /// The items.
    pub states: &'a [ItemState],
    /// Where the session stands.
    pub position: &'a Position,
    /// The words of its language.
    pub words: &'a Vocabulary,
}

impl Context<'_> {
    /// Reads an input.
    ///
    /// # Errors
    /// Why it was not understood, and what would be.
    pub fn interpret(&self, text: &str) -> Result<Move, Rejection> {
        if text.len() > LONGEST {
            return Err(Rejection::TooLong);
        }
        if self.holds_identifiers(text) {
            return Err(Rejection::Identifiers);
        }
        let verb = commanded(text).or_else(|| self.exact_verb(text));
        if let Some(verb) = verb.or_else(|| self.keeps(text)) {
            return Ok(verb);
        }
        if let Some(fault) = self.for_another_place(text) {
            return fault;
        }
        let rejection = match self.answer(text) {
            Ok(answer) => return Ok(answer),
            // Two of the choices were named: neither is taken.
            Err(several @ (Rejection::PickOne(_) | Rejection::Ambiguous(_))) => {
                return Err(several);
            }
            // A day that long ago may be a birth date: nothing of it is looked at again.
            Err(
                old @ (Rejection::NotADate(NotWhen::TooLong)
                | Rejection::NotAPeriod(NotWhen::TooLong)),
            ) => return Err(old),
            Err(Rejection::Identifiers) => return Err(Rejection::Identifiers),
            Err(rejection) => rejection,
        };
        let other = match self.language(text) {
            Some(language) => Some(language),
            None => self.edit(text)?,
        };
        let other = match other.or_else(|| self.faq(text)) {
            Some(other) => Some(other),
            None => self.free_text(text)?,
        };
        let other = other
            .or_else(|| self.own_words(text))
            .or_else(|| self.said_wrong(text))
            .or_else(|| self.words.verbs.one(text).ok().map(Move::Verb));
        other.ok_or(rejection)
    }

    fn holds_identifiers(&self, text: &str) -> bool {
        let (words, today) = (self.words, self.view.today);
        let vocabulary = |word: &str| words.known.contains(word);
        !identifiers_beside(text, &vocabulary).is_empty()
            || tells_day_before(text, words.language, today, LIKELY_BIRTH)
    }

    fn exact_verb(&self, text: &str) -> Option<Move> {
        let verb = *self.words.exact_verbs.get(&normalize(text))?;
        match (verb, self.position) {
            // "Not on record" answers the question; "done" confirms nothing by itself.
            (Verb::NotOnRecord, _) => None,
            _ => Some(Move::Verb(verb)),
        }
    }

    /// A command or a code, which answers nothing here; a command that names a language changes to it.
    fn for_another_place(&self, text: &str) -> Option<Result<Move, Rejection>> {
        let text = text.trim();
        if is_code(text) {
            return Some(Err(Rejection::Code));
        }
        let command = text.strip_prefix('/')?;
        let named = command.starts_with(|first: char| first.is_ascii_alphabetic());
        named.then(|| self.language(command).ok_or(Rejection::NoCommand))
    }

    /// The language named behind the word for it, by name or by tag.
    fn language_behind(&self, text: &str) -> Option<String> {
        let (verb, name) = text.split_once(' ')?;
        let is_verb = self.words.exact_verbs.get(verb) == Some(&Verb::Language);
        let named = is_verb || verb == Verb::Language.command();
        self.words.languages.named_by(name).filter(|_| named)
    }

    fn language(&self, text: &str) -> Option<Move> {
        let text = normalize(text);
        let whole = || {
            self.words
                .languages
                .named_by(&text)
                .filter(|_| text.len() > 3)
        };
        if let Some(named) = self.language_behind(&text).or_else(whole) {
            return Some(Move::Language(named));
        }
        let words: Vec<&str> = text.split(' ').collect();
        let last = words.last()?;
        let named = self
            .words
            .languages
            .one(last)
            .ok()
            .filter(|_| last.chars().all(char::is_alphabetic) && last.len() > 3);
        named.filter(|_| words.len() <= 3).map(Move::Language)
    }

    fn faq(&self, text: &str) -> Option<Move> {
        let words = self.words;
        named(text, words.language, self.view.today, &words.faq).map(Move::Ask)
    }

    fn answer(&self, text: &str) -> Result<Move, Rejection> {
        match self.position {
            Position::Menu(Menu::Edit) => self.editable(text),
            Position::Contradiction { steps, .. } => self.one_of(steps, text),
            Position::Menu(Menu::Restart | Menu::Cancel | Menu::Delete) | Position::Recheck(_) => {
                self.yes_no(&self.words.yes_no, text)
            }
            Position::ReadBack => self.read_back(text),
            Position::Summary => self.yes_no(&self.words.confirm, text),
            Position::Same { place, other } => self.same(*place, *other, text),
            Position::Ask(asked) => self.answer_to(asked, text),
            Position::Assessed | Position::Cancelled => Err(Rejection::NotUnderstood),
        }
    }

    fn yes_no(&self, lexicon: &Lexicon<bool>, text: &str) -> Result<Move, Rejection> {
        let yes = lexicon.one(text).map_err(|_| Rejection::ExpectedYesNo)?;
        Ok(if yes { Move::Agree } else { Move::Disagree })
    }

    /// Yes, no, or the right answer straight away. A level that is added is no answer by itself.
    fn read_back(&self, text: &str) -> Result<Move, Rejection> {
        let plain = self.yes_no(&self.words.yes_no, text);
        let pending = self.view.session.pending.as_deref().unwrap_or_default();
        let adds = self.corrects() && adds(text);
        match (&plain, pending) {
            (Err(_), [only]) if !adds && !self.names_whose(only, text) => {
                let asked = Asked {
                    scope: only.scope.clone(),
                    step: only.step.clone(),
                };
                self.answer_to(&asked, text).or(plain)
            }
            _ => plain,
        }
    }

    /// Whether a text names the procedure beside levels that wait for a yes: then it is more than the answer to one step.
    fn names_whose(&self, waits: &Entry, text: &str) -> bool {
        let named = || self.named_procedures(&self.spotted(text));
        matches!(waits.answer, Answer::Levels(_)) && !named().is_empty()
    }

    fn one_of(&self, steps: &[(Scope, StepName)], text: &str) -> Result<Move, Rejection> {
        let lexicon = Lexicon::new(steps.iter().map(|one| (one.clone(), self.labels(&one.1))));
        let picked = lexicon.one(text).map_err(|_| Rejection::ExpectedChoice)?;
        Ok(Move::Edit(picked.0, picked.1))
    }
}

/// Whether a text is three groups of four letters and digits or more, as codes of invitations are.
fn is_code(text: &str) -> bool {
    let group = |one: &str| one.len() == 4 && one.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.split('-').count() > 2 && text.split('-').all(group)
}

/// A messenger's command: a verb by its name, or `/start` of whoever comes, with whatever stands behind it. The name of
/// the one who is meant may follow: `/status@our_bot`.
fn commanded(text: &str) -> Option<Move> {
    let text = text.trim();
    let first = text.split_whitespace().next()?;
    let name = first.split('@').next()?;
    if name.eq_ignore_ascii_case("/start") {
        return Some(Move::Arrive);
    }
    let alone = first.len() == text.len();
    Verb::commanded(if alone { name } else { text }).map(Move::Verb)
}

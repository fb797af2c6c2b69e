//! The words by which people name choices, verbs and facts, in one language: built once from the locale's messages.

mod found;
mod known;

use std::collections::{HashMap, HashSet};

use crate::domain::dialog::model::{Dialog, Step, StepKind};
use crate::domain::dialog::typed::{Cues, Language, Lexicon, normalize::normalize};
use crate::domain::name::StepName;
use found::{cues, faq, own_cues};
use known::Remembering;

/// The words of one language. Implemented by the locale; here so that the domain names nothing outside itself.
pub trait Wording {
    /// The text of a message or an attribute without variables.
    fn text(&self, id: &str) -> Option<String>;
    /// The parts of an attribute that lists phrases.
    fn listed(&self, id: &str, attribute: &str) -> Vec<String>;
    /// The language's tag.
    fn tag(&self) -> &str;
}

/// What can be said at any step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Why this is asked.
    Help,
    /// The question before.
    Back,
    /// Change an answer.
    Edit,
    /// The record does not say it.
    NotOnRecord,
    /// All answers so far.
    Summary,
    /// Where the case stands.
    Status,
    /// What the result rests on.
    Details,
    /// Be told on the day on which the calendar changes the result.
    Remind,
    /// Another language.
    Language,
    /// Go on later.
    Pause,
    /// Begin again.
    Restart,
    /// Give the case up.
    Cancel,
    /// Erase the case with all its answers.
    Delete,
    /// A choice of several is complete; a change is left as it was.
    Done,
    /// The answer that is seen again is left as it is.
    Keep,
    /// What can be said at any step.
    Commands,
}

impl Verb {
    /// Every verb, in the order of the help list.
    pub const ALL: [Self; 16] = [
        Self::Help,
        Self::Back,
        Self::Edit,
        Self::NotOnRecord,
        Self::Summary,
        Self::Status,
        Self::Details,
        Self::Remind,
        Self::Language,
        Self::Pause,
        Self::Restart,
        Self::Cancel,
        Self::Delete,
        Self::Done,
        Self::Keep,
        Self::Commands,
    ];

    /// The id of its message.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Help => "verb-help",
            Self::Back => "verb-back",
            Self::Edit => "verb-edit",
            Self::NotOnRecord => "verb-not_on_record",
            Self::Summary => "verb-summary",
            Self::Status => "verb-status",
            Self::Details => "verb-details",
            Self::Remind => "verb-remind",
            Self::Language => "verb-language",
            Self::Pause => "verb-pause",
            Self::Restart => "verb-restart",
            Self::Cancel => "verb-cancel",
            Self::Delete => "verb-delete",
            Self::Done => "verb-done",
            Self::Keep => "verb-keep",
            Self::Commands => "verb-commands",
        }
    }

    /// Its name as a messenger's command, without the slash: the same in every language.
    #[must_use]
    pub fn command(self) -> &'static str {
        let id = self.message();
        id.strip_prefix("verb-").unwrap_or(id)
    }

    /// The verb that a text such as `/status` commands.
    #[must_use]
    pub fn commanded(text: &str) -> Option<Self> {
        let name = text.trim().strip_prefix('/')?;
        Self::ALL
            .into_iter()
            .find(|verb| verb.command().eq_ignore_ascii_case(name))
    }
}

/// Questions to which the product has one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faq {
    /// A patient asks for advice.
    Patient,
    /// Whether it is approved.
    Approved,
}

impl Faq {
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Patient => "faq-patient",
            Self::Approved => "faq-approved",
        }
    }
}

/// What an answer to a step picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The choice of that number.
    Choice(usize),
    NotOnRecord,
    All,
    None,
}

/// What a phrase in free text stands for: a step by number, and one of its choices, its time or its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    Choice(usize, usize),
    Time(usize),
    Number(usize),
}

/// The words of one language, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(crate) language: Language,
    pub(crate) picks: HashMap<StepName, Lexicon<Pick>>,
    pub(crate) yes_no: Lexicon<bool>,
    pub(crate) same: Lexicon<bool>,
    pub(crate) confirm: Lexicon<bool>,
    pub(crate) verbs: Lexicon<Verb>,
    pub(crate) exact_verbs: HashMap<String, Verb>,
    pub(crate) edits: Vec<String>,
    pub(crate) languages: Lexicon<String>,
    /// The language that `language` alone changes to.
    pub(crate) other_language: String,
    /// The documents, all and none of them.
    pub(crate) documents: Lexicon<Pick>,
    pub(crate) labels: HashMap<StepName, Vec<String>>,
    /// For each step the words of its choices, those that count only as an answer to it among them.
    pub(crate) own_cues: HashMap<StepName, Cues<usize>>,
    pub(crate) faq: Cues<Faq>,
    pub(crate) cues: Cues<Cue>,
    /// "This level", as phrases say it for a level that is treated.
    pub(crate) here: String,
    /// "Another level".
    pub(crate) elsewhere: String,
    /// The steps whose phrases tell this level from another one.
    pub(crate) placed: Vec<usize>,
    /// Every word of all of these.
    pub(crate) known: HashSet<String>,
}

impl Vocabulary {
    /// The vocabulary of a dialog in a language. `tags` are the languages there are.
    #[must_use]
    pub fn new(dialog: &Dialog, words: &dyn Wording, tags: &[String]) -> Self {
        let words = Remembering::new(words);
        let vocabulary = Self::of(dialog, &words, tags);
        Self {
            known: words.seen(),
            ..vocabulary
        }
    }

    fn of(dialog: &Dialog, words: &dyn Wording, tags: &[String]) -> Self {
        let verbs = Verb::ALL.map(|verb| (verb, phrases(words, verb.message())));
        let exact = verbs
            .iter()
            .flat_map(|(verb, own)| own.iter().map(|one| (normalize(one), *verb)));
        let edits = phrases(words, Verb::Edit.message());
        Self {
            language: Language::of_tag(words.tag()),
            picks: per_step(dialog, |step| picks(step, words)),
            yes_no: Lexicon::new([(true, phrases(words, "yes")), (false, phrases(words, "no"))]),
            same: two(
                words,
                ("same-as-ask.same", "yes"),
                ("same-as-ask.different", "no"),
            ),
            confirm: two(
                words,
                ("summary-ask.confirm", "yes"),
                ("summary-ask.change", "no"),
            ),
            exact_verbs: exact.collect(),
            edits: edits.iter().map(|phrase| normalize(phrase)).collect(),
            verbs: Lexicon::new(Vec::<(Verb, Vec<String>)>::new()).and_unlisted(verbs),
            languages: Lexicon::new(tags.iter().map(|tag| (tag.clone(), language(tag, words)))),
            other_language: other_language(words.tag(), tags),
            documents: documents(dialog, words),
            labels: per_step(dialog, |step| label(step, words)),
            own_cues: per_step(dialog, |step| own_cues(step, words)),
            faq: faq(words),
            cues: cues(dialog, words),
            here: words.text("place-unknown").unwrap_or_default(),
            elsewhere: words.text("place-other").unwrap_or_default(),
            placed: placed(dialog, words),
            known: HashSet::new(),
        }
    }
}

fn per_step<T>(dialog: &Dialog, of: impl Fn(&Step) -> T) -> HashMap<StepName, T> {
    dialog
        .steps
        .iter()
        .map(|step| (step.name.clone(), of(step)))
        .collect()
}

/// The names of a language: in words, and by its tag with and without the region.
fn language(tag: &str, words: &dyn Wording) -> Vec<String> {
    let short = tag.split('-').next().map(Into::into);
    let tags = [tag.to_owned()].into_iter().chain(short);
    phrases(words, &format!("language-{tag}"))
        .into_iter()
        .chain(tags)
        .collect()
}

/// The language after this one, round and round.
fn other_language(tag: &str, tags: &[String]) -> String {
    let place = tags.iter().position(|other| other == tag).unwrap_or(0);
    let next = tags.iter().cycle().nth(place.saturating_add(1));
    next.map_or_else(|| tag.into(), Clone::clone)
}

fn documents(dialog: &Dialog, words: &dyn Wording) -> Lexicon<Pick> {
    let step = dialog.step_of_kind(StepKind::Documents);
    let choices = step.map(|step| step.choices.as_slice()).unwrap_or_default();
    let own = choices.iter().enumerate().map(|(number, choice)| {
        let id = format!("document-{}", choice.name);
        (Pick::Choice(number), phrases(words, &id))
    });
    let ends = [
        (Pick::All, phrases(words, "documents-all")),
        (Pick::None, phrases(words, "documents-none")),
    ];
    Lexicon::new(own.chain(ends))
}

fn label(step: &Step, words: &dyn Wording) -> Vec<String> {
    words
        .text(&format!("ask-{}.label", step.name))
        .into_iter()
        .collect()
}

/// The label of a message and the phrases that name it.
fn phrases(words: &dyn Wording, id: &str) -> Vec<String> {
    words
        .text(id)
        .into_iter()
        .chain(words.listed(id, "phrases"))
        .collect()
}

fn two(words: &dyn Wording, yes: (&str, &str), no: (&str, &str)) -> Lexicon<bool> {
    let all = |(label, more): (&str, &str)| -> Vec<String> {
        let (message, name) = label.split_once('.').unwrap_or((label, ""));
        let own = words.listed(message, &format!("{name}-phrases"));
        let label = words.text(label).into_iter().chain(own);
        label.chain(phrases(words, more)).collect()
    };
    Lexicon::new([(true, all(yes)), (false, all(no))])
}

fn picks(step: &Step, words: &dyn Wording) -> Lexicon<Pick> {
    let listed = step.choices.iter().enumerate().map(|(number, choice)| {
        let id = step.choice_message(choice);
        let bare = words.listed(&id, "bare");
        let own = own_yes_no(step, choice.name.as_str(), words);
        (
            Pick::Choice(number),
            phrases(words, &id)
                .into_iter()
                .chain(bare)
                .chain(own)
                .collect::<Vec<_>>(),
        )
    });
    let none = || {
        let none = phrases(words, "documents-none").into_iter();
        (Pick::None, none.chain(phrases(words, "no")).collect())
    };
    let listed = listed.chain((step.kind == StepKind::Several).then(none));
    let open = || (Pick::NotOnRecord, phrases(words, "not_on_record"));
    let all = || (Pick::All, phrases(words, "documents-all"));
    Lexicon::new(listed.chain(step.can_be_open().then(open)))
        .and_unlisted((step.kind == StepKind::Several).then(all))
}

fn own_yes_no(step: &Step, choice: &str, words: &dyn Wording) -> Vec<String> {
    match step.kind {
        StepKind::YesNo => {
            words.listed(&format!("ask-{}", step.name), &format!("{choice}-phrases"))
        }
        _ => Vec::new(),
    }
}

fn placed(dialog: &Dialog, words: &dyn Wording) -> Vec<usize> {
    let elsewhere = words.text("place-other").unwrap_or_default();
    let names_it = |phrase: &String| !elsewhere.is_empty() && phrase.contains(&elsewhere);
    let tells = |step: &Step| {
        let mut choices = step.choices.iter();
        choices.any(|choice| {
            phrases(words, &step.choice_message(choice))
                .iter()
                .any(names_it)
        })
    };
    let steps = dialog.steps.iter().enumerate();
    steps
        .filter(|(_, step)| tells(step))
        .map(|(number, _)| number)
        .collect()
}

//! What to type so that it is taken for a given answer: the words of a language for what is known already. Whatever is
//! found has been read back through the same reading as everything that is typed.

mod value;

use std::collections::BTreeMap;

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::reply::Scene;
use crate::domain::dialog::{Context, Gives, Move, Rejection, Step, StepKind, Verb, Wording};
use crate::domain::message::Message;
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::Value;
use crate::lab::Say;

/// What reading a text comes to.
pub type Read = Result<Move, Rejection>;

/// The most texts that are tried for answers given in one breath.
const TRIES: usize = 300;

/// The most ways to say one of several answers that are looked at by themselves.
const FIRST: usize = 24;

/// The highest number of a choice that is tried.
const NUMBERS: usize = 40;

/// The words of a language, for whoever is to say something in it.
#[derive(Clone, Copy)]
pub struct Tongue<'a> {
    /// Its messages and its lists of phrases.
    pub wording: &'a dyn Wording,
    /// Puts messages into its words.
    pub say: Say<'a>,
}

impl Tongue<'_> {
    /// What to type where a session stands so that what it is read as `fits`; nothing when no words are found for it.
    /// `entries` are the answers that are to be given, if any are.
    #[must_use]
    pub fn phrase(
        &self,
        context: &Context<'_>,
        entries: &[Entry],
        fits: &dyn Fn(&Read) -> bool,
    ) -> Option<String> {
        let answers = self.answers(context, entries);
        let mut all = answers.into_iter().chain(self.others(context));
        all.find(|text| fits(&context.interpret(text)))
    }

    /// What is offered, what can be said at any step, and the answers that can be changed; numbers last.
    fn others(&self, context: &Context<'_>) -> impl Iterator<Item = String> {
        let scene = Scene {
            view: context.view,
            states: context.states,
            position: context.position,
            case: None,
        };
        let offers = scene.prompt().map(|prompt| prompt.choices);
        let offers = offers.into_iter().flatten().map(|offer| offer.text);
        let offers = offers.map(|text| (self.say)(&text)).collect::<Vec<_>>();
        let verbs = Verb::ALL
            .iter()
            .filter_map(|verb| self.label(verb.message()));
        let edit = self.label(Verb::Edit.message()).unwrap_or_default();
        let steps = context.view.dialog.steps.iter();
        let labels = steps.filter_map(|step| self.label(&format!("ask-{}.label", step.name)));
        let edits = labels.map(|label| format!("{edit} {label}"));
        let numbers = (1..=NUMBERS).map(|number| number.to_string());
        let words = offers.into_iter().chain(verbs).chain(edits);
        words.chain(numbers).collect::<Vec<_>>().into_iter()
    }

    /// Texts that give these answers in one breath, the likeliest first.
    fn answers(&self, context: &Context<'_>, entries: &[Entry]) -> Vec<String> {
        let parts = self.parts(context, entries);
        let first: Vec<&str> = parts
            .iter()
            .filter_map(|part| part.first())
            .map(String::as_str)
            .collect();
        if first.len() < parts.len() || parts.is_empty() {
            return Vec::new();
        }
        let mut texts: Vec<String> = [", ", ". ", "; "].map(|between| first.join(between)).into();
        for (at, part) in parts.iter().enumerate() {
            for other in part.iter().skip(1) {
                let mut said = first.clone();
                if let Some(place) = said.get_mut(at) {
                    *place = other;
                }
                texts.push(said.join(", "));
                texts.push(said.join(". "));
            }
        }
        texts.truncate(TRIES);
        texts
    }

    /// For each part of what is said the ways to say it; one that is taken by itself comes first.
    fn parts(&self, context: &Context<'_>, entries: &[Entry]) -> Vec<Vec<String>> {
        let mut parts = vec![self.requested(context, entries)];
        let requests =
            |answer: &Answer| matches!(answer, Answer::Procedures(_) | Answer::Levels(_));
        for entry in entries.iter().filter(|entry| !requests(&entry.answer)) {
            let mut ways = self.ways(context, entry, entries);
            let taken = |text: &String| match context.interpret(text) {
                Ok(Move::Answer(all, _)) => all == [entry.clone()],
                _ => false,
            };
            // By itself a way need not be tried before it is.
            let several = entries.len() > 1;
            let first = several
                .then(|| ways.iter().take(FIRST).position(taken))
                .flatten();
            if let Some(first) = first {
                ways.swap(0, first);
            }
            parts.push(ways);
        }
        if parts.first().is_some_and(Vec::is_empty) {
            parts.remove(0);
        }
        parts
    }

    /// The procedures with their levels.
    fn requested(&self, context: &Context<'_>, entries: &[Entry]) -> Vec<String> {
        let levels = |scope: &Scope| {
            let mut own = entries.iter().filter(|entry| entry.scope == *scope);
            own.find_map(|entry| match &entry.answer {
                Answer::Levels(levels) => Some(listed(levels)),
                _ => None,
            })
        };
        let named: Vec<&ValueName> = entries
            .iter()
            .filter_map(|entry| match &entry.answer {
                Answer::Procedures(all) => Some(all),
                _ => None,
            })
            .flatten()
            .collect();
        let scopes: Vec<&Scope> = entries
            .iter()
            .filter(|entry| matches!(entry.answer, Answer::Levels(_)))
            .map(|entry| &entry.scope)
            .collect();
        let alone = scopes
            .first()
            .filter(|_| scopes.len() == 1)
            .and_then(|scope| levels(scope));
        let each = named.iter().map(|procedure| {
            let own = levels(&Scope::Procedure((*procedure).clone()));
            let name = self.procedure(context, procedure);
            own.map_or(name.clone(), |levels| format!("{name} {levels}"))
        });
        let each: Vec<String> = each.collect();
        let names: Vec<String> = named
            .iter()
            .map(|one| self.procedure(context, one))
            .collect();
        let mut ways = Vec::new();
        match (named.is_empty(), alone) {
            (true, Some(levels)) => ways.extend([levels]),
            (false, Some(levels)) => {
                ways.push(format!("{} {levels}", names.join(", ")));
                ways.push(format!("{}, {levels}", names.join(", ")));
                ways.push(each.join(", "));
            }
            (false, None) => ways.push(each.join(", ")),
            (true, None) => {
                let each = scopes.iter().filter_map(|scope| match scope {
                    Scope::Procedure(procedure) => Some(format!(
                        "{} {}",
                        self.procedure(context, procedure),
                        levels(scope)?
                    )),
                    _ => levels(scope),
                });
                let each: Vec<String> = each.collect();
                ways.extend((!each.is_empty()).then(|| each.join(", ")));
            }
        }
        ways
    }

    fn procedure(&self, context: &Context<'_>, procedure: &ValueName) -> String {
        (self.say)(&context.view.procedure(procedure))
    }

    /// The ways to say one answer, with and without the level it is about.
    fn ways(&self, context: &Context<'_>, entry: &Entry, entries: &[Entry]) -> Vec<String> {
        let plain = self.plain(context, entry);
        let level = level_of(context, &entry.scope, entries);
        let mut ways = plain.clone();
        if let Some(level) = level {
            let label = self
                .label(&format!("ask-{}.label", entry.step))
                .unwrap_or_default();
            ways.extend(plain.iter().map(|text| format!("{text} {level}")));
            ways.extend(plain.iter().map(|text| format!("{level} {text}")));
            ways.extend(plain.iter().map(|text| format!("{label} {level} {text}")));
        }
        ways
    }

    fn plain(&self, context: &Context<'_>, entry: &Entry) -> Vec<String> {
        let label = |id: &str| self.label(id).into_iter().collect();
        let step = context.view.dialog.step(&entry.step);
        match (&entry.answer, step) {
            (Answer::NotOnRecord, _) => label("not_on_record"),
            (Answer::SameAs(_), _) => label("same-as-ask.same"),
            (Answer::Different, _) => label("same-as-ask.different"),
            (Answer::Documents(all), _) if all.is_empty() => label("documents-none"),
            (Answer::Documents(all), _) => {
                let names = all
                    .iter()
                    .filter_map(|one| self.label(&format!("document-{one}")));
                vec![names.collect::<Vec<_>>().join(", ")]
            }
            (Answer::Procedures(_) | Answer::Levels(_), _) | (_, None) => Vec::new(),
            (Answer::Facts(facts), Some(step)) => {
                if step.kind == StepKind::Several {
                    return self.several(step, facts);
                }
                let mut ways = self.choices(context, step, &entry.answer);
                ways.extend(
                    facts
                        .values()
                        .flat_map(|value| self.value(step, value, context.view.today)),
                );
                ways
            }
        }
    }

    /// Those of several choices that are so, or none of them where none is; then with words that deny the others.
    fn several(&self, step: &Step, facts: &BTreeMap<FactName, Value>) -> Vec<String> {
        let told = |wanted: bool| {
            let choices = step.choices.iter();
            choices.filter(move |choice| match &choice.gives {
                Gives::Facts(own) => own
                    .iter()
                    .all(|(fact, _)| facts.get(fact) == Some(&Value::Flag(wanted))),
                Gives::Procedure(_) | Gives::Document(_) => false,
            })
        };
        let so = told(true).filter_map(|choice| self.label(&step.choice_message(choice)));
        let so: Vec<String> = so.collect();
        let denied = told(false).filter_map(|choice| {
            let id = step.choice_message(choice);
            let phrases = self.wording.listed(&id, "no-phrases");
            let denied = || Some(format!("{} {}", self.label("no")?, self.label(&id)?));
            phrases.into_iter().next().or_else(denied)
        });
        let both: Vec<String> = so.iter().cloned().chain(denied).collect();
        let plain = match so.is_empty() {
            true => self.label("documents-none").unwrap_or_default(),
            false => so.join(", "),
        };
        vec![plain, both.join(", ")]
    }

    /// The choices that give exactly these facts, by their labels and by the phrases for them.
    fn choices(&self, context: &Context<'_>, step: &Step, answer: &Answer) -> Vec<String> {
        let mut ways = Vec::new();
        for choice in &step.choices {
            if !matches!(choice.gives, Gives::Facts(_))
                || context.facts_of(choice).as_ref() != Some(answer)
            {
                continue;
            }
            let id = step.choice_message(choice);
            ways.extend(self.label(&id));
            match step.kind {
                StepKind::YesNo => ways.extend(self.wording.listed(
                    &format!("ask-{}", step.name),
                    &format!("{}-phrases", choice.name),
                )),
                _ => ways.extend(self.wording.listed(&id, "phrases")),
            }
        }
        ways
    }

    fn label(&self, id: &str) -> Option<String> {
        self.wording.text(id)
    }

    fn said(&self, message: &Message) -> String {
        (self.say)(message)
    }
}

fn listed(levels: &[(u8, Level)]) -> String {
    let all: Vec<String> = levels.iter().map(|(_, level)| level.to_string()).collect();
    all.join(", ")
}

/// The level of the place that an answer is about, where it is known or named in the same breath.
fn level_of(context: &Context<'_>, scope: &Scope, entries: &[Entry]) -> Option<Level> {
    let Scope::Place(place) = scope else {
        return None;
    };
    let told = entries.iter().filter_map(|entry| match &entry.answer {
        Answer::Levels(levels) => Some(levels),
        _ => None,
    });
    let mut named = told
        .flatten()
        .filter(|(own, _)| own == place)
        .map(|(_, level)| *level);
    let known = || {
        context
            .states
            .iter()
            .find(|state| state.item.place == *place)?
            .item
            .level
    };
    named.next().or_else(known)
}

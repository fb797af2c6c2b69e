//! A conversation in which the office knows what a case says, through the real code: typed, read, decided and folded.

use crate::domain::day::Day;
use crate::domain::dialog::event::Answer;
use crate::domain::dialog::reply::{Heard, Picks, Reply, Scene};
use crate::domain::dialog::{Asked, Choice, Given, Gives, Position, Session, Step, StepKind, View};
use crate::domain::message::Message;
use crate::domain::name::DocumentName;
use crate::domain::policy::{Case, Disposition, Value, ValueMap};
use crate::lab::{Lab, Standing};

/// A conversation as it took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enacted {
    /// What was asked and answered.
    pub exchanges: Vec<Exchange>,
    /// What came out.
    pub disposition: Disposition,
    /// What was said at the end.
    pub reply: Reply,
    /// What was typed, one text a turn.
    pub typed: Vec<String>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The question.
    pub question: Message,
    /// The answer as it was understood.
    pub answer: Message,
}

/// What an office knows.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// What is on record.
    pub facts: &'a ValueMap,
    /// The documents in hand; all that are offered where they are not spoken of.
    pub documents: Option<&'a [DocumentName]>,
}

/// The most inputs that a conversation takes.
const LONGEST: usize = 200;

impl Lab<'_> {
    /// The conversation that a case leads to on its day. Nothing when the case cannot be told as people type it in every
    /// language: a day that is not exact, treatment that has ended, or a reading that is settled.
    #[must_use]
    pub fn enact(&self, case: &Case) -> Option<Enacted> {
        let lab = Lab {
            today: case.as_of,
            ..self.clone()
        };
        if !case.settled.is_empty() {
            return None;
        }
        lab.enact_known(Known {
            facts: &case.facts,
            documents: case.documents.as_deref(),
        })
    }

    /// The conversation with an office that knows these facts today, and has these records.
    #[must_use]
    pub fn enact_known(&self, case: Known<'_>) -> Option<Enacted> {
        let lab = self;
        let mut session = lab.opened();
        let mut typed = Vec::new();
        let mut exchanges = Vec::new();
        for _ in 0..LONGEST {
            let standing = lab.standing(&session);
            let Some(text) = lab.next_input(case, &standing)? else {
                return lab.enacted(&session, &standing, exchanges, typed);
            };
            let a_move = lab.read(&session, &standing, &text).ok()?;
            lab.take(&mut session, &standing, a_move).ok()?;
            if let Position::Ask(asked) = &standing.position {
                exchanges.extend(lab.exchange(&session, &standing, asked));
            }
            typed.push(text);
        }
        None
    }

    /// What the office types; nothing more where the conversation has ended.
    fn next_input(&self, case: Known<'_>, standing: &Standing) -> Option<Option<String>> {
        let say = |id: &'static str| Some(Some((self.say)(&Message::new(id))));
        match &standing.position {
            Position::Ask(asked) => {
                let step = self.dialog.step(&asked.step)?;
                self.answer_of(case, step).map(Some)
            }
            Position::ReadBack => say("yes"),
            Position::Summary => say("summary-ask.confirm"),
            Position::Assessed | Position::Contradiction { .. } => Some(None),
            _ => None,
        }
    }

    fn enacted(
        &self,
        session: &Session,
        standing: &Standing,
        exchanges: Vec<Exchange>,
        typed: Vec<String>,
    ) -> Option<Enacted> {
        let scene = Scene {
            view: self.view(session),
            states: &standing.states,
            position: &standing.position,
            case: None,
        };
        Some(Enacted {
            exchanges,
            disposition: standing.states.first()?.assessment.disposition,
            reply: scene.reply(Heard::Taken),
            typed,
        })
    }

    /// The question with the answer that it was given, whether it waits for a yes or counts already.
    fn exchange(&self, session: &Session, before: &Standing, asked: &Asked) -> Option<Exchange> {
        let step = self.dialog.step(&asked.step)?;
        let pending = session.pending.iter().flatten();
        let mut waiting = pending
            .filter(|entry| entry.step == asked.step)
            .map(|entry| &entry.answer);
        let told = session
            .told(&asked.scope, &asked.step)
            .map(|told| &told.answer);
        let answer: &Answer = waiting.next_back().or(told)?;
        let scene = Scene {
            view: self.view(session),
            states: &before.states,
            position: &before.position,
            case: None,
        };
        Some(Exchange {
            question: scene.reply(Heard::Taken).prompt?.question,
            answer: View::answer(&self.view(session), step, answer),
        })
    }

    fn answer_of(&self, case: Known<'_>, step: &Step) -> Option<String> {
        let label = |choice: &Choice| (self.say)(&Message::new(step.choice_message(choice)));
        let value = || case.facts.get(step.fact.as_ref()?);
        let chosen = step.choices.iter().filter(|choice| fits(choice, case));
        let chosen = chosen.max_by_key(|choice| weight(choice));
        let open = || (self.say)(&Message::new("not_on_record"));
        let text = match (step.kind, value()) {
            (StepKind::Procedures, _) => label(self.requested(case, step)?),
            (StepKind::Levels, _) => self.level_of(case).unwrap_or_else(open),
            (StepKind::Documents, _) => self.documents_of(case, step),
            (StepKind::Several, _) => self.several_of(case, step).unwrap_or_else(open),
            (_, _) if chosen.is_some() => chosen.map(label).unwrap_or_default(),
            (_, Some(Value::Date(days))) if days.is_exact() => {
                self.picked(Picks::Day, days.first())
            }
            (_, Some(Value::Period { start, end: None })) if start.is_exact() => {
                self.picked(Picks::Since, start.first())
            }
            (_, Some(Value::Number(low, high))) if low == high => low.to_string(),
            (_, Some(Value::Date(_) | Value::Period { .. } | Value::Number(..))) => return None,
            (_, _) => step
                .choices
                .iter()
                .find(|choice| weight(choice) == 0)
                .map_or_else(open, label),
        };
        Some(text)
    }

    fn picked(&self, picks: Picks, day: Day) -> String {
        (self.say)(&picks.typed(day))
    }

    fn requested<'s>(&self, case: Known<'_>, step: &'s Step) -> Option<&'s Choice> {
        let fact = self.policy.subject_fact()?;
        let value = case.facts.get(&fact.name)?;
        let is = |choice: &&Choice| match (&choice.gives, value) {
            (Gives::Procedure(name), Value::Choice(own)) => name == own,
            _ => false,
        };
        step.choices.iter().find(is)
    }

    /// The first level of the case's region.
    fn level_of(&self, case: Known<'_>) -> Option<String> {
        let fact = self.policy.region_fact()?;
        let Value::Choice(region) = case.facts.get(&fact.name)? else {
            return None;
        };
        let levels = self
            .policy
            .levels_told()
            .find(|levels| levels.region == region)?;
        Some(format!("{}{}", levels.letter, levels.first))
    }

    /// The documents in hand; all that are offered where the case does not speak of them.
    fn documents_of(&self, case: Known<'_>, step: &Step) -> String {
        let Some(names) = case.documents else {
            return (self.say)(&Message::new("documents-all"));
        };
        self.together(step, |choice| match &choice.gives {
            Gives::Document(name) => names.contains(name),
            Gives::Facts(_) | Gives::Procedure(_) => false,
        })
    }

    /// The choices of a step that are so. Nothing where of one of them the case does not say whether it is.
    fn several_of(&self, case: Known<'_>, step: &Step) -> Option<String> {
        let known = |choice: &Choice| match &choice.gives {
            Gives::Facts(facts) => facts.iter().all(|(name, _)| case.facts.contains_key(name)),
            Gives::Procedure(_) | Gives::Document(_) => true,
        };
        let all = step.choices.iter().all(known);
        all.then(|| self.together(step, |choice| fits(choice, case)))
    }

    /// Several choices as they are typed at once.
    fn together(&self, step: &Step, chosen: impl Fn(&Choice) -> bool) -> String {
        let own = step.choices.iter().filter(|choice| chosen(choice));
        let labels: Vec<String> = own
            .map(|choice| (self.say)(&Message::new(step.choice_message(choice))))
            .collect();
        match labels.is_empty() {
            true => (self.say)(&Message::new("documents-none")),
            false => labels.join(", "),
        }
    }
}

/// Whether everything a choice says is so in a case, and it says something.
fn fits(choice: &Choice, case: Known<'_>) -> bool {
    let Gives::Facts(facts) = &choice.gives else {
        return false;
    };
    let so = |(name, given): &(crate::domain::name::FactName, Given)| match (
        given,
        case.facts.get(name),
    ) {
        (Given::Value(value), Some(own)) => value == own,
        (
            Given::NoneYet,
            Some(Value::Period {
                start,
                end: Some(end),
            }),
        ) => start == end,
        _ => false,
    };
    !facts.is_empty() && facts.iter().all(so)
}

/// How much a choice says.
fn weight(choice: &Choice) -> usize {
    match &choice.gives {
        Gives::Facts(facts) => facts.len(),
        Gives::Procedure(_) | Gives::Document(_) => 1,
    }
}

//! The answer to one step.

use std::collections::BTreeMap;

use crate::domain::day::DayRange;
use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::{Context, Manner, Move};
use crate::domain::dialog::item::same_step;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Choice, Given, Gives, Step, StepKind};
use crate::domain::dialog::position::Asked;
use crate::domain::dialog::rejection::Rejection;
use crate::domain::dialog::typed::{
    Lexicon, NotChosen, NotNumber, NotWhen, levels, number, period, says_it_ended,
    tells_day_before, when,
};
use crate::domain::dialog::vocabulary::Pick;
use crate::domain::message::Message;
use crate::domain::name::ValueName;
use crate::domain::policy::Value;

/// The most levels of one procedure that a request can be for.
pub(super) const MOST_LEVELS: usize = 8;

/// Ten years, in days: older starts are refused.
const OLDEST: i32 = 3_653;

impl Context<'_> {
    pub(super) fn answer_to(&self, asked: &Asked, text: &str) -> Result<Move, Rejection> {
        let step = self
            .view
            .dialog
            .step(&asked.step)
            .ok_or(Rejection::NotUnderstood)?;
        let entry = |answer: Answer| Entry {
            scope: asked.scope.clone(),
            step: step.name.clone(),
            answer,
        };
        let picked = self.pick(step, text);
        if let Some(answer) = self.in_words(step, text, &picked)? {
            return self.with_all_said(entry(answer), text);
        }
        let answer = match step.kind {
            _ if picked == Ok(Pick::NotOnRecord) => Answer::NotOnRecord,
            StepKind::Several => return self.all_of(asked, step, text),
            StepKind::Procedures => self.procedures(step, text)?,
            StepKind::Documents => self.documents(step, text)?,
            StepKind::Levels => self.levels(&asked.scope, text)?,
            StepKind::Number | StepKind::Date => return Err(no_number(step)),
            StepKind::Choice | StepKind::YesNo | StepKind::Period => self.choice(step, picked?)?,
        };
        Ok(Move::Answer(vec![entry(answer)], Manner::Plain))
    }

    /// An answer in words that may say more than the answer: a number, a time, a yes with something behind it.
    fn in_words(
        &self,
        step: &Step,
        text: &str,
        picked: &Result<Pick, Rejection>,
    ) -> Result<Option<Answer>, Rejection> {
        match (step.kind, picked) {
            // Where a number is the answer, none is that of a choice.
            (StepKind::Number, _) => Self::number(step, text),
            (_, Ok(Pick::NotOnRecord)) => Ok(None),
            (StepKind::Date, _) => self.date(step, text).map(Some),
            (StepKind::Period, Err(_)) => self.period(step, text).map(Some),
            (StepKind::YesNo, Err(_)) => self
                .leading_yes_no(step, text)
                .map(|pick| self.choice(step, pick))
                .transpose(),
            _ => Ok(None),
        }
    }

    fn pick(&self, step: &Step, text: &str) -> Result<Pick, Rejection> {
        let lexicon = self
            .words
            .picks
            .get(&step.name)
            .ok_or(Rejection::NotUnderstood)?;
        lexicon.one(text).map_err(|fault| {
            match self.not_chosen(&fault, |pick| label(step, *pick)) {
                Rejection::ExpectedChoice if step.kind == StepKind::YesNo => {
                    Rejection::ExpectedYesNo
                }
                other => other,
            }
        })
    }

    pub(super) fn not_chosen<T>(
        &self,
        fault: &NotChosen<T>,
        label: impl Fn(&T) -> Message,
    ) -> Rejection {
        match fault {
            NotChosen::Ambiguous(all) => Rejection::Ambiguous(all.iter().map(label).collect()),
            NotChosen::Several(all) => Rejection::PickOne(all.iter().map(label).collect()),
            // A longer number may be somebody's, and is not repeated.
            NotChosen::OutOfRange { number, .. } if *number < 100 => {
                Rejection::NumberNotOffered(*number)
            }
            NotChosen::OutOfRange { .. } => Rejection::ExpectedChoice,
            NotChosen::NotUnderstood => Rejection::ExpectedChoice,
        }
    }

    pub(super) fn several(&self, step: &Step, text: &str) -> Result<Vec<Pick>, Rejection> {
        let lexicon = self
            .words
            .picks
            .get(&step.name)
            .ok_or(Rejection::NotUnderstood)?;
        lexicon
            .several(text)
            .map_err(|fault| self.not_chosen(&fault, |pick| label(step, *pick)))
    }

    fn procedures(&self, step: &Step, text: &str) -> Result<Answer, Rejection> {
        let picks = self.several(step, text)?;
        let procedures = picks.into_iter().filter_map(|pick| {
            match (pick, chosen(step, pick).map(|choice| &choice.gives)) {
                (Pick::Choice(_), Some(Gives::Procedure(procedure))) => Some(procedure.clone()),
                _ => None,
            }
        });
        let procedures: Vec<ValueName> = procedures.collect();
        if procedures.is_empty() {
            Err(Rejection::ExpectedChoice)
        } else {
            Ok(Answer::Procedures(procedures))
        }
    }

    fn documents(&self, step: &Step, text: &str) -> Result<Answer, Rejection> {
        let worth = self.view.documents_worth(self.states);
        let picks = self.document_lexicon(&worth).several(text);
        let picks = picks.map_err(|fault| self.not_chosen(&fault, |pick| label(step, *pick)))?;
        let every = picks.contains(&Pick::All);
        if picks.contains(&Pick::None) && picks.len() > 1 {
            return Err(Rejection::ExpectedChoice);
        }
        let chosen = step.choices.iter().enumerate().filter(|(number, _)| {
            picks.contains(&Pick::Choice(*number)) || (every && worth.contains(number))
        });
        let documents = chosen.filter_map(|(_, choice)| match &choice.gives {
            Gives::Document(document) => Some(document.clone()),
            _ => None,
        });
        Ok(Answer::Documents(documents.collect()))
    }

    /// The documents worth having, then all and none; the others are understood when named.
    fn document_lexicon(&self, worth: &[usize]) -> Lexicon<Pick> {
        let listed = worth.iter().map(|number| Pick::Choice(*number));
        let listed: Vec<Pick> = listed.chain([Pick::All, Pick::None]).collect();
        self.words.documents.listing(&listed)
    }

    fn choice(&self, step: &Step, pick: Pick) -> Result<Answer, Rejection> {
        let choice = chosen(step, pick).ok_or(Rejection::ExpectedChoice)?;
        self.facts_of(choice).ok_or(Rejection::ExpectedChoice)
    }

    /// The facts a choice settles. A period that has not begun is one of no days, so that none ever elapse.
    pub(crate) fn facts_of(&self, choice: &Choice) -> Option<Answer> {
        let Gives::Facts(facts) = &choice.gives else {
            return None;
        };
        let today = DayRange::exactly(self.view.today);
        let value = |given: &Given| match given {
            Given::Value(value) => value.clone(),
            Given::NoneYet => Value::Period {
                start: today,
                end: Some(today),
            },
        };
        Some(Answer::Facts(
            facts
                .iter()
                .map(|(fact, given)| (fact.clone(), value(given)))
                .collect(),
        ))
    }

    fn one_fact(step: &Step, value: Value) -> Result<Answer, Rejection> {
        let fact = step.fact.clone().ok_or(Rejection::NotUnderstood)?;
        Ok(Answer::Facts(BTreeMap::from([(fact, value)])))
    }

    fn date(&self, step: &Step, text: &str) -> Result<Answer, Rejection> {
        if self.is_claimed_elsewhere(step, text) {
            return Err(Rejection::NotADate(NotWhen::NotUnderstood));
        }
        self.no_birth_date(text)?;
        let when = when(text, self.words.language, self.view.today).map_err(Rejection::NotADate)?;
        self.recent(when.days).map_err(Rejection::NotADate)?;
        Self::one_fact(step, Value::Date(when.days))
    }

    fn period(&self, step: &Step, text: &str) -> Result<Answer, Rejection> {
        if self.is_claimed_elsewhere(step, text) {
            return Err(Rejection::NotAPeriod(NotWhen::NotUnderstood));
        }
        self.no_birth_date(text)?;
        let period =
            period(text, self.words.language, self.view.today).map_err(Rejection::NotAPeriod)?;
        if period.end.is_none() && says_it_ended(text) {
            return Err(Rejection::NotAPeriod(NotWhen::NotUnderstood));
        }
        self.recent(period.start.days)
            .map_err(Rejection::NotAPeriod)?;
        let (start, end) = (period.start.days, period.end.map(|end| end.days));
        Self::one_fact(step, Value::Period { start, end })
    }

    /// A day of the calendar many years ago, where the start of what is treated was asked, is told as what it may be.
    fn no_birth_date(&self, text: &str) -> Result<(), Rejection> {
        if tells_day_before(text, self.words.language, self.view.today, OLDEST) {
            Err(Rejection::Identifiers)
        } else {
            Ok(())
        }
    }

    /// A day many years ago is more likely a birth date than the start of what is treated: it is not kept, not even to
    /// be read back.
    pub(super) fn recent(&self, days: DayRange) -> Result<(), NotWhen> {
        let age = self.view.today.days_since(days.last());
        if age > OLDEST {
            Err(NotWhen::TooLong)
        } else {
            Ok(())
        }
    }

    /// The number in the answer to a question for one. Where a number is the answer, none stands for a choice.
    fn number(step: &Step, text: &str) -> Result<Option<Answer>, Rejection> {
        let (StepKind::Number, Some((least, greatest))) = (step.kind, step.range) else {
            return Ok(None);
        };
        match number(text, (least, greatest)) {
            Ok((low, high)) if least <= low && high <= greatest => {
                Self::one_fact(step, Value::Number(low, high)).map(Some)
            }
            Err(NotNumber::Rough) => Err(Rejection::NotExact(least, greatest)),
            Err(NotNumber::NotUnderstood) if text.chars().any(char::is_alphabetic) => Ok(None),
            Err(_) if !text.chars().any(|one| one.is_ascii_digit()) => Ok(None),
            _ => Err(no_number(step)),
        }
    }

    fn levels(&self, scope: &Scope, text: &str) -> Result<Answer, Rejection> {
        let levels = levels(text).map_err(Rejection::NotLevels)?;
        if levels.len() > MOST_LEVELS {
            return Err(Rejection::TooManyLevels(MOST_LEVELS));
        }
        Ok(Answer::Levels(self.places(scope, &levels)))
    }

    /// Numbers for the places of these levels. A level keeps the place it has, whichever procedure it was named for;
    /// where a list names one level instead of another, the new one takes the place of the old.
    pub(super) fn places(&self, scope: &Scope, levels: &[Level]) -> Vec<(u8, Level)> {
        self.places_beside(scope, levels, &[])
    }

    /// The same, beside levels that are named in the same input for other procedures.
    pub(super) fn places_beside(
        &self,
        scope: &Scope,
        levels: &[Level],
        beside: &[Entry],
    ) -> Vec<(u8, Level)> {
        let procedures = self.view.procedures();
        let own = |procedure: &ValueName| Scope::Procedure(procedure.clone()) == *scope;
        let known = |mine: bool| -> Vec<(u8, Level)> {
            let of = procedures.iter().filter(|procedure| own(procedure) == mine);
            of.filter_map(|procedure| self.view.levels_of(procedure))
                .flatten()
                .copied()
                .collect()
        };
        let (mut mine, mut theirs) = (known(true), known(false));
        if *scope == Scope::Request {
            mine.extend(self.view.levels_of_request().into_iter().flatten());
        }
        for entry in beside {
            if let Answer::Levels(levels) = &entry.answer {
                theirs.extend(levels.iter().copied());
            }
        }
        let place_of = |level: Level| {
            mine.iter()
                .chain(&theirs)
                .find(|(_, one)| *one == level)
                .map(|(place, _)| *place)
        };
        let mut used: Vec<u8> = theirs
            .iter()
            .map(|(place, _)| *place)
            .chain(levels.iter().filter_map(|level| place_of(*level)))
            .collect();
        levels
            .iter()
            .map(|level| {
                let fresh = || {
                    (0..=u8::MAX)
                        .find(|place| !used.contains(place))
                        .unwrap_or(u8::MAX)
                };
                let place = place_of(*level).unwrap_or_else(fresh);
                used.push(place);
                (place, *level)
            })
            .collect()
    }

    pub(super) fn same(&self, place: u8, other: u8, text: &str) -> Result<Move, Rejection> {
        let same = self
            .words
            .same
            .one(text)
            .map_err(|_| Rejection::ExpectedChoice)?;
        let answer = if same {
            Answer::SameAs(other)
        } else {
            Answer::Different
        };
        let step = same_step().ok_or(Rejection::NotUnderstood)?;
        Ok(Move::Answer(
            vec![Entry {
                scope: Scope::Place(place),
                step,
                answer,
            }],
            Manner::Plain,
        ))
    }
}

fn no_number(step: &Step) -> Rejection {
    let range = step.range;
    range.map_or(Rejection::NotUnderstood, |(least, greatest)| {
        Rejection::ExpectedNumber(least, greatest)
    })
}

fn chosen(step: &Step, pick: Pick) -> Option<&Choice> {
    match pick {
        Pick::Choice(number) => step.choices.get(number),
        Pick::NotOnRecord | Pick::All | Pick::None => None,
    }
}

fn label(step: &Step, pick: Pick) -> Message {
    match pick {
        Pick::Choice(number) => {
            let id = step
                .choices
                .get(number)
                .map(|choice| step.choice_message(choice));
            Message::new(id.unwrap_or_default())
        }
        Pick::NotOnRecord => Message::new("not_on_record"),
        Pick::All => Message::new("documents-all"),
        Pick::None => Message::new("documents-none"),
    }
}

//! What must hold wherever a session stands.

use std::collections::BTreeSet;

use super::{Found, Property};
use crate::domain::dialog::event::{Answer, Entry};
use crate::domain::dialog::reply::{Heard, Reply, Scene};
use crate::domain::dialog::{Manner, Move, Position, Session, Verb};
use crate::domain::message::{Arg, Message};
use crate::domain::policy::{
    Disposition, Facts, Of, Outcome, Residues, Set, Triple, Value, ValueMap, evaluate,
};
use crate::lab::walk::{Course, Place, Stands, Walk};
use crate::lab::{Lab, Standing};

/// A place by its number, and how its session stands.
pub(super) type At<'w> = (usize, &'w Place, &'w Standing);

impl Lab<'_> {
    pub(super) fn at_place(
        &self,
        walk: &Walk,
        (number, place, standing): At<'_>,
        residues: &mut Residues<'_>,
        found: &mut Found,
    ) {
        self.ends((number, place, standing), found);
        self.agrees(&place.session, standing, residues, found);
        self.says(place, standing, found);
        self.resumes(walk, (number, place, standing), found);
        self.goes_back(place, standing, found);
        for state in &standing.states {
            let criteria = state
                .assessment
                .criteria
                .iter()
                .map(|(criterion, outcome)| (*criterion, outcome_number(*outcome)));
            found.criteria.extend(criteria);
            let hinges = state.assessment.hinges;
            found.readings = found.readings.or(hinges.readings).or(hinges.involved);
        }
        found.left = self.left_open(&place.session, standing, residues);
        found.opens = self.opens(place, standing, residues);
    }

    fn ends(&self, (_, place, standing): At<'_>, found: &mut Found) {
        let mut broken = |property, what: String| found.broken.push((property, what, Vec::new()));
        match &place.stands {
            Stands::Asks(asked) if place.ways.is_empty() => {
                broken(
                    Property::Ends,
                    format!("the step `{}` has no answer", asked.step),
                );
            }
            Stands::Asks(_) => {}
            Stands::Unheard(what) => {
                broken(
                    Property::Heard,
                    format!("what was typed last was taken as {what}"),
                );
            }
            Stands::Stuck(what) => {
                broken(Property::Ends, format!("the conversation stands at {what}"));
            }
            Stands::Contradicts if !self.can_be_mended(place, standing) => {
                broken(
                    Property::Ends,
                    "no changed answer ends a contradiction".into(),
                );
            }
            Stands::Contradicts => {}
            Stands::Ends => {
                let inconsistent = |one: &crate::domain::dialog::ItemState| {
                    one.assessment.disposition == Disposition::Inconsistent
                };
                if standing.states.is_empty() || standing.states.iter().any(inconsistent) {
                    broken(
                        Property::Ends,
                        "the conversation ends without a disposition".into(),
                    );
                }
            }
        }
    }

    /// Whether some other answer to one of the steps that are offered leads out of a contradiction.
    fn can_be_mended(&self, place: &Place, standing: &Standing) -> bool {
        let Position::Contradiction { steps, .. } = &standing.position else {
            return false;
        };
        steps.iter().any(|(scope, name)| {
            let mut course = Course::new(place.session.clone(), standing.clone());
            let edit = Move::Edit(scope.clone(), name.clone());
            let step = self.dialog.step(name);
            course.go(self, edit, "").is_ok()
                && step.is_some_and(|step| {
                    let tellings = self.tellings(step, &course.standing);
                    tellings.into_iter().any(|telling| {
                        let mut course = course.clone();
                        let said = course.say_all(self, &telling.said).is_ok();
                        said && !matches!(course.standing.position, Position::Contradiction { .. })
                    })
                })
        })
    }

    /// The facts are put together from the answers alone, and evaluated twice: as always, and by the chart.
    fn agrees(
        &self,
        session: &Session,
        standing: &Standing,
        residues: &mut Residues<'_>,
        found: &mut Found,
    ) {
        let [state] = standing.states.as_slice() else {
            return;
        };
        let (values, documents) = self.collected(session);
        let facts = self.policy.facts(&values).unwrap_or_default();
        let facts = match documents {
            Some(names) => self
                .policy
                .with_documents(facts, &names)
                .unwrap_or_default(),
            None => facts,
        };
        let own = evaluate(self.policy, &facts, self.today);
        if own.disposition != state.assessment.disposition {
            let what = format!(
                "the conversation comes to `{}`, the evaluator to `{}`",
                state.assessment.disposition.as_str(),
                own.disposition.as_str()
            );
            found.broken.push((Property::Agrees, what, Vec::new()));
        }
        let charted = self.charted(&facts, residues);
        let outcomes = own.outcomes;
        if let Some(triple) = charted
            && own.disposition != Disposition::Inconsistent
            && triple != [outcomes.default, outcomes.strictest, outcomes.lenient]
        {
            let what = format!("the evaluator says {outcomes:?}, the chart {triple:?}");
            found.broken.push((Property::Agrees, what, Vec::new()));
        }
    }

    /// The answers of a session with one item, the later before the earlier.
    fn collected(
        &self,
        session: &Session,
    ) -> (ValueMap, Option<Vec<crate::domain::name::DocumentName>>) {
        let mut values = ValueMap::new();
        let mut documents = None;
        for (_, _, told) in session.in_order() {
            match &told.answer {
                Answer::Facts(facts) => {
                    values.extend(
                        facts
                            .iter()
                            .map(|(fact, value)| (fact.clone(), value.clone())),
                    );
                }
                Answer::Procedures(all) => {
                    let pair = self.policy.subject_fact().zip(all.first());
                    values.extend(
                        pair.map(|(fact, one)| (fact.name.clone(), Value::Choice(one.clone()))),
                    );
                }
                Answer::Levels(all) => values.extend(self.told_by(all)),
                Answer::Documents(names) => documents = Some(names.clone()),
                Answer::NotOnRecord | Answer::SameAs(_) | Answer::Different => {}
            }
        }
        (values, documents)
    }

    /// The outcomes by the chart, where every fact is exact or unknown.
    fn charted(&self, facts: &Facts, residues: &mut Residues<'_>) -> Option<Triple> {
        let known = facts.known();
        let mut function = residues.function(Of::Outcomes);
        for (place, axis) in self.chart.axes().iter().enumerate() {
            let values: Vec<(usize, Set)> = axis
                .facts
                .iter()
                .map(|fact| (*fact, self.policy.values_of(facts, *fact, self.today)))
                .collect();
            if values.iter().any(|(_, values)| values.len() > 1)
                || axis.facts.len() > 1
                    && axis.facts.iter().filter(|fact| known.has(**fact)).count() == 1
            {
                return None;
            }
            let left = axis.alternatives(|fact, digit| {
                let own = values.iter().find(|(other, _)| *other == fact);
                let own = own.map(|(_, values)| *values).unwrap_or_default();
                own.has(digit) || own.is_empty() && digit == axis.absent(fact)
            });
            function = residues.keep(function, place, &left);
        }
        residues.triple(function)
    }

    /// What is said here, and what is offered.
    fn says(&self, place: &Place, standing: &Standing, found: &mut Found) {
        let scene = Scene {
            view: self.view(&place.session),
            states: &standing.states,
            position: &standing.position,
            case: None,
        };
        collect(&scene.reply(Heard::Taken), &mut found.said);
    }

    /// The stored events come to the same session; after a pause it is taken up where it was left.
    fn resumes(&self, walk: &Walk, (number, place, standing): At<'_>, found: &mut Found) {
        let mut turns = walk.turns(number);
        turns.insert(0, self.opened().last_turn);
        let replayed = Session::replay(self.tag, turns.iter().map(Vec::as_slice));
        let mut paused = Course::new(place.session.clone(), standing.clone());
        let gone = paused.go(self, Move::Verb(Verb::Pause), "");
        let back = self.view(&paused.session).arrived();
        paused.session.turn(&back.events);
        let same = |session: &Session| {
            let there = self.standing(session);
            there.position == standing.position && session.answers == place.session.answers
        };
        if !same(&replayed) || gone.is_err() || !same(&paused.session) {
            let what = "a session that is taken up again stands somewhere else".to_owned();
            found.broken.push((Property::Resume, what, Vec::new()));
        }
    }

    /// Back, and the same answer again or "done", lead to where one was.
    fn goes_back(&self, place: &Place, standing: &Standing, found: &mut Found) {
        let mut course = Course::new(place.session.clone(), standing.clone());
        if course.go(self, Move::Verb(Verb::Back), "/back").is_err() {
            return;
        }
        let mut done = course.clone();
        let left = done.go(self, Move::Verb(Verb::Done), "/done");
        let again = match (&course.session.focus, &course.standing.position) {
            (Some((scope, step)), Position::Ask(_)) => self.again(&course, scope, step),
            _ => None,
        };
        let same = |course: &Course| course.standing.position == standing.position;
        if left.is_err() || !same(&done) || !again.is_some_and(|again| same(&again)) {
            let what = "going back and giving the same answer leads somewhere else".to_owned();
            found.broken.push((Property::Back, what, course.said));
        }
    }

    fn again(
        &self,
        course: &Course,
        scope: &crate::domain::dialog::event::Scope,
        step: &crate::domain::name::StepName,
    ) -> Option<Course> {
        let told = course.session.told(scope, step)?;
        let entry = Entry {
            scope: scope.clone(),
            step: step.clone(),
            answer: told.answer.clone(),
        };
        let mut course = course.clone();
        let given = Move::Answer(vec![entry], Manner::Plain);
        course.go(self, given, "").ok()?;
        course.agree(self).ok()?;
        Some(course)
    }
}

/// The number by which an outcome is noted: met, not met, open.
pub(super) fn outcome_number(outcome: Outcome) -> usize {
    match outcome {
        Outcome::Met => 0,
        Outcome::NotMet | Outcome::NotAddressed => 1,
        Outcome::Open => 2,
    }
}

fn collect(reply: &Reply, said: &mut BTreeSet<String>) {
    reply
        .lines
        .iter()
        .for_each(|line| message(&line.message, said));
    if let Some(prompt) = &reply.prompt {
        let parts = [
            Some(&prompt.question),
            prompt.hint.as_ref(),
            prompt.aloud.as_ref(),
        ];
        parts
            .into_iter()
            .flatten()
            .for_each(|one| message(one, said));
        prompt
            .choices
            .iter()
            .for_each(|offer| message(&offer.text, said));
    }
}

fn message(one: &Message, said: &mut BTreeSet<String>) {
    if !said.contains(one.id.as_ref()) {
        said.insert(one.id.to_string());
    }
    for (_, arg) in &one.args {
        match arg {
            Arg::Message(inner) => message(inner, said),
            Arg::List(all) => all.iter().for_each(|inner| message(inner, said)),
            Arg::Text(_) | Arg::Number(_) | Arg::Day(_) => {}
        }
    }
}

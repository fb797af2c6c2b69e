//! What must hold of all conversations together: everything is reached and seen, and nothing is asked in vain.

use std::collections::BTreeSet;

use super::place::outcome_number;
use super::{Found, Property, Verdict};
use crate::domain::dialog::event::Answer;
use crate::domain::dialog::{Gives, ItemState, Step, StepKind, WhenAsked};
use crate::domain::policy::{Of, Set, Value};
use crate::lab::Lab;
use crate::lab::walk::{Stands, Walk};

const SEEN: [&str; 3] = ["met", "not met", "open"];

/// What was seen of a policy.
#[derive(Default)]
struct Seen {
    /// Each criterion with the number of an outcome.
    criteria: BTreeSet<(usize, usize)>,
    /// The readings on which an assessment hangs.
    readings: Set,
}

impl Seen {
    fn take(&mut self, state: &ItemState) {
        let own = state.assessment.criteria.iter();
        self.criteria
            .extend(own.map(|(criterion, outcome)| (*criterion, outcome_number(*outcome))));
        let hinges = state.assessment.hinges;
        self.readings = self.readings.or(hinges.readings).or(hinges.involved);
    }
}

impl Lab<'_> {
    pub(super) fn whole(&self, walk: &Walk, found: &[Found], verdict: &mut Verdict) {
        if walk.backwards().is_none() {
            let what = "some conversation comes to the same place again".to_owned();
            verdict.breaks(Property::Ends, what, Vec::new);
        }
        self.reached(walk, verdict);
        self.seen(found, verdict);
        for number in 0..walk.places.len() {
            self.needed((walk, number), found, verdict);
        }
    }

    fn reached(&self, walk: &Walk, verdict: &mut Verdict) {
        let mut asked = BTreeSet::new();
        let mut given: Vec<&Answer> = Vec::new();
        for place in &walk.places {
            if let Stands::Asks(one) = &place.stands
                && asked.insert(&one.step)
            {
                given.extend(place.ways.iter().map(|way| &way.answer));
            }
        }
        for step in self
            .dialog
            .steps
            .iter()
            .filter(|step| step.asked != WhenAsked::OnRequest)
        {
            if !asked.contains(&step.name) {
                let what = format!("the step `{}` is never asked", step.name);
                verdict.breaks(Property::Reached, what, Vec::new);
                continue;
            }
            let unreached = match step.kind {
                StepKind::Documents => self.never_offered(walk, step),
                _ => unreached(step, &given),
            };
            for choice in unreached {
                let what = format!("nobody can choose `{choice}` at the step `{}`", step.name);
                verdict.breaks(Property::Reached, what, Vec::new);
            }
            for id in messages(step) {
                if !verdict.said.contains(&id) {
                    let what = format!("the message `{id}` is never said");
                    verdict.breaks(Property::Reached, what, Vec::new);
                }
            }
        }
    }

    /// The documents that no place offers which asks for them.
    fn never_offered<'s>(&self, walk: &Walk, step: &'s Step) -> Vec<&'s str> {
        let places = walk.places.iter();
        let asking = places.filter(
            |place| matches!(&place.stands, Stands::Asks(asked) if asked.step == step.name),
        );
        let offered = asking.flat_map(|place| self.offered(&self.standing(&place.session)));
        let offered = self.names(offered.collect());
        let choices = step.choices.iter().filter(
            |choice| matches!(&choice.gives, Gives::Document(name) if !offered.contains(name)),
        );
        choices.map(|choice| choice.name.as_str()).collect()
    }

    fn seen(&self, found: &[Found], verdict: &mut Verdict) {
        let mut seen = Seen::default();
        for one in found {
            seen.criteria.extend(&one.criteria);
            seen.readings = seen.readings.or(one.readings);
        }
        let (criteria, readings) = self.missed(&seen);
        let refined = criteria.iter().map(|one| Of::Named(one.0));
        let refined: Vec<Of> = refined
            .chain(readings.iter().map(|one| Of::Flip(one.0)))
            .collect();
        if !refined.is_empty() {
            self.seen_apart(refined, &mut seen);
        }
        let (criteria, readings) = self.missed(&seen);
        for (_, outcome, name) in criteria {
            let what = format!("the criterion `{name}` is never {outcome}");
            verdict.breaks(Property::Seen, what, Vec::new);
        }
        for (_, name) in readings {
            let what = format!("nothing ever hangs on the reading `{name}`");
            verdict.breaks(Property::Seen, what, Vec::new);
        }
    }

    /// The outcomes that no criterion was seen with, and the open readings on which nothing was seen to hang.
    #[expect(
        clippy::type_complexity,
        reason = "two lists, named where they are taken apart"
    )]
    fn missed(&self, seen: &Seen) -> (Vec<(usize, &str, &str)>, Vec<(usize, &str)>) {
        let criteria = self.policy.criteria().flat_map(|(criterion, name)| {
            let outcomes = SEEN.iter().enumerate();
            let missed = outcomes.filter(move |(at, _)| !seen.criteria.contains(&(criterion, *at)));
            missed.map(move |(_, outcome)| (criterion, *outcome, name.as_str()))
        });
        let readings = self.policy.readings().iter().enumerate();
        let readings = readings
            .filter(|(number, reading)| !seen.readings.has(*number) && reading.settled.is_none());
        let readings = readings.map(|(number, reading)| (number, reading.name.as_str()));
        (criteria.collect(), readings.collect())
    }

    /// What is seen where sessions that differ in these functions are walked on apart.
    fn seen_apart(&self, refined: Vec<Of>, seen: &mut Seen) {
        let mut apart = self.clone();
        apart.refined = refined;
        for place in &apart.walk(&|_| {}).places {
            for state in apart.standing(&place.session).states {
                seen.take(&state);
            }
        }
    }
}

fn unreached<'s>(step: &'s Step, given: &[&Answer]) -> Vec<&'s str> {
    let choices = step.choices.iter().filter(|choice| {
        let gives = |answer: &&Answer| match (&choice.gives, answer) {
            (Gives::Procedure(one), Answer::Procedures(all)) => all.contains(one),
            (Gives::Facts(facts), Answer::Facts(told)) if step.kind == StepKind::Several => facts
                .iter()
                .all(|(fact, _)| told.get(fact) == Some(&Value::Flag(true))),
            (Gives::Facts(facts), Answer::Facts(told)) => {
                facts.len() == told.len() && facts.iter().all(|(fact, _)| told.contains_key(fact))
            }
            _ => false,
        };
        !given.iter().any(gives)
    });
    choices.map(|choice| choice.name.as_str()).collect()
}

/// The messages of a step that are said when it is asked.
fn messages(step: &Step) -> Vec<String> {
    let mut ids = vec![format!("ask-{}", step.name)];
    if !matches!(
        step.kind,
        StepKind::Choice
            | StepKind::YesNo
            | StepKind::Procedures
            | StepKind::Several
            | StepKind::Documents
    ) {
        ids.push(format!("ask-{}.hint", step.name));
    }
    ids.extend(
        step.choices
            .iter()
            .map(|choice| step.choice_message(choice)),
    );
    ids
}

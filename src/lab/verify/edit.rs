//! A changed answer leads to where the answers that still count would have led at first.

use super::{Found, Property};
use crate::domain::dialog::Move;
use crate::domain::dialog::event::{Answer, Entry, Event, Scope};
use crate::domain::name::StepName;
use crate::lab::walk::{Course, Stands, Walk, Way};
use crate::lab::{Lab, Standing};

/// An answer by what it is about.
type Told<'w> = (&'w Scope, &'w StepName, &'w Answer);

impl Lab<'_> {
    /// Changes each answer on a shortest way to a place to each other answer.
    pub(super) fn edits_at(
        &self,
        (walk, number): (&Walk, usize),
        standing: &Standing,
        found: &mut Found,
    ) {
        let Some(place) = walk.places.get(number) else {
            return;
        };
        let way = walk.answers(number);
        for (from, told) in &way {
            let ways = walk.places.get(*from).map_or(&[][..], |place| &place.ways);
            let mut asked = Course::new(place.session.clone(), standing.clone());
            let edit = Move::Edit(told.0.clone(), told.1.clone());
            let typed = format!("{} {}", self.change(), (self.say)(&label(told.1)));
            if asked.go(self, edit, &typed).is_err() {
                let what = format!("the answer to `{}` cannot be changed", told.1);
                found.broken.push((Property::Edit, what, Vec::new()));
                continue;
            }
            for other in ways.iter().filter(|way| way.answer != *told.2) {
                found.edits = found.edits.saturating_add(1);
                self.compare((asked.clone(), told.1), other, found);
            }
        }
    }

    /// Gives another answer where one is to be changed, and compares with a session that was told the answers which
    /// still count, and nothing else.
    fn compare(&self, (mut course, step): (Course, &StepName), other: &Way, found: &mut Found) {
        let text = other.said.first().map_or("", String::as_str);
        if course.say_all(self, text).is_err() {
            let what = format!("an answer to `{step}` cannot be changed");
            found.broken.push((Property::Edit, what, course.said));
            return;
        }
        let there = self.at_first(&course);
        let same = course.standing.position == there.standing.position
            && course.standing.comes() == there.standing.comes();
        if !same {
            let what = format!("a changed answer to `{step}` leads to another place");
            found.broken.push((Property::Edit, what, course.said));
        }
    }

    /// A session that was told at first what counts in this one.
    fn at_first(&self, course: &Course) -> Course {
        let mut session = self.opened();
        let states = &course.standing.states;
        for (scope, step, told) in course.session.in_order() {
            let mut counted = states.iter().flat_map(|state| &state.counted);
            if counted.any(|(own, name)| own == scope && name == step) {
                let entry = Entry {
                    scope: scope.clone(),
                    step: step.clone(),
                    answer: told.answer.clone(),
                };
                session.turn(&[Event::Answered {
                    entries: vec![entry],
                    on: self.today,
                }]);
            }
        }
        let standing = self.standing(&session);
        let mut course = Course::new(session, standing);
        // Where a yes is not understood, the two places differ.
        let _stays = course.agree(self);
        course
    }

    /// How one asks for an answer to be changed.
    fn change(&self) -> String {
        self.words.edits.first().cloned().unwrap_or_default()
    }
}

fn label(step: &StepName) -> crate::domain::message::Message {
    crate::domain::message::Message::new(format!("ask-{step}.label"))
}

impl Walk {
    /// The answers on a shortest way to a place, each with the place where it was given.
    fn answers(&self, place: usize) -> Vec<(usize, Told<'_>)> {
        let mut answers = Vec::new();
        let mut here = place;
        while let Some(from) = self.places.get(here).and_then(|place| place.from.as_ref()) {
            let before = self.places.get(from.place);
            let way = before.and_then(|before| {
                let way = before.ways.iter().find(|way| way.said == from.said)?;
                let Stands::Asks(asked) = &before.stands else {
                    return None;
                };
                Some((&asked.scope, &asked.step, &way.answer))
            });
            answers.extend(way.map(|told| (from.place, told)));
            here = from.place;
        }
        answers.reverse();
        answers
    }
}

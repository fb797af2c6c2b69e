//! What is offered is understood in every language, not only in the one that conversations are walked in.

use std::collections::HashSet;

use super::{Property, Verdict};
use crate::lab::Lab;
use crate::lab::walk::{Course, Stands, Walk};

impl Lab<'_> {
    /// Types each answer in the language of this lab at the first place where its step is asked, and notes what is not
    /// taken as what it says.
    pub fn hears(&self, walk: &Walk, verdict: &mut Verdict) {
        let mut looked = HashSet::new();
        for (number, place) in walk.places.iter().enumerate() {
            let Stands::Asks(asked) = &place.stands else {
                continue;
            };
            let step = self.dialog.step(&asked.step);
            let Some(step) = step.filter(|step| looked.insert(step.name.clone())) else {
                continue;
            };
            let standing = self.standing(&place.session);
            for telling in self.tellings(step, &standing) {
                let mut course = Course::new(place.session.clone(), standing.clone());
                let heard = course.say_all(self, &telling.said);
                let taken = course.session.told(&asked.scope, &asked.step);
                let taken = taken.map(|told| &told.answer);
                let what = match heard {
                    Ok(()) if taken == Some(&telling.answer) => continue,
                    Ok(()) => format!("{taken:?}"),
                    Err(rejection) => format!("{rejection:?}"),
                };
                let said = &telling.said;
                let (step, tag) = (&asked.step, self.tag);
                let what = format!("at `{step}` in {tag}, `{said}` was taken as {what}");
                verdict.breaks(Property::Heard, what, || walk.said(number));
            }
        }
    }
}

//! Whether a question can matter.

use super::{Found, Left, Property, Verdict};
use crate::domain::dialog::{ItemState, Session, Step, StepKind, WhenAsked};
use crate::domain::policy::{Axis, Function, Of, Residues};
use crate::lab::key::Prospect;
use crate::lab::walk::{Place, Stands, Walk};
use crate::lab::{Lab, Standing};

impl Lab<'_> {
    /// A question matters when two of its answers leave something else open; it says then at least what is missing. Most
    /// also change what may still be said, and the disposition that may come.
    pub(super) fn needed(
        &self,
        (walk, number): (&Walk, usize),
        found: &[Found],
        verdict: &mut Verdict,
    ) {
        let Some((place, step)) = walk.places.get(number).and_then(|place| self.asks(place)) else {
            return;
        };
        if step.kind == StepKind::Documents {
            if place.ways.len() < 2 {
                let what = "no document that is asked for can change anything".to_owned();
                verdict.breaks(Property::Needed, what, || walk.said(number));
            }
            return;
        }
        let consistent = place.ways.iter().filter(|way| {
            let there = walk.places.get(way.to);
            there.is_some_and(|there| there.stands != Stands::Contradicts)
        });
        let left: Vec<&Left> = consistent
            .filter_map(|way| found.get(way.to).map(|found| &found.left))
            .collect();
        let differ = |of: usize| {
            let own =
                |left: &Left| -> Vec<_> { left.iter().map(|one| one.get(of).copied()).collect() };
            left.windows(2)
                .any(|pair| matches!(pair, [a, b] if own(a) != own(b)))
        };
        if !found.get(number).is_some_and(|found| found.opens) {
            let what = format!("no answer to the step `{}` can change anything", step.name);
            verdict.breaks(Property::Needed, what, || walk.said(number));
        } else if !differ(0) {
            verdict.sharpening = verdict.sharpening.saturating_add(1);
        } else if !differ(1) {
            verdict.completing = verdict.completing.saturating_add(1);
        }
    }

    /// The step that a place asks because its answer is needed.
    fn asks<'p>(&self, place: &'p Place) -> Option<(&'p Place, &Step)> {
        let Stands::Asks(asked) = &place.stands else {
            return None;
        };
        let step = self.dialog.step(&asked.step)?;
        (step.asked == WhenAsked::Needed).then_some((place, step))
    }

    /// Whether two answers to the step that is asked leave the outcomes different functions of all that is open, what is
    /// not on record among it.
    pub(super) fn opens(
        &self,
        place: &Place,
        standing: &Standing,
        residues: &mut Residues<'_>,
    ) -> bool {
        let Some((place, step)) = self.asks(place) else {
            return false;
        };
        standing.states.is_empty()
            || standing.states.iter().any(|state| {
                let prospect = self.prospect(&place.session, state);
                let open = self.restricted(&prospect, true, residues, Of::Outcomes);
                let mut left: Vec<Function> = Vec::new();
                for way in &place.ways {
                    let (given, exact) = self.given(step, &way.answer);
                    if exact {
                        let kept = self
                            .leaves(&given)
                            .iter()
                            .fold(open, |function, (at, left)| {
                                residues.keep(function, *at, left)
                            });
                        left.push(kept);
                    }
                }
                left.retain(|function| !residues.is_impossible(*function));
                left.windows(2).any(|pair| matches!(pair, [a, b] if a != b))
                    || left.iter().any(|one| *one != open)
            })
    }

    /// What may still come out, as functions of what may still be said.
    pub(super) fn left_open(
        &self,
        session: &Session,
        standing: &Standing,
        residues: &mut Residues<'_>,
    ) -> Left {
        let left = |state: &ItemState| {
            let prospect = self.prospect(session, state);
            [Of::Outcomes, Of::Disposition].map(|of| {
                let function = self.restricted(&prospect, false, residues, of);
                residues.fingerprint(function)
            })
        };
        standing.states.iter().map(left).collect()
    }

    /// What is left of a function when what was told is fixed; what is not on record stays so, or is open.
    fn restricted(
        &self,
        prospect: &Prospect<'_>,
        open: bool,
        residues: &mut Residues<'_>,
        of: Of,
    ) -> Function {
        let own = |axis: &Axis| {
            axis.alternatives(|fact, digit| {
                let values = prospect.values(fact);
                let absent = open || digit == axis.absent(fact);
                prospect.ahead.has(fact) || values.has(digit) || values.is_empty() && absent
            })
        };
        let axes = self.chart.axes().iter().enumerate();
        axes.fold(residues.function(of), |function, (place, axis)| {
            residues.keep(function, place, &own(axis))
        })
    }
}

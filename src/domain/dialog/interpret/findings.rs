//! What a text says, and of which place.

use crate::domain::day::DayRange;
use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::parts::{About, Part};
use crate::domain::dialog::interpret::{Context, LeftOut};
use crate::domain::dialog::item::View;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Gives, Per, Step, StepKind};
use crate::domain::dialog::position::Position;
use crate::domain::dialog::typed::levels::{Mention, mentions};
use crate::domain::dialog::typed::number::Span;
use crate::domain::dialog::typed::says_it_ended;
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::message::Message;
use crate::domain::name::StepName;

/// A choice of a step, named for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) place: u8,
    pub(super) step: usize,
    pub(super) choice: usize,
}

/// A time of a step, told for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) place: u8,
    pub(super) step: usize,
    pub(super) start: DayRange,
    pub(super) end: Option<DayRange>,
}

/// A number of a step, told for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) place: u8,
    pub(super) step: usize,
    pub(super) span: Span,
}

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) named: Vec<Named>,
    pub(super) timed: Vec<Timed>,
    pub(super) numbered: Vec<Numbered>,
    /// What was said of a level that the text does not settle.
    pub(super) left: LeftOut,
    /// Whether a time was told of which the text does not say what it is the time of.
    pub(super) unclaimed: bool,
}

impl Context<'_> {
    /// What a text says, given the levels of the places.
    pub(super) fn findings(&self, text: &str, places: &[(u8, Level)]) -> Findings {
        let mut findings = Findings::default();
        for part in self.parts(text) {
            let targets = self.targets(&part.about, places);
            self.choices_of(&part, targets.as_deref(), places, &mut findings);
            self.times_of(&part, targets.as_deref(), places, &mut findings);
            self.numbers_of(&part, targets.as_deref(), &mut findings);
        }
        findings
    }

    /// The places a part of a text is about; nothing when that is not clear.
    fn targets(&self, about: &About, places: &[(u8, Level)]) -> Option<Vec<u8>> {
        match about {
            About::Unclear => None,
            About::Unnamed => self.default_place(places).map(|place| vec![place]),
            About::Levels(_) if places.is_empty() => Some(vec![0]),
            About::Levels(levels) => {
                let own = places.iter().filter(|(_, level)| levels.contains(level));
                let mut own: Vec<u8> = own.map(|(place, _)| *place).collect();
                own.sort_unstable();
                own.dedup();
                (!own.is_empty()).then_some(own)
            }
        }
    }

    /// The place that is talked about when none is named: the one asked about, or the only one.
    fn default_place(&self, places: &[(u8, Level)]) -> Option<u8> {
        let asked = match self.position {
            Position::Ask(asked) | Position::Recheck(asked) => place_of(&asked.scope),
            Position::Same { place, .. } => Some(*place),
            Position::ReadBack => {
                let pending = self.view.session.pending.as_deref().unwrap_or_default();
                only(pending.iter().filter_map(|entry| place_of(&entry.scope)))
            }
            _ => None,
        };
        let all = || places.iter().map(|(place, _)| *place);
        asked.or_else(|| match places {
            [] => Some(0),
            _ => only(all()),
        })
    }

    fn choices_of(
        &self,
        part: &Part,
        targets: Option<&[u8]>,
        places: &[(u8, Level)],
        findings: &mut Findings,
    ) {
        let found = self.spotted(&part.text);
        let mut choices = found.choices;
        choices.retain(|cue| !found.over.contains(cue));
        let by_place = self
            .spotted(&self.in_place_words(&part.text, places))
            .choices;
        let by_place = by_place
            .into_iter()
            .filter(|cue| self.words.placed.contains(&step_of(cue)));
        let more = by_place.filter(|cue| !choices.contains(cue));
        let more: Vec<Cue> = more.collect();
        if targets.is_some() {
            choices.extend(more);
        } else if let Some(place) = self.default_place(places) {
            choices.retain(|cue| !more.iter().any(|one| step_of(one) == step_of(cue)));
            more.iter()
                .for_each(|cue| self.place(cue, Some(&[place]), findings));
        }
        choices
            .iter()
            .for_each(|cue| self.place(cue, targets, findings));
    }

    fn place(&self, cue: &Cue, targets: Option<&[u8]>, findings: &mut Findings) {
        let Cue::Choice(number, choice) = *cue else {
            return;
        };
        let Some(step) = self.step(number) else {
            return;
        };
        let gives = step.choices.get(choice).map(|choice| &choice.gives);
        if !matches!(gives, Some(Gives::Facts(_))) {
            return;
        }
        let of_request = (step.per == Per::Request).then_some([0].as_slice());
        match of_request.or(targets) {
            None => findings.left.add(number),
            Some(places) => findings.named.extend(places.iter().map(|place| Named {
                place: *place,
                step: number,
                choice,
            })),
        }
    }

    /// A time of something that stopped is not taken as one that goes on. A time that nothing claims is that of the step
    /// asked.
    fn times_of(
        &self,
        part: &Part,
        targets: Option<&[u8]>,
        places: &[(u8, Level)],
        findings: &mut Findings,
    ) {
        let found = self.spotted(&part.text);
        let dates = found
            .times
            .iter()
            .map(|(cue, when)| (*cue, when.days, None));
        let periods = found.periods.iter().map(|(cue, period)| {
            let end = period.end.map(|end| end.days);
            (*cue, period.start.days, end)
        });
        let mut told: Vec<(Cue, DayRange, Option<DayRange>)> = dates.chain(periods).collect();
        let asked = self
            .asked_time()
            .filter(|(_, place)| targets == Some(&[*place]));
        match (found.unclaimed.as_slice(), asked) {
            ([], _) => {}
            ([one], Some((step, _))) if !told.iter().any(|(cue, ..)| *cue == Cue::Time(step)) => {
                told.push((Cue::Time(step), one.start.days, one.end.map(|end| end.days)));
            }
            _ => findings.unclaimed = true,
        }
        let ends = says_it_ended(&part.text);
        for (cue, start, end) in told {
            let (Cue::Time(number), true) = (cue, self.recent(start).is_ok()) else {
                continue;
            };
            let period = self
                .step(number)
                .is_some_and(|step| step.kind == StepKind::Period);
            match targets.or(places.is_empty().then_some([0].as_slice())) {
                _ if period && ends && end.is_none() => {}
                None => findings.left.add(number),
                Some(places) => findings.timed.extend(places.iter().map(|place| Timed {
                    place: *place,
                    step: number,
                    start,
                    end,
                })),
            }
        }
    }

    fn numbers_of(&self, part: &Part, targets: Option<&[u8]>, findings: &mut Findings) {
        for (cue, span) in self.spotted(&part.text).numbers {
            let step = step_of(&cue);
            let per = self.step(step).map(|step| step.per);
            let of_request = (per == Some(Per::Request)).then_some([0].as_slice());
            match of_request.or(targets) {
                None => findings.left.add(step),
                Some(places) => findings
                    .numbered
                    .extend(places.iter().map(|place| Numbered {
                        place: *place,
                        step,
                        span,
                    })),
            }
        }
    }

    /// The step asked, when it is one for a time, and its place.
    fn asked_time(&self) -> Option<(usize, u8)> {
        let Position::Ask(asked) = self.position else {
            return None;
        };
        let mut steps = self.view.dialog.steps.iter();
        let number = steps.position(|step| step.name == asked.step && is_time(step))?;
        Some((number, place_of(&asked.scope)?))
    }

    /// The text with "this level" for a level of a place and "another level" for any other, as phrases say it.
    fn in_place_words(&self, text: &str, places: &[(u8, Level)]) -> String {
        let mut said = String::new();
        let mut from = 0;
        for Mention { at, levels, .. } in mentions(text, self.words.language) {
            let ours = places.is_empty()
                || levels
                    .iter()
                    .any(|level| places.iter().any(|(_, own)| own == level));
            said.push_str(text.get(from..at.start).unwrap_or_default());
            said.push_str(if ours {
                &self.words.here
            } else {
                &self.words.elsewhere
            });
            from = at.end;
        }
        said.push_str(text.get(from..).unwrap_or_default());
        said
    }

    /// The levels of the places, those of these answers before those told earlier.
    pub(super) fn levels_known(&self, entries: &[Entry]) -> Vec<(u8, Level)> {
        let mut all: Vec<(u8, Level)> = Vec::new();
        for entry in entries {
            if let Answer::Levels(levels) = &entry.answer {
                all.extend(levels);
            }
        }
        let told = self.view.procedures();
        let told = told.iter().filter_map(|one| self.view.levels_of(one));
        for one in told.chain(self.view.levels_of_request()).flatten() {
            if !all.iter().any(|(place, _)| *place == one.0) {
                all.push(*one);
            }
        }
        all
    }
}

impl View<'_> {
    /// The steps of which something was left out.
    pub(crate) fn steps_of(&self, left: LeftOut) -> Vec<StepName> {
        let steps = self.dialog.steps.iter().enumerate();
        steps
            .filter(|(number, _)| left.has(*number))
            .map(|(_, step)| step.name.clone())
            .collect()
    }

    /// The labels of steps.
    pub(crate) fn labels(&self, steps: &[StepName]) -> Vec<Message> {
        let steps = steps.iter().filter_map(|name| self.dialog.step(name));
        steps.map(View::label).collect()
    }
}

/// Whether a step is answered with a time.
pub(super) fn is_time(step: &Step) -> bool {
    matches!(step.kind, StepKind::Date | StepKind::Period)
}

fn place_of(scope: &Scope) -> Option<u8> {
    match scope {
        Scope::Place(place) => Some(*place),
        Scope::Request | Scope::Procedure(_) => None,
    }
}

fn step_of(cue: &Cue) -> usize {
    match cue {
        Cue::Choice(step, _) | Cue::Time(step) | Cue::Number(step) => *step,
    }
}

/// The one value all of these have.
fn only(mut all: impl Iterator<Item = u8>) -> Option<u8> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}

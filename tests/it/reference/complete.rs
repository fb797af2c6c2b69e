//! Section 4, first half: the consistent completions of what is open, and the outcome over all of them.
//!
//! Every completion is tried. Two things keep their number small, and neither changes an answer:
//!
//! - Values that the rule treats alike under the readings at hand (vertebroplasty and kyphoplasty, trauma and tumor as
//!   a cause) stand for each other, so one of each group is tried. Two completions that differ in one fact and in the
//!   outcome take that fact from two groups, so `needs` loses nothing.
//! - The rule sees a clock only as "before day 42 or not", and consistency only asks that the treatment starts no
//!   earlier than the fracture. So of all days on one side of day 42 the one that is consistent with the most is tried:
//!   the earliest onset, the latest start. A completion with another day stays consistent, and keeps its outcome, when
//!   its day is exchanged for that one; so do both of a pair that differs in one fact.
//!
//! [`every_completion`] tries all values and all days, and a test holds the two against each other.

use super::facts::{
    Ambulation, Completion, ConservativeResponse, Course, Day, Fact, Facts, HospitalizedForPain,
    Intent, Lesion, Span, Treatment, UnstableFracture,
};
use super::rule::{Finding, Readings, SIX_WEEKS, Verdict, finding, is_consistent};

/// A day before every treatment.
pub(crate) const LONG_AGO: Day = -1_000_000;

/// What one fact may turn out to be.
#[derive(Debug, Clone)]
pub(crate) enum Candidates {
    Choice(Fact, Vec<usize>),
    Onset(Vec<Day>),
    Treatment(Vec<Course>),
}

impl Candidates {
    fn fact(&self) -> Fact {
        match self {
            Self::Choice(fact, _) => *fact,
            Self::Onset(_) => Fact::fracture_onset,
            Self::Treatment(_) => Fact::conservative_treatment,
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Choice(_, places) => places.len(),
            Self::Onset(days) => days.len(),
            Self::Treatment(courses) => courses.len(),
        }
    }

    fn put(&self, place: usize, into: &mut Completion) {
        match self {
            Self::Choice(fact, places) => into.set_choice(*fact, places[place]),
            Self::Onset(days) => into.fracture_onset = days[place],
            Self::Treatment(courses) => into.conservative_treatment = courses[place],
        }
    }
}

/// The candidates of every fact: one of each group that the rule tells apart.
pub(crate) fn grouped(facts: &Facts, r: Readings, as_of: Day) -> Vec<Candidates> {
    let mut all: Vec<_> = every_choice(facts)
        .into_iter()
        .map(|(fact, mut places)| {
            let mut groups = Vec::new();
            places.retain(|place| {
                let group = group(fact, *place, r);
                let fresh = !groups.contains(&group);
                groups.push(group);
                fresh
            });
            // The group that helps least comes first, so that a search for a completion that is not met ends soon.
            places.sort_by_key(|place| group(fact, *place, r));
            Candidates::Choice(fact, places)
        })
        .collect();
    all.push(Candidates::Onset(onsets(facts.fracture_onset, as_of)));
    let courses = courses(facts.conservative_treatment, as_of);
    all.push(Candidates::Treatment(courses));
    // What is settled is set first, once.
    all.sort_by_key(|one| one.len() > 1);
    all
}

/// The values each choice may have: its known one, or all final ones.
fn every_choice(facts: &Facts) -> Vec<(Fact, Vec<usize>)> {
    let choices = Fact::CHOICES.iter();
    choices
        .map(|fact| {
            let last = fact.final_values();
            match facts.choice(*fact) {
                Some(known) if last.contains(&known) => (*fact, vec![known]),
                _ => (*fact, last),
            }
        })
        .collect()
}

/// Equal for values that the rule treats alike; it asks exactly what [`finding`] asks.
fn group(fact: Fact, place: usize, r: Readings) -> usize {
    let name = fact.values()[place];
    match fact {
        Fact::line_of_business => 0,
        Fact::procedure => match name {
            "other_augmentation" => 0,
            "sacroplasty" => 1,
            _ => 2,
        },
        Fact::spinal_region => match name {
            "sacral" => 0,
            "cervical" => 1,
            _ => 2,
        },
        Fact::fracture => match name {
            "none" => 0,
            "other" => 1,
            _ => 2,
        },
        Fact::fracture_cause => usize::from(name == "osteoporotic"),
        Fact::symptomatic | Fact::severe_lesion_pain => usize::from(name == "yes"),
        Fact::conservative_response => usize::from(r.is_failure(ConservativeResponse::ALL[place])),
        Fact::hospitalized_for_pain => {
            usize::from(r.is_hospitalization(HospitalizedForPain::ALL[place]))
        }
        Fact::ambulation => usize::from(r.prevents_ambulation(Ambulation::ALL[place])),
        Fact::lesion => usize::from(r.is_listed_lesion(Lesion::ALL[place])),
        Fact::mri => usize::from(name == "edema"),
        Fact::bone_scan | Fact::spect_ct => usize::from(name == "positive"),
        Fact::osteomyelitis => usize::from(name != "surgical_site"),
        Fact::unstable_fracture => usize::from(r.is_stable(UnstableFracture::ALL[place])),
        Fact::intent => usize::from(r.is_listed_intent(Intent::ALL[place])),
        Fact::fracture_onset | Fact::conservative_treatment => place,
    }
}

/// The earliest onset at least six weeks ago, and the earliest one since.
fn onsets(known: Option<Span>, as_of: Day) -> Vec<Day> {
    let Some(span) = known else {
        return vec![LONG_AGO, as_of - SIX_WEEKS + 1];
    };
    let mut found = Vec::new();
    let days: Vec<Day> = (span.first..=span.last.min(as_of)).collect();
    found.extend(days.iter().find(|day| as_of - **day >= SIX_WEEKS));
    found.extend(days.iter().find(|day| as_of - **day < SIX_WEEKS));
    found
}

/// The course of at least six weeks with the latest start, and the shorter one with the latest start. A treatment of
/// which nothing is known may go on or have ended; one that ended started no later than one that goes on as long.
fn courses(known: Option<Treatment>, as_of: Day) -> Vec<Course> {
    let Some(treatment) = known else {
        let starts = [as_of, as_of - SIX_WEEKS];
        return starts.map(|start| Course { start, end: None }).to_vec();
    };
    let mut all = courses_recorded(treatment, as_of);
    all.sort_by_key(|course| -course.start);
    let long = |course: &&Course| course.end.unwrap_or(as_of) - course.start >= SIX_WEEKS;
    let mut found = Vec::new();
    found.extend(all.iter().find(|course| !long(course)));
    found.extend(all.iter().find(long));
    found
}

/// Every course that a recorded treatment may have been: it starts, and ends, by the day of evaluation.
pub(crate) fn courses_recorded(treatment: Treatment, as_of: Day) -> Vec<Course> {
    let mut found = Vec::new();
    for start in treatment.start.first..=treatment.start.last.min(as_of) {
        match treatment.end {
            None => found.push(Course { start, end: None }),
            Some(end) => {
                for day in end.first.max(start)..=end.last.min(as_of) {
                    let end = Some(day);
                    found.push(Course { start, end });
                }
            }
        }
    }
    found
}

/// The candidates of every fact, none left out: all values and all days of the `window` last days, and one day long ago.
pub(crate) fn every_completion(facts: &Facts, as_of: Day, window: Day) -> Vec<Candidates> {
    let choices = every_choice(facts).into_iter();
    let mut all: Vec<_> = choices
        .map(|(fact, places)| Candidates::Choice(fact, places))
        .collect();
    let recent = Span {
        first: as_of - window,
        last: as_of,
    };
    let mut days: Vec<Day> = match facts.fracture_onset {
        Some(span) => (span.first..=span.last.min(as_of)).collect(),
        None => (recent.first..=recent.last).collect(),
    };
    if facts.fracture_onset.is_none() {
        days.push(LONG_AGO);
    }
    all.push(Candidates::Onset(days));
    let courses = match facts.conservative_treatment {
        Some(treatment) => courses_recorded(treatment, as_of),
        None => [None, Some(recent)]
            .into_iter()
            .flat_map(|end| courses_recorded(Treatment { start: recent, end }, as_of))
            .collect(),
    };
    all.push(Candidates::Treatment(courses));
    all
}

/// The outcome over all consistent completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is no consistent completion.
    Inconsistent,
    /// Every one says the same.
    Settled(Verdict),
    /// They differ.
    Open,
}

/// What is found of every completion, in the order in which the candidates are tried; nothing where inconsistent.
pub(crate) struct Findings {
    candidates: Vec<Candidates>,
    found: Vec<Option<Finding>>,
}

impl Findings {
    pub(crate) fn of(candidates: Vec<Candidates>, r: Readings, as_of: Day) -> Self {
        let mut found = Vec::new();
        visit(&candidates, &mut Completion::blank(), &mut |c| {
            found.push(is_consistent(c).then(|| finding(c, r, as_of)));
            true
        });
        Self { candidates, found }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        let mut verdicts = self.found.iter().flatten().map(|one| one.verdict);
        match verdicts.next() {
            None => Outcome::Inconsistent,
            Some(first) if verdicts.all(|verdict| verdict == first) => Outcome::Settled(first),
            Some(_) => Outcome::Open,
        }
    }

    /// The facts in which alone two consistent completions differ that differ in the outcome.
    pub(crate) fn needs(&self) -> Vec<Fact> {
        let mut needs = Vec::new();
        let mut stride = self.found.len();
        for candidates in &self.candidates {
            let count = candidates.len();
            stride /= count.max(1);
            let settles =
                count > 1 && (0..self.found.len()).any(|at| self.differs(at, stride, count));
            if settles {
                needs.push(candidates.fact());
            }
        }
        needs
    }

    /// Whether the completion at `at` and one further along the fact with this stride are both consistent and differ.
    fn differs(&self, at: usize, stride: usize, count: usize) -> bool {
        let own = at / stride % count;
        let Some(one) = self.found[at] else {
            return false;
        };
        (1..count - own)
            .filter_map(|step| self.found[at + step * stride])
            .any(|other| other.verdict != one.verdict)
    }

    /// Of the criterion or path with this place: `Some` when every consistent completion agrees, else `None`.
    pub(crate) fn holds(&self, place: usize) -> Option<bool> {
        let mut all = self.found.iter().flatten().map(|one| one.holds[place]);
        let first = all.next()?;
        all.all(|one| one == first).then_some(first)
    }
}

/// Whether there are consistent completions and every one is met; stops at the first that is not.
pub(crate) fn always_met(facts: &Facts, r: Readings, as_of: Day) -> bool {
    let mut met = false;
    let all = visit(
        &grouped(facts, r, as_of),
        &mut Completion::blank(),
        &mut |c| {
            let one = is_consistent(c).then(|| finding(c, r, as_of).verdict);
            met |= one == Some(Verdict::Met);
            one.is_none_or(|verdict| verdict == Verdict::Met)
        },
    );
    all && met
}

/// Tries every combination of candidates until one does not please.
fn visit(
    rest: &[Candidates],
    so_far: &mut Completion,
    pleases: &mut dyn FnMut(&Completion) -> bool,
) -> bool {
    let Some((first, rest)) = rest.split_first() else {
        return pleases(so_far);
    };
    (0..first.len()).all(|place| {
        first.put(place, so_far);
        visit(rest, so_far, pleases)
    })
}

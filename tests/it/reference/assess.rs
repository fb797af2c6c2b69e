//! Section 4, second half, and section 5: from the outcomes to the disposition and what goes with it.

use super::complete::{Findings, Outcome, always_met, grouped};
use super::facts::{DOCUMENTS, Day, Fact, Facts, Procedure, STATED};
use super::rule::{AXES, CRITERIA, PATHS, Readings, Verdict};

/// A case to assess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) as_of: Day,
    pub(crate) facts: Facts,
    /// The records in hand, by their place in [`DOCUMENTS`]; nothing when records are left out.
    pub(crate) documents: Option<Vec<usize>>,
    /// Axes that are settled, by their place in [`AXES`], and whether on the more lenient value.
    pub(crate) settled: Vec<(usize, bool)>,
}

/// What is to be said of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assessment {
    pub(crate) disposition: &'static str,
    pub(crate) needs: Vec<Fact>,
    pub(crate) also: Vec<Fact>,
    pub(crate) readings: Vec<&'static str>,
    /// Each criterion of vertebroplasty's and kyphoplasty's rule under the default readings, when one of them is
    /// requested: `Some` when all consistent completions agree.
    pub(crate) criteria: Vec<(&'static str, Option<bool>)>,
    pub(crate) paths_met: Vec<&'static str>,
    pub(crate) missing_documents: Vec<Vec<&'static str>>,
}

impl Case {
    /// The readings, with what is settled settled.
    pub(crate) fn settle(&self, mut readings: Readings) -> Readings {
        for (axis, lenient) in &self.settled {
            readings.0[*axis] = *lenient;
        }
        readings
    }

    pub(crate) fn findings(&self, readings: Readings) -> Findings {
        let candidates = grouped(&self.facts, readings, self.as_of);
        Findings::of(candidates, readings, self.as_of)
    }

    /// The facts that these records show or the request states; the others are told only.
    fn shown(&self, documents: &[usize]) -> Facts {
        let mut shown = self.facts;
        for fact in Fact::all() {
            let by_record = |at: &usize| DOCUMENTS[*at].shows.contains(&fact);
            if !STATED.contains(&fact) && !documents.iter().any(by_record) {
                shown.forget(fact);
            }
        }
        shown
    }

    /// Every minimal set of further records after which what is shown is met under the default readings.
    fn missing_documents(&self, in_hand: &[usize]) -> Vec<Vec<usize>> {
        let readings = self.settle(Readings::default_ones());
        let further: Vec<usize> = (0..DOCUMENTS.len())
            .filter(|at| !in_hand.contains(at))
            .collect();
        let mut subsets: Vec<Vec<usize>> = (0..1_usize << further.len())
            .map(|bits| {
                let chosen = (0..further.len()).filter(|bit| bits >> bit & 1 == 1);
                chosen.map(|bit| further[bit]).collect()
            })
            .collect();
        subsets.sort_by_key(Vec::len);
        let mut minimal: Vec<Vec<usize>> = Vec::new();
        for subset in subsets {
            let covers = |small: &Vec<usize>| small.iter().all(|at| subset.contains(at));
            let shown = self.shown(&[in_hand, subset.as_slice()].concat());
            if !minimal.iter().any(covers) && always_met(&shown, readings, self.as_of) {
                minimal.push(subset);
            }
        }
        // When nothing further is needed, the one minimal set is the empty one: nothing is missing.
        minimal.retain(|set| !set.is_empty());
        minimal
    }

    /// The axes of which the one flip changes the outcome under the default readings.
    fn flips(&self, default: Outcome) -> Vec<&'static str> {
        let settled = |axis: usize| self.settled.iter().any(|(one, _)| *one == axis);
        let mut flips: Vec<&'static str> = (0..AXES.len())
            .filter(|axis| !settled(*axis))
            .filter(|axis| {
                let mut flipped = self.settle(Readings::default_ones());
                flipped.0[*axis] = !flipped.0[*axis];
                self.findings(flipped).outcome() != default
            })
            .map(|axis| AXES[axis].0)
            .collect();
        if flips.is_empty() {
            flips.push("combination");
        }
        flips
    }

    /// The definition.
    pub(crate) fn assess(&self) -> Assessment {
        let default = self.findings(self.settle(Readings::default_ones()));
        let d = default.outcome();
        let needs = default.needs();
        let missing = match (&self.documents, d) {
            (Some(in_hand), Outcome::Settled(Verdict::Met)) => self.missing_documents(in_hand),
            _ => Vec::new(),
        };
        let (disposition, also) = self.disposition(d, &needs, missing.is_empty());
        let review = disposition == "payer_review";
        let names = |set: &Vec<usize>| set.iter().map(|at| DOCUMENTS[*at].name).collect();
        let shared_rule = matches!(
            self.facts.procedure,
            Some(Procedure::Vertebroplasty | Procedure::Kyphoplasty)
        );
        let criteria = CRITERIA.iter().enumerate().filter(|_| shared_rule);
        let paths = PATHS.iter().enumerate();
        Assessment {
            disposition,
            needs,
            also,
            readings: if review { self.flips(d) } else { Vec::new() },
            criteria: criteria
                .map(|(at, name)| (*name, default.holds(at)))
                .collect(),
            paths_met: paths
                .filter(|(at, _)| default.holds(CRITERIA.len() + at) == Some(true))
                .map(|(_, name)| *name)
                .collect(),
            missing_documents: missing.iter().map(names).collect(),
        }
    }

    /// The table of dispositions, line by line, with `also`.
    fn disposition(&self, d: Outcome, needs: &[Fact], in_hand: bool) -> (&'static str, Vec<Fact>) {
        use Outcome::{Inconsistent, Open, Settled};
        use Verdict::{Met, NotAddressed, NotMet};

        let strict = self.findings(self.settle(Readings::strictest()));
        let lenient = self.findings(self.settle(Readings::most_lenient()));
        let (s, l) = (strict.outcome(), lenient.outcome());
        let further = |facts: Vec<Fact>| -> Vec<Fact> {
            let other = facts.into_iter().filter(|fact| !needs.contains(fact));
            other.collect()
        };
        let met = d == Settled(Met);
        let not_met = d == Settled(NotMet);
        if d == Inconsistent {
            ("inconsistent", Vec::new())
        } else if d == Settled(NotAddressed) {
            ("not_addressed", Vec::new())
        } else if met && s == Settled(Met) && in_hand {
            ("submit", Vec::new())
        } else if met && s == Open && in_hand {
            ("submit_with_note", strict.needs())
        } else if met && s == Settled(NotMet) {
            ("payer_review", Vec::new())
        } else if not_met && l != Settled(NotMet) {
            ("payer_review", lenient.needs())
        } else if d == Open || (met && !in_hand) {
            ("documentation_needed", further(strict.needs()))
        } else {
            assert!(not_met && l == Settled(NotMet), "no line of the table fits");
            ("investigational", Vec::new())
        }
    }

    /// The first later day, of the next so many, on which another assessment is due by the calendar alone. With no
    /// clock on record every completion moves along with the calendar, and none is.
    pub(crate) fn changes_on(&self, days: Day) -> Option<Day> {
        if self.facts.fracture_onset.is_none() && self.facts.conservative_treatment.is_none() {
            return None;
        }
        let today = self.assess();
        (1..=days).map(|step| self.as_of + step).find(|day| {
            let then = Self {
                as_of: *day,
                ..self.clone()
            };
            then.assess() != today
        })
    }
}

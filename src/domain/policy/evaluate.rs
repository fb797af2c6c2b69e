//! The evaluator: pure, total, exact by the definition of dispositions.

use crate::domain::day::Day;
use crate::domain::policy::assessment::{Assessment, Disposition, Hinges, Outcomes};
use crate::domain::policy::facts::{Facts, Known};
use crate::domain::policy::model::Policy;
use crate::domain::policy::restrict::{Outcome, Restricted};
use crate::domain::policy::set::Set;

/// What the policy says of the facts on that day.
///
/// Total and deterministic. Unknown is never taken as no: an outcome is met or not met only when every consistent
/// completion of the unknown facts says so.
#[must_use]
pub fn evaluate(policy: &Policy, facts: &Facts, as_of: Day) -> Assessment {
    let mut assessment = policy.assess(facts, as_of);
    assessment.change = policy.next_change(facts, &assessment);
    assessment
}

impl Policy {
    /// The assessment for the day, without the look ahead.
    pub(super) fn assess(&self, facts: &Facts, as_of: Day) -> Assessment {
        let mut restricted = Restricted::new(self, facts, as_of);
        let mut assessment = blank(as_of);
        assessment.rule = self.rule_of(facts);
        if restricted.contradictory() {
            assessment.contradictions = self.contradictions(&restricted);
            return assessment;
        }
        let roots = &self.compiled.roots;
        assessment.outcomes = Outcomes {
            default: restricted.outcome(roots.default),
            strictest: restricted.outcome(roots.strictest),
            lenient: restricted.outcome(roots.lenient),
        };
        self.fill_needs(&mut assessment, &mut restricted);
        self.fill_criteria(&mut assessment, &mut restricted);
        if assessment.outcomes.default == Outcome::Met {
            assessment.missing_documents = self.missing_documents(facts, as_of);
        }
        assessment.disposition = disposition(&assessment);
        if assessment.disposition == Disposition::PayerReview {
            assessment.hinges = self.hinges(assessment.outcomes.default, &mut restricted);
            assessment.contested = self.contested(&assessment, &mut restricted);
            assessment.raised = self.raised(&assessment, &restricted, facts.known());
        }
        self.fill_notes(&mut assessment, facts, &mut restricted);
        assessment
    }

    /// The facts that matter under the default, the strictest or the most lenient readings, given what is known; with
    /// a clock also those that constraints tie to it. Known facts are not among them, but for what they are tied to.
    #[must_use]
    pub fn matters(&self, facts: &Facts, as_of: Day) -> Set {
        let mut restricted = Restricted::new(self, facts, as_of);
        let needed = self.bracketing().map(|root| restricted.needs(root));
        let needed = needed.fold(Set::default(), Set::or);
        self.with_tied(needed, facts.known())
    }

    /// Whether one of these facts is among those that [`Policy::matters`] gives.
    #[must_use]
    pub fn one_matters(&self, among: Set, facts: &Facts, as_of: Day) -> bool {
        let mut restricted = Restricted::new(self, facts, as_of);
        self.bracketing().any(|root| {
            let matters = self.with_tied(restricted.needs(root), facts.known());
            !matters.and(among).is_empty()
        })
    }

    /// The roots under the default readings, the strictest and the most lenient.
    fn bracketing(&self) -> impl Iterator<Item = u32> {
        let roots = &self.compiled.roots;
        [roots.default, roots.strictest, roots.lenient].into_iter()
    }

    /// Needed facts, with the clocks that constraints tie to them or to a known one.
    fn with_tied(&self, needed: Set, known: Set) -> Set {
        let touched = |variable: &&super::clocks::Variable| {
            let mut facts = variable.facts.iter();
            facts.any(|fact| needed.has(*fact) || known.has(*fact))
        };
        let tied = self
            .variables
            .iter()
            .filter(|variable| variable.facts.len() > 1)
            .filter(touched);
        tied.flat_map(|variable| variable.facts.iter().copied())
            .fold(needed, |sum, fact| sum.or(Set::of(fact)))
    }

    /// `needs` are those of the default readings. `also` are those of the readings that matter next: the strictest
    /// while it is met or open, the most lenient once it is not met.
    fn fill_needs(&self, assessment: &mut Assessment, restricted: &mut Restricted<'_>) {
        let roots = &self.compiled.roots;
        let Outcomes {
            default,
            strictest,
            lenient,
        } = assessment.outcomes;
        if default == Outcome::Open {
            assessment.needs = restricted.needs(roots.default);
        }
        assessment.also = match default {
            Outcome::Met if strictest == Outcome::Open => restricted.needs(roots.strictest),
            Outcome::Open if strictest == Outcome::Open => {
                restricted.needs(roots.strictest).less(assessment.needs)
            }
            Outcome::NotMet if lenient == Outcome::Open => restricted.needs(roots.lenient),
            _ => Set::default(),
        };
    }

    fn fill_criteria(&self, assessment: &mut Assessment, restricted: &mut Restricted<'_>) {
        let roots = &self.compiled.roots;
        let Some(rule) = assessment.rule.and_then(|rule| self.rules.get(rule)) else {
            return;
        };
        let root = |criterion: usize| roots.named.get(criterion).copied().unwrap_or_default();
        assessment.criteria = rule
            .criteria
            .iter()
            .map(|criterion| (*criterion, restricted.outcome(root(*criterion))))
            .collect();
        for (_, path, root) in roots
            .paths
            .iter()
            .filter(|(rule, _, _)| Some(*rule) == assessment.rule)
        {
            match restricted.outcome(*root) {
                Outcome::Met => assessment.paths_met.add(*path),
                Outcome::Open => assessment.paths_open.add(*path),
                Outcome::NotMet | Outcome::NotAddressed => {}
            }
        }
    }

    fn hinges(&self, default: Outcome, restricted: &mut Restricted<'_>) -> Hinges {
        let roots = &self.compiled.roots;
        let flips = roots.flips.iter();
        let readings: Set = flips
            .filter(|(_, root)| restricted.outcome(*root) != default)
            .map(|(reading, _)| *reading)
            .collect();
        let involved = if readings.is_empty() {
            self.involved(default, restricted)
        } else {
            Set::default()
        };
        Hinges {
            readings,
            combination: readings.is_empty(),
            involved,
        }
    }

    /// The criteria that come out differently under the readings on which the assessment hangs.
    fn contested(&self, assessment: &Assessment, restricted: &mut Restricted<'_>) -> Set {
        let at_issue = assessment.hinges.readings.or(assessment.hinges.involved);
        let mut contested = Set::default();
        for (criterion, _) in &assessment.criteria {
            let own = self
                .named
                .get(*criterion)
                .and_then(|named| named.criterion.as_ref());
            let touched = own.is_some_and(|own| !own.readings.and(at_issue).is_empty());
            let (strict, lenient) = self
                .compiled
                .roots
                .extremes
                .get(*criterion)
                .copied()
                .unwrap_or_default();
            if touched && restricted.outcome(strict) != restricted.outcome(lenient) {
                contested.add(*criterion);
            }
        }
        contested
    }

    /// The readings without whose change the strictest or the most lenient reading comes out otherwise.
    fn involved(&self, default: Outcome, restricted: &mut Restricted<'_>) -> Set {
        let roots = &self.compiled.roots;
        let (whole, but_one) = match default {
            Outcome::Met => (roots.strictest, &roots.strictest_but_one),
            _ => (roots.lenient, &roots.lenient_but_one),
        };
        let whole = restricted.outcome(whole);
        let own = but_one
            .iter()
            .filter(|(_, root)| restricted.outcome(*root) != whole);
        own.map(|(reading, _)| *reading).collect()
    }

    fn contradictions(&self, restricted: &Restricted<'_>) -> Set {
        let empty: Set = restricted.contradictions().collect();
        let of = |fact: usize| {
            self.facts
                .get(fact)
                .is_some_and(|fact| empty.has(usize::from(fact.variable)))
        };
        let constraints = self.constraints.iter().enumerate();
        constraints
            .filter(|(_, constraint)| of(constraint.later))
            .map(|(number, _)| number)
            .collect()
    }

    /// The number of the procedure asked for, where it is known.
    pub(super) fn procedure_of(&self, facts: &Facts) -> Option<usize> {
        match facts.get(self.subject.fact) {
            Some(Known::Class(procedure)) => Some(procedure),
            _ => None,
        }
    }

    pub(super) fn rule_of(&self, facts: &Facts) -> Option<usize> {
        let procedure = self.procedure_of(facts)?;
        self.rules
            .iter()
            .position(|rule| rule.procedures.has(procedure))
    }
}

fn blank(as_of: Day) -> Assessment {
    Assessment {
        as_of,
        disposition: Disposition::Inconsistent,
        outcomes: Outcomes {
            default: Outcome::Open,
            strictest: Outcome::Open,
            lenient: Outcome::Open,
        },
        needs: Set::default(),
        also: Set::default(),
        hinges: Hinges::default(),
        raised: Vec::new(),
        rule: None,
        criteria: Vec::new(),
        contested: Set::default(),
        paths_met: Set::default(),
        paths_open: Set::default(),
        missing_documents: Vec::new(),
        notes: Set::default(),
        notes_if: Set::default(),
        contradictions: Set::default(),
        change: None,
    }
}

/// The first line of the table that fits. Consistency has been looked at before.
fn disposition(assessment: &Assessment) -> Disposition {
    let Outcomes {
        default,
        strictest,
        lenient,
    } = assessment.outcomes;
    match undocumented([default, strictest, lenient]) {
        Disposition::Submit | Disposition::SubmitWithNote
            if !assessment.missing_documents.is_empty() =>
        {
            Disposition::DocumentationNeeded
        }
        other => other,
    }
}

/// What the outcomes under the default, the strictest and the most lenient readings come to with every document in hand.
pub(super) fn undocumented([default, strictest, lenient]: [Outcome; 3]) -> Disposition {
    match (default, strictest) {
        (Outcome::NotAddressed, _) => Disposition::NotAddressed,
        (Outcome::Met, Outcome::Met) => Disposition::Submit,
        (Outcome::Met, Outcome::Open) => Disposition::SubmitWithNote,
        (Outcome::Met, Outcome::NotMet) => Disposition::PayerReview,
        (Outcome::NotMet, _) if lenient != Outcome::NotMet => Disposition::PayerReview,
        (Outcome::NotMet, _) => Disposition::Investigational,
        (Outcome::Open | Outcome::Met, _) => Disposition::DocumentationNeeded,
    }
}

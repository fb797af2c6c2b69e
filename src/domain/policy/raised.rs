//! Which answers raise the question of a `payer_review`: where the readings at issue part, the conditions that one of
//! them does not let pass, and the answers those rest on.

use crate::domain::policy::assessment::{Assessment, Raised};
use crate::domain::policy::model::{Condition, Policy, Reading, Rule};
use crate::domain::policy::restrict::{Outcome, Restricted};
use crate::domain::policy::set::Set;

/// The conditions of a policy under two sets of readings: those that refuse the request, and those that do not.
struct Contrast<'a> {
    policy: &'a Policy,
    restricted: &'a Restricted<'a>,
    criteria: &'a [(usize, Outcome)],
    harsh: Vec<usize>,
    mild: Vec<usize>,
    known: Set,
    raised: Vec<Raised>,
}

impl Policy {
    /// The answers that raise the question of a `payer_review`, by the criterion they count for. None where no answer
    /// of its own is at issue.
    pub(super) fn raised(
        &self,
        assessment: &Assessment,
        restricted: &Restricted<'_>,
        known: Set,
    ) -> Vec<Raised> {
        let Some(rule) = assessment.rule.and_then(|rule| self.rules.get(rule)) else {
            return Vec::new();
        };
        let at_issue = assessment.hinges.readings.or(assessment.hinges.involved);
        let met = assessment.outcomes.default == Outcome::Met;
        let used = || self.readings.iter().map(Reading::in_use).collect();
        let other = self.readings.iter().enumerate().map(|(axis, reading)| {
            match (at_issue.has(axis), met) {
                (true, true) => reading.strictest(),
                (true, false) => reading.most_lenient(),
                (false, _) => reading.in_use(),
            }
        });
        let (harsh, mild) = match met {
            true => (other.collect(), used()),
            false => (used(), other.collect()),
        };
        let mut contrast = Contrast {
            policy: self,
            restricted,
            criteria: &assessment.criteria,
            harsh,
            mild,
            known,
            raised: Vec::new(),
        };
        contrast.rule(rule);
        contrast.raised
    }
}

impl Policy {
    /// Whether more of a criterion or part can be heard than what comes out of it: how its condition is put together, along
    /// which the answers that raise a question are found.
    #[must_use]
    pub fn form_is_heard(&self, name: &str) -> bool {
        let Some(number) = self.named.iter().position(|one| one.name.as_str() == name) else {
            return false;
        };
        let mut paths = self.rules.iter().flat_map(|rule| &rule.paths);
        let mut holders = (0..self.named.len()).filter(|holder| self.holds(*holder, number));
        let reads = |holder: usize| {
            let mut readings = Set::default();
            self.collect_readings(&Condition::Named(holder), &mut readings);
            let criterion = self
                .named
                .get(holder)
                .is_some_and(|one| one.criterion.is_some());
            !readings.is_empty() || !criterion && paths.any(|path| path.all.contains(&holder))
        };
        holders.any(reads)
    }

    /// Whether a condition is another, or names it somewhere within.
    fn holds(&self, holder: usize, number: usize) -> bool {
        let mut named = Vec::new();
        if let Some(own) = self.named.get(holder) {
            own.condition.walk(&mut |one| {
                if let Condition::Named(inner) = one {
                    named.push(*inner);
                }
            });
        }
        holder == number || named.into_iter().any(|inner| self.holds(inner, number))
    }
}

impl Contrast<'_> {
    /// The paths that some reading leaves open, with what the rule requires besides.
    fn rule(&mut self, rule: &Rule) {
        for path in &rule.paths {
            if !path.all.iter().all(|one| self.passes(*one)) {
                continue;
            }
            for named in rule.requires.iter().chain(&path.all) {
                self.part(&Condition::Named(*named), None);
            }
        }
    }

    fn passes(&self, named: usize) -> bool {
        let outcome = self.without_readings(named);
        let outcome = outcome.unwrap_or_else(|| self.outcome(&Condition::Named(named), &self.mild));
        outcome != Outcome::NotMet
    }

    /// What comes out of a criterion in which no reading has a say: exactly, with what ties its facts.
    fn without_readings(&self, named: usize) -> Option<Outcome> {
        let own = self.policy.named.get(named)?.criterion.as_ref()?;
        let mut criteria = self.criteria.iter().filter(|_| own.readings.is_empty());
        criteria
            .find(|(one, _)| *one == named)
            .map(|(_, outcome)| *outcome)
    }

    /// Follows a condition to where the two sets of readings part: refused by the one, and not by the other.
    fn part(&mut self, condition: &Condition, within: Option<usize>) {
        if !self.parts(condition) {
            return;
        }
        match condition {
            Condition::Named(number) => {
                if let Some(named) = self.policy.named.get(*number) {
                    self.part(&named.condition, self.criterion(*number).or(within));
                }
            }
            Condition::All(all) => {
                let by_reading = all.iter().any(|one| self.is_reading(one));
                for one in all {
                    self.part(one, within);
                    // What this reading would let pass.
                    if let (true, Condition::Fact(fact, _)) = (by_reading, one) {
                        self.add(within, *fact);
                    }
                }
            }
            Condition::Any(any) => {
                let by_reading = any.iter().any(|one| self.is_reading(one));
                for one in any {
                    self.part(one, within);
                    // What this reading would let be.
                    if by_reading {
                        self.refuse(one, within);
                    }
                }
            }
            Condition::AtLeast(_, of) => of.iter().for_each(|one| self.part(one, within)),
            Condition::Not(_) | Condition::Fact(..) | Condition::Reading(..) => {}
        }
    }

    /// Why a condition is refused: the answers that do not meet it.
    fn refuse(&mut self, condition: &Condition, within: Option<usize>) {
        if self.outcome(condition, &self.harsh) != Outcome::NotMet {
            return;
        }
        match condition {
            Condition::Named(number) => {
                if let Some(named) = self.policy.named.get(*number) {
                    self.refuse(&named.condition, self.criterion(*number).or(within));
                }
            }
            Condition::All(of) | Condition::Any(of) | Condition::AtLeast(_, of) => {
                of.iter().for_each(|one| self.refuse(one, within));
            }
            Condition::Fact(fact, _) => self.add(within, *fact),
            Condition::Not(of) => {
                let mut facts = Set::default();
                self.policy.collect_facts(of, &mut facts);
                facts.iter().for_each(|fact| self.add(within, fact));
            }
            Condition::Reading(..) => {}
        }
    }

    fn parts(&self, condition: &Condition) -> bool {
        self.outcome(condition, &self.harsh) == Outcome::NotMet
            && self.outcome(condition, &self.mild) != Outcome::NotMet
    }

    fn is_reading(&self, condition: &Condition) -> bool {
        matches!(condition, Condition::Reading(..)) && self.parts(condition)
    }

    fn criterion(&self, named: usize) -> Option<usize> {
        let own = self.policy.named.get(named)?;
        own.criterion.as_ref().map(|_| named)
    }

    fn add(&mut self, criterion: Option<usize>, fact: usize) {
        if !self.known.has(fact) {
            return;
        }
        let mut own = self.raised.iter_mut();
        match own.find(|raised| raised.criterion == criterion) {
            Some(raised) => raised.facts.add(fact),
            None => self.raised.push(Raised {
                criterion,
                facts: Set::of(fact),
            }),
        }
    }

    /// What is known of a condition under these readings, each fact taken by itself.
    fn outcome(&self, condition: &Condition, readings: &[usize]) -> Outcome {
        match condition {
            Condition::All(of) => self.at_least(of.len(), of, readings),
            Condition::Any(of) => self.at_least(1, of, readings),
            Condition::AtLeast(least, of) => self.at_least(*least, of, readings),
            Condition::Not(of) => match self.outcome(of, readings) {
                Outcome::Met => Outcome::NotMet,
                Outcome::NotMet => Outcome::Met,
                other => other,
            },
            Condition::Fact(fact, classes) => self.fact(*fact, *classes),
            Condition::Reading(axis, value) if readings.get(*axis) == Some(value) => Outcome::Met,
            Condition::Reading(..) => Outcome::NotMet,
            Condition::Named(number) => match self.policy.named.get(*number) {
                Some(named) => self.outcome(&named.condition, readings),
                None => Outcome::NotMet,
            },
        }
    }

    fn at_least(&self, least: usize, of: &[Condition], readings: &[usize]) -> Outcome {
        let outcomes: Vec<Outcome> = of.iter().map(|one| self.outcome(one, readings)).collect();
        let count = |wanted: Outcome| outcomes.iter().filter(|one| **one == wanted).count();
        let (met, open) = (count(Outcome::Met), count(Outcome::Open));
        match met.saturating_add(open) {
            _ if met >= least => Outcome::Met,
            possible if possible >= least => Outcome::Open,
            _ => Outcome::NotMet,
        }
    }

    fn fact(&self, number: usize, classes: Set) -> Outcome {
        let Some(fact) = self.policy.facts.get(number) else {
            return Outcome::NotMet;
        };
        let possible = self.restricted.possible(usize::from(fact.variable));
        let fits = |class: usize| classes.has(fact.digit(class));
        match possible.iter().filter(|class| fits(*class)).count() {
            0 => Outcome::NotMet,
            all if all == possible.len() => Outcome::Met,
            _ => Outcome::Open,
        }
    }
}

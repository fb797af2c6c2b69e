//! Thresholds are where policies are misread by a day: each must have a case at, one below and one above.

use crate::domain::authored::Faults;
use crate::domain::day::{Day, DayRange};
use crate::domain::policy::assessment::{Assessment, Disposition};
use crate::domain::policy::cases::{Case, Cases};
use crate::domain::policy::evaluate::evaluate;
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::value::Value;

/// Refuses each threshold without a case at, one below and one above, of which the result reads the fact.
pub(super) fn check(policy: &Policy, cases: &Cases, faults: &mut Faults) {
    for fact in policy.facts_list() {
        for threshold in fact.kind.thresholds() {
            let below = threshold.saturating_sub(1);
            let needed = [
                (below, "one below", *threshold),
                (*threshold, "at", below),
                (threshold.saturating_add(1), "one above", below),
            ];
            let possible = needed
                .into_iter()
                .filter(|(value, ..)| fact.kind.can_be(*value));
            for (value, place, other) in possible {
                let edge = Edge {
                    policy,
                    fact,
                    value,
                    other,
                };
                if !edge.has_case(cases) {
                    let unit = unit(fact);
                    let message = format!(
                        "no case has `{}` at {value}{unit}, {place} the threshold of {threshold}{unit}, with a result that looks at it",
                        fact.name
                    );
                    faults.error_of_file(message).help(edge.proposal(cases));
                }
            }
        }
    }
}

/// One value of a fact beside a threshold, and one on the other side of it.
struct Edge<'p> {
    policy: &'p Policy,
    fact: &'p Fact,
    value: i64,
    other: i64,
}

fn unit(fact: &Fact) -> &'static str {
    if fact.kind.is_clock() { " days" } else { "" }
}

/// The elapsed days or the number of a fact, where a case knows it exactly.
fn exact(case: &Case, fact: &Fact) -> Option<i64> {
    let day = |days: &DayRange| days.is_exact().then(|| days.first());
    match case.value(fact.name.as_str())? {
        Value::Number(low, high) => (low == high).then_some(*low),
        Value::Date(began) => elapsed(day(began)?, case.as_of),
        Value::Period { start, end: None } => elapsed(day(start)?, case.as_of),
        Value::Period {
            start,
            end: Some(end),
        } => elapsed(day(start)?, day(end)?),
        Value::Choice(_) | Value::Flag(_) => None,
    }
}

fn elapsed(from: Day, to: Day) -> Option<i64> {
    Some(i64::from(to.days_since(from)))
}

impl Edge<'_> {
    fn has_case(&self, cases: &Cases) -> bool {
        let mut own = cases.list.iter();
        own.any(|case| exact(case, self.fact) == Some(self.value) && self.reads(case).is_some())
    }

    /// What comes out of a case with the value, where its result is another on the other side of the threshold.
    fn reads(&self, case: &Case) -> Option<Disposition> {
        let [here, there] = [self.value, self.other].map(|value| self.outcome(case, value));
        let (here, there) = (here?, there?);
        let possible = [&here, &there]
            .iter()
            .all(|one| one.disposition != Disposition::Inconsistent);
        let looked_at = possible
            && (here.disposition, here.needs, &here.criteria, here.paths_met)
                != (
                    there.disposition,
                    there.needs,
                    &there.criteria,
                    there.paths_met,
                );
        looked_at.then_some(here.disposition)
    }

    /// A case to add, built on the first whose result looks at the fact, with what comes out today.
    fn proposal(&self, cases: &Cases) -> String {
        let written = match self.fact.kind {
            Kind::Number { .. } => self.value.to_string(),
            _ => format!("\"{} days\"", self.value),
        };
        let (name, value) = (&self.fact.name, self.value);
        let mut known = cases.list.iter();
        let found = known.find_map(|case| Some((case, self.reads(case)?)));
        let start = found.map_or(String::new(), |(case, _)| {
            format!("like = \"{}\", ", case.id.value)
        });
        let out = found.map_or("..", |(_, out)| out.as_str());
        format!(
            "add a case: id = \"{name}_{value}\", {start}facts = {{ {name} = {written} }}, expect = {{ disposition = \"{out}\" }}, with `why` and the disposition that the policy's text asks for"
        )
    }

    /// What comes out of a case where the fact has this value.
    fn outcome(&self, case: &Case, value: i64) -> Option<Assessment> {
        let days = i32::try_from(value).ok()?.checked_neg()?;
        let start = DayRange::exactly(case.as_of.plus(days));
        let known = match self.fact.kind {
            Kind::Number { .. } => Value::Number(value, value),
            Kind::Period { .. } => Value::Period { start, end: None },
            _ => Value::Date(start),
        };
        let mut facts = case.facts.clone();
        facts.insert(self.fact.name.clone(), known);
        let facts = self.policy.facts(&facts).ok()?;
        let settled = case.settled_in(self.policy).ok()?;
        Some(evaluate(&settled, &facts, case.as_of))
    }
}

impl Kind {
    /// Whether a fact can have this number, or these elapsed days.
    fn can_be(&self, value: i64) -> bool {
        match self {
            Self::Number {
                least, greatest, ..
            } => (least..=greatest).contains(&&value),
            _ => value >= 0,
        }
    }
}

//! Thresholds are where policies are misread by a day: each must have a case at, one below and one above.

use crate::domain::authored::Faults;
use crate::domain::day::{Day, DayRange};
use crate::domain::policy::cases::{Case, Cases};
use crate::domain::policy::evaluate::evaluate;
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::value::Value;

/// Refuses each threshold without a case at, one below and one above.
pub(super) fn check(policy: &Policy, cases: &Cases, faults: &mut Faults) {
    for fact in policy.facts_list() {
        for threshold in fact.kind.thresholds() {
            let needed = [
                (threshold.saturating_sub(1), "one below"),
                (*threshold, "at"),
                (threshold.saturating_add(1), "one above"),
            ];
            for (value, place) in needed {
                if !has_case(cases, fact, value) {
                    let unit = unit(fact);
                    let message = format!(
                        "no case has `{}` at {value}{unit}, {place} the threshold of {threshold}{unit}",
                        fact.name
                    );
                    let fault = faults.error_of_file(message);
                    fault.help(proposal(policy, cases, fact, value));
                }
            }
        }
    }
}

fn unit(fact: &Fact) -> &'static str {
    if fact.kind.is_clock() { " days" } else { "" }
}

fn has_case(cases: &Cases, fact: &Fact, value: i64) -> bool {
    let mut values = cases.list.iter().filter_map(|case| exact(case, fact));
    values.any(|exact| exact == value)
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

/// A case to add, built on the first that knows the fact, with what comes out today.
fn proposal(policy: &Policy, cases: &Cases, fact: &Fact, value: i64) -> String {
    let written = match fact.kind {
        Kind::Number { .. } => value.to_string(),
        _ => format!("\"{value} days\""),
    };
    let name = &fact.name;
    let knowing = |case: &&Case| case.value(name.as_str()).is_some();
    let like = cases.list.iter().find(knowing);
    let start = like.map_or(String::new(), |case| {
        format!("like = \"{}\", ", case.id.value)
    });
    let out = like.and_then(|case| outcome(policy, case, fact, value));
    let out = out.unwrap_or("..");
    format!(
        "add a case: id = \"{name}_{value}\", {start}facts = {{ {name} = {written} }}, expect = {{ disposition = \"{out}\" }}, with `why` and the disposition that the policy's text asks for"
    )
}

fn outcome(policy: &Policy, case: &Case, fact: &Fact, value: i64) -> Option<&'static str> {
    let days = i32::try_from(value).ok()?.checked_neg()?;
    let start = DayRange::exactly(case.as_of.plus(days));
    let known = match fact.kind {
        Kind::Number { .. } => Value::Number(value, value),
        Kind::Period { .. } => Value::Period { start, end: None },
        _ => Value::Date(start),
    };
    let mut facts = case.facts.clone();
    facts.insert(fact.name.clone(), known);
    let facts = policy.facts(&facts).ok()?;
    let settled = case.settled_in(policy).ok()?;
    Some(evaluate(&settled, &facts, case.as_of).disposition.as_str())
}

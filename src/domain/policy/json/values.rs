//! The facts of a line.

use crate::domain::authored::suggest;
use crate::domain::day::{Day, DayRange};
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::facts::{FactFault, Facts};
use crate::domain::policy::json::fault::{LineFault, echo};
use crate::domain::policy::json::question::{Fields, take};
use crate::domain::policy::json::tree::Json;
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::set::Set;
use crate::domain::policy::value::Value;

/// Reads facts and collects what is wrong with them.
pub(super) struct Values<'p, 'f> {
    policy: &'p Policy,
    /// The day of evaluation, where the line has a good one.
    as_of: Option<Day>,
    faults: &'f mut Vec<LineFault>,
}

impl<'p, 'f> Values<'p, 'f> {
    pub(super) fn new(
        policy: &'p Policy,
        as_of: Option<Day>,
        faults: &'f mut Vec<LineFault>,
    ) -> Self {
        Self {
            policy,
            as_of,
            faults,
        }
    }

    /// The known facts; those with a fault are left out.
    pub(super) fn read(&mut self, facts: Option<&Json<'_>>) -> Facts {
        let known = match facts {
            None => Vec::new(),
            Some(Json::Object(fields)) => self.known(fields),
            Some(_) => {
                let takes = "an object of facts by name";
                self.faults.push(LineFault::Form {
                    key: "facts",
                    takes,
                });
                Vec::new()
            }
        };
        let pairs = known.iter().map(|(name, value)| (*name, value));
        match self.policy.facts(pairs) {
            Ok(facts) => facts,
            Err(faults) => {
                self.faults.extend(faults.into_iter().map(LineFault::Fact));
                self.policy.facts([]).unwrap_or_default()
            }
        }
    }

    fn known(&mut self, fields: &Fields<'_>) -> Vec<(&'p FactName, Value)> {
        let policy = self.policy;
        let mut seen = Set::default();
        let mut known = Vec::with_capacity(fields.len().min(Set::LIMIT));
        for (key, json) in fields {
            let mut numbered = policy.facts_list().iter().enumerate();
            let Some((number, fact)) = numbered.find(|(_, fact)| fact.name.as_str() == key) else {
                let names = policy.facts_list().iter().map(|fact| fact.name.as_str());
                self.faults.push(LineFault::unknown("fact", key, names));
                continue;
            };
            if seen.has(number) {
                self.faults.push(LineFault::Twice(fact.name.to_string()));
            }
            seen.add(number);
            if *json == Json::Null {
                continue;
            }
            match self.value(number, fact, json) {
                Ok(value) => known.push((&fact.name, value)),
                Err(fault) => self.faults.push(fault),
            }
        }
        known
    }

    fn value(&mut self, number: usize, fact: &Fact, json: &Json<'_>) -> Result<Value, LineFault> {
        let wrong = || {
            LineFault::Fact(FactFault::WrongKind {
                fact: fact.name.clone(),
                takes: self.policy.takes(number),
            })
        };
        match (&fact.kind, json) {
            (Kind::Choice { values, .. }, Json::Text(text)) => {
                let value = values.iter().find(|value| value.as_str() == text);
                let value = value.ok_or_else(|| self.no_such_value(number, fact, text))?;
                Ok(Value::Choice(value.clone()))
            }
            (Kind::Flag, Json::Flag(yes)) => Ok(Value::Flag(*yes)),
            (Kind::Date { .. }, Json::Text(_) | Json::List(_)) => {
                self.days(fact, json)?.map(Value::Date).ok_or_else(wrong)
            }
            (Kind::Period { .. }, Json::Object(fields)) => {
                let faults_before = self.faults.len();
                let [start, end] = take(fields, ["start", "end"], self.faults);
                if self.faults.len() > faults_before {
                    return Err(wrong());
                }
                self.period(fact, (start, end))?.ok_or_else(wrong)
            }
            (Kind::Number { .. }, json) => numbers(fact, json)?
                .map(|(low, high)| Value::Number(low, high))
                .ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }

    fn no_such_value(&self, number: usize, fact: &Fact, text: &str) -> LineFault {
        let values = match &fact.kind {
            Kind::Choice { values, .. } => values.as_slice(),
            _ => &[],
        };
        LineFault::NoSuchValue {
            fact: fact.name.clone(),
            value: echo(text),
            takes: self.policy.takes(number),
            meant: suggest(text, values.iter().map(ValueName::as_str)),
        }
    }

    fn period(
        &self,
        fact: &Fact,
        (start, end): (Option<&Json<'_>>, Option<&Json<'_>>),
    ) -> Result<Option<Value>, LineFault> {
        let Some(start) = start else { return Ok(None) };
        let Some(start) = self.days(fact, start)? else {
            return Ok(None);
        };
        let Some(end) = end else {
            return Ok(Some(Value::Period { start, end: None }));
        };
        let end = self.days(fact, end)?;
        Ok(end.map(|end| Value::Period {
            start,
            end: Some(end),
        }))
    }

    /// A day, or two as a range; nothing when the value has another form.
    fn days(&self, fact: &Fact, json: &Json<'_>) -> Result<Option<DayRange>, LineFault> {
        match json {
            Json::Text(text) => self.day(fact, text).map(|day| Some(DayRange::exactly(day))),
            Json::List(pair) => match pair.as_slice() {
                [Json::Text(first), Json::Text(last)] => {
                    let (first, last) = (self.day(fact, first)?, self.day(fact, last)?);
                    let range = DayRange::new(first, last);
                    range.map(Some).ok_or_else(|| backwards(fact, "day"))
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn day(&self, fact: &Fact, text: &str) -> Result<Day, LineFault> {
        let day = Day::parse(text).map_err(|_| LineFault::NotADay {
            fact: fact.name.clone(),
        })?;
        if self.as_of.is_some_and(|as_of| day > as_of) {
            return Err(LineFault::Future {
                fact: fact.name.clone(),
                day,
            });
        }
        Ok(day)
    }
}

fn backwards(fact: &Fact, unit: &'static str) -> LineFault {
    LineFault::BackwardsRange {
        fact: fact.name.clone(),
        unit,
    }
}

/// A whole number, or two as a range; nothing when the value has another form.
fn numbers(fact: &Fact, json: &Json<'_>) -> Result<Option<(i64, i64)>, LineFault> {
    if let Some(number) = json.whole() {
        return Ok(Some((number, number)));
    }
    let Json::List(pair) = json else {
        return Ok(None);
    };
    match pair.as_slice() {
        [first, last] => match (first.whole(), last.whole()) {
            (Some(low), Some(high)) if low <= high => Ok(Some((low, high))),
            (Some(_), Some(_)) => Err(backwards(fact, "number")),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

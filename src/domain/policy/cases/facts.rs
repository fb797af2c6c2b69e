//! What a case says of its facts, as values.

use crate::domain::authored::{At, Faults};
use crate::domain::day::{Day, DayRange};
use crate::domain::name::ValueName;
use crate::domain::policy::cases::raw::{Days, Known, Period};
use crate::domain::policy::model::{Fact, Kind, Policy};
use crate::domain::policy::parse::names::find;
use crate::domain::policy::value::Value;

/// What an entry does to a fact.
pub(super) enum Said {
    /// It is not known, whatever the case it is like says.
    Unknown,
    Known(Value),
}

/// The facts of a policy, as a case speaks of them on its day.
pub(super) struct Reader<'r> {
    pub(super) policy: &'r Policy,
    pub(super) as_of: Day,
    pub(super) faults: &'r mut Faults,
}

impl<'r> Reader<'r> {
    /// The fact of that name, and what is said of it; nothing where that is refused.
    pub(super) fn entry(
        &mut self,
        name: &At<String>,
        known: &At<Known>,
    ) -> Option<(&'r Fact, Said)> {
        let facts = self.policy.facts_list();
        let names = facts.iter().map(|fact| fact.name.as_str());
        let fact = facts.get(find(name, "fact", names, self.faults)?)?;
        if matches!(&known.value, Known::Text(text) if text == "unknown") {
            return Some((fact, Said::Unknown));
        }
        let value = self.value(fact, known)?;
        let pairs = [(&fact.name, &value)];
        if let Err(faults) = self.policy.facts(pairs) {
            for fault in faults {
                self.faults.error(known.span.clone(), fault.to_string());
            }
            return None;
        }
        Some((fact, Said::Known(value)))
    }

    fn value(&mut self, fact: &Fact, known: &At<Known>) -> Option<Value> {
        let span = || known.span.clone();
        let value = match (&fact.kind, &known.value) {
            (Kind::Choice { values, .. }, Known::Text(text)) => {
                let name = At {
                    value: text.clone(),
                    span: span(),
                };
                let what = format!("value of `{}`", fact.name);
                let names = values.iter().map(ValueName::as_str);
                let found = find(&name, &what, names, self.faults)?;
                return values.get(found).cloned().map(Value::Choice);
            }
            (Kind::Flag, Known::Flag(yes)) => Some(Value::Flag(*yes)),
            (Kind::Number { .. }, Known::Number(number)) => Some(Value::Number(*number, *number)),
            (Kind::Number { .. }, Known::Numbers((low, high))) => Some(Value::Number(*low, *high)),
            (Kind::Date { .. }, known) => self.days(&days_of(known)?).map(Value::Date),
            (Kind::Period { .. }, Known::Period(period)) => self.period(period),
            (Kind::Period { .. }, known) => days_of(known).and_then(|days| {
                let start = self.days(&days)?;
                Some(Value::Period { start, end: None })
            }),
            _ => None,
        };
        if value.is_none() {
            let fault = self
                .faults
                .error(span(), format!("this is no value of `{}`", fact.name));
            fault.help(in_days(known).unwrap_or_else(|| takes(fact).to_owned()));
        }
        value
    }

    fn period(&self, period: &Period) -> Option<Value> {
        let start = self.days(&period.start)?;
        let end = match &period.end {
            Some(end) => Some(self.days(end)?),
            None => None,
        };
        Some(Value::Period { start, end })
    }

    fn days(&self, days: &Days) -> Option<DayRange> {
        match days {
            Days::One(day) => self.day(day).map(DayRange::exactly),
            Days::Range((first, last)) => DayRange::new(self.day(first)?, self.day(last)?),
        }
    }

    /// A calendar date, or so many days before the day of the case.
    fn day(&self, text: &str) -> Option<Day> {
        let ago = text.strip_suffix(" days").or(text.strip_suffix(" day"));
        match ago {
            Some(days) => {
                let days: u16 = days.parse().ok()?;
                Some(self.as_of.plus(i32::from(days).saturating_neg()))
            }
            None => Day::parse(text).ok(),
        }
    }
}

fn days_of(known: &Known) -> Option<Days> {
    match known {
        Known::Text(day) => Some(Days::One(day.clone())),
        Known::Days(range) => Some(Days::Range(range.clone())),
        _ => None,
    }
}

/// What to write in place of weeks, which are counted in days.
fn in_days(known: &At<Known>) -> Option<String> {
    let Known::Text(text) = &known.value else {
        return None;
    };
    let weeks = text.strip_suffix(" weeks").or(text.strip_suffix(" week"))?;
    let days = weeks.parse::<u16>().ok()?.checked_mul(7)?;
    Some(format!("write \"{days} days\": days are what is counted"))
}

fn takes(fact: &Fact) -> &'static str {
    match &fact.kind {
        Kind::Choice { .. } => "it takes one of its values, or \"unknown\"",
        Kind::Flag => "it takes true, false or \"unknown\"",
        Kind::Date { .. } => {
            "it takes a day such as \"2026-10-11\" or \"42 days\", a pair of days, the earlier one first, or \"unknown\""
        }
        Kind::Period { .. } => {
            "it takes a day, a pair of days, the earlier one first, { start = .., end = .. }, or \"unknown\""
        }
        Kind::Number { .. } => {
            "it takes a whole number, a pair of them, the least first, or \"unknown\""
        }
    }
}

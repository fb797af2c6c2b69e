//! Facts and readings.

use std::collections::BTreeSet;

use crate::domain::authored::{At, Faults};
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::model::{Citation, Fact, Kind, Reading};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::parse::names::{define, find};
use crate::domain::policy::raw::{self, Expr, FactKind};
use crate::domain::policy::set::Set;

impl Reader<'_> {
    pub(super) fn facts(&mut self) -> Vec<Fact> {
        let mut taken = Vec::new();
        let raw = self.raw;
        if let Some(extra) = raw.fact.get(Set::LIMIT) {
            self.faults
                .error(
                    extra.id.span.clone(),
                    format!("more than {} facts", Set::LIMIT),
                )
                .help("split the policy, or leave out facts that decide nothing");
        }
        raw.fact
            .iter()
            .filter_map(|fact| self.fact(fact, &mut taken))
            .collect()
    }

    fn fact(&mut self, raw: &raw::Fact, taken: &mut Vec<String>) -> Option<Fact> {
        let name = define(&raw.id, "fact", taken, self.faults)?;
        let name = FactName::parse(name.as_str()).ok()?;
        self.refuse_foreign_keys(raw);
        let thresholds = thresholds_of(self.raw, &raw.id.value);
        let kind = match raw.kind.value {
            FactKind::Choice => self.choice(raw)?,
            FactKind::Flag => Kind::Flag,
            FactKind::Date => Kind::Date { thresholds },
            FactKind::Period => Kind::Period { thresholds },
            FactKind::Number => self.number(raw, thresholds)?,
        };
        Some(Fact {
            name,
            kind,
            stated_by_request: raw.stated_by.is_some(),
            variable: 0,
            stride: 1,
        })
    }

    fn choice(&mut self, raw: &raw::Fact) -> Option<Kind> {
        let values = values(&raw.values, &raw.id, self.faults)?;
        let known = raw.values.iter().map(|value| value.value.as_str());
        let what = format!("value of `{}`", raw.id.value);
        let open: Set = raw
            .open
            .iter()
            .filter_map(|open| find(open, &what, known.clone(), self.faults))
            .collect();
        if open.len() == values.len() {
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("every value of `{}` leaves it open", raw.id.value),
                )
                .help("leave at least one value out of `open`");
        }
        Some(Kind::Choice { values, open })
    }

    fn number(&mut self, raw: &raw::Fact, thresholds: Vec<i64>) -> Option<Kind> {
        let Some(At {
            value: (least, greatest),
            span,
        }) = &raw.range
        else {
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("the number `{}` has no range", raw.id.value),
                )
                .help("add `range = [least, greatest]`");
            return None;
        };
        let (least, greatest) = (*least, *greatest);
        if least >= greatest {
            self.faults
                .error(span.clone(), "the range holds no two numbers")
                .help("give the least value first, then the greatest");
        }
        Some(Kind::Number {
            least,
            greatest,
            thresholds,
        })
    }

    fn refuse_foreign_keys(&mut self, raw: &raw::Fact) {
        let kind = raw.kind.value;
        if kind != FactKind::Choice
            && let Some(value) = raw.values.first().or(raw.open.first())
        {
            self.faults
                .error(
                    value.span.clone(),
                    format!("`{}` is not a choice and has no values", raw.id.value),
                )
                .help("remove the values, or write `kind = \"choice\"`");
        }
        if kind != FactKind::Number
            && let Some(range) = &raw.range
        {
            self.faults
                .error(
                    range.span.clone(),
                    format!("`{}` is not a number and has no range", raw.id.value),
                )
                .help("remove the range, or write `kind = \"number\"`");
        }
    }

    pub(super) fn readings(&mut self) -> Vec<Reading> {
        let mut taken = Vec::new();
        let raw = self.raw;
        raw.reading
            .iter()
            .filter_map(|reading| self.reading(reading, &mut taken))
            .collect()
    }

    fn reading(&mut self, raw: &raw::Reading, taken: &mut Vec<String>) -> Option<Reading> {
        let name = define(&raw.id, "reading", taken, self.faults)?;
        let values = values(&raw.values, &raw.id, self.faults)?;
        let known = raw.values.iter().map(|value| value.value.as_str());
        let what = format!("value of the reading `{}`", raw.id.value);
        // With another default it is still the reading that conditions name.
        let default = find(&raw.default, &what, known, self.faults).unwrap_or_default();
        Some(Reading {
            name,
            values,
            default,
            settled: None,
            cite: citation(&raw.cite.value),
        })
    }
}

/// Section and bullet as written; the procedures it names are checked once all names are known.
pub(super) fn citation(raw: &raw::Cite) -> Citation {
    match raw {
        raw::Cite::One(cite) => Citation::One(cite.clone()),
        raw::Cite::By(by) => Citation::By(by.clone()),
    }
}

fn values(raw: &[At<String>], of: &At<String>, faults: &mut Faults) -> Option<Vec<ValueName>> {
    let mut taken = Vec::new();
    for value in raw {
        define(value, "value", &mut taken, faults);
    }
    if raw.len() < 2 || raw.len() > Set::LIMIT {
        faults
            .error(
                of.span.clone(),
                format!("`{}` has {} values", of.value, raw.len()),
            )
            .help(format!("give it from 2 to {} values", Set::LIMIT));
        return None;
    }
    raw.iter()
        .map(|value| ValueName::parse(&value.value).ok())
        .collect()
}

/// The values at which any expression of the file parts the classes of a fact.
fn thresholds_of(raw: &raw::PolicyFile, fact: &str) -> Vec<i64> {
    let mut found = BTreeSet::new();
    let criteria = raw.criterion.iter().map(|criterion| &criterion.met);
    let parts = raw.part.iter().map(|part| &part.met);
    let notes = raw.note.iter().filter_map(|note| note.when.as_ref());
    criteria
        .chain(parts)
        .chain(notes)
        .for_each(|expr| collect(&expr.value, fact, &mut found));
    found.into_iter().collect()
}

fn collect(expr: &Expr, fact: &str, found: &mut BTreeSet<i64>) {
    let mut note = |name: &At<String>, value: i64| {
        if name.value == fact {
            found.insert(value);
        }
    };
    match expr {
        Expr::AtLeastDays(test) => note(&test.fact, i64::from(test.at_least_days.value)),
        Expr::LessThanDays(test) => note(&test.fact, i64::from(test.less_than_days.value)),
        Expr::NumberAtLeast(test) => note(&test.fact, test.at_least.value),
        Expr::NumberLessThan(test) => note(&test.fact, test.less_than.value),
        _ => expr
            .inner()
            .for_each(|inner| collect(&inner.value, fact, found)),
    }
}

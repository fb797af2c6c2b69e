//! Expressions to conditions by number.

use std::ops::Range;

use crate::domain::authored::{At, Faults};
use crate::domain::policy::model::{Citation, Condition, Criterion, Kind, ListKind, Named};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::parse::facts::citation;
use crate::domain::policy::parse::names::{Names, define, once};
use crate::domain::policy::raw::{self, Expr, Word};
use crate::domain::policy::set::Set;

impl Reader<'_> {
    /// Criteria and parts, in that order. A condition with a fault in it is left out of the policy, which is refused.
    pub(super) fn named(&mut self, names: &Names<'_>) -> Vec<Named> {
        let mut taken = Vec::new();
        let raw = self.raw;
        let criteria = raw
            .criterion
            .iter()
            .map(|one| (&one.id, &one.met, Some(one)));
        let parts = raw.part.iter().map(|one| (&one.id, &one.met, None));
        criteria
            .chain(parts)
            .filter_map(|(id, met, criterion)| {
                let what = if criterion.is_some() {
                    "criterion"
                } else {
                    "part"
                };
                let name = define(id, what, &mut taken, self.faults);
                let condition = condition(met, names, self.faults);
                let criterion = criterion.map(|criterion| self.criterion(criterion, names));
                Some(Named {
                    name: name?,
                    condition: condition?,
                    criterion,
                })
            })
            .collect()
    }

    fn criterion(&mut self, raw: &raw::Criterion, names: &Names<'_>) -> Criterion {
        let list = raw.list.as_ref().map(|list| {
            let kind = match list.kind.value {
                raw::ListKind::Closed => ListKind::Closed,
                raw::ListKind::Open => ListKind::Open,
            };
            (
                kind,
                list.of
                    .iter()
                    .filter_map(|fact| names.fact(fact, self.faults))
                    .collect(),
            )
        });
        Criterion {
            cite: self.cite(&raw.cite, names),
            list,
            facts: Set::default(),
            readings: Set::default(),
        }
    }

    /// A citation, whose procedures must be there.
    pub(super) fn cite(&mut self, raw: &At<raw::Cite>, names: &Names<'_>) -> Citation {
        if let raw::Cite::By(by) = &raw.value {
            for procedure in by.keys() {
                let procedure = At {
                    value: procedure.clone(),
                    span: raw.span.clone(),
                };
                names.procedure(&procedure, self.faults);
            }
        }
        citation(&raw.value)
    }
}

/// The condition of an expression; nothing when a fault was found in it.
pub(super) fn condition(
    expr: &At<Expr>,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Condition> {
    let span = &expr.span;
    match &expr.value {
        Expr::Named(name) => {
            let name = At {
                value: name.clone(),
                span: span.clone(),
            };
            names.named(&name, faults).map(Condition::Named)
        }
        Expr::All(raw::All { all }) => several(all, span, names, faults).map(Condition::All),
        Expr::Any(raw::Any { any }) => several(any, span, names, faults).map(Condition::Any),
        Expr::Not(raw::Not { not }) => {
            condition(not, names, faults).map(|not| Condition::Not(Box::new(not)))
        }
        Expr::AtLeast(raw::AtLeast { n, of }) => {
            let of = several(of, span, names, faults)?;
            if n.value == 0 || n.value > of.len() {
                faults
                    .error(
                        n.span.clone(),
                        format!("{} of {} cannot be asked for", n.value, of.len()),
                    )
                    .help("`n` is at least 1 and at most as many as `of` lists");
            }
            Some(Condition::AtLeast(n.value, of))
        }
        test => fact_test(test, names, faults),
    }
}

/// The criterion or part that an expression names.
fn name_of(expr: &At<Expr>) -> Option<At<&str>> {
    match &expr.value {
        Expr::Named(name) => Some(At {
            value: name.as_str(),
            span: expr.span.clone(),
        }),
        _ => None,
    }
}

fn several(
    list: &[At<Expr>],
    span: &Range<usize>,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Vec<Condition>> {
    if list.is_empty() {
        faults
            .error(span.clone(), "an empty list decides nothing")
            .help("name at least one condition");
        return None;
    }
    let named: Vec<At<&str>> = list.iter().filter_map(name_of).collect();
    once(named.iter(), faults);
    let conditions: Vec<Option<Condition>> = list
        .iter()
        .map(|one| condition(one, names, faults))
        .collect();
    conditions.into_iter().collect()
}

fn fact_test(test: &Expr, names: &Names<'_>, faults: &mut Faults) -> Option<Condition> {
    match test {
        Expr::Is(raw::FactIs { fact, is }) => is_value(fact, is, names, faults),
        Expr::IsAny(raw::FactIsAny { fact, is_any }) => {
            let number = names.fact(fact, faults)?;
            let values: Vec<Option<usize>> = is_any
                .iter()
                .map(|one| closed(number, one, names, faults))
                .collect();
            let values: Option<Set> = values.into_iter().collect();
            Some(Condition::Fact(number, values?))
        }
        Expr::AtLeastDays(raw::AtLeastDays {
            fact,
            at_least_days: days,
        }) => {
            let number = names.clock(fact, faults)?;
            Some(Condition::Fact(
                number,
                from(names, number, i64::from(days.value)),
            ))
        }
        Expr::LessThanDays(raw::LessThanDays {
            fact,
            less_than_days: days,
        }) => {
            let number = names.clock(fact, faults)?;
            Some(Condition::Fact(
                number,
                below(names, number, i64::from(days.value)),
            ))
        }
        Expr::NumberAtLeast(raw::NumberAtLeast { fact, at_least }) => {
            let number = a_number(fact, at_least, names, faults)?;
            Some(Condition::Fact(number, from(names, number, at_least.value)))
        }
        Expr::NumberLessThan(raw::NumberLessThan { fact, less_than }) => {
            let number = a_number(fact, less_than, names, faults)?;
            Some(Condition::Fact(
                number,
                below(names, number, less_than.value),
            ))
        }
        Expr::ReadingIs(raw::ReadingIs { reading, is }) => {
            let axis = names.reading(reading, faults)?;
            names
                .reading_value(axis, is, faults)
                .map(|value| Condition::Reading(axis, value))
        }
        _ => None,
    }
}

fn is_value(
    fact: &At<String>,
    is: &At<Word>,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Condition> {
    let number = names.fact(fact, faults)?;
    let flag = names
        .facts
        .get(number)
        .is_some_and(|fact| fact.kind == Kind::Flag);
    match &is.value {
        Word::Flag(yes) if flag => Some(Condition::Fact(number, Set::of(usize::from(*yes)))),
        Word::Name(name) if !flag => {
            let name = At {
                value: name.clone(),
                span: is.span.clone(),
            };
            closed(number, &name, names, faults)
                .map(|value| Condition::Fact(number, Set::of(value)))
        }
        _ => {
            let (kind, takes) = if flag {
                ("a flag", "true or false")
            } else {
                ("a choice", "one of its values")
            };
            faults
                .error(is.span.clone(), format!("`{}` is {kind}", fact.value))
                .help(format!("compare it with {takes}"));
            None
        }
    }
}

/// A value that settles the fact: a criterion can never be met by one that leaves it open.
fn closed(fact: usize, name: &At<String>, names: &Names<'_>, faults: &mut Faults) -> Option<usize> {
    let value = names.value(fact, name, faults)?;
    if let Some(Kind::Choice { open, .. }) = names.facts.get(fact).map(|fact| &fact.kind)
        && open.has(value)
    {
        faults
            .error(
                name.span.clone(),
                format!("`{}` leaves the fact open and decides nothing", name.value),
            )
            .help("a criterion names values that settle the fact; take it off `open` if it does");
        return None;
    }
    Some(value)
}

fn a_number(
    fact: &At<String>,
    value: &At<i64>,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<usize> {
    let number = names.fact(fact, faults)?;
    let Some(Kind::Number {
        least, greatest, ..
    }) = names.facts.get(number).map(|fact| &fact.kind)
    else {
        faults
            .error(
                fact.span.clone(),
                format!("`{}` is not a number", fact.value),
            )
            .help("for days that elapse write `at_least_days` or `less_than_days`");
        return None;
    };
    if value.value <= *least || value.value > *greatest {
        faults
            .error(
                value.span.clone(),
                format!(
                    "{} parts nothing of the range {least} to {greatest}",
                    value.value
                ),
            )
            .help("give a value above the least and at most the greatest");
    }
    Some(number)
}

/// The classes at or above a threshold.
fn from(names: &Names<'_>, fact: usize, threshold: i64) -> Set {
    let thresholds = names
        .thresholds
        .get(&fact)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let first = thresholds
        .partition_point(|one| *one < threshold)
        .saturating_add(1);
    (first..=thresholds.len()).collect()
}

fn below(names: &Names<'_>, fact: usize, threshold: i64) -> Set {
    let classes = names
        .thresholds
        .get(&fact)
        .map_or(0, Vec::len)
        .saturating_add(1);
    Set::first(classes).less(from(names, fact, threshold))
}

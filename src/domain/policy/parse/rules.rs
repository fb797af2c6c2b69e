//! What is requested, and the rules.

use crate::domain::authored::At;
use crate::domain::name::{CriterionName, ValueName};
use crate::domain::policy::model::{Kind, LevelRegions, Path, Policy, Rule, Subject};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::parse::names::{Names, define, find, once};
use crate::domain::policy::raw;
use crate::domain::policy::set::Set;

impl Reader<'_> {
    pub(super) fn subject(&mut self, names: &Names<'_>) -> Option<Subject> {
        let raw = &self.raw.subject;
        let fact = names.fact(&raw.fact, self.faults)?;
        if names.procedures.is_empty() {
            self.faults
                .error(
                    raw.fact.span.clone(),
                    format!("`{}` is not a choice", raw.fact.value),
                )
                .help("what is requested is one of the values of a `choice`");
            return None;
        }
        let not_addressed = names.procedures(&raw.not_addressed, self.faults);
        let level = raw
            .level
            .as_ref()
            .and_then(|level| self.level(level, names));
        Some(Subject {
            fact,
            not_addressed,
            level,
        })
    }

    fn level(&mut self, raw: &raw::SubjectLevel, names: &Names<'_>) -> Option<LevelRegions> {
        let fact = names.fact(&raw.fact, self.faults)?;
        let Some(Kind::Choice { values, .. }) = names.facts.get(fact).map(|fact| &fact.kind) else {
            self.faults
                .error(
                    raw.fact.span.clone(),
                    format!("`{}` is not a choice", raw.fact.value),
                )
                .help("a level settles the region, which is one of the values of a `choice`");
            return None;
        };
        for value in values
            .iter()
            .filter(|value| !raw.regions.contains_key(value.as_str()))
        {
            self.faults
                .error(
                    raw.fact.span.clone(),
                    format!("no levels are given for the region `{value}`"),
                )
                .help(format!("add `{value} = \"..\"` to `regions`"));
        }
        let regions = raw.regions.iter().filter_map(|(region, levels)| {
            let name = At {
                value: region.clone(),
                span: levels.span.clone(),
            };
            names.value(fact, &name, self.faults)?;
            let parsed = parse_levels(&levels.value);
            if parsed.is_none() {
                self.faults
                    .error(
                        levels.span.clone(),
                        format!("`{}` is not a range of levels", levels.value),
                    )
                    .help("write the first and the last level, such as `T1-T12`");
            }
            let (letter, first, last) = parsed?;
            Some((ValueName::parse(region).ok()?, letter, first, last))
        });
        let regions: Vec<(ValueName, char, u8, u8)> = regions.collect();
        let spans = regions.iter();
        let levels = spans.map(|(_, _, first, last)| i64::from(last.saturating_sub(*first)) + 1);
        let levels = levels.sum();
        let count = raw.count.as_ref();
        Some(LevelRegions {
            fact,
            count: count.and_then(|one| self.count(one, levels, names)),
            regions,
        })
    }

    /// The fact that says how many levels a request is for: from one to as many as there are.
    fn count(&mut self, raw: &At<String>, levels: i64, names: &Names<'_>) -> Option<usize> {
        let fact = names.fact(raw, self.faults)?;
        let kind = &names.facts.get(fact)?.kind;
        let Kind::Number {
            least, greatest, ..
        } = kind
        else {
            self.faults
                .error(raw.span.clone(), format!("`{}` is not a number", raw.value))
                .help("how many levels the request is for settles a fact of kind `number`");
            return None;
        };
        if (*least, *greatest) != (1, levels) {
            self.faults
                .error(
                    raw.span.clone(),
                    format!(
                        "`{}` is from {least} to {greatest}, but a request can be for 1 to {levels} levels",
                        raw.value
                    ),
                )
                .help(format!(
                    "write `range = [1, {levels}]` for it, or name the levels that are missing in `regions`"
                ));
        }
        Some(fact)
    }

    pub(super) fn rules(&mut self, names: &Names<'_>) -> Vec<Rule> {
        let mut taken = Vec::new();
        let raw = self.raw;
        let rules: Vec<Rule> = raw
            .rule
            .iter()
            .filter_map(|rule| self.rule(rule, names, &mut taken))
            .collect();
        self.every_procedure_once(names);
        rules
    }

    fn rule(
        &mut self,
        raw: &raw::Rule,
        names: &Names<'_>,
        taken: &mut Vec<String>,
    ) -> Option<Rule> {
        let name = define(&raw.id, "rule", taken, self.faults)?;
        let mut paths = Vec::new();
        let mut path_names = Vec::new();
        for path in &raw.paths {
            let all = self.names_of(&path.all, names);
            let name = define(&path.id, "path", &mut path_names, self.faults);
            paths.extend(name.map(|name| Path {
                name,
                all,
                criteria: Vec::new(),
                every_criterion: Vec::new(),
            }));
        }
        let tec: Vec<u8> = self.raw.tec.iter().map(|tec| tec.number.value).collect();
        for number in raw
            .otherwise
            .tec
            .iter()
            .filter(|number| !tec.contains(&number.value))
        {
            self.faults
                .error(
                    number.span.clone(),
                    format!("technology criterion {} is not defined", number.value),
                )
                .help("add a `[[tec]]` table with this number");
        }
        Some(Rule {
            name,
            procedures: names.procedures(&raw.procedures, self.faults),
            requires: self.names_of(&raw.requires, names),
            paths,
            otherwise: raw.otherwise.cite.value.clone(),
            tec: raw
                .otherwise
                .tec
                .iter()
                .map(|number| number.value)
                .collect(),
            handled_as: raw
                .handled_as
                .as_ref()
                .and_then(|handled| self.handled_as(handled, names)),
            criteria: Vec::new(),
        })
    }

    fn names_of(&mut self, list: &[At<String>], names: &Names<'_>) -> Vec<usize> {
        once(list.iter(), self.faults);
        list.iter()
            .filter_map(|name| names.named(name, self.faults))
            .collect()
    }

    fn handled_as(&mut self, raw: &raw::HandledAs, names: &Names<'_>) -> Option<(usize, usize)> {
        let criterion = names.named(&raw.when_not_met, self.faults);
        let rules = self.raw.rule.iter().map(|rule| rule.id.value.as_str());
        let rule = find(&raw.rule, "rule", rules, self.faults);
        Some((criterion?, rule?))
    }

    /// Every procedure has one rule, or is not addressed; none has two.
    fn every_procedure_once(&mut self, names: &Names<'_>) {
        let raw = self.raw;
        let mut seen = Set::default();
        let listed = raw
            .rule
            .iter()
            .flat_map(|rule| &rule.procedures)
            .chain(&raw.subject.not_addressed);
        for procedure in listed {
            let number = names
                .procedures
                .iter()
                .position(|one| *one == procedure.value);
            if number.is_some_and(|number| seen.has(number)) {
                self.faults
                    .error(
                        procedure.span.clone(),
                        format!("`{}` has a rule already", procedure.value),
                    )
                    .help("a procedure stands in one rule, or in `not_addressed`");
            }
            number.into_iter().for_each(|number| seen.add(number));
        }
        for missing in Set::first(names.procedures.len()).less(seen).iter() {
            let name = names.procedures.get(missing).copied().unwrap_or_default();
            self.faults
                .error(
                    raw.subject.fact.span.clone(),
                    format!("the procedure `{name}` has no rule"),
                )
                .help("name it in a rule's `procedures`, or in `not_addressed`");
        }
    }
}

fn parse_levels(text: &str) -> Option<(char, u8, u8)> {
    let (first, last) = text.split_once('-')?;
    let (letter, first) = parse_level(first.trim())?;
    let (same, last) = parse_level(last.trim())?;
    (letter == same && first <= last).then_some((letter, first, last))
}

fn parse_level(text: &str) -> Option<(char, u8)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    Some((letter, chars.as_str().parse().ok()?))
}

impl Policy {
    /// The criteria that a list of names leads to, in the payer's order. What `skip` names is not gone into.
    pub(in crate::domain::policy) fn criteria_under(
        &self,
        names: &[usize],
        skip: &[usize],
    ) -> Vec<usize> {
        let mut seen: Vec<bool> = (0..self.named.len())
            .map(|number| skip.contains(&number))
            .collect();
        names.iter().for_each(|name| self.visit(*name, &mut seen));
        let criteria = self.named.iter().zip(&seen).enumerate();
        let reached = criteria.filter(|(number, (_, seen))| **seen && !skip.contains(number));
        reached
            .filter(|(_, (named, _))| named.criterion.is_some())
            .map(|(number, _)| number)
            .collect()
    }

    fn visit(&self, number: usize, seen: &mut [bool]) {
        let Some(named) = self.named.get(number) else {
            return;
        };
        if seen
            .get_mut(number)
            .is_none_or(|seen| std::mem::replace(seen, true))
        {
            return;
        }
        let mut inner = Vec::new();
        named.condition.names(&mut inner);
        inner.into_iter().for_each(|name| self.visit(name, seen));
    }

    /// Whose name a criterion has; for faults.
    pub(super) fn name_of(&self, number: usize) -> Option<&CriterionName> {
        self.named.get(number).map(|named| &named.name)
    }
}

//! The criteria: rules, their paths, and for each criterion what it looks at and how that is joined.

use std::collections::BTreeMap;

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::name::CriterionName;
use crate::domain::policy::Clause;
use crate::graph::counts::{Counts, Shades, legend};
use crate::graph::{Graph, Kind, Seen, Tree};
use crate::guide::Words;

/// The picture of a policy's criteria.
#[must_use]
pub fn criteria(words: &Words<'_>, lang: &str, counts: Option<&Counts>) -> Graph {
    let shades = counts.map(|counts| Shades {
        counts,
        most: counts.criteria.values().copied().max().unwrap_or(0),
        deciding: true,
        say: words.say,
    });
    let mut draw = Draw {
        words,
        shades: shades.as_ref(),
        drawn: BTreeMap::new(),
    };
    let policy = words.policy;
    let mut trees: Vec<Tree> = policy.rule_numbers().map(|rule| draw.rule(rule)).collect();
    trees.extend(
        policy
            .criteria()
            .map(|(number, name)| draw.criterion(number, name)),
    );
    let title = Message::new("policy-title");
    Graph {
        lang: lang.to_owned(),
        title: words.text(&said::criteria_title(title)),
        about: words.text(&said::criteria_about()),
        legend: legend(&trees, words.say, shades.as_ref()),
        trees,
        chained: false,
        widths: vec![280, 280, 240],
    }
}

struct Draw<'d, 'w> {
    words: &'d Words<'w>,
    shades: Option<&'d Shades<'d>>,
    /// How often each key was given out.
    drawn: BTreeMap<String, usize>,
}

impl Draw<'_, '_> {
    fn key(&mut self, name: String) -> String {
        let count = self.drawn.entry(name.clone()).or_default();
        *count = count.saturating_add(1);
        match *count {
            1 => name,
            more => format!("{name}.{more}"),
        }
    }

    fn rule(&mut self, rule: usize) -> Tree {
        let policy = self.words.policy;
        let requires = policy.requires_told(rule);
        let mut inner: Vec<Tree> = requires.iter().map(|one| self.clause(one, &[])).collect();
        let paths: Vec<(String, Vec<Clause>)> = policy
            .paths_told(rule)
            .map(|(name, clauses)| (name.to_string(), clauses))
            .collect();
        let paths: Vec<Tree> = paths
            .into_iter()
            .map(|(name, clauses)| self.path(rule, &name, &clauses))
            .collect();
        let joined = if paths.is_empty() {
            said::no_paths()
        } else {
            said::all()
        };
        if !paths.is_empty() {
            inner.push(Tree {
                key: self.key(format!("rule.{rule}.any")),
                kind: Kind::Connective,
                text: vec![self.words.text(&said::any())],
                seen: None,
                inner: paths,
            });
        }
        let procedures = self.words.procedures(policy.procedures_of(rule));
        Tree {
            key: format!("rule.{rule}"),
            kind: Kind::Rule,
            text: vec![
                self.words.text(&said::rule(procedures)),
                self.words.text(&joined),
            ],
            seen: None,
            inner,
        }
    }

    fn path(&mut self, rule: usize, name: &str, clauses: &[Clause]) -> Tree {
        Tree {
            key: format!("path.{rule}.{name}"),
            kind: Kind::Rule,
            text: vec![
                self.words.id(format!("path-{name}")),
                self.words.text(&said::all()),
            ],
            seen: None,
            inner: clauses.iter().map(|one| self.clause(one, &[])).collect(),
        }
    }

    /// A criterion, joined with the connective of its condition.
    fn criterion(&mut self, number: usize, name: &CriterionName) -> Tree {
        let words = self.words;
        let mut text = vec![words.text(&words.short(number)), name.to_string()];
        let cite = words.policy.cite(number, None);
        text.push(format!("[{cite}]"));
        let inner = words
            .policy
            .clause(number)
            .map(|clause| self.joined(&clause, &mut text));
        Tree {
            key: format!("criterion.{name}"),
            kind: Kind::Criterion,
            text,
            seen: self.seen(name),
            inner: inner.unwrap_or_default(),
        }
    }

    fn seen(&self, name: &CriterionName) -> Option<Seen> {
        let shades = self.shades?;
        Some(shades.seen(shades.counts.criteria.get(name.as_str())))
    }

    /// What a condition is made of; the connective itself is told by the box it stands in.
    fn joined(&mut self, clause: &Clause, text: &mut Vec<String>) -> Vec<Tree> {
        if clause.inner().is_empty() {
            return vec![self.clause(clause, &[])];
        }
        text.push(self.words.text(&self.words.clause(clause, &[])));
        self.inner(clause)
    }

    fn inner(&mut self, clause: &Clause) -> Vec<Tree> {
        let inner = clause.inner().iter();
        inner.map(|one| self.clause(one, clause.joined())).collect()
    }

    fn clause(&mut self, clause: &Clause, beside: &[Clause]) -> Tree {
        match clause {
            Clause::Criterion(number) => self.elsewhere(*number),
            Clause::Part(number) => self.part(*number),
            _ => {
                let kind = if clause.inner().is_empty() {
                    Kind::Test
                } else {
                    Kind::Connective
                };
                Tree {
                    key: self.key(kind.as_str().to_owned()),
                    kind,
                    text: vec![self.words.text(&self.words.clause(clause, beside))],
                    seen: None,
                    inner: self.inner(clause),
                }
            }
        }
    }

    fn elsewhere(&mut self, number: usize) -> Tree {
        let name = self.words.policy.criterion_name(number);
        let to = name.map_or_else(String::new, |name| format!("criterion.{name}"));
        let mut text = vec![self.words.text(&said::see(self.words.short(number)))];
        text.extend(name.map(ToString::to_string));
        Tree {
            key: self.key(format!("see.{to}")),
            kind: Kind::See(to),
            text,
            seen: name.and_then(|name| self.seen(name)),
            inner: Vec::new(),
        }
    }

    fn part(&mut self, number: usize) -> Tree {
        let policy = self.words.policy;
        let name = policy
            .criterion_name(number)
            .map(ToString::to_string)
            .unwrap_or_default();
        let to = format!("part.{name}");
        let shared = said::shared(name.as_str());
        if self.drawn.contains_key(&to) {
            return Tree {
                key: self.key(format!("see.{to}")),
                kind: Kind::See(to),
                text: vec![self.words.text(&said::see(shared))],
                seen: None,
                inner: Vec::new(),
            };
        }
        let mut text = vec![self.words.text(&shared)];
        let inner = policy
            .clause(number)
            .map(|clause| self.joined(&clause, &mut text));
        Tree {
            key: self.key(to),
            kind: Kind::Criterion,
            text,
            seen: None,
            inner: inner.unwrap_or_default(),
        }
    }
}

//! Comparing what a file holds with what it may hold.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use super::damage::Damage;
use super::forms::Forms;
use super::shape::{Shape, Shapes};
use super::wording::{expected, expected_any, forms, kind, quoted, quoted_list};
use crate::domain::authored::Faults;

/// A value of the file and its place.
pub(super) type Node<'i> = Spanned<DeValue<'i>>;

/// One pass over a file that finds every fault.
#[derive(Debug)]
pub(super) struct Check<'a> {
    pub(super) shapes: &'a Shapes<'a>,
    pub(super) faults: Faults,
    pub(super) damage: &'a Damage<'a>,
}

impl Check<'_> {
    /// Finds the faults of one value and of all it holds.
    pub(super) fn value(&mut self, shape: &Shape<'_>, node: &Node<'_>) {
        let shapes = self.shapes;
        match (shapes.resolve(shape), node.get_ref()) {
            (Shape::Any, _)
            | (Shape::Text, DeValue::String(_))
            | (Shape::Flag, DeValue::Boolean(_))
            | (Shape::Number, DeValue::Integer(_) | DeValue::Float(_)) => {}
            (Shape::Words(words), DeValue::String(word)) => self.word(words, word, node.span()),
            (Shape::Whole(range), DeValue::Integer(number)) => {
                self.whole(range, number, node.span());
            }
            (Shape::List(item, length), DeValue::Array(items)) => {
                self.length(length, items.len(), node.span());
                items.iter().for_each(|node| self.value(item, node));
            }
            (Shape::Tuple(shapes), DeValue::Array(items)) => {
                let length = u64::try_from(shapes.len()).unwrap_or(u64::MAX);
                self.length(&(length..=length), items.len(), node.span());
                for (shape, node) in shapes.iter().zip(items.iter()) {
                    self.value(shape, node);
                }
            }
            (Shape::Table(table), DeValue::Table(entries)) => {
                self.table(&Forms::only(table), entries, node.span());
            }
            (Shape::Either(forms), _) => self.either(forms, node),
            (shape, _) => self.wrong_kind(shape, node),
        }
    }

    /// Picks the form that the value was meant to have, and finds its faults against that.
    fn either(&mut self, choice: &[Shape<'_>], node: &Node<'_>) {
        let branches = self.shapes.branches(choice);
        let fitting = branches.iter().filter(|shape| self.fits(shape, node));
        let fitting: Vec<_> = fitting.copied().collect();
        match (fitting.as_slice(), node.get_ref()) {
            ([], _) => self.no_form(&branches, node),
            ([only], _) => self.value(only, node),
            (fitting, DeValue::Table(entries)) => {
                let tables = fitting.iter().filter_map(|shape| match shape {
                    Shape::Table(table) => Some(table),
                    _ => None,
                });
                self.table_of(tables.collect(), node, entries);
            }
            ([first, ..], DeValue::Array(items)) => {
                let likely = fitting
                    .iter()
                    .find(|shape| self.holds(shape, items.first()));
                self.value(likely.unwrap_or(first), node);
            }
            (fitting, _)
                if fitting
                    .iter()
                    .any(|s| matches!(s, Shape::Any | Shape::Text)) => {}
            ([first, ..], _) => self.value(first, node),
        }
    }

    /// Whether a value is of the kind of a shape, whatever its faults.
    fn fits(&self, shape: &Shape<'_>, node: &Node<'_>) -> bool {
        match (self.shapes.resolve(shape), node.get_ref()) {
            (Shape::Either(forms), _) => {
                let branches = self.shapes.branches(forms);
                branches.iter().any(|shape| self.fits(shape, node))
            }
            (Shape::Any, _)
            | (Shape::Text | Shape::Words(_), DeValue::String(_))
            | (Shape::Flag, DeValue::Boolean(_))
            | (Shape::Whole(_) | Shape::Number, DeValue::Integer(_))
            | (Shape::Number, DeValue::Float(_))
            | (Shape::List(..) | Shape::Tuple(_), DeValue::Array(_))
            | (Shape::Table(_), DeValue::Table(_)) => true,
            _ => false,
        }
    }

    /// Whether a list of this shape could start with this value.
    fn holds(&self, shape: &Shape<'_>, first: Option<&Node<'_>>) -> bool {
        let item = match shape {
            Shape::List(item, _) => Some(&**item),
            Shape::Tuple(items) => items.first(),
            _ => None,
        };
        match (item, first) {
            (Some(item), Some(first)) => self.fits(item, first),
            _ => false,
        }
    }

    pub(super) fn word(&mut self, words: &[&str], word: &str, span: Range<usize>) {
        if !words.contains(&word) {
            self.faults
                .error(span, format!("unknown value {}", quoted(word)))
                .suggest(word, words.iter().copied())
                .help(format!("known: {}", quoted_list(words.iter().copied())));
        }
    }

    fn whole(&mut self, range: &RangeInclusive<i128>, number: &DeInteger<'_>, span: Range<usize>) {
        let value = i128::from_str_radix(number.as_str(), number.radix()).ok();
        let (message, help) = match value {
            Some(value) if range.contains(&value) => return,
            Some(value) if value < *range.start() => {
                ("too small", format!("at least {}", range.start()))
            }
            _ => ("too large", format!("at most {}", range.end())),
        };
        self.faults
            .error(
                span,
                format!("{} is {message}", quoted(&number.to_string())),
            )
            .help(help);
    }

    fn length(&mut self, allowed: &RangeInclusive<u64>, found: usize, span: Range<usize>) {
        let found = u64::try_from(found).unwrap_or(u64::MAX);
        let (least, most) = (*allowed.start(), *allowed.end());
        let wanted = match found {
            _ if allowed.contains(&found) => return,
            _ if least == most => format!("{least}"),
            _ if found < least => format!("at least {least}"),
            _ => format!("at most {most}"),
        };
        let noun = if wanted.ends_with(" 1") || wanted == "1" {
            "value"
        } else {
            "values"
        };
        self.faults
            .error(span, format!("expected {wanted} {noun}, found {found}"));
    }

    fn wrong_kind(&mut self, shape: &Shape<'_>, node: &Node<'_>) {
        let expected = expected(self.shapes, shape);
        let fault = self.faults.error(
            node.span(),
            format!("expected {expected}, found {}", kind(node.get_ref())),
        );
        if let Some(help) = conversion(shape, node.get_ref()) {
            fault.help(help);
        }
    }

    fn no_form(&mut self, branches: &[&Shape<'_>], node: &Node<'_>) {
        let tables: Vec<_> = branches
            .iter()
            .filter_map(|shape| match shape {
                Shape::Table(table) => Some(table),
                _ => None,
            })
            .collect();
        let expected = expected_any(self.shapes, branches);
        let message = format!("expected {expected}, found {}", kind(node.get_ref()));
        let fault = self.faults.error(node.span(), message);
        if !tables.is_empty() {
            fault.help(forms(self.shapes, &tables));
        }
    }
}

/// What would make a value of the expected kind out of the one that is there.
fn conversion(shape: &Shape<'_>, found: &DeValue<'_>) -> Option<String> {
    match (shape, found) {
        (Shape::Whole(_) | Shape::Number, DeValue::String(word)) if word.parse::<i64>().is_ok() => {
            Some(format!("write {word} without quotes"))
        }
        (Shape::Whole(_) | Shape::Number, DeValue::String(word)) => in_days(word),
        (Shape::Flag, DeValue::String(word)) if word.parse::<bool>().is_ok() => {
            Some(format!("write {word} without quotes"))
        }
        (Shape::Text, DeValue::Array(_) | DeValue::Table(_)) => None,
        (Shape::Text, _) => Some("put it in quotes".into()),
        (Shape::List(..), DeValue::Table(_)) => {
            Some("put it in brackets, or give its header double brackets".into())
        }
        (Shape::List(..), _) => Some("put it in brackets".into()),
        _ => None,
    }
}

/// Weeks or days in words as the number that is counted.
fn in_days(word: &str) -> Option<String> {
    let (count, unit) = word.trim().split_once(' ')?;
    let count: u32 = count.parse().ok()?;
    let days = match unit.trim_end_matches('s') {
        "day" => count,
        "week" => count.checked_mul(7)?,
        _ => return None,
    };
    Some(format!("days are what is counted: write {days}"))
}

//! The form of an expression: a name, or a table whose keys say what it is.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::domain::authored::At;

/// When something holds.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum Expr {
    /// The criterion or part of that name is met.
    Named(String),
    /// Every one holds.
    All(All),
    /// At least one holds.
    Any(Any),
    /// It does not hold.
    Not(Not),
    /// At least so many hold.
    AtLeast(AtLeast),
    /// A choice or a flag has this value.
    Is(FactIs),
    /// A choice has one of these values.
    IsAny(FactIsAny),
    /// A clock has run at least so many days.
    AtLeastDays(AtLeastDays),
    /// A clock has run less than so many days.
    LessThanDays(LessThanDays),
    /// A number is at least this.
    NumberAtLeast(NumberAtLeast),
    /// A number is less than this.
    NumberLessThan(NumberLessThan),
    /// The text is read this way.
    ReadingIs(ReadingIs),
}

/// Every one holds.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct All {
    /// What must hold.
    pub(crate) all: Vec<At<Expr>>,
}

/// At least one holds.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Any {
    /// What may hold.
    pub(crate) any: Vec<At<Expr>>,
}

/// It does not hold.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Not {
    /// What must not hold.
    pub(crate) not: Box<At<Expr>>,
}

/// At least so many hold.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct AtLeast {
    /// How many.
    pub(crate) n: At<usize>,
    /// Of which.
    pub(crate) of: Vec<At<Expr>>,
}

/// A choice or a flag has this value.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct FactIs {
    /// The fact.
    pub(crate) fact: At<String>,
    /// The value: a name, or true or false.
    pub(crate) is: At<Word>,
}

/// A value as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Word {
    /// True or false.
    Flag(bool),
    /// A value of a choice.
    Name(String),
}

/// A choice has one of these values.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct FactIsAny {
    /// The fact.
    pub(crate) fact: At<String>,
    /// The values.
    pub(crate) is_any: Vec<At<String>>,
}

/// A clock has run at least so many days.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct AtLeastDays {
    /// The date or period.
    pub(crate) fact: At<String>,
    /// Elapsed days.
    pub(crate) at_least_days: At<u32>,
}

/// A clock has run less than so many days.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct LessThanDays {
    /// The date or period.
    pub(crate) fact: At<String>,
    /// Elapsed days.
    pub(crate) less_than_days: At<u32>,
}

/// A number is at least this.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct NumberAtLeast {
    /// The number.
    pub(crate) fact: At<String>,
    /// The least that counts.
    pub(crate) at_least: At<i64>,
}

/// A number is less than this.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct NumberLessThan {
    /// The number.
    pub(crate) fact: At<String>,
    /// The first that no longer counts.
    pub(crate) less_than: At<i64>,
}

/// The text is read this way.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct ReadingIs {
    /// The reading.
    pub(crate) reading: At<String>,
    /// Its value.
    pub(crate) is: At<String>,
}

/// Every key an expression can have. Untagged enums lose the places of what they hold, so the keys are read first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    all: Option<Vec<At<Expr>>>,
    any: Option<Vec<At<Expr>>>,
    not: Option<Box<At<Expr>>>,
    n: Option<At<usize>>,
    of: Option<Vec<At<Expr>>>,
    fact: Option<At<String>>,
    is: Option<At<Word>>,
    is_any: Option<Vec<At<String>>>,
    at_least_days: Option<At<u32>>,
    less_than_days: Option<At<u32>>,
    at_least: Option<At<i64>>,
    less_than: Option<At<i64>>,
    reading: Option<At<String>>,
}

impl Keys {
    fn connective(&mut self) -> Option<Expr> {
        if let Some(all) = self.all.take() {
            return Some(Expr::All(All { all }));
        }
        if let Some(any) = self.any.take() {
            return Some(Expr::Any(Any { any }));
        }
        if let Some(not) = self.not.take() {
            return Some(Expr::Not(Not { not }));
        }
        let n = self.n.take()?;
        self.of.take().map(|of| Expr::AtLeast(AtLeast { n, of }))
    }

    fn test(self) -> Option<Expr> {
        if let Some(reading) = self.reading {
            let At {
                value: Word::Name(value),
                span,
            } = self.is?
            else {
                return None;
            };
            return Some(Expr::ReadingIs(ReadingIs {
                reading,
                is: At { value, span },
            }));
        }
        let fact = self.fact?;
        if let Some(is) = self.is {
            return Some(Expr::Is(FactIs { fact, is }));
        }
        if let Some(is_any) = self.is_any {
            return Some(Expr::IsAny(FactIsAny { fact, is_any }));
        }
        if let Some(at_least_days) = self.at_least_days {
            return Some(Expr::AtLeastDays(AtLeastDays {
                fact,
                at_least_days,
            }));
        }
        if let Some(less_than_days) = self.less_than_days {
            return Some(Expr::LessThanDays(LessThanDays {
                fact,
                less_than_days,
            }));
        }
        if let Some(at_least) = self.at_least {
            return Some(Expr::NumberAtLeast(NumberAtLeast { fact, at_least }));
        }
        let less_than = self.less_than?;
        Some(Expr::NumberLessThan(NumberLessThan { fact, less_than }))
    }
}

struct ExprVisitor;

impl<'de> Visitor<'de> for ExprVisitor {
    type Value = Expr;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a criterion or part, or a table such as { fact = .., is = .. }")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Expr, E> {
        Ok(Expr::Named(name.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Expr, A::Error> {
        let mut keys = Keys::deserialize(MapAccessDeserializer::new(map))?;
        let expr = match keys.connective() {
            Some(expr) => Some(expr),
            None => keys.test(),
        };
        expr.ok_or_else(|| A::Error::custom("these keys do not form an expression"))
    }
}

impl<'de> Deserialize<'de> for Expr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExprVisitor)
    }
}

impl Expr {
    /// The expressions it is made of.
    pub(crate) fn inner(&self) -> Box<dyn Iterator<Item = &At<Self>> + '_> {
        match self {
            Self::All(All { all: inner })
            | Self::Any(Any { any: inner })
            | Self::AtLeast(AtLeast { of: inner, .. }) => Box::new(inner.iter()),
            Self::Not(Not { not }) => Box::new(std::iter::once(&**not)),
            _ => Box::new(std::iter::empty()),
        }
    }
}

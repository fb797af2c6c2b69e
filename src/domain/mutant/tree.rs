//! An authored file as values with their places.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) tree: Tree,
}

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<Node>),
    Table(Vec<Field>),
    Other,
}

/// A key with its value, in the order of the file.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) at: Range<usize>,
    pub(super) value: Node,
}

impl Field {
    /// The key and its value.
    pub(super) fn span(&self) -> Range<usize> {
        self.at.start..self.value.span.end
    }
}

/// A file; nothing when it is not TOML.
pub(super) fn parse(text: &str) -> Option<Node> {
    let table = DeTable::parse(text).ok()?;
    let span = table.span();
    Some(node(&Spanned::new(
        span,
        DeValue::Table(table.into_inner()),
    )))
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let tree = match value.get_ref() {
        DeValue::String(text) => Tree::Text(text.to_string()),
        DeValue::Integer(number) => number.as_str().parse().map_or(Tree::Other, Tree::Number),
        DeValue::Boolean(flag) => Tree::Flag(*flag),
        DeValue::Array(all) => Tree::List(all.iter().map(node).collect()),
        DeValue::Table(table) => {
            let fields = table.iter().map(|(key, value)| Field {
                key: key.get_ref().to_string(),
                at: key.span(),
                value: node(value),
            });
            let mut fields: Vec<Field> = fields.collect();
            fields.sort_by_key(|field| field.value.span.start);
            Tree::Table(fields)
        }
        DeValue::Float(_) | DeValue::Datetime(_) => Tree::Other,
    };
    Node {
        span: value.span(),
        tree,
    }
}

impl Node {
    pub(super) fn fields(&self) -> &[Field] {
        match &self.tree {
            Tree::Table(fields) => fields,
            _ => &[],
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        match &self.tree {
            Tree::List(items) => items,
            _ => &[],
        }
    }

    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.field(key).map(|field| &field.value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.tree {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a key.
    pub(super) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::text)
    }

    /// The texts in a list.
    pub(super) fn texts(&self) -> Vec<&str> {
        self.items().iter().filter_map(Self::text).collect()
    }

    /// The entries of a list of tables.
    pub(super) fn entries(&self, table: &str) -> &[Self] {
        self.get(table).map_or(&[], Self::items)
    }
}

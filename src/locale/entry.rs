//! Where each text of a file stands and what it names: what the check compares between languages.

use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry as Node, Expression, InlineExpression, Pattern, PatternElement,
};

/// A name that a text mentions, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The name, without `$`.
    pub(crate) name: String,
    /// The bytes of the file that say it.
    pub(crate) span: Range<usize>,
}

/// One text: the value of a message or of one of its attributes.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The file's path as the author knows it.
    pub(crate) file: Arc<str>,
    /// The bytes of its identifier.
    pub(crate) span: Range<usize>,
    /// Its words; `{}` stands for each variable or reference.
    pub(crate) text: String,
    /// The variables it takes.
    pub(crate) variables: Vec<Mention>,
    /// The messages it contains: `id`, `id.attribute`, `-term`, or `FUNCTION()`.
    pub(crate) references: Vec<Mention>,
}

/// The texts of a file, each with its id: `id`, `id.attribute`, or `-term`.
pub(crate) fn entries(file: &str, resource: &FluentResource) -> Vec<(String, Entry)> {
    let reader = Reader {
        file: file.into(),
        source: resource.source(),
    };
    resource
        .entries()
        .flat_map(|node| reader.node(node))
        .collect()
}

struct Reader<'s> {
    file: Arc<str>,
    source: &'s str,
}

impl Reader<'_> {
    fn node(&self, node: &Node<&str>) -> Vec<(String, Entry)> {
        let (prefix, id, value, attributes) = match node {
            Node::Message(node) => ("", node.id.name, node.value.as_ref(), &node.attributes),
            Node::Term(node) => ("-", node.id.name, Some(&node.value), &node.attributes),
            _ => return Vec::new(),
        };
        let value = value.map(|value| (format!("{prefix}{id}"), self.entry(id, value)));
        let attributes = attributes.iter().map(|attribute| {
            let name = attribute.id.name;
            let entry = self.entry(name, &attribute.value);
            (format!("{prefix}{id}.{name}"), entry)
        });
        value.into_iter().chain(attributes).collect()
    }

    fn entry(&self, id: &str, pattern: &Pattern<&str>) -> Entry {
        let mut entry = Entry {
            file: Arc::clone(&self.file),
            span: place(self.source, id),
            text: String::new(),
            variables: Vec::new(),
            references: Vec::new(),
        };
        self.pattern(pattern, &mut entry);
        entry
    }

    fn pattern(&self, pattern: &Pattern<&str>, entry: &mut Entry) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => entry.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, entry),
            }
        }
    }

    fn expression(&self, expression: &Expression<&str>, entry: &mut Entry) {
        match expression {
            Expression::Inline(inline) => {
                entry.text.push_str("{}");
                self.inline(inline, entry);
            }
            Expression::Select { selector, variants } => {
                self.inline(selector, entry);
                for variant in variants {
                    self.pattern(&variant.value, entry);
                }
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>, entry: &mut Entry) {
        match inline {
            InlineExpression::StringLiteral { value } => entry.text.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                entry.variables.push(self.mention(id.name, id.name.into()));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, entry),
            InlineExpression::MessageReference { id, attribute } => {
                let name = joined(id.name, attribute.as_ref().map(|part| part.name));
                entry.references.push(self.mention(id.name, name));
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let name = joined(id.name, attribute.as_ref().map(|part| part.name));
                let mention = self.mention(id.name, format!("-{name}"));
                entry.references.push(mention);
                self.arguments(arguments.as_ref(), entry);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let mention = self.mention(id.name, format!("{}()", id.name));
                entry.references.push(mention);
                self.arguments(Some(arguments), entry);
            }
        }
    }

    fn arguments(&self, arguments: Option<&CallArguments<&str>>, entry: &mut Entry) {
        let Some(arguments) = arguments else { return };
        let named = arguments.named.iter().map(|argument| &argument.value);
        for value in arguments.positional.iter().chain(named) {
            self.inline(value, entry);
        }
    }

    fn mention(&self, part: &str, name: String) -> Mention {
        Mention {
            name,
            span: place(self.source, part),
        }
    }
}

fn joined(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.into(), |attribute| format!("{id}.{attribute}"))
}

/// The bytes of `source` that `part`, a slice of it, takes up.
fn place(source: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    start..start.saturating_add(part.len())
}

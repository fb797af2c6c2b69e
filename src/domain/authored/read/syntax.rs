//! The syntax of a file, and the bounds within which it is read at all.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::brackets;
use super::check::Node;
use super::lines::Lines;
use super::within;
use crate::domain::authored::Faults;

/// The largest file that is read, in bytes.
const LARGEST_FILE: usize = 1 << 20;

/// How deep lists and tables may stand in each other.
const DEEPEST: usize = 48;

/// The most faults of the syntax that are told at once. A file with more is hardly meant as one of ours.
pub(super) const MOST_TOLD: usize = 200;

/// The most parts a dotted key may have. Each is a table, and the parser frees tables one within the other.
const LONGEST_KEY: usize = 8;

/// The text of a file, and what could be read of it where its brackets do not pair.
#[derive(Debug)]
pub(super) struct Document<'t> {
    text: &'t str,
    mended: Option<String>,
}

impl<'t> Document<'t> {
    /// A text within bounds; nothing when it is beyond what is read.
    pub(super) fn new(faults: &mut Faults, text: &'t str) -> Option<Self> {
        if text.len() > LARGEST_FILE {
            let most = LARGEST_FILE >> 20;
            faults.error_of_file(format!("the file is larger than {most} MiB"));
            return None;
        }
        let document = Self { text, mended: None };
        (!long_keys(faults, text)).then_some(document)
    }

    /// The file as a table, with every fault of its syntax; nothing when it is beyond what is read.
    pub(super) fn parse(&mut self, faults: &mut Faults) -> Option<Node<'_>> {
        let (mut table, mut errors) = DeTable::parse_recoverable(self.text);
        if !errors.is_empty() {
            let mended = self.mended.insert(brackets::mend(faults, self.text));
            (table, errors) = DeTable::parse_recoverable(mended);
        }
        report(faults, self.text, &errors);
        let document = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
        if let Some(node) = too_deep(&document, DEEPEST) {
            let message = format!("more than {DEEPEST} lists and tables within each other");
            faults.error(within(self.text, node.span()), message);
            return None;
        }
        Some(document)
    }
}

/// Reports keys of too many parts, before any table is made of them.
fn long_keys(faults: &mut Faults, text: &str) -> bool {
    let mut dots = 0;
    for token in Source::new(text).lex() {
        dots = match token.kind() {
            TokenKind::Dot => dots + 1,
            TokenKind::Atom
            | TokenKind::Whitespace
            | TokenKind::BasicString
            | TokenKind::LiteralString => dots,
            _ => 0,
        };
        if dots == LONGEST_KEY {
            let span = token.span().start()..token.span().end();
            let message = format!("a key of more than {LONGEST_KEY} parts");
            faults.error(within(text, span), message);
            return true;
        }
    }
    false
}

/// Reports the faults of the syntax, without those that are mostly consequences of one told before.
fn report(faults: &mut Faults, text: &str, errors: &[Error]) {
    let lines = Lines::of(text);
    let mut told = BTreeSet::new();
    for error in errors {
        let span = error.span().map(|span| within(text, span));
        if !told.insert(span.as_ref().map(|span| origin(text, &lines, span))) {
            continue;
        }
        if faults.len() >= MOST_TOLD {
            return;
        }
        let (message, help) = reworded(error.message(), span.as_ref().is_none_or(Range::is_empty));
        let fault = match span {
            Some(span) => faults.error(span, message),
            None => faults.error_of_file(message),
        };
        if let Some(help) = help {
            fault.help(help);
        }
    }
}

/// What faults that come of each other have in common: their line, or the name that all headers of a list repeat.
fn origin<'t>(text: &'t str, lines: &Lines, span: &Range<usize>) -> (usize, &'t str) {
    let before = text.get(..span.start).unwrap_or_default();
    match (before.ends_with("[["), text.get(span.clone())) {
        (true, Some(name)) => (0, name),
        _ => (lines.line(span.start), ""),
    }
}

/// The parser's words, where ours say more to an author.
fn reworded(message: &str, nothing_there: bool) -> (&str, Option<&'static str>) {
    if message == "duplicate key" {
        let help = "a table has each key once: remove or rename one of them";
        return (message, Some(help));
    }
    if message.starts_with("invalid basic string, expected `\"`") {
        return (
            "this string is not closed",
            Some("write a quote where it ends"),
        );
    }
    let bare = ["string values must be quoted", "invalid boolean, expected"];
    match bare.iter().any(|begin| message.starts_with(begin)) {
        true if nothing_there => ("a value is missing", None),
        true => ("not a value", Some("a string stands in quotes")),
        false => (message, None),
    }
}

/// The first value that lies deeper than `levels`.
fn too_deep<'n, 't>(node: &'n Node<'t>, levels: usize) -> Option<&'n Node<'t>> {
    let Some(levels) = levels.checked_sub(1) else {
        return Some(node);
    };
    match node.get_ref() {
        DeValue::Array(items) => items.iter().find_map(|item| too_deep(item, levels)),
        DeValue::Table(table) => table.values().find_map(|value| too_deep(value, levels)),
        _ => None,
    }
}

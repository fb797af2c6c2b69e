//! The syntax of a file, and the bounds within which it is read at all.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::check::Node;
use super::within;
use crate::domain::authored::Faults;

/// The largest file that is read, in bytes.
const LARGEST_FILE: usize = 1 << 20;

/// How deep lists and tables may stand in each other.
const DEEPEST: usize = 48;

/// The most parts a dotted key may have. Each is a table, and the parser frees tables one within the other.
const LONGEST_KEY: usize = 8;

/// The file as a table, with every fault of its syntax; nothing when it is beyond what is read.
pub(super) fn parse<'t>(faults: &mut Faults, text: &'t str) -> Option<Node<'t>> {
    if text.len() > LARGEST_FILE {
        let most = LARGEST_FILE >> 20;
        faults.error_of_file(format!("the file is larger than {most} MiB"));
        return None;
    }
    if long_keys(faults, text) {
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        report(faults, text, error);
    }
    let document = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    if let Some(node) = too_deep(&document, DEEPEST) {
        let message = format!("more than {DEEPEST} lists and tables within each other");
        faults.error(within(text, node.span()), message);
        return None;
    }
    Some(document)
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

fn report(faults: &mut Faults, text: &str, error: &Error) {
    let message = error.message();
    let fault = match error.span() {
        Some(span) => faults.error(within(text, span), message),
        None => faults.error_of_file(message),
    };
    if message == "duplicate key" {
        fault.help("a table has each key once: remove or rename one of them");
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

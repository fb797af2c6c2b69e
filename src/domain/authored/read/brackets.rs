//! Brackets that do not pair. To the parser the rest of the file lies inside an open bracket; here it ends with its
//! section, and the other sections are read as if it were not there.

use std::ops::Range;

use toml_parser::lexer::{Token, TokenKind};
use toml_parser::{Source, Span};

use super::syntax::MOST_TOLD;
use super::within;
use crate::domain::authored::Faults;

/// A bracket without its pair, as it is told.
type Unpaired = (Span, &'static str);

/// What is said of a string whose second quote is missing.
const UNQUOTED: &str = "this string is not closed";

/// Reports brackets that do not pair, and gives the text with the sections that hold them left blank. Every other
/// character stays where it is.
pub(super) fn mend(faults: &mut Faults, text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    for section in sections(text) {
        let start = mended.len();
        let unpaired = unpaired(section);
        let room = MOST_TOLD.saturating_sub(faults.len());
        for (span, message) in unpaired.iter().take(room) {
            let span = start.saturating_add(span.start())..start.saturating_add(span.end());
            let fault = faults.error(within(text, span), *message);
            if *message == UNQUOTED {
                fault.help("write a quote where it ends");
            }
        }
        match unpaired.is_empty() {
            true => mended.push_str(section),
            false => mended.extend(section.bytes().map(blank)),
        }
    }
    mended
}

fn blank(byte: u8) -> char {
    if byte == b'\n' { '\n' } else { ' ' }
}

/// The text, divided before each line that is a header.
fn sections(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.split_inclusive('\n').peekable();
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut length = lines.next()?.len();
        while let Some(line) = lines.next_if(|line| !is_header(line)) {
            length = length.saturating_add(line.len());
        }
        let range: Range<usize> = start..start.saturating_add(length);
        start = range.end;
        text.get(range)
    })
}

/// Whether a line stands for itself as the header of a table.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let name = line
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let of_name = |letter: char| letter.is_alphanumeric() || "[]_-.\"' ".contains(letter);
    name.is_some_and(|name| name.chars().all(of_name) && name.contains(char::is_alphabetic))
}

fn unpaired(section: &str) -> Vec<Unpaired> {
    let (mut open, mut found, mut strings) = (Vec::new(), Vec::new(), Vec::new());
    for token in Source::new(section).lex() {
        if open.len() > MOST_TOLD {
            break;
        }
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open.push(token),
            TokenKind::RightSquareBracket => {
                close(&mut open, &token, TokenKind::LeftSquareBracket, &mut found);
            }
            TokenKind::RightCurlyBracket => {
                close(&mut open, &token, TokenKind::LeftCurlyBracket, &mut found);
            }
            TokenKind::BasicString | TokenKind::LiteralString if !is_closed(section, &token) => {
                strings.push((token.span(), UNQUOTED));
            }
            _ => {}
        }
    }
    found.extend(
        open.iter()
            .map(|token| (token.span(), "this bracket is not closed")),
    );
    // A string that is not closed takes the brackets behind it for its own words.
    match found.is_empty() || strings.is_empty() {
        true => found,
        false => strings,
    }
}

/// Whether a string of one line ends with the quote that it begins with.
fn is_closed(section: &str, token: &Token) -> bool {
    let span = token.span();
    let text = section.get(span.start()..span.end()).unwrap_or_default();
    let mut letters = text.chars();
    let quote = letters.next();
    letters.next_back() == quote
}

/// Closes the last bracket of a kind; those within it that are still open were forgotten.
fn close(open: &mut Vec<Token>, closing: &Token, opening: TokenKind, found: &mut Vec<Unpaired>) {
    let Some(pair) = open.iter().rposition(|token| token.kind() == opening) else {
        found.push((closing.span(), "this bracket closes nothing"));
        return;
    };
    let forgotten = open.drain(pair..).skip(1);
    found.extend(forgotten.map(|token| (token.span(), "this bracket is not closed")));
}

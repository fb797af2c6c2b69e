//! How wide words are in the fonts that the pictures name, and where lines break. Widths are those of DejaVu Sans, which
//! Verdana does not exceed, rounded up: what fits here fits there.

/// The size of letters, in points.
pub const SIZE: f64 = 13.0;
/// From one line to the next, in points.
pub(super) const LEADING: f64 = 18.0;
/// How much wider letters are that stand out.
const BOLD: f64 = 1.17;

/// How wide a letter is, in its size.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | 'J' | '\'' | '|' | '.' | ',' | ':' | ';' | ' ' | '/' | '·'
        | '¡' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '!' => 0.43,
        's' | 'c' | 'z' | '“' | '”' | '"' | '?' | '¿' => 0.56,
        'm' | 'M' | 'W' | '%' | '@' | '…' => 1.01,
        'w' | '×' | '=' | '+' | '<' | '>' => 0.85,
        letter if letter.is_ascii_uppercase() => 0.80,
        letter if letter.is_ascii() => 0.65,
        letter if letter.is_lowercase() => 0.66,
        letter if letter.is_alphabetic() => 1.01,
        _ => 0.90,
    }
}

/// How wide a text is, in points.
#[must_use]
pub fn width(text: &str, bold: bool) -> f64 {
    let width: f64 = text.chars().map(advance).sum();
    width * SIZE * if bold { BOLD } else { 1.0 }
}

/// A text in lines that are no wider than this, in points. A word that is wider is broken where it must.
pub(super) fn lines(text: &str, most: f64, bold: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text
        .split_whitespace()
        .flat_map(|word| pieces(word, most, bold))
    {
        let joined = if line.is_empty() {
            word.clone()
        } else {
            format!("{line} {word}")
        };
        if width(&joined, bold) <= most || line.is_empty() {
            line = joined;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word in pieces that fit on a line.
fn pieces(word: &str, most: f64, bold: bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(last) = pieces.last_mut() else { break };
        let longer = format!("{last}{letter}");
        if width(&longer, bold) <= most || last.is_empty() {
            *last = longer;
        } else {
            pieces.push(letter.to_string());
        }
    }
    pieces
}

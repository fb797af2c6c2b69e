//! A document as Markdown, in the form that GitHub and Pandoc read.

use crate::guide::page::{Block, Cell, Item, Page, Run, Section, Turn};

/// The page as Markdown.
#[must_use]
pub fn markdown(page: &Page) -> String {
    let mut out = format!("# {}\n\n", escape(&page.title));
    blocks(&mut out, &page.lead);
    out.push_str(&format!("## {}\n\n", escape(&page.contents)));
    for (number, section) in page.sections.iter().enumerate() {
        let number = number.saturating_add(1);
        out.push_str(&format!(
            "{number}. {}\n",
            link(&section.anchor, &section.title)
        ));
    }
    out.push('\n');
    page.sections
        .iter()
        .for_each(|one| section(&mut out, one, 2));
    out.push_str("---\n\n");
    for line in &page.footer {
        out.push_str(&escape(line));
        out.push('\n');
    }
    out
}

/// The same text with what Markdown and HTML would take for their own.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '>' => {
                escaped.push('\\');
                escaped.push(symbol);
            }
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    unlisted(escaped)
}

/// A line that begins as a point or a number of a list would, and is none.
fn unlisted(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut rest = text.chars().skip(digits);
    let begins = match (digits, rest.next()) {
        (0, Some('-' | '+' | '=')) => Some(0),
        (1.., Some('.' | ')')) => Some(digits),
        _ => None,
    };
    let Some(place) = begins else {
        return text;
    };
    let before: String = text.chars().take(place).collect();
    let after: String = text.chars().skip(place).collect();
    format!("{before}\\{after}")
}

fn link(to: &str, text: &str) -> String {
    format!("[{}](#{to})", escape(text))
}

fn section(out: &mut String, section: &Section, level: usize) {
    let marks = "#".repeat(level.min(6));
    out.push_str(&format!("<a id=\"{}\"></a>\n\n", section.anchor));
    out.push_str(&format!("{marks} {}\n\n", escape(&section.title)));
    blocks(out, &section.blocks);
    let level = level.saturating_add(1);
    section
        .sections
        .iter()
        .for_each(|one| self::section(out, one, level));
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        self::block(out, block);
        out.push('\n');
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Text(words) => out.push_str(&format!("{}\n", runs(words))),
        Block::Notice(words) => out.push_str(&format!("> {}\n", runs(words))),
        Block::List(items) => list(out, items, 0),
        Block::Table {
            caption,
            head,
            rows,
        } => table(out, caption, head, rows),
        Block::Terms(terms) => terms.iter().for_each(|(name, own)| term(out, name, own)),
        Block::Talk(turns) => turns.iter().for_each(|turn| self::turn(out, turn)),
        Block::Form(lines) => form(out, lines),
    }
}

fn runs(words: &[Run]) -> String {
    let each = words.iter().map(|run| match run {
        Run::Plain(text) | Run::Cite(text) => escape(text),
        Run::Strong(text) => format!("**{}**", escape(text)),
        Run::Code(text) => format!("`{}`", text.replace('`', "'")),
        Run::Link { to, text } => link(to, text),
    });
    each.collect()
}

fn list(out: &mut String, items: &[Item], depth: usize) {
    let indent = "  ".repeat(depth);
    for item in items {
        out.push_str(&format!("{indent}- {}\n", runs(&item.text)));
        list(out, &item.inner, depth.saturating_add(1));
    }
}

fn table(out: &mut String, caption: &str, head: &[String], rows: &[Vec<Cell>]) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&format!("**{}**\n\n", escape(caption)));
    out.push_str(&line(head.iter().map(|name| escape(name)).collect()));
    out.push_str(&line(head.iter().map(|_| "---".to_owned()).collect()));
    for row in rows {
        out.push_str(&line(row.iter().map(cell).collect()));
    }
}

fn cell(own: &Cell) -> String {
    let lines: Vec<String> = own.iter().map(|words| runs(words)).collect();
    lines.join("<br>")
}

/// A term, with another mark than a list has: two lists in a row would be read as one.
fn term(out: &mut String, name: &str, own: &Cell) {
    if let [only] = own.as_slice() {
        out.push_str(&format!("* **{}**: {}\n", escape(name), runs(only)));
        return;
    }
    out.push_str(&format!("* **{}**:\n", escape(name)));
    own.iter()
        .for_each(|words| out.push_str(&format!("  - {}\n", runs(words))));
}

fn turn(out: &mut String, turn: &Turn) {
    out.push_str(&format!(
        "> **{}:** {}\n>\n",
        escape(&turn.who),
        escape(&turn.text)
    ));
}

fn form(out: &mut String, lines: &[String]) {
    for line in lines {
        let blank = "\\_".repeat(40);
        out.push_str(&format!("{}: {blank}\n\n", escape(line)));
    }
}

//! A document as one HTML page that needs nothing else: no network, no script, readable on a phone, made to be printed.

use crate::guide::page::{Block, Cell, Item, Page, Run, Section, Turn};

const STYLE: &str = include_str!("html/style.css");

/// The page as HTML.
#[must_use]
pub fn html(page: &Page) -> String {
    let mut out = Html::default();
    out.raw("<!DOCTYPE html>\n");
    out.open("html", &[("lang", &page.lang)]);
    out.raw("\n");
    head(&mut out, page);
    out.open("body", &[]);
    out.raw("\n");
    out.open("a", &[("class", "skip"), ("href", "#handbook")]);
    out.text(&page.skip);
    out.close("a");
    out.raw("\n");
    out.open("header", &[]);
    out.element("h1", &page.title);
    blocks(&mut out, &page.lead);
    out.close("header");
    contents(&mut out, page);
    out.open("main", &[("id", "handbook")]);
    out.raw("\n");
    page.sections
        .iter()
        .for_each(|one| section(&mut out, one, 2));
    out.close("main");
    out.raw("\n");
    out.open("footer", &[]);
    page.footer.iter().for_each(|line| out.element("p", line));
    out.close("footer");
    out.raw("\n");
    out.close("body");
    out.close("html");
    out.raw("\n");
    out.text
}

/// HTML as it is written: what is opened is closed by name, and words are always escaped.
#[derive(Default)]
struct Html {
    text: String,
}

impl Html {
    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.raw("<");
        self.raw(tag);
        for (name, value) in attributes {
            self.raw(&format!(" {name}=\"{}\"", escape(value)));
        }
        self.raw(">");
    }

    fn close(&mut self, tag: &str) {
        self.raw(&format!("</{tag}>"));
    }

    fn text(&mut self, words: &str) {
        self.raw(&escape(words));
    }

    /// An element that holds words alone, on a line of its own.
    fn element(&mut self, tag: &str, words: &str) {
        self.open(tag, &[]);
        self.text(words);
        self.close(tag);
        self.raw("\n");
    }
}

/// The same text with what HTML and SVG would take for their own.
#[must_use]
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn head(out: &mut Html, page: &Page) {
    out.open("head", &[]);
    out.raw("\n<meta charset=\"utf-8\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.element("title", &page.title);
    out.open("style", &[]);
    out.raw("\n");
    out.raw(STYLE);
    let below: Vec<String> = page.footer.iter().map(|line| quoted(line)).collect();
    out.raw(&format!(
        "@page {{ @bottom-left {{ content: {}; }} }}\n",
        below.join(" ")
    ));
    out.close("style");
    out.raw("\n");
    out.close("head");
    out.raw("\n");
}

/// A text in a style sheet: only what can mean nothing there, nor to HTML, stands as it is.
fn quoted(text: &str) -> String {
    let safe = |symbol: char| symbol.is_alphanumeric() || " .,:;-".contains(symbol);
    let kept = text.chars().map(|symbol| match safe(symbol) {
        true => symbol.to_string(),
        false => format!("\\{:06x}", u32::from(symbol)),
    });
    format!("\"{}\"", kept.collect::<String>())
}

fn contents(out: &mut Html, page: &Page) {
    out.open("nav", &[("aria-labelledby", "contents")]);
    out.open("h2", &[("id", "contents")]);
    out.text(&page.contents);
    out.close("h2");
    out.open("ol", &[]);
    for section in &page.sections {
        out.open("li", &[]);
        link(out, &section.anchor, &section.title);
        out.close("li");
        out.raw("\n");
    }
    out.close("ol");
    out.close("nav");
    out.raw("\n");
}

fn link(out: &mut Html, to: &str, text: &str) {
    out.open("a", &[("href", &format!("#{to}"))]);
    out.text(text);
    out.close("a");
}

fn section(out: &mut Html, section: &Section, level: usize) {
    let heading = format!("{}-title", section.anchor);
    out.open(
        "section",
        &[("id", &section.anchor), ("aria-labelledby", &heading)],
    );
    let tag = format!("h{}", level.min(6));
    out.open(&tag, &[("id", &heading)]);
    out.text(&section.title);
    out.close(&tag);
    out.raw("\n");
    blocks(out, &section.blocks);
    let level = level.saturating_add(1);
    section
        .sections
        .iter()
        .for_each(|one| self::section(out, one, level));
    out.close("section");
    out.raw("\n");
}

fn blocks(out: &mut Html, blocks: &[Block]) {
    for block in blocks {
        self::block(out, block);
        out.raw("\n");
    }
}

fn block(out: &mut Html, block: &Block) {
    match block {
        Block::Text(words) => wrapped(out, "p", &[], words),
        Block::Notice(words) => wrapped(out, "p", &[("class", "notice")], words),
        Block::List(items) => list(out, items),
        Block::Table {
            caption,
            head,
            rows,
        } => table(out, caption, head, rows),
        Block::Terms(terms) => self::terms(out, terms),
        Block::Talk(turns) => talk(out, turns),
        Block::Form(lines) => form(out, lines),
    }
}

fn wrapped(out: &mut Html, tag: &str, attributes: &[(&str, &str)], words: &[Run]) {
    out.open(tag, attributes);
    runs(out, words);
    out.close(tag);
}

fn runs(out: &mut Html, words: &[Run]) {
    for run in words {
        match run {
            Run::Plain(text) => out.text(text),
            Run::Strong(text) => {
                out.open("strong", &[]);
                out.text(text);
                out.close("strong");
            }
            Run::Code(text) => {
                out.open("code", &[]);
                out.text(text);
                out.close("code");
            }
            Run::Cite(text) => {
                out.open("span", &[("lang", "en")]);
                out.text(text);
                out.close("span");
            }
            Run::Link { to, text } => link(out, to, text),
        }
    }
}

fn list(out: &mut Html, items: &[Item]) {
    out.open("ul", &[]);
    for item in items {
        out.open("li", &[]);
        runs(out, &item.text);
        if !item.inner.is_empty() {
            list(out, &item.inner);
        }
        out.close("li");
    }
    out.close("ul");
}

/// A table that a narrow screen can scroll by itself.
fn table(out: &mut Html, caption: &str, head: &[String], rows: &[Vec<Cell>]) {
    out.open(
        "div",
        &[
            ("class", "scroll"),
            ("role", "region"),
            ("tabindex", "0"),
            ("aria-label", caption),
        ],
    );
    out.open("table", &[]);
    out.element("caption", caption);
    out.open("thead", &[]);
    out.open("tr", &[]);
    for name in head {
        out.open("th", &[("scope", "col")]);
        out.text(name);
        out.close("th");
    }
    out.close("tr");
    out.close("thead");
    out.raw("\n");
    out.open("tbody", &[]);
    for row in rows {
        out.open("tr", &[]);
        for (place, own) in row.iter().enumerate() {
            let label = head.get(place).map_or("", String::as_str);
            table_cell(out, place, label, own);
        }
        out.close("tr");
        out.raw("\n");
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
}

fn table_cell(out: &mut Html, place: usize, label: &str, own: &Cell) {
    let tag = if place == 0 { "th" } else { "td" };
    match place {
        0 => out.open(tag, &[("scope", "row")]),
        _ => out.open(tag, &[("data-label", label)]),
    }
    cell(out, own);
    out.close(tag);
}

fn cell(out: &mut Html, own: &Cell) {
    if let [only] = own.as_slice() {
        return runs(out, only);
    }
    for words in own {
        wrapped(out, "p", &[], words);
    }
}

fn terms(out: &mut Html, terms: &[(String, Cell)]) {
    out.open("dl", &[]);
    for (name, own) in terms {
        out.element("dt", name);
        out.open("dd", &[]);
        cell(out, own);
        out.close("dd");
        out.raw("\n");
    }
    out.close("dl");
}

fn talk(out: &mut Html, turns: &[Turn]) {
    out.open("ol", &[("class", "talk")]);
    for turn in turns {
        out.open(
            "li",
            &[("class", if turn.office { "office" } else { "program" })],
        );
        out.open("strong", &[]);
        out.text(&turn.who);
        out.text(":");
        out.close("strong");
        out.raw(" ");
        out.text(&turn.text);
        out.close("li");
        out.raw("\n");
    }
    out.close("ol");
}

fn form(out: &mut Html, lines: &[String]) {
    out.open("dl", &[("class", "form")]);
    for line in lines {
        out.element("dt", line);
        out.raw("<dd>&nbsp;</dd>\n");
    }
    out.close("dl");
}

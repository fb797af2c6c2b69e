//! The pages hold together: marks are balanced, words are escaped, links lead somewhere, and tables have headings.

use std::collections::BTreeSet;

use preauth::guide::html::html;
use preauth::guide::markdown::markdown;
use preauth::guide::page::{Block, Page, plain};

use super::Subject;
use crate::markup::{Element, read};

fn of<'e>(all: &'e [Element], name: &'static str) -> impl Iterator<Item = &'e Element> {
    all.iter().filter(move |one| one.name == name)
}

fn level(element: &Element) -> Option<usize> {
    let number = element.name.strip_prefix('h')?;
    number.parse().ok()
}

#[test]
fn html_is_well_formed_and_can_be_heard_as_well_as_seen() {
    for subject in Subject::all() {
        for tag in ["en-US", "es-US"] {
            let all = read(&html(&subject.page(tag)));
            assert_eq!(of(&all, "html").next().unwrap().get("lang"), Some(tag));
            for landmark in ["header", "nav", "main", "footer", "title", "h1"] {
                assert_eq!(of(&all, landmark).count(), 1, "{landmark}");
            }
            let levels: Vec<usize> = all.iter().filter_map(level).collect();
            let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
            assert!(!skips, "{levels:?}");
            for heading in of(&all, "th") {
                assert!(matches!(heading.get("scope"), Some("row" | "col")));
            }
            let tables = of(&all, "table").count();
            assert_eq!(
                of(&all, "caption")
                    .filter(|one| !one.text.is_empty())
                    .count(),
                tables
            );
            for row in all.windows(2).filter(|pair| pair[0].name == "tr") {
                assert_eq!(row[1].name, "th", "a row begins with its heading");
            }
        }
    }
}

#[test]
fn links_lead_somewhere_and_nothing_comes_from_elsewhere() {
    for subject in Subject::all() {
        let text = html(&subject.page("en-US"));
        let all = read(&text);
        let ids: Vec<&str> = all.iter().filter_map(|one| one.get("id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "an id stands twice");
        for link in all.iter().filter_map(|one| one.get("href")) {
            assert!(known.contains(link.strip_prefix('#').unwrap()), "{link}");
        }
        for label in all.iter().filter_map(|one| one.get("aria-labelledby")) {
            assert!(known.contains(label), "{label}");
        }
        assert!(
            all.iter()
                .all(|one| one.get("src").is_none() && one.name != "script")
        );
        assert!(!text.contains("@import") && !text.contains("url("));
        let anchors = markdown(&subject.page("en-US"));
        for link in anchors
            .split("](#")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            assert!(
                anchors.contains(&format!("<a id=\"{link}\"></a>")),
                "{link}"
            );
        }
    }
}

/// What takes every mark for its own.
const NASTY: &str = "<b>&amp;</td> \"'|`*_~[x](y)# \\";

#[test]
fn words_are_escaped() {
    let texts = |text: String| {
        let lines = text
            .lines()
            .map(|line| match line.contains(" = ") && !line.contains('{') {
                true => format!("{line} {NASTY}\n"),
                false => format!("{line}\n"),
            });
        lines.collect()
    };
    let subject = Subject::with(texts);
    let [page, text] = subject.both("en-US");
    let all = read(&page);
    assert!(of(&all, "td").any(|one| one.text.contains(NASTY)));
    assert_eq!(of(&all, "b").count(), 0);
    assert!(!text.contains("<b>") && !text.contains("</td>"));
    assert!(text.contains("&lt;b\\>&amp;amp;&lt;/td\\> \"'\\|\\`\\*\\_\\~\\[x\\](y)\\# \\\\"));
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut tables: Vec<Vec<usize>> = vec![Vec::new()];
    for line in text.lines() {
        match line.starts_with('|') {
            true => tables.last_mut().unwrap().push(bars(line)),
            false => tables.push(Vec::new()),
        }
    }
    assert!(rows.count() > 10);
    for table in tables.iter().filter(|table| !table.is_empty()) {
        assert!(table.iter().all(|count| *count == table[0]), "{table:?}");
    }
}

#[test]
fn a_line_of_markdown_is_no_list_by_accident() {
    let page = Page {
        lead: ["- one", "1. two", "12) three", "+ four", "5 of six"]
            .map(|text| Block::Text(plain(text)))
            .to_vec(),
        ..Page::default()
    };
    let text = markdown(&page);
    for line in ["\\- one", "1\\. two", "12\\) three", "\\+ four", "5 of six"] {
        assert!(text.lines().any(|own| own == line), "{line} in {text}");
    }
}

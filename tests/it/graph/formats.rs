//! Mermaid and DOT are of the form that their programs read.

use std::collections::BTreeSet;

use preauth::graph::dot::dot;
use preauth::graph::mermaid::mermaid;
use preauth::graph::{Graph, Kind, Legend, Tree};

use super::{counted, pictures};
use crate::guide::Subject;

/// A piece of a DOT file.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Word(String),
    Quoted(String),
    Mark(char),
    Arrow,
}

/// The pieces of a DOT file by Graphviz's grammar: words, quoted texts, marks and arrows.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(one) = rest.next() {
        match one {
            '"' => {
                let mut quoted = String::new();
                loop {
                    match rest.next().expect("a quoted text ends") {
                        '"' => break,
                        '\\' => quoted.extend(['\\', rest.next().unwrap()]),
                        '\n' => panic!("a quoted text goes over the line"),
                        other => quoted.push(other),
                    }
                }
                pieces.push(Piece::Quoted(quoted));
            }
            '-' => {
                assert_eq!(rest.next(), Some('>'));
                pieces.push(Piece::Arrow);
            }
            '{' | '}' | '[' | ']' | ';' | ',' | '=' => pieces.push(Piece::Mark(one)),
            _ if one.is_whitespace() => {}
            _ => {
                let mut word = one.to_string();
                while let Some(next) = rest.next_if(|next| next.is_alphanumeric() || *next == '_') {
                    word.push(next);
                }
                pieces.push(Piece::Word(word));
            }
        }
    }
    pieces
}

/// Every box that is defined and every box that a line begins or ends at.
fn read_dot(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut defined, mut named) = (BTreeSet::new(), BTreeSet::new());
    let pieces = pieces(text);
    let depth = |open: char, close: char| {
        let of = |mark: char| {
            pieces
                .iter()
                .filter(|one| **one == Piece::Mark(mark))
                .count()
        };
        assert_eq!(of(open), of(close));
    };
    depth('{', '}');
    depth('[', ']');
    for window in pieces.windows(2) {
        match window {
            [Piece::Quoted(name), Piece::Mark('[')] => {
                defined.insert(name.clone());
            }
            [Piece::Quoted(name), Piece::Arrow] | [Piece::Arrow, Piece::Quoted(name)] => {
                named.insert(name.clone());
            }
            _ => {}
        }
    }
    (defined, named)
}

#[test]
fn dot_is_of_its_form_and_every_line_joins_two_boxes() {
    for subject in Subject::all() {
        let counts = counted(&subject);
        for graph in pictures(&subject, "en-US", Some(&counts)) {
            let (defined, named) = read_dot(&dot(&graph));
            // A line to the next question has a bracket after its second end, which defines nothing.
            assert!(named.iter().all(|name| defined.contains(name)));
            let boxes = super::every(&graph).into_iter();
            for tree in boxes.filter(|tree| !matches!(tree.kind, Kind::See(_))) {
                assert!(defined.contains(&tree.key), "{}", tree.key);
            }
        }
    }
}

/// The ids of a line of Mermaid: a box it defines, or the two ends of a line.
fn read_line(line: &str) -> (Option<String>, Vec<String>) {
    let is_id = |text: &str| {
        text.starts_with("n_")
            && text
                .chars()
                .all(|one| one.is_ascii_alphanumeric() || one == '_')
    };
    for arrow in [" --> ", " ==> "] {
        if let Some((from, to)) = line.split_once(arrow).filter(|(from, _)| is_id(from)) {
            assert!(is_id(to), "{line}");
            return (None, vec![from.to_owned(), to.to_owned()]);
        }
    }
    let (before, rest) = line.split_once('"').expect(line);
    let (words, after) = rest.rsplit_once('"').expect(line);
    assert!(
        !words.contains('"') && !words.contains(['<', '>', '&']) || words.contains("<br/>"),
        "{line}"
    );
    let words = words.replace("<br/>", "");
    assert!(!words.contains(['"', '<', '>', '&', '`']), "{line}");
    let shapes = [
        ("[", "]"),
        ("(", ")"),
        ("[[", "]]"),
        ("{{", "}}"),
        (">", "]"),
    ];
    let close = after.split(":::").next().unwrap();
    let id = shapes.iter().find_map(|(open, end)| {
        let id = before.strip_suffix(open).filter(|_| close == *end)?;
        is_id(id).then(|| id.to_owned())
    });
    assert!(id.is_some(), "{line}");
    (id, Vec::new())
}

#[test]
fn mermaid_is_of_its_form_and_every_line_joins_two_boxes() {
    for subject in Subject::all() {
        let counts = counted(&subject);
        for graph in pictures(&subject, "es-US", Some(&counts)) {
            let text = mermaid(&graph);
            let mut lines = text.lines().map(str::trim);
            assert_eq!(lines.next(), Some("flowchart LR"));
            let other = ["accTitle: ", "accDescr: ", "classDef ", "subgraph ", "end"];
            let (mut defined, mut named) = (BTreeSet::new(), Vec::new());
            for line in lines.filter(|line| !other.iter().any(|start| line.starts_with(start))) {
                let (id, ends) = read_line(line);
                if let Some(id) = id {
                    assert!(defined.insert(id.clone()), "{id} stands twice");
                }
                named.extend(ends);
            }
            assert!(named.iter().all(|name| defined.contains(name)));
            assert!(defined.len() > super::every(&graph).len() / 2);
        }
    }
}

#[test]
fn words_are_escaped() {
    let words = "a \"b\" <c> & #d; `e` \\ f";
    let leaf = |key: &str| Tree {
        key: key.to_owned(),
        kind: Kind::Test,
        text: vec![words.to_owned()],
        seen: None,
        inner: Vec::new(),
    };
    let graph = Graph {
        lang: "en-US".to_owned(),
        title: words.to_owned(),
        about: words.to_owned(),
        trees: vec![leaf("one-more"), leaf("two")],
        chained: true,
        widths: vec![200],
        legend: Legend::default(),
    };
    let (defined, _) = read_dot(&dot(&graph));
    assert!(defined.contains("one-more"));
    assert!(dot(&graph).contains("a \\\"b\\\" <c> & #d; `e` \\\\ f"));
    let text = mermaid(&graph);
    assert!(
        text.contains("a #quot;b#quot; #lt;c#gt; #amp; #35;d; #96;e#96; \\ f"),
        "{text}"
    );
    let drawn = crate::markup::read(&preauth::graph::svg::svg(&graph));
    assert!(
        drawn
            .iter()
            .any(|one| one.name == "title" && one.text == words)
    );
}

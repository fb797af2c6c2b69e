//! A picture as text for Mermaid, which draws it where Markdown is read.

use crate::graph::{Graph, Kind, Tree};

const CLASSES: &str = "  classDef s0 fill:#ffffff,stroke:#1a1a1a,color:#1a1a1a
  classDef s1 fill:#e3edf7,stroke:#1a1a1a,color:#1a1a1a
  classDef s2 fill:#c3d9ee,stroke:#1a1a1a,color:#1a1a1a
  classDef s3 fill:#9dc1e3,stroke:#1a1a1a,color:#1a1a1a
";

/// The picture.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut out = "flowchart LR\n".to_owned();
    out.push_str(&format!("  accTitle: {}\n", line(&graph.title)));
    out.push_str(&format!("  accDescr: {}\n", line(&graph.about)));
    for tree in &graph.trees {
        tree.walk(None, &mut |one, parent| node(&mut out, one, parent));
    }
    for pair in graph.trees.windows(2) {
        if let ([from, to], true) = (pair, graph.chained) {
            out.push_str(&format!("  {} ==> {}\n", id(&from.key), id(&to.key)));
        }
    }
    legend(&mut out, graph);
    out.push_str(CLASSES);
    out
}

/// A box and the line to it. What is drawn elsewhere is led to, there.
fn node(out: &mut String, tree: &Tree, parent: Option<&Tree>) {
    let to = match &tree.kind {
        Kind::See(elsewhere) => elsewhere,
        kind => {
            let shade = tree.seen.as_ref().map_or(0, |seen| seen.shade);
            let words: Vec<String> = tree.lines().iter().map(|line| escape(line)).collect();
            out.push_str(&format!(
                "  {}:::s{shade}\n",
                shaped(kind, &tree.key, &words.join("<br/>"))
            ));
            &tree.key
        }
    };
    if let Some(parent) = parent {
        out.push_str(&format!("  {} --> {}\n", id(&parent.key), id(to)));
    }
}

fn shaped(kind: &Kind, key: &str, words: &str) -> String {
    let (open, close) = match kind {
        Kind::Question | Kind::Criterion => ("[", "]"),
        Kind::Answer => ("(", ")"),
        Kind::Rule => ("[[", "]]"),
        Kind::Connective => ("{{", "}}"),
        Kind::Test | Kind::See(_) => (">", "]"),
    };
    format!("{}{open}\"{words}\"{close}", id(key))
}

fn legend(out: &mut String, graph: &Graph) {
    let legend = &graph.legend;
    out.push_str(&format!(
        "  subgraph legend[\"{}\"]\n",
        escape(&legend.title)
    ));
    let kinds = legend
        .kinds
        .iter()
        .filter(|(kind, _)| !matches!(kind, Kind::See(_)));
    for (number, (kind, text)) in kinds.enumerate() {
        let own = shaped(kind, &format!("legend-{number}"), &escape(text));
        out.push_str(&format!("    {own}:::s0\n"));
    }
    if let Some(counted) = &legend.counted {
        let own = shaped(&Kind::Question, "legend-counted", &escape(counted));
        out.push_str(&format!("    {own}:::s0\n"));
    }
    for (shade, text) in &legend.shades {
        let own = shaped(
            &Kind::Question,
            &format!("legend-shade-{shade}"),
            &escape(text),
        );
        out.push_str(&format!("    {own}:::s{shade}\n"));
    }
    out.push_str("  end\n");
}

/// A name that is none of Mermaid's own words.
fn id(key: &str) -> String {
    format!("n_{}", key.replace('-', "_h_").replace('.', "_d_"))
}

/// A text with what Mermaid, and the HTML it makes, would take for their own.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '"' => escaped.push_str("#quot;"),
            '#' => escaped.push_str("#35;"),
            '&' => escaped.push_str("#amp;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '`' => escaped.push_str("#96;"),
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A text on one line of its own.
fn line(text: &str) -> String {
    escape(text).replace([';', '{', '}'], ",")
}

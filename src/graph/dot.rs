//! A picture as text for Graphviz.

use crate::graph::{Graph, Kind, Tree};

const SHADES: [&str; 4] = ["#ffffff", "#e3edf7", "#c3d9ee", "#9dc1e3"];

/// The picture.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut out = format!("digraph {} {{\n", quoted(&graph.title));
    out.push_str(&format!(
        "  graph [rankdir=LR, labelloc=t, labeljust=l, fontname=\"Verdana\", label={}];\n",
        quoted(&format!("{}\n{}", graph.title, graph.about))
    ));
    out.push_str("  node [shape=box, style=filled, fillcolor=\"#ffffff\", fontname=\"Verdana\", fontsize=11];\n");
    for tree in &graph.trees {
        tree.walk(None, &mut |one, parent| node(&mut out, one, parent));
    }
    for pair in graph.trees.windows(2) {
        if let ([from, to], true) = (pair, graph.chained) {
            let (from, to) = (quoted(&from.key), quoted(&to.key));
            out.push_str(&format!(
                "  {from} -> {to} [style=bold, constraint=false];\n"
            ));
        }
    }
    legend(&mut out, graph);
    out.push_str("}\n");
    out
}

/// What kinds and shades mean, as boxes of these kinds and shades.
fn legend(out: &mut String, graph: &Graph) {
    let legend = &graph.legend;
    out.push_str(&format!(
        "  subgraph cluster_legend {{\n    label={};\n",
        quoted(&legend.title)
    ));
    let mut entry = |key: String, text: &str, (shape, shade): (&str, u8)| {
        out.push_str(&format!(
            "    {} [label={}, shape={shape}, fillcolor=\"{}\"];\n",
            quoted(&key),
            quoted(&broken(text)),
            fill(shade)
        ));
    };
    let kinds = legend
        .kinds
        .iter()
        .filter(|(kind, _)| !matches!(kind, Kind::See(_)));
    for (kind, text) in kinds {
        entry(format!("legend.{}", kind.as_str()), text, (look(kind), 0));
    }
    if let Some(counted) = &legend.counted {
        entry("legend.counted".to_owned(), counted, ("plain", 0));
    }
    for (shade, text) in &legend.shades {
        entry(format!("legend.shade.{shade}"), text, ("box", *shade));
    }
    out.push_str("  }\n");
}

/// The color of a shade.
fn fill(shade: u8) -> &'static str {
    SHADES.get(usize::from(shade)).copied().unwrap_or("#ffffff")
}

/// The shape and the line of a kind of box.
fn look(kind: &Kind) -> &'static str {
    match kind {
        Kind::Question | Kind::Criterion => "box",
        Kind::Answer => "oval",
        Kind::Rule => "octagon",
        Kind::Connective => "diamond",
        Kind::Test | Kind::See(_) => "note",
    }
}

/// A box and the line to it. What is drawn elsewhere is led to, there.
fn node(out: &mut String, tree: &Tree, parent: Option<&Tree>) {
    let to = match &tree.kind {
        Kind::See(elsewhere) => elsewhere,
        kind => {
            let shade = fill(tree.seen.as_ref().map_or(0, |seen| seen.shade));
            out.push_str(&format!(
                "  {} [label={}, shape={}, fillcolor=\"{shade}\"];\n",
                quoted(&tree.key),
                quoted(
                    &tree
                        .lines()
                        .iter()
                        .map(|line| broken(line))
                        .collect::<Vec<_>>()
                        .join("\n")
                ),
                look(kind)
            ));
            &tree.key
        }
    };
    if let Some(parent) = parent {
        out.push_str(&format!("  {} -> {};\n", quoted(&parent.key), quoted(to)));
    }
}

/// A text in lines of a fair length.
fn broken(text: &str) -> String {
    crate::graph::measure::lines(text, 260.0, false).join("\n")
}

/// A text as Graphviz quotes it.
fn quoted(text: &str) -> String {
    let text = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{text}\"")
}

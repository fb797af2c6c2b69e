//! A picture as SVG: real text, no external files, and a title and a description for those who do not see it.

use crate::graph::layout::{ACROSS, Placed, place};
use crate::graph::measure::{LEADING, SIZE, lines};
use crate::graph::{Graph, Kind, Seen};
use crate::guide::html::escape;

/// Around the whole picture, in points.
const MARGIN: f64 = 24.0;
/// The narrowest picture, so that its title fits.
const NARROWEST: f64 = 640.0;
/// How wide a box of the legend is.
const SWATCH: f64 = 44.0;

const STYLE: &str = "text { font-family: Verdana, \"DejaVu Sans\", sans-serif; fill: #1a1a1a; } \
.b { font-weight: bold; } .edge { fill: none; stroke: #5a5a5a; stroke-width: 1.3; } \
rect { stroke: #1a1a1a; stroke-width: 1.2; fill: #ffffff; } \
.question { stroke-width: 2.4; } .criterion { stroke-width: 2.4; } .rule { stroke-width: 3.6; } \
.connective { stroke-dasharray: 6 3; } .see { stroke-dasharray: 2 3; } \
.s0 { fill: #ffffff; } .s1 { fill: #e3edf7; } .s2 { fill: #c3d9ee; } .s3 { fill: #9dc1e3; }";

/// The picture.
#[must_use]
pub fn svg(graph: &Graph) -> String {
    let heading = heading_height(graph);
    let (placed, bottom) = place(graph, MARGIN, MARGIN + heading);
    let right = placed.iter().map(Placed::right).fold(NARROWEST, f64::max);
    let legend = legend_lines(graph);
    let rows = legend.iter().fold(2.0, |sum: f64, _| sum + 1.0);
    let (wide, high) = (
        right + MARGIN,
        bottom + MARGIN + rows * (LEADING + 6.0) + MARGIN,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{high:.0}\" \
         viewBox=\"0 0 {wide:.0} {high:.0}\" role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{}\">\n",
        escape(&graph.lang)
    );
    out.push_str(&format!(
        "<title id=\"title\">{}</title>\n",
        escape(&graph.title)
    ));
    out.push_str(&format!(
        "<desc id=\"desc\">{}</desc>\n",
        escape(&graph.about)
    ));
    out.push_str(&format!(
        "<style>{}</style>\n",
        escape(STYLE).replace("&quot;", "\"")
    ));
    out.push_str(&format!(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#5a5a5a\"/></marker></defs>\n\
         <rect width=\"{wide:.0}\" height=\"{high:.0}\" style=\"stroke: none\"/>\n"
    ));
    heading_text(&mut out, graph);
    edges(&mut out, graph, &placed);
    placed
        .iter()
        .for_each(|one| one.walk(&mut |own| boxed(&mut out, own)));
    legend_text(&mut out, graph, &legend, bottom + MARGIN);
    out.push_str("</svg>\n");
    out
}

fn about(graph: &Graph) -> Vec<String> {
    lines(&graph.about, NARROWEST, false)
}

fn heading_height(graph: &Graph) -> f64 {
    let titles = lines(&graph.title, NARROWEST, true).len();
    let rows = titles.saturating_add(about(graph).len()).saturating_add(1);
    (0..rows).fold(0.0, |sum, _| sum + LEADING)
}

fn heading_text(out: &mut String, graph: &Graph) {
    let mut top = MARGIN + SIZE;
    for line in lines(&graph.title, NARROWEST, true) {
        text(out, (MARGIN, top), &line, true);
        top += LEADING;
    }
    for line in about(graph) {
        text(out, (MARGIN, top), &line, false);
        top += LEADING;
    }
}

fn text(out: &mut String, (left, base): (f64, f64), words: &str, bold: bool) {
    let class = if bold { " class=\"b\"" } else { "" };
    out.push_str(&format!(
        "<text x=\"{left:.1}\" y=\"{base:.1}\" font-size=\"{SIZE}\"{class}>{}</text>\n",
        escape(words)
    ));
}

fn edges(out: &mut String, graph: &Graph, placed: &[Placed<'_>]) {
    for pair in placed.windows(2) {
        if let ([from, to], true) = (pair, graph.chained) {
            let x = from.left + 24.0;
            let (start, end) = (from.top + from.height, to.top);
            out.push_str(&format!(
                "<path class=\"edge\" marker-end=\"url(#arrow)\" d=\"M{x:.1} {start:.1} V{end:.1}\"/>\n"
            ));
        }
    }
    for one in placed {
        one.walk(&mut |from| {
            for to in &from.inner {
                let (x, y) = (from.left + from.width, from.middle());
                let half = x + ACROSS / 2.0;
                out.push_str(&format!(
                    "<path class=\"edge\" d=\"M{x:.1} {y:.1} H{half:.1} V{:.1} H{:.1}\"/>\n",
                    to.middle(),
                    to.left
                ));
            }
        });
    }
}

fn boxed(out: &mut String, own: &Placed<'_>) {
    out.push_str(&format!("<g id=\"{}\">\n", escape(&own.tree.key)));
    let at = (own.left, own.top, own.width, own.height);
    rect(out, at, &own.tree.kind, own.tree.seen.as_ref().map(shade));
    let mut base = own.top + crate::graph::layout::PADDING + SIZE;
    for (line, bold) in &own.lines {
        text(
            out,
            (own.left + crate::graph::layout::PADDING, base),
            line,
            *bold,
        );
        base += LEADING;
    }
    out.push_str("</g>\n");
}

fn shade(seen: &Seen) -> u8 {
    seen.shade
}

fn rect(
    out: &mut String,
    (left, top, wide, high): (f64, f64, f64, f64),
    kind: &Kind,
    shade: Option<u8>,
) {
    let round = if *kind == Kind::Answer { 9 } else { 1 };
    let shade = shade.map(|shade| format!(" s{shade}")).unwrap_or_default();
    out.push_str(&format!(
        "<rect class=\"{}{shade}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"{round}\"/>\n",
        kind.as_str()
    ));
}

/// What each line of the legend shows, and its words.
type Entry = (Option<(Kind, Option<u8>)>, String);

fn legend_lines(graph: &Graph) -> Vec<Entry> {
    let legend = &graph.legend;
    let kinds = legend
        .kinds
        .iter()
        .map(|(kind, text)| (Some((kind.clone(), None)), text.clone()));
    let counted = legend.counted.iter().map(|text| (None, text.clone()));
    let shaded = legend
        .kinds
        .first()
        .map_or(Kind::Test, |(kind, _)| kind.clone());
    let shades = legend.shades.iter();
    let shades = shades.map(|(shade, text)| (Some((shaded.clone(), Some(*shade))), text.clone()));
    kinds.chain(counted).chain(shades).collect()
}

fn legend_text(out: &mut String, graph: &Graph, entries: &[Entry], top: f64) {
    let row = LEADING + 6.0;
    let mut base = top + row;
    text(out, (MARGIN, base), &graph.legend.title, true);
    for (swatch, words) in entries {
        base += row;
        if let Some((kind, shade)) = swatch {
            rect(out, (MARGIN, base - SIZE, SWATCH, SIZE + 4.0), kind, *shade);
        }
        let left = if swatch.is_some() {
            MARGIN + SWATCH + 10.0
        } else {
            MARGIN
        };
        text(out, (left, base), words, swatch.is_none());
    }
}

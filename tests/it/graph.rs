//! `preauth graph` draws every question and every criterion, so that each can be read.

use std::collections::BTreeSet;

use preauth::domain::message::Message;
use preauth::graph::dot::dot;
use preauth::graph::measure::{SIZE, width};
use preauth::graph::mermaid::mermaid;
use preauth::graph::svg::svg;
use preauth::graph::{Counts, Graph, Kind, Of, Tree, criteria, dialog};
use preauth::guide::Words;
use preauth::lab::tally::{CriterionTally, StepTally, Tally};

use crate::guide::Subject;
use crate::markup::{Element, read};

mod command;
mod formats;

/// Both pictures of a policy, with what each must show.
pub(crate) fn pictures(subject: &Subject, tag: &str, counts: Option<&Counts>) -> [Graph; 2] {
    let say = |message: &Message| subject.say(tag, message);
    let words = Words {
        policy: &subject.offering.policy,
        dialog: &subject.offering.dialog,
        say: &say,
    };
    [dialog(&words, tag, counts), criteria(&words, tag, counts)]
}

fn every(graph: &Graph) -> Vec<&Tree> {
    let mut all = Vec::new();
    graph
        .trees
        .iter()
        .for_each(|tree| tree.walk(None, &mut |one, _| all.push(one)));
    all
}

fn keys(graph: &Graph) -> BTreeSet<&str> {
    every(graph)
        .into_iter()
        .map(|tree| tree.key.as_str())
        .collect()
}

/// Something that each step, choice and criterion was seen so often, in turn.
pub(crate) fn counted(subject: &Subject) -> Counts {
    let (policy, steps) = (&subject.offering.policy, &subject.offering.dialog.steps);
    let mut tally = Tally::default();
    for (number, step) in (0..).zip(steps) {
        let seen = StepTally {
            asked: number,
            answered: number,
            not_on_record: number,
        };
        tally.steps.insert(step.name.clone(), seen);
    }
    for (number, (criterion, _)) in (0..).zip(policy.criteria()) {
        let seen = CriterionTally {
            decided: number * 2,
            ..CriterionTally::default()
        };
        tally.criteria.insert(criterion, seen);
    }
    Counts::new(Of::Transcripts, 17, policy, &tally)
}

#[test]
fn every_step_and_choice_is_drawn_in_order() {
    for subject in Subject::all() {
        let [graph, _] = pictures(&subject, "en-US", None);
        let steps = &subject.offering.dialog.steps;
        let roots: Vec<&str> = graph.trees.iter().map(|tree| tree.key.as_str()).collect();
        let names: Vec<String> = steps
            .iter()
            .map(|step| format!("step.{}", step.name))
            .collect();
        assert_eq!(roots, names);
        for (step, tree) in steps.iter().zip(&graph.trees) {
            let choices = step.choices.len() + usize::from(step.can_be_open());
            assert_eq!(tree.inner.len(), choices, "{}", step.name);
        }
    }
}

#[test]
fn every_criterion_and_part_is_drawn_and_every_reference_leads_to_one() {
    for subject in Subject::all() {
        let [_, graph] = pictures(&subject, "en-US", None);
        let policy = &subject.offering.policy;
        let keys = keys(&graph);
        assert_eq!(keys.len(), every(&graph).len(), "a key stands twice");
        for (_, name) in policy.criteria() {
            assert!(
                keys.contains(format!("criterion.{name}").as_str()),
                "{name}"
            );
        }
        for (_, name) in policy.parts() {
            assert!(keys.contains(format!("part.{name}").as_str()), "{name}");
        }
        for rule in policy.rule_numbers() {
            for (name, _) in policy.paths(rule) {
                assert!(
                    keys.contains(format!("path.{rule}.{name}").as_str()),
                    "{name}"
                );
            }
        }
        for tree in every(&graph) {
            if let Kind::See(to) = &tree.kind {
                assert!(keys.contains(to.as_str()), "{to}");
            }
        }
    }
}

/// The place of a box: left, top, right, bottom.
type Place = [f64; 4];

fn place(rect: &Element) -> Place {
    let [left, top, wide, high] = ["x", "y", "width", "height"].map(|name| rect.number(name));
    [left, top, left + wide, top + high]
}

fn touch(one: &Place, other: &Place) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// The boxes of a picture, without the paper.
fn boxes(all: &[Element]) -> Vec<Place> {
    let rects = all
        .iter()
        .filter(|one| one.name == "rect" && one.get("class").is_some());
    rects.map(place).collect()
}

#[test]
fn no_boxes_touch_and_words_stay_within_theirs() {
    for subject in Subject::all() {
        let counts = counted(&subject);
        for tag in ["en-US", "es-US"] {
            for graph in pictures(&subject, tag, Some(&counts)) {
                let all = read(&svg(&graph));
                let (paper, boxes) = (
                    all.iter().find(|one| one.name == "svg").unwrap(),
                    boxes(&all),
                );
                for (number, one) in boxes.iter().enumerate() {
                    assert!(
                        !boxes[..number].iter().any(|other| touch(one, other)),
                        "{one:?}"
                    );
                    assert!(one[2] < paper.number("width") && one[3] < paper.number("height"));
                }
                within(&all, &boxes);
            }
        }
    }
}

/// Every line of a box is within it, and one below the other.
fn within(all: &[Element], boxes: &[Place]) {
    let lines = all
        .iter()
        .filter(|one| one.name == "text" && one.within.iter().any(|name| name == "g"));
    let mut seen: Vec<Place> = Vec::new();
    for line in lines {
        let (left, base) = (line.number("x"), line.number("y"));
        let wide = width(&line.text, line.get("class") == Some("b"));
        let own = [left, base - SIZE, left + wide, base + SIZE / 4.0];
        let holds =
            |one: &&Place| one[0] < own[0] && one[1] < own[1] && own[2] < one[2] && own[3] < one[3];
        assert_eq!(boxes.iter().filter(holds).count(), 1, "{}", line.text);
        assert!(
            !seen.iter().any(|other| touch(&own, other)),
            "{}",
            line.text
        );
        seen.push(own);
    }
    assert!(!seen.is_empty());
}

#[test]
fn a_picture_says_what_it_is_and_what_its_boxes_mean() {
    for subject in Subject::all() {
        let counts = counted(&subject);
        for graph in pictures(&subject, "en-US", Some(&counts)) {
            let text = svg(&graph);
            let all = read(&text);
            for name in ["title", "desc"] {
                assert_eq!(
                    all.iter()
                        .filter(|one| one.name == name && !one.text.is_empty())
                        .count(),
                    1
                );
            }
            let kinds: BTreeSet<&str> = every(&graph)
                .iter()
                .map(|tree| tree.kind.as_str())
                .collect();
            assert_eq!(graph.legend.kinds.len(), kinds.len());
            assert!(text.contains(", of 17 transcripts"));
            for (_, words) in &graph.legend.shades {
                assert!(
                    all.iter()
                        .any(|one| one.name == "text" && one.text == *words),
                    "{words}"
                );
            }
            assert!(!text.contains("<script") && !text.contains("href"));
        }
    }
}

#[test]
fn counts_stand_in_the_boxes_and_shade_them() {
    let subject = Subject::small();
    let counts = counted(&subject);
    let [questions, criteria] = pictures(&subject, "en-US", Some(&counts));
    let seen = |tree: &Tree| {
        tree.seen
            .as_ref()
            .map(|seen| (seen.text.clone(), seen.shade))
    };
    let steps: Vec<_> = questions.trees.iter().map(seen).collect();
    let expected = [
        ("never", 0),
        ("1×", 1),
        ("2×", 1),
        ("3×", 2),
        ("4×", 2),
        ("5×", 3),
        ("6×", 3),
    ];
    assert_eq!(
        steps,
        expected.map(|(text, shade)| Some((text.to_owned(), shade)))
    );
    let open = questions.trees[5].inner.last().unwrap();
    assert_eq!(
        seen(open),
        Some(("5×".to_owned(), 3)),
        "not on record is counted"
    );
    let shades: Vec<&str> = questions
        .legend
        .shades
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(
        shades,
        ["never", "1 to 2 times", "3 to 4 times", "5 to 6 times"]
    );
    let severe = criteria
        .trees
        .iter()
        .find(|tree| tree.key == "criterion.severe")
        .unwrap();
    assert_eq!(seen(severe), Some(("4×".to_owned(), 3)));
    let [plain, _] = pictures(&subject, "en-US", None);
    assert!(every(&plain).iter().all(|tree| tree.seen.is_none()));
    assert!(plain.legend.counted.is_none() && plain.legend.shades.is_empty());
}

#[test]
fn the_same_words_stand_in_every_format() {
    for subject in Subject::all() {
        for graph in pictures(&subject, "es-US", None) {
            let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let drawn = read(&svg(&graph));
            let lines = drawn
                .iter()
                .filter(|one| one.name == "g")
                .map(|one| squeezed(one.text.clone()));
            let lines: Vec<String> = lines.collect();
            let dotted = squeezed(dot(&graph).replace("\\n", " ").replace("\\\"", "\""));
            let marked = mermaid(&graph)
                .replace("#quot;", "\"")
                .replace("#lt;", "<")
                .replace("#gt;", ">");
            for tree in every(&graph) {
                for text in &tree.text {
                    let text = squeezed(text.clone());
                    assert!(lines.iter().any(|own| own.contains(&text)), "svg: {text}");
                    if !matches!(tree.kind, Kind::See(_)) {
                        assert!(dotted.contains(&text), "dot: {text}");
                        assert!(marked.contains(&text), "mermaid: {text}");
                    }
                }
            }
        }
    }
}

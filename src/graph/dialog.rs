//! The conversation: its steps in order, each with the answers it offers and what they settle.

use crate::domain::dialog::{Choice, Step};
use crate::domain::handbook as said;
use crate::graph::counts::{Counts, Shades, legend};
use crate::graph::{Graph, Kind, Tree};
use crate::guide::Words;

/// The picture of a conversation.
#[must_use]
pub fn dialog(words: &Words<'_>, lang: &str, counts: Option<&Counts>) -> Graph {
    let shades = counts.map(|counts| Shades {
        counts,
        most: most(counts),
        deciding: false,
        say: words.say,
    });
    let steps = words.dialog.steps.iter().enumerate();
    let trees: Vec<Tree> = steps
        .map(|(number, one)| step(words, number, one, shades.as_ref()))
        .collect();
    let title = crate::domain::message::Message::new("policy-title");
    Graph {
        lang: lang.to_owned(),
        title: words.text(&said::dialog_title(title)),
        about: words.text(&said::dialog_about()),
        legend: legend(&trees, words.say, shades.as_ref()),
        trees,
        chained: true,
        widths: vec![400, 460],
    }
}

fn most(counts: &Counts) -> u64 {
    let steps = counts.steps.values();
    steps
        .chain(counts.choices.values())
        .copied()
        .max()
        .unwrap_or(0)
}

fn step(words: &Words<'_>, number: usize, step: &Step, shades: Option<&Shades<'_>>) -> Tree {
    let number = number.saturating_add(1);
    let name = step.name.as_str();
    let label = words.text(&words.label(step));
    let choices = step.choices.iter();
    let mut inner: Vec<Tree> = choices
        .map(|one| choice(words, step, one, shades))
        .collect();
    if step.can_be_open() {
        inner.push(Tree {
            key: format!("answer.{name}.{NOT_ON_RECORD}"),
            kind: Kind::Answer,
            text: vec![
                words.id("not_on_record".to_owned()),
                words.text(&said::stays_open()),
            ],
            seen: shades.map(|shades| {
                let own = (name.to_owned(), NOT_ON_RECORD.to_owned());
                shades.seen(shades.counts.choices.get(&own))
            }),
            inner: Vec::new(),
        });
    }
    Tree {
        key: format!("step.{name}"),
        kind: Kind::Question,
        text: vec![
            format!("{number} · {label}"),
            words.text(&words.of_step(step, "")),
            words.text(&words.asked(step)),
        ],
        seen: shades.map(|shades| shades.seen(shades.counts.steps.get(name))),
        inner,
    }
}

/// The name under which "not on record" is counted among the choices of a step.
pub(super) const NOT_ON_RECORD: &str = "not_on_record";

fn choice(words: &Words<'_>, step: &Step, choice: &Choice, shades: Option<&Shades<'_>>) -> Tree {
    let own = (step.name.to_string(), choice.name.to_string());
    let mut text = vec![words.id(step.choice_message(choice))];
    text.extend(words.stands_for(choice).iter().map(|one| words.text(one)));
    Tree {
        key: format!("answer.{}.{}", step.name, choice.name),
        kind: Kind::Answer,
        text,
        seen: shades.map(|shades| shades.seen(shades.counts.choices.get(&own))),
        inner: Vec::new(),
    }
}

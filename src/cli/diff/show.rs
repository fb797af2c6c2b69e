//! What a change means, as text and as JSON.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::compare::{Compared, Moved, Placed, Reworded, word};
use super::read::Side;
use super::sessions::Touched;
use crate::cli::report::{counted, grouped};
use crate::domain::authored::Changed;
use crate::domain::policy::{Disposition, Group, Value, ValueMap};
use crate::lab::difference::Touches;

/// What both sides say of all cases, then each change with its case, its cause and its conversation.
pub(super) fn people(
    old: &Side,
    new: &Side,
    compared: &Compared,
    sessions: Option<&[Touched]>,
) -> String {
    let mut text = format!("{}: {} -> {}\n", new.policy.name(), old.label, new.label);
    text.push_str(&headline(compared));
    matrix(&mut text, compared);
    for (number, one) in (1..).zip(&compared.moves) {
        moved(&mut text, number, one, [old, new]);
    }
    besides(&mut text, compared);
    if let Some((parting, transcript)) = &compared.parting {
        let [old, new] = parting
            .heard
            .each_ref()
            .map(|all| only(all, &parting.heard));
        let _ = writeln!(
            text,
            "\nThe shortest conversation in which something else is heard:"
        );
        old.iter()
            .for_each(|line| text.push_str(&format!("  - {line}\n")));
        new.iter()
            .for_each(|line| text.push_str(&format!("  + {line}\n")));
        text.push('\n');
        typed(transcript).for_each(|line| text.push_str(&format!("{line}\n")));
    }
    if let Some(sessions) = sessions {
        stored(&mut text, sessions);
    }
    text
}

/// The lines of a transcript but those that are said in return.
fn typed(transcript: &str) -> impl Iterator<Item = &str> {
    let lines = transcript.lines();
    lines.filter(|line| !line.starts_with(['<', ' ']))
}

/// The lines that not both hear.
fn only<'a>(own: &'a [String], both: &[Vec<String>; 2]) -> Vec<&'a String> {
    let in_both = |line: &&String| both.iter().all(|all| all.contains(line));
    own.iter().filter(|line| !in_both(line)).collect()
}

fn headline(compared: &Compared) -> String {
    let (changed, all) = (changed(compared), all(compared));
    match compared.touches() {
        Touches::Dispositions => {
            let mut text = format!(
                "The meaning changes: {} of {} classes of cases get another disposition ({}).\n",
                grouped(changed),
                grouped(all),
                share(changed, all)
            );
            let alone = told_to_one(compared);
            if alone > 0 {
                let _ = writeln!(
                    text,
                    "{} more can be told to one of the two alone, which has words for them (`no_words`): other facts or values.",
                    grouped(alone)
                );
            }
            text
        }
        Touches::Results => format!(
            "Every one of {} classes of cases keeps its disposition. What goes with it changes.\n",
            grouped(all)
        ),
        Touches::Dialog => format!(
            "Every one of {} classes of cases keeps its result. The dialog changes: what is asked, or what an answer stands for.\n",
            grouped(all)
        ),
        Touches::Words => format!(
            "Only the text changes: all {} classes of cases keep their results, and the questions are the same.\n",
            grouped(all)
        ),
        Touches::Nothing => "Nothing changes.\n".to_owned(),
    }
}

/// How many cases there are that both policies have words for, and that do not contradict themselves under both.
fn all(compared: &Compared) -> u128 {
    let groups = compared.difference.groups.iter();
    sum(groups.filter(|one| is_told(one)))
}

fn changed(compared: &Compared) -> u128 {
    sum(compared.difference.moves().filter(|one| is_told(one)))
}

/// How many cases only one of the policies has words for.
fn told_to_one(compared: &Compared) -> u128 {
    let moves = compared.difference.moves();
    sum(moves.filter(|one| one.from.is_none() || one.to.is_none()))
}

/// Whether both policies say something of these cases.
fn is_told(group: &Group) -> bool {
    let inconsistent = Some(Disposition::Inconsistent);
    let both = [group.from, group.to];
    both.iter().all(Option::is_some) && both != [inconsistent; 2]
}

fn sum<'g>(groups: impl Iterator<Item = &'g Group>) -> u128 {
    groups.fold(0, |sum, one| sum.saturating_add(one.cases))
}

/// A share of all, in percent; more digits the smaller it is.
fn share(part: u128, all: u128) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a share is rounded anyway")]
    let percent = part as f64 / all.max(1) as f64 * 100.0;
    match percent {
        0.0 => "none".into(),
        small if small < 0.01 => format!("{small:.1e} %"),
        percent => format!("{percent:.2} %"),
    }
}

fn matrix(text: &mut String, compared: &Compared) {
    if compared.moves.is_empty() {
        return;
    }
    let groups = compared.difference.groups.iter();
    let groups: Vec<&Group> = groups.filter(|one| is_told(one)).collect();
    let columns: BTreeSet<Option<Disposition>> = groups.iter().map(|one| one.to).collect();
    let rows: BTreeSet<Option<Disposition>> = groups.iter().map(|one| one.from).collect();
    let all = all(compared);
    let _ = writeln!(
        text,
        "\n  share of all classes; a row is what was said, a column what is said"
    );
    let _ = write!(text, "  {:<22}", "");
    columns
        .iter()
        .for_each(|to| text.push_str(&format!(" {:>20}", word(*to))));
    text.push('\n');
    for from in rows {
        let _ = write!(text, "  {:<22}", word(from));
        for to in &columns {
            let own = groups.iter().find(|one| one.from == from && one.to == *to);
            let cell = own.map_or("-".into(), |one| share(one.cases, all));
            let _ = write!(text, " {cell:>20}");
        }
        text.push('\n');
    }
}

fn moved(text: &mut String, number: usize, one: &Moved, [old, new]: [&Side; 2]) {
    let group = &one.group;
    let _ = writeln!(
        text,
        "\n{number}. {} -> {}: {} classes of cases",
        word(group.from),
        word(group.to),
        grouped(group.cases)
    );
    for cause in &one.causes {
        let _ = writeln!(
            text,
            "   because of the {} `{}`",
            cause.cause.kind.as_str(),
            cause.cause.name
        );
        for (sign, side, at) in [("-", old, cause.at.first()), ("+", new, cause.at.last())] {
            if let Some(Some((line, said))) = at {
                let _ = writeln!(
                    text,
                    "     {sign} {}:{line}: {said}",
                    side.folder.policy.path
                );
            }
        }
    }
    let _ = writeln!(text, "   on record at least: {}", facts(&group.example));
    match &one.transcript {
        Some((transcript, is_new)) => {
            let whose = if *is_new { "new" } else { "old" };
            let _ = writeln!(
                text,
                "   the shortest conversation found, by the {whose} policy:\n"
            );
            typed(transcript).for_each(|line| text.push_str(&format!("   {line}\n")));
        }
        None => text.push_str(
            "   no conversation that only answers what is asked was found to come to it\n",
        ),
    }
}

fn besides(text: &mut String, compared: &Compared) {
    let difference = &compared.difference;
    if !difference.aspects.is_empty() {
        let _ = writeln!(text, "\nWhat comes out otherwise for some case:");
    }
    for (aspect, example) in &difference.aspects {
        let (kind, name) = (aspect.kind.as_str(), &aspect.name);
        let _ = writeln!(text, "  {kind} `{name}`, such as with {}", facts(example));
    }
    listed(text, "Entries of policy.toml:", &difference.entries);
    listed(text, "Steps of dialog.toml:", &difference.steps);
    if !compared.messages.is_empty() {
        let _ = writeln!(
            text,
            "\nTexts: {}",
            counted(compared.messages.len(), "message")
        );
    }
    for one in compared.messages.iter().take(MOST_TEXTS) {
        reworded(text, one);
    }
    if compared.messages.len() > MOST_TEXTS {
        let _ = writeln!(text, "  ...; `--json` has all of them");
    }
}

/// The most messages whose texts are shown to people.
const MOST_TEXTS: usize = 12;

/// A message with the lines that only one side has.
fn reworded(text: &mut String, one: &Reworded) {
    let _ = writeln!(text, "  {} {}", one.tag, one.id);
    let [old, new] = one
        .texts
        .each_ref()
        .map(|text| text.as_deref().unwrap_or_default());
    for (sign, own, other) in [("-", old, new), ("+", new, old)] {
        let only = own
            .lines()
            .filter(|line| !other.lines().any(|one| one == *line));
        only.for_each(|line| text.push_str(&format!("    {sign} {line}\n")));
    }
}

fn listed(text: &mut String, title: &str, all: &[Changed]) {
    if !all.is_empty() {
        let _ = writeln!(text, "\n{title}");
    }
    for one in all {
        let name = match one.name.as_str() {
            "" => String::new(),
            name => format!(" `{name}`"),
        };
        let _ = writeln!(text, "  {}{name}: {}", one.table, one.change.as_str());
    }
}

fn stored(text: &mut String, sessions: &[Touched]) {
    let _ = writeln!(text, "\nStored sessions: {} touched", sessions.len());
    for one in sessions {
        let [from, to] = &one.dispositions;
        let _ = write!(
            text,
            "  {}  {} -> {}",
            one.reference,
            from.join(", "),
            to.join(", ")
        );
        if !one.dropped.is_empty() {
            let _ = write!(text, "; no longer holds: {}", one.dropped.join(", "));
        }
        if !one.asked.is_empty() {
            let _ = write!(text, "; may be asked: {}", one.asked.join(", "));
        }
        text.push('\n');
    }
}

/// Facts with their values, for people.
fn facts(values: &ValueMap) -> String {
    if values.is_empty() {
        return "nothing".into();
    }
    let all = values.iter();
    let all: Vec<String> = all
        .map(|(fact, value)| format!("{fact} = {}", said(value)))
        .collect();
    all.join(", ")
}

fn said(value: &Value) -> String {
    match value {
        Value::Choice(name) => name.to_string(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Date(days) => days.first().to_string(),
        Value::Period { start, end: None } => format!("since {}", start.first()),
        Value::Period {
            start,
            end: Some(end),
        } => format!("{} to {}", start.first(), end.first()),
        Value::Number(number, _) => number.to_string(),
    }
}

fn facts_json(values: &ValueMap) -> Json {
    let all = values.iter();
    let all = all.map(|(fact, value)| (fact.to_string(), Json::String(said(value))));
    Json::Object(all.collect())
}

fn placed_json(placed: &Placed) -> Json {
    let [old, new] = placed.at.each_ref().map(|at| {
        at.as_ref()
            .map(|(line, text)| json!({ "line": line, "text": text }))
    });
    json!({ "kind": placed.cause.kind.as_str(), "name": placed.cause.name, "old": old, "new": new })
}

fn changed_json(all: &[Changed]) -> Vec<Json> {
    let all = all.iter();
    all.map(|one| json!({ "table": one.table, "name": one.name, "change": one.change.as_str() }))
        .collect()
}

/// One JSON object. Counts are strings: they may be larger than what programs take for numbers.
pub(super) fn json(
    old: &Side,
    new: &Side,
    compared: &Compared,
    sessions: Option<&[Touched]>,
) -> String {
    let difference = &compared.difference;
    let matrix = difference.groups.iter().map(
        |one| json!({ "from": word(one.from), "to": word(one.to), "cases": one.cases.to_string() }),
    );
    let moves = compared.moves.iter().map(|one| {
        json!({
            "from": word(one.group.from),
            "to": word(one.group.to),
            "cases": one.group.cases.to_string(),
            "example": facts_json(&one.group.example),
            "causes": one.causes.iter().map(placed_json).collect::<Vec<_>>(),
            "transcript": one.transcript.as_ref().map(|(text, _)| text),
        })
    });
    let aspects = difference.aspects.iter().map(|(aspect, example)| {
        json!({ "kind": aspect.kind.as_str(), "name": aspect.name, "example": facts_json(example) })
    });
    let sessions = sessions.map(|all| {
        let all = all.iter().map(|one| {
            let [from, to] = &one.dispositions;
            json!({ "case": one.reference, "from": from, "to": to, "dropped": one.dropped, "asked": one.asked })
        });
        all.collect::<Vec<Json>>()
    });
    let messages = compared.messages.iter();
    let messages = messages.map(|one| {
        let [old, new] = &one.texts;
        json!({ "locale": one.tag, "message": one.id, "old": old, "new": new })
    });
    let value = json!({
        "policy": new.policy.name().as_str(),
        "old": { "name": old.label, "digest": old.folder.policy.digest.hex() },
        "new": { "name": new.label, "digest": new.folder.policy.digest.hex() },
        "touches": compared.touches().as_str(),
        "classes": all(compared).to_string(),
        "changed": changed(compared).to_string(),
        "told_to_one": told_to_one(compared).to_string(),
        "matrix": matrix.collect::<Vec<_>>(),
        "moves": moves.collect::<Vec<_>>(),
        "aspects": aspects.collect::<Vec<_>>(),
        "entries": changed_json(&difference.entries),
        "steps": changed_json(&difference.steps),
        "messages": messages.collect::<Vec<_>>(),
        "heard_differently": compared.parting.as_ref().map(|(_, text)| text),
        "sessions": sessions,
    });
    format!("{value:#}\n")
}

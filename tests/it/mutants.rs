//! Faults put into the policy, or into the facts, on purpose: the cases notice each.

use std::sync::LazyLock;

use preauth::library::{Authored, Library};
use preauth::replay::{Options, Replayer, scripts};

use crate::cases::{self, Expected};
use crate::product::{Product, TEXT};
use crate::reference::assess::Case;
use crate::reference::facts::{DOCUMENTS, Fact, Span, Treatment};
use crate::reference::rule::AXES;

mod faults;
mod wrong;

/// The text with one passage, which occurs once, put in another way.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let times = text.matches(from).count();
    assert_eq!(times, 1, "found {times} times: {from}");
    text.replacen(from, to, 1)
}

/// The first case that gets another answer than it expects.
fn noticed(product: &Product, change: impl Fn(&mut Case)) -> Option<&'static str> {
    static CASES: LazyLock<Vec<Expected>> = LazyLock::new(cases::all);
    let wrong = CASES.iter().find(|Expected { case, expect, .. }| {
        let mut changed = case.clone();
        change(&mut changed);
        let said = product.assess(&changed);
        let day = cases::written(said.change.map(|change| change.on));
        let differs = !product.words(&said).differences(expect).is_empty();
        differs || expect.changes_on.as_ref().is_some_and(|on| *on != day)
    });
    wrong.map(|expected| expected.id.as_str())
}

/// What goes unnoticed of these texts, a line each; each must still read as a policy.
fn unnoticed(texts: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in texts {
        match Product::read(&text) {
            Err(refusal) => found.push(format!("{name}: refused: {refusal}")),
            Ok(product) if noticed(&product, |_| {}).is_none() => {
                found.push(format!("{name}: no case notices"));
            }
            Ok(_) => {}
        }
    }
    found
}

fn check(texts: impl IntoIterator<Item = (String, String)>) {
    let found = unnoticed(texts);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_policy_as_it_ships_is_not_noticed() {
    assert_eq!(noticed(&Product::shipped(), |_| {}), None);
}

#[test]
fn faults_in_the_criteria_are_noticed() {
    let texts = faults::FAULTS.iter();
    check(texts.map(|(name, from, to)| ((*name).to_owned(), replaced(TEXT, from, to))));
}

#[test]
fn what_nothing_uses_is_refused() {
    for (name, from, to) in wrong::REFUSED {
        let read = Product::read(&replaced(TEXT, from, to));
        assert!(read.is_err(), "{name}");
    }
}

#[test]
fn another_default_is_noticed_on_every_axis() {
    let texts = AXES.map(|(name, stricter, lenient, default)| {
        let (is, other) = if default {
            (lenient, stricter)
        } else {
            (stricter, lenient)
        };
        let from = format!("default = \"{is}\"");
        (
            name.to_owned(),
            replaced(TEXT, &from, &format!("default = \"{other}\"")),
        )
    });
    check(texts);
}

#[test]
fn strict_and_lenient_exchanged_is_refused_on_every_axis() {
    for (name, stricter, lenient, _) in AXES {
        let from = format!("values = [\"{stricter}\", \"{lenient}\"]");
        let to = format!("values = [\"{lenient}\", \"{stricter}\"]");
        assert!(
            Product::read(&replaced(TEXT, &from, &to)).is_err(),
            "{name}"
        );
    }
}

#[test]
fn procedures_under_the_wrong_rule_are_noticed() {
    let texts = wrong::WRONG_RULES.iter().map(|(name, passages)| {
        let fold = |text: String, (from, to): &(&str, &str)| replaced(&text, from, to);
        (
            (*name).to_owned(),
            passages.iter().fold(TEXT.to_owned(), fold),
        )
    });
    check(texts);
}

/// Whether it can decide that a document shows a fact. Symptoms and osteomyelitis are shown by the clinical note alone,
/// and every path needs one of them where it needs the cause or the stability that other records show as well.
fn decides(document: &str, fact: Fact) -> bool {
    let by_the_note_as_well = matches!(fact, Fact::fracture_cause | Fact::unstable_fracture);
    document == "clinical_note" || !by_the_note_as_well
}

/// The text with a document that no longer shows a fact.
fn without(document: &str, fact: &str) -> String {
    let at = TEXT
        .find(&format!("[[document]]\nid = \"{document}\""))
        .unwrap();
    let (before, rest) = TEXT.split_at(at + "[[document]]".len());
    let (shows, after) = rest.split_at(rest.find("]\n").unwrap());
    let name = format!("\"{fact}\"");
    let less = shows.replace(&format!("{name}, "), "");
    let less = less.replace(&format!(", {name}"), "").replace(&name, "");
    assert_ne!(less, shows, "{document} {fact}");
    format!("{before}{less}{after}")
}

#[test]
fn a_document_that_shows_less_is_refused_or_noticed() {
    let mut refused = 0;
    for document in DOCUMENTS {
        let decides = |fact: &&Fact| decides(document.name, **fact);
        for fact in document.shows.iter().filter(decides) {
            let text = without(document.name, fact.name());
            match Product::read(&text) {
                Err(refusal) => {
                    refused += 1;
                    assert!(
                        refusal.contains(fact.name()) || document.shows.len() == 1,
                        "{refusal}"
                    );
                }
                Ok(product) => {
                    let noticed = noticed(&product, |_| {});
                    assert!(noticed.is_some(), "{} {fact:?}", document.name);
                }
            }
        }
    }
    assert!(refused < 16, "{refused}");
}

/// Facts changed before they are judged, as a fault in the code would.
#[track_caller]
fn noticed_when(change: impl Fn(&mut Case)) {
    assert!(noticed(&Product::shipped(), change).is_some());
}

fn fill(case: &mut Case, fact: Fact, value: &str) {
    if !case.facts.knows(fact) {
        case.facts.set_named(fact, value);
    }
}

#[test]
fn unknown_taken_as_no_is_noticed_for_every_fact() {
    let worst = [
        ("procedure", "sacroplasty"),
        ("spinal_region", "sacral"),
        ("fracture", "none"),
        ("fracture_cause", "other"),
        ("symptomatic", "no"),
        ("conservative_response", "responded"),
        ("hospitalized_for_pain", "no"),
        ("ambulation", "independent"),
        ("lesion", "none"),
        ("severe_lesion_pain", "no"),
        ("mri", "no_edema"),
        ("bone_scan", "negative"),
        ("spect_ct", "negative"),
        ("osteomyelitis", "surgical_site"),
        ("unstable_fracture", "treated_level"),
        ("intent", "prophylactic"),
    ];
    for (fact, value) in worst {
        noticed_when(|case| fill(case, Fact::named(fact), value));
    }
}

#[test]
fn unknown_taken_as_yes_is_noticed() {
    let best = [
        ("procedure", "vertebroplasty"),
        ("spinal_region", "lumbar"),
        ("fracture", "compression"),
        ("mri", "edema"),
        ("osteomyelitis", "none"),
        ("unstable_fracture", "none"),
        ("intent", "this_fracture_or_lesion"),
    ];
    for (fact, value) in best {
        noticed_when(|case| fill(case, Fact::named(fact), value));
    }
}

#[test]
fn a_study_not_done_taken_as_negative_is_noticed() {
    for (study, negative) in [
        ("mri", "no_edema"),
        ("bone_scan", "negative"),
        ("spect_ct", "negative"),
    ] {
        noticed_when(|case| {
            let study = Fact::named(study);
            let not_done = study.values().iter().position(|value| *value == "not_done");
            if case.facts.choice(study) == not_done {
                case.facts.set_named(study, negative);
            }
        });
    }
}

#[test]
fn a_clock_that_is_not_on_record_taken_as_none_or_as_enough_is_noticed() {
    for age in [0, 41, 42, 400] {
        let day = |case: &Case| Span {
            first: case.as_of - age,
            last: case.as_of - age,
        };
        noticed_when(|case| {
            let start = day(case);
            case.facts
                .conservative_treatment
                .get_or_insert(Treatment { start, end: None });
        });
        noticed_when(|case| {
            let onset = day(case);
            case.facts.fracture_onset.get_or_insert(onset);
        });
    }
}

#[test]
fn a_range_taken_by_one_of_its_days_is_noticed() {
    type Pick = fn(Span) -> i32;
    let picks: [Pick; 3] = [
        |span| span.first,
        |span| span.last,
        |span| (span.first + span.last) / 2,
    ];
    for pick in picks {
        let day = |span| Span {
            first: pick(span),
            last: pick(span),
        };
        noticed_when(|case| case.facts.fracture_onset = case.facts.fracture_onset.map(day));
        noticed_when(|case| {
            let known = case.facts.conservative_treatment;
            let exact = known.map(|known| Treatment {
                start: day(known.start),
                end: known.end.map(day),
            });
            case.facts.conservative_treatment = exact;
        });
    }
}

#[test]
fn a_day_counted_too_many_or_too_few_is_noticed() {
    noticed_when(|case| case.as_of += 1);
    noticed_when(|case| case.as_of -= 1);
}

#[test]
fn an_end_of_treatment_that_is_dropped_is_noticed() {
    noticed_when(|case| {
        if let Some(treatment) = &mut case.facts.conservative_treatment {
            treatment.end = None;
        }
    });
}

#[test]
fn records_taken_as_in_hand_and_settled_readings_left_out_are_noticed() {
    noticed_when(|case| case.documents = None);
    noticed_when(|case| {
        case.documents.get_or_insert_with(Vec::new);
    });
    for axis in 0..AXES.len() {
        noticed_when(|case| case.settled.retain(|(settled, _)| *settled != axis));
    }
}

/// Whether some shipped conversation goes another way with this text of the policy.
fn heard(text: &str) -> bool {
    let mut library = Library::embedded().unwrap();
    let folder = library.policies.get_mut("vertebral-augmentation").unwrap();
    folder.policy = Authored::new(folder.policy.path.clone(), text);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/transcripts/vertebral-augmentation");
    let replayer = Replayer::new(library, Options::default());
    let differs = |script| {
        replayer
            .play(script)
            .result
            .map_or(true, |ran| !ran.differences.is_empty())
    };
    scripts(&[folder]).unwrap().iter().any(differs)
}

#[test]
fn a_remark_in_the_policy_is_not_heard_in_any_conversation() {
    assert!(!heard(&format!("# A remark.\n{TEXT}")));
}

#[test]
fn faults_in_the_criteria_are_heard_in_the_conversations() {
    let texts = faults::FAULTS
        .iter()
        .map(|(name, from, to)| (*name, replaced(TEXT, from, to)));
    let unheard: Vec<&str> = texts
        .filter(|(_, text)| !heard(text))
        .map(|(name, _)| name)
        .collect();
    assert!(unheard.is_empty(), "{unheard:#?}");
}

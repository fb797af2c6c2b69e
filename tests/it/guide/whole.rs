//! Everything that a policy and its dialog have is in the handbook, and nothing that only files know.

use preauth::domain::dialog::Step;
use preauth::domain::handbook::HANDBOOK;
use preauth::domain::message::Message;
use preauth::domain::policy::{Citation, Disposition, Policy};

use super::Subject;
use crate::markup::{read, unescaped};

const TAGS: [&str; 2] = ["en-US", "es-US"];

/// The words of an HTML page without its marks, and of Markdown without what escapes.
fn plain(text: &str) -> String {
    if text.starts_with('<') {
        let all = read(text);
        let body = all.iter().find(|one| one.name == "body").unwrap();
        return body.text.clone();
    }
    unescaped(text).replace('\\', "")
}

/// What stands between two spaces, so that a line broken otherwise is the same.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ids of everything that the office can read of a policy and its dialog.
fn ids(subject: &Subject) -> Vec<String> {
    let policy = &subject.offering.policy;
    let mut ids: Vec<String> = vec![
        "policy-title".into(),
        "disclaimer".into(),
        "not_on_record".into(),
    ];
    for (_, name) in policy.criteria() {
        ids.extend([
            format!("criterion-{name}"),
            format!("criterion-{name}.short"),
        ]);
    }
    for reading in policy.readings() {
        ids.push(format!("reading-{}", reading.name));
        let values = reading.values.iter();
        ids.extend(values.map(|value| format!("reading-{}-{value}", reading.name)));
    }
    ids.extend(
        policy
            .constraints()
            .iter()
            .map(|one| format!("constraint-{}", one.name)),
    );
    for document in policy.documents() {
        ids.extend([
            format!("document-{}", document.name),
            format!("document-{}.shows", document.name),
        ]);
    }
    for note in policy.notes() {
        ids.push(format!("note-{}", note.name));
        ids.extend(
            note.source
                .as_ref()
                .map(|_| format!("note-{}.source", note.name)),
        );
        ids.extend(
            note.has_conditional_form()
                .then(|| format!("note-{}.if", note.name)),
        );
    }
    ids.extend(policy.tec().iter().map(|tec| format!("tec-{}", tec.number)));
    for rule in policy.rule_numbers() {
        ids.extend(policy.rule_name(rule).map(|name| format!("rule-{name}")));
        ids.extend(policy.paths(rule).map(|(name, _)| format!("path-{name}")));
    }
    for disposition in Disposition::ALL {
        let id = format!("disposition-{}", disposition.as_str());
        ids.extend([format!("{id}.short"), id]);
    }
    let steps = &subject.offering.dialog.steps;
    ids.extend(steps.iter().flat_map(of_step));
    ids
}

fn of_step(step: &Step) -> Vec<String> {
    let own = [
        format!("ask-{}.label", step.name),
        format!("supplier-{}", step.supplied_by),
    ];
    let choices = step
        .choices
        .iter()
        .map(|choice| step.choice_message(choice));
    own.into_iter().chain(choices).collect()
}

/// Every place in the payer's policy that the policy cites.
fn cites(policy: &Policy) -> Vec<String> {
    let mut cites: Vec<String> = Vec::new();
    let mut of = |citation: &Citation| match citation {
        Citation::One(cite) => cites.push(cite.clone()),
        Citation::By(by) => cites.extend(by.values().cloned()),
    };
    policy
        .criteria()
        .for_each(|(number, _)| of(policy.citation(number).unwrap()));
    policy.readings().iter().for_each(|one| of(&one.cite));
    policy.constraints().iter().for_each(|one| of(&one.cite));
    cites.extend(policy.tec().iter().map(|one| one.cite.clone()));
    cites.extend(policy.updates().iter().map(|one| one.cite.clone()));
    cites.extend(policy.notes().iter().filter_map(|one| one.cite.clone()));
    cites.extend(policy.documents().iter().filter_map(|one| one.cite.clone()));
    cites.extend(
        policy
            .rule_numbers()
            .filter_map(|rule| Some(policy.otherwise(rule)?.0.to_owned())),
    );
    cites
}

#[test]
fn everything_is_told_in_both_formats_and_languages() {
    for subject in Subject::all() {
        for tag in TAGS {
            for text in subject.both(tag) {
                let text = squeezed(&plain(&text));
                for id in ids(&subject) {
                    let words = squeezed(&subject.say(tag, &Message::new(id.clone())));
                    assert!(text.contains(&words), "{tag} {id}: {words}");
                }
                for cite in cites(&subject.offering.policy) {
                    assert!(text.contains(&cite), "{tag}: {cite}");
                }
                for digest in ["d1ge57", "5ea1", subject.offering.policy.text_through()] {
                    assert!(text.contains(digest), "{tag}: {digest}");
                }
            }
        }
    }
}

#[test]
fn every_boundary_is_told() {
    for subject in Subject::all() {
        let [page, _] = subject.both("en-US");
        let facts = subject.offering.policy.facts_list();
        let tables: Vec<String> = read(&page)
            .into_iter()
            .filter(|one| one.name == "caption")
            .map(|one| one.text)
            .collect();
        for fact in facts {
            let name = subject.say("en-US", &Message::new(format!("fact-{}", fact.name)));
            for value in fact.kind.thresholds() {
                let told = |caption: &&String| {
                    caption.starts_with(&name) && caption.ends_with(&format!(" {value}"))
                };
                assert_eq!(tables.iter().filter(told).count(), 1, "{name} {value}");
            }
        }
    }
}

#[test]
fn no_name_of_a_message_is_told() {
    for subject in Subject::shipped() {
        for tag in TAGS {
            for text in subject.both(tag) {
                let page = text.starts_with('<');
                // The header of an entry to be copied is no message.
                let text = plain(&text).replace("[[settled]]", "");
                let own = ids(&subject);
                let known = HANDBOOK
                    .iter()
                    .map(|(id, _)| *id)
                    .chain(own.iter().map(String::as_str));
                for id in known.filter(|id| id.contains('-')) {
                    assert!(!text.contains(id), "{tag}: {id}");
                }
                if page {
                    for bracket in text
                        .split('[')
                        .skip(1)
                        .filter_map(|rest| rest.split(']').next())
                    {
                        assert!(bracket.contains(' '), "{tag}: [{bracket}]");
                    }
                }
            }
        }
    }
}

//! `preauth prove` walks every conversation, and tells what does not hold with a conversation that shows it.

use preauth::domain::day::Day;
use preauth::domain::message::Message;
use preauth::lab::Lab;
use preauth::lab::verify::{Property, Verdict};
use preauth::lab::walk::Walk;
use preauth::library::{Authored, Library, LocaleFile, PolicyFolder};
use preauth::replay::{Options, Replayer, Script};
use preauth::turn::Offering;

mod broken;
mod command;
pub(crate) use command::Place;
mod merging;

pub(crate) const POLICY: &str = include_str!("../fixtures/small-policy/policy.toml");
pub(crate) const DIALOG: &str = include_str!("../fixtures/small-policy/dialog.toml");

/// A policy whose texts are made up from the ids of its messages.
pub(crate) struct Small {
    pub(crate) library: Library,
    pub(crate) offering: Offering,
}

impl Small {
    pub(crate) fn new(policy: &str, dialog: &str) -> Self {
        Self::with(policy, dialog, |text| text)
    }

    /// The same with other texts.
    pub(crate) fn with(policy: &str, dialog: &str, words: impl Fn(String) -> String) -> Self {
        let mut library = Library::embedded().unwrap();
        let folder = PolicyFolder {
            policy: Authored::new("dialogs/small-policy/policy.toml", policy),
            dialog: Some(Authored::new("dialogs/small-policy/dialog.toml", dialog)),
            cases: None,
            certificate: None,
        };
        library.locales.retain(LocaleFile::is_common);
        let text = words(texts(&folder, &library.locales));
        library.locales.extend(files(&text));
        let (offering, faults) = Offering::load(&folder, &library.locales, &[]);
        library.policies = [("small-policy".to_owned(), folder)].into();
        Self {
            offering: offering.unwrap_or_else(|| panic!("{faults:#?}")),
            library,
        }
    }

    /// Works with the lab on this policy.
    pub(crate) fn lab<T>(&self, work: impl FnOnce(&mut Lab<'_>) -> T) -> T {
        let offering = &self.offering;
        let locale = offering.locale("en-US");
        let say = |message: &Message| locale.render(message);
        work(&mut Lab {
            policy: &offering.policy,
            dialog: &offering.dialog,
            pins: offering.pins(),
            words: offering.words("en-US").unwrap(),
            say: &say,
            tag: "en-US",
            today: Day::parse("2026-11-22").unwrap(),
            chart: offering.policy.chart(),
            refined: Vec::new(),
        })
    }

    /// What is wrong, with a transcript of each; every transcript can be replayed.
    fn wrong(&self, fault: impl FnOnce(&mut Lab<'_>, &mut Walk)) -> (Verdict, Vec<String>) {
        let (verdict, transcripts) = self.lab(|lab| {
            let mut walk = lab.walk(&|_| {});
            fault(lab, &mut walk);
            let verdict = lab.verify(&walk, &|_| {});
            let transcripts: Vec<String> = verdict
                .broken
                .iter()
                .map(|one| lab.transcript(one))
                .collect();
            (verdict, transcripts)
        });
        let replayer = Replayer::new(self.library.clone(), Options::default());
        for text in &transcripts {
            let script = Script {
                file: "witness.txt".into(),
                path: "witness.txt".into(),
                text: text.clone(),
            };
            // What is said in return is filled in by blessing it.
            let text = replayer.play(&script).result.unwrap().blessed;
            assert!(text.contains("\n< "), "{text}");
            let ran = replayer.play(&Script { text, ..script }).result.unwrap();
            assert!(ran.differences.is_empty(), "{:?}", ran.differences);
        }
        (verdict, transcripts)
    }
}

fn files(text: &str) -> Vec<LocaleFile> {
    let file = |tag: &str| LocaleFile {
        tag: tag.to_owned(),
        name: "small-policy.ftl".to_owned(),
        file: Authored::new(format!("locales/{tag}/small-policy.ftl"), text),
    };
    ["en-US", "es-US"].map(file).to_vec()
}

/// A text for every message that the check misses: the words of its id.
fn texts(folder: &PolicyFolder, shell: &[LocaleFile]) -> String {
    let (_, faults) = Offering::load(folder, shell, &[]);
    let missing = faults.iter().filter_map(|fault| {
        let id = fault.message.strip_prefix('`')?;
        id.strip_suffix("` is missing in every language")
            .map(str::to_owned)
    });
    let mut ids: Vec<String> = missing.collect();
    ids.sort();
    ids.dedup();
    let mut text = String::new();
    let mut last = String::new();
    for id in ids {
        let (message, attribute) = id.split_once('.').unwrap_or((&id, ""));
        let words = message
            .split_once('-')
            .map_or(message, |(_, rest)| rest)
            .replace(['-', '_'], " ");
        if message != last {
            text.push_str(&format!("{message} = {words}\n"));
            last = message.to_owned();
        }
        if !attribute.is_empty() {
            text.push_str(&format!("    .{attribute} = {words} {attribute}\n"));
        }
    }
    text
}

#[test]
fn everything_holds_of_a_small_policy() {
    let small = Small::new(POLICY, DIALOG);
    let (verdict, transcripts) = small.wrong(|_, _| {});
    assert!(transcripts.is_empty(), "{}", transcripts.join("\n"));
    assert!(
        Property::ALL
            .iter()
            .all(|property| verdict.holds(*property))
    );
    assert!(verdict.edits > 1_000, "{}", verdict.edits);
    let (counts, least, every) = small.lab(|lab| {
        let counts = lab.walk(&|_| {}).counts(lab);
        (counts, lab.least(true).unwrap(), lab.least(false).unwrap())
    });
    assert!(
        least <= counts.mean_on_record.facts + 1e-9,
        "{least} {counts:?}"
    );
    assert!(every <= counts.mean.facts + 1e-9, "{every} {counts:?}");
    assert_eq!(counts.longest, 7, "{counts:?}");
    assert!(counts.paths > 500, "{counts:?}");
    assert!(counts.contradictions > 0, "{counts:?}");
}

//! `preauth guide` says everything of a policy, truly, in pages that hold together.

use preauth::domain::day::Day;
use preauth::domain::message::Message;
use preauth::domain::policy::{Case, Cases, parse_cases};
use preauth::guide::html::html;
use preauth::guide::markdown::markdown;
use preauth::guide::page::Page;
use preauth::guide::{Decided, Guide, Pinned};
use preauth::lab::Lab;
use preauth::library::Library;
use preauth::turn::Offering;

use crate::prove::{DIALOG, POLICY, Small};

mod command;
mod pages;
mod truth;
mod whole;

/// Cases of the small policy: one for each of some results.
const CASES: &str = r#"
format = 1
as_of = "2026-11-22"

[[case]]
id = "severe"
why = "a score of 7 and pain"
facts = { procedure = "infusion", score = 7, pain = true, scan = "positive", onset = "50 days", treatment = "28 days" }
expect = { disposition = "submit" }

[[case]]
id = "another"
why = "not named"
facts = { procedure = "another" }
expect = { disposition = "not_addressed" }

[[case]]
id = "low"
why = "nothing is met"
facts = { procedure = "infusion", score = 6, onset = "41 days", pain = false, scan = "negative" }
expect = { disposition = "investigational" }
"#;

/// A policy with its words and its cases.
pub(crate) struct Subject {
    pub(crate) offering: Offering,
    pub(crate) cases: Vec<Case>,
}

impl Subject {
    /// Every policy that is shipped.
    pub(crate) fn shipped() -> Vec<Self> {
        let library = Library::embedded().unwrap();
        let each = library.policies.values().map(|folder| {
            let (offering, faults) = Offering::load(folder, &library.locales, &[]);
            let offering = offering.unwrap_or_else(|| panic!("{faults:#?}"));
            let file = folder.cases.as_ref().unwrap();
            let (cases, _) = parse_cases(&offering.policy, &file.path, &file.text);
            Self {
                offering,
                cases: cases.map(Cases::into_list).unwrap(),
            }
        });
        each.collect()
    }

    pub(crate) fn small() -> Self {
        Self::with(|text| text)
    }

    /// The small policy in other words.
    pub(crate) fn with(words: impl Fn(String) -> String) -> Self {
        let small = Small::with(POLICY, DIALOG, words);
        let (cases, faults) = parse_cases(&small.offering.policy, "cases.toml", CASES);
        Self {
            offering: small.offering,
            cases: cases
                .map(Cases::into_list)
                .unwrap_or_else(|| panic!("{faults:#?}")),
        }
    }

    pub(crate) fn all() -> Vec<Self> {
        Self::shipped().into_iter().chain([Self::small()]).collect()
    }

    /// Puts a message into words of a language.
    pub(crate) fn say(&self, tag: &str, message: &Message) -> String {
        self.offering.locale(tag).render(message)
    }

    /// Works with the lab on this policy.
    pub(crate) fn lab<T>(&self, tag: &str, work: impl FnOnce(&Lab<'_>) -> T) -> T {
        let say = |message: &Message| self.say(tag, message);
        work(&Lab {
            policy: &self.offering.policy,
            dialog: &self.offering.dialog,
            pins: self.offering.pins(),
            words: self.offering.words(tag).unwrap(),
            say: &say,
            tag,
            today: Day::parse("2026-11-22").unwrap(),
            chart: self.offering.policy.chart(),
            refined: Vec::new(),
        })
    }

    pub(crate) fn page(&self, tag: &str) -> Page {
        self.page_with(tag, &[])
    }

    pub(crate) fn page_with(&self, tag: &str, site: &[Decided]) -> Page {
        let files = [Pinned {
            name: "policy.toml".to_owned(),
            digest: "d1ge57".to_owned(),
        }];
        self.lab(tag, |lab| {
            Guide {
                lab,
                cases: &self.cases,
                files: &files,
                seal: "5ea1",
                site,
            }
            .page()
        })
    }

    /// The handbook in both formats.
    pub(crate) fn both(&self, tag: &str) -> [String; 2] {
        let page = self.page(tag);
        [html(&page), markdown(&page)]
    }
}

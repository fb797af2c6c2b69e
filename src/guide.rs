//! A policy's handbook: what the nurse or the medical director who signs the policy off has to know, told from the very
//! policy and dialog that the evaluator and the conversation use.
//!
//! [`Guide::page`] makes a document without a format; [`html`] and [`markdown`] write it down. [`Words`] puts facts and
//! conditions into the words that the office reads. Nothing here knows a policy, and nothing reads or writes.

pub mod enact;
pub mod html;
pub mod markdown;
pub mod page;
mod section;
mod words;

pub use words::{Outline, Words};

use crate::domain::day::Day;
use crate::domain::policy::Case;
use crate::lab::Lab;
use page::Page;

/// What a handbook is made from.
#[derive(Debug, Clone, Copy)]
pub struct Guide<'a> {
    /// The policy, its dialog and the words, ready to talk.
    pub lab: &'a Lab<'a>,
    /// The cases of the policy, from which the examples are taken. Each of them must hold: the handbook says that it does.
    pub cases: &'a [Case],
    /// The files it is made from.
    pub files: &'a [Pinned],
    /// One digest of all of them and of the readings that are settled.
    pub seal: &'a str,
    /// The readings that a site has settled.
    pub site: &'a [Decided],
}

/// A file and the digest of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    /// The file's name.
    pub name: String,
    /// The digest, in hexadecimal.
    pub digest: String,
}

/// A reading that a site has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The reading.
    pub reading: String,
    /// Why.
    pub reason: String,
    /// The day it was decided.
    pub on: Day,
}

impl<'a> Guide<'a> {
    /// The handbook.
    #[must_use]
    pub fn page(&self) -> Page {
        let sections = [
            self.about(),
            self.results(),
            self.requested(),
            self.rules(),
            self.criteria(),
            self.thresholds(),
            self.readings(),
            self.constraints(),
            self.questions(),
            self.documents(),
            self.notes(),
            self.technology(),
            self.history(),
            self.examples(),
            self.sign_off(),
        ];
        let mut page = self.cover();
        page.sections = sections.into_iter().flatten().collect();
        page
    }

    fn words(&self) -> Words<'a> {
        Words {
            policy: self.lab.policy,
            dialog: self.lab.dialog,
            say: self.lab.say,
        }
    }
}

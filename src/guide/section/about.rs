//! The cover, what this document is, and the block to be signed.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::guide::Guide;
use crate::guide::page::{Block, Page, Run, Section, cell, plain};

/// How much of a digest is enough to tell two files apart by eye.
const SHORT: usize = 12;

impl Guide<'_> {
    pub(in crate::guide) fn cover(&self) -> Page {
        let policy = self.lab.policy;
        let short: String = self.seal.chars().take(SHORT).collect();
        let mut lead = vec![self.text(said::lead())];
        if policy.is_example() {
            lead.push(Block::Notice(plain(self.say(Message::new("example")))));
        }
        Page {
            lang: self.lab.tag.to_owned(),
            title: self.say(said::title(Message::new("policy-title"))),
            lead,
            contents: self.say(said::contents()),
            skip: self.say(said::skip()),
            footer: vec![self.say(said::footer(
                policy.name().as_str(),
                policy.text_through(),
                short.as_str(),
            ))],
            sections: Vec::new(),
        }
    }

    pub(in crate::guide) fn about(&self) -> Option<Section> {
        let policy = self.lab.policy;
        let mut terms = vec![
            (
                self.say(said::about_title()),
                self.cell(Message::new("policy-title")),
            ),
            (
                self.say(said::about_name()),
                vec![vec![Run::Code(policy.name().to_string())]],
            ),
            (self.say(said::about_through()), cell(policy.text_through())),
        ];
        terms.extend(self.pins());
        let blocks = vec![
            Block::Terms(terms),
            self.text(said::about_source()),
            self.text(said::about_words()),
            self.text(said::about_lists()),
            Block::Notice(plain(self.say(Message::new("disclaimer")))),
        ];
        Some(self.section("about", said::about(), blocks))
    }

    fn pins(&self) -> Vec<(String, Vec<Vec<Run>>)> {
        let line = |name: &str, digest: &str| {
            vec![
                Run::Plain(format!("{name}: ")),
                Run::Code(digest.to_owned()),
            ]
        };
        let files = self.files.iter().map(|file| line(&file.name, &file.digest));
        let version: String = self.lab.pins.policy_digest.chars().take(SHORT).collect();
        let cases = match self.cases.len() {
            0 => said::cases_none(),
            count => said::cases_hold(i64::try_from(count).unwrap_or(i64::MAX)),
        };
        vec![
            (
                self.say(said::about_version()),
                vec![vec![Run::Code(version)]],
            ),
            (self.say(said::cases()), self.cell(cases)),
            (self.say(said::about_files()), files.collect()),
            (
                self.say(said::about_seal()),
                vec![vec![Run::Code(self.seal.to_owned())]],
            ),
        ]
    }

    pub(in crate::guide) fn sign_off(&self) -> Option<Section> {
        let policy = self.lab.policy;
        let lines = [
            said::sign_name(),
            said::sign_role(),
            said::sign_date(),
            said::sign_signature(),
        ];
        let mut blocks = vec![
            self.text(said::sign_statement(
                policy.name().as_str(),
                policy.text_through(),
            )),
            Block::Terms(self.pins()),
            Block::Form(lines.map(|line| self.say(line)).to_vec()),
        ];
        blocks.push(self.text(said::sign_changed()));
        Some(self.section("sign-off", said::sign(), blocks))
    }
}

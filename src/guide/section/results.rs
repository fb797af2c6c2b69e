//! What can come out, and when.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::Disposition;
use crate::guide::Guide;
use crate::guide::page::{Block, Section};

impl Guide<'_> {
    pub(in crate::guide) fn results(&self) -> Option<Section> {
        let head = [said::result(), said::result_says(), said::result_when()];
        let row = |disposition: Disposition| {
            let id = format!("disposition-{}", disposition.as_str());
            vec![
                self.cell(Message::new(format!("{id}.short"))),
                self.cell(Message::new(id)),
                self.cell(when(disposition)),
            ]
        };
        let table = Block::Table {
            caption: self.say(said::results_caption()),
            head: head.map(|one| self.say(one)).to_vec(),
            rows: Disposition::ALL.into_iter().map(row).collect(),
        };
        let blocks = vec![
            self.text(said::results_lead()),
            table,
            self.text(said::results_extremes()),
            self.text(said::results_days()),
        ];
        Some(self.section("results", said::results(), blocks))
    }
}

fn when(disposition: Disposition) -> Message {
    match disposition {
        Disposition::Inconsistent => said::when_inconsistent(),
        Disposition::NotAddressed => said::when_not_addressed(),
        Disposition::Submit => said::when_submit(),
        Disposition::SubmitWithNote => said::when_submit_with_note(),
        Disposition::PayerReview => said::when_payer_review(),
        Disposition::DocumentationNeeded => said::when_documentation_needed(),
        Disposition::Investigational => said::when_investigational(),
    }
}

//! The documents and what each can show.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::guide::Guide;
use crate::guide::page::Section;

impl Guide<'_> {
    pub(in crate::guide) fn documents(&self) -> Option<Section> {
        let documents = self.lab.policy.documents();
        if documents.is_empty() {
            return None;
        }
        let words = self.words();
        let rows = documents.iter().map(|document| {
            let id = format!("document-{}", document.name);
            vec![
                self.cell(Message::new(id.clone())),
                self.cell(Message::new(format!("{id}.shows"))),
                self.cell(words.facts(document.shows)),
                self.cell(match &document.cite {
                    Some(cite) => said::document_asked(cite.as_str()),
                    None => said::document_suggested(),
                }),
            ]
        });
        let table = self.table(
            said::documents_caption(),
            [
                said::document(),
                said::document_shows(),
                said::document_facts(),
                said::document_origin(),
            ],
            rows,
        );
        let stated = words.policy.facts_list().iter().enumerate();
        let stated = stated.filter(|(_, fact)| fact.stated_by_request);
        let stated = words.facts(stated.map(|(number, _)| number).collect());
        let blocks = vec![
            self.text(said::documents_lead()),
            table,
            self.text(said::documents_stated(stated)),
        ];
        Some(self.section("documents", said::documents(), blocks))
    }
}

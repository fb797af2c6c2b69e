//! What cannot both be true.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::guide::Guide;
use crate::guide::page::Section;

impl Guide<'_> {
    pub(in crate::guide) fn constraints(&self) -> Option<Section> {
        let constraints = self.lab.policy.constraints();
        if constraints.is_empty() {
            return None;
        }
        let words = self.words();
        let rows = constraints.iter().map(|one| {
            vec![
                self.cell(said::starts_after(
                    words.fact(one.later),
                    words.fact(one.earlier),
                )),
                self.cell(Message::new(format!("constraint-{}", one.name))),
                self.cite(&one.cite),
            ]
        });
        let table = self.table(
            said::constraints_caption(),
            [
                said::constraint_rule(),
                said::constraint_says(),
                said::cited(),
            ],
            rows,
        );
        let blocks = vec![self.text(said::constraints_lead()), table];
        Some(self.section("constraints", said::constraints(), blocks))
    }
}

//! Notes that go with a result, and where the policy says them.

use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::policy::{ItemResult, Note, NotePlace, Set};

impl Scene<'_> {
    /// The notes that hold for the request or for any of its items, and those to be put as a condition.
    fn notes_held(&self) -> (Set, Set) {
        let policy = self.view.policy;
        let number = |state: &crate::domain::dialog::item::ItemState| {
            policy
                .procedures()
                .iter()
                .position(|one| *one == state.item.procedure)
        };
        let items: Vec<ItemResult> = self
            .states
            .iter()
            .filter_map(|state| {
                Some(ItemResult {
                    procedure: number(state)?,
                    place: state.item.place,
                    disposition: state.assessment.disposition,
                })
            })
            .collect();
        let own = self
            .states
            .iter()
            .fold(Set::default(), |sum, state| sum.or(state.assessment.notes));
        let conditional = self.states.iter().fold(Set::default(), |sum, state| {
            sum.or(state.assessment.notes_if)
        });
        let held = own.or(policy.notes_of_request(&items));
        (held, conditional.less(held))
    }

    /// The notes of that place in plain paragraphs.
    pub(super) fn notes_at(&self, reply: &mut Reply, place: NotePlace) {
        let (held, _) = self.notes_held();
        let notes = self.listed(held).filter(|note| note.place == place);
        notes.for_each(|note| reply.say(Self::note(note, "")));
    }

    /// The notes below the result, under their heading.
    pub(super) fn notes_below(&self, reply: &mut Reply) {
        let (held, conditional) = self.notes_held();
        let plain = self
            .listed(held)
            .filter(|note| note.place == NotePlace::Below)
            .map(|note| Self::note(note, ""));
        let if_so = self.listed(conditional).map(|note| Self::note(note, ".if"));
        let all: Vec<Message> = if_so.chain(plain).collect();
        if !all.is_empty() {
            reply.head(said::result_notes_heading());
        }
        all.into_iter().for_each(|note| reply.point(note));
    }

    fn listed(&self, set: Set) -> impl Iterator<Item = &Note> {
        let all = self.view.policy.notes();
        set.iter().filter_map(move |number| all.get(number))
    }

    fn note(note: &Note, form: &str) -> Message {
        let text = Message::new(format!("note-{}{form}", note.name));
        match (&note.source, &note.cite) {
            (Some(_), _) => {
                let source = Message::new(format!("note-{}.source", note.name));
                said::result_note_outside(text, source)
            }
            (None, Some(cite)) => said::result_note(text, cite.as_str()),
            (None, None) => text,
        }
    }
}

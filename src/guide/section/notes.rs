//! The notes that go with a result, and when.

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::{Note, NotePlace, Showing};
use crate::guide::page::{Cell, Run, Section, cited, plain};
use crate::guide::words::list;
use crate::guide::{Guide, Outline};

impl Guide<'_> {
    pub(in crate::guide) fn notes(&self) -> Option<Section> {
        let notes = self.lab.policy.notes();
        if notes.is_empty() {
            return None;
        }
        let rows = notes.iter().map(|note| {
            vec![
                self.note(note),
                self.shown(note),
                self.place(note),
                self.origin(note),
            ]
        });
        let table = self.table(
            said::notes_caption(),
            [
                said::note(),
                said::note_when(),
                said::note_place(),
                said::cited(),
            ],
            rows,
        );
        let blocks = vec![self.text(said::notes_lead()), table];
        Some(self.section("notes", said::notes(), blocks))
    }

    fn note(&self, note: &Note) -> Cell {
        let mut text = self.cell(Message::new(format!("note-{}", note.name)));
        if note.has_conditional_form() {
            let own = Message::new(format!("note-{}.if", note.name));
            text.push(plain(self.say(said::note_if(own))));
        }
        text
    }

    fn place(&self, note: &Note) -> Cell {
        self.cell(match note.place {
            NotePlace::Above => said::note_above(),
            NotePlace::Beside => said::note_beside(),
            NotePlace::Below => said::note_below(),
        })
    }

    fn origin(&self, note: &Note) -> Cell {
        match (&note.source, &note.cite) {
            (Some(_), _) => {
                let source = Message::new(format!("note-{}.source", note.name));
                self.cell(said::note_outside(source))
            }
            (None, Some(cite)) => cited(cite.as_str()),
            (None, None) => self.cell(said::note_own()),
        }
    }

    fn shown(&self, note: &Note) -> Cell {
        let showing = self.lab.policy.showing(note);
        let mut told: Cell = self
            .limits(&showing)
            .into_iter()
            .map(|one| plain(self.say(one)))
            .collect();
        if let Some(when) = &showing.when {
            let outline = self.words().outline(when);
            told.push(plain(self.say(said::note_where())));
            told.push(vec![Run::Plain(self.in_line(&outline))]);
        }
        if told.is_empty() {
            told = self.cell(said::note_always());
        }
        told
    }

    fn limits(&self, showing: &Showing) -> Vec<Message> {
        let words = self.words();
        let dispositions = |all: &Vec<crate::domain::policy::Disposition>| {
            let short = |one: &crate::domain::policy::Disposition| {
                said::answer(Message::new(format!("disposition-{}.short", one.as_str())))
            };
            said::note_dispositions(list(all.iter().map(short).collect()))
        };
        let together = showing.together.map(|set| {
            let procedures = words.procedures(set);
            match showing.different_levels {
                true => said::note_together_apart(procedures),
                false => said::note_together(procedures),
            }
        });
        let limits = [
            showing
                .procedures
                .map(|set| said::note_procedures(words.procedures(set))),
            showing.dispositions.as_ref().map(dispositions),
            showing
                .when_not_met
                .map(|one| said::note_not_met(words.short(one))),
            showing
                .unless_not_met
                .map(|one| said::note_unless(words.short(one))),
            together,
            showing.items_disagree.then(said::note_disagree),
        ];
        limits.into_iter().flatten().collect()
    }

    /// A condition on one line, for a cell.
    fn in_line(&self, outline: &Outline) -> String {
        let text = self.say(outline.text.clone());
        let inner: Vec<String> = outline.inner.iter().map(|one| self.in_line(one)).collect();
        match inner.is_empty() {
            true => text,
            false => format!("{text} {}", inner.join("; ")),
        }
    }
}

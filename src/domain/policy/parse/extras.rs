//! Documents, notes, the technology evaluation and the history of the text.

use crate::domain::authored::At;
use crate::domain::name::DocumentName;
use crate::domain::policy::assessment::Disposition;
use crate::domain::policy::documents::MOST_DOCUMENTS;
use crate::domain::policy::model::{Document, Note, NotePlace, NoteWhen, Tec, Update};
use crate::domain::policy::parse::Reader;
use crate::domain::policy::parse::expr::condition;
use crate::domain::policy::parse::names::{Names, define, find};
use crate::domain::policy::raw::{self, DispositionName};
use crate::domain::policy::set::Set;

impl Reader<'_> {
    pub(super) fn documents(&mut self, names: &Names<'_>) -> Vec<Document> {
        let mut taken = Vec::new();
        let raw = self.raw;
        if let Some(extra) = raw.document.get(MOST_DOCUMENTS) {
            self.faults
                .error(
                    extra.id.span.clone(),
                    format!("more than {MOST_DOCUMENTS} documents"),
                )
                .help("put documents that show the same facts together");
        }
        raw.document
            .iter()
            .filter_map(|one| self.document(one, names, &mut taken))
            .collect()
    }

    fn document(
        &mut self,
        raw: &raw::Document,
        names: &Names<'_>,
        taken: &mut Vec<String>,
    ) -> Option<Document> {
        let name = define(&raw.id, "document", taken, self.faults)?;
        let mut shows = Set::default();
        for shown in &raw.shows {
            let Some(fact) = names.fact(shown, self.faults) else {
                continue;
            };
            if names
                .facts
                .get(fact)
                .is_some_and(|fact| fact.stated_by_request)
            {
                self.faults
                    .error(
                        shown.span.clone(),
                        format!("the request itself states `{}`", shown.value),
                    )
                    .help("take it off the document, or remove `stated_by` from the fact");
            }
            shows.add(fact);
        }
        Some(Document {
            name: DocumentName::parse(name.as_str()).ok()?,
            shows,
            cite: raw.cite.as_ref().map(|cite| cite.value.clone()),
        })
    }

    pub(super) fn notes(&mut self, names: &Names<'_>) -> Vec<Note> {
        let mut taken = Vec::new();
        let raw = self.raw;
        if let Some(extra) = raw.note.get(Set::LIMIT) {
            self.faults
                .error(
                    extra.id.span.clone(),
                    format!("more than {} notes", Set::LIMIT),
                )
                .help("put notes that are shown together into one");
        }
        raw.note
            .iter()
            .filter_map(|note| self.note(note, names, &mut taken))
            .collect()
    }

    fn note(
        &mut self,
        raw: &raw::Note,
        names: &Names<'_>,
        taken: &mut Vec<String>,
    ) -> Option<Note> {
        let name = define(&raw.id, "note", taken, self.faults)?;
        self.note_source(raw);
        if raw.if_open.is_some() && raw.when.is_none() {
            self.faults
                .error(raw.id.span.clone(), "`if_open` without `when`")
                .help("say with `when` what the note depends on, or remove `if_open`");
        }
        if raw.levels.is_some() && raw.together.is_empty() {
            self.faults
                .error(raw.id.span.clone(), "`levels` without `together`")
                .help("name the procedures in `together`, or remove `levels`");
        }
        Some(Note {
            name,
            cite: raw.cite.as_ref().map(|cite| cite.value.clone()),
            source: raw.source.as_ref().map(|source| source.value.clone()),
            place: match raw.place {
                Some(raw::NotePlace::Above) => NotePlace::Above,
                Some(raw::NotePlace::Beside) => NotePlace::Beside,
                None => NotePlace::Below,
            },
            shown: self.note_when(raw, names),
        })
    }

    fn note_source(&mut self, raw: &raw::Note) {
        let span = raw.id.span.clone();
        if raw.outside && raw.source.is_none() {
            self.faults
                .error(
                    span,
                    format!(
                        "the note `{}` is from outside the text and has no source",
                        raw.id.value
                    ),
                )
                .help("add `source = \"..\"`");
        } else if !raw.outside && raw.own == raw.cite.is_some() {
            self.faults
                .error(span, format!("the note `{}` has no source, or two", raw.id.value))
                .help("add `cite = \"..\"`; or mark it `outside = true` with its `source`, or `own = true`");
        }
    }

    fn note_when(&mut self, raw: &raw::Note, names: &Names<'_>) -> NoteWhen {
        let procedures = names.procedures(&raw.procedures, self.faults);
        let together = names.procedures(&raw.together, self.faults);
        let dispositions = raw
            .dispositions
            .iter()
            .map(|one| disposition(one.value).bit());
        let mut named = |name: &Option<At<String>>| {
            name.as_ref()
                .and_then(|name| names.named(name, self.faults))
        };
        NoteWhen {
            procedures: (!raw.procedures.is_empty()).then_some(procedures),
            dispositions: (!raw.dispositions.is_empty())
                .then(|| dispositions.fold(0, |mask, bit| mask | bit)),
            when_not_met: named(&raw.when_not_met),
            unless_not_met: named(&raw.unless_not_met),
            when: raw
                .when
                .as_ref()
                .and_then(|when| condition(when, names, self.faults)),
            if_open: raw.if_open.is_some(),
            together: (!raw.together.is_empty()).then_some(together),
            different_levels: raw.levels.is_some(),
            items_disagree: raw.items.is_some(),
        }
    }

    pub(super) fn tec(&mut self) -> Vec<Tec> {
        let raw = self.raw;
        for (place, tec) in raw.tec.iter().enumerate() {
            if raw
                .tec
                .iter()
                .take(place)
                .any(|other| other.number.value == tec.number.value)
            {
                self.faults
                    .error(
                        tec.number.span.clone(),
                        format!("technology criterion {} is defined twice", tec.number.value),
                    )
                    .help("remove one of them");
            }
        }
        raw.tec
            .iter()
            .map(|tec| Tec {
                number: tec.number.value,
                cite: tec.cite.value.clone(),
            })
            .collect()
    }

    pub(super) fn updates(&mut self, names: &Names<'_>) -> Vec<Update> {
        let mut taken = Vec::new();
        let raw = self.raw;
        let rules = raw.rule.iter().map(|rule| rule.id.value.as_str());
        let known: Vec<&str> = names.named.iter().copied().chain(rules).collect();
        let mut updates = Vec::new();
        for update in &raw.update {
            let name = define(&update.id, "update", &mut taken, self.faults);
            for change in &update.changes {
                find(
                    change,
                    "criterion or rule",
                    known.iter().copied(),
                    self.faults,
                );
            }
            let changes = update
                .changes
                .iter()
                .filter_map(|one| crate::domain::name::CriterionName::parse(&one.value).ok());
            updates.extend(name.map(|name| Update {
                name,
                cite: update.cite.value.clone(),
                changes: changes.collect(),
            }));
        }
        updates
    }
}

fn disposition(name: DispositionName) -> Disposition {
    match name {
        DispositionName::Inconsistent => Disposition::Inconsistent,
        DispositionName::NotAddressed => Disposition::NotAddressed,
        DispositionName::Submit => Disposition::Submit,
        DispositionName::SubmitWithNote => Disposition::SubmitWithNote,
        DispositionName::PayerReview => Disposition::PayerReview,
        DispositionName::DocumentationNeeded => Disposition::DocumentationNeeded,
        DispositionName::Investigational => Disposition::Investigational,
    }
}

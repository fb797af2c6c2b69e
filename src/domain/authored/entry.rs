//! What stands in an authored file, entry by entry, so that two files can be held against one another.

use std::ops::Range;

/// One entry of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The table it stands in.
    pub table: &'static str,
    /// Its name.
    pub name: String,
    /// What counts besides what is worked out from conditions, by names.
    pub meaning: String,
    /// What is only read: citations, titles, order.
    pub words: String,
    /// Its condition as it is written.
    pub form: String,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// What counts is another.
    Meaning,
    /// Only what is read is another.
    Words,
    /// Its condition is written otherwise. Whether that changes anything is not said.
    Form,
}

impl Change {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Meaning => "changed",
            Self::Words => "words",
            Self::Form => "written otherwise",
        }
    }
}

/// An entry that is not the same in both files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// The table it stands in.
    pub table: &'static str,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub change: Change,
}

/// Every entry that is not the same in both, in the order of the old file; what is new comes last.
#[must_use]
pub fn changes(old: &[Entry], new: &[Entry]) -> Vec<Changed> {
    let find = |all: &[Entry], one: &Entry| -> Option<Entry> {
        let mut all = all.iter();
        all.find(|other| other.table == one.table && other.name == one.name)
            .cloned()
    };
    let changed = |one: &Entry, change: Change| Changed {
        table: one.table,
        name: one.name.clone(),
        change,
    };
    let mut found = Vec::new();
    for one in old {
        let Some(other) = find(new, one) else {
            found.push(changed(one, Change::Removed));
            continue;
        };
        let kinds = [
            (one.meaning != other.meaning, Change::Meaning),
            (one.words != other.words, Change::Words),
            (one.form != other.form, Change::Form),
        ];
        let kinds = kinds.into_iter().filter(|(differs, _)| *differs);
        found.extend(kinds.map(|(_, kind)| changed(one, kind)));
    }
    let fresh = new.iter().filter(|one| find(old, one).is_none());
    found.extend(fresh.map(|one| changed(one, Change::Added)));
    found
}

/// Where the entry of a table with that name stands: its lines, counted from 1. An entry begins with the header of its
/// table and has its name under `id` or `number`.
#[must_use]
pub fn lines_of(text: &str, table: &str, name: &str) -> Option<Range<usize>> {
    let single = [format!("[{table}]")];
    let header = format!("[[{table}]]");
    let mut begins = None;
    let mut found = None;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.starts_with('[') && line.ends_with(']') {
            if let Some(start) = found {
                return Some(start..number);
            }
            begins = (line == header || single.iter().any(|one| line == one)).then_some(number);
            found = begins.filter(|_| name.is_empty());
        }
        let own = line.split_once('=').filter(|(key, value)| {
            let value = value.split('#').next().unwrap_or_default();
            matches!(key.trim(), "id" | "number") && value.trim().trim_matches('"') == name
        });
        found = found.or(begins.filter(|_| own.is_some()));
    }
    found.map(|start| start..text.lines().count().saturating_add(1))
}

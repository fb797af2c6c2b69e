//! Tables: which form a table was meant to have, by the keys it has, and what is wrong with those.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::check::Check;
use super::shape::{Shape, Table};
use super::wording::{clause, forms, one_of, quoted, quoted_list};
use crate::domain::authored::faults::closest;

/// The forms a table can have.
#[derive(Debug)]
pub(super) struct Forms<'a> {
    /// Those that the keys fit best, alike.
    fitting: Vec<&'a Table<'a>>,
    /// All.
    all: Vec<&'a Table<'a>>,
}

impl<'a> Forms<'a> {
    /// A table of one form.
    pub(super) fn only(table: &'a Table<'a>) -> Self {
        Self {
            fitting: vec![table],
            all: vec![table],
        }
    }

    /// Of several forms, those that the keys of a table fit best.
    pub(super) fn closest(all: Vec<&'a Table<'a>>, entries: &DeTable<'_>) -> Self {
        let best = all.iter().map(|table| score(table, entries)).max();
        let best = all
            .iter()
            .filter(|table| Some(score(table, entries)) == best);
        let mut fitting: Vec<_> = best.copied().collect();
        let first = first_known(&fitting, entries);
        if let Some(first) = first {
            fitting.retain(|table| table.keys.contains_key(first));
        }
        Self { fitting, all }
    }

    /// What a key holds, if a fitting form knows the key.
    fn shape(&self, key: &str) -> Option<&'a Shape<'a>> {
        let named = self.fitting.iter().find_map(|table| table.keys.get(key));
        let rest = || self.fitting.iter().find_map(|table| table.rest.as_deref());
        named.map(|key| &key.shape).or_else(rest)
    }

    /// What a key holds in a form that does not fit.
    fn foreign(&self, key: &str) -> Option<&'a Shape<'a>> {
        let key = self.all.iter().find_map(|table| table.keys.get(key));
        key.map(|key| &key.shape)
    }

    /// The keys of the fitting forms, each once.
    fn names(&self) -> BTreeSet<&'a str> {
        let keys = self.fitting.iter().flat_map(|table| table.keys.keys());
        keys.copied().collect()
    }
}

/// How well a table fits a form: how many of its keys are the form's, how few it lacks, whether it settles values.
fn score(table: &Table<'_>, entries: &DeTable<'_>) -> (usize, isize) {
    let known = |(key, value): &(&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        table
            .keys
            .get(&**key.get_ref())
            .is_some_and(|key| !contradicts(&key.shape, value.get_ref()))
    };
    let known = entries.iter().filter(known).count();
    let missing = table
        .required
        .iter()
        .filter(|key| !entries.contains_key(**key));
    (known, missing.map(|_| -1).sum())
}

/// Whether a key that tells forms apart has the word of another form.
fn contradicts(shape: &Shape<'_>, value: &DeValue<'_>) -> bool {
    match (shape, value) {
        (Shape::Words(words), DeValue::String(word)) => !words.contains(&&**word),
        _ => false,
    }
}

/// The first key of the file that one of the forms knows.
fn first_known<'e>(forms: &[&Table<'_>], entries: &'e DeTable<'_>) -> Option<&'e str> {
    let known = |key: &str| forms.iter().any(|table| table.keys.contains_key(key));
    let keys = entries.keys().filter(|key| known(key.get_ref()));
    let first = keys.min_by_key(|key| key.span().start)?;
    Some(first.get_ref())
}

impl Check<'_> {
    /// Finds the faults of a table and of all it holds.
    pub(super) fn table(&mut self, forms: &Forms<'_>, entries: &DeTable<'_>, span: Range<usize>) {
        let (mut meant, mut mixed) = (BTreeSet::new(), false);
        for (key, node) in entries {
            let name: &str = key.get_ref();
            if let Some(shape) = forms.shape(name) {
                self.value(shape, node);
            } else if let Some(shape) = forms.foreign(name) {
                mixed = true;
                self.mixed_in(forms, entries, key);
                self.value(shape, node);
            } else {
                meant.extend(self.unknown(forms, entries, key));
            }
        }
        if !mixed {
            self.missing(forms, entries, &meant, span);
        }
    }

    /// A key that belongs to another form than the other keys of its table.
    fn mixed_in(&mut self, among: &Forms<'_>, entries: &DeTable<'_>, key: &Spanned<DeString<'_>>) {
        let names = among.names();
        let present = names
            .iter()
            .copied()
            .filter(|name| entries.contains_key(*name));
        let message = format!(
            "`{}` does not go with {}",
            key.get_ref(),
            quoted_list(present)
        );
        let form = forms(self.shapes, &among.fitting);
        self.faults.error(key.span(), message).help(form);
    }

    /// A key that no form knows; the one it was probably meant to be, if that is not there as well.
    fn unknown<'a>(
        &mut self,
        among: &Forms<'a>,
        entries: &DeTable<'_>,
        key: &Spanned<DeString<'_>>,
    ) -> Option<&'a str> {
        let names = among.names();
        let absent = names
            .iter()
            .copied()
            .filter(|name| !entries.contains_key(*name));
        let meant = closest(key.get_ref(), absent);
        let message = format!("unknown key {}", quoted(key.get_ref()));
        let mut fault = self.faults.error(key.span(), message);
        if let Some(meant) = meant {
            fault = fault.help(format!("did you mean `{meant}`"));
        }
        fault.help(format!("known: {}", quoted_list(names)));
        meant
    }

    /// Keys that are not there.
    fn missing(
        &mut self,
        among: &Forms<'_>,
        entries: &DeTable<'_>,
        meant: &BTreeSet<&str>,
        span: Range<usize>,
    ) {
        let there = |key: &str| entries.contains_key(key) || meant.contains(key);
        let absent = among.fitting.iter().map(|table| {
            let required = table.required.iter().copied();
            required.filter(|key| !there(key)).collect::<Vec<_>>()
        });
        let absent: Vec<_> = absent.collect();
        if absent.iter().any(Vec::is_empty) || self.damage.reaches(&span) {
            return;
        }
        let (message, help) = match absent.as_slice() {
            [keys] => missing_keys(keys, among),
            lists if lists.iter().all(|keys| keys.len() == 1) => {
                let keys: BTreeSet<_> = lists.iter().flatten().copied().collect();
                let message = format!("missing key: {}", one_of(keys));
                (message, forms(self.shapes, &among.fitting))
            }
            _ => {
                let form = forms(self.shapes, &among.fitting);
                ("this table has none of the forms it can have".into(), form)
            }
        };
        let fault = match span.is_empty() {
            true => self.faults.error_of_file(message),
            false => self.faults.error(span, message),
        };
        fault.help(help);
    }
}

/// What to say of keys that the only form cannot do without.
fn missing_keys(keys: &[&str], among: &Forms<'_>) -> (String, String) {
    let noun = if keys.len() == 1 { "key" } else { "keys" };
    let message = format!("missing {noun} {}", quoted_list(keys.iter().copied()));
    let tables = || among.fitting.iter();
    let added = keys.iter().map(|name| {
        let about = tables().find_map(|table| table.keys.get(name));
        match about.map(|key| clause(key.about)) {
            Some(about) if !about.is_empty() => format!("add `{name}`: {about}"),
            _ => format!("add `{name}`"),
        }
    });
    let help: Vec<_> = added.collect();
    (message, help.join("; "))
}

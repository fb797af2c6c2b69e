//! Tables: which form a table was meant to have, by the keys it has, and what is wrong with those.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable};

use super::check::{Check, Node};
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
    /// A key that is checked already.
    checked: Option<&'a str>,
}

impl<'a> Forms<'a> {
    /// A table of one form.
    pub(super) fn only(table: &'a Table<'a>) -> Self {
        Self {
            fitting: vec![table],
            all: vec![table],
            checked: None,
        }
    }

    /// Of several forms, those that the keys of a table fit best.
    pub(super) fn closest(all: Vec<&'a Table<'a>>, entries: &DeTable<'_>) -> Self {
        let mut fitting = all.clone();
        if first_known(&all, entries).is_some() {
            let scores: Vec<_> = all.iter().map(|table| score(table, entries)).collect();
            let best = scores.iter().max();
            let ranked = all.iter().zip(&scores);
            let ranked = ranked.filter(|(_, score)| Some(*score) == best);
            fitting = ranked.map(|(table, _)| *table).collect();
        }
        if let Some(first) = first_known(&fitting, entries) {
            fitting.retain(|table| table.keys.contains_key(first));
        }
        Self {
            fitting,
            all,
            checked: None,
        }
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

/// The key whose word tells the forms apart, if there is one.
fn telling<'a>(all: &[&'a Table<'_>]) -> Option<&'a str> {
    let mut names = all.first()?.keys.keys().copied();
    names.find(|name| all.iter().all(|table| !table.words(name).is_empty()))
}

/// How well a table fits a form: how many of its keys are the form's, how few it lacks.
fn score(table: &Table<'_>, entries: &DeTable<'_>) -> (usize, Reverse<usize>) {
    let known = entries.keys();
    let known = known.filter(|key| table.keys.contains_key(&**key.get_ref()));
    let missing = table.required.iter();
    let missing = missing.filter(|key| !entries.contains_key(**key));
    (known.count(), Reverse(missing.count()))
}

/// The first key of the file that one of the forms knows.
fn first_known<'e>(forms: &[&Table<'_>], entries: &'e DeTable<'_>) -> Option<&'e str> {
    let known = |key: &str| forms.iter().any(|table| table.keys.contains_key(key));
    let keys = entries.keys().filter(|key| known(key.get_ref()));
    let first = keys.min_by_key(|key| key.span().start)?;
    Some(first.get_ref())
}

impl Check<'_> {
    /// Finds the faults of a table that can have any of several forms.
    pub(super) fn table_of(
        &mut self,
        all: Vec<&Table<'_>>,
        node: &Node<'_>,
        entries: &DeTable<'_>,
    ) {
        let telling = telling(&all).and_then(|key| Some((key, entries.get(key)?)));
        let told =
            telling.and_then(|(key, node)| Some((key, node.get_ref().as_str()?, node.span())));
        let Some((key, word, place)) = told else {
            return self.table(&Forms::closest(all, entries), entries, node.span());
        };
        let words = all.iter().flat_map(|table| table.words(key));
        self.word(&words.copied().collect::<Vec<_>>(), word, place);
        let named = all.iter().filter(|table| table.words(key).contains(&word));
        let named: Vec<_> = named.copied().collect();
        let mut forms = Forms::closest(if named.is_empty() { all } else { named }, entries);
        forms.checked = Some(key);
        self.table(&forms, entries, node.span());
    }

    /// Finds the faults of a table and of all it holds.
    pub(super) fn table(&mut self, forms: &Forms<'_>, entries: &DeTable<'_>, span: Range<usize>) {
        let (mut meant, mut mixed) = (BTreeSet::new(), false);
        for (key, node) in entries {
            let name: &str = key.get_ref();
            if forms.checked == Some(name) {
                continue;
            }
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
        let none_known = forms.all.len() > 1 && first_known(&forms.all, entries).is_none();
        if mixed || (none_known && !entries.is_empty()) {
            return;
        }
        self.missing(forms, entries, &meant, span);
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
        fault.help(match first_known(&among.all, entries) {
            None if among.all.len() > 1 => forms(self.shapes, &among.all),
            _ => format!("known: {}", quoted_list(names)),
        });
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

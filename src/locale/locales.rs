//! Every language of one dialog.

use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use crate::domain::diagnostic::Diagnostic;
use crate::locale::render::Locale;
use crate::locale::texts::Texts;

/// The language every other is checked against, and the one spoken when no other fits.
pub const REFERENCE: &str = "en-US";

/// Every language of one dialog: the shell's texts and those of its policy.
#[derive(Debug)]
pub struct Locales {
    reference: Locale,
    others: Vec<Locale>,
}

impl Locales {
    /// Reads files given as (tag, file name, text): `shell.ftl` and `<policy-id>.ftl` of each language. Texts at
    /// fault are left out and reported; the rest can be used. Two policies need not have different ids, so the files
    /// of another policy make another `Locales`.
    #[must_use]
    pub fn load(files: &[(&str, &str, &str)]) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut all = vec![no_texts()];
        for (tag, name, text) in files {
            match texts_of(&mut all, tag) {
                Some(texts) => found.extend(texts.add(name, text)),
                None => found.push(not_a_tag(tag, name)),
            }
        }
        let mut all = all.into_iter().map(Arc::new);
        let reference = all.next().unwrap_or_else(|| Arc::new(no_texts()));
        if reference.entries().is_empty() {
            found.push(no_reference());
        }
        let others = all.map(|texts| Locale::new(texts, Arc::clone(&reference)));
        let locales = Self {
            others: others.collect(),
            reference: Locale::new(Arc::clone(&reference), reference),
        };
        (locales, found)
    }

    /// The language of exactly this tag.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Locale> {
        self.iter().find(|locale| locale.tag() == tag)
    }

    /// The language that fits a code such as `es` or `es-MX` best: the same tag, else the same language, else the
    /// reference language.
    #[must_use]
    pub fn negotiate(&self, language_code: &str) -> &Locale {
        let same = |locale: &&Locale| locale.tag().eq_ignore_ascii_case(language_code);
        let exact = self.iter().find(same);
        exact
            .or_else(|| self.of_language(language_code))
            .unwrap_or(&self.reference)
    }

    /// The tags, the reference language first, then as the files came.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.iter().map(Locale::tag)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Locale> {
        std::iter::once(&self.reference).chain(&self.others)
    }

    pub(crate) fn reference(&self) -> &Locale {
        &self.reference
    }

    pub(crate) fn others(&self) -> &[Locale] {
        &self.others
    }

    fn of_language(&self, code: &str) -> Option<&Locale> {
        let wanted: LanguageIdentifier = code.parse().ok()?;
        self.iter().find(|locale| {
            let spoken = locale.tag().parse::<LanguageIdentifier>();
            spoken.is_ok_and(|spoken| spoken.language == wanted.language)
        })
    }
}

fn texts_of<'a>(all: &'a mut Vec<Texts>, tag: &str) -> Option<&'a mut Texts> {
    if !all.iter().any(|texts| texts.tag() == tag) {
        all.push(Texts::new(tag, tag.parse().ok()?));
    }
    all.iter_mut().find(|texts| texts.tag() == tag)
}

fn no_texts() -> Texts {
    Texts::new(REFERENCE, REFERENCE.parse().unwrap_or_default())
}

fn not_a_tag(tag: &str, name: &str) -> Diagnostic {
    let mut fault = Diagnostic::error(
        &format!("locales/{tag}/{name}"),
        0..0,
        format!("`{tag}` is not a language tag"),
    );
    fault.span = None;
    fault.help("name the folder by language and country, such as `es-US`")
}

fn no_reference() -> Diagnostic {
    let message = format!("there are no texts in `{REFERENCE}`");
    let mut fault = Diagnostic::error(&format!("locales/{REFERENCE}"), 0..0, message);
    fault.span = None;
    fault.help("every language is checked against this one, so it must be there")
}

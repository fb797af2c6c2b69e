//! Collecting the faults of one file, and guessing what a misspelt name was meant to be.

use std::ops::Range;

use crate::domain::diagnostic::{Diagnostic, Severity};

#[cfg(test)]
mod tests;

/// Names longer than this, in characters, are not compared with others: nobody means them.
const LONGEST_NAME: usize = 64;

/// The faults of one authored file, in the order they were found.
#[derive(Debug)]
pub struct Faults {
    file: String,
    list: Vec<Diagnostic>,
}

impl Faults {
    /// No faults yet in the file that its author knows as `file`.
    pub fn new(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            list: Vec::new(),
        }
    }

    /// Adds an error that underlines `span`.
    pub fn error(&mut self, span: Range<usize>, message: impl Into<String>) -> Fault<'_> {
        self.add(Severity::Error, Some(span), message.into())
    }

    /// Adds a warning that underlines `span`.
    pub fn warning(&mut self, span: Range<usize>, message: impl Into<String>) -> Fault<'_> {
        self.add(Severity::Warning, Some(span), message.into())
    }

    /// Adds an error of the file as a whole.
    pub fn error_of_file(&mut self, message: impl Into<String>) -> Fault<'_> {
        self.add(Severity::Error, None, message.into())
    }

    /// Whether nothing was found, not even a warning.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many were found, warnings too.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether an error was found, so that the file is refused.
    #[must_use]
    pub fn refuse(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// What was found, from the start of the file to its end; faults of the file as a whole come first.
    #[must_use]
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.list
            .sort_by_key(|d| d.span.as_ref().map(|span| (span.start, span.end)));
        self.list
    }

    /// A collection for the same file.
    pub(super) fn of_same_file(&self) -> Self {
        Self::new(&*self.file)
    }

    /// Takes over what another collection found, where `keep` says so of the place.
    pub(super) fn take(&mut self, others: Self, keep: impl Fn(&Range<usize>) -> bool) {
        let kept = others.list.into_iter();
        let kept = kept.filter(|fault| fault.span.as_ref().is_none_or(&keep));
        self.list.extend(kept);
    }

    /// The places found so far.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        let spans = self.list.iter().map(|fault| fault.span.as_ref());
        spans.map(|span| span.map_or(0, |span| span.start))
    }

    fn add(
        &mut self,
        severity: Severity,
        span: Option<Range<usize>>,
        message: String,
    ) -> Fault<'_> {
        Fault(self.list.push_mut(Diagnostic {
            severity,
            file: self.file.clone(),
            span,
            message,
            help: None,
        }))
    }
}

/// The fault added last, so that help can be given with it.
#[derive(Debug)]
pub struct Fault<'f>(&'f mut Diagnostic);

impl Fault<'_> {
    /// Says what to do about it, after what was said before.
    pub fn help(self, help: impl AsRef<str>) -> Self {
        let help = help.as_ref();
        self.0.help = Some(match self.0.help.take() {
            Some(before) => format!("{before}; {help}"),
            None => help.to_owned(),
        });
        self
    }

    /// Asks whether another name was meant, if one of `candidates` is close to `name`.
    pub fn suggest<'c>(self, name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Self {
        match suggest(name, candidates) {
            Some(question) => self.help(question),
            None => self,
        }
    }
}

/// "did you mean `..`" with the candidate closest to `name`, if one is close.
#[must_use]
pub fn suggest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    closest(name, candidates).map(|candidate| format!("did you mean `{candidate}`"))
}

/// The candidate that takes the fewest changes to get to from `name`: at most a third of its letters.
pub(super) fn closest<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let length = name.chars().count();
    if length > LONGEST_NAME {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| *candidate != name)
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            let longer = length.max(candidate.chars().count());
            *distance <= longer.max(3) / 3
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

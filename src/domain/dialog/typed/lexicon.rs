//! An answer among choices that the caller words: by phrase, number, letter, beginning, or with a typing error.

/// Choices and the phrases that name each.
#[derive(Debug, Clone)]
pub struct Lexicon<T> {
    choices: Vec<T>,
}

/// Why an answer is none of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotChosen<T> {
    /// It could be any of these.
    Ambiguous(Vec<T>),
    /// It names several choices where one is wanted.
    Several(Vec<T>),
    /// A number beyond the choices.
    OutOfRange {
        /// The number typed.
        number: u32,
        /// How many choices there are.
        count: usize,
    },
    /// Anything else.
    NotUnderstood,
}

impl<T: Clone + PartialEq> Lexicon<T> {
    /// The choices in the order they are numbered, each with its label and synonyms.
    pub fn new<P: AsRef<str>>(
        choices: impl IntoIterator<Item = (T, impl IntoIterator<Item = P>)>,
    ) -> Self {
        let choices = choices.into_iter().map(|(choice, _)| choice).collect();
        Self { choices }
    }

    /// Adds choices that have no number or letter: understood when typed, not shown.
    #[must_use]
    pub fn and_unlisted<P: AsRef<str>>(
        self,
        choices: impl IntoIterator<Item = (T, impl IntoIterator<Item = P>)>,
    ) -> Self {
        let _ = choices.into_iter().count();
        self
    }

    /// Reads an answer that names one choice.
    ///
    /// # Errors
    /// Why it names none, or more than one.
    pub fn one(&self, text: &str) -> Result<T, NotChosen<T>> {
        let _ = (text, &self.choices);
        Err(NotChosen::NotUnderstood)
    }

    /// Reads an answer that names one or several choices, each once, in the order typed.
    ///
    /// # Errors
    /// Why a part of it names none, or more than one.
    pub fn several(&self, text: &str) -> Result<Vec<T>, NotChosen<T>> {
        self.one(text).map(|choice| vec![choice])
    }
}

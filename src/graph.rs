//! A policy in pictures: the conversation, and the tree of its criteria, with how often each was seen.
//!
//! [`dialog()`] and [`criteria()`] make trees without a format; [`svg`], [`mermaid`] and [`dot`] draw them. Nothing here knows
//! a policy, and nothing reads or writes.

mod counts;
mod criteria;
mod dialog;
pub mod dot;
mod layout;
pub mod measure;
pub mod mermaid;
pub mod svg;

pub use counts::{Counts, Of};
pub use criteria::criteria;
pub use dialog::dialog;

/// A picture: trees, one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The language's tag.
    pub lang: String,
    /// What it shows.
    pub title: String,
    /// How it is to be read.
    pub about: String,
    /// The trees.
    pub trees: Vec<Tree>,
    /// Whether each tree leads on to the next.
    pub chained: bool,
    /// How wide a box is, in points, from the root on; what is further away is as wide as the last.
    pub widths: Vec<u32>,
    /// What the kinds of boxes and their shades mean.
    pub legend: Legend,
}

/// A box with those it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// What it is called within the picture: letters, digits, `_` and `-`.
    pub key: String,
    /// What it stands for.
    pub kind: Kind,
    /// What it says, a paragraph each; the first stands out.
    pub text: Vec<String>,
    /// How often it was seen.
    pub seen: Option<Seen>,
    /// Those it leads to.
    pub inner: Vec<Self>,
}

/// What a box stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A question.
    Question,
    /// An answer that is offered.
    Answer,
    /// A rule or a path.
    Rule,
    /// A criterion, or a part that criteria share.
    Criterion,
    /// How conditions are joined.
    Connective,
    /// What is looked at.
    Test,
    /// Something that is drawn elsewhere, by its key.
    See(String),
}

/// How often something was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// In words.
    pub text: String,
    /// How dark it is: 0 was never seen, 3 is the most.
    pub shade: u8,
}

/// What the kinds of boxes and their shades mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend {
    /// Its heading.
    pub title: String,
    /// The kinds that occur, in words.
    pub kinds: Vec<(Kind, String)>,
    /// What is counted, where something is.
    pub counted: Option<String>,
    /// The shades, in words.
    pub shades: Vec<(u8, String)>,
}

impl Tree {
    /// Looks at a box and at all it leads to, each with the key of the one before it.
    pub fn walk<'t>(
        &'t self,
        parent: Option<&'t Self>,
        look: &mut impl FnMut(&'t Self, Option<&'t Self>),
    ) {
        look(self, parent);
        self.inner.iter().for_each(|one| one.walk(Some(self), look));
    }

    /// Its words as lines, with how often it was seen.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let seen = self.seen.iter().map(|seen| seen.text.clone());
        self.text.iter().cloned().chain(seen).collect()
    }
}

impl Kind {
    /// A word for it in the files that are drawn.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Rule => "rule",
            Self::Criterion => "criterion",
            Self::Connective => "connective",
            Self::Test => "test",
            Self::See(_) => "see",
        }
    }
}

//! A document without a format: what the handbook says, in order. HTML and Markdown are made of this.

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The language's tag.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<Block>,
    /// The heading of the list of sections.
    pub contents: String,
    /// The sections.
    pub sections: Vec<Section>,
    /// What stands at the end, and on paper below every page.
    pub footer: Vec<String>,
    /// The link by which people skip the list of sections.
    pub skip: String,
}

/// A part of a document with a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// By what links name it.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The sections within it.
    pub sections: Vec<Section>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(Vec<Run>),
    /// Something to be noticed.
    Notice(Vec<Run>),
    /// Points, which may have points of their own.
    List(Vec<Item>),
    /// A table: its caption, the headings of its columns, and its rows, each with its own heading first.
    Table {
        /// What it shows.
        caption: String,
        /// The headings of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Names, each with what is said of it.
    Terms(Vec<(String, Cell)>),
    /// A conversation.
    Talk(Vec<Turn>),
    /// Lines to be filled in by hand.
    Form(Vec<String>),
}

/// What stands in a table's cell or beside a term: paragraphs.
pub type Cell = Vec<Vec<Run>>;

/// A point of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it says.
    pub text: Vec<Run>,
    /// The points below it.
    pub inner: Vec<Self>,
}

/// Words within a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Plain words.
    Plain(String),
    /// Words that stand out.
    Strong(String),
    /// A name as files spell it, or a digest.
    Code(String),
    /// A place in the payer's policy as the policy names it, in English.
    Cite(String),
    /// Words that lead to a section of this document.
    Link {
        /// Its anchor.
        to: String,
        /// The words.
        text: String,
    },
}

impl Run {
    /// Its words alone.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text)
            | Self::Strong(text)
            | Self::Code(text)
            | Self::Cite(text)
            | Self::Link { text, .. } => text,
        }
    }
}

/// What one side of a conversation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Who says it, in words.
    pub who: String,
    /// Whether it is the office.
    pub office: bool,
    /// What is said.
    pub text: String,
}

impl Block {
    /// A paragraph of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(plain(words))
    }
}

/// Plain words.
pub fn plain(words: impl Into<String>) -> Vec<Run> {
    vec![Run::Plain(words.into())]
}

/// A place in the payer's policy, as a paragraph of its own.
pub fn cited(cite: impl Into<String>) -> Cell {
    vec![vec![Run::Cite(cite.into())]]
}

/// One paragraph of plain words.
pub fn cell(words: impl Into<String>) -> Cell {
    vec![plain(words)]
}

impl Item {
    /// A point without points below it.
    pub fn new(text: Vec<Run>) -> Self {
        Self {
            text,
            inner: Vec::new(),
        }
    }
}

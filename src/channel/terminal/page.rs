//! How a reply looks on a page of plain text.

use std::io::{self, Write};

use anstyle::Style;
use textwrap::{Options, WordSplitter};

use crate::domain::dialog::reply::LineKind;
use crate::turn::{Rendered, RenderedLine, RenderedPrompt};

/// How a page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Columns after which lines are broken; nothing where lines are as long as they are.
    pub width: Option<usize>,
    /// Whether headings and questions stand out by weight.
    pub styled: bool,
    /// Whether somebody types at a terminal and is shown where.
    pub typed: bool,
}

impl Page {
    /// What stands before the place to type.
    #[must_use]
    pub fn prompt(self) -> &'static str {
        if self.typed { "> " } else { "" }
    }

    /// Writes a reply: what is told, then what is asked.
    ///
    /// # Errors
    /// When the page cannot be written.
    pub fn write(self, out: &mut impl Write, rendered: &Rendered) -> io::Result<()> {
        let mut before = None;
        for line in &rendered.lines {
            self.line(out, before, line)?;
            before = Some(line.kind);
        }
        if before.is_some() {
            writeln!(out)?;
        }
        match &rendered.prompt {
            Some(prompt) => self.asked(out, prompt),
            None => Ok(()),
        }
    }

    /// Writes one paragraph.
    ///
    /// # Errors
    /// When the page cannot be written.
    pub fn paragraph(self, out: &mut impl Write, text: &str) -> io::Result<()> {
        self.text(out, ("", ""), text)?;
        writeln!(out)
    }

    /// A paragraph and a heading stand apart from what comes before; points stand together.
    fn line(
        self,
        out: &mut impl Write,
        before: Option<LineKind>,
        line: &RenderedLine,
    ) -> io::Result<()> {
        let together = line.kind == LineKind::Bullet || before == Some(LineKind::Heading);
        if before.is_some() && !together {
            writeln!(out)?;
        }
        match line.kind {
            LineKind::Paragraph => self.text(out, ("", ""), &line.text),
            LineKind::Heading => self.strong(out, &line.text),
            LineKind::Bullet => self.text(out, ("- ", "  "), &line.text),
        }
    }

    fn asked(self, out: &mut impl Write, prompt: &RenderedPrompt) -> io::Result<()> {
        if let Some(progress) = &prompt.progress {
            self.text(out, ("", ""), progress)?;
        }
        self.strong(out, &prompt.question)?;
        if let Some(hint) = &prompt.hint {
            self.text(out, ("", ""), hint)?;
        }
        for (number, choice) in (1..).zip(&prompt.choices) {
            let number = if prompt.numbered {
                format!("{number}) ")
            } else {
                "- ".to_owned()
            };
            let after = " ".repeat(number.len());
            self.text(out, (&number, &after), &choice.text)?;
        }
        writeln!(out)
    }

    fn strong(self, out: &mut impl Write, text: &str) -> io::Result<()> {
        let style = if self.styled {
            Style::new().bold()
        } else {
            Style::new()
        };
        write!(out, "{style}")?;
        let lines = self.broken(("", ""), text);
        write!(out, "{}", lines.join("\n"))?;
        writeln!(out, "{style:#}")
    }

    /// Text whose first line begins with one lead and whose other lines begin with another.
    fn text(self, out: &mut impl Write, leads: (&str, &str), text: &str) -> io::Result<()> {
        for line in self.broken(leads, text) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn broken(self, (first, others): (&str, &str), text: &str) -> Vec<String> {
        let Some(width) = self.width else {
            return vec![format!("{first}{text}")];
        };
        let options = Options::new(width)
            .initial_indent(first)
            .subsequent_indent(others)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(text, options);
        lines.into_iter().map(Into::into).collect()
    }
}

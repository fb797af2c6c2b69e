//! Where the lines come from. What is typed is never written anywhere: the history lives as long as the process.

use std::io::{self, BufRead};

use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{Config, Editor};

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A line without its end.
    Text(String),
    /// Nothing comes any more.
    End,
}

/// A source of lines.
pub trait Lines {
    /// The next line, asked for with this prompt where somebody sits at the other end.
    ///
    /// # Errors
    /// When the input cannot be read.
    fn next(&mut self, prompt: &str) -> io::Result<Line>;
}

/// Lines from a pipe or a file.
#[derive(Debug)]
pub struct Piped<R>(pub R);

impl<R: BufRead> Lines for Piped<R> {
    fn next(&mut self, _prompt: &str) -> io::Result<Line> {
        let mut bytes = Vec::new();
        if self.0.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(Line::End);
        }
        let text = String::from_utf8_lossy(&bytes);
        Ok(Line::Text(text.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

/// Lines typed at a terminal, with line editing and the lines typed before.
#[derive(Debug)]
pub struct Typed(Editor<(), MemHistory>);

impl Typed {
    /// A terminal to type at.
    ///
    /// # Errors
    /// When the terminal cannot be used.
    pub fn new() -> io::Result<Self> {
        let config = Config::builder().auto_add_history(true).build();
        let history = MemHistory::with_config(&config);
        Editor::with_history(config, history)
            .map(Self)
            .map_err(to_io)
    }
}

impl Lines for Typed {
    fn next(&mut self, prompt: &str) -> io::Result<Line> {
        match self.0.readline(prompt) {
            Ok(text) => Ok(Line::Text(text)),
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(Line::End),
            Err(fault) => Err(to_io(fault)),
        }
    }
}

fn to_io(fault: ReadlineError) -> io::Error {
    match fault {
        ReadlineError::Io(fault) => fault,
        other => io::Error::other(other),
    }
}

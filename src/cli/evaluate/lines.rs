//! Lines of an input, without ever holding more than one, and of a very long one only its beginning.

use std::io::{self, BufRead, BufReader, Read, Write};

use crate::cli::evaluate::stream::Stopped;

/// The most bytes of a line.
pub(super) const LONGEST: usize = 1024 * 1024;

/// What was found of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// All of it.
    Whole,
    /// It is longer than [`LONGEST`]; the rest has been passed over.
    TooLong,
    /// The input has ended.
    End,
}

/// Reads the next line into `line`, without its end. What has been answered is passed on before each wait.
pub(super) fn next<R: Read>(
    input: &mut BufReader<R>,
    line: &mut Vec<u8>,
    output: &mut impl Write,
) -> Result<Line, Stopped> {
    line.clear();
    let mut found = Line::End;
    loop {
        if input.buffer().is_empty() {
            output.flush().map_err(Stopped::unwritten)?;
        }
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(Stopped::unread(fault)),
        };
        if chunk.is_empty() {
            return Ok(found);
        }
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or(chunk);
        let taken = part.len().saturating_add(usize::from(end.is_some()));
        found = keep(line, part, found);
        input.consume(taken);
        if end.is_some() {
            return Ok(found);
        }
    }
}

fn keep(line: &mut Vec<u8>, part: &[u8], found: Line) -> Line {
    if found == Line::TooLong || line.len().saturating_add(part.len()) > LONGEST {
        return Line::TooLong;
    }
    line.extend_from_slice(part);
    Line::Whole
}

//! A transcript's text to a [`Transcript`]: every fault at once, each with its place and help.

mod assertion;
mod deed;
mod header;
mod line;

use std::ops::Range;

use crate::domain::authored::Faults;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::transcript::model::{
    Deed, Expectation, Expected, Offer, Transcript, Turn, Wording,
};
use header::Draft;
use line::{Line, lines};

/// Reads a transcript that its author knows as `file`. Without an error among the diagnostics there is a transcript.
#[must_use]
pub fn parse(file: &str, text: &str) -> (Option<Transcript>, Vec<Diagnostic>) {
    let mut reader = Reader {
        faults: Faults::new(file),
        draft: Draft::default(),
        turns: Vec::new(),
    };
    lines(text).for_each(|line| reader.line(&line));
    reader.finish()
}

struct Reader {
    faults: Faults,
    draft: Draft,
    turns: Vec<Turn>,
}

const KINDS: &str = "a line begins with `>` (typed), `<` (said), `[` (choices), `=` (what holds), `!` (what \
                     happens) or `#` (a comment); header lines `key: value` come before all of them";

impl Reader {
    fn finish(mut self) -> (Option<Transcript>, Vec<Diagnostic>) {
        let header = self.draft.finish(&mut self.faults);
        if self.turns.is_empty() {
            self.faults
                .error_of_file("nothing is typed in this transcript")
                .help("write what the office types after `>`");
        }
        let whole = header.filter(|_| !self.faults.refuse());
        let turns = self.turns;
        (
            whole.map(|header| Transcript { header, turns }),
            self.faults.finish(),
        )
    }

    fn line(&mut self, line: &Line<'_>) {
        let content = line.content();
        match content.text.chars().next() {
            None | Some('#') => {}
            Some('>') => self.deed(line.number, Deed::Type(typed(line.text))),
            Some('!') => {
                if let Some(deed) = deed::read(&content.after(1), &mut self.faults) {
                    self.deed(line.number, deed);
                }
            }
            Some('<') => self.said(&content),
            Some('[') => self.offer(&content),
            Some('=') => self.assertion(&content),
            Some(_) if self.turns.is_empty() => self.draft.read(&content, &mut self.faults),
            Some(_) => {
                self.faults
                    .error(content.span(), "this line is of no kind")
                    .help(KINDS);
            }
        }
    }

    fn deed(&mut self, line: usize, deed: Deed) {
        let nothing = Vec::new;
        self.turns.push(Turn {
            line,
            deed,
            said: nothing(),
            offers: Vec::new(),
            assertions: Vec::new(),
        });
    }

    /// The turn an expectation belongs to; expectations that nothing precedes are about an arrival.
    fn turn(&mut self, line: usize, span: Range<usize>) -> Option<&mut Turn> {
        if self.turns.is_empty() {
            self.deed(line, Deed::Arrive);
        }
        let turn = self.turns.last_mut()?;
        if turn.deed.is_answered() {
            return Some(turn);
        }
        self.faults
            .error(
                span,
                "nothing is said in return to the directive before this line",
            )
            .help("write what is expected after the next line that is typed, or after `! restart`");
        None
    }

    fn said(&mut self, content: &Line<'_>) {
        let what = match content.after(1).content().text {
            "..." => Expectation::Anything,
            written => Expectation::Line(Wording::read(written)),
        };
        self.wording(content, &what);
        if let Some(turn) = self.turn(content.number, content.span()) {
            turn.said.push(Expected {
                line: content.number,
                what,
            });
        }
    }

    fn wording(&mut self, content: &Line<'_>, what: &Expectation) {
        let Expectation::Line(wording) = what else {
            return;
        };
        if wording.id.as_deref().is_some_and(|id| !is_message_id(id)) {
            self.faults
                .error(content.span(), "this is not the id of a message")
                .help("an id has letters, digits, `-`, `_` and, before an attribute, `.`, such as `@ask-procedure`");
        } else if wording.id.is_none() && wording.text.as_deref().is_none_or(str::is_empty) {
            self.faults
                .error(content.span(), "nothing is expected to be said here")
                .help("write the words, `@` and a message's id, or `...` for any lines; `--bless` fills in what is said");
        }
    }

    fn offer(&mut self, content: &Line<'_>) {
        let Some(choices) = line::brackets(content.text) else {
            self.faults
                .error(content.span(), "choices are written as `[first] [second]`")
                .help("close every `[` with `]` and write nothing between them but spaces");
            return;
        };
        let choices = choices.into_iter().map(Wording::read).collect();
        if let Some(turn) = self.turn(content.number, content.span()) {
            turn.offers.push(Offer {
                line: content.number,
                choices,
            });
        }
    }

    fn assertion(&mut self, content: &Line<'_>) {
        let read = assertion::read(content, &mut self.faults);
        let turn = self.turn(content.number, content.span());
        if let (Some(assertion), Some(turn)) = (read, turn) {
            turn.assertions.push(assertion);
        }
    }
}

/// What follows the `>` and one space; an empty line was typed when nothing does.
fn typed(line: &str) -> String {
    let rest = line.trim_start().strip_prefix('>').unwrap_or_default();
    rest.strip_prefix(' ').unwrap_or(rest).into()
}

fn is_message_id(id: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && letters(id)
}

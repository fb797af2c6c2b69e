mod asserting;
mod blessing;
mod comparing;
mod reading;

use crate::domain::transcript::{Heard, Transcript, Utterance, parse};

fn transcript(text: &str) -> Transcript {
    let (transcript, faults) = parse("t.txt", text);
    transcript.unwrap_or_else(|| panic!("{faults:#?}"))
}

fn said(lines: &[(&str, &str)]) -> Heard {
    Heard {
        said: utterances(lines),
        ..Heard::default()
    }
}

fn utterances(lines: &[(&str, &str)]) -> Vec<Utterance> {
    lines
        .iter()
        .map(|(id, text)| Utterance::new(*id, text))
        .collect()
}

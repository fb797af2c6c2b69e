//! A whole conversation in a chat, held by somebody who answers what is asked and waits for what is said.

use std::time::Duration;

use crate::crash::scripts::Script;
use crate::telegram::fake::Said;
use crate::telegram::kept::Events;
use crate::telegram::office::{Office, masked};

/// How long an office waits for a reply, whatever happens to the bot meanwhile.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long it waits for the first reply of all before it says once more that it is there: what somebody said who has
/// answered nothing yet is kept by nobody.
const FIRST: Duration = Duration::from_secs(2);

/// A conversation as it goes when nothing happens to it.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) script: &'static Script,
    /// How each question was asked, in order.
    pub(crate) questions: Vec<String>,
    pub(crate) events: Vec<Events>,
}

/// How a conversation went.
#[derive(Debug, Default)]
pub(crate) struct Went {
    /// How each question was asked, in order.
    pub(crate) questions: Vec<String>,
    /// Questions that were shown once more although they were answered.
    pub(crate) repeated: usize,
    /// How often it had to be begun.
    pub(crate) begun: usize,
}

/// What is asked in a message and what is answered to it.
fn question(script: &Script, said: &Said) -> Option<(String, &'static str)> {
    let lines: Vec<&str> = said.text.lines().filter(|line| !line.is_empty()).collect();
    let (line, answer) = lines
        .iter()
        .find_map(|line| Some((line, script.answer(line)?)))?;
    // Two questions can be in the same words: what stands around them tells them apart.
    let around: Vec<&str> = lines.iter().filter(|line| !greets(line)).copied().collect();
    let last = around.len().saturating_sub(3);
    let asked = format!("{line} | {}", around[last..].join(" | "));
    Some((masked(&asked), answer))
}

/// Whether a line is about the case: what is asked below it is the same with it and without it.
pub(crate) fn greets(line: &str) -> bool {
    let starts = [
        "Case reference",
        "Welcome back",
        "Referencia del caso",
        "Aquí sigue el caso",
    ];
    starts.iter().any(|start| line.starts_with(start))
}

fn is_result(said: &Said) -> bool {
    let heading = ["Result for", "Resultado para"];
    let mut lines = said.text.lines();
    lines.any(|line| heading.iter().any(|start| line.starts_with(start)))
}

/// Answers until the result is there. With a known conversation every question must be the next of it, or one that was
/// answered before and is shown once more.
pub(crate) fn hold(office: &Office<'_>, script: &'static Script, known: Option<&Known>) -> Went {
    let mut went = Went::default();
    let mut seen = 0;
    begin(office, &mut went);
    loop {
        let patience = if seen == 0 { FIRST } else { PATIENCE };
        let next = office
            .fake
            .wait(office.chat, patience, |chat| chat.sent().nth(seen).cloned());
        let Some(said) = next else {
            assert!(
                seen == 0 && went.begun < 30,
                "nothing came: {:#?}",
                office.history()
            );
            begin(office, &mut went);
            continue;
        };
        seen += 1;
        if let Some((asked, answer)) = question(script, &said) {
            match is_next(&went, known, &asked) {
                true => {
                    went.questions.push(asked);
                    say(office, &said, answer);
                }
                false => went.repeated += 1,
            }
        } else if is_result(&said) {
            return went;
        }
    }
}

fn begin(office: &Office<'_>, went: &mut Went) {
    went.begun += 1;
    office.types("/start");
}

/// Whether a question is the one to answer now, and not one that was answered.
fn is_next(went: &Went, known: Option<&Known>, asked: &String) -> bool {
    let Some(known) = known else {
        assert!(went.questions.len() < 40, "{:#?}", went.questions);
        return true;
    };
    if known.questions.get(went.questions.len()) == Some(asked) {
        return true;
    }
    assert!(
        went.questions.contains(asked),
        "`{asked}` after {:#?}",
        went.questions
    );
    false
}

/// Every second office presses the button that says what it would type, where there is one.
fn say(office: &Office<'_>, said: &Said, answer: &str) {
    let mut buttons = said.keyboard.iter().flatten();
    let button = buttons.find(|button| button.text.eq_ignore_ascii_case(answer));
    let data = button.and_then(|button| button.data.as_deref());
    match data.filter(|_| office.chat % 2 == 0) {
        Some(data) => drop(office.forges(said.id, data)),
        None => drop(office.types(answer)),
    }
}

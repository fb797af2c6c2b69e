//! Why an input was not taken, and what would be. Nothing of the input is repeated but numbers and levels.

use crate::domain::dialog::said;
use crate::domain::dialog::typed::{NotLevels, NotWhen};
use crate::domain::message::{Arg, Message};

/// Why an input was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// It was not understood.
    NotUnderstood,
    /// One of the choices is wanted.
    ExpectedChoice,
    /// Yes or no is wanted.
    ExpectedYesNo,
    /// A number from the first to the second is wanted.
    ExpectedNumber(i64, i64),
    /// A number from the first to the second is told only roughly.
    NotExact(i64, i64),
    /// It is no date.
    NotADate(NotWhen),
    /// It is no period.
    NotAPeriod(NotWhen),
    /// It names no levels.
    NotLevels(NotLevels),
    /// More levels than one request can be for.
    TooManyLevels(usize),
    /// It could be any of these.
    Ambiguous(Vec<Message>),
    /// Only one of these is wanted.
    PickOne(Vec<Message>),
    /// Of these something was said that is not clear, and nothing else.
    Unclear(Vec<Message>),
    /// It says of some choices that they are not so, and nothing of the others.
    DeniesSome,
    /// There is no choice of that number.
    NumberNotOffered(u32),
    /// It is longer than anything that is looked at.
    TooLong,
    /// It is a command that there is not.
    NoCommand,
    /// It is a code, which is not asked for here.
    Code,
    /// It may hold a patient's name or numbers.
    Identifiers,
    /// There is no question before this one.
    NothingToUndo,
    /// There is no answer to change.
    NothingToEdit,
    /// There is no case to erase.
    NothingToErase,
    /// There is no result yet of which the office could be reminded.
    NoResultYet,
    /// The calendar alone does not change the result.
    NothingToRemind,
    /// It answers an earlier question.
    Stale,
}

impl Rejection {
    /// What to say: what was wrong, and what would be understood.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::NotUnderstood => vec![said::reject_not_understood()],
            Self::ExpectedChoice => vec![
                said::reject_not_understood(),
                said::reject_expected_choice(),
            ],
            Self::ExpectedYesNo => vec![
                said::reject_not_understood(),
                said::reject_expected_yes_no(),
            ],
            Self::ExpectedNumber(least, most) => vec![said::reject_expected_number(*least, *most)],
            Self::NotExact(least, most) => vec![said::reject_not_exact(*least, *most)],
            Self::NotADate(fault) => not_when(*fault, said::reject_expected_date()),
            Self::NotAPeriod(fault) => not_when(*fault, said::reject_expected_period()),
            Self::NotLevels(NotLevels::NoSuchLevel { .. }) => vec![said::reject_no_such_level()],
            Self::NotLevels(_) => {
                vec![said::reject_not_understood(), said::reject_expected_level()]
            }
            Self::TooManyLevels(most) => vec![said::reject_levels_too_many(count(*most))],
            Self::Ambiguous(choices) => vec![said::reject_ambiguous(choices.clone())],
            Self::PickOne(choices) => vec![said::reject_pick_one(choices.clone())],
            Self::Unclear(labels) => vec![said::left_out(labels.clone())],
            Self::DeniesSome => vec![said::reject_denies_some()],
            Self::NumberNotOffered(number) => {
                vec![said::reject_number_not_offered(i64::from(*number))]
            }
            Self::TooLong => vec![said::reject_too_long()],
            Self::NoCommand => vec![said::reject_no_command()],
            Self::Code => vec![said::reject_code()],
            Self::Identifiers => vec![said::reject_identifiers()],
            Self::NothingToUndo => vec![said::reject_nothing_to_undo()],
            Self::NothingToEdit => vec![said::reject_nothing_to_edit()],
            Self::NothingToErase => vec![said::reject_nothing_to_erase()],
            Self::NoResultYet => vec![said::reject_no_result_yet()],
            Self::NothingToRemind => vec![said::reject_nothing_to_remind()],
            Self::Stale => vec![said::reject_stale()],
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn not_when(fault: NotWhen, expected: Message) -> Vec<Message> {
    match fault {
        NotWhen::NoUnit { number } => vec![said::reject_no_unit(Arg::Text(number.to_string()))],
        NotWhen::Future => vec![said::reject_future_date(), expected],
        NotWhen::Negative => vec![said::reject_negative(), expected],
        NotWhen::NoSuchDay => vec![said::reject_no_such_day(), expected],
        NotWhen::TooLong => vec![said::reject_too_long_ago(), expected],
        NotWhen::Backwards => vec![said::reject_ends_before_start()],
        NotWhen::NoStart | NotWhen::NotUnderstood => vec![said::reject_not_understood(), expected],
    }
}

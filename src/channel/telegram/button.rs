//! What a button carries: at most 64 bytes that only this bot can have written, for this chat and for one question.

use crate::domain::day::Day;
use crate::domain::dialog::CaseReference;
use crate::turn::Mark;
use subtle::ConstantTimeEq;

/// The form of what buttons carry; buttons of another form are stale.
const FORM: &str = "1";

/// Symbols of the code that proves where a button comes from.
const PROOF: usize = 12;

/// What becomes of a choice of several while it is being made, a bit for each choice.
pub(super) type Chosen = u32;

/// What pressing a button means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// The choice of this number, from 1.
    Choice(u8),
    /// What can be typed at any time, by its place in [`crate::domain::dialog::Verb::ALL`].
    Verb(u8),
    /// These are chosen now, and more may be.
    Chosen(Chosen),
    /// These are chosen, and no more.
    Done(Chosen),
    /// This day.
    Day(Day),
    /// The calendar of the month of this day.
    Month(Day),
    /// The question as it was before a calendar took its place.
    Question,
    /// A new case.
    New,
    /// The case that was paused.
    GoOn,
    /// Nothing: a heading or an empty field of a calendar.
    Blank,
}

/// A button's data, once it is known to be ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Button {
    pub(super) mark: Mark,
    pub(super) action: Action,
}

/// What proves that a button is ours.
pub(super) struct Seal([u8; blake3::KEY_LEN]);

impl Seal {
    /// The seal of the bot that has this token: another token makes all buttons stale.
    pub(super) fn of(token: &str) -> Self {
        Self(blake3::derive_key(
            "preauth telegram buttons 1",
            token.as_bytes(),
        ))
    }

    /// What the button carries in that chat.
    pub(super) fn write(&self, chat: i64, button: Button) -> String {
        let Button { mark, action } = button;
        let case = mark
            .case
            .map_or_else(|| "-".to_owned(), |case| case.to_string());
        let body = format!(
            "{FORM}.{}.{:x}.{:x}.{}",
            case,
            mark.version,
            mark.place,
            written(action)
        );
        let proof = self.proof(chat, &body);
        format!("{body}.{proof}")
    }

    /// Reads what a button carries; nothing when it was not written here for that chat.
    pub(super) fn read(&self, chat: i64, data: &str) -> Option<Button> {
        let (body, proof) = data.rsplit_once('.')?;
        let own = self.proof(chat, body);
        if !bool::from(own.as_bytes().ct_eq(proof.as_bytes())) {
            return None;
        }
        let mut parts = body.split('.');
        let mut next = || parts.next();
        let (form, case, version, place, action) = (next()?, next()?, next()?, next()?, next()?);
        let case = match case {
            "-" => None,
            case => Some(CaseReference::parse(case).ok()?),
        };
        let mark = Mark {
            case,
            version: u64::from_str_radix(version, 16).ok()?,
            place: u32::from_str_radix(place, 16).ok()?,
        };
        let action = read(action)?;
        (form == FORM).then_some(Button { mark, action })
    }

    fn proof(&self, chat: i64, body: &str) -> String {
        let hash = blake3::keyed_hash(&self.0, format!("{chat}.{body}").as_bytes());
        hash.to_hex().chars().take(PROOF).collect()
    }
}

fn written(action: Action) -> String {
    match action {
        Action::Choice(number) => format!("c{number}"),
        Action::Verb(number) => format!("v{number}"),
        Action::Chosen(chosen) => format!("t{chosen:x}"),
        Action::Done(chosen) => format!("d{chosen:x}"),
        Action::Day(day) => format!("y{day}"),
        Action::Month(day) => format!("m{day}"),
        Action::Question => "q".into(),
        Action::New => "n".into(),
        Action::GoOn => "g".into(),
        Action::Blank => "x".into(),
    }
}

fn read(text: &str) -> Option<Action> {
    let (kind, rest) = text.split_at_checked(1)?;
    let chosen = || Chosen::from_str_radix(rest, 16).ok();
    match kind {
        "c" => Some(Action::Choice(rest.parse().ok()?)),
        "v" => Some(Action::Verb(rest.parse().ok()?)),
        "t" => chosen().map(Action::Chosen),
        "d" => chosen().map(Action::Done),
        "y" => Day::parse(rest).ok().map(Action::Day),
        "m" => Day::parse(rest).ok().map(Action::Month),
        "q" => Some(Action::Question),
        "n" => Some(Action::New),
        "g" => Some(Action::GoOn),
        "x" => Some(Action::Blank),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seal() -> Seal {
        Seal::of("1:secret")
    }

    fn button(version: u64, action: Action) -> Button {
        let mark = Mark {
            case: Some(CaseReference::from_seed(7)),
            version,
            place: u32::MAX,
        };
        Button { mark, action }
    }

    #[test]
    fn every_action_comes_back_and_fits() {
        let day = Day::parse("2026-11-22").unwrap();
        let actions = [
            Action::Choice(255),
            Action::Verb(13),
            Action::Chosen(Chosen::MAX),
            Action::Done(Chosen::MAX),
            Action::Day(day),
            Action::Month(day),
            Action::Question,
            Action::New,
            Action::GoOn,
            Action::Blank,
        ];
        for action in actions {
            for version in [0, 1, u64::from(u32::MAX)] {
                let data = seal().write(i64::MIN, button(version, action));
                assert!((1..=64).contains(&data.len()), "{data}");
                assert_eq!(seal().read(i64::MIN, &data), Some(button(version, action)));
            }
        }
    }

    #[test]
    fn a_button_counts_in_its_own_chat_and_for_its_own_bot_only() {
        let data = seal().write(5, button(1, Action::Choice(2)));
        assert_eq!(seal().read(6, &data), None);
        assert_eq!(Seal::of("1:other").read(5, &data), None);
    }

    proptest! {
        #[test]
        fn a_forged_button_is_none(at in any::<prop::sample::Index>(), symbol in "[ -~]") {
            let data = seal().write(5, button(1, Action::Choice(2)));
            let mut forged: Vec<char> = data.chars().collect();
            let at = at.index(forged.len());
            forged[at] = symbol.chars().next().unwrap();
            let forged: String = forged.into_iter().collect();
            prop_assume!(forged != data);
            prop_assert_eq!(seal().read(5, &forged), None);
        }

        #[test]
        fn nothing_that_is_sent_panics(data in ".{0,64}") {
            prop_assert_eq!(seal().read(5, &data), None);
        }
    }
}

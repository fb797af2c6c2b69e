//! Rows of buttons that fit a phone.

use teloxide_core::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::channel::telegram::bot::Keyboard;
use crate::channel::telegram::button::{Action, Button, Chosen, Seal};
use crate::channel::telegram::text::shortened;
use crate::domain::day::Day;
use crate::locale::Locale;
use crate::turn::Mark;

/// The longest label, in characters: two lines on a phone.
const LABEL: usize = 42;
/// The longest labels of which two or three stand in a row.
const THREE_IN_A_ROW: usize = 9;
const TWO_IN_A_ROW: usize = 16;

/// A button with its label.
pub(super) type Labelled = (String, Action);

/// What makes buttons: the chat and the question they are for.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) seal: &'a Seal,
    pub(super) chat: i64,
    pub(super) mark: Mark,
}

impl Maker<'_> {
    fn button(&self, (label, action): &Labelled) -> InlineKeyboardButton {
        let mark = self.mark;
        let button = Button {
            mark,
            action: *action,
        };
        InlineKeyboardButton::callback(label, self.seal.write(self.chat, button))
    }

    pub(super) fn keyboard(&self, rows: &[Vec<Labelled>]) -> Keyboard {
        let row = |row: &Vec<Labelled>| row.iter().map(|one| self.button(one)).collect::<Vec<_>>();
        InlineKeyboardMarkup::new(rows.iter().map(row))
    }
}

/// A label that fits a button.
pub(super) fn fitting(label: &str) -> String {
    shortened(label, LABEL)
}

/// Buttons in rows: as many in each as the longest label of all allows.
pub(super) fn rows(buttons: &[Labelled]) -> Vec<Vec<Labelled>> {
    let longest = buttons
        .iter()
        .map(|(label, _)| label.chars().count())
        .max()
        .unwrap_or(0);
    let width = if longest <= THREE_IN_A_ROW {
        3
    } else if longest <= TWO_IN_A_ROW {
        2
    } else {
        1
    };
    // Two rows of two rather than three and one.
    let width = if width == 3 && buttons.len() == 4 {
        2
    } else {
        width
    };
    buttons.chunks(width).map(<[_]>::to_vec).collect()
}

/// The choices of a question of which several can be chosen: each that can stand beside others is on or off.
pub(super) fn several(labels: &[String], together: &[bool], chosen: Chosen) -> Vec<Vec<Labelled>> {
    let toggle = |(at, label): (usize, &String)| {
        let bit = bit(at);
        let sign = if chosen & bit == 0 { "☐" } else { "☑" };
        let action = Action::Chosen(chosen ^ bit);
        vec![(format!("{sign} {label}"), action)]
    };
    let labelled = labels.iter().enumerate();
    let listed = labelled.zip(together).filter(|(_, together)| **together);
    listed.map(|(one, _)| toggle(one)).collect()
}

fn bit(at: usize) -> Chosen {
    u32::try_from(at)
        .ok()
        .and_then(|at| 1_u32.checked_shl(at))
        .unwrap_or(0)
}

/// The numbers of the choices that are chosen, as they can be typed.
pub(super) fn typed(chosen: Chosen) -> String {
    let on = (0..Chosen::BITS).filter(|at| chosen & (1 << at) != 0);
    let numbers: Vec<String> = on.map(|at| at.saturating_add(1).to_string()).collect();
    numbers.join(", ")
}

/// The days of a month up to today, a week in a row, and the ways to the months beside it.
pub(super) fn calendar(month: Day, today: Day, locale: &Locale) -> Vec<Vec<Labelled>> {
    let first = first_of_month(month);
    let blank = || (" ".to_owned(), Action::Blank);
    let before = first.plus(-1);
    let after = first_of_month(first.plus(31));
    let later = if after <= today {
        ("›".to_owned(), Action::Month(after))
    } else {
        blank()
    };
    let heading = (name_of(first, locale), Action::Blank);
    let weekdays = locale.phrases("telegram-weekdays").into_iter();
    let mut rows = vec![
        vec![("‹".to_owned(), Action::Month(before)), heading, later],
        weekdays.map(|day| (day, Action::Blank)).collect(),
    ];
    let skipped = usize::try_from(first.date().weekday().to_sunday_zero_offset()).unwrap_or(0);
    let mut cells: Vec<Labelled> = (0..skipped).map(|_| blank()).collect();
    let days = (0..31).map(|ahead| first.plus(ahead));
    let days = days.take_while(|day| day.date().month() == first.date().month());
    cells.extend(days.map(|day| {
        if day <= today {
            (day.date().day().to_string(), Action::Day(day))
        } else {
            blank()
        }
    }));
    while !cells.len().is_multiple_of(7) {
        cells.push(blank());
    }
    rows.extend(cells.chunks(7).map(<[_]>::to_vec));
    rows
}

fn first_of_month(day: Day) -> Day {
    day.plus(1 - i32::from(day.date().day()))
}

fn name_of(first: Day, locale: &Locale) -> String {
    let months = locale.phrases("telegram-months");
    let at = usize::try_from(first.date().month()).unwrap_or(1);
    let name = months.get(at.saturating_sub(1));
    let name = name.map_or("", String::as_str);
    format!("{name} {}", first.date().year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(labels: &[&str]) -> Vec<Labelled> {
        labels
            .iter()
            .map(|label| ((*label).to_owned(), Action::Blank))
            .collect()
    }

    fn widths(labels: &[&str]) -> Vec<usize> {
        rows(&labelled(labels)).iter().map(Vec::len).collect()
    }

    #[test]
    fn short_labels_share_a_row() {
        assert_eq!(widths(&["Yes", "No", "N/A"]), [3]);
        assert_eq!(widths(&["Yes", "No", "Not on record"]), [2, 1]);
        assert_eq!(widths(&["1", "2", "3", "4"]), [2, 2]);
        assert_eq!(
            widths(&["Yes", "A label that takes a row of its own"]),
            [1, 1]
        );
    }

    #[test]
    fn a_choice_of_several_is_typed_as_its_numbers() {
        assert_eq!(typed(0b101), "1, 3");
        let labels = ["a", "b", "none"].map(str::to_owned);
        let rows = several(&labels, &[true, true, false], 0b01);
        let expected = [
            ("☑ a".to_owned(), Action::Chosen(0)),
            ("☐ b".to_owned(), Action::Chosen(0b11)),
        ];
        assert_eq!(rows.concat(), expected);
    }
}

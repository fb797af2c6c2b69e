//! Whatever the text: no panic, and every place lies in the text, between whole characters.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::dialog::raw::DialogFile;

const POLICY: &str = include_str!("../../../../../dialogs/vertebral-augmentation/policy.toml");
const DIALOG: &str = include_str!("../../../../../dialogs/vertebral-augmentation/dialog.toml");

/// What is put into a file: what means something to TOML, what takes several bytes, and what no file holds.
const SCRAPS: [&str; 36] = [
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "#",
    "\\",
    "é",
    "日本",
    "\u{feff}",
    "\u{0}",
    "\u{7f}",
    "1e999",
    "-0x",
    "2026-11-22",
    "true",
    "a.b.c",
    "{ fact = 1 }",
    "met",
    "\n[rule]\n",
    "\n[[fact]]\n",
    "99999999999999999999",
];

fn holds_up<T: DeserializeOwned + JsonSchema>(text: &str) {
    let (value, faults) = read::<T>("file.toml", text);
    assert_eq!(value.is_some(), faults.is_empty());
    for fault in &faults {
        assert!(!fault.message.is_empty());
        if let Some(span) = &fault.span {
            assert!(text.get(span.clone()).is_some(), "{fault:?}");
        }
    }
    let places = faults
        .iter()
        .map(|fault| fault.span.as_ref().map(|s| s.start));
    assert!(places.is_sorted());
}

/// Replaces some characters of a text by scraps.
fn damaged(text: &str, damages: &[(Index, usize, usize)]) -> String {
    damages
        .iter()
        .fold(text.to_owned(), |text, (place, length, scrap)| {
            let letters: Vec<char> = text.chars().collect();
            let start = place.index(letters.len() + 1);
            let end = (start + length).min(letters.len());
            let (before, after) = (&letters[..start], &letters[end..]);
            let scrap = SCRAPS[*scrap].chars();
            before
                .iter()
                .copied()
                .chain(scrap)
                .chain(after.iter().copied())
                .collect()
        })
}

fn damages() -> impl Strategy<Value = Vec<(Index, usize, usize)>> {
    prop::collection::vec((any::<Index>(), 0..40_usize, 0..SCRAPS.len()), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_policy(damages in damages()) {
        holds_up::<PolicyFile>(&damaged(POLICY, &damages));
    }

    #[test]
    fn a_damaged_dialog(damages in damages()) {
        holds_up::<DialogFile>(&damaged(DIALOG, &damages));
    }

    #[test]
    fn any_text(text in any::<String>()) {
        holds_up::<PolicyFile>(&text);
    }

    #[test]
    fn any_scraps(scraps in prop::collection::vec(0..SCRAPS.len(), 0..60)) {
        let text: String = scraps.into_iter().map(|scrap| SCRAPS[scrap]).collect();
        holds_up::<PolicyFile>(&text);
    }
}

use proptest::prelude::*;

use super::{CaseReference, DATA, NotAReference};
use crate::domain::symbols::ALPHABET;

fn written(values: &[u8]) -> String {
    values
        .iter()
        .map(|&value| char::from(ALPHABET[usize::from(value)]))
        .collect()
}

#[test]
fn reads_what_it_shows() {
    let reference = CaseReference::from_seed(7);
    let shown = reference.to_string();
    assert_eq!(shown.len(), 9);
    assert_eq!(shown.as_bytes()[4], b'-');
    assert_eq!(CaseReference::parse(&shown), Ok(reference));
    let loose = format!(" {} ", shown.to_lowercase().replace('-', " – "));
    assert_eq!(CaseReference::parse(&loose), Ok(reference));
}

#[test]
fn names_the_fault() {
    assert_eq!(
        CaseReference::parse("K7Q"),
        Err(NotAReference::Length { found: 3 })
    );
    assert_eq!(
        CaseReference::parse(""),
        Err(NotAReference::Length { found: 0 })
    );
    for symbol in ['0', 'O', '1', 'I', 'Ñ'] {
        let text = format!("K7QM-4T9{symbol}");
        assert_eq!(
            CaseReference::parse(&text),
            Err(NotAReference::Symbol { symbol })
        );
    }
}

#[test]
fn exactly_one_check_symbol_fits() {
    let data = written(&CaseReference::from_seed(1).0[..DATA]);
    let fitting = ALPHABET
        .iter()
        .filter(|&&check| CaseReference::parse(&format!("{data}{}", char::from(check))).is_ok());
    assert_eq!(fitting.count(), 1);
}

#[test]
fn the_alphabet_has_no_look_alikes() {
    assert!(!ALPHABET.iter().any(|symbol| b"0O1I".contains(symbol)));
    let distinct: std::collections::BTreeSet<_> = ALPHABET.into_iter().collect();
    assert_eq!(distinct.len(), 32);
}

proptest! {
    #[test]
    fn every_misread_symbol_is_noticed(seed in any::<u64>()) {
        let reference = CaseReference::from_seed(seed);
        for place in 0..=DATA {
            for other in (0..32).filter(|&other| other != reference.0[place]) {
                let mut wrong = reference.0;
                wrong[place] = other;
                prop_assert_eq!(CaseReference::parse(&written(&wrong)), Err(NotAReference::Check));
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_noticed(seed in any::<u64>()) {
        let reference = CaseReference::from_seed(seed);
        for place in 0..DATA {
            let mut wrong = reference.0;
            wrong.swap(place, place + 1);
            let fault = CaseReference::parse(&written(&wrong));
            prop_assert_eq!(fault.is_ok(), wrong == reference.0);
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _ = CaseReference::parse(&text);
    }
}

//! Questions, which are no answers.

use crate::domain::dialog::typed::normalize::normalize;

/// How a question begins. Words that begin statements too ("when she fell") are left out.
const BEGINNINGS: &[&str] = &[
    "what ",
    "whats ",
    "who ",
    "whose ",
    "which ",
    "why ",
    "how do ",
    "how does ",
    "how is ",
    "how are ",
    "how long does ",
    "how much ",
    "is it ",
    "is this ",
    "can i ",
    "can we ",
    "can you ",
    "could you ",
    "do i ",
    "do we ",
    "do you ",
    "does it ",
    "should i ",
    "should we ",
    "que es ",
    "que son ",
    "que significa ",
    "que quiere decir ",
    "quien ",
    "cual ",
    "por que ",
    "cuanto cuesta ",
    "puedo ",
    "podemos ",
    "puede usted ",
    "debo ",
];

/// Whether a text asks something: by the words it begins with, by `¿`, or as one clause with a question mark.
#[must_use]
pub fn asks(text: &str) -> bool {
    let plain = normalize(text);
    let text = text.trim();
    let one_clause = !text.contains([',', ';', '.', '\n']);
    text.starts_with('¿')
        || (text.ends_with('?') && one_clause)
        || BEGINNINGS.iter().any(|begins| plain.starts_with(begins))
}

#[cfg(test)]
mod tests {
    use super::asks;

    #[test]
    fn questions_are_told_from_statements() {
        for text in [
            "what is FEP",
            "who decides?",
            "¿Qué es FEP",
            "is it 6 weeks?",
            "FEP?",
        ] {
            assert!(asks(text), "`{text}`");
        }
        for text in [
            "when she fell 3 weeks ago",
            "como seis semanas",
            "kypho L1, 9 weeks of PT failed, ok?",
            "que",
        ] {
            assert!(!asks(text), "`{text}`");
        }
    }
}

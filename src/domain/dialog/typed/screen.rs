//! What looks like a patient's identity. It is better to ask once too often than to keep a name; nothing matched is
//! ever handed back.

use crate::domain::dialog::typed::normalize::tokens;

mod known;
mod labels;
mod name;
mod number;
mod text;

use text::Text;

/// A kind of identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identifier {
    /// A name of a person.
    Name,
    /// A day of birth.
    BirthDate,
    /// A social security number.
    SocialSecurityNumber,
    /// A record, member or policy number.
    RecordNumber,
    /// A telephone number; toll-free numbers are no person's.
    Telephone,
    /// An e-mail address.
    Email,
    /// A street address.
    Address,
}

/// How a kind of identifier is known at a place of a text.
type Sign = (Identifier, fn(&Text<'_>, usize) -> bool);

const SIGNS: &[Sign] = &[
    (Identifier::Name, name::is_name),
    (Identifier::BirthDate, labels::is_birth_date),
    (
        Identifier::SocialSecurityNumber,
        number::is_social_security_number,
    ),
    (
        Identifier::SocialSecurityNumber,
        labels::is_social_security_number,
    ),
    (Identifier::RecordNumber, labels::is_record_number),
    (Identifier::RecordNumber, number::is_long_number),
    (Identifier::RecordNumber, number::is_code),
    (Identifier::Telephone, number::is_telephone),
    (Identifier::Telephone, labels::is_telephone),
    (Identifier::Email, number::is_email),
    (Identifier::Address, labels::is_address),
];

/// The kinds of identifier a text seems to hold, each once; empty when there is none.
#[must_use]
pub fn identifiers(text: &str) -> Vec<Identifier> {
    identifiers_beside(text, &|_| false)
}

/// The same where a conversation has words of its own, which are no names.
#[must_use]
pub fn identifiers_beside(text: &str, vocabulary: &dyn Fn(&str) -> bool) -> Vec<Identifier> {
    let tokens = tokens(text);
    let text = Text::new(text, &tokens, vocabulary);
    let places = 0..tokens.len();
    let found = places.flat_map(|at| SIGNS.iter().filter(move |(_, is_at)| is_at(&text, at)));
    let mut kinds: Vec<Identifier> = found.map(|&(kind, _)| kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

#[cfg(test)]
mod tests;

//! Names of offices and invitations: short, opaque, and no secret.

use std::fmt;

use crate::domain::symbols;

/// Symbols of an id after its kind.
const SYMBOLS: usize = 6;

/// Bytes that nobody can foresee, from which an invitation's code and ids are drawn.
#[derive(Clone, Copy)]
pub struct Entropy([u8; Self::BYTES]);

impl Entropy {
    /// How many bytes are needed.
    pub const BYTES: usize = 32;

    /// Takes the bytes. They come from the operating system's source of secrets, and are used once.
    #[must_use]
    pub fn of(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// The part that is kept secret.
    pub(crate) fn code(&self) -> [u8; 19] {
        let [code @ .., _, _, _, _, _, _, _, _, _, _, _, _, _] = self.0;
        code
    }

    fn invitation(&self) -> [u8; SYMBOLS] {
        let [.., a, b, c, d, e, f, _, _, _, _, _, _] = self.0;
        [a, b, c, d, e, f]
    }

    fn office(&self) -> [u8; SYMBOLS] {
        let [.., a, b, c, d, e, f] = self.0;
        [a, b, c, d, e, f]
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy(..)")
    }
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident, $kind:literal, $draw:ident, $not:ident, $told:literal;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; SYMBOLS]);

        /// Why a text is no such id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($told)]
        pub struct $not;

        impl $name {
            pub(crate) fn drawn(entropy: &Entropy) -> Self {
                Self(entropy.$draw().map(|byte| byte % 32))
            }

            /// Reads an id, in either case.
            ///
            /// # Errors
            /// When the text has another form.
            pub fn parse(text: &str) -> Result<Self, $not> {
                let text = text.trim().to_ascii_uppercase();
                let symbols = text.strip_prefix($kind).ok_or($not)?.chars();
                let values: Option<Vec<u8>> = symbols.map(symbols::value_of).collect();
                let values = values.and_then(|values| values.try_into().ok());
                values.map(Self).ok_or($not)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&$kind.to_ascii_lowercase())?;
                self.0.into_iter().filter_map(symbols::symbol_of).try_for_each(|symbol| {
                    write!(f, "{}", symbol.to_ascii_lowercase())
                })
            }
        }
    )* };
}

id_types! {
    /// Names an office, such as `office-k7qm4t`. Nothing about the office can be read from it.
    OfficeId, "OFFICE-", office, NotAnOffice,
        "the id of an office looks like `office-k7qm4t`";
    /// Names an invitation, such as `invite-9xwe2b`. It is no secret, and the code cannot be found from it.
    InvitationId, "INVITE-", invitation, NotAnInvitation,
        "the id of an invitation looks like `invite-9xwe2b`";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_shown_in_either_case() {
        let entropy = Entropy::of(std::array::from_fn(|at| u8::try_from(at * 7).unwrap()));
        let office = OfficeId::drawn(&entropy);
        let invitation = InvitationId::drawn(&entropy);
        let shown = office.to_string();
        assert_eq!(OfficeId::parse(&shown), Ok(office));
        assert_eq!(OfficeId::parse(&shown.to_uppercase()), Ok(office));
        assert_eq!(InvitationId::parse(&invitation.to_string()), Ok(invitation));
        assert_eq!(InvitationId::parse(&shown), Err(NotAnInvitation));
        for bad in [
            "",
            "office-",
            "office-k7qm4",
            "office-k7qm4tt",
            "office-k7qm40",
        ] {
            assert_eq!(OfficeId::parse(bad), Err(NotAnOffice), "{bad}");
        }
    }

    #[test]
    fn what_is_shown_tells_nothing_of_the_code() {
        let mut bytes = [3; Entropy::BYTES];
        let before = Entropy::of(bytes);
        bytes[..19].fill(9);
        let after = Entropy::of(bytes);
        assert_ne!(before.code(), after.code());
        assert_eq!(OfficeId::drawn(&before), OfficeId::drawn(&after));
        assert_eq!(InvitationId::drawn(&before), InvitationId::drawn(&after));
        assert_eq!(format!("{after:?}"), "Entropy(..)");
    }
}

//! Names that authored files give to things. Each kind of name is a type of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a name has 1 to 64 letters, digits, `_` or `-`")]
pub struct NotAName;

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

macro_rules! name_types {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads a name.
            ///
            /// # Errors
            /// When the text is empty, too long, or has other characters than letters, digits, `_` and `-`.
            pub fn parse(text: &str) -> Result<Self, NotAName> {
                if is_name(text) { Ok(Self(text.into())) } else { Err(NotAName) }
            }

            /// The name as written.
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl TryFrom<String> for $name {
            type Error = NotAName;
            fn try_from(text: String) -> Result<Self, NotAName> { Self::parse(&text) }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self { name.0.into() }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
    )* };
}

name_types! {
    /// Names a policy: the folder under `dialogs/`.
    PolicyName
    /// Names a fact of a policy.
    FactName
    /// Names one value of a choice.
    ValueName
    /// Names a criterion, or a part that criteria share.
    CriterionName
    /// Names a document that can show facts.
    DocumentName
    /// Names a step of a dialog.
    StepName
    /// Names one of the choices a step offers.
    ChoiceName
}

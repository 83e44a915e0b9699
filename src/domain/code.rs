//! Identifiers of a site file: short codes that must not change, because the journal refers to them.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Why a text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// The text is empty.
    Empty,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// Something other than ASCII letters, digits, `.`, `-` and `_`.
    Character(char),
}

/// The longest code, in characters.
pub const LONGEST: usize = 40;

impl fmt::Display for CodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CodeError::Empty => write!(out, "is empty"),
            CodeError::TooLong => write!(out, "is longer than {LONGEST} characters"),
            CodeError::Character(found) => {
                write!(out, "contains {found:?}; allowed are letters a to z, digits, '.', '-' and '_'")
            }
        }
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads a code; see [`CodeError`] for what is refused.
            pub fn parse(text: &str) -> Result<Self, CodeError> {
                check(text).map(|()| $name(Arc::from(text)))
            }

            /// The code as it was written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

code!(
    /// Names a [`Need`](super::Need): `health` or `health.ssn`.
    NeedCode
);
code!(
    /// Names a [`Service`](super::Service): `asl.card`.
    ServiceCode
);
code!(
    /// Names an [`Institution`](super::Institution): `asl`.
    InstitutionCode
);
code!(
    /// A BCP-47 language tag as the site file and `locales/manifest.toml` write it: `it`, `fa-AF`, `zh-Hans`.
    LanguageTag
);

/// The number on a desk's sign; shown in ASCII digits in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskNumber(pub u16);

impl fmt::Display for DeskNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// These codes without duplicates; the order stays.
pub(super) fn each_once<'a, Code: Clone + Ord + 'a>(codes: impl IntoIterator<Item = &'a Code>) -> Vec<Code> {
    let mut seen = BTreeSet::new();
    codes.into_iter().filter(|code| seen.insert(*code)).cloned().collect()
}

fn check(text: &str) -> Result<(), CodeError> {
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(CodeError::TooLong);
    }
    match text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))) {
        Some(found) => Err(CodeError::Character(found)),
        None => Ok(()),
    }
}

//! Faults of the manifest and the texts.

use std::fmt;

/// Every fault in `locales/`, a line each, with the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleError(pub Vec<String>);

impl LocaleError {
    pub(super) fn one(fault: impl fmt::Display) -> LocaleError {
        LocaleError(vec![fault.to_string()])
    }
}

impl fmt::Display for LocaleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for LocaleError {}

//! Why a command failed, in words that name the place and the remedy.

use super::process::end_code::EndCode;
use crate::hub::StartError;
use crate::journal::{BackupError, DataFolderError, JournalError, StaffError};
use crate::locale::LocaleError;
use crate::print::{FontError, SpoolerError};
use crate::random::RandomError;
use std::error::Error;
use std::fmt;
use std::path::Path;

/// Why a command failed: one line, or several for a site file, that say what is wrong and name the remedy; and what the
/// exit code says of it.
#[derive(Debug, Clone)]
pub struct Failure {
    message: String,
    code: EndCode,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), code: EndCode::Refused }
    }

    /// The same, with another exit code.
    pub(super) fn with_code(self, code: EndCode) -> Failure {
        Failure { code, ..self }
    }

    /// Of an error whose place is clear.
    pub(super) fn of(error: &impl NamesRemedy) -> Failure {
        Failure::new(error.to_string()).with_code(error.end_code())
    }

    /// Both failures, this one first.
    pub(super) fn and(&self, other: &Failure) -> Failure {
        Failure { message: format!("{self}\n{other}"), code: self.code }
    }

    /// The exit code of a process that ends with it.
    pub fn exit_code(&self) -> u8 {
        self.code as u8
    }
}

impl Error for Failure {}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

/// An error whose own message names the remedy, but not the place: [`Context::at`] adds it.
pub(super) trait NamesRemedy: Error {
    fn end_code(&self) -> EndCode;
}

/// An error whose own message names the place and the remedy. Only these become a [`Failure`] by `?`. For all others,
/// such as `std::io::Error`, the compiler demands a [`Context`].
pub(super) trait NamesPlaceAndRemedy: Error {
    fn end_code(&self) -> EndCode {
        EndCode::Refused
    }
}

impl NamesRemedy for JournalError {
    fn end_code(&self) -> EndCode {
        match self {
            // What was confirmed is written to where the next start looks for it.
            JournalError::Moved { .. } | JournalError::Replaced { .. } | JournalError::Garbled(_) => {
                EndCode::JournalLost
            }
            JournalError::Database(_) => EndCode::Fault,
            _ => EndCode::DataUnusable,
        }
    }
}

impl NamesRemedy for StaffError {
    fn end_code(&self) -> EndCode {
        match self {
            StaffError::Journal(error) => error.end_code(),
            _ => EndCode::Refused,
        }
    }
}

impl NamesRemedy for StartError {
    fn end_code(&self) -> EndCode {
        match self {
            StartError::Journal(error) => error.end_code(),
            StartError::Inconsistent(_) => EndCode::DataUnusable,
            StartError::Thread(_) => EndCode::Fault,
        }
    }
}

impl NamesPlaceAndRemedy for DataFolderError {
    fn end_code(&self) -> EndCode {
        match self {
            DataFolderError::Taken(_) => EndCode::Held,
            DataFolderError::NotWritable { .. } => EndCode::DataUnusable,
        }
    }
}

impl NamesPlaceAndRemedy for SpoolerError {
    fn end_code(&self) -> EndCode {
        match self {
            SpoolerError::Thread(_) => EndCode::Fault,
            SpoolerError::Font(_) => EndCode::Refused,
        }
    }
}

impl NamesPlaceAndRemedy for BackupError {}
impl NamesPlaceAndRemedy for FontError {}
impl NamesPlaceAndRemedy for LocaleError {}
impl NamesPlaceAndRemedy for RandomError {}
impl NamesPlaceAndRemedy for crate::fonts::MissingFont {}

impl<E: NamesPlaceAndRemedy> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure::new(error.to_string()).with_code(error.end_code())
    }
}

/// Gives an error the place or the remedy that it lacks.
pub(super) trait Context<T, E> {
    /// `what` failed; `remedy` says what to do about it.
    fn or_fail(self, what: impl fmt::Display, remedy: &str) -> Result<T, Failure>
    where
        E: fmt::Display;

    /// This file or folder could not be written.
    fn or_unwritable(self, path: &Path) -> Result<T, Failure>
    where
        E: fmt::Display;

    /// It happened to this file or folder.
    fn at(self, path: &Path) -> Result<T, Failure>
    where
        E: NamesRemedy;
}

impl<T, E> Context<T, E> for Result<T, E> {
    fn or_fail(self, what: impl fmt::Display, remedy: &str) -> Result<T, Failure>
    where
        E: fmt::Display,
    {
        self.map_err(|error| Failure::new(format!("{what} ({error}): {remedy}")))
    }

    fn or_unwritable(self, path: &Path) -> Result<T, Failure>
    where
        E: fmt::Display,
    {
        let what = format!("{} can't be written", path.display());
        self.or_fail(what, "choose a folder that exists and that you may write to")
    }

    fn at(self, path: &Path) -> Result<T, Failure>
    where
        E: NamesRemedy,
    {
        self.map_err(|error| {
            let message = format!("{}: {error}", path.display());
            Failure::new(message).with_code(error.end_code())
        })
    }
}

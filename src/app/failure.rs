//! Why a command failed, in words that name the place and the remedy.

use crate::hub::StartError;
use crate::journal::{BackupError, DataFolderError, JournalError, StaffError};
use crate::locale::LocaleError;
use crate::print::{FontError, SpoolerError};
use crate::random::RandomError;
use std::error::Error;
use std::fmt;
use std::path::Path;

/// Why a command failed: one line, or several for a site file, that say what is wrong and name the remedy.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Failure {
        Failure(message.into())
    }

    /// Both failures, this one first.
    pub(super) fn and(&self, other: &Failure) -> Failure {
        Failure(format!("{self}\n{other}"))
    }
}

impl Error for Failure {}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// An error whose own message names the remedy, but not the place: [`Context::at`] adds it.
pub(super) trait NamesRemedy: Error {}

/// An error whose own message names the place and the remedy. Only these become a [`Failure`] by `?`. For all others,
/// such as `std::io::Error`, the compiler demands a [`Context`].
pub(super) trait NamesPlaceAndRemedy: Error {}

impl NamesRemedy for JournalError {}
impl NamesRemedy for StaffError {}
impl NamesRemedy for StartError {}

impl NamesPlaceAndRemedy for BackupError {}
impl NamesPlaceAndRemedy for DataFolderError {}
impl NamesPlaceAndRemedy for FontError {}
impl NamesPlaceAndRemedy for LocaleError {}
impl NamesPlaceAndRemedy for RandomError {}
impl NamesPlaceAndRemedy for SpoolerError {}
impl NamesPlaceAndRemedy for crate::fonts::MissingFont {}

impl<E: NamesPlaceAndRemedy> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure(error.to_string())
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
        self.map_err(|error| Failure(format!("{what} ({error}): {remedy}")))
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
        self.map_err(|error| Failure(format!("{}: {error}", path.display())))
    }
}

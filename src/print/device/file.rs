//! A file that keeps all bytes a printer would get, one slip after another. It can't prove that anything is on paper,
//! so the outcome of a slip is *unknown*, or *failed* when it could not be written.

use super::cause::OfflineCause;
use super::lp::is_memory;
use super::{Device, Job, nonblocking};
use crate::clock::Deadline;
use crate::domain::SlipOutcome;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;
use rustix::fs::{FallocateFlags, fallocate};
use rustix::io::Errno;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// The time limit for writing one slip, in case the file is a pipe with a slow reader.
const ACCEPT: Duration = Duration::from_secs(6);
/// More than a slip takes, in bytes.
const SLIP_MOST: u64 = 256 * 1024;

/// Bytes at the end of a file.
pub struct File {
    path: PathBuf,
    profile: Profile,
    /// Whether the newest slip could not be written; then it is found out whether another one could.
    has_failed: bool,
    cause: Option<OfflineCause>,
}

impl File {
    /// A file that is opened for each slip.
    pub fn new(path: PathBuf, profile: Profile) -> File {
        File { path, profile, has_failed: false, cause: None }
    }

    /// Whether a slip could be written now. It is an error where nothing that is written stays.
    fn look(&self) -> io::Result<()> {
        let found = match fs::metadata(&self.path) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let has_folder = self.path.parent().is_some_and(|folder| folder.is_dir());
                return if has_folder && !self.has_failed { Ok(()) } else { Err(error) };
            }
            Err(error) => return Err(error),
        };
        if found.is_dir() || is_memory(&found) {
            return Err(OfflineCause::NotAFile.into());
        }
        if !self.has_failed {
            return Ok(());
        }
        let file = nonblocking::open_at_end(&self.path)?;
        if !found.is_file() {
            return if nonblocking::takes_more(&file)? { Ok(()) } else { Err(OfflineCause::NotTaking.into()) };
        }
        match fallocate(&file, FallocateFlags::KEEP_SIZE, found.len(), SLIP_MOST) {
            // A file system that can't reserve room can't say whether there is some.
            Ok(()) | Err(Errno::OPNOTSUPP | Errno::NOSYS) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&self, bytes: &[u8]) -> Result<(), (SlipOutcome, io::Error)> {
        let failed = |error| (SlipOutcome::Failed, error);
        File { path: self.path.clone(), has_failed: false, ..*self }.look().map_err(failed)?;
        let file = nonblocking::open_at_end(&self.path).map_err(failed)?;
        nonblocking::write_all(&file, bytes, Deadline::after(ACCEPT)).map_err(|error| (SlipOutcome::Torn, error))
    }
}

impl Device for File {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn probe(&mut self) -> PrinterStatus {
        let found = self.look();
        self.has_failed &= found.is_err();
        self.cause = found.err().map(|error| OfflineCause::of_file(&error));
        if self.cause.is_none() { PrinterStatus::Unknown } else { PrinterStatus::Offline }
    }

    fn cause(&self) -> Option<OfflineCause> {
        self.cause
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let written = self.write(&job.bytes);
        self.has_failed = written.is_err();
        match written {
            Ok(()) => (SlipOutcome::Unknown, PrinterStatus::Unknown),
            Err((outcome, error)) => {
                let path = self.path.display();
                tracing::warn!(%error, %path, "a slip could not be written: name a file in a folder that is writable and has room");
                self.cause = Some(OfflineCause::of_file(&error));
                (outcome, PrinterStatus::Offline)
            }
        }
    }
}

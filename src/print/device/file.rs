//! A file that keeps all bytes a printer would get, one slip after another. It can't prove that anything is on paper,
//! so the outcome of a slip is *unknown*, or *failed* when it could not be written.

use super::{Device, Job, nonblocking};
use crate::clock::Deadline;
use crate::domain::SlipOutcome;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;
use std::path::PathBuf;
use std::time::Duration;

/// The time limit for writing one slip, in case the file is a pipe with a slow reader.
const ACCEPT: Duration = Duration::from_secs(6);

/// Bytes at the end of a file.
pub struct File {
    path: PathBuf,
    profile: Profile,
}

impl File {
    /// A file that is opened for each slip.
    pub fn new(path: PathBuf, profile: Profile) -> File {
        File { path, profile }
    }
}

impl Device for File {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn probe(&mut self) -> PrinterStatus {
        let is_there = self.path.exists() || self.path.parent().is_some_and(|folder| folder.is_dir());
        if is_there { PrinterStatus::Unknown } else { PrinterStatus::Offline }
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let opened = nonblocking::open_at_end(&self.path).map_err(|error| (SlipOutcome::Failed, error));
        let written = opened.and_then(|file| {
            nonblocking::write_all(&file, &job.bytes, Deadline::after(ACCEPT))
                .map_err(|error| (SlipOutcome::Torn, error))
        });
        match written {
            Ok(()) => (SlipOutcome::Unknown, PrinterStatus::Unknown),
            Err((outcome, error)) => {
                let path = self.path.display();
                tracing::warn!(%error, %path, "a slip could not be written: check that the file's folder exists and is writable");
                (outcome, PrinterStatus::Offline)
            }
        }
    }
}

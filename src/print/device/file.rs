//! A file that keeps all bytes a printer would get, one slip after another. It can't say that anything is on paper, so
//! a slip's outcome is *unknown*, or *failed* when the file did not take it.

use super::deadline::Deadline;
use super::{Device, Job, nonblocking};
use crate::domain::SlipOutcome;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;
use std::path::PathBuf;
use std::time::Duration;

/// How long the file, or whoever reads the pipe, may take for one slip.
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
        let written = nonblocking::open_at_end(&self.path)
            .and_then(|file| nonblocking::write_all(&file, &job.bytes, Deadline::after(ACCEPT)));
        match written {
            Ok(()) => (SlipOutcome::Unknown, PrinterStatus::Unknown),
            Err(problem) => {
                tracing::warn!(%problem, path = %self.path.display(), "a slip could not be written");
                (SlipOutcome::Failed, PrinterStatus::Offline)
            }
        }
    }
}

//! Printers behind the kernel's own driver, such as `/dev/usb/lp0`.
//!
//! The device file stays open between slips: closing it discards bytes on their way to the printer, and only one
//! program may have it open. Only a device file is accepted, because a pipe would answer with the program's own bytes, and
//! none that takes everything, such as `/dev/null`.

use super::cause::OfflineCause;
use super::wire::Wire;
use super::{kernel, nonblocking};
use crate::clock::Deadline;
use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::PathBuf;

/// The kernel's number of the driver of `/dev/null`, `/dev/zero`, `/dev/full` and the like.
const MEMORY_DRIVER: u32 = 1;

/// Whether this is a device file that has no device behind it.
pub(super) fn is_memory(found: &Metadata) -> bool {
    found.file_type().is_char_device() && rustix::fs::major(found.rdev()) == MEMORY_DRIVER
}

/// A device file, open or not.
pub struct Lp {
    path: PathBuf,
    file: Option<File>,
}

impl Lp {
    /// A printer whose device file is not open yet.
    pub fn new(path: PathBuf) -> Lp {
        Lp { path, file: None }
    }

    fn file(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}

impl Wire for Lp {
    fn open(&mut self, _: Deadline) -> io::Result<()> {
        if self.file.is_some() {
            return Ok(());
        }
        let file = nonblocking::open_both_ways(&self.path).map_err(|error| OfflineCause::of_file(&error))?;
        let found = file.metadata()?;
        if !found.file_type().is_char_device() || is_memory(&found) {
            return Err(OfflineCause::NotADevice.into());
        }
        self.file = Some(file);
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
        nonblocking::write_all(self.file()?, bytes, deadline)
    }

    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>> {
        nonblocking::read_some(self.file()?, deadline)
    }

    fn is_taken(&mut self) -> io::Result<bool> {
        let file = self.file()?;
        Ok(nonblocking::takes_more(file)? && kernel::bytes_queued(file).is_none_or(|queued| queued == 0))
    }

    fn close(&mut self) {
        if let Some(file) = self.file.take() {
            // Closing a serial line would first wait until everything is sent.
            kernel::discard_queued(&file);
        }
    }

    fn keeps_answers(&self) -> bool {
        true
    }
}

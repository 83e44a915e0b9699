//! Printers behind the kernel's own driver, such as `/dev/usb/lp0`.
//!
//! The device file stays open between slips: closing it discards bytes on their way to the printer, and only one
//! program may have it open. Only a device file is accepted, because a pipe would answer with the program's own bytes.

use super::dialogue::Wire;
use super::nonblocking;
use crate::clock::Deadline;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileTypeExt;
use std::path::PathBuf;

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
        let file = nonblocking::open_both_ways(&self.path)?;
        if !file.metadata()?.file_type().is_char_device() {
            let problem = format!("{} is not a device file: use file:// to write to a file", self.path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
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

    fn close(&mut self) {
        self.file = None;
    }
}

//! Printers behind the kernel's own driver, such as `/dev/usb/lp0`.
//!
//! The device file stays open between slips: closing it kills what is still on its way to the printer, and only one
//! program may have it. Only a device file is taken, for a pipe would answer with our own bytes.

use super::deadline::Deadline;
use super::dialogue::Wire;
use super::nonblocking;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileTypeExt;
use std::path::PathBuf;

/// A device file, when it is open.
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
            let problem = format!("{} is no device file; a file is written to with file://", self.path.display());
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

//! Reads and writes device files and pipes that would otherwise block for ever.
//!
//! The files are opened with `O_NONBLOCK`. When one can't take or give bytes, `poll` waits until it can, or until the
//! deadline.

use crate::clock::Deadline;
use crate::health::{self, SHOWS_LIFE};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How long to wait after `poll` has called a file ready that is not: `usblp` does so while it has no paper, and reads
/// 0 bytes at any time. Without a pause this would keep a processor busy.
const PAUSE: Duration = Duration::from_millis(5);

/// Opens a device file for reading and writing.
pub fn open_both_ways(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).custom_flags(flags()).open(path)
}

/// Opens a file to write at its end, and creates it when it is missing. A pipe without a reader is an error.
pub fn open_at_end(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).custom_flags(flags()).open(path)
}

/// Writes all of it by the deadline.
pub fn write_all(mut file: &File, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let written = when_ready(file, PollFlags::OUT, deadline, || file.write(rest))?;
        rest = &rest[written..];
    }
    Ok(())
}

/// Reads the bytes that have arrived, at least one, by the deadline.
pub fn read_some(mut file: &File, deadline: Deadline) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; 64];
    let count = when_ready(file, PollFlags::IN, deadline, || file.read(&mut bytes))?;
    bytes.truncate(count);
    Ok(bytes)
}

/// Whether the driver would take more bytes now; `usblp` does so when the printer has taken those before.
pub fn takes_more(file: &File) -> io::Result<bool> {
    match poll(&mut [PollFd::new(file, PollFlags::OUT)], Some(&Timespec::default())) {
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// `O_NOCTTY`: a terminal that is written to must not become this program's own.
fn flags() -> i32 {
    (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed()
}

/// Repeats a read or write until it moves at least one byte.
fn when_ready(
    file: &File,
    event: PollFlags,
    deadline: Deadline,
    mut transfer: impl FnMut() -> io::Result<usize>,
) -> io::Result<usize> {
    let mut was_called_ready = false;
    loop {
        match transfer() {
            Ok(count) if count > 0 => return Ok(count),
            Ok(_) => was_called_ready = true,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        if was_called_ready {
            thread::sleep(deadline.left_up_to(PAUSE).ok_or(io::ErrorKind::TimedOut)?);
        }
        wait_for(file, event, deadline)?;
        was_called_ready = true;
    }
}

fn wait_for(file: &File, event: PollFlags, deadline: Deadline) -> io::Result<()> {
    loop {
        health::show_life();
        let left = deadline.left_up_to(SHOWS_LIFE).ok_or(io::ErrorKind::TimedOut)?;
        let timeout = Timespec::try_from(left).map_err(|_| io::ErrorKind::InvalidInput)?;
        match poll(&mut [PollFd::new(file, event)], Some(&timeout)) {
            Ok(0) => {}
            // An error of the file itself comes out at the next read or write.
            Ok(_) | Err(Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

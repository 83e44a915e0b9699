//! Device files and pipes that would otherwise keep a writer waiting for ever.
//!
//! Opened with `O_NONBLOCK`, they say at once that they can't take more; then this waits a little and tries again, until
//! the deadline. Without a call to the operating system beyond the standard library there is nothing to sleep on, so it
//! asks every few milliseconds; a slip is a dozen of such waits.

use super::deadline::Deadline;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// `O_NONBLOCK` of Linux on all processors that Debian's kiosks have (amd64, arm64, armhf, i386, riscv64).
const O_NONBLOCK: i32 = 0o4000;
/// `O_NOCTTY` of the same: a terminal that is written to must not become this program's own.
const O_NOCTTY: i32 = 0o400;
/// How long to wait before trying again.
const PAUSE: Duration = Duration::from_millis(5);

/// Opens a device file for both ways.
pub fn open_both_ways(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).custom_flags(O_NONBLOCK | O_NOCTTY).open(path)
}

/// Opens a file to write at its end, and makes it when it is not there. A pipe that nobody reads is an error.
pub fn open_at_end(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).custom_flags(O_NONBLOCK | O_NOCTTY).open(path)
}

/// Writes all of it by the deadline.
pub fn write_all(mut file: &File, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(written) if written > 0 => rest = &rest[written..],
            Ok(_) => wait(deadline)?,
            Err(problem) if problem.kind() == io::ErrorKind::WouldBlock => wait(deadline)?,
            Err(problem) if problem.kind() == io::ErrorKind::Interrupted => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

/// Reads what has come, at least a byte, by the deadline. Nothing at all counts as nothing yet: `usblp` gives 0 bytes at
/// any time.
pub fn read_some(mut file: &File, deadline: Deadline) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; 64];
    loop {
        match file.read(&mut bytes) {
            Ok(count) if count > 0 => {
                bytes.truncate(count);
                return Ok(bytes);
            }
            Ok(_) => wait(deadline)?,
            Err(problem) if problem.kind() == io::ErrorKind::WouldBlock => wait(deadline)?,
            Err(problem) if problem.kind() == io::ErrorKind::Interrupted => {}
            Err(problem) => return Err(problem),
        }
    }
}

fn wait(deadline: Deadline) -> io::Result<()> {
    let pause = deadline.left_up_to(PAUSE).ok_or(io::ErrorKind::TimedOut)?;
    thread::sleep(pause);
    Ok(())
}

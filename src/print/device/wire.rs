//! A way for bytes to a printer and back.

use crate::clock::Deadline;
use std::io;

/// Bytes to a printer and back. Each call ends at its deadline.
pub trait Wire: Send {
    /// Opens the connection unless it is open.
    fn open(&mut self, deadline: Deadline) -> io::Result<()>;
    /// Writes all of it; an error says nothing about how much went out.
    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()>;
    /// Reads what has arrived, at least a byte; `TimedOut` when nothing has.
    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>>;
    /// Whether the other end has taken all that was written, as far as this machine can tell.
    fn is_taken(&mut self) -> io::Result<bool>;
    /// Closes the connection. What the other end has not taken is discarded.
    fn close(&mut self);
    /// Whether answers to what was sent before the connection was closed may come once it is open again.
    fn keeps_answers(&self) -> bool;
}

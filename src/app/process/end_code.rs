//! What the exit code says to a supervisor.

/// What the exit code says to a supervisor; clap ends with 2 for wrong arguments. A second signal ends with 128 and its
/// number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndCode {
    /// Something was refused, or a check failed.
    Refused = 1,
    /// Another process works on the data folder.
    Held = 3,
    /// The data can't be used.
    DataUnusable = 4,
    /// Another process has written to the journal under this one, or has moved, replaced or damaged its files.
    JournalLost = 5,
    /// A fault of the program, or the system gives no thread.
    Fault = 70,
    /// The end took longer than `STOP_WITHIN`.
    BrokenOff = 71,
}

/// For `--help`.
pub const EXIT_CODES: &str = "\
Exit codes:
   0  ended in order, as asked by SIGTERM, SIGINT, SIGHUP, SIGQUIT or SIGPWR
   1  refused, or a check failed: the message says why
   2  wrong arguments
   3  another process works on the data folder: end that one first
   4  the data can't be used (damaged, newer, not writable): a person must look
   5  another process has written to the journal, or has moved, replaced or damaged its files: start again
  70  a fault of the program, or no thread to be had: start again
  71  the end took longer than 5 s and was broken off: start again; what was confirmed is on disk
 128+ a second signal ended it at once (143 SIGTERM, 130 SIGINT, 129 SIGHUP, 131 SIGQUIT, 158 SIGPWR)";

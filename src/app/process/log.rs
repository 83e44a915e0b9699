//! The log: lines to standard error, written by a thread of their own.
//!
//! Promises: a thread that logs never waits, never fails and never panics, whatever standard error is: closed, a full disk,
//! a pipe without a reader or one that is not read. Lines that can't be written are counted, and reported once it takes
//! lines again. A thread and a bounded queue, and not writes that do not block: that is a setting of the open file, which
//! this process shares with the shell and other programs.

use super::mask::masked;
use crate::health::{Life, Lifeline};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};

/// How many lines may wait for standard error.
const CAPACITY: usize = 1024;
/// The longest line in bytes; the rest of a longer one is left out.
const LONGEST: usize = 16 * 1024;
/// How often standard error is tried again while lines are lost.
const RETRY: Duration = Duration::from_secs(1);

static LOG: OnceLock<Log> = OnceLock::new();

/// Where log lines go. Clones lead to the same thread.
#[derive(Debug, Clone)]
struct Log {
    /// `None` when there is no thread: then lines are written at once.
    queue: Option<SyncSender<LogTask>>,
    /// Of the thread.
    lifeline: Lifeline,
    lost: Arc<AtomicU64>,
}

#[derive(Debug)]
enum LogTask {
    Line(Vec<u8>),
    /// Dropped when every line before it was tried.
    Flush(SyncSender<()>),
}

/// Starts the log of this process. `RUST_LOG` says how much is logged.
pub fn start() {
    let lost = Arc::new(AtomicU64::new(0));
    let (queue, messages) = sync_channel(CAPACITY);
    let scribe = Scribe { out: StandardError, lost: Arc::clone(&lost), is_torn: false };
    let (life, lifeline) = Life::begin();
    let run = move || {
        let _life = life.in_this_thread();
        scribe.run(&messages);
    };
    let thread = std::thread::Builder::new().name("log".to_owned()).spawn(run);
    let log = Log { queue: thread.is_ok().then_some(queue), lifeline, lost };
    let log = LOG.get_or_init(|| log).clone();
    let directives = std::env::var("RUST_LOG").unwrap_or_default();
    let filter = EnvFilter::try_new(if directives.is_empty() { "sportello=info,warn" } else { &directives });
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("info"));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || log.clone())
        .with_target(false)
        .with_ansi(io::stderr().is_terminal())
        .log_internal_errors(false);
    // Only a test may have a log already.
    let _ = subscriber.try_init();
}

/// Writes a line that is not an event: an error message, or the report of a panic. It can't fail.
pub fn line(text: &str) {
    match LOG.get() {
        Some(log) => log.take(format!("{text}\n").into_bytes()),
        None => _ = writeln!(StandardError, "{text}"),
    }
}

/// Of the thread that writes the log, if there is one.
pub fn lifeline() -> Option<Lifeline> {
    LOG.get().filter(|log| log.queue.is_some()).map(|log| log.lifeline.clone())
}

/// Waits until every line so far was written or found no way, but not longer than this.
pub fn flush(within: Duration) {
    let Some(queue) = LOG.get().and_then(|log| log.queue.as_ref()) else { return };
    let (done, is_done) = sync_channel(0);
    if queue.try_send(LogTask::Flush(done)).is_ok() {
        // An error is what is waited for: the other end is gone.
        let _ = is_done.recv_timeout(within);
    }
}

/// For the last line of a process whose log has died: past the log, and only if standard error takes it at once.
pub fn last_words(text: &str) {
    let stderr = io::stderr();
    let mut asked = [PollFd::new(&stderr, PollFlags::OUT)];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    if poll(&mut asked, Some(&at_once)).is_ok_and(|ready| ready > 0) {
        // There is nothing left to be done about a failure.
        let _ = writeln!(StandardError, "{text}");
    }
}

/// The time and the level, as before an event.
pub fn prefix(level: &str) -> String {
    let mut time = String::new();
    // Without the time the line still says what happened.
    let _ = SystemTime.format_time(&mut Writer::new(&mut time));
    format!("{time} {level:>5}")
}

impl Log {
    fn take(&self, text: Vec<u8>) {
        let mut text = masked(&text);
        if text.len() > LONGEST {
            text.truncate(LONGEST);
            text.push(b'\n');
        }
        let is_taken = match &self.queue {
            Some(queue) => queue.try_send(LogTask::Line(text)).is_ok(),
            None => StandardError.write_all(&text).is_ok(),
        };
        if !is_taken {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The subscriber writes each event as one line.
impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.take(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Standard error without the lock of `std`: a thread that hangs in a write must not hold up others.
#[derive(Debug, Clone, Copy)]
struct StandardError;

impl Write for StandardError {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(io::stderr(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The thread that writes.
struct Scribe<W> {
    out: W,
    lost: Arc<AtomicU64>,
    /// Whether the last line was written in part.
    is_torn: bool,
}

impl<W: Write> Scribe<W> {
    fn run(mut self, messages: &Receiver<LogTask>) {
        loop {
            let is_whole = self.lost.load(Ordering::Relaxed) == 0;
            let next = if is_whole {
                messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                messages.recv_timeout(RETRY)
            };
            match next {
                Ok(LogTask::Line(text)) => {
                    if !self.report_lost() || !self.write_line(&text) {
                        self.lost.fetch_add(1, Ordering::Relaxed);
                    }
                }
                Ok(LogTask::Flush(done)) => {
                    self.report_lost();
                    drop(done);
                }
                Err(RecvTimeoutError::Timeout) => _ = self.report_lost(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Says how many lines are missing; `false` when that can't be written either.
    fn report_lost(&mut self) -> bool {
        let lost = self.lost.load(Ordering::Relaxed);
        if lost == 0 {
            return true;
        }
        let prefix = prefix("WARN");
        let report = format!(
            "{prefix} {lost} log lines could not be written: the log was full, closed or not read; see where standard error leads\n"
        );
        let is_written = self.write_line(report.as_bytes());
        if is_written {
            self.lost.fetch_sub(lost, Ordering::Relaxed);
        }
        is_written
    }

    fn write_line(&mut self, text: &[u8]) -> bool {
        if self.is_torn && self.out.write_all(b"\n").is_err() {
            return false;
        }
        self.is_torn = false;
        let mut rest = text;
        while !rest.is_empty() {
            match self.out.write(rest) {
                Ok(0) => break,
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        self.is_torn = !rest.is_empty() && rest.len() < text.len();
        rest.is_empty()
    }
}

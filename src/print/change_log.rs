//! Which of a printer's changes the log has room for.
//!
//! Promises: each change has a line, once, until there were [`MOST`] within [`WHILE`]; then one line says so, and the next
//! says how the printer is once it has stayed so for [`STEADY`]. So a loose cable does not fill the disk.

use std::collections::VecDeque;
use std::time::Duration;

/// More changes than people cause who mend a printer.
pub const MOST: usize = 12;
/// How long a line counts.
pub const WHILE: Duration = Duration::from_secs(60 * 60);
/// A printer that has not changed for so long has ended changing.
pub const STEADY: Duration = Duration::from_secs(10 * 60);

/// A line that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueLine {
    /// How the printer is now; so many changes before had no line.
    State { left_out: u64 },
    /// It changes again and again, and its changes have no lines any more.
    KeepsChanging,
}

/// The changes of one printer. Times are those of the steady clock.
#[derive(Debug, Clone, Default)]
pub struct ChangeLog {
    lines: VecDeque<Duration>,
    /// While changes have no lines: when the last one was, and how many there were.
    left_out: Option<(Duration, u64)>,
}

impl ChangeLog {
    /// Notes how the printer was found, changed or not.
    pub fn note(&mut self, has_changed: bool, now: Duration) -> Option<DueLine> {
        match (self.left_out, has_changed) {
            (Some((_, count)), true) => {
                self.left_out = Some((now, count + 1));
                None
            }
            (Some((changed, count)), false) if now.saturating_sub(changed) >= STEADY => {
                self.left_out = None;
                self.keep(now);
                Some(DueLine::State { left_out: count })
            }
            (_, false) => None,
            (None, true) => {
                self.lines.retain(|at| now.saturating_sub(*at) < WHILE);
                if self.lines.len() < MOST {
                    self.keep(now);
                    return Some(DueLine::State { left_out: 0 });
                }
                self.left_out = Some((now, 1));
                Some(DueLine::KeepsChanging)
            }
        }
    }

    fn keep(&mut self, now: Duration) {
        self.lines.push_back(now);
        if self.lines.len() > MOST {
            self.lines.pop_front();
        }
    }
}

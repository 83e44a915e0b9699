//! Which touches count: those whose press began on the page as it is, after the page had been there for a moment.
//!
//! A finger that was on its way when the page changed, the second tap of a double tap, and a finger that drums meant what
//! was there before (EN 301 549, 5.8).

use super::{Session, WARN_BEFORE};
use crate::kiosk::page::{Page, Touch};
use std::time::Duration;

/// How long a page is deaf after it has come.
pub const SETTLE: Duration = Duration::from_millis(500);
/// The same for the page with the number, which must not be closed unread. It is deaf until no finger has come down for so
/// long.
pub const NUMBER_SETTLE: Duration = Duration::from_millis(1500);
/// A finger that drums keeps the page with the number deaf for so long at most.
const DRUMMING_LASTS: Duration = Duration::from_secs(6);

/// The newest press, and since when the page is left in peace. Durations count from the session's first moment.
#[derive(Debug, Default)]
pub(super) struct Press {
    page_since: Duration,
    quiet_since: Duration,
    counts: bool,
}

impl Session {
    /// Notes a touch; returns whether it does what its button says.
    pub(super) fn heed(&mut self, touch: &Touch) -> bool {
        let warned = self.warning();
        self.touched_at = self.passed;
        match warned {
            // The warning comes by itself, so it may come just under a finger.
            Some(left) => *touch == Touch::Home && left + SETTLE <= WARN_BEFORE,
            None if *touch == Touch::Anywhere => {
                self.begin_press();
                false
            }
            None => self.press.counts && self.is_listening(),
        }
    }

    /// The page has changed: a press that began before means nothing any more.
    pub(super) fn end_press(&mut self) {
        self.touched_at = self.passed;
        self.press = Press { page_since: self.passed, quiet_since: self.passed, counts: false };
    }

    /// Makes the page deaf for a moment after a button of it has acted.
    pub(super) fn pause_presses(&mut self) {
        self.press.quiet_since = self.passed;
    }

    fn begin_press(&mut self) {
        self.press.counts = self.is_listening();
        let is_drummed = matches!(self.page, Page::Number(_)) && self.since(self.press.page_since) < DRUMMING_LASTS;
        if is_drummed && !self.press.counts {
            self.press.quiet_since = self.passed;
        }
    }

    fn is_listening(&self) -> bool {
        let settle = if matches!(self.page, Page::Number(_)) { NUMBER_SETTLE } else { SETTLE };
        self.since(self.press.quiet_since) >= settle
    }
}

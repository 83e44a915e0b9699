//! What visitors are warned of: the glass that is about to reset, a house that is shut, numbers or paper that do not come.

use super::{QUESTION_STAYS, Session, WARN_BEFORE};
use crate::kiosk::page::Page;
use jiff::civil::DateTime;
use std::time::Duration;

/// What a visitor should know before the first touch, the most important only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HouseNotice {
    /// The house is shut.
    Shut {
        /// When it opens, in the site's own time; `None` when that is unknown.
        opens: Option<DateTime>,
    },
    /// Numbers can't be issued.
    NoNumbers,
    /// Numbers come without paper.
    NoPaper,
}

impl Session {
    /// The time left before the glass resets, while the visitor is warned.
    pub fn warning(&self) -> Option<Duration> {
        let left = self.time_left()?;
        let asks = !matches!(self.page, Page::Left { .. }) && left <= WARN_BEFORE;
        asks.then_some(left)
    }

    /// The share of the time for a survey question that is left, from 1 to 0.
    pub fn question_left(&self) -> f32 {
        self.time_left().unwrap_or_default().as_secs_f32() / QUESTION_STAYS.as_secs_f32()
    }

    /// What a visitor should know before the first touch.
    pub fn house_notice(&self) -> Option<HouseNotice> {
        let house = self.day.house(self.now());
        if !house.is_open() {
            return Some(HouseNotice::Shut { opens: house.opens() });
        }
        if self.has_no_numbers() {
            return Some(HouseNotice::NoNumbers);
        }
        (!self.printer.can_print()).then_some(HouseNotice::NoPaper)
    }

    /// Whether no numbers can be issued: the hub has stopped, or could save nothing.
    pub fn has_no_numbers(&self) -> bool {
        self.is_hub_gone || !self.is_saving
    }

    fn time_left(&self) -> Option<Duration> {
        Some(self.reset_after()?.saturating_sub(self.since(self.touched_at)))
    }
}

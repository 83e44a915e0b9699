//! The machine's clock was set: the times of the day are corrected, and the day goes on.
//!
//! Promises: how long visitors have waited stays as it was; no number is given twice and no ticket leaves because a clock
//! was set. What came before the wrong times keeps its own.

use super::Day;
use crate::domain::clock_shift::ClockShift;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use jiff::Timestamp;
use std::sync::Arc;

impl Day {
    /// The events with which the clock is set to this time; [`Day::turn`] then opens another day if one is due.
    pub fn set_clock(&self, shift: ClockShift, now: Timestamp) -> Vec<Event> {
        let date = self.site.business_date(now);
        let is_ahead = self.date.is_some_and(|open| open > date);
        std::iter::once(Event::ClockSet(shift)).chain(is_ahead.then_some(Event::DayRedated { date })).collect()
    }

    /// Whether it is known what time it is. Where it isn't, everything counts as open and numbers never begin anew.
    pub fn is_time_known(&self) -> bool {
        self.site.is_time_known()
    }

    /// Whether the end of a business day can be no other than the right one. Where it can, the house may be at work then.
    pub fn is_date_sure(&self) -> bool {
        self.is_date_sure
    }

    /// Takes over what is known of the clock. No event: it is not about visitors.
    pub fn know_time(&mut self, is_known: bool, is_date_sure: bool) {
        self.is_date_sure = is_date_sure;
        if self.is_time_known() != is_known {
            self.site = Arc::new(self.site.with_time_known(is_known));
        }
    }

    pub(super) fn correct_times(&mut self, shift: &ClockShift) {
        let numbers: Vec<TicketNumber> = self.tickets.iter().map(|ticket| ticket.number).collect();
        for number in numbers {
            self.change(number, |ticket| *ticket = ticket.corrected(shift));
        }
        for desk in self.desks.values_mut() {
            desk.opened_at = desk.opened_at.map(|at| shift.corrected(at));
        }
        for call in self.calls.iter_mut() {
            call.at = shift.corrected(call.at);
        }
        for copy in self.copies.iter_mut() {
            copy.asked_at = shift.corrected(copy.asked_at);
        }
        self.began_at = self.began_at.map(|at| shift.corrected(at));
        self.acts.correct(shift);
        self.was_clock_set = true;
    }
}

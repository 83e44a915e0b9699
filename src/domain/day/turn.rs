//! From one business day to the next.

use super::Day;
use crate::domain::appointment::{Appointment, AppointmentCode};
use crate::domain::desk::DeskState;
use crate::domain::event::Event;
use crate::domain::number::Letter;
use crate::domain::ticket::TicketState;
use jiff::Timestamp;
use jiff::civil::Date;

/// A clock that is behind by fewer days may only have been set back over midnight.
const DAYS_TOO_FAR: i32 = 2;

impl Day {
    /// The events that are due before any command at this moment: none within a business day; at its end all tickets leave,
    /// the desks close, and the next day opens with the appointments that are still to come. Where people are at work and
    /// wait, they go over.
    ///
    /// When the clock is behind the open day, that day goes on: no number is issued twice, whatever the clock says. A day
    /// that was opened after a gap may come from a clock that was far ahead: when the clock is set back by days, and not to
    /// before the gap, that day gets the right date, so that it can end; its numbers go on from those before the gap, and
    /// the appointments are still there.
    ///
    /// After [`Event::ClockSet`] tickets may belong to the date that now begins: they go over, and all numbers go on.
    pub fn turn(&self, now: Timestamp) -> Vec<Event> {
        let date = self.site.business_date(now);
        match self.date {
            None => vec![self.opened(date, Vec::new())],
            Some(open) if open >= date => {
                let days = date.until(open).map_or(0, |span| span.get_days());
                let may_be_true = self.anchor.is_some_and(|anchor| anchor < open && anchor <= date);
                let is_redated = days >= DAYS_TOO_FAR && may_be_true;
                if is_redated { vec![Event::DayRedated { date }] } else { Vec::new() }
            }
            Some(_) => {
                let over = self.going_over(date, now);
                // A no-show stays a no-show.
                let is_leaving =
                    |state: &TicketState| state.is_in_the_day() && !matches!(state, TicketState::NoShow { .. });
                let leaving = self.tickets.iter().filter(|it| is_leaving(&it.state) && !over.has_ticket(it.number));
                let mut events: Vec<Event> =
                    leaving.map(|ticket| Event::Withdrawn { ticket: ticket.number, desk: None }).collect();
                let seated = self.desks.iter().filter(|(_, desk)| desk.state != DeskState::Closed);
                let closing = seated.filter(|(desk, _)| !over.has_desk(**desk));
                events.extend(closing.map(|(desk, _)| Event::DeskClosed { desk: *desk }));
                events.extend([Event::DayClosed, self.opened(date, self.numbers_going_on(&over))]);
                let oldest = if self.is_next(date) { date } else { self.anchor.unwrap_or(date) };
                let to_come = self.appointments.iter().filter(|(_, it)| self.site.business_date(it.at) >= oldest);
                let booked = |(code, it): (&AppointmentCode, &Appointment)| Event::Booked {
                    code: *code,
                    service: it.service.clone(),
                    at: it.at,
                };
                events.extend(to_come.map(booked));
                events.extend(self.arriving(&over));
                events
            }
        }
    }

    fn opened(&self, date: Date, numbers: Vec<(Letter, u32)>) -> Event {
        let last_call = self.last_call;
        if self.is_next(date) {
            return Event::DayOpened { date, last_call, numbers, earlier: Vec::new(), anchor: date };
        }
        // The gap may come from a wrong clock, and not for the first time: numbers before earlier gaps count as well.
        let mut earlier = self.counts.clone();
        for (letter, given) in &self.earlier {
            let count = earlier.entry(*letter).or_default();
            *count = (*count).max(*given);
        }
        let anchor = self.anchor.unwrap_or(date);
        Event::DayOpened { date, last_call, numbers, earlier: earlier.into_iter().collect(), anchor }
    }

    /// Whether a date follows the open one without a gap.
    pub(super) fn is_next(&self, date: Date) -> bool {
        self.date.is_none_or(|open| open.tomorrow().is_ok_and(|next| next >= date))
    }
}
